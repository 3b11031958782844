"""Where a request comes from, as far as it can be believed."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of the connection; behind proxies of ours (RACCORDO_TRUSTED_PROXIES), the one that they saw.

    Of an IPv6 address only the /64 counts: a home or an office has the whole of it.
    """
    address = request.META.get("REMOTE_ADDR") or ""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    while hops and _is_ours(address):
        address = hops.pop()
    return _network_of(address)


def _is_ours(address: str) -> bool:
    try:
        known = ip_address(address)
    except ValueError:
        return False
    return any(known in ip_network(proxy, strict=False) for proxy in settings.TRUSTED_PROXIES)


def _network_of(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(known, IPv6Address):
        return str(known.ipv4_mapped or ip_network((int(known) >> 64 << 64, 64)))
    return str(known)

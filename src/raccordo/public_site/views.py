"""Pages for everybody. They read the network and nothing else."""

from calendar import Calendar
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, render

from raccordo.kernel import clock
from raccordo.network.enums import PartnershipRole
from raccordo.network.models import AccessPoint, Network, Partnership
from raccordo.public_site.frame import frame, public_page
from raccordo.public_site.places import (
    Place,
    by_weekday,
    instead_of,
    network_name,
    next_to_open,
    open_first,
    places_of,
    published_networks,
    published_points,
)
from raccordo.public_site.structured import data_block, service
from raccordo.ui import formats


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """What is open now; with several networks, which networks there are."""
    places = places_of(published_points(), clock.now())
    groups = _by_network(places)
    if len(groups) > 1:
        return render(request, "public_site/networks.html", {"groups": groups, **frame(request, list(groups), "home")})
    return _network_home(request, places)


@public_page
def network(request: HttpRequest, code: str) -> HttpResponse:
    """The same for one of several networks."""
    points = get_list_or_404(published_points().filter(network__code=code))
    return _network_home(request, places_of(points, clock.now()))


def _network_home(request: HttpRequest, places: list[Place]) -> HttpResponse:
    networks = [places[0].point.network] if places else []
    context = {
        "places": places,
        "open_now": open_first(places),
        "opening_next": next_to_open(places),
        "phones": [place for place in places if place.point.phone],
        "partnerships": _bodies(networks[0]) if networks else [],
        "acts": _acts(networks[0]) if networks else [],
        **frame(request, networks, "home"),
    }
    return render(request, "public_site/home.html", context)


@public_page
def points(request: HttpRequest) -> HttpResponse:
    """The whole week of all the points, by day and by place; made to be printed and hung up."""
    places = places_of(published_points(), clock.now())
    groups = [(network_name(network), theirs, by_weekday(theirs)) for network, theirs in _by_network(places).items()]
    context = {"groups": groups, "several": len(groups) > 1, **frame(request, list(_by_network(places)), "points")}
    return render(request, "public_site/points.html", context)


@public_page
def point(request: HttpRequest, slug: str) -> HttpResponse:
    """One point; where two networks use the same slug, which of them."""
    found = get_list_or_404(published_points().filter(slug=slug))
    if len(found) > 1:
        networks = [each.network for each in found]
        context = {"places": places_of(found, clock.now()), **frame(request, networks)}
        return render(request, "public_site/which.html", context)
    return _point_page(request, found[0], clock.now())


@public_page
def point_of_network(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """One point under the address that names its network too."""
    found = get_list_or_404(published_points().filter(network__code=code, slug=slug))
    return _point_page(request, found[0], clock.now())


def _point_page(request: HttpRequest, row: AccessPoint, now: datetime) -> HttpResponse:
    places = places_of(published_points().filter(network=row.network_id), now)
    place = next((each for each in places if each.point.pk == row.pk), None)
    if place is None:
        raise Http404
    context = {
        "place": place,
        "parent": next((each for each in places if each.point.pk == row.parent_id), None),
        "branches": [each for each in places if each.point.parent_id == row.pk],
        "meanwhile": None if place.schedule.has_hours else instead_of(place, places),
        **frame(request, [row.network]),
    }
    context["structured_data"] = data_block(service(place, context["canonical"]))
    return render(request, "public_site/point.html", context)


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was tried, what was not, and whom to tell."""
    statement = settings.FOOTER_LINKS["accessibility"]
    context = {"statement_url": statement, **frame(request, published_networks())}
    return render(request, "public_site/accessibility.html", context)


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    """That this site keeps nothing about who reads it."""
    return render(request, "public_site/privacy.html", frame(request, published_networks()))


@public_page
def calendar(request: HttpRequest) -> HttpResponse:
    """Where a person goes who must not be seen reading this site: today and its month, no name, no way back."""
    today = clock.today()
    weeks = Calendar().monthdatescalendar(today.year, today.month)
    context = {
        "today": today,
        "month": formats.month(today),
        "weekdays": [formats.weekday(day) for day in weeks[0]],
        "weeks": weeks,
    }
    return render(request, "public_site/calendar.html", context)


def _by_network(places: list[Place]) -> dict[Network, list[Place]]:
    groups: dict[Network, list[Place]] = {}
    for place in places:
        groups.setdefault(place.point.network, []).append(place)
    return groups


def _bodies(network: Network) -> list[Partnership]:
    """Who signed the protocol, the lead body first."""
    signed = network.partnerships.filter(role__in=[PartnershipRole.LEAD, PartnershipRole.PARTNER], retired_on=None)
    return list(signed.select_related("organisation"))


def _acts(network: Network) -> list[Any]:
    """The acts that the network rests on, as its file names them."""
    found = network.versions.order_by("-number").values_list("document__network__acts", flat=True).first()
    return found or []

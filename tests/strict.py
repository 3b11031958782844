"""What makes a test fail that would only be a shrug in production. Warnings are errors too (pyproject.toml)."""

import ipaddress
import socket
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class UndefinedVariable(AssertionError):
    """A template of ours printed a variable that nobody gave it."""


class RaisingString(str):
    """Given to the template engine as `string_if_invalid`: printing it is the failure."""

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: object) -> str:
        raise UndefinedVariable(f"A template prints «{name}», which is not defined.")


class NetworkUsed(AssertionError):
    """A test tried to reach another machine."""


def require_defined_variables() -> None:
    for engine in settings.TEMPLATES:
        engine.setdefault("OPTIONS", {})["string_if_invalid"] = RaisingString("%s")


def is_this_machine(address: Any) -> bool:
    """True for loopback addresses and for sockets that are files."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Any:
    """Refuse every connection that leaves the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if not is_this_machine(address):
            raise NetworkUsed(f"A test connects to {address}: nothing but this machine is allowed.")
        connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def no_real_keys() -> None:
    """The tests never run with an installation's secrets."""
    if "only for tests" not in settings.SECRET_KEY:
        raise ImproperlyConfigured("The tests run with tests.settings alone.")

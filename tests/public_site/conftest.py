"""The real network of the protocol, and a clock that can be put to a moment."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.utils import translation

from raccordo.kernel.clock import ROME
from raccordo.network.models import Network

NETWORK_FILE = Path(__file__).resolve().parents[2] / "networks" / "hug2.yaml"


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    """A page under /en/ leaves its language to the thread; the next test begins in Italian."""
    yield
    translation.deactivate()


@pytest.fixture
def at_moment() -> Iterator[Callable[[str], None]]:
    """`at_moment("2026-11-24 10:30")`: from now on it is that moment in Italy."""
    travels: list[time_machine.travel] = []

    def go(moment: str) -> None:
        travel = time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=ROME), tick=False)
        travel.start()
        travels.append(travel)

    yield go
    for travel in reversed(travels):
        travel.stop()


@pytest.fixture
def hug2(db: None) -> Network:
    """HUG 2 as its network file says."""
    call_command("network_apply", str(NETWORK_FILE))
    return Network.objects.get(code="hug-2")

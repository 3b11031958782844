"""The year in which the journeys walk."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.core.management import call_command

from raccordo.config import preparation
from raccordo.kernel import clock

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=clock.ROME)


@pytest.fixture
def demo_year(transactional_db: None) -> Iterator[None]:
    """HUG 2 and its invented year, as `run` loads them, on the day of the story."""
    with time_machine.travel(NOW, tick=True):
        call_command("network_apply", str(preparation.NETWORK_FILE))
        call_command("demo")
        yield

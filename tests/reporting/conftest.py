"""Contacts of a period, written straight into the database where the operation would only be in the way."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from raccordo.intake.models import Contact, Request
from raccordo.kernel.periods import Period
from raccordo.reporting.facts import gather
from raccordo.reporting.scopes import Scope
from tests.cast import make_user

HALF_YEAR = Period(date(2026, 10, 1), date(2027, 3, 31))
TUESDAY = date(2026, 10, 6)


@pytest.fixture
def scribe(db):
    return make_user("scriba")


@pytest.fixture
def a_row(serena, scribe):
    """`a_row(day=…, needs=(…), voided=True, **fields)`: one contact at the hub (or at `point`)."""

    def make(*, point="HUB", place=serena, day=TUESDAY, needs=("GEN",), voided=False, late=0, handed="", **fields):
        where = place[point]
        usual = {
            "channel": "PERS", "contact_type": "PRIMO", "visitor_type": "MADRE", "professional": False,
            "source": "SPON", "for_whom": "FIGLI", "life_phase": "INF", "service": "S01",
            "outcome": "E7" if handed else "E1",
        }  # fmt: skip
        at = datetime.combine(day, time(9), UTC) + timedelta(days=late)
        contact = Contact.objects.create(
            pk=uuid4(), network=place.network, point=where, organisation=where.organisation, happened_on=day,
            month=day.year * 100 + day.month, recorded_at=at, changed_at=at, recorded_by=scribe, days_to_record=late,
            handed_to=place[handed] if handed else None, voided_at=at if voided else None,
            void_reason="DOPPIO" if voided else "", **(usual | fields),
        )  # fmt: skip
        Request.objects.bulk_create(
            Request(contact=contact, need=need, position=position) for position, need in enumerate(needs, start=1)
        )
        return contact

    return make


@pytest.fixture
def scope(serena):
    return Scope(serena.network.pk, HALF_YEAR, (HALF_YEAR,))


@pytest.fixture
def facts(scope):
    return lambda: gather(scope)

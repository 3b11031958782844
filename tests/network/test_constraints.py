"""What must hold in the rows of the network, tried by breaking it: the database says no, in the words of the rule."""

from datetime import date, time

import pytest
from django.db import transaction

from raccordo.kernel.db import BrokenRule, sentences_of
from raccordo.network.models import (
    AccessPoint,
    Closure,
    CodeListEntry,
    Municipality,
    Network,
    NetworkVersion,
    OpeningRule,
    Organisation,
    Partnership,
    PointAlias,
    ReportingPeriod,
    StaffPosting,
)

DAY = date(2026, 9, 1)


def a_rule(place, **changes):
    usual = {"point": place["HUB"], "weekday": 3, "opens_at": time(10), "closes_at": time(12), "valid_from": DAY}
    return OpeningRule(**(usual | changes))


def a_posting(place, **changes):
    usual = {
        "point": place["HUB"],
        "organisation": place.organisations["coop"],
        "profession": "Educatore",
        "position": 1,
    }
    return StaffPosting(**(usual | {"source": "articolo 5"} | changes))


def a_point(place, **changes):
    hub = place["HUB"]
    usual = {"network": place.network, "organisation": hub.organisation, "municipality": hub.municipality}
    named = {"code": "NEW", "slug": "new", "name": "Nuovo", "kind": "spoke", "position": 9}
    return AccessPoint(**(usual | named | changes))


def a_period(place, **changes):
    usual = {"network": place.network, "code": "2027-S1", "name": "Terzo", "first_day": DAY, "last_day": DAY}
    return ReportingPeriod(**(usual | changes))


def a_town(place, **changes):
    return Municipality(**({"network": place.network, "code": "altrove", "name": "Altrove"} | changes))


def a_partnership(place, **changes):
    usual = {"network": place.network, "organisation": place.organisations["coop"], "role": "partner", "position": 3}
    return Partnership(**(usual | changes))


def its_own_parent(place):
    point = a_point(place)
    point.parent = point
    return point


def a_version(place):
    return NetworkVersion(network=place.network, number=1, text="", digest="", document={}, applied_on=DAY)


def an_alias(place):
    return PointAlias(point=place["HUB"], source="articolo 5", name="Hub")


BREAKS = {
    "network_named": lambda place: Network(code="senza-nome", name=""),
    "organisation_named": lambda place: Organisation(code="senza-nome", name=""),
    "networkversion_numbered": a_version,
    "partnership_once": a_partnership,
    "partnership_one_lead": lambda place: a_partnership(
        place, role="lead", organisation=Organisation.objects.create(code="terzo", name="Terzo")
    ),
    "municipality_code_once": lambda place: a_town(place, code="paese"),
    "municipality_patron_whole": lambda place: a_town(place, patron_month=5),
    "reportingperiod_code_once": lambda place: a_period(place, code="2026-S2"),
    "reportingperiod_in_order": lambda place: a_period(place, last_day=date(2026, 8, 31)),
    "codelistentry_once": lambda place: CodeListEntry(
        network=place.network, list_code="CANALE", code="PERS", labels={"it": "Di nuovo"}, position=9
    ),
    "accesspoint_code_once": lambda place: a_point(place, code="SP1"),
    "accesspoint_slug_once": lambda place: a_point(place, slug=place["SP1"].slug),
    "accesspoint_branch_has_parent": lambda place: a_point(place, kind="decentralised"),
    "accesspoint_not_its_own_parent": its_own_parent,
    "pointalias_once": an_alias,
    "openingrule_closes_after_it_opens": lambda place: a_rule(place, closes_at=time(10)),
    "openingrule_weekday_known": lambda place: a_rule(place, weekday=7),
    "openingrule_valid_in_order": lambda place: a_rule(place, valid_until=date(2026, 8, 31)),
    "openingrule_once": a_rule,
    "openingrule_once_when_undated": lambda place: a_rule(place, weekday=1, valid_from=None),
    "closure_in_order": lambda place: Closure(
        point=place["HUB"], first_day=DAY, last_day=date(2026, 8, 31), reason="staff"
    ),
    "staffposting_position_once": a_posting,
    "staffposting_somebody": lambda place: a_posting(place, position=2, people=0),
    "staffposting_hours_possible": lambda place: a_posting(place, position=2, people=1, weekly_hours=49),
}


@pytest.fixture
def filled(serena):
    """Valle Serena with one row of each kind that the cast does not make."""
    for made in (a_version(serena), an_alias(serena), a_rule(serena), a_posting(serena)):
        made.save()
    return serena


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses_in_the_words_of_the_rule(filled, name):
    row = BREAKS[name](filled)
    [rule] = [rule for rule in row._meta.constraints if rule.name == name]
    with pytest.raises(BrokenRule) as refused, transaction.atomic(), sentences_of(type(row)):
        row.save(force_insert=True)
    assert refused.value.message == rule.violation_error_message


@pytest.mark.parametrize(
    "make",
    [
        lambda place: a_posting(place, position=2, people=None, weekly_hours=20),
        lambda place: a_posting(place, position=2, people=2, weekly_hours=96),
        lambda place: a_rule(place, weekday=4, valid_until=DAY),
        lambda place: a_rule(place, weekday=1, valid_from=DAY),
        lambda place: a_period(place),
        lambda place: a_town(place, patron_month=5, patron_day=31),
        lambda place: a_point(place, kind="decentralised", parent=place["HUB"]),
    ],
)
def test_what_just_holds_is_saved(filled, make):
    row = make(filled)
    row.save(force_insert=True)
    assert row.pk

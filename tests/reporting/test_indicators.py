"""Each indicator on its borders, and against a recount done by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raccordo.intake.models import Contact, Request
from raccordo.reporting.explaining import counted_among, explain
from raccordo.reporting.facts import gather, outside_every_period
from raccordo.reporting.indicators import INDICATORS
from tests.reporting.conftest import HALF_YEAR, TUESDAY
from tests.reporting.recount import recount

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "point": st.sampled_from(["HUB", "SP1", "SP2"]),
            "day": st.integers(-40, 220).map(lambda days: HALF_YEAR.first + timedelta(days=days)),
            "needs": st.sampled_from([("GEN",), ("INF", "GEN2"), ("INF", "GEN", "TUT")]),
            "voided": st.booleans(),
            "seen_today": st.booleans(),
            "late": st.integers(0, 6),
            "channel": st.sampled_from(["PERS", "TEL", "APPU"]),
            "contact_type": st.sampled_from(["PRIMO", "RITO"]),
            "visitor_type": st.sampled_from(["MADRE", "PADRE", "COPPIA", "INSEG", "ANON"]),
            "professional": st.booleans(),
            "life_phase": st.sampled_from(["", "INF"]),
            "source": st.sampled_from(["", "NR", "SPON"]),
            "hands_over": st.booleans(),
        }
    ),
    max_size=25,
)


def value(code, facts):
    return INDICATORS[code].compute(facts).value


def parts(code, facts):
    return {part.code: part.count for part in INDICATORS[code].compute(facts).parts}


@given(rows=ROWS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_figures_and_partitions_agree_with_a_recount(rows, scope, a_row):
    Request.objects.all().delete()
    Contact.objects.all().delete()
    for row in rows:
        receiver = "SP2" if row["point"] != "SP2" else "HUB"
        a_row(handed=receiver if row.pop("hands_over") else "", **row)
    facts = gather(scope)
    contacts = list(Contact.objects.filter(happened_on__range=(HALF_YEAR.first, HALF_YEAR.last)))
    hours = sum((month.so_far for month in facts.hours), Decimal(0))
    expected = recount(contacts, facts.points_with_hours, hours)
    for code in ("I01", "I04", "I05", "I06", "I09", "I28", "I37"):
        assert value(code, facts) == expected[code], code
    for code in ("I07", "I08", "I12"):
        assert parts(code, facts) == expected[code], code
    assert parts("I19", facts) == {f"{sender}-{receiver}": n for (sender, receiver), n in expected["I19"].items()}
    assert parts("I37", facts)["in_time"] == expected["in_time"]
    for indicator in INDICATORS.values():
        assert_partition(indicator, facts, contacts)


def assert_partition(indicator, facts, contacts):
    """Counted + left out = all, and the counted rows are as many as the explanation says."""
    explanation = explain(indicator, facts)
    if indicator.of_hours:
        assert explanation.total == sum((month.planned for month in facts.hours), Decimal(0))
        return
    assert explanation.total == len(contacts)
    assert sum(explanation.by_body.values()) == explanation.counted
    if indicator.code in {"I05", "I06", "I28", "I37"}:  # the number itself, not what it is divided by
        assert explanation.counted == indicator.compute(facts).above
    assert counted_among(Contact.objects.all(), indicator, facts).count() == explanation.counted


@pytest.mark.parametrize("day", [HALF_YEAR.first, HALF_YEAR.last])
def test_the_first_and_the_last_day_count(facts, a_row, day):
    a_row(day=day)
    assert value("I01", facts()) == 1


@pytest.mark.parametrize("day", [HALF_YEAR.first - timedelta(days=1), HALF_YEAR.last + timedelta(days=1)])
def test_the_day_before_and_the_day_after_do_not_and_stand_apart(facts, a_row, scope, day):
    a_row(day=day)
    assert value("I01", facts()) == 0
    assert outside_every_period(scope) == 1
    assert gather(scope.outside_every_period()).counted == 1


def test_a_voided_contact_counts_nowhere_and_is_said(facts, a_row):
    a_row(voided=True, handed="SP1")
    found = facts()
    assert (value("I01", found), found.standing, found.entered) == (0, 0, 1)
    assert value("I19", found) == 0
    [voided, *_] = explain(INDICATORS["I01"], found).left_out
    assert (voided.code, voided.number) == ("voided", 1)


def test_who_comes_back_the_same_day_is_one_access_and_two_records(facts, a_row):
    a_row()
    a_row(seen_today=True, handed="SP1")
    found = facts()
    assert (value("I01", found), found.standing) == (1, 2)
    assert value("I19", found) == 1


def test_a_couple_is_a_father_and_a_mother(facts, a_row):
    for visitor in ("COPPIA", "MADRE", "INSEG"):
        a_row(visitor_type=visitor)
    assert value("I06", facts()) == Decimal("0.3333")


def test_with_nobody_there_is_a_sentence_instead_of_a_number(facts):
    found = facts()
    for code, indicator in INDICATORS.items():
        figure = indicator.compute(found)
        if code in ("I05", "I06", "I09", "I28", "I37"):
            assert figure.value is None, code
            assert figure.missing.endswith("."), code
    assert value("I01", found) == 0


def test_hours_lose_feast_days_and_say_so(facts):
    """Open on Tuesdays from 10 to 12: 26 of them in the half-year, one is the eighth of December."""
    found = facts()
    hub = found.narrowed(point_id=next(iter(found.points)))
    assert value("I27", hub) == Decimal("0.9615")
    explanation = explain(INDICATORS["I27"], hub)
    assert (explanation.counted, explanation.total) == (Decimal("50.00"), Decimal("52.00"))


def test_accesses_per_hour_are_those_who_came_over_the_hours_so_far(facts, a_row):
    a_row(day=TUESDAY)
    a_row(day=TUESDAY, channel="TEL")
    # the only Tuesday up to the last day with contacts: two hours at each of three points
    assert value("I28", facts()) == Decimal("0.1667")


def test_narrowing_to_point_body_and_month_adds_up(facts, a_row, serena):
    a_row(point="HUB", day=date(2026, 10, 31))
    a_row(point="SP1", day=date(2026, 11, 1))
    a_row(point="SP2", day=date(2026, 11, 2))
    found = facts()
    assert [found.narrowed(point_id=point.pk).counted for point in serena.points.values()] == [1, 1, 1]
    assert found.narrowed(organisation_id=serena.organisations["coop"].pk).counted == 2
    assert [found.narrowed(month=month).counted for month in (202610, 202611)] == [1, 2]


def test_an_access_belongs_to_the_body_that_ran_the_point_that_day(facts, a_row, serena):
    a_row(point="SP1")
    point = serena["SP1"]
    point.organisation = serena.organisations["comune"]
    point.save()
    assert facts().narrowed(organisation_id=serena.organisations["coop"].pk).counted == 1


def test_other_networks_never_mix(facts, a_row, costa):
    a_row(place=costa)
    assert facts().entered == 0


def test_a_code_that_the_list_no_longer_has_is_still_counted(facts, a_row):
    a_row(channel="FAX")
    [part] = INDICATORS["I07"].compute(facts()).parts
    assert (part.label, part.count) == ("FAX", 1)


def test_queries_do_not_grow_with_rows(scope, a_row):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            gather(scope)
        return len(captured)

    a_row()
    queries()  # the lists are read once per process
    few = queries()
    for point in ("HUB", "SP1", "SP2"):
        for month in (10, 11, 12):
            a_row(point=point, day=date(2026, month, 9), visitor_type="PADRE", channel="TEL")
    assert queries() == few

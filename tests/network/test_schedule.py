"""When a point is open: rules, feast days, closures, borders of the day, of the clock and of what was read."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from raccordo.kernel.clock import at
from raccordo.kernel.periods import Period
from raccordo.network.enums import Weekday
from raccordo.network.models import AccessPoint, Closure, OpeningRule
from raccordo.network.schedule import Opening, Schedule, schedules_of
from tests.public_site.places import closes, make_network, make_point, make_town, opens

pytestmark = pytest.mark.django_db
AUTUMN = Period(date(2026, 10, 1), date(2026, 12, 31))
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def hub(network):
    point = make_point(network, "hub")
    opens(point, Weekday.TUESDAY, "10:00", "12:00")
    opens(point, Weekday.THURSDAY, "16:00", "18:00")
    return point


def schedule(point, period=AUTUMN):
    return schedules_of([point], period)[point.pk]


def test_hub_opens_on_its_two_days(hub):
    read = schedule(hub)
    assert read.openings(TUESDAY) == [Opening(at(TUESDAY, time(10)), at(TUESDAY, time(12)))]
    assert read.openings(TUESDAY + timedelta(days=1)) == []
    assert read.has_hours


def test_a_moment_is_inside_from_opening_to_just_before_closing(hub):
    read = schedule(hub)
    first = read.openings(TUESDAY)[0]
    assert read.opening_at(first.opens) == first
    assert read.opening_at(first.opens - timedelta(seconds=1)) is None
    assert read.opening_at(first.closes - timedelta(seconds=1)) == first
    assert read.opening_at(first.closes) is None


def test_next_opening_skips_the_one_under_way(hub):
    read = schedule(hub)
    assert read.next_opening(at(TUESDAY, time(9))).opens == at(TUESDAY, time(10))
    assert read.next_opening(at(TUESDAY, time(10))).opens == at(date(2026, 11, 26), time(16))
    assert read.next_opening(at(TUESDAY, time(23)), within_days=1) is None


def test_moments_of_another_clock_are_the_same_moments(hub):
    assert schedule(hub).opening_at(datetime(2026, 11, 24, 9, 30, tzinfo=UTC))


def test_saint_homobonus_closes_cremona_and_not_soresina(network):
    cremona = make_point(network, "cremona")
    soresina = make_point(network, "soresina", municipality=make_town(network, "Soresina", (12, 9, "San Siro")))
    for point in (cremona, soresina):
        opens(point, Weekday.FRIDAY, "10:00", "12:00")
        opens(point, Weekday.WEDNESDAY, "14:00", "17:00")
    read = schedules_of([cremona, soresina], AUTUMN)
    assert read[cremona.pk].openings(date(2026, 11, 13)) == []
    assert read[soresina.pk].openings(date(2026, 11, 13)) != []
    assert read[soresina.pk].openings(date(2026, 12, 9)) == []
    assert read[cremona.pk].openings(date(2026, 12, 9)) != []


def test_fourth_of_october_2026_closes_everywhere(network):
    point = make_point(network, "aperto-di-domenica")
    opens(point, Weekday.SUNDAY, "10:00", "12:00")
    closed = schedule(point).closed_days(Period(date(2026, 10, 4), date(2026, 10, 4)))
    assert [(each.day, each.hours_lost) for each in closed] == [(date(2026, 10, 4), Decimal("2.00"))]
    assert "San Francesco" in closed[0].sentence


@pytest.mark.parametrize(
    ("night", "hours"),
    [(date(2026, 10, 25), Decimal("4.00")), (date(2026, 3, 29), Decimal("2.00"))],
    ids=["autumn", "spring"],
)
def test_the_nights_when_the_clock_changes_have_their_real_length(network, night, hours):
    point = make_point(network, "notte")
    opens(point, Weekday.SUNDAY, "01:00", "04:00")
    opens(point, Weekday.TUESDAY, "10:00", "12:00")
    read = schedule(point, Period(night, night))
    assert read.planned_hours(Period(night, night)) == read.open_hours(Period(night, night)) == hours
    before, after = (read.openings(night + timedelta(days=days)) for days in (2, 9))
    assert after[0].opens - before[0].opens == timedelta(days=7)


@pytest.mark.parametrize(("before", "after"), [(time(9), time(8))])
def test_ten_oclock_is_ten_oclock_in_summer_and_in_winter(hub, before, after):
    year = schedules_of([hub], Period(date(2026, 1, 1), date(2026, 12, 31)))[hub.pk]
    tuesdays = (date(2026, 11, 24), date(2026, 7, 7))
    winter, summer = (year.openings(day)[0].opens.astimezone(UTC).time() for day in tuesdays)
    assert (winter, summer) == (before, after)


def test_a_rule_holds_on_its_first_and_last_day_and_no_further(network):
    point = make_point(network, "stagione")
    opens(point, Weekday.TUESDAY, "10:00", "12:00", valid_from=date(2026, 11, 3), valid_until=date(2026, 11, 24))
    read = schedule(point)
    opened = [day for day in AUTUMN.days() if read.openings(day)]
    assert opened == [date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 24)]


def test_a_draft_never_opens_anything(network):
    point = make_point(network, "bozza")
    opens(point, Weekday.TUESDAY, "10:00", "12:00", draft=True)
    read = schedule(point)
    assert not read.has_hours
    assert len(read.drafts) == 1
    assert read.planned_hours(AUTUMN) == 0
    assert read.next_opening(at(TUESDAY, time(9))) is None


def test_a_closure_across_a_weekend_loses_only_hours_that_were_promised(network):
    point = make_point(network, "scuola")
    for weekday in (Weekday.FRIDAY, Weekday.MONDAY):
        opens(point, weekday, "08:30", "09:30")
    closes(point, date(2026, 11, 20), date(2026, 11, 23))
    read = schedule(point)
    closed = read.closed_days(AUTUMN)
    assert [(each.day, each.hours_lost) for each in closed if each.day.month == 11 and each.day.day >= 20] == [
        (date(2026, 11, 20), Decimal("1.00")),
        (date(2026, 11, 23), Decimal("1.00")),
    ]
    assert closed[-1].sentence in {"Natale (festa)", "Ferie o vacanze scolastiche"}
    assert [(span.first, span.last) for span in read.closed_spans(Period(date(2026, 11, 14), date(2026, 11, 30)))] == [
        (date(2026, 11, 20), date(2026, 11, 23))
    ]
    assert read.next_opening(at(date(2026, 11, 19), time(12))).opens == at(date(2026, 11, 27), time(8, 30))


def test_a_withdrawn_closure_closes_nothing(hub):
    closes(hub, TUESDAY, TUESDAY, withdrawn_at=timezone.now())
    assert schedule(hub).openings(TUESDAY)


def test_a_feast_inside_a_closure_is_one_line(hub):
    closes(hub, date(2026, 12, 21), date(2027, 1, 8))
    spans = schedule(hub).closed_spans(Period(date(2026, 12, 15), date(2027, 1, 10)))
    assert [(span.first, span.last, span.sentence) for span in spans] == [
        (date(2026, 12, 21), date(2027, 1, 8), "Ferie o vacanze scolastiche")
    ]


def test_overlapping_rules_count_once(network):
    point = make_point(network, "doppio")
    opens(point, Weekday.TUESDAY, "14:00", "17:00")
    opens(point, Weekday.TUESDAY, "16:00", "18:00")
    read = schedule(point)
    assert [(each.opens.hour, each.closes.hour) for each in read.openings(TUESDAY)] == [(14, 18)]
    assert read.planned_hours(Period(TUESDAY, TUESDAY)) == Decimal("4.00")


def test_days_that_were_not_read_are_refused_not_guessed(hub):
    with pytest.raises(ValueError, match="were not read"):
        schedule(hub).openings(date(2028, 1, 1))


def test_three_queries_for_two_points_and_for_twenty(network, django_assert_max_num_queries):
    for number in range(20):
        opens(make_point(network, f"punto-{number}"), Weekday.TUESDAY, "10:00", "12:00")
    few, many = list(AccessPoint.objects.all()[:2]), list(AccessPoint.objects.all())
    for points in (few, many):
        with django_assert_max_num_queries(3):
            assert len(schedules_of(points, AUTUMN)) == len(points)
    with_towns = list(AccessPoint.objects.select_related("municipality"))
    with django_assert_max_num_queries(2):
        schedules_of(with_towns, AUTUMN)


@given(
    days=st.lists(st.tuples(st.integers(0, 91), st.integers(0, 20)), max_size=4),
    rules=st.lists(st.tuples(st.integers(0, 6), st.integers(6, 20), st.integers(1, 3)), max_size=6),
)
def test_planned_hours_are_open_hours_plus_lost_hours(days, rules):
    first = AUTUMN.first
    read = Schedule(
        point_id=AccessPoint().pk,
        known=AUTUMN,
        rules=tuple(OpeningRule(weekday=d, opens_at=time(h), closes_at=time(h + n)) for d, h, n in rules),
        closures=tuple(
            Closure(first_day=first + timedelta(a), last_day=first + timedelta(a + b), reason="other") for a, b in days
        ),
    )
    lost = sum((closed.hours_lost for closed in read.closed_days(AUTUMN)), Decimal(0))
    assert read.planned_hours(AUTUMN) == read.open_hours(AUTUMN) + lost

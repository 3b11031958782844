"""When a point is open: published hours, minus feast days, minus closures. It only reads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from raccordo.kernel.clock import ROME, at
from raccordo.kernel.periods import Period
from raccordo.network.holidays import feast_days
from raccordo.network.models import AccessPoint, Closure, Municipality, OpeningRule

AHEAD = 60  # days after the period that are read too, so that the next opening may be found


@dataclass(frozen=True, order=True)
class Opening:
    """One stretch of time in which a point is open; both instants are aware, in Europe/Rome."""

    opens: datetime
    closes: datetime

    @property
    def seconds(self) -> int:
        """As a clock on the wall that knows daylight saving would count them."""
        return int((self.closes.astimezone(UTC) - self.opens.astimezone(UTC)).total_seconds())


@dataclass(frozen=True)
class ClosedDay:
    """A day on which the published hours say open and the point is not, with the reason in words."""

    day: date
    sentence: str
    hours_lost: Decimal


@dataclass(frozen=True)
class ClosedSpan:
    """The same as a visitor reads it: one line from a day to a day. A feast day is a span of one day."""

    first: date
    last: date
    sentence: str


@dataclass(frozen=True)
class Schedule:
    """The hours of one point over the days that were read (`known`); to ask for other days is the caller's mistake."""

    point_id: UUID
    known: Period
    municipality: Municipality | None = None
    rules: tuple[OpeningRule, ...] = ()
    drafts: tuple[OpeningRule, ...] = ()
    closures: tuple[Closure, ...] = ()
    _planned: dict[date, list[Opening]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def has_hours(self) -> bool:
        """Whether any published hours are valid on some of the days read."""
        return bool(self.rules)

    def openings(self, day: date) -> list[Opening]:
        """When the point is open on a day, in order; nothing on a feast day or during a closure."""
        planned = self.planned_openings(day)
        return [] if planned and self._why_closed(day) else planned

    def planned_openings(self, day: date) -> list[Opening]:
        """The same by the published hours alone; hours that overlap count once."""
        if day not in self.known:
            raise ValueError(f"The hours of {day} were not read: ask schedules_of() for a period that holds it.")
        if day not in self._planned:
            self._planned[day] = list(_merged(_openings_by_rule(self.rules, day)))
        return self._planned[day]

    def planned_hours(self, period: Period) -> Decimal:
        """Hours by the published rules alone, before any closure."""
        return _hours(opening for day in period.days() for opening in self.planned_openings(day))

    def open_hours(self, period: Period) -> Decimal:
        """Hours that are left once feast days and closures are taken away."""
        return _hours(opening for day in period.days() for opening in self.openings(day))

    def closed_days(self, period: Period) -> list[ClosedDay]:
        """Days on which hours are lost, each with its reason; a day without published hours loses nothing."""
        return [
            ClosedDay(day, sentence, _hours(self.planned_openings(day)))
            for day in period.days()
            if self.planned_openings(day) and (sentence := self._why_closed(day))
        ]

    def closed_spans(self, period: Period) -> list[ClosedSpan]:
        """Closures and feast days that cost hours in the period; a feast day inside a closure belongs to it."""
        closed_days = self.closed_days(period)
        spans = [
            ClosedSpan(closure.first_day, closure.last_day, _reason(closure))
            for closure in self.closures
            if any(closure.first_day <= closed.day <= closure.last_day for closed in closed_days)
        ]
        for closed in closed_days:
            if not any(span.first <= closed.day <= span.last for span in spans):
                spans.append(ClosedSpan(closed.day, closed.day, closed.sentence))
        return sorted(spans, key=lambda span: (span.first, span.last))

    def opening_at(self, moment: datetime) -> Opening | None:
        """The opening that a moment falls in: from the minute of opening to before the minute of closing."""
        day = moment.astimezone(ROME).date()
        return next((each for each in self.openings(day) if each.opens <= moment < each.closes), None)

    def next_opening(self, moment: datetime, within_days: int = AHEAD) -> Opening | None:
        """The first opening that begins after a moment, at most so many days ahead."""
        today = moment.astimezone(ROME).date()
        last = min(today + timedelta(days=within_days), self.known.last)
        openings = (each for day in Period(today, last).days() for each in self.openings(day))
        return next((each for each in openings if each.opens > moment), None)

    def _why_closed(self, day: date) -> str:
        closure = next((each for each in self.closures if each.first_day <= day <= each.last_day), None)
        if closure:
            return _reason(closure)
        feast = feast_days(day.year, self.municipality).get(day)
        return _("%(name)s (festa)") % {"name": feast} if feast else ""


def schedules_of(points: Iterable[AccessPoint], period: Period) -> dict[UUID, Schedule]:
    """The schedule of each point for a period and the sixty days after it: three queries at most for any number."""
    points = list(points)
    known = Period(period.first, period.last + timedelta(days=AHEAD))
    keys = [point.pk for point in points]
    rules: defaultdict[UUID, list[OpeningRule]] = defaultdict(list)
    for rule in OpeningRule.objects.filter(point__in=keys).valid_in(known).order_by("weekday", "opens_at"):
        rules[rule.point_id].append(rule)
    closures: defaultdict[UUID, list[Closure]] = defaultdict(list)
    for closure in Closure.objects.filter(point__in=keys).touching(known).order_by("first_day", "pk"):
        closures[closure.point_id].append(closure)
    towns = _municipalities(points)
    return {
        point.pk: Schedule(
            point_id=point.pk,
            known=known,
            municipality=towns[point.municipality_id],
            rules=tuple(rule for rule in rules[point.pk] if not rule.draft),
            drafts=tuple(rule for rule in rules[point.pk] if rule.draft),
            closures=tuple(closures[point.pk]),
        )
        for point in points
    }


def _municipalities(points: list[AccessPoint]) -> dict[int, Municipality]:
    """From the points where they were fetched along, else with one query."""
    if all(AccessPoint._meta.get_field("municipality").is_cached(point) for point in points):
        return {point.municipality_id: point.municipality for point in points}
    return Municipality.objects.in_bulk({point.municipality_id for point in points})


def _openings_by_rule(rules: Iterable[OpeningRule], day: date) -> list[Opening]:
    return sorted(
        Opening(at(day, rule.opens_at), at(day, rule.closes_at))
        for rule in rules
        if rule.weekday == day.weekday()
        and (rule.valid_from is None or rule.valid_from <= day)
        and (rule.valid_until is None or day <= rule.valid_until)
    )


def _merged(openings: Iterable[Opening]) -> Iterator[Opening]:
    current: Opening | None = None
    for opening in openings:
        if current and opening.opens <= current.closes:
            current = Opening(current.opens, max(current.closes, opening.closes))
            continue
        if current:
            yield current
        current = opening
    if current:
        yield current


def _hours(openings: Iterable[Opening]) -> Decimal:
    return (Decimal(sum(opening.seconds for opening in openings)) / 3600).quantize(Decimal("0.01"))


def _reason(closure: Closure) -> str:
    return _(closure.get_reason_display())

"""Everything that the figures of a scope are made of, read once: contacts as tallies, hours as months, words as lists.

`Facts` can be narrowed to a point, a body or a month as often as wanted without asking the database again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Max

from raccordo.kernel.periods import Period
from raccordo.network.codelists import CodeLists, code_lists
from raccordo.network.models import AccessPoint, Organisation
from raccordo.network.schedule import ClosedDay, Schedule, schedules_of
from raccordo.reporting.enums import Aspect
from raccordo.reporting.scopes import Scope
from raccordo.reporting.tallies import Tally, tallies


@dataclass(frozen=True)
class Hours:
    """Opening of one point in one month; `so_far` are the hours up to the last day with contacts."""

    point_id: UUID
    organisation_id: UUID
    month: int
    planned: Decimal
    open: Decimal
    so_far: Decimal
    closed: tuple[ClosedDay, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What a scope holds. `points` and `bodies` are those of the network; `last_day` is the last with a contact."""

    scope: Scope
    tallies: tuple[Tally, ...]
    hours: tuple[Hours, ...]
    points: Mapping[UUID, AccessPoint]
    bodies: Mapping[UUID, Organisation]
    lists: CodeLists
    last_day: date | None = None

    def narrowed(
        self, *, point_id: UUID | None = None, organisation_id: UUID | None = None, month: int | None = None
    ) -> "Facts":
        """The part of one point, body or month."""

        def inside(row: Tally | Hours) -> bool:
            return (
                (point_id is None or row.point_id == point_id)
                and (organisation_id is None or row.organisation_id == organisation_id)
                and (month is None or row.month == month)
            )

        return replace(
            self,
            tallies=tuple(row for row in self.tallies if inside(row)),
            hours=tuple(row for row in self.hours if inside(row)),
        )

    def of(self, aspect: Aspect) -> Iterator[Tally]:
        return (row for row in self.tallies if row.aspect == aspect)

    def total(self, take: Callable[[Tally], int], aspect: Aspect = Aspect.CHANNEL) -> int:
        """A sum over an aspect; every contact stands once under each aspect but that of needs."""
        return sum(take(row) for row in self.of(aspect))

    def by_code(self, aspect: Aspect, take: Callable[[Tally], int]) -> dict[str, int]:
        """Code → sum, for the codes that occur."""
        return _sums((row.code, take(row)) for row in self.of(aspect))

    @property
    def entered(self) -> int:
        return self.total(entered)

    @property
    def standing(self) -> int:
        return self.total(standing)

    @property
    def counted(self) -> int:
        return self.total(counted)

    @property
    def points_with_hours(self) -> frozenset[UUID]:
        """Points for which at least one published hour is left in the scope, up to the last day with contacts."""
        return frozenset(row.point_id for row in self.hours if row.so_far)

    @property
    def months(self) -> list[int]:
        """The months of the period; outside every period, those in which somebody came."""
        return self.scope.months() or sorted({row.month for row in self.tallies})


def entered(row: Tally) -> int:
    return row.entered


def standing(row: Tally) -> int:
    return row.standing


def counted(row: Tally) -> int:
    return row.counted


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for code, number in pairs:
        if number:
            sums[code] = sums.get(code, 0) + number
    return sums


def points_of(network_id: UUID) -> list[AccessPoint]:
    """Every point of a network, retired ones too, with its body and municipality."""
    return list(AccessPoint.objects.filter(network_id=network_id).for_list().order_by("position"))


def gather(scope: Scope, *, of_points: Iterable[AccessPoint] | None = None, hours: bool = True) -> Facts:
    """Read a scope. The number of queries does not depend on how many rows, points or months there are."""
    points = {point.pk: point for point in of_points or points_of(scope.network_id)}
    rows = tuple(tallies(scope))
    last_day = _last_day(scope)
    return Facts(
        scope=scope,
        tallies=rows,
        hours=tuple(_hours(scope, _in_scope(scope, points.values()), last_day)) if hours else (),
        points=points,
        bodies=_bodies(points.values(), rows),
        lists=code_lists(scope.network_id),
        last_day=last_day,
    )


def outside_every_period(scope: Scope) -> int:
    """Contacts of the same point or body on days that no period covers: kept, told apart, in no return."""
    return scope.outside_every_period().contacts().standing().count()


def _last_day(scope: Scope) -> date | None:
    # the whole network's, so that one point's hours run as long as the others'
    whole = replace(scope, point_id=None, organisation_id=None)
    day: date | None = whole.contacts().standing().aggregate(day=Max("happened_on"))["day"]
    return day


def last_change(scope: Scope) -> datetime | None:
    """The last instant at which a row of the scope was written."""
    change: datetime | None = scope.contacts().aggregate(change=Max("changed_at"))["change"]
    return change


def _in_scope(scope: Scope, points: Iterable[AccessPoint]) -> list[AccessPoint]:
    return [
        point
        for point in points
        if scope.point_id in (None, point.pk) and scope.organisation_id in (None, point.organisation_id)
    ]


def _hours(scope: Scope, points: list[AccessPoint], last_day: date | None) -> Iterator[Hours]:
    if scope.span is None:
        return
    schedules = schedules_of(points, scope.span)
    for point in points:
        schedule = schedules[point.pk]
        for month in scope.months():
            yield _month_hours(point, month, scope.month_span(month), schedule, last_day)


def _month_hours(point: AccessPoint, month: int, span: Period, schedule: Schedule, last_day: date | None) -> Hours:
    so_far = span.until(last_day) if last_day else None
    open_hours = schedule.open_hours(span)
    return Hours(
        point_id=point.pk,
        organisation_id=point.organisation_id,
        month=month,
        planned=schedule.planned_hours(span),
        open=open_hours,
        so_far=Decimal(0) if so_far is None else open_hours if so_far == span else schedule.open_hours(so_far),
        closed=tuple(schedule.closed_days(span)),
    )


def _bodies(points: Iterable[AccessPoint], rows: Iterable[Tally]) -> dict[UUID, Organisation]:
    """Bodies that run a point, and those that ran one when its contacts were written."""
    bodies = {point.organisation_id: point.organisation for point in points}
    missing = {row.organisation_id for row in rows} - bodies.keys()
    if missing:
        bodies |= Organisation.objects.order_by("name").in_bulk(missing)
    return bodies

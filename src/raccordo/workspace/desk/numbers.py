"""What those who read numbers, never people, find on their desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from raccordo.intake.models import Contact
from raccordo.intake.querysets import ContactQuerySet
from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import ROME
from raccordo.kernel.periods import Period
from raccordo.kernel.rights import Right
from raccordo.network.models import AccessPoint, ReportingPeriod
from raccordo.network.schedule import schedules_of
from raccordo.workspace.desk.section import Section
from raccordo.workspace.desk.words import Today, opening_today, why
from raccordo.workspace.scope import network_of

WAITING_TOO_LONG = 2  # days


@dataclass(frozen=True)
class Counted:
    """Contacts of one point in the period."""

    raw: int = 0
    by_rule: int = 0
    professionals: int = 0


@dataclass(frozen=True)
class Glance:
    """One point as the lead body sees it: counts alone."""

    point: AccessPoint
    today: Today
    counted: Counted
    waiting: int
    why_url: str = ""  # how the contacts of the point are counted


def sections(actor: Actor, now: datetime) -> list[Section]:
    """The period and its totals; for who builds the returns also each point at a glance."""
    today = now.astimezone(ROME).date()
    period = ReportingPeriod.objects.visible_to(actor).current(today)
    counts = _counts(actor, period, today)
    pieces = [_period(actor, period, counts.values(), today)]
    if actor.may(Right.BUILD_RETURN):
        pieces.insert(0, _glance(actor, period, counts, now))
    return pieces


def _countable(actor: Actor) -> ContactQuerySet:
    """Rows to count, never to show: only for who may see aggregates, only of their network."""
    actor.require(Right.SEE_AGGREGATES)
    return Contact.objects.filter(network_id=network_of(actor)).standing()


def _counts(actor: Actor, period: ReportingPeriod | None, today: date) -> dict[UUID, Counted]:
    """Contacts of the period by point, one query; nothing when no period has begun."""
    if period is None:
        return {}
    rows = (
        _countable(actor)
        .between(period.first_day, min(period.last_day, today))
        .order_by("point")
        .values("point")
        .annotate(
            raw=Count("pk"),
            by_rule=Count("pk", filter=Q(seen_today=False)),
            professionals=Count("pk", filter=Q(seen_today=False, professional=True)),
        )
    )
    return {row["point"]: Counted(row["raw"], row["by_rule"], row["professionals"]) for row in rows}


def _period(actor: Actor, period: ReportingPeriod | None, counts: Iterable[Counted], today: date) -> Section:
    counts = list(counts)
    facts: dict[str, object] = {"period": period, "may_build": actor.may(Right.BUILD_RETURN)}
    if period:
        facts |= {
            "raw": sum(each.raw for each in counts),
            "by_rule": sum(each.by_rule for each in counts),
            "professionals": sum(each.professionals for each in counts),
            "days_left": max(0, (period.last_day - today).days),
            "over": today > period.last_day,
            "why_url": why("I01", period=period.code),
            "why_professionals_url": why("I05", period=period.code),
        }
    return Section("Il periodo di rendiconto in corso", "period", facts)


def _glance(actor: Actor, period: ReportingPeriod | None, counts: dict[UUID, Counted], now: datetime) -> Section:
    today = now.astimezone(ROME).date()
    points = list(AccessPoint.objects.visible_to(actor).current().select_related("municipality"))
    schedules = schedules_of(points, Period(today, today))
    waiting = _waiting_too_long(actor, today)
    rows = [
        Glance(
            point=point,
            today=opening_today(schedules[point.pk], now),
            counted=counts.get(point.pk, Counted()),
            waiting=waiting.get(point.pk, 0),
            why_url=why("I01", period=period.code, point=point.code) if period else "",
        )
        for point in points
    ]
    return Section("Ogni punto in un colpo d’occhio", "glance", {"rows": rows, "days": WAITING_TOO_LONG})


def _waiting_too_long(actor: Actor, today: date) -> dict[UUID, int]:
    """How many hand-overs wait at each point since more than two days."""
    received = Contact.objects.standing().filter(handed_from=OuterRef("pk"))
    rows = (
        _countable(actor)
        .filter(handed_to__isnull=False, happened_on__lt=today - timedelta(days=WAITING_TOO_LONG))
        .filter(~Exists(received))
        .order_by("handed_to")
        .values("handed_to")
        .annotate(waiting=Count("pk"))
    )
    return {row["handed_to"]: row["waiting"] for row in rows}

"""What the page of a point, and that of a closure to be confirmed, say."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from raccordo.kernel.periods import Period
from raccordo.network.models import AccessPoint
from raccordo.network.schedule import Schedule, schedules_of
from raccordo.ui import formats
from raccordo.workspace.desk.words import opening_today

DAYS_NAMED = 6


@dataclass(frozen=True)
class Lost:
    """The published hours that a closure would take away."""

    hours: Decimal
    days: list[str]
    others: int

    @property
    def sentence(self) -> str:
        if not self.days:
            return "In questi giorni il punto è già chiuso: non si perde nessuna ora pubblicata."
        number = formats.number(self.hours)
        hours = "un’ora pubblicata" if self.hours == 1 else f"{number} ore pubblicate"
        return f"Le famiglie non troveranno aperto: si perd{'e' if self.hours == 1 else 'ono'} {hours}."


def definitions(point: AccessPoint) -> list[tuple[str, str]]:
    """Who answers for the point and where it is."""
    place = ", ".join(
        part for part in (point.street, f"{point.postal_code} {point.municipality.name}".strip()) if part
    )
    body = f"{point.organisation.name}, {point.sector}" if point.sector else point.organisation.name
    return [
        ("Codice", point.code),
        ("Tipo", str(point.get_kind_display())),
        ("Ente responsabile", body),
        ("Dipende da", point.parent.name if point.parent else "nessun altro punto"),
        ("Dove", place),
        ("Telefono", point.phone),
        ("E-mail", point.email),
    ]


def today_and_closures(point: AccessPoint, now: datetime, period: Period) -> dict[str, Any]:
    """How it stands now, the closures written for it, the feast days on which hours are lost."""
    schedule = schedules_of([point], period)[point.pk]
    today = now.date()
    closures = [
        {
            "closure": closure,
            "hours": _lost_to(schedule, closure.first_day, closure.last_day),
            "past": closure.last_day < today,
        }
        for closure in schedule.closures
        if closure.first_day <= period.last
    ]
    written = [(closure.first_day, closure.last_day) for closure in schedule.closures]
    feasts = [
        closed
        for closed in schedule.closed_days(Period(today, period.last))
        if not any(first <= closed.day <= last for first, last in written)
    ]
    return {"today": opening_today(schedule, now), "closures": closures, "feasts": feasts}


def _lost_to(schedule: Schedule, first: date, last: date) -> Decimal:
    """Hours that the published rules promised on those days, as far as they were read."""
    begin, end = max(first, schedule.known.first), min(last, schedule.known.last)
    return schedule.planned_hours(Period(begin, end)) if begin <= end else Decimal(0)


def hours_lost(point: AccessPoint, first: date, last: date) -> Lost:
    """What closing from a day to a day takes away from what is still open then."""
    period = Period(first, last)
    schedule = schedules_of([point], period)[point.pk]
    openings = [(day, opened) for day in period.days() if (opened := schedule.openings(day))]
    told = [
        f"{formats.long_day(day)}, "
        + " e ".join(f"{formats.hour(each.opens)}–{formats.hour(each.closes)}" for each in opened)
        for day, opened in openings
    ]
    return Lost(schedule.open_hours(period), told[:DAYS_NAMED], max(0, len(told) - DAYS_NAMED))

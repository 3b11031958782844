"""Ages and openings in words."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse

from raccordo.kernel.clock import ROME
from raccordo.kernel.periods import Period
from raccordo.network.schedule import Opening, Schedule
from raccordo.ui import formats


def since(day: date, today: date) -> str:
    """`da oggi`, `da ieri`, `da 3 giorni`."""
    days = (today - day).days
    if days <= 0:
        return "da oggi"
    return "da ieri" if days == 1 else f"da {days} giorni"


def why(code: str, *, period: str = "", point: str = "") -> str:
    """The page that explains a number of a period (without one: that in course), over the network or of one point."""
    asked = {"periodo": period, "punto": point}
    return (
        f"{reverse('reporting:why', args=[code])}?{urlencode({key: value for key, value in asked.items() if value})}"
    )


@dataclass(frozen=True)
class Today:
    """How a point stands at a moment: `kind` is that of the status component."""

    kind: str
    label: str
    sentence: str


def opening_today(schedule: Schedule, moment: datetime) -> Today:
    """Open now, still to open, closed and why, or no hours at all."""
    local = moment.astimezone(ROME)
    if opening := schedule.opening_at(local):
        return Today("good", "Aperto adesso", f"Fino alle {formats.hour(opening.closes)}.")
    following = schedule.next_opening(local)
    if following and following.opens.date() == local.date():
        return Today("waiting", "Apre oggi", f"Dalle {formats.hour(following.opens)} alle {_until(following)}.")
    lost = schedule.closed_days(Period(local.date(), local.date()))
    if lost:
        return Today("bad", "Chiuso oggi", f"{lost[0].sentence}. {_next(following)}")
    if not schedule.has_hours:
        return Today("quiet", "Orari non pubblicati", "Il protocollo non li dice, o li lascia in bozza.")
    return Today("quiet", "Chiuso", _next(following))


def _until(opening: Opening) -> str:
    return formats.hour(opening.closes)


def _next(following: Opening | None) -> str:
    if following is None:
        return "Nessuna apertura nei prossimi due mesi."
    return f"Riapre {formats.long_day(following.opens)}, {formats.at_hour(following.opens)}."

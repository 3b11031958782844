"""Where a period stands on a day, in words."""

from dataclasses import dataclass
from datetime import date

from raccordo.network.models import ReportingPeriod


@dataclass(frozen=True)
class State:
    """The label and the kind of status (ui: good, waiting, quiet)."""

    label: str
    kind: str


CURRENT = State("in corso", "waiting")
OVER = State("concluso", "good")
TO_COME = State("futuro", "quiet")
OUTSIDE = State("fuori da ogni periodo", "quiet")


def state_of(period: ReportingPeriod | None, today: date) -> State:
    if period is None:
        return OUTSIDE
    if today < period.first_day:
        return TO_COME
    return CURRENT if today <= period.last_day else OVER

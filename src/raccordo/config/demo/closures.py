"""Days on which the demo points stay shut: August, Christmas, a day of training."""

from dataclasses import replace
from datetime import date, timedelta

from raccordo.kernel.actors import SYSTEM
from raccordo.kernel.periods import Period
from raccordo.network.enums import ClosureReason
from raccordo.network.models import AccessPoint
from raccordo.network.operations import close_point

SCHOOL_POINTS = ("SP1", "SP1B", "SP3B")
NOTICE = timedelta(days=14)


def close_for_holidays(points: dict[str, AccessPoint], period: Period) -> None:
    """Mark the closures that begin in the period, two weeks before each."""
    for year in sorted({period.first.year, period.last.year}):
        for code, first, last, reason in _closures(year):
            if code in points and first in period and last in period:
                by = replace(SYSTEM, network_id=points[code].network_id, point_ids=frozenset({points[code].pk}))
                close_point(
                    point_id=points[code].pk, first_day=first, last_day=last, reason=reason, by=by, on=first - NOTICE
                )


def _closures(year: int) -> list[tuple[str, date, date, ClosureReason]]:
    august = [(code, date(year, 8, 10), date(year, 8, 21), ClosureReason.HOLIDAYS) for code in ("HUB", "SP3", "SP4")]
    schools = [(code, date(year, 7, 1), date(year, 8, 31), ClosureReason.HOLIDAYS) for code in SCHOOL_POINTS]
    christmas = [
        (code, date(year, 12, 24), date(year, 12, 31), ClosureReason.HOLIDAYS) for code in ("HUB", *SCHOOL_POINTS)
    ]
    training = [("HUB", date(year, 3, 12), date(year, 3, 12), ClosureReason.MEETING)]
    return [*august, *schools, *christmas, *training]

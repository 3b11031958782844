"""A span of days, both ends included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """Days from `first` to `last`, both included, since acts and calls name them so."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("A period ends on or after the day on which it begins.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        """Each day, in order."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=offset)

    def months(self) -> list[int]:
        """The months touched, as year × 100 + month (202611), in order."""
        return list(self._inner_months())

    def _inner_months(self) -> Iterator[int]:
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            yield year * 100 + month
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def until(self, day: date) -> "Period | None":
        """The part that lies on or before `day`, or None when all of it is still to come."""
        return None if day < self.first else Period(self.first, min(self.last, day))


def month_number(day: date) -> int:
    """The month of a day as an integer that sorts and groups: year × 100 + month (202611)."""
    return day.year * 100 + day.month

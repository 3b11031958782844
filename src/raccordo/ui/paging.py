"""Pages of a growing list, without counting it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

Row = TypeVar("Row")

PAGE_SIZE = 25


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of rows; it knows whether there is another, not how many there are."""

    rows: Sequence[Row]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_others(self) -> bool:
        return self.has_previous or self.has_next

    @property
    def next(self) -> int:
        return self.number + 1

    @property
    def previous(self) -> int:
        return self.number - 1


def page_of(queryset: QuerySet[Any, Row], asked: str | None, *, size: int = PAGE_SIZE) -> Page[Row]:
    """The page asked for in the address (`?page=2`); what is not a number is the first page."""
    number = int(asked) if asked and asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    number = max(1, number)
    start = (number - 1) * size
    rows = list(queryset[start : start + size + 1])
    return Page(rows[:size], number, len(rows) > size)

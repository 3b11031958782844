"""A table before it is a file, and what may stand in its cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from raccordo.kernel.clock import ROME

Cell = str | int | float | Decimal | date | datetime | None
Kind = Literal["text", "number", "decimal", "percent", "date", "datetime"]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
ILLEGAL_IN_XML = {number: None for number in range(32) if chr(number) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}
SHEET_NAME_LENGTH = 31
ILLEGAL_IN_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
SAMPLE = 200  # rows looked at to choose a column's width; the rest streams by
WIDEST, NARROWEST = 60, 8


@dataclass(frozen=True)
class Column:
    """One column. `key` names it for programs, `label` for readers; a `percent` is a fraction (0.28 reads 28 %)."""

    key: str
    label: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """Rows in the order of `columns`, perhaps from a generator (read once). With `total` the last row is a sum."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    notes: Sequence[str] = ()
    total: bool = False


def safe_text(text: str) -> str:
    """The text as a spreadsheet will show it: what could be taken for a formula gets an apostrophe before it."""
    clean = text.translate(ILLEGAL_IN_XML)
    return f"'{clean}" if clean.startswith(DANGEROUS) else clean


def local(moment: datetime) -> datetime:
    """Spreadsheets know no time zones: the hour on the wall in Italy."""
    return moment.astimezone(ROME).replace(tzinfo=None) if moment.tzinfo else moment


def sheet_names(titles: Iterable[str]) -> Iterable[str]:
    """A legal name for each sheet, in order: at most 31 characters, none twice (capitals do not distinguish)."""
    taken: set[str] = set()
    for title in titles:
        plain = " ".join(title.translate(ILLEGAL_IN_XML).translate(ILLEGAL_IN_SHEET_NAME).split()).strip("' ")
        stem = plain[:SHEET_NAME_LENGTH].strip("' ") or "Foglio"
        name, number = stem, 2
        while name.casefold() in taken:
            ending = f" ({number})"
            name, number = stem[: SHEET_NAME_LENGTH - len(ending)].rstrip() + ending, number + 1
        taken.add(name.casefold())
        yield name


def widths(columns: Sequence[Column], sample: Iterable[Sequence[Cell]]) -> list[int]:
    """Width of each column in characters, from its head and the first rows."""
    wide = [max(NARROWEST, min(len(column.label), 24) + 2) for column in columns]
    for row in sample:
        for place, value in enumerate(row[: len(wide)]):
            length = 17 if isinstance(value, datetime) else len(str(value)) + 2 if value is not None else 0
            wide[place] = min(WIDEST, max(wide[place], length))
    return wide

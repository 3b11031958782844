"""A return before it is a file. Every value stands in a cell with a key that is the same in each format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from raccordo.kernel.tables import Cell, Column
from raccordo.ui.charts import Bar


@dataclass(frozen=True)
class Row:
    """One line: `key` for programs, `label` (its head) and one cell for each column of the table."""

    key: str
    label: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class ReturnTable:
    """A table with heads on both sides. `sheet` is its name in spreadsheets; with `total` the last row is a sum."""

    key: str
    sheet: str
    title: str
    head: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    total: bool = False
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Chart:
    """Bars that say `title`, drawn from numbers that stand in a table too."""

    key: str
    title: str
    unit: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Section:
    """A chapter."""

    number: str
    title: str
    text: Sequence[str] = ()
    tables: Sequence[ReturnTable] = ()
    charts: Sequence[Chart] = ()


@dataclass(frozen=True)
class ReturnDocument:
    """The whole return. `as_of` is the instant of the last change of any row in it, never the moment of printing."""

    network_code: str
    network: str
    lead: str
    territory: str
    is_demo: bool
    period_code: str
    period: str
    span: str
    note: str
    first_day: date
    as_of: datetime | None
    as_of_words: str
    acts: Sequence[str]
    sections: Sequence[Section]

    @property
    def title(self) -> str:
        return f"Rendiconto {self.period_code} – {self.network}"

    @property
    def tables(self) -> Iterator[ReturnTable]:
        for section in self.sections:
            yield from section.tables


def cells(document: ReturnDocument) -> dict[str, Cell]:
    """Every cell by its key `table/row/column`."""
    return {
        f"{table.key}/{row.key}/{column.key}": value
        for table in document.tables
        for row in table.rows
        for column, value in zip(table.columns, row.cells, strict=True)
    }


def counts(document: ReturnDocument) -> dict[str, int]:
    """The cells that are plain counts: what one contact more moves by one. Shares and means follow from them."""
    return {key: value for key, value in cells(document).items() if isinstance(value, int)}


def json_value(value: Cell) -> str | int | float | None:
    """A cell for JSON: numbers stay numbers, days and instants are ISO."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat()

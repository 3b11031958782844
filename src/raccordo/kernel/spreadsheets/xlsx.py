"""XLSX by xlsxwriter in constant memory: no formula, no author, no time of now."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from raccordo.kernel.spreadsheets.shapes import (
    SAMPLE,
    Cell,
    Column,
    Kind,
    Table,
    local,
    safe_text,
    sheet_names,
    widths,
)

FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  (the format wants a naive one; the same in every file)
FORMATS: dict[Kind, dict[str, Any]] = {
    "text": {},
    "number": {"num_format": "#,##0"},
    "decimal": {"num_format": "#,##0.00"},
    "percent": {"num_format": "0.0%"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
    "datetime": {"num_format": "dd/mm/yyyy hh:mm", "align": "left"},
}


def write_xlsx(tables: Iterable[Table], target: Path | IO[bytes], *, about: str = "") -> None:
    """One visible sheet for each table; `about` (who, when, what for) is the first line of every sheet."""
    shown = list(tables)
    book = xlsxwriter.Workbook(
        target,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "dd/mm/yyyy",
        },
    )
    book.set_properties({"author": "", "created": FIXED, "title": shown[0].title if shown else ""})
    formats = _formats(book)
    for table, name in zip(shown, sheet_names(table.title for table in shown), strict=True):
        _write_sheet(book.add_worksheet(name), table, formats, about)
    book.close()


def _formats(book: Any) -> dict[tuple[str, bool], Any]:
    made: dict[tuple[str, bool], Any] = {(kind, False): book.add_format(look) for kind, look in FORMATS.items()}
    bold = {"bold": True, "top": 1}
    made |= {(kind, True): book.add_format(look | bold) for kind, look in FORMATS.items()}
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
    made["head", False] = book.add_format(head)
    made["head", True] = book.add_format(head | {"align": "right"})
    made["note", False] = book.add_format({"italic": True})
    return made


def _write_sheet(sheet: Any, table: Table, formats: dict[tuple[str, bool], Any], about: str) -> None:
    rows = iter(table.rows)
    sample = list(islice(rows, SAMPLE))
    for place, width in enumerate(widths(table.columns, sample)):
        sheet.set_column(place, place, width)
    line = 0
    if about:
        sheet.write_string(0, 0, safe_text(about), formats["note", False])
        line = 1
    for place, column in enumerate(table.columns):
        look = formats["head", column.kind not in ("text", "date", "datetime")]
        sheet.write_string(line, place, safe_text(column.label), look)
    sheet.freeze_panes(line + 1, 0)
    sheet.repeat_rows(line)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    line = _write_rows(sheet, table, chain(sample, rows), formats, line + 1)
    for note in table.notes:
        line += 1
        sheet.write_string(line, 0, safe_text(note), formats["note", False])


def _write_rows(
    sheet: Any, table: Table, rows: Iterable[Sequence[Cell]], formats: dict[tuple[str, bool], Any], line: int
) -> int:
    """Each row is written when the next one is known, since the last may be a sum."""
    waiting: Sequence[Cell] | None = None
    for row in rows:
        if waiting is not None:
            _write_row(sheet, line, table.columns, waiting, formats, strong=False)
            line += 1
        waiting = row
    if waiting is not None:
        _write_row(sheet, line, table.columns, waiting, formats, strong=table.total)
        line += 1
    return line


def _write_row(
    sheet: Any,
    line: int,
    columns: Sequence[Column],
    row: Sequence[Cell],
    formats: dict[tuple[str, bool], Any],
    *,
    strong: bool,
) -> None:
    for place, (column, value) in enumerate(zip(columns, row, strict=True)):
        if value is None or value == "":
            continue
        look = formats[column.kind, strong]
        if isinstance(value, datetime):
            sheet.write_datetime(line, place, local(value), look)
        elif isinstance(value, date):
            sheet.write_datetime(line, place, value, look)
        elif isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            sheet.write_number(line, place, value, look)
        else:
            sheet.write_string(line, place, safe_text(str(value)), look)

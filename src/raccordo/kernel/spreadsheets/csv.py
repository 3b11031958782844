"""CSV as a spreadsheet in Italy opens it with a double click: UTF-8 with its mark, semicolons, decimal comma."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO

from raccordo.kernel.spreadsheets.shapes import Cell, Table, local, safe_text

MARK = "\ufeff"
FLUSH = 500  # rows put together before they leave


class _Echo:
    """What csv writes into: it hands the line back."""

    def write(self, text: str) -> str:
        return text


def csv_lines(table: Table, *, about: str = "") -> Iterator[bytes]:
    """The file in pieces, for a streamed answer; a day is 2026-11-24, a share 28,57%."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    pieces = [MARK]
    if about:
        pieces.append(writer.writerow([safe_text(about)]))
    pieces.append(writer.writerow([safe_text(column.label) for column in table.columns]))
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        pieces.append(writer.writerow([_said(value, kind) for value, kind in zip(row, kinds, strict=True)]))
        if len(pieces) >= FLUSH:
            yield "".join(pieces).encode()
            pieces = []
    if pieces:
        yield "".join(pieces).encode()


def write_csv(tables: Iterable[Table], target: Path | IO[bytes], *, about: str = "") -> None:
    """One table is the plain form; of several, each has its title above, its notes and an empty line below."""
    if isinstance(target, Path):
        with target.open("wb") as file:
            write_csv(tables, file, about=about)
        return
    shown = list(tables)
    for place, table in enumerate(shown):
        if len(shown) > 1:
            target.write(f"{MARK if place == 0 else ''}{_quoted(table.title)}\r\n".encode())
        for piece in csv_lines(table, about=about if place == 0 else ""):
            target.write(piece.removeprefix(MARK.encode()) if len(shown) > 1 else piece)
        if len(shown) > 1:
            target.write("".join(f"{_quoted(note)}\r\n" for note in table.notes).encode() + b"\r\n")


def _quoted(text: str) -> str:
    return str(csv.writer(_Echo(), delimiter=";", lineterminator="").writerow([safe_text(text)]))


def _said(value: Cell, kind: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{local(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and kind != "percent":
        return str(value)
    if isinstance(value, (int, float, Decimal)):
        exact = Decimal(str(value))
        said = f"{exact * 100:.2f}%" if kind == "percent" else f"{exact:f}"
        return said.replace(".", ",")
    return safe_text(str(value))

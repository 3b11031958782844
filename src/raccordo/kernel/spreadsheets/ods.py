"""ODS written row by row into the zip: no formula, no author, no time of now.

A date has a style of its own, else LibreOffice shows it as a number.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from raccordo.kernel.spreadsheets.ods_parts import (
    CONTENT_END,
    CONTENT_HEAD,
    CONTENT_START,
    DATE_OF_EVERY_FILE,
    MANIFEST,
    MIME_TYPE,
    STYLES,
    column_style,
    meta,
    settings,
)
from raccordo.kernel.spreadsheets.shapes import SAMPLE, Cell, Column, Table, local, safe_text, sheet_names, widths


def write_ods(tables: Iterable[Table], target: Path | IO[bytes], *, about: str = "") -> None:
    """One sheet for each table; `about` (who, when, what for) is the first line of every sheet."""
    shown = list(tables)
    names = list(sheet_names(table.title for table in shown))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        # the type comes first and unpacked: that is how programs recognise the file
        archive.writestr(zipfile.ZipInfo("mimetype", DATE_OF_EVERY_FILE), MIME_TYPE, zipfile.ZIP_STORED)
        packed = zipfile.ZipInfo("content.xml", DATE_OF_EVERY_FILE)
        packed.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(packed, "w", force_zip64=True) as content:
            for text in _content(shown, names, about):
                content.write(text.encode())
        parts = {
            "styles.xml": STYLES,
            "meta.xml": meta(shown[0].title if shown else ""),
            "settings.xml": settings(names, frozen=2 if about else 1),
            "META-INF/manifest.xml": MANIFEST,
        }
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, DATE_OF_EVERY_FILE), text, zipfile.ZIP_DEFLATED)


def _content(tables: Sequence[Table], names: Sequence[str], about: str) -> Iterator[str]:
    samples = [_sampled(table) for table in tables]
    wide = [widths(table.columns, sample) for table, (sample, _) in zip(tables, samples, strict=True)]
    yield CONTENT_START
    yield from (column_style(width) for width in sorted({width for each in wide for width in each}))
    yield CONTENT_HEAD
    for table, name, (sample, rest), columns in zip(tables, names, samples, wide, strict=True):
        yield f"<table:table table:name={quoteattr(name)}>"
        yield from (f'<table:table-column table:style-name="w{width}"/>' for width in columns)
        if about:
            yield _line(_text(about, "note"))
        yield "<table:table-header-rows>"
        yield _line("".join(_text(column.label, _head_style(column)) for column in table.columns))
        yield "</table:table-header-rows>"
        yield from _rows(table, chain(sample, rest))
        if table.notes:
            yield _line("<table:table-cell/>")
        yield from (_line(_text(note, "note")) for note in table.notes)
        yield "</table:table>"
    yield CONTENT_END


def _sampled(table: Table) -> tuple[list[Sequence[Cell]], Iterator[Sequence[Cell]]]:
    rows = iter(table.rows)
    return list(islice(rows, SAMPLE)), rows


def _rows(table: Table, rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Each row is written when the next one is known, since the last may be a sum."""
    waiting: Sequence[Cell] | None = None
    for row in rows:
        if waiting is not None:
            yield _row(table.columns, waiting, "")
        waiting = row
    if waiting is not None:
        yield _row(table.columns, waiting, "-sum" if table.total else "")


def _row(columns: Sequence[Column], row: Sequence[Cell], suffix: str) -> str:
    return _line("".join(_cell(value, column.kind, suffix) for column, value in zip(columns, row, strict=True)))


def _cell(value: Cell, kind: str, suffix: str) -> str:
    if value is None or value == "":
        return f'<table:table-cell table:style-name="text{suffix}"/>'
    if isinstance(value, datetime):
        moment = local(value)
        return _typed(
            "date", f'office:date-value="{moment:%Y-%m-%dT%H:%M:%S}"', f"datetime{suffix}", f"{moment:%d/%m/%Y %H:%M}"
        )
    if isinstance(value, date):
        return _typed("date", f'office:date-value="{value:%Y-%m-%d}"', f"date{suffix}", f"{value:%d/%m/%Y}")
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        style = kind if kind in ("number", "decimal", "percent") else "number" if isinstance(value, int) else "decimal"
        said = f"{Decimal(str(value)):f}"
        return _typed(
            "percentage" if style == "percent" else "float", f'office:value="{said}"', f"{style}{suffix}", said
        )
    return _text(str(value), f"text{suffix}")


def _typed(kind: str, value: str, style: str, said: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="{kind}" {value}>'
        f"<text:p>{said}</text:p></table:table-cell>"
    )


def _text(text: str, style: str) -> str:
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in safe_text(text).splitlines() or [""])
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'


def _spaced(line: str) -> str:
    """Tabs and runs of spaces would be read as one space."""
    return escape(line).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")


def _head_style(column: Column) -> str:
    return "head" if column.kind in ("text", "date", "datetime") else "head-number"


def _line(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"

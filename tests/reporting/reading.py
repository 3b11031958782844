"""The cells of a return, read back from each kind of file by another program."""

import csv
import io
import json

from pypdf import PdfReader
from python_calamine import CalamineWorkbook


def from_json(content):
    return {
        f"{table['key']}/{row['key']}/{column}": value
        for section in json.loads(content)["sections"]
        for table in section["tables"]
        for row in table["rows"]
        for column, value in row["cells"].items()
    }


def from_csv(content):
    """Every value as text."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    next(rows)
    return {row[0]: row[6] for row in rows}


def from_workbook(content, document):
    """Sheet, row and column are found by their place, as a person would find them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = {}
    for name, table in zip(book.sheet_names[1:], document.tables, strict=True):
        lines = book.get_sheet_by_name(name).to_python(skip_empty_area=False)[2:]
        for row, line in zip(table.rows, lines, strict=False):
            assert str(line[0]).lstrip("'") == row.label
            for column, value in zip(table.columns, line[1:], strict=False):
                cells[f"{table.key}/{row.key}/{column.key}"] = value
    return cells


def text_of_pdf(content):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)

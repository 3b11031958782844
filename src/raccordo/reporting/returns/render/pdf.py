"""The return as a document to sign: PDF/UA-1 and PDF/A-2a by Typst, the same bytes for the same data."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from raccordo.reporting.returns.document import Chart, ReturnDocument, ReturnTable
from raccordo.reporting.returns.render.sheets import cover_lines
from raccordo.reporting.returns.render.typesetting import typeset
from raccordo.reporting.returns.render.words import said
from raccordo.ui.assets import theme_folder
from raccordo.ui.charts import bar_chart, column_chart

TEMPLATE = Path(__file__).parent.parent.parent / "typst" / "return.typ"
CHART_WIDTH = 640
LINE = 24  # letters; a longer text breaks, and asks for less room than its length
SHORT = 10
PADDING = 4
MOST_COLUMNS = 12  # charts with more bars than this lie down


def to_pdf(document: ReturnDocument) -> bytes:
    """The only clock in the file is the instant of the last change."""
    return typeset(
        TEMPLATE,
        json.dumps(payload(document), ensure_ascii=False),
        fonts=fonts(),
        timestamp=int(document.as_of.timestamp()) if document.as_of else 0,
    )


@lru_cache(maxsize=1)
def fonts() -> list[str]:
    """Where the letters are: Typst reads TTF, not the WOFF2 of the pages."""
    return sorted({str(path.parent) for path in (theme_folder() / "fonts").rglob("*.ttf")})


def payload(document: ReturnDocument) -> dict[str, Any]:
    """Everything as text, so that the template only places it."""
    day = document.as_of or document.first_day  # PDF/A wants a date, and it must not be that of printing
    return {
        "title": document.title,
        "network": document.network,
        "period": document.period,
        "period_code": document.period_code,
        "span": document.span,
        "note": document.note,
        "lead": document.lead,
        "demo": document.is_demo,
        "as_of": document.as_of_words,
        "date": [day.year, day.month, day.day],
        "cover": [{"term": term, "text": text} for term, text in cover_lines(document)],
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "text": [each for each in section.text if each],
                "tables": [_table(table) for table in section.tables],
                "charts": [_chart(chart) for chart in section.charts],
            }
            for section in document.sections
        ],
    }


def _table(table: ReturnTable) -> dict[str, Any]:
    rows = [
        [row.label, *(said(value, column.kind) for column, value in zip(table.columns, row.cells, strict=True))]
        for row in table.rows
    ]
    return {
        "title": table.title,
        "head": table.head,
        "columns": [{"label": column.label, "text": column.kind == "text"} for column in table.columns],
        "widths": _widths(table, rows),
        "rows": rows,
        "total": table.total,
        "notes": list(table.notes),
    }


def _widths(table: ReturnTable, rows: list[list[str]]) -> list[int]:
    """How much room each column asks for, in letters; 0 for a short one, which takes exactly what it needs."""
    wide = []
    for place, label in enumerate([table.head, *(column.label for column in table.columns)]):
        longest = max((len(row[place]) for row in rows), default=0)
        if place and max(longest, len(label)) <= SHORT:
            wide.append(0)
            continue
        word = max(len(word) for word in label.split())
        asked = longest if longest <= LINE else LINE + round((longest - LINE) ** 0.6)
        wide.append(max(word, asked) + PADDING)
    return wide


def _chart(chart: Chart) -> dict[str, str]:
    draw = column_chart if _stands(chart) else bar_chart
    drawing = draw(chart.bars, key=chart.key, title=chart.title, unit=chart.unit, width=CHART_WIDTH)
    told = "; ".join(f"{bar.label}: {bar.number}" for bar in chart.bars)
    return {"title": chart.title, "drawing": str(drawing), "alt": f"{chart.title}. {told} ({chart.unit})."}


def _stands(chart: Chart) -> bool:
    """Months stand as columns; names of places need a line each."""
    return len(chart.bars) <= MOST_COLUMNS and all(len(bar.label) <= len("ott 2026") for bar in chart.bars)

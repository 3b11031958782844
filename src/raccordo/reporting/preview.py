"""A return as it is read on the page: the same document, its cells in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from raccordo.kernel.tables import Column
from raccordo.reporting.returns.document import Chart, ReturnDocument, ReturnTable
from raccordo.reporting.returns.render.words import said
from raccordo.ui.charts import bar_chart


@dataclass(frozen=True)
class ShownTable:
    table: ReturnTable
    rows: list[tuple[str, list[tuple[Column, str]]]]


@dataclass(frozen=True)
class ShownChapter:
    number: str
    title: str
    text: list[str]
    tables: list[ShownTable]
    charts: list[tuple[Chart, SafeString]]


def chapters(document: ReturnDocument) -> list[ShownChapter]:
    """Every section with its tables and drawings."""
    return [
        ShownChapter(
            section.number,
            section.title,
            [text for text in section.text if text],
            [_shown(table) for table in section.tables],
            [(chart, bar_chart(chart.bars, key=chart.key, title=chart.title)) for chart in section.charts],
        )
        for section in document.sections
    ]


def _shown(table: ReturnTable) -> ShownTable:
    return ShownTable(
        table,
        [
            (
                row.label,
                [(column, said(value, column.kind)) for column, value in zip(table.columns, row.cells, strict=True)],
            )
            for row in table.rows
        ],
    )

"""A return as it is read on the page: the same document, its cells in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from raccordo.kernel.tables import Column
from raccordo.reporting.indicators import INDICATORS
from raccordo.reporting.returns.document import Chart, ReturnDocument, ReturnTable
from raccordo.reporting.returns.render.words import said
from raccordo.ui.charts import bar_chart

# table of the return → the indicator that says how its numbers are counted
EXPLAINED_BY = {
    **dict.fromkeys(("conteggio", "a-parte", "accessi", "accessi-mese", "registrati-mese", "accessi-enti"), "I01"),
    **dict.fromkeys(("utenti", "per-chi", "fasi", "servizi"), "I01"),
    **dict.fromkeys(("richieste", "bisogni", "richieste-punti"), "I09"),
    "primi-mese": "I04",
    "qualita": "I37",
    **dict.fromkeys(("ore", "ore-mese", "chiusure"), "I27"),
    "gruppi": "I05",
    "canali": "I07",
    "invianti": "I08",
    "esiti": "I12",
    "passaggi": "I19",
}


@dataclass(frozen=True)
class ShownTable:
    """A table, and the codes of the indicators that explain its numbers."""

    table: ReturnTable
    explained_by: list[str]
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
    of_columns = [column.key for column in table.columns if column.key in INDICATORS]
    return ShownTable(
        table,
        of_columns or ([EXPLAINED_BY[table.key]] if table.key in EXPLAINED_BY else []),
        [
            (
                row.label,
                [(column, said(value, column.kind)) for column, value in zip(table.columns, row.cells, strict=True)],
            )
            for row in table.rows
        ],
    )

"""The return as a workbook (XLSX, ODS: one sheet for each table) and as one long CSV (one line for each cell)."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from raccordo.kernel.tables import Cell, Column, Table, write_csv, write_ods, write_xlsx
from raccordo.reporting.returns.document import ReturnDocument, ReturnTable

UNITS = {"number": "numero", "decimal": "numero", "percent": "quota", "text": "testo"}


def to_xlsx(document: ReturnDocument) -> bytes:
    return _workbook(document, write_xlsx)


def to_ods(document: ReturnDocument) -> bytes:
    return _workbook(document, write_ods)


def to_csv(document: ReturnDocument) -> bytes:
    """Chiave, capitolo, tabella, riga, colonna, unità, valore; shares are fractions."""
    heads = ("Chiave", "Capitolo", "Tabella", "Riga", "Colonna", "Unità", "Valore")
    table = Table("Rendiconto", [Column(head.lower(), head) for head in heads], _lines(document))
    target = BytesIO()
    write_csv([table], target)
    return target.getvalue()


def about(document: ReturnDocument) -> str:
    """The first line of every sheet."""
    demo = " · RETE DIMOSTRATIVA, numeri inventati" if document.is_demo else ""
    return f"{document.title} · {document.span} · dati al {document.as_of_words}{demo}"


def _workbook(document: ReturnDocument, write: Callable[..., None]) -> bytes:
    target = BytesIO()
    write([_cover(document), *(_sheet(table) for table in document.tables)], target, about=about(document))
    return target.getvalue()


def _cover(document: ReturnDocument) -> Table:
    rows: list[tuple[Cell, ...]] = list(cover_lines(document))
    rows += [
        (f"Capitolo {section.number}", f"{section.title}. {' '.join(section.text)}") for section in document.sections
    ]
    return Table("Frontespizio", [Column("voce", "Voce"), Column("testo", "Testo")], rows)


def cover_lines(document: ReturnDocument) -> Iterator[tuple[str, str]]:
    """What stands on the cover, term by term."""
    yield "Rete", document.network
    yield "Periodo", f"{document.period_code} · {document.period}, {document.span}"
    if document.note:
        yield "Nota", document.note
    yield "Ente capofila", document.lead
    if document.territory:
        yield "Territorio", document.territory
    for act in document.acts:
        yield "Atto", act
    yield "Dati al", document.as_of_words


def _sheet(table: ReturnTable) -> Table:
    columns = [Column("riga", table.head), *table.columns]
    return Table(table.sheet, columns, [(row.label, *row.cells) for row in table.rows], table.notes, table.total)


def _lines(document: ReturnDocument) -> Iterator[tuple[Cell, ...]]:
    for section in document.sections:
        for table in section.tables:
            yield from _cells_of(table, f"{section.number}. {section.title}")


def _cells_of(table: ReturnTable, chapter: str) -> Iterable[tuple[Cell, ...]]:
    for row in table.rows:
        for column, value in zip(table.columns, row.cells, strict=True):
            key = f"{table.key}/{row.key}/{column.key}"
            yield key, chapter, table.title, row.label, column.label, UNITS[column.kind], value

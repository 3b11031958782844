"""Columns of the lists of this app, as files."""

from collections.abc import Iterable, Iterator

from raccordo.kernel.tables import Cell, Column, Table
from raccordo.workspace.trail import Row

TRAIL_COLUMNS = (
    Column("seq", "Numero", "number"),
    Column("at", "Quando", "datetime"),
    Column("who", "Persona"),
    Column("role", "Ruolo"),
    Column("action", "Che cosa ha fatto"),
    Column("about", "Oggetto"),
    Column("changed", "Dati"),
)


def trail_table(rows: Iterable[Row]) -> Table:
    """The rows of the trail, newest first."""
    return Table("Registro", TRAIL_COLUMNS, _cells(rows))


def _cells(rows: Iterable[Row]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield row.seq, row.at, row.who, row.role, row.sentence, str(row.about or ""), row.told

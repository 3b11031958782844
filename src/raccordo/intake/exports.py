"""The list of contacts as a table: each code beside its words, no person."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from raccordo.intake.desk import Desk
from raccordo.intake.enums import MOST_NEEDS, CodeList
from raccordo.intake.models import Request
from raccordo.intake.querysets import ContactQuerySet
from raccordo.kernel.tables import Cell, Column, Table

AT_ONCE = 2000  # contacts whose requests are read with one query
CODED: tuple[tuple[str, CodeList], ...] = (
    ("channel", CodeList.CHANNEL),
    ("contact_type", CodeList.CONTACT_TYPE),
    ("visitor_type", CodeList.VISITOR),
    ("for_whom", CodeList.FOR_WHOM),
    ("life_phase", CodeList.LIFE_PHASE),
    ("service", CodeList.SERVICE),
    ("outcome", CodeList.OUTCOME),
    ("source", CodeList.SOURCE),
    ("interlocutor", CodeList.INTERLOCUTOR),
    ("void_reason", CodeList.VOID),
)
PLAIN = (
    "pk", "happened_on", "point_id", "professional", "accompanied", "seen_today", "handed_to_id", "recorded_at",
    "voided_at",
)  # fmt: skip


def contacts_table(contacts: ContactQuerySet, desk: Desk) -> Table:
    """One row for each contact, in the order of the list; read as it is written."""
    return Table(title="Accessi", columns=_columns(), rows=_rows(contacts, desk))


def _columns() -> list[Column]:
    columns = [
        Column("id", "Identificativo"),
        Column("happened_on", "Giorno", "date"),
        Column("point", "Punto, codice"),
        Column("point_name", "Punto"),
        Column("group", "Gruppo"),
    ]
    for name, list_code in CODED:
        columns += [Column(name, f"{list_code.label}, codice"), Column(f"{name}_label", str(list_code.label))]
    for place in range(1, MOST_NEEDS + 1):
        label = f"{CodeList.NEED.label} {place}"
        columns += [Column(f"need_{place}", f"{label}, codice"), Column(f"need_{place}_label", label)]
    return [
        *columns,
        Column("handed_to", "Passato al punto, codice"),
        Column("handed_to_name", "Passato al punto"),
        Column("accompanied", "Era accompagnato"),
        Column("seen_today", "Già contato quel giorno in quel punto"),
        Column("recorded_at", "Registrato", "datetime"),
        Column("voided_at", "Annullato", "datetime"),
    ]


def _rows(contacts: ContactQuerySet, desk: Desk) -> Iterator[Sequence[Cell]]:
    found = contacts.values_list(*PLAIN, *(name for name, _ in CODED)).iterator(chunk_size=AT_ONCE)
    labels = [{code.code: code.label for code in desk.lists.of(list_code).values()} for _, list_code in CODED]
    needs = {code.code: code.label for code in desk.lists.of(CodeList.NEED).values()}
    while chunk := list(islice(found, AT_ONCE)):
        requests = needs_of([row[0] for row in chunk])
        for row in chunk:
            yield _row(row, requests.get(row[0], []), desk, labels, needs)


def needs_of(contacts: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The needs expressed in each contact, in order; one query, no objects."""
    told: dict[UUID, list[str]] = {}
    rows = Request.objects.filter(contact__in=list(contacts)).order_by(
        "contact_id", "position"
    )  # not "contact": that is its ordering
    for contact_id, need in rows.values_list("contact_id", "need"):
        told.setdefault(contact_id, []).append(need)
    return told


def _row(
    row: Sequence[Any], requested: list[str], desk: Desk, labels: list[dict[str, str]], needs: dict[str, str]
) -> list[Cell]:
    pk, day, point_id, professional, accompanied, seen_today, handed_to_id, recorded_at, voided_at, *codes = row
    point, handed_to = desk.points[point_id], desk.points.get(handed_to_id)
    cells: list[Cell] = [str(pk), day, point.code, point.name, "per lavoro" if professional else "cittadini"]
    for code, words in zip(codes, labels, strict=True):
        cells += [code, words.get(code, code)]
    for place in range(MOST_NEEDS):
        code = requested[place] if place < len(requested) else ""
        cells += [code, needs.get(code, code)]
    cells += [handed_to.code, handed_to.name] if handed_to else ["", ""]
    return [*cells, _yes_no(accompanied), _yes_no(seen_today), recorded_at, voided_at]


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "sì" if value else "no"

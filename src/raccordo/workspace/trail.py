"""The rows of the trail in words: names are looked up when it is read, since the rows hold identifiers alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from raccordo.accounts.models import User
from raccordo.audit.labels import label
from raccordo.audit.models import Entry
from raccordo.audit.querysets import EntryQuerySet
from raccordo.intake.models import Contact
from raccordo.kernel.actors import Actor
from raccordo.network.models import AccessPoint
from raccordo.permissions.enums import Role

PAGE_SIZE = 50
ROLES = dict(Role.choices) | {"system": "Sistema", "": ""}
NOBODY = "Nessuno che sia entrato"
KEYS = {
    "about": "oggetto",
    "action": "azione",
    "count": "righe",
    "digest": "impronta",
    "fields": "corretto:",
    "filters": "filtri",
    "first": "dal",
    "first_day": "dal",
    "form": "formato",
    "grant": "incarico",
    "head": "ultimo sigillo",
    "is_demo": "di prova:",
    "kind": "formato",
    "last": "al",
    "last_day": "al",
    "outcome": "esito",
    "period": "periodo",
    "person": "persona",
    "point": "punto",
    "points": "punti",
    "reason": "motivo",
    "role": "ruolo",
    "rows": "righe",
    "sentence": "che cosa non torna",
    "seq": "riga",
    "version": "versione",
}
FIELDS = {field.name: str(field.verbose_name) for field in Contact._meta.fields} | {"needs": "bisogni espressi"}


@dataclass(frozen=True)
class Row:
    """One row as a person reads it."""

    seq: int
    at: datetime
    who: str
    role: str
    sentence: str
    about: UUID | None
    told: str


@dataclass(frozen=True)
class Slice:
    """Rows from the newest, and the numbers from which the pages before and after begin (None where there is none)."""

    rows: list[Row]
    newer_than: int | None
    older_than: int | None


@dataclass(frozen=True)
class Names:
    """Who and where, by identifier."""

    people: Mapping[UUID, str]
    points: Mapping[str, str]

    def of(self, entry: Entry) -> str:
        if entry.user_id is None:
            return "Sistema" if entry.role == "system" else NOBODY
        return self.people.get(entry.user_id, "Persona non più in elenco")


def names_for(actor: Actor, known: Mapping[UUID, str], entries: Iterable[Entry]) -> Names:
    """The people known already, those missing among the rows, the points of the network: two queries at most."""
    missing = {entry.user_id for entry in entries if entry.user_id} - set(known)
    others = {user.pk: user.full_name for user in User.objects.filter(pk__in=missing)} if missing else {}
    points = AccessPoint.objects.visible_to(actor).values_list("pk", "code")
    return Names({**known, **others}, {str(pk): code for pk, code in points})


def slice_of(rows: EntryQuerySet, before: int | None, after: int | None) -> tuple[list[Entry], int | None, int | None]:
    """At most a page of rows by their numbers, without counting: (rows, newer than, older than)."""
    if after is not None:
        found = list(rows.filter(seq__gt=after).order_by("seq")[: PAGE_SIZE + 1])
        more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE][::-1]
        return shown, shown[0].seq if more else None, shown[-1].seq if shown else None
    if before is not None:
        rows = rows.filter(seq__lt=before)
    found = list(rows.order_by("-seq")[: PAGE_SIZE + 1])
    more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
    newer = shown[0].seq if before is not None and shown else None
    return shown, newer, shown[-1].seq if more else None


def in_words(entries: Iterable[Entry], names: Names) -> Iterator[Row]:
    for entry in entries:
        yield Row(
            seq=entry.seq,
            at=entry.at,
            who=names.of(entry),
            role=str(ROLES.get(entry.role, entry.role)),
            sentence=label(entry.action),
            about=entry.about,
            told=_told(entry.changed, names),
        )


def _told(changed: Mapping[str, Any], names: Names) -> str:
    """`punto HUB · esito E1`: codes, as they were written."""
    return " · ".join(f"{KEYS.get(key, key)} {_value(value, names)}" for key, value in changed.items() if value != "")


def _value(value: Any, names: Names) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_field(key)} {_change(value[key], names)}" for key in value)
    if isinstance(value, list):
        return ", ".join(_value(item, names) for item in value)
    if isinstance(value, bool):
        return "sì" if value else "no"
    return names.points.get(str(value), str(value)) if value is not None else "vuoto"


def _field(key: str) -> str:
    return KEYS.get(key) or FIELDS.get(key) or FIELDS.get(key.removesuffix("_id"), key)


def _change(pair: Any, names: Names) -> str:
    """A pair [before, after] of a correction."""
    if isinstance(pair, list) and len(pair) == 2:
        return f"{_value(pair[0], names) or 'vuoto'} → {_value(pair[1], names) or 'vuoto'}"
    return _value(pair, names)

"""What a row of the trail holds, in words: keys, codes of the network's lists, days, names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from raccordo.audit.labels import LABELS
from raccordo.audit.models import Entry
from raccordo.intake.enums import CodeList
from raccordo.intake.models import Contact
from raccordo.network.codelists import CodeLists
from raccordo.network.enums import ClosureReason
from raccordo.permissions.enums import Role
from raccordo.reporting.enums import FileFormat
from raccordo.ui import formats

NOBODY = "Nessuno che sia entrato"
EMPTY = "vuoto"
ROLES = dict(Role.choices) | {"system": "Sistema", "": ""}
KEYS = {  # in the order in which they are read: PostgreSQL keeps none
    "person": "persona",
    "grant": "incarico",
    "role": "ruolo",
    "version": "versione",
    "point": "punto",
    "points": "punti",
    "punto": "punto",
    "period": "periodo",
    "outcome": "esito",
    "reason": "motivo",
    "fields": "corretto:",
    "first": "dal",
    "first_day": "dal",
    "last": "al",
    "last_day": "al",
    "dal": "dal",
    "al": "al",
    "chi": "chi è venuto",
    "bisogno": "bisogno",
    "esito": "esito",
    "canale": "come",
    "stato": "quali:",
    "about": "oggetto",
    "action": "azione",
    "seq": "riga",
    "count": "righe",
    "rows": "righe",
    "create": "create",
    "change": "cambiate",
    "retire": "ritirate",
    "remove": "tolte",
    "form": "formato",
    "format": "formato",
    "kind": "formato",
    "filters": "filtri:",
    "digest": "impronta",
    "head": "ultimo sigillo",
    "is_demo": "di prova:",
    "sentence": "che cosa non torna",
}
FIELDS = {each.name: str(each.verbose_name) for each in Contact._meta.fields} | {"needs": "bisogni espressi"}
PLACES = {key: place for place, key in enumerate([*KEYS, *FIELDS])}
LISTS = {  # key → list of the network in which its value stands
    "bisogno": CodeList.NEED,
    "canale": CodeList.CHANNEL,
    "channel": CodeList.CHANNEL,
    "chi": CodeList.VISITOR,
    "contact_type": CodeList.CONTACT_TYPE,
    "esito": CodeList.OUTCOME,
    "for_whom": CodeList.FOR_WHOM,
    "interlocutor": CodeList.INTERLOCUTOR,
    "life_phase": CodeList.LIFE_PHASE,
    "needs": CodeList.NEED,
    "outcome": CodeList.OUTCOME,
    "service": CodeList.SERVICE,
    "source": CodeList.SOURCE,
    "visitor_type": CodeList.VISITOR,
}
REASONS = {"intake.contact.corrected": CodeList.CORRECTION, "intake.contact.voided": CodeList.VOID}
FORMATS = {each.value: each.label for each in FileFormat}
WORDS: dict[str, Mapping[str, str]] = {
    "action": LABELS,
    "chi": {"citizens": "famiglie e cittadini", "professionals": "chi viene per lavoro"},
    "form": FORMATS,
    "format": FORMATS,
    "kind": FORMATS,
    "reason": {value: str(label) for value, label in ClosureReason.choices},
    "role": {value: str(label) for value, label in ROLES.items()},
    "stato": {"accogliere": "da accogliere", "tutti": "validi e annullati", "annullati": "solo annullati"},
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Names:
    """Who, where and which words, by identifier and code."""

    people: Mapping[UUID, str]
    points: Mapping[str, str]
    lists: CodeLists = field(default_factory=lambda: CodeLists({}))

    def of(self, entry: Entry) -> str:
        if entry.user_id is None:
            return "Sistema" if entry.role == "system" else NOBODY
        return self.people.get(entry.user_id, "Persona non più in elenco")

    def word(self, key: str, code: str, action: str) -> str:
        """The words of one value; what nothing explains is shown as it was written."""
        if code in WORDS.get(key, {}):
            return WORDS[key][code]
        list_code = REASONS.get(action) if key == "reason" else LISTS.get(key)
        if list_code:
            return self.lists.label(list_code, code)
        if DAY.fullmatch(code):
            return formats.day(date.fromisoformat(code))
        if key == "person":
            return next((name for person, name in self.people.items() if str(person) == code), code)
        return self.points.get(code, code)


def told(entry: Entry, names: Names) -> str:
    """`punto HUB · esito Informazione conclusa`."""
    pairs = ((key, value) for key, value in _in_order(entry.changed) if value not in ("", {}, []))
    return " · ".join(f"{KEYS.get(key, key)} {_value(key, value, names, entry.action)}" for key, value in pairs)


def _value(key: str, value: Any, names: Names, action: str) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_field(inner)} {_change(inner, each, names, action)}" for inner, each in _in_order(value))
    if isinstance(value, list):
        return ", ".join(_value(key, item, names, action) for item in value)
    if isinstance(value, bool):
        return "sì" if value else "no"
    return EMPTY if value is None or value == "" else names.word(key, str(value), action)


def _in_order(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(values.items(), key=lambda pair: (PLACES.get(pair[0].removesuffix("_id"), len(PLACES)), pair[0]))


def _field(key: str) -> str:
    return KEYS.get(key) or FIELDS.get(key) or FIELDS.get(key.removesuffix("_id"), key)


def _change(key: str, pair: Any, names: Names, action: str) -> str:
    """A pair [before, after] of a correction."""
    if action == "intake.contact.corrected" and isinstance(pair, list) and len(pair) == 2:
        before, after = (_value(key, each, names, action) or EMPTY for each in pair)
        return f"{before} → {after}"
    return _value(key, pair, names, action)

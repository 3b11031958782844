"""A contact in the words of its network: for pages, comparisons, messages. It asks the database nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from raccordo.intake.desk import Desk
from raccordo.intake.entries import CODED, ContactEntry
from raccordo.intake.enums import CodeList
from raccordo.ui import formats

# what a contact says, in the order in which it is read
FIELDS: dict[str, str] = {
    "happened_on": "Giorno",
    "point_id": "Punto",
    "channel": "Come",
    "visitor_type": "Chi è venuto",
    "for_whom": "Per chi",
    "life_phase": "Momento della vita",
    "needs": "Bisogni espressi",
    "contact_type": "Prima volta o ritorno",
    "service": "Che cosa si è fatto",
    "outcome": "Esito",
    "handed_to_id": "Passaggio a",
    "seen_today": "Già venuto oggi",
    "source": "Chi l’ha indirizzato",
    "interlocutor": "Con chi abbiamo parlato",
    "accompanied": "Era accompagnato",
}
UNSAID = "non indicato"


class Words:
    """Puts the values of an entry (as ContactEntry.as_json gives them) into words."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def of(self, name: str, value: Any) -> str:
        """One value; empty when there is nothing to say."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return "sì" if value else "no"
        if name == "needs":
            return self.needs(value)
        if name in {"point_id", "handed_to_id"}:
            return self.desk.point_name(value)
        if name == "happened_on":
            return formats.long_day(value if isinstance(value, date) else date.fromisoformat(value))
        return self.desk.label(CODED[name], str(value))

    def needs(self, codes: list[str] | tuple[str, ...]) -> str:
        return " · ".join(self.desk.label(CodeList.NEED, code) for code in codes)

    def definitions(self, entry: ContactEntry) -> list[tuple[str, str]]:
        """Every field with its words; without hand-over the line is left out."""
        said = entry.as_json()
        return [
            (label, self.of(name, said[name]))
            for name, label in FIELDS.items()
            if name != "handed_to_id" or said[name]
        ]

    def changes(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        """What a correction changed: «Esito: da Informazione conclusa a Invio accompagnato»."""
        return "; ".join(
            f"{label}: da «{self.of(name, before.get(name)) or UNSAID}» a «{self.of(name, after.get(name)) or UNSAID}»"
            for name, label in FIELDS.items()
            if before.get(name) != after.get(name)
        )

    def comparison(self, mine: ContactEntry, current: ContactEntry) -> list[dict[str, Any]]:
        """The two texts side by side, with what differs marked."""
        left, right = mine.as_json(), current.as_json()
        return [
            {
                "label": label,
                "mine": self.of(name, left[name]) or UNSAID,
                "current": self.of(name, right[name]) or UNSAID,
                "differs": left[name] != right[name],
            }
            for name, label in FIELDS.items()
            if left[name] or right[name]
        ]

    def in_short(self, entry: ContactEntry) -> str:
        """«Madre, Competenze e funzione genitoriale, telefono»: enough to recognise what was just written."""
        parts = [
            self.desk.label(CodeList.VISITOR, entry.visitor_type),
            self.needs(entry.needs),
            self.desk.label(CodeList.CHANNEL, entry.channel).lower(),
        ]
        if entry.happened_on != self.desk.today:
            parts.append(formats.day(entry.happened_on))
        return ", ".join(parts)

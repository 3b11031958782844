"""What a person typed about a contact, before it is a row.

Checked against the network's lists, compared, stored as history.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from raccordo.intake.enums import MOST_NEEDS, PROFESSIONALS, CodeList
from raccordo.intake.models import Contact
from raccordo.kernel.clock import ROME
from raccordo.kernel.periods import month_number
from raccordo.kernel.refusals import Refusal
from raccordo.network.codelists import CodeLists

# column of Contact → list that its code comes from
CODED: dict[str, CodeList] = {
    "channel": CodeList.CHANNEL,
    "contact_type": CodeList.CONTACT_TYPE,
    "visitor_type": CodeList.VISITOR,
    "for_whom": CodeList.FOR_WHOM,
    "life_phase": CodeList.LIFE_PHASE,
    "service": CodeList.SERVICE,
    "outcome": CodeList.OUTCOME,
    "source": CodeList.SOURCE,
    "interlocutor": CodeList.INTERLOCUTOR,
}


HOW_MANY_NEEDS = "Scegli da uno a tre bisogni: se ne vuoi segnare un altro, prima togline uno."
NOT_YET = "Il giorno dell’accesso non può essere nel futuro."


class UnknownCode(Refusal):
    """A code that the network's list does not have, or has no more."""

    message = "Una delle scelte non è più nella lista: ricarica la pagina e scegli di nuovo."


@dataclass(frozen=True, kw_only=True)
class ContactEntry:
    """Everything that the desk says about one contact. `needs` are one to three codes, in order."""

    point_id: UUID
    happened_on: date
    channel: str
    contact_type: str
    visitor_type: str
    for_whom: str
    needs: tuple[str, ...]
    service: str
    outcome: str
    life_phase: str = ""
    source: str = ""
    interlocutor: str = ""
    accompanied: bool | None = None
    seen_today: bool = False
    handed_to_id: UUID | None = None
    handed_from_id: UUID | None = field(default=None)

    def check(self, lists: CodeLists, today: date) -> None:
        """Raises a Refusal unless every code is in its list, the needs are one to three and the day is not to come."""
        for column, list_code in CODED.items():
            value = getattr(self, column)
            if value and value not in lists.of(list_code):
                raise UnknownCode
        if not lists.knows(CodeList.NEED, self.needs):
            raise UnknownCode
        if not 1 <= len(self.needs) <= MOST_NEEDS:
            raise Refusal(HOW_MANY_NEEDS)
        if self.happened_on > today:
            raise Refusal(NOT_YET)

    def is_professional(self, lists: CodeLists) -> bool:
        return lists.of(CodeList.VISITOR)[self.visitor_type].group == PROFESSIONALS

    def fill(self, contact: Contact, lists: CodeLists) -> None:
        """Write the entry into the columns of a contact, derived ones included; requests are rows of their own."""
        for name in COLUMNS:
            setattr(contact, name, getattr(self, name))
        contact.month = month_number(self.happened_on)
        contact.days_to_record = (contact.recorded_at.astimezone(ROME).date() - self.happened_on).days
        contact.professional = self.is_professional(lists)

    def as_json(self) -> dict[str, Any]:
        """Codes and ids alone, for the history of corrections and for the trail."""
        return {
            name: list(value)
            if isinstance(value, tuple)
            else value
            if isinstance(value, bool) or value is None
            else str(value)
            for name, value in vars(self).items()
        }

    def differences(self, other: "ContactEntry") -> dict[str, list[Any]]:
        """Field → [other's value, this one's], for what differs."""
        mine, theirs = self.as_json(), other.as_json()
        return {name: [theirs[name], mine[name]] for name in mine if mine[name] != theirs[name]}


COLUMNS = tuple(name for name in ContactEntry.__dataclass_fields__ if name != "needs")


def entry_of(contact: Contact) -> ContactEntry:
    """What a stored contact says; reads its requests (prefetched or with one query)."""
    return ContactEntry(
        needs=tuple(request.need for request in contact.requests.all()),
        **{name: getattr(contact, name) for name in COLUMNS},
    )

"""What people do at the desk. Every write to a contact is here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from raccordo.audit.operations import record
from raccordo.intake.entries import ContactEntry, UnknownCode, entry_of
from raccordo.intake.enums import UNDONE, CodeList
from raccordo.intake.models import Contact, Request, Revision
from raccordo.intake.policies import can_undo, require_can_edit, require_can_receive, require_can_void
from raccordo.intake.querysets import ContactQuerySet
from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import ROME
from raccordo.kernel.db import lock_name, sentences_of
from raccordo.kernel.prepared import PreparedRead
from raccordo.kernel.refusals import NotAllowed, Refusal, StateChanged
from raccordo.kernel.rights import Right
from raccordo.network.codelists import CodeLists, code_lists, lists_in_version
from raccordo.network.models import AccessPoint

OLDEST = timedelta(days=400)  # a longer way back is a slip of the keyboard


@dataclass(frozen=True)
class Recorded:
    """The contact, and whether this call made it or found it already there."""

    contact: Contact
    created: bool


class SentTwiceDifferently(Refusal):
    """The same form came twice with different answers (409)."""

    message = "Questo modulo era già stato inviato con altre risposte: apri l’accesso registrato e correggilo."


class SomebodyElseEdited(StateChanged):
    """The contact changed after the page was opened; `current` is what it says now (409)."""

    message = (
        "Qualcun altro ha corretto questo accesso mentre lo modificavi: confronta le due versioni e salva di nuovo."
    )

    def __init__(self, current: Contact) -> None:
        super().__init__()
        self.current = current


@transaction.atomic
def record_contact(*, contact_id: UUID, entry: ContactEntry, by: Actor, at: datetime) -> Recorded:
    """Somebody turned to a point. The same id with the same answers is the same contact, however often it is sent.

    Refused without the right at that point, with codes that the network does not know, for a day to come, for a
    hand-over to a point of another network, and when a hand-over to be received was received already.
    """
    by.require_at(Right.RECORD_CONTACT, entry.point_id)
    lock_name(f"contact:{contact_id}")
    if _already_there(contact_id):
        return Recorded(_same_as_before(contact_id, entry, by), created=False)
    place = _place_of(entry, by)
    entry.check(place.lists, at.astimezone(ROME).date())
    _require_day(entry, by, at.astimezone(ROME).date())
    if entry.handed_from_id:
        _require_waiting(entry.handed_from_id, at=entry.point_id, by=by)
    contact = Contact(
        pk=contact_id,
        network_id=place.network_id,
        organisation_id=place.organisation_id,
        recorded_at=at,
        changed_at=at,
        recorded_by_id=by.person_id,
    )
    entry.fill(contact, place.lists)
    with sentences_of(Contact):
        contact.save(force_insert=True)
    _write_requests(contact, entry)
    told = {"point": str(entry.point_id), "outcome": entry.outcome}
    record("intake.contact.recorded", by=by, about=contact.pk, changed=told)
    return Recorded(contact, created=True)


_already_there = PreparedRead(lambda contact_id: Contact.objects.filter(pk=contact_id).values_list("version"), UUID)


def _same_as_before(contact_id: UUID, entry: ContactEntry, by: Actor) -> Contact:
    """A replay; what was corrected since then stays corrected."""
    earlier = Contact.objects.prefetch_related("requests").get(pk=contact_id)
    if earlier.recorded_by_id != by.user_id or earlier.network_id != by.network_id:
        raise NotAllowed
    if earlier.version == 1 and entry_of(earlier) != entry:
        raise SentTwiceDifferently
    return earlier


@dataclass(frozen=True)
class _Place:
    """Where a contact happens, as far as the row needs it."""

    network_id: UUID
    organisation_id: UUID
    lists: CodeLists


def _place_of(entry: ContactEntry, by: Actor) -> _Place:
    """The point (and the one handed over to) must be current points of the actor's network. One query."""
    here, there = entry.point_id, entry.handed_to_id or entry.point_id
    rows = _current_points(by.network_id, here, there) if by.network_id else []
    found = {row[0]: row[1:] for row in rows}
    if found.keys() != {here, there}:
        raise UnknownCode("Questo punto non è più nella rete: scegline un altro.")
    network_id, organisation_id, version = found[entry.point_id]
    return _Place(network_id, organisation_id, lists_in_version(network_id, version))


def _two_points(network_id: UUID, one: UUID, other: UUID) -> QuerySet[AccessPoint, tuple[Any, ...]]:
    points = AccessPoint.objects.visible_to(Actor(network_id=network_id)).current().filter(Q(pk=one) | Q(pk=other))
    return points.order_by().values_list("pk", "network_id", "organisation_id", "network__version")


_current_points = PreparedRead(_two_points, UUID, UUID, UUID)


def _require_waiting(contact_id: UUID, *, at: UUID, by: Actor) -> None:
    """The contact to be received is one that was handed over to this very point."""
    # locked, or the sender could take the hand-over back while it is being received
    handed = _for_update(by).filter(pk=contact_id).first()
    if handed is None or handed.handed_to_id != at:
        raise NotAllowed
    require_can_receive(by, handed)


def _require_day(entry: ContactEntry, by: Actor, today: date) -> None:
    """Contacts are written soon after they happen; who sees only their own of today writes only those of today."""
    if entry.happened_on < today - OLDEST:
        raise Refusal("Il giorno è di più di un anno fa: controlla di averlo scritto giusto.")
    if entry.happened_on != today and not by.may(Right.SEE_CONTACTS):
        raise Refusal("Puoi registrare solo gli accessi di oggi: per un altro giorno chiedi a chi ti segue.")


def _write_requests(contact: Contact, entry: ContactEntry) -> None:
    rows = [Request(contact=contact, need=need, position=place) for place, need in enumerate(entry.needs, start=1)]
    with sentences_of(Request):
        Request.objects.bulk_create(rows)


@transaction.atomic
def correct_contact(
    *, contact_id: UUID, version: int, entry: ContactEntry, reason: str, by: Actor, at: datetime
) -> Contact:
    """Put right what was written. The earlier words stay as a revision with the reason.

    Refused to who may not edit there, on a voided contact, without a known reason, and when somebody else was faster
    (SomebodyElseEdited carries what the contact says now). A correction that changes nothing writes nothing.
    """
    contact = _locked(contact_id, by)
    if contact.voided_at is not None:
        raise StateChanged("Nel frattempo questo accesso è stato annullato: non si corregge più.")
    require_can_edit(by, contact)
    if contact.version != version:
        raise SomebodyElseEdited(contact)
    if entry.happened_on > contact.recorded_at.astimezone(ROME).date():
        raise Refusal("Un accesso si registra il giorno in cui avviene o dopo: scegli un giorno non più tardo.")
    before = entry_of(contact)
    differences = entry.differences(before)
    if not differences:
        return contact
    by.require_at(Right.EDIT_CONTACT, entry.point_id)
    place = _place_of(entry, by)
    entry.check(place.lists, at.astimezone(ROME).date())
    _require_reason(place.lists, CodeList.CORRECTION, reason)
    if "happened_on" in differences:
        _require_day(entry, by, at.astimezone(ROME).date())
    if "handed_to_id" in differences and contact.received_as.standing().exists():
        raise StateChanged("L’altro punto ha già accolto questa persona: il passaggio non si può più cambiare.")
    with sentences_of(Revision):
        Revision.objects.create(
            contact=contact,
            version=version,
            before=before.as_json(),
            reason=reason,
            made_at=at,
            made_by_id=by.person_id,
        )
    entry.fill(contact, place.lists)
    contact.organisation_id = place.organisation_id
    contact.version, contact.changed_at = version + 1, at
    with sentences_of(Contact):
        contact.save()
    if "needs" in differences:
        contact.requests.all().delete()
        _write_requests(contact, entry)
    record("intake.contact.corrected", by=by, about=contact.pk, changed={"reason": reason, "fields": differences})
    return contact


@transaction.atomic
def void_contact(*, contact_id: UUID, reason: str, by: Actor, at: datetime) -> Contact:
    """Take a contact out of every count. The row stays, with who, when and why.

    Refused to who may not void there, and when it was voided already.
    """
    contact = _locked(contact_id, by)
    if contact.voided_at is not None:
        raise StateChanged("Questo accesso era già stato annullato.")
    require_can_void(by, contact)
    if contact.received_as.standing().exists():
        raise StateChanged("L’altro punto ha già accolto questa persona: l’accesso non si può più annullare.")
    _require_reason(code_lists(contact.network_id), CodeList.VOID, reason)
    return _void(contact, reason, by, at)


@transaction.atomic
def undo_contact(*, contact_id: UUID, by: Actor, at: datetime) -> Contact:
    """ "I did not mean to": the person who just recorded a contact takes it back, within two minutes."""
    contact = _locked(contact_id, by)
    if contact.recorded_by_id != by.user_id:
        raise NotAllowed
    if contact.voided_at is not None:
        raise StateChanged("Questo accesso era già stato annullato.")
    if not can_undo(by, contact, at):
        raise StateChanged("Sono passati più di due minuti: apri l’accesso e annullalo, dicendo il motivo.")
    return _void(contact, UNDONE, by, at)


def _void(contact: Contact, reason: str, by: Actor, at: datetime) -> Contact:
    contact.voided_at, contact.void_reason, contact.changed_at = at, reason, at
    contact.version += 1
    with sentences_of(Contact):
        contact.save(update_fields=["voided_at", "void_reason", "changed_at", "version"])
    record("intake.contact.voided", by=by, about=contact.pk, changed={"reason": reason})
    return contact


def _locked(contact_id: UUID, by: Actor) -> Contact:
    """The contact, held until the transaction ends.

    One that the actor may not see does not exist (DoesNotExist, a 404).
    """
    return _for_update(by).get(pk=contact_id)


def _for_update(by: Actor) -> ContactQuerySet:
    # no_key: on PostgreSQL a plain FOR UPDATE waits for whoever saves a row that points here, who may wait for us
    return Contact.objects.visible_to(by).select_for_update(of=("self",), no_key=True)


def _require_reason(lists: CodeLists, list_code: CodeList, reason: str) -> None:
    if reason not in lists.of(list_code):
        raise UnknownCode("Scegli il motivo dalla lista.")


@transaction.atomic
def note_reading(*, contact_id: UUID, by: Actor) -> None:
    """Somebody opened a contact: written before the page leaves, else the page is not shown."""
    record("intake.contact.read", by=by, about=contact_id)


@transaction.atomic
def note_export(*, count: int, filters: Mapping[str, str], form: str, by: Actor) -> None:
    """Somebody takes rows out as a file. Refused without the right; `filters` holds codes and days."""
    by.require(Right.EXPORT_CONTACTS)
    record("intake.contacts.exported", by=by, changed={"count": count, "form": form, "filters": dict(filters)})

"""Who may do what with a contact."""

from datetime import datetime, timedelta

from raccordo.intake.enums import UNDO_SECONDS
from raccordo.intake.models import Contact
from raccordo.kernel.actors import Actor
from raccordo.kernel.refusals import NotAllowed
from raccordo.kernel.rights import Right


def can_edit(actor: Actor, contact: Contact) -> bool:
    """Who corrects contacts, at a point of theirs; a contact handed over to them stays the sender's."""
    return actor.may(Right.EDIT_CONTACT) and contact.point_id in actor.point_ids and contact.voided_at is None


def can_void(actor: Actor, contact: Contact) -> bool:
    """The same, with the right to void."""
    return actor.may(Right.VOID_CONTACT) and contact.point_id in actor.point_ids and contact.voided_at is None


def can_undo(actor: Actor, contact: Contact, now: datetime) -> bool:
    """Who recorded it, within two minutes, whatever their other rights."""
    return (
        actor.may(Right.RECORD_CONTACT)
        and contact.recorded_by_id == actor.user_id
        and contact.voided_at is None
        and now - contact.recorded_at <= timedelta(seconds=UNDO_SECONDS)
    )


def can_receive(actor: Actor, contact: Contact) -> bool:
    """Who records contacts at the point to which this one was handed over."""
    return actor.may(Right.RECORD_CONTACT) and contact.handed_to_id in actor.point_ids and contact.voided_at is None


def require_can_edit(actor: Actor, contact: Contact) -> None:
    if not can_edit(actor, contact):
        raise NotAllowed


def require_can_void(actor: Actor, contact: Contact) -> None:
    if not can_void(actor, contact):
        raise NotAllowed


def require_can_receive(actor: Actor, contact: Contact) -> None:
    if not can_receive(actor, contact):
        raise NotAllowed

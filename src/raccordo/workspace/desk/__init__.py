"""The staff home, made of sections: each role finds what waits for it, nothing else."""

from datetime import datetime

from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right
from raccordo.workspace.desk import contacts, numbers, watch
from raccordo.workspace.desk.section import Section


def sections_for(actor: Actor, now: datetime) -> list[Section]:
    """What the actor's rights let them act on today, in the order in which it matters; never empty."""
    if not actor.role:
        return [Section("Non hai ancora un incarico", "nobody")]
    pieces: list[Section] = []
    if actor.may(Right.RECORD_CONTACT):
        pieces += contacts.sections(actor, now)
    elif actor.may(Right.SEE_AGGREGATES):
        pieces += numbers.sections(actor, now)
    if actor.may(Right.READ_TRAIL):
        pieces.append(watch.trail(actor, now))
    if actor.may(Right.MANAGE_USERS):
        pieces.append(watch.administration(actor, now))
    return pieces or [Section("Che cosa puoi vedere adesso", "observer")]

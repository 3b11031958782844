"""The one network that a page is about."""

from uuid import UUID

from raccordo.kernel.actors import Actor
from raccordo.kernel.refusals import NotAllowed


def network_of(actor: Actor) -> UUID:
    """The network of the actor's role; a role over the whole installation has none, and no business here."""
    if actor.network_id is None:
        raise NotAllowed
    return actor.network_id

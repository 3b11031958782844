"""Who may do what with the network."""

from raccordo.kernel.actors import Actor
from raccordo.kernel.refusals import NotAllowed
from raccordo.kernel.rights import Right
from raccordo.network.models import AccessPoint


def can_close(actor: Actor, point: AccessPoint) -> bool:
    """Who coordinates the point, while the protocol still names it."""
    return actor.may(Right.CLOSE_POINT) and point.pk in actor.point_ids and point.retired_on is None


def require_can_close(actor: Actor, point: AccessPoint) -> None:
    if not can_close(actor, point):
        raise NotAllowed

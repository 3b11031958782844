"""Who may give roles to whom, and from what they may choose."""

from django.db.models import QuerySet

from raccordo.accounts.models import User
from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right
from raccordo.network.models import AccessPoint, Network, Organisation
from raccordo.permissions.enums import Role


def can_manage(actor: Actor) -> bool:
    """Who holds the right to manage users: today the administrator alone."""
    return actor.may(Right.MANAGE_USERS)


def require_can_manage(actor: Actor) -> None:
    actor.require(Right.MANAGE_USERS)


def can_give(actor: Actor, role: Role, user: User) -> bool:
    """Nobody lets themselves in: to oneself an administrator gives no role but their own."""
    return can_manage(actor) and (user.pk != actor.user_id or role == Role.ADMINISTRATOR)


def networks_for(actor: Actor) -> QuerySet[Network]:
    """The networks in which the actor may give roles. An administrator has none of their own, and may in all."""
    return Network.objects.all() if can_manage(actor) else Network.objects.none()


def points_for(actor: Actor) -> QuerySet[AccessPoint]:
    return AccessPoint.objects.current().filter(network__in=networks_for(actor)).order_by("network__name", "position")


def organisations_for(actor: Actor) -> QuerySet[Organisation]:
    """The bodies that take part in one of those networks today."""
    return (
        Organisation.objects.filter(partnerships__network__in=networks_for(actor), partnerships__retired_on=None)
        .distinct()
        .order_by("name")
    )

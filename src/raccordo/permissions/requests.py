"""The request of somebody who signed in, for the types of views."""

from django.http import HttpRequest

from raccordo.accounts.models import User
from raccordo.kernel.actors import Actor
from raccordo.permissions.acting import Hat


class StaffRequest(HttpRequest):
    """A request behind the login wall: `user`, `actor` and `hats` are there."""

    user: User
    actor: Actor
    hats: list[Hat]
    hat: Hat | None

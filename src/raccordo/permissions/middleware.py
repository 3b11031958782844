"""Who acts in a request: `request.actor`, and the hats that they may change into."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from raccordo.accounts.models import User
from raccordo.kernel import clock
from raccordo.kernel.actors import NOBODY, Actor
from raccordo.permissions.acting import SESSION_KEY, hats_of


class ActorMiddleware:
    """Sets `request.actor` (nobody for visitors) and `request.hats`.

    One query for who is signed in, none for visitors.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = NOBODY  # type: ignore[attr-defined]  # declared in StaffRequest
        request.hats = []  # type: ignore[attr-defined]
        request.hat = None  # type: ignore[attr-defined]
        if isinstance(request.user, User):
            hats = hats_of(request.user, clock.today())
            chosen = request.session.get(SESSION_KEY)
            hat = next((hat for hat in hats if str(hat.grant_id) == chosen), hats[0] if hats else None)
            request.hats = hats  # type: ignore[attr-defined]
            request.actor = (  # type: ignore[attr-defined]
                hat.actor(request.user) if hat else Actor(user_id=request.user.pk, name=request.user.full_name)
            )
            request.hat = hat  # type: ignore[attr-defined]
        return self.get_response(request)


def choose_hat(request: HttpRequest, grant_id: UUID) -> None:
    """From the next page on the person acts in this grant, if it is theirs."""
    request.session[SESSION_KEY] = str(grant_id)

"""Users and their grants as the pages of the administrator show them."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from raccordo.accounts.demo import DemoUser
from raccordo.accounts.models import User
from raccordo.kernel import clock
from raccordo.network.models import Network
from raccordo.permissions.enums import Role
from raccordo.permissions.models import Grant


@dataclass(frozen=True)
class GrantInWords:
    """A grant as a row of a page."""

    grant: Grant
    role: str
    where: str
    state: str
    kind: str  # of ui/components/status.html
    can_end: bool


def grants_of(user: User, today: date) -> list[GrantInWords]:
    """The person's grants: those that hold first, then those to come, then those that ended."""
    order = {"in corso": 0, "da cominciare": 1, "finito": 2}
    rows = [_in_words(grant, today) for grant in _complete(Grant.objects.of_user(user.pk))]
    return sorted(rows, key=lambda row: (order[row.state], row.grant.first_day))


def with_valid_grants(users: QuerySet[User], today: date) -> QuerySet[User]:
    """Each user with `valid_grants`, for a list: two more queries whatever the number of users."""
    valid = _complete(Grant.objects.valid_on(today))
    return users.prefetch_related(Prefetch("grants", queryset=valid, to_attr="valid_grants"))


def where(grant: Grant) -> str:
    """The points, or the body, or the network; nothing for the whole installation."""
    points = ", ".join(point.name for point in grant.points.all())
    if points:
        return points
    return str(grant.organisation or grant.network or "tutta l’installazione")


def demo_users() -> list[DemoUser]:
    """The demo users who can be tried, when a demo network exists; see `raccordo.accounts.demo`."""
    if not settings.DEMO_ALLOWED or not Network.objects.filter(is_demo=True).exists():
        return []
    rows = Grant.objects.valid_on(clock.today()).filter(user__is_demo=True, user__is_active=True)
    roles = list(Role.values)
    ordered = sorted(
        _complete(rows), key=lambda grant: (roles.index(grant.role), _first_position(grant), grant.user.full_name)
    )
    found: dict[str, DemoUser] = {}
    for grant in ordered:
        name, role = grant.user.username, str(Role(grant.role).label)
        found.setdefault(name, DemoUser(name, grant.user.full_name, role, where(grant)))
    return list(found.values())


def _first_position(grant: Grant) -> int:
    """In the order of the protocol, so that the hub comes first."""
    return min((point.position for point in grant.points.all()), default=0)


def _complete(grants: QuerySet[Grant]) -> QuerySet[Grant]:
    return grants.select_related("user", "network", "organisation", "tutor").prefetch_related("points")


def _in_words(grant: Grant, today: date) -> GrantInWords:
    if grant.last_day is not None and grant.last_day < today:
        state, kind = "finito", "quiet"
    elif grant.first_day > today:
        state, kind = "da cominciare", "waiting"
    else:
        state, kind = "in corso", "good"
    return GrantInWords(grant, str(Role(grant.role).label), where(grant), state, kind, can_end=state != "finito")

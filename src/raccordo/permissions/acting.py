"""From the grants of a person to the actor of a request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from raccordo.accounts.models import User
from raccordo.kernel.actors import Actor
from raccordo.kernel.prepared import PreparedRead
from raccordo.permissions.enums import Role
from raccordo.permissions.models import Grant
from raccordo.permissions.roles import ROLES

SESSION_KEY = "acting_grant"


@dataclass(frozen=True)
class Hat:
    """A grant that is valid today, as the role chooser shows it."""

    grant_id: UUID
    role: Role
    network_id: UUID | None
    network_name: str
    organisation_id: UUID | None
    organisation_name: str
    is_demo: bool
    point_ids: frozenset[UUID] = field(default_factory=frozenset)

    def actor(self, user: User) -> Actor:
        return Actor(
            user_id=user.pk,
            name=user.full_name,
            role=self.role.value,
            role_label=str(self.role.label),
            rights=ROLES[self.role].rights,
            network_id=self.network_id,
            organisation_id=self.organisation_id,
            point_ids=self.point_ids,
        )


def hats_of(user: User, on: date) -> list[Hat]:
    """What the person may act as on a day; one query, whatever the number of grants and points."""
    return list(_grouped(_rows(user.pk, on)))


def _grants(user_id: UUID, day: date) -> QuerySet[Grant, tuple[Any, ...]]:
    return (
        Grant.objects.of_user(user_id)
        .valid_on(day)
        .order_by("first_day", "pk")
        .values_list(
            "pk",
            "role",
            "network_id",
            "network__name",
            "organisation_id",
            "organisation__name",
            "network__is_demo",
            "grant_points__point_id",
        )
    )


_rows = PreparedRead(_grants, UUID, date)


def _grouped(rows: Iterable[tuple[Any, ...]]) -> Iterator[Hat]:
    """One hat for each grant, from one row for each of its points (or one row without)."""
    heads: dict[UUID, tuple[Any, ...]] = {}
    points: dict[UUID, set[UUID]] = {}
    for *head, point_id in rows:
        heads.setdefault(head[0], tuple(head))
        points.setdefault(head[0], set()).add(point_id)
    for key, (grant_id, role, network_id, network_name, organisation_id, organisation_name, is_demo) in heads.items():
        yield Hat(
            grant_id=grant_id,
            role=Role(role),
            network_id=network_id,
            network_name=network_name or "",
            organisation_id=organisation_id,
            organisation_name=organisation_name or "",
            is_demo=bool(is_demo),
            point_ids=frozenset(points[key] - {None}),
        )


def actor_of(user: User, on: date, grant_id: UUID | None = None) -> Actor:
    """The actor of a person on a day: in the grant named, else in their first one.

    Without grants, nobody with a name.
    """
    hats = hats_of(user, on)
    hat = next((hat for hat in hats if hat.grant_id == grant_id), hats[0] if hats else None)
    return hat.actor(user) if hat else Actor(user_id=user.pk, name=user.full_name)

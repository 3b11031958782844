"""Who acts: one person in the one role that they chose, with its rights and its scope.

It stands on the lowest floor so that every operation, whatever its floor, can ask `by.require(…)`;
`raccordo.permissions` makes it from the grants of the person.
"""

from dataclasses import dataclass
from uuid import UUID

from raccordo.kernel.refusals import NotAllowed
from raccordo.kernel.rights import Right


@dataclass(frozen=True)
class Actor:
    """A person in one role. `point_ids` and `organisation_id` narrow the role where the role is narrow."""

    user_id: UUID | None = None
    name: str = ""
    role: str = ""
    role_label: str = ""
    rights: frozenset[Right] = frozenset()
    network_id: UUID | None = None
    organisation_id: UUID | None = None
    point_ids: frozenset[UUID] = frozenset()

    @property
    def person_id(self) -> UUID:
        """The person's id; raises NotAllowed for a visitor, whose acts would be nobody's."""
        if self.user_id is None:
            raise NotAllowed
        return self.user_id

    def may(self, right: Right) -> bool:
        return right in self.rights

    def require(self, right: Right) -> None:
        """Raises NotAllowed (a 403 when nobody catches it) unless the role holds `right`."""
        if right not in self.rights:
            raise NotAllowed

    def require_at(self, right: Right, point_id: UUID) -> None:
        """The same, and the point must be one of the actor's."""
        self.require(right)
        if point_id not in self.point_ids:
            raise NotAllowed


NOBODY = Actor()
SYSTEM = Actor(
    name="sistema",
    role="system",
    role_label="Sistema",
    rights=frozenset({Right.APPLY_NETWORK, Right.CLOSE_POINT, Right.MANAGE_USERS}),
)

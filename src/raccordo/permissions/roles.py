"""What each role may do and how wide it reaches. The only place that says so; docs/permissions.md is made from it."""

from dataclasses import dataclass

from raccordo.kernel.rights import Right
from raccordo.permissions.enums import Reach, Role


@dataclass(frozen=True)
class RoleDefinition:
    """The rights of a role, and what a grant of it must name."""

    rights: frozenset[Right]
    reach: Reach

    @property
    def sentences(self) -> list[str]:
        """What the role lets one do, in the order in which the rights are declared."""
        return [right.sentence for right in Right if right in self.rights]


_DESK = frozenset(
    {Right.RECORD_CONTACT, Right.SEE_CONTACTS, Right.EDIT_CONTACT, Right.VOID_CONTACT, Right.SEE_NETWORK}
)
_AGGREGATES = frozenset({Right.SEE_NETWORK, Right.SEE_AGGREGATES})

ROLES: dict[Role, RoleDefinition] = {
    Role.OPERATOR: RoleDefinition(_DESK | {Right.EXPORT_CONTACTS}, Reach.POINTS),
    Role.PROFESSIONAL: RoleDefinition(_DESK, Reach.POINTS),
    Role.TEAM_COORDINATOR: RoleDefinition(
        _DESK | {Right.EXPORT_CONTACTS, Right.CLOSE_POINT, Right.SEE_AGGREGATES}, Reach.POINTS
    ),
    Role.POINT_COORDINATOR: RoleDefinition(
        _DESK | {Right.EXPORT_CONTACTS, Right.CLOSE_POINT, Right.SEE_AGGREGATES}, Reach.POINTS
    ),
    Role.TRAINEE: RoleDefinition(frozenset({Right.RECORD_CONTACT, Right.SEE_OWN_CONTACTS_OF_TODAY}), Reach.POINTS),
    Role.BOARD_MEMBER: RoleDefinition(_AGGREGATES, Reach.ORGANISATION),
    Role.BOARD_CHAIR: RoleDefinition(_AGGREGATES, Reach.ORGANISATION),
    Role.BOARD_SECRETARY: RoleDefinition(_AGGREGATES, Reach.NETWORK),
    Role.LEAD_COORDINATOR: RoleDefinition(_AGGREGATES | {Right.BUILD_RETURN}, Reach.NETWORK),
    Role.ACCOUNTANT: RoleDefinition(frozenset({Right.SEE_NETWORK, Right.SEE_AGGREGATES}), Reach.ORGANISATION),
    Role.ATS_OBSERVER: RoleDefinition(frozenset({Right.SEE_NETWORK}), Reach.NETWORK),
    Role.PRIVACY_OFFICER: RoleDefinition(frozenset({Right.SEE_NETWORK, Right.READ_TRAIL}), Reach.NETWORK),
    Role.ADMINISTRATOR: RoleDefinition(frozenset({Right.MANAGE_USERS}), Reach.INSTALLATION),
}

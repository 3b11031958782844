"""docs/permissions.md, made from the code so that it cannot say anything else."""

from raccordo.kernel.rights import Right
from raccordo.permissions.enums import Reach, Role
from raccordo.permissions.roles import ROLES

HEAD = """# Roles and rights

Made by `./raccordo manage permissions_page` from `raccordo.permissions.roles`; a test compares. A person holds a
role by a *grant*: over a scope, from a day to a day. Who holds several acts in one at a time, and chooses it. What one
may not see answers 404, what one may not do answers 403. No role is above the others: the administrator manages users
and sees no family.

A trainee or volunteer always has a tutor and an end, at most twelve months away. Nobody gives roles to themselves.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *_roles(), "", *_rights(), "", *_matrix(), ""])


def _roles() -> list[str]:
    reaches = {
        Reach.POINTS: "one or more points of a network",
        Reach.ORGANISATION: "one body of a network",
        Reach.NETWORK: "a network",
        Reach.INSTALLATION: "the installation, and no network",
    }
    rows = [
        f"| {role.label} | `{role.value}` | {reaches[ROLES[role].reach]} | {ROLES[role].summary} |" for role in Role
    ]
    return ["## Roles", "", "| role | stored as | a grant names | what for |", "| --- | --- | --- | --- |", *rows]


def _rights() -> list[str]:
    rows = [f"| `{right.value}` | {right.sentence} |" for right in Right]
    return ["## Rights", "", "| right | what it lets one do |", "| --- | --- |", *rows]


def _matrix() -> list[str]:
    rows = [
        f"| {role.label} | " + ", ".join(f"`{right.value}`" for right in Right if right in ROLES[role].rights) + " |"
        for role in Role
    ]
    return ["## Who has what", "", "| role | rights |", "| --- | --- |", *rows]

"""Who can be tried on a demo installation. A higher floor knows the roles and fills the list when it starts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class DemoUser:
    """A demo user and what they do, in words."""

    username: str
    name: str
    role: str
    where: str


LISTERS: list[Callable[[], list[DemoUser]]] = []


def demo_users() -> list[DemoUser]:
    """Nobody, unless a demo network exists here."""
    return [user for lister in LISTERS for user in lister()]

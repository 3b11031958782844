"""Chainable reads of users."""

from typing import TYPE_CHECKING, Self

from django.db import models

from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right

if TYPE_CHECKING:
    from raccordo.accounts.models import User


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, actor: Actor) -> Self:
        """Who manages users sees all of them; everybody else sees themselves."""
        return self if actor.may(Right.MANAGE_USERS) else self.filter(pk=actor.user_id)

    def active(self) -> Self:
        return self.filter(is_active=True)

    def reachable_at(self, email: str) -> Self:
        """Whom a new password may be offered at an address; a demo user's password is everybody's."""
        return self.active().filter(email__iexact=email, is_demo=False).exclude(email="")

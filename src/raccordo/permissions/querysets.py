"""Chainable reads of grants."""

from datetime import date
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right

if TYPE_CHECKING:
    from raccordo.permissions.models import Grant


class GrantQuerySet(models.QuerySet["Grant"]):
    def visible_to(self, actor: Actor) -> Self:
        """Who manages users sees every grant; nobody else sees any but their own."""
        return self if actor.may(Right.MANAGE_USERS) else self.filter(user_id=actor.user_id)

    def valid_on(self, day: date) -> Self:
        return self.filter(first_day__lte=day).filter(Q(last_day=None) | Q(last_day__gte=day))

    def of_user(self, user_id: UUID) -> Self:
        return self.filter(user_id=user_id)

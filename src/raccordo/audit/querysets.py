"""Chainable reads of the trail."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models

from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import at
from raccordo.kernel.rights import Right

if TYPE_CHECKING:
    from raccordo.audit.models import Entry


class EntryQuerySet(models.QuerySet["Entry"]):
    """Reads only: rows are written by `operations.record` and never changed."""

    def visible_to(self, actor: Actor) -> Self:
        """The trail of the actor's network, for who may read it."""
        if not actor.may(Right.READ_TRAIL) or actor.network_id is None:
            return self.none()
        return self.filter(chain=actor.network_id)

    def of_chain(self, chain: UUID) -> Self:
        return self.filter(chain=chain).order_by("seq")

    def between(self, first: date | None, last: date | None) -> Self:
        """Rows of the days from `first` to `last`, both included, either open."""
        rows = self
        if first:
            rows = rows.filter(at__gte=at(first, time.min))
        if last:
            rows = rows.filter(at__lt=at(last + timedelta(days=1), time.min))
        return rows

"""Chainable reads of contacts."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from raccordo.kernel import clock
from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right

if TYPE_CHECKING:
    from raccordo.intake.models import Contact


class ContactQuerySet(models.QuerySet["Contact"]):
    """Reads of contacts; what a person may read begins with `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """Contacts of the actor's points and those handed over to them.

        A trainee's own of today; nothing else, ever.
        """
        rows = self.filter(network_id=actor.network_id)
        if actor.may(Right.SEE_CONTACTS):
            return rows.filter(Q(point__in=actor.point_ids) | Q(handed_to__in=actor.point_ids, voided_at=None))
        if actor.may(Right.SEE_OWN_CONTACTS_OF_TODAY):
            return rows.filter(point__in=actor.point_ids, recorded_by_id=actor.user_id, happened_on=clock.today())
        return self.none()

    def standing(self) -> Self:
        """Not voided."""
        return self.filter(voided_at=None)

    def between(self, first: date | None, last: date | None) -> Self:
        rows = self
        if first:
            rows = rows.filter(happened_on__gte=first)
        if last:
            rows = rows.filter(happened_on__lte=last)
        return rows

    def waiting_at(self, actor: Actor) -> Self:
        """Handed over to one of the actor's points and not yet received there."""
        received = self.model.objects.standing().filter(handed_from=OuterRef("pk"))
        return (
            self.filter(network_id=actor.network_id, handed_to__in=actor.point_ids, voided_at=None)
            .filter(~Exists(received))
            .order_by("happened_on", "recorded_at")
        )

    def for_list(self) -> Self:
        return self.select_related("point", "handed_to").prefetch_related("requests")

    def for_detail(self) -> Self:
        return self.select_related(
            "point", "point__organisation", "handed_to", "handed_from__point", "recorded_by"
        ).prefetch_related("requests", "revisions", "received_as__point")

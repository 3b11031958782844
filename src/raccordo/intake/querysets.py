"""Chainable reads of contacts."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from raccordo.kernel import clock
from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right

if TYPE_CHECKING:
    from raccordo.intake.models import Contact


class ListedContact(NamedTuple):
    """What a row of the list shows: a page of them needs no objects."""

    pk: UUID
    point_id: UUID
    happened_on: date
    visitor_type: str
    outcome: str
    seen_today: bool
    handed_to_id: UUID | None
    voided_at: datetime | None
    void_reason: str
    received: bool


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

    def at_points_of(self, actor: Actor) -> Self:
        """What happened at the actor's own points: what they count as theirs, hand-overs from elsewhere apart."""
        return self.filter(point__in=actor.point_ids)

    def waiting_at(self, actor: Actor) -> Self:
        """Handed over to one of the actor's points and not yet received there; nothing for who sees no contacts."""
        if not actor.may(Right.SEE_CONTACTS):
            return self.none()
        received = self.model.objects.standing().filter(handed_from=OuterRef("pk"))
        return (
            self.filter(network_id=actor.network_id, handed_to__in=actor.point_ids, voided_at=None)
            .filter(~Exists(received))
            .order_by("happened_on", "recorded_at")
        )

    def of_today_by(self, actor: Actor, today: date) -> Self:
        """What the actor recorded today and did not take back, the last first."""
        return self.standing().filter(recorded_by_id=actor.user_id, happened_on=today).order_by("-recorded_at")

    def with_need_among(self, codes: Iterable[str]) -> Self:
        """Contacts in which at least one of these needs was expressed."""
        return self.filter(pk__in=self.model.objects.filter(requests__need__in=list(codes)).values("pk"))

    def with_received(self) -> Self:
        """Annotates `received`: the other point took on the person handed over."""
        return self.annotate(received=Exists(self.model.objects.standing().filter(handed_from=OuterRef("pk"))))

    def for_list(self) -> "models.QuerySet[Contact, tuple[Any, ...]]":
        """The columns of ListedContact, in its order."""
        return self.with_received().values_list(*ListedContact._fields)

    def for_detail(self) -> Self:
        return self.select_related("point__organisation", "recorded_by").prefetch_related(
            "requests", "revisions__made_by"
        )

"""Chainable reads of the network."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from raccordo.kernel.actors import Actor
from raccordo.kernel.periods import Period

if TYPE_CHECKING:
    from raccordo.network.models import AccessPoint, Closure, Network, OpeningRule, ReportingPeriod


class NetworkQuerySet(models.QuerySet["Network"]):
    def visible_to(self, actor: Actor) -> Self:
        """The network of the actor's role: nobody sees two at once."""
        return self.filter(pk=actor.network_id)


class AccessPointQuerySet(models.QuerySet["AccessPoint"]):
    def visible_to(self, actor: Actor) -> Self:
        """Where a network's points are is no secret inside the network: staff hand families over to any of them."""
        return self.filter(network_id=actor.network_id)

    def current(self) -> Self:
        """Points that the protocol in force still names."""
        return self.filter(retired_on=None)

    def published(self) -> Self:
        """Points that families may read about."""
        return self.current().filter(published=True)

    def of(self, actor: Actor) -> Self:
        """The actor's own points, in the order of the protocol."""
        return self.visible_to(actor).current().filter(pk__in=actor.point_ids)

    def for_list(self) -> Self:
        return self.select_related("organisation", "municipality", "parent")


class OpeningRuleQuerySet(models.QuerySet["OpeningRule"]):
    def published(self) -> Self:
        """Hours that were decided; drafts wait for the doubt to be settled."""
        return self.filter(draft=False)

    def valid_in(self, period: Period) -> Self:
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=period.last)).filter(
            Q(valid_until=None) | Q(valid_until__gte=period.first)
        )


class ClosureQuerySet(models.QuerySet["Closure"]):
    def visible_to(self, actor: Actor) -> Self:
        """When a point of the network is shut is no secret inside the network."""
        return self.filter(point__network_id=actor.network_id)

    def touching(self, period: Period) -> Self:
        return self.filter(first_day__lte=period.last, last_day__gte=period.first, withdrawn_at=None)


class ReportingPeriodQuerySet(models.QuerySet["ReportingPeriod"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(network_id=actor.network_id)

    def current(self, today: date) -> "ReportingPeriod | None":
        """The period that contains today, else the last that began."""
        return self.filter(first_day__lte=today).order_by("first_day").last()

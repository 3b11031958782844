"""What a number is about: a network, perhaps one point or one body of it, and the days that are looked at."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from raccordo.intake.models import Contact
from raccordo.intake.querysets import ContactQuerySet
from raccordo.kernel.periods import Period


@dataclass(frozen=True)
class Scope:
    """`span` is the days of a period; without it, the days that lie outside every one of `periods`."""

    network_id: UUID
    span: Period | None
    periods: tuple[Period, ...] = ()
    point_id: UUID | None = None
    organisation_id: UUID | None = None

    def rows(self, prefix: str = "") -> Q:
        """The condition on a contact, or on what hangs on one (`prefix` is then "contact__")."""
        wanted: dict[str, UUID | tuple[date, date]] = {"network_id": self.network_id}
        if self.point_id:
            wanted["point_id"] = self.point_id
        if self.organisation_id:
            wanted["organisation_id"] = self.organisation_id
        if self.span:
            wanted["happened_on__range"] = (self.span.first, self.span.last)
        condition = Q(**{f"{prefix}{name}": value for name, value in wanted.items()})
        for period in () if self.span else self.periods:
            condition &= ~Q(**{f"{prefix}happened_on__range": (period.first, period.last)})
        return condition

    def contacts(self) -> ContactQuerySet:
        """Every row in scope, voided ones too: what is left out of a number is left out for a reason that is said."""
        return Contact.objects.filter(self.rows())

    def outside_every_period(self) -> "Scope":
        """The same point or body, on the days that no period covers."""
        return replace(self, span=None)

    def months(self) -> list[int]:
        """The months that the span touches; none for days outside every period."""
        return self.span.months() if self.span else []

    def month_span(self, month: int) -> Period:
        """The days of one month that lie in the span."""
        if self.span is None:
            raise ValueError("Days outside every period have no span.")
        first = date(month // 100, month % 100, 1)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        last = date.fromordinal(following.toordinal() - 1)
        return Period(max(first, self.span.first), min(last, self.span.last))

    def in_month(self, month: int) -> "Scope":
        """The part of the span that lies in one of its months."""
        return replace(self, span=self.month_span(month))

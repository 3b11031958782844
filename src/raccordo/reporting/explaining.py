"""Why a number is what it is: every row in scope is either counted, or left out for one reason that is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.db.models import Case, CharField, Count, Value, When

from raccordo.intake.querysets import ContactQuerySet
from raccordo.reporting.facts import Facts
from raccordo.reporting.indicators import Indicator

COUNTED = "counted"


@dataclass(frozen=True)
class LeftOut:
    """How many rows (or hours) one reason leaves out."""

    code: str
    sentence: str
    number: int | Decimal


@dataclass(frozen=True)
class Explanation:
    """`counted` + everything in `left_out` = `total`, always."""

    counted: int | Decimal
    left_out: tuple[LeftOut, ...]
    by_body: Mapping[UUID, int]

    @cached_property
    def total(self) -> int | Decimal:
        return self.counted + sum(each.number for each in self.left_out)


def reason(indicator: Indicator, facts: Facts) -> Case:
    """For a contact: the code of the first exclusion that it fits, else COUNTED."""
    kind = CharField()
    whens = [When(each.rows(facts), then=Value(each.code, kind)) for each in indicator.exclusions]
    return Case(*whens, default=Value(COUNTED, kind), output_field=kind)


def counted_among(rows: ContactQuerySet, indicator: Indicator, facts: Facts, code: str = COUNTED) -> ContactQuerySet:
    """Those of `rows` (what the reader may see) that stand behind the number, or that were left out for `code`."""
    return rows.filter(facts.scope.rows()).annotate(reason=reason(indicator, facts)).filter(reason=code)


def explain(indicator: Indicator, facts: Facts) -> Explanation:
    """How many rows count, how many do not and why; one query, none for an indicator of hours."""
    if indicator.of_hours:
        return _explain_hours(facts)
    rows = (
        facts.scope.contacts()
        .order_by()
        .annotate(reason=reason(indicator, facts))
        .values_list("reason", "organisation_id")
        .annotate(number=Count(Value(1)))
    )
    numbers: dict[str, int] = {}
    by_body: dict[UUID, int] = {}
    for code, organisation_id, number in rows:
        numbers[code] = numbers.get(code, 0) + number
        if code == COUNTED:
            by_body[organisation_id] = number
    return Explanation(
        counted=numbers.get(COUNTED, 0),
        left_out=tuple(LeftOut(each.code, each.sentence, numbers.get(each.code, 0)) for each in indicator.exclusions),
        by_body=by_body,
    )


def _explain_hours(facts: Facts) -> Explanation:
    """Hours that are left, and hours lost to each closure or feast."""
    lost: dict[str, Decimal] = {}
    for month in facts.hours:
        for day in month.closed:
            lost[day.sentence] = lost.get(day.sentence, Decimal(0)) + day.hours_lost
    return Explanation(
        counted=sum((month.open for month in facts.hours), Decimal(0)),
        left_out=tuple(LeftOut("closed", sentence, hours) for sentence, hours in sorted(lost.items())),
        by_body={},
    )

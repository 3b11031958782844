"""The contacts of a scope, counted by the database in one statement: every figure is added up from these rows.

One statement sees one state of the database on both engines and reads each contact once, however many figures are
wanted: the rows in scope are laid out once (`facts`), then grouped by point, body, month and one aspect after another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Case, CharField, F, IntegerField, Q, QuerySet, Value, When

from raccordo.reporting.enums import DAYS_TO_RECORD, NOT_GIVEN, Aspect
from raccordo.reporting.scopes import Scope

STANDING = Q(voided_at=None)
COUNTED = Q(voided_at=None, seen_today=False)
NO_VISITOR = Q(visitor_type__in=NOT_GIVEN)
NO_PHASE = Q(professional=False, life_phase__in=NOT_GIVEN)
COMPLETE = ~NO_VISITOR & ~NO_PHASE
PROFESSIONAL, CITIZEN = "professional", "citizen"
WHOLE, PARTIAL = "complete", "incomplete"
IN_TIME, LATE = "in_time", "late"

CONSTANTS = ("''", "NULL")
# aspect → its code, its second code, the other point
COLUMNS: dict[Aspect, tuple[str, str, str]] = {
    Aspect.CHANNEL: ("channel", "''", "NULL"),
    Aspect.VISITOR: ("visitor_type", "person", "NULL"),
    Aspect.FOR_WHOM: ("for_whom", "''", "NULL"),
    Aspect.LIFE_PHASE: ("life_phase", "person", "NULL"),
    Aspect.SERVICE: ("service", "''", "NULL"),
    Aspect.OUTCOME: ("outcome", "''", "handed_to"),
    Aspect.SOURCE: ("source", "contact_type", "NULL"),
    Aspect.QUALITY: ("quality", "timing", "NULL"),
    Aspect.NEED: ("need", "''", "NULL"),
}


@dataclass(frozen=True)
class Tally:
    """Contacts of one point, body and month that share a code (a second one, another point) under one aspect.

    `entered` are all rows, `standing` those not voided, `counted` those that the counting rule counts. Under needs a
    contact stands in one group for each of its needs.
    """

    aspect: str
    point_id: UUID
    organisation_id: UUID
    month: int
    code: str
    second: str
    other_id: UUID | None
    entered: int
    standing: int
    counted: int


def tallies(scope: Scope) -> list[Tally]:
    """The whole of a scope."""
    sql, params = statement(scope)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(_read(cursor.fetchall()))


def statement(scope: Scope) -> tuple[str, tuple[Any, ...]]:
    """The statement and its parameters, also for measuring it bare."""
    facts, params = _facts(scope).query.sql_with_params()
    groups = " UNION ALL ".join(_group(aspect) for aspect in COLUMNS)
    names = (
        "id, point, body, month, channel, visitor_type, person, for_whom, life_phase, service, outcome, handed_to,"
        " source, contact_type, quality, timing, standing, counted"
    )
    return f"WITH facts ({names}) AS MATERIALIZED ({facts}) {groups}", params


def _facts(scope: Scope) -> QuerySet[Any, Any]:
    return (
        scope.contacts()
        .order_by()
        .values_list(
            "id",
            "point_id",
            "organisation_id",
            "month",
            "channel",
            "visitor_type",
            _either(Q(professional=True), PROFESSIONAL, CITIZEN),
            "for_whom",
            "life_phase",
            "service",
            "outcome",
            F("handed_to_id"),
            "source",
            "contact_type",
            _either(COMPLETE, WHOLE, PARTIAL),
            _either(Q(days_to_record__lte=DAYS_TO_RECORD), IN_TIME, LATE),
            _one_if(STANDING),
            _one_if(COUNTED),
        )
    )


def _group(aspect: Aspect) -> str:
    code, second, other = COLUMNS[aspect]
    table = "facts"
    if aspect == Aspect.NEED:
        table = "facts JOIN intake_request ON intake_request.contact_id = facts.id"
    keys = ", ".join(["point", "body", "month", *(each for each in (code, second, other) if each not in CONSTANTS)])
    return (
        f"SELECT '{aspect}', point, body, month, {code}, {second}, {_point(other)},"  # noqa: S608  (our words alone)
        f" COUNT(*), SUM(standing), SUM(counted) FROM {table} GROUP BY {keys}"
    )


def _point(column: str) -> str:
    """PostgreSQL wants to know of what kind a NULL is."""
    return "CAST(NULL AS uuid)" if column == "NULL" and connection.vendor == "postgresql" else column


def _either(condition: Q, yes: str, no: str) -> Case:
    kind = CharField()
    return Case(When(condition, then=Value(yes, kind)), default=Value(no, kind), output_field=kind)


def _one_if(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def _read(rows: Iterable[tuple[Any, ...]]) -> Iterable[Tally]:
    """SQLite hands identifiers over as text."""
    known: dict[Any, UUID | None] = {None: None}

    def identifier(value: Any) -> UUID | None:
        if value not in known:
            known[value] = value if isinstance(value, UUID) else UUID(value)
        return known[value]

    for aspect, point, body, month, code, second, other, entered, standing, counted in rows:
        point_id, organisation_id = identifier(point), identifier(body)
        if point_id is None or organisation_id is None:
            raise ValueError("A contact has a point and a body.")
        yield Tally(
            aspect, point_id, organisation_id, month, code, second, identifier(other), entered, standing, counted
        )

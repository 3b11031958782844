"""Reads that stand in every request: Django works their statement out once, afterwards only the values change.

Working a SELECT out takes Django several times as long as the database takes to answer it (docs/performance.md).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

Value = UUID | date
Row = tuple[Any, ...]


@dataclass(frozen=True)
class _Statement:
    """SQL, its parameters (a number stands for the argument in that place), and what turns columns into values."""

    sql: str
    parameters: Sequence[Any]
    converters: dict[int, tuple[list[Callable[..., Any]], Any]]


@dataclass(frozen=True)
class _Place:
    number: int


class PreparedRead:
    """`build` makes a `values_list` queryset of its arguments, each of one of `kinds`; a call gives its rows.

    The statement must be the same whatever the arguments: no None, no list, no branch on them in `build`.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], *kinds: type[Value]) -> None:
        self.build = build
        self.kinds = kinds
        self.statements: dict[str, _Statement] = {}

    def __call__(self, *values: Value) -> list[Row]:
        statement = self.statements.get(connection.vendor) or self._work_out()
        given = [_as_parameter(value) for value in values]
        parameters = [given[each.number] if isinstance(each, _Place) else each for each in statement.parameters]
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, parameters)
            rows = cursor.fetchall()
        return [_converted(row, statement.converters) for row in rows]

    def _work_out(self) -> _Statement:
        """Build the queryset with values that occur nowhere else, to see where each of them goes."""
        marks = [_mark(kind, number) for number, kind in enumerate(self.kinds, start=1)]
        places = {_as_parameter(mark): _Place(number) for number, mark in enumerate(marks)}
        compiler = self.build(*marks).query.get_compiler(connection.alias)
        sql, parameters = compiler.as_sql()
        statement = _Statement(
            sql=sql,
            parameters=[places.get(each, each) for each in parameters],
            converters=compiler.get_converters([expression for expression, *_ in compiler.select]),
        )
        if {each for each in statement.parameters if isinstance(each, _Place)} != set(places.values()):
            raise ValueError("Every argument of a prepared read must stand in its statement.")
        self.statements[connection.vendor] = statement
        return statement


def _mark(kind: type[Value], number: int) -> Value:
    return UUID(int=number) if kind is UUID else date.fromordinal(number)


def _as_parameter(value: Value) -> Any:
    """As the fields of Django hand it to the database of this connection."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.ops.adapt_datefield_value(value)


def _converted(row: Row, converters: dict[int, tuple[list[Callable[..., Any]], Any]]) -> Row:
    cells = list(row)
    for place, (functions, expression) in converters.items():
        for function in functions:
            cells[place] = function(cells[place], expression, connection)
    return tuple(cells)

"""What the chapters share: columns, rows of points and months, tables of a mix."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format

from raccordo.intake.enums import CodeList
from raccordo.kernel.tables import Cell, Column
from raccordo.network.models import AccessPoint, Organisation
from raccordo.reporting.facts import Facts, Hours
from raccordo.reporting.indicators.shape import ratio
from raccordo.reporting.returns.document import ReturnTable, Row

NUMBER, SHARE = Column("numero", "Numero", "number"), Column("quota", "Quota", "percent")
TOTAL = "Totale"


def month_label(month: int) -> str:
    """ott 2026"""
    return date_format(date(month // 100, month % 100, 1), "M Y").lower()


def month_in_words(month: int) -> str:
    """ottobre 2026"""
    return date_format(date(month // 100, month % 100, 1), "F Y").lower()


def month_key(month: int) -> str:
    """2026-10"""
    return f"{month // 100}-{month % 100:02}"


def point_label(point: AccessPoint) -> str:
    return f"{point.code} · {point.text('short_name') or point.name}"


def shown_points(facts: Facts) -> list[AccessPoint]:
    """Points of the protocol in force, and retired ones that somebody turned to."""
    used = {row.point_id for row in facts.tallies}
    return [point for point in facts.points.values() if point.retired_on is None or point.pk in used]


def shown_bodies(facts: Facts) -> list[Organisation]:
    return sorted(facts.bodies.values(), key=lambda body: body.name)


def per_point(facts: Facts) -> Iterator[tuple[AccessPoint, Facts]]:
    for point in shown_points(facts):
        yield point, facts.narrowed(point_id=point.pk)


def by_month(
    key: str, sheet: str, title: str, facts: Facts, take: Callable[[Facts], int], notes: Iterable[str] = ()
) -> ReturnTable:
    """Points down, months across, sums on both sides."""
    columns = [Column(month_key(month), month_label(month), "number") for month in facts.months]

    def cells(part: Facts) -> list[Cell]:
        return [*(take(part.narrowed(month=month)) for month in facts.months), take(part)]

    rows = [Row(point.code, point_label(point), cells(part)) for point, part in per_point(facts)]
    rows.append(Row("totale", TOTAL, cells(facts)))
    return ReturnTable(
        key, sheet, title, "Punto", [*columns, Column("totale", TOTAL, "number")], rows, total=True, notes=list(notes)
    )


def coded(
    facts: Facts, code_list: CodeList, counts: dict[str, int], blank: str = "Non indicato"
) -> list[tuple[str, str, int]]:
    """(code, label, number) for every code of a list that is in use or was used, zeros included, in its order."""
    entries = facts.lists.of(code_list)
    rows = [
        (code, entry.label, counts.get(code, 0))
        for code, entry in entries.items()
        if not entry.retired or counts.get(code)
    ]
    unknown = sorted(code for code in counts if code and code not in entries)
    rows += [(code, code, counts[code]) for code in unknown]
    if "" in counts:
        rows.append(("non-indicato", blank, counts[""]))
    return rows


def mix_table(
    key: str, sheet: str, title: str, head: str, rows: list[tuple[str, str, int]], notes: Iterable[str] = ()
) -> ReturnTable:
    """Number and share of each code, with their sum."""
    whole = sum(number for _, _, number in rows)
    lines = [Row(code, label, (number, ratio(number, whole))) for code, label, number in rows]
    lines.append(Row("totale", TOTAL, (whole, ratio(whole, whole))))
    return ReturnTable(key, sheet, title, head, [NUMBER, SHARE], lines, total=True, notes=list(notes))


def hours_of(facts: Facts, take: Callable[[Hours], Decimal]) -> Decimal:
    return sum((take(row) for row in facts.hours), Decimal(0))

"""What people asked, what was done, how it ended, and who sent them."""

from raccordo.intake.enums import FIRST, HANDED_OVER, CodeList
from raccordo.kernel.tables import Column
from raccordo.reporting.enums import Aspect
from raccordo.reporting.facts import Facts, counted
from raccordo.reporting.indicators import INDICATORS
from raccordo.reporting.indicators.shape import ratio
from raccordo.reporting.returns.document import Chart, ReturnTable, Row, Section
from raccordo.reporting.returns.material import Material
from raccordo.reporting.returns.sections.parts import (
    TOTAL,
    by_month,
    coded,
    mix_table,
    per_point,
    point_label,
    shown_points,
)
from raccordo.ui import formats
from raccordo.ui.charts import Bar


def requests(material: Material) -> Section:
    facts = material.facts
    by_area = areas(facts)
    whole = sum(number for _, _, number in by_area)
    text = (
        "In ogni accesso si segnano da una a tre richieste, con le parole di chi le porta: sono bisogni espressi, non "
        "ancora letti dall’équipe."
    )
    return Section(
        "5",
        "Che cosa chiedono",
        [text],
        [
            mix_table("richieste", "5.1 Richieste per area", "Richieste per area di bisogno", "Area", by_area),
            mix_table("bisogni", "5.2 Richieste per voce", "Richieste per singola voce", "Voce", _items(facts)),
            _per_access(facts),
        ],
        [_needs_chart(by_area, whole)],
    )


def areas(facts: Facts) -> list[tuple[str, str, int]]:
    """Items are added to their area."""
    entries = facts.lists.of(CodeList.NEED)
    numbers: dict[str, int] = {}
    for code, number in facts.by_code(Aspect.NEED, counted).items():
        area = (entries[code].parent or code) if code in entries else code
        numbers[area] = numbers.get(area, 0) + number
    return [row for row in coded(facts, CodeList.NEED, numbers) if row[0] not in entries or not entries[row[0]].parent]


def _items(facts: Facts) -> list[tuple[str, str, int]]:
    """Only what was asked: the whole list is long."""
    return [row for row in coded(facts, CodeList.NEED, facts.by_code(Aspect.NEED, counted)) if row[2]]


def _per_access(facts: Facts) -> ReturnTable:
    columns = [
        Column("richieste", "Richieste", "number"),
        Column("accessi", "Accessi contati", "number"),
        Column("media", "Richieste per accesso", "decimal"),
    ]
    rows = []
    for key, label, part in [
        *((point.code, point_label(point), part) for point, part in per_point(facts)),
        ("totale", TOTAL, facts),
    ]:
        number = part.total(counted, Aspect.NEED)
        rows.append(Row(key, label, (number, part.counted, ratio(number, part.counted))))
    return ReturnTable(
        "richieste-punti",
        "5.3 Richieste per punto",
        "Richieste per accesso, per punto",
        "Punto",
        columns,
        rows,
        total=True,
    )


def _needs_chart(areas: list[tuple[str, str, int]], whole: int) -> Chart:
    shown = sorted((row for row in areas if row[2]), key=lambda row: -row[2])[:8]
    title = "Nessuna richiesta nel periodo"
    if shown:
        share = formats.percent((ratio(shown[0][2], whole) or 0) * 100)
        title = f"La richiesta più frequente è «{shown[0][1]}»: il {share} di tutte"
    return Chart("richieste-area", title, "richieste", [Bar(label, number) for _, label, number in shown])


def services(material: Material) -> Section:
    facts = material.facts
    rows = coded(facts, CodeList.SERVICE, facts.by_code(Aspect.SERVICE, counted))
    table = mix_table("servizi", "6.1 Servizi", "Che cosa si è fatto in ogni accesso", "Servizio", rows)
    return Section("6", "Che cosa si è fatto", [], [table])


def outcomes(material: Material) -> Section:
    facts = material.facts
    rows = coded(facts, CodeList.OUTCOME, facts.by_code(Aspect.OUTCOME, counted))
    return Section(
        "7",
        "Come finisce, e i passaggi fra i punti",
        [INDICATORS["I19"].definition],
        [mix_table("esiti", "7.1 Esiti", "Esito degli accessi", "Esito", rows), _handovers(facts)],
    )


def _handovers(facts: Facts) -> ReturnTable:
    """From down, to across."""
    points = shown_points(facts)
    pairs: dict[tuple[object, object], int] = {}
    for row in facts.of(Aspect.OUTCOME):
        if row.code == HANDED_OVER:
            pair = row.point_id, row.other_id
            pairs[pair] = pairs.get(pair, 0) + row.standing
    rows = []
    for sender in points:
        numbers = [pairs.get((sender.pk, receiver.pk), 0) for receiver in points]
        rows.append(Row(sender.code, f"da {point_label(sender)}", (*numbers, sum(numbers))))
    sums = [sum(pairs.get((sender.pk, receiver.pk), 0) for sender in points) for receiver in points]
    rows.append(Row("totale", TOTAL, (*sums, sum(sums))))
    columns = [Column(point.code, f"a {point.code}", "number") for point in points]
    return ReturnTable(
        "passaggi",
        "7.2 Passaggi",
        "Passaggi fra i punti: da chi, a chi",
        "Punto che passa",
        [*columns, Column("totale", TOTAL, "number")],
        rows,
        total=True,
    )


def sources(material: Material) -> Section:
    facts = material.facts
    numbers: dict[str, int] = {"": 0}
    for row in facts.of(Aspect.SOURCE):
        if row.second == FIRST and row.counted:
            numbers[row.code] = numbers.get(row.code, 0) + row.counted
    return Section(
        "8",
        "I primi accessi e da dove arrivano",
        [INDICATORS["I04"].definition],
        [
            by_month("primi-mese", "8.1 Primi accessi", "Primi accessi per punto e mese", facts, _first),
            mix_table(
                "invianti", "8.2 Invianti", INDICATORS["I08"].title, "Inviante", coded(facts, CodeList.SOURCE, numbers)
            ),
        ],
    )


def _first(facts: Facts) -> int:
    return sum(row.counted for row in facts.of(Aspect.SOURCE) if row.second == FIRST)

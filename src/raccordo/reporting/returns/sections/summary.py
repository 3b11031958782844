"""In short: the indicators of the network, of each point, body and month."""

from raccordo.kernel.tables import Cell, Column
from raccordo.reporting.facts import Facts
from raccordo.reporting.indicators import INDICATORS
from raccordo.reporting.returns.document import Chart, ReturnTable, Row, Section
from raccordo.reporting.returns.material import Material
from raccordo.reporting.returns.sections.parts import (
    month_in_words,
    month_key,
    month_label,
    per_point,
    point_label,
    shown_bodies,
)
from raccordo.ui import formats
from raccordo.ui.charts import Bar

COLUMNS = (
    Column("grezzi", "Registrati", "number"),
    Column("I01", "Contati", "number"),
    Column("I04", "Primi accessi", "number"),
    Column("I05", "Professionisti", "percent"),
    Column("I06", "Padri", "percent"),
    Column("I09", "Richieste per accesso", "decimal"),
    Column("I27", "Apertura", "percent"),
    Column("I28", "Accessi all’ora", "decimal"),
    Column("I37", "Dati completi", "percent"),
)


def figures(facts: Facts) -> list[Cell]:
    """One cell for each of COLUMNS."""
    return [facts.standing, *(INDICATORS[column.key].compute(facts).value for column in COLUMNS[1:])]


def section(material: Material) -> Section:
    facts = material.facts
    whole = Row("rete", "Tutta la rete", figures(facts))
    points = [Row(point.code, point_label(point), figures(part)) for point, part in per_point(facts)]
    bodies = [
        Row(body.code, body.name, figures(facts.narrowed(organisation_id=body.pk))) for body in shown_bodies(facts)
    ]
    months = [
        Row(month_key(month), month_label(month), figures(facts.narrowed(month=month))) for month in facts.months
    ]
    return Section(
        "1",
        "In sintesi",
        [sentence(facts), material.network.counting_rule],
        [
            _table(
                "sintesi-punti", "1.1 Sintesi per punto", "Gli indicatori per punto di accesso", "Punto", points, whole
            ),
            _table(
                "sintesi-enti", "1.2 Sintesi per ente", "Gli indicatori per ente responsabile", "Ente", bodies, whole
            ),
            _table(
                "sintesi-mesi", "1.3 Sintesi per mese", "Gli indicatori per mese", "Mese", months, _whole_period(whole)
            ),
        ],
        [
            Chart(
                "accessi-mese",
                sentence_of_months(facts),
                "accessi contati",
                [Bar(month_label(month), facts.narrowed(month=month).counted) for month in facts.months],
            )
        ],
    )


def _whole_period(whole: Row) -> Row:
    return Row(whole.key, "Tutto il periodo", whole.cells)


def _table(key: str, sheet: str, title: str, head: str, rows: list[Row], whole: Row) -> ReturnTable:
    note = "Un trattino dice che non c’è niente da dividere. Le definizioni sono nell’ultimo capitolo."
    return ReturnTable(key, sheet, title, head, COLUMNS, [*rows, whole], total=True, notes=[note])


def sentence(facts: Facts) -> str:
    """What happened, in a sentence or two."""
    if not facts.counted:
        return "In questo periodo non risulta ancora nessun accesso."
    first = INDICATORS["I04"].compute(facts).value
    share = INDICATORS["I05"].compute(facts).value or 0
    return (
        f"Nel periodo la rete ha contato {formats.number(facts.counted)} accessi, di cui {formats.number(first or 0)} "
        f"dichiarati come primi. I professionisti sono il {formats.percent(share * 100, decimals=1)}."
    )


def sentence_of_months(facts: Facts) -> str:
    """The month with most accesses."""
    if not facts.counted:
        return "Nessun accesso nel periodo"
    best = max(facts.months, key=lambda month: (facts.narrowed(month=month).counted, -month))
    return f"Il mese con più accessi è {month_in_words(best)}: {formats.number(facts.narrowed(month=best).counted)}"

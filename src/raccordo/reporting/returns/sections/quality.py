"""How far the figures can be trusted."""

from raccordo.kernel.tables import Cell, Column
from raccordo.reporting.facts import Facts
from raccordo.reporting.indicators import INDICATORS
from raccordo.reporting.returns.document import ReturnTable, Row, Section
from raccordo.reporting.returns.material import Material
from raccordo.reporting.returns.sections.parts import TOTAL, per_point, point_label

COLUMNS = (
    Column("registrazioni", "Registrazioni", "number"),
    Column("complete", "Complete", "number"),
    Column("quota", "Quota complete", "percent"),
    Column("in_time", "Entro 3 giorni", "percent"),
    Column("visitor_type", "Chi viene: manca", "percent"),
    Column("life_phase", "Fase di vita: manca", "percent"),
    Column("source", "Inviante: manca", "percent"),
)


def section(material: Material) -> Section:
    facts = material.facts
    return Section(
        "9",
        "Qualità dei dati",
        [INDICATORS["I37"].definition],
        [_by_point(facts), _apart(material)],
    )


def _by_point(facts: Facts) -> ReturnTable:
    def cells(part: Facts) -> list[Cell]:
        figure = INDICATORS["I37"].compute(part)
        shares = {each.code: each.share for each in figure.parts}
        return [part.standing, int(figure.above or 0), figure.value, *(shares[column.key] for column in COLUMNS[3:])]

    rows = [Row(point.code, point_label(point), cells(part)) for point, part in per_point(facts)]
    rows.append(Row("totale", TOTAL, cells(facts)))
    notes = [
        "La fase di vita manca in rapporto ai cittadini; l’inviante in rapporto ai primi accessi.",
        "«Entro 3 giorni»: registrati al più tardi tre giorni dopo l’accesso.",
    ]
    return ReturnTable(
        "qualita", "9.1 Qualità", "Completezza e prontezza, per punto", "Punto", COLUMNS, rows, total=True, notes=notes
    )


def _apart(material: Material) -> ReturnTable:
    facts = material.facts
    rows = [
        Row("annullati", "Registrazioni annullate nel periodo", (facts.entered - facts.standing,)),
        Row("fuori-periodo", "Accessi della rete in giorni fuori da ogni periodo di rendiconto", (material.outside,)),
    ]
    return ReturnTable(
        "a-parte",
        "9.2 A parte",
        "Quello che resta fuori da ogni numero",
        "Che cosa",
        [Column("numero", "Numero", "number")],
        rows,
        notes=["Gli accessi fuori da ogni periodo si conservano: qui si dicono, nelle altre tabelle non ci sono."],
    )

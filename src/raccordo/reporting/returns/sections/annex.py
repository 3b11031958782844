"""What each number means, and what was decided where the protocol contradicts itself."""

from raccordo.kernel.tables import Column
from raccordo.reporting.indicators import INDICATORS
from raccordo.reporting.returns.document import ReturnTable, Row, Section
from raccordo.reporting.returns.material import Material


def section(material: Material) -> Section:
    return Section(
        "10",
        "Definizioni e decisioni",
        [
            "Gli indicatori sono scritti una volta sola: la stessa frase sta sotto i numeri del monitoraggio e in "
            "questo rendiconto."
        ],
        [_definitions(), *_decisions(material)],
    )


def _definitions() -> ReturnTable:
    columns = [
        Column("nome", "Indicatore"),
        Column("definizione", "Che cosa dice"),
        Column("formula", "Come si calcola"),
        Column("versione", "Versione"),
    ]
    rows = [
        Row(each.code, each.code, (each.title, each.definition, each.formula, f"{each.version} ({each.since})"))
        for each in INDICATORS.values()
    ]
    return ReturnTable("definizioni", "10.1 Definizioni", "Gli indicatori", "Codice", columns, rows)


def _decisions(material: Material) -> list[ReturnTable]:
    decisions = material.protocol.get("decisions") or []
    if not decisions:
        return []
    columns = [
        Column("tema", "Che cosa non torna"),
        Column("deciso", "Che cosa si è deciso"),
        Column("perche", "Perché"),
    ]
    rows = [
        Row(str(each["number"]), str(each["number"]), (each["about"], each["decided"], each["why"]))
        for each in decisions
    ]
    title = "Che cosa si è deciso dove il protocollo si contraddice"
    return [ReturnTable("decisioni", "10.2 Decisioni", title, "N.", columns, rows)]

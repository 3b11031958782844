"""Accesses: how many, where, when, how, by whom."""

from raccordo.intake.enums import CodeList
from raccordo.kernel.tables import Column
from raccordo.reporting.enums import Aspect
from raccordo.reporting.facts import Facts, counted
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
    shown_bodies,
)
from raccordo.reporting.tallies import CITIZEN, PROFESSIONAL
from raccordo.ui import formats
from raccordo.ui.charts import Bar

TWO_WAYS = [
    Column("registrati", "Registrati", "number"),
    Column("contati", "Contati", "number"),
    Column("quota", "Quota dei contati", "percent"),
]


def section(material: Material) -> Section:
    facts = material.facts
    return Section(
        "4",
        "Gli accessi",
        [
            "Di ogni cosa si danno due numeri: le registrazioni non annullate e gli accessi contati secondo la "
            "regola. Le tabelle che ne danno uno solo danno i contati.",
        ],
        [
            _sum(facts),
            _by_point(facts),
            by_month(
                "accessi-mese", "4.3 Contati per mese", "Accessi contati per punto e mese", facts, lambda f: f.counted
            ),
            by_month(
                "registrati-mese",
                "4.4 Registrati per mese",
                "Accessi registrati per punto e mese",
                facts,
                lambda f: f.standing,
            ),
            _by_body(facts),
            _coded(
                facts,
                "canali",
                "4.6 Canali",
                "Come è avvenuto il contatto",
                "Canale",
                CodeList.CHANNEL,
                Aspect.CHANNEL,
            ),
            _groups(facts),
            _coded(
                facts, "utenti", "4.8 Chi viene", "Chi si è rivolto alla rete", "Chi", CodeList.VISITOR, Aspect.VISITOR
            ),
            _coded(
                facts,
                "per-chi",
                "4.9 Per chi",
                "Per chi è la richiesta",
                "Per chi",
                CodeList.FOR_WHOM,
                Aspect.FOR_WHOM,
            ),
            _life_phases(facts),
        ],
        [chart(facts)],
    )


def _sum(facts: Facts) -> ReturnTable:
    rows = [
        Row("inseriti", "Accessi inseriti nel sistema", (facts.entered,)),
        Row("annullati", "meno: annullati, registrati per errore o due volte", (facts.entered - facts.standing,)),
        Row("registrati", "Accessi registrati", (facts.standing,)),
        Row("ripetuti", "meno: persone già contate quel giorno in quel punto", (facts.standing - facts.counted,)),
        Row("contati", "Accessi contati", (facts.counted,)),
    ]
    return ReturnTable(
        "conteggio",
        "4.1 Conteggio",
        "Dalle registrazioni agli accessi contati",
        "Passaggio",
        [Column("numero", "Numero", "number")],
        rows,
        total=True,
    )


def _by_point(facts: Facts) -> ReturnTable:
    rows = [
        Row(point.code, point_label(point), (part.standing, part.counted, ratio(part.counted, facts.counted)))
        for point, part in per_point(facts)
    ]
    rows.append(Row("totale", TOTAL, (facts.standing, facts.counted, ratio(facts.counted, facts.counted))))
    return ReturnTable("accessi", "4.2 Accessi per punto", "Accessi per punto", "Punto", TWO_WAYS, rows, total=True)


def _by_body(facts: Facts) -> ReturnTable:
    rows = []
    for body in shown_bodies(facts):
        part = facts.narrowed(organisation_id=body.pk)
        rows.append(Row(body.code, body.name, (part.standing, part.counted, ratio(part.counted, facts.counted))))
    rows.append(Row("totale", TOTAL, (facts.standing, facts.counted, ratio(facts.counted, facts.counted))))
    return ReturnTable(
        "accessi-enti",
        "4.5 Accessi per ente",
        "Accessi per ente responsabile del punto",
        "Ente",
        TWO_WAYS,
        rows,
        total=True,
        notes=["Un accesso è dell’ente che gestiva il punto il giorno dell’accesso."],
    )


def _coded(
    facts: Facts, key: str, sheet: str, title: str, head: str, code_list: CodeList, aspect: Aspect
) -> ReturnTable:
    return mix_table(key, sheet, title, head, coded(facts, code_list, facts.by_code(aspect, counted)))


def _groups(facts: Facts) -> ReturnTable:
    numbers = {
        person: sum(row.counted for row in facts.of(Aspect.VISITOR) if row.second == person)
        for person in (CITIZEN, PROFESSIONAL)
    }
    rows = [("cittadini", "Cittadini", numbers[CITIZEN]), ("professionisti", "Professionisti", numbers[PROFESSIONAL])]
    return mix_table("gruppi", "4.7 Cittadini e prof.", "Cittadini e professionisti", "Gruppo", rows)


def _life_phases(facts: Facts) -> ReturnTable:
    numbers: dict[str, int] = {}
    for row in facts.of(Aspect.LIFE_PHASE):
        if row.second == CITIZEN and row.counted:
            numbers[row.code] = numbers.get(row.code, 0) + row.counted
    return mix_table(
        "fasi",
        "4.10 Fase di vita",
        "La fase di vita delle famiglie",
        "Fase di vita",
        coded(facts, CodeList.LIFE_PHASE, numbers | {"": numbers.get("", 0)}, "Non indicata"),
        ["Solo i cittadini: a un professionista non si chiede la fase di vita."],
    )


def chart(facts: Facts) -> Chart:
    bars = [Bar(point_label(point), part.counted) for point, part in per_point(facts)]
    best = max(bars, key=lambda bar: bar.value, default=None)
    title = "Nessun accesso nel periodo"
    if best and best.value:
        share = formats.percent((ratio(int(best.value), facts.counted) or 0) * 100)
        title = f"{best.label} raccoglie {formats.number(best.value)} accessi contati, il {share}"
    return Chart("accessi-punto", title, "accessi contati", bars)

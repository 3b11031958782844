"""When the points are open, what closes them, and who is promised to them. Planned hours, not hours really held."""

from decimal import Decimal

from raccordo.kernel.tables import Cell, Column
from raccordo.network.models import StaffPosting
from raccordo.reporting.facts import Facts, Hours
from raccordo.reporting.indicators.shape import ratio
from raccordo.reporting.returns.document import ReturnTable, Row, Section
from raccordo.reporting.returns.material import Material
from raccordo.reporting.returns.sections.parts import TOTAL, hours_of, month_key, month_label, per_point, point_label
from raccordo.ui import formats

TEXT = (
    "Le ore sono quelle dell’orario pubblicato. Da esse si tolgono i giorni di festa del comune in cui si trova il "
    "punto e le chiusure segnate dal suo coordinatore. Non sono le ore effettivamente tenute, che non si registrano "
    "ancora."
)


def section(material: Material) -> Section:
    facts = material.facts
    text = [TEXT]
    if facts.last_day and material.period.span.until(facts.last_day) != material.period.span:
        text.append(
            f"Il periodo non è concluso: gli accessi per ora contano le ore fino al {formats.day(facts.last_day)}, "
            "ultimo giorno con accessi. Le ore di questo capitolo sono quelle di tutto il periodo."
        )
    return Section(
        "3", "Apertura e personale", text, [_hours(facts), _by_month(facts), _closures(facts), _staff(material)]
    )


def planned(row: Hours) -> Decimal:
    return row.planned


def opened(row: Hours) -> Decimal:
    return row.open


def _hours(facts: Facts) -> ReturnTable:
    columns = [
        Column("orario", "Ore d’orario", "decimal"),
        Column("perse", "Ore di chiusura", "decimal"),
        Column("aperte", "Ore di apertura", "decimal"),
        Column("quota", "Quota", "percent"),
    ]

    def cells(part: Facts) -> list[Cell]:
        by_rule, left = hours_of(part, planned), hours_of(part, opened)
        return [by_rule, by_rule - left, left, ratio(left, by_rule)]

    rows = [Row(point.code, point_label(point), cells(part)) for point, part in per_point(facts)]
    rows.append(Row("totale", TOTAL, cells(facts)))
    without = [point.code for point, part in per_point(facts) if not hours_of(part, planned)]
    notes = [f"Senza orario pubblicato in questo periodo: {', '.join(without)}."] if without else []
    return ReturnTable("ore", "3.1 Ore", "Ore di apertura per punto", "Punto", columns, rows, total=True, notes=notes)


def _by_month(facts: Facts) -> ReturnTable:
    columns = [Column(month_key(month), month_label(month), "decimal") for month in facts.months]

    def cells(part: Facts) -> list[Cell]:
        return [*(hours_of(part.narrowed(month=month), opened) for month in facts.months), hours_of(part, opened)]

    rows = [Row(point.code, point_label(point), cells(part)) for point, part in per_point(facts)]
    rows.append(Row("totale", TOTAL, cells(facts)))
    return ReturnTable(
        "ore-mese",
        "3.2 Ore per mese",
        "Ore di apertura per punto e mese",
        "Punto",
        [*columns, Column("totale", TOTAL, "decimal")],
        rows,
        total=True,
    )


def _closures(facts: Facts) -> ReturnTable:
    """One line for each point and reason."""
    rows = []
    for point, part in per_point(facts):
        lost: dict[str, list[Decimal]] = {}
        for month in part.hours:
            for day in month.closed:
                lost.setdefault(day.sentence, []).append(day.hours_lost)
        rows += [
            Row(f"{point.code}-{place}", point_label(point), (reason, Decimal(len(hours)), sum(hours, Decimal(0))))
            for place, (reason, hours) in enumerate(lost.items(), start=1)
        ]
    columns = [
        Column("motivo", "Motivo"),
        Column("giorni", "Giorni di apertura persi", "decimal"),
        Column("ore", "Ore", "decimal"),
    ]
    notes = [] if rows else ["Nessuna chiusura in questo periodo."]
    return ReturnTable(
        "chiusure", "3.3 Chiusure", "Feste e chiusure, con il motivo", "Punto", columns, rows, notes=notes
    )


def _staff(material: Material) -> ReturnTable:
    codes = material.facts.points
    columns = [
        Column("figura", "Figura"),
        Column("ente", "Ente"),
        Column("persone", "Persone", "decimal"),
        Column("ore", "Ore alla settimana", "decimal"),
        Column("dove", "Dove è scritto"),
    ]
    rows = [
        Row(f"{codes[each.point_id].code}-{each.position}", point_label(codes[each.point_id]), _promised(each))
        for each in material.postings
        if each.point_id in codes
    ]
    return ReturnTable(
        "personale",
        "3.4 Personale",
        "Il personale previsto dal protocollo",
        "Punto",
        columns,
        rows,
        notes=[
            "È il personale promesso, non quello in servizio. Un trattino dice che il protocollo non dà il numero."
        ],
    )


def _promised(posting: StaffPosting) -> list[Cell]:
    people = None if posting.people is None else Decimal(posting.people)
    return [posting.profession, posting.organisation.name, people, posting.weekly_hours, posting.source]

"""How long the doors are open, and how many come through them. Planned hours: those really held are not recorded."""

from decimal import Decimal

from django.db.models import Q

from raccordo.reporting.enums import IN_PERSON, Aspect
from raccordo.reporting.facts import Facts
from raccordo.reporting.indicators.shape import BY_RULE, Exclusion, Figure, Indicator, divided, leaving_out

NOBODY_YET = "In questi giorni non ci sono ancora accessi: le ore si contano fino all’ultimo giorno con accessi."
NO_HOURS = "Nessun orario pubblicato in questi giorni: non c’è niente da dividere."


def _opening(facts: Facts) -> Figure:
    opened = sum((row.open for row in facts.hours), Decimal(0))
    planned = sum((row.planned for row in facts.hours), Decimal(0))
    return divided(opened, planned, NO_HOURS)


def _accesses_per_hour(facts: Facts) -> Figure:
    with_hours = facts.points_with_hours
    came = sum(row.counted for row in facts.of(Aspect.CHANNEL) if row.code in IN_PERSON and row.point_id in with_hours)
    hours = sum((row.so_far for row in facts.hours), Decimal(0))
    return divided(came, hours, NOBODY_YET if with_hours else NO_HOURS)


OPENING = Indicator(
    code="I27",
    title="Apertura",
    definition=(
        "Su cento ore di sportello scritte nell’orario, quante restano tolte le chiusure segnate e i giorni di festa. "
        "È calcolata sull’orario previsto, non sulle ore effettivamente tenute."
    ),
    formula="(ore d’orario − ore perse per chiusure e feste) ÷ ore d’orario",
    counts="un’ora d’orario pubblicata",
    unit="share",
    made_of="{above} ore aperte su {below} d’orario.",
    exclusions=(),
    compute=_opening,
    of_hours=True,
)
ACCESSES_PER_HOUR = Indicator(
    code="I28",
    title="Accessi per ora di apertura",
    definition=(
        "Quante persone arrivano allo sportello, in media, per ogni ora di apertura prevista. Conta solo chi viene di "
        "persona, nei punti che hanno un orario pubblicato, e le ore fino all’ultimo giorno con accessi; le ore sono "
        "quelle d’orario meno chiusure e feste, non quelle effettivamente tenute."
    ),
    formula="accessi di persona contati ÷ ore d’orario rimaste aperte",
    counts="un accesso di persona",
    unit="accessi all’ora",
    made_of="{above} accessi di persona in {below} ore.",
    exclusions=(
        *BY_RULE,
        leaving_out(
            "not_in_person",
            "Non di persona allo sportello: telefono, e-mail, altri canali.",
            ~Q(channel__in=IN_PERSON),
        ),
        Exclusion(
            "no_hours",
            "In un punto senza orario pubblicato in questi giorni.",
            lambda facts: ~Q(point_id__in=facts.points_with_hours),
        ),
    ),
    compute=_accesses_per_hour,
)

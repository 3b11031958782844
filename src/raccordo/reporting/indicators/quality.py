"""How far the figures can be trusted."""

from raccordo.intake.enums import FIRST, CodeList
from raccordo.reporting.enums import DAYS_TO_RECORD, NOT_GIVEN, Aspect
from raccordo.reporting.facts import Facts
from raccordo.reporting.indicators.accesses import NOBODY_CAME
from raccordo.reporting.indicators.shape import VOIDED, Figure, Indicator, Part, leaving_out, ratio
from raccordo.reporting.tallies import CITIZEN, IN_TIME, NO_PHASE, NO_VISITOR, WHOLE


def _missing(facts: Facts, aspect: Aspect, second: str | None) -> tuple[int, int]:
    """How many lack a field, out of how many that should have it."""
    rows = [row for row in facts.of(aspect) if second is None or row.second == second]
    return sum(row.standing for row in rows if row.code in NOT_GIVEN), sum(row.standing for row in rows)


def _quality(facts: Facts) -> Figure:
    rows = list(facts.of(Aspect.QUALITY))
    whole = sum(row.standing for row in rows)
    complete = sum(row.standing for row in rows if row.code == WHOLE)
    in_time = sum(row.standing for row in rows if row.second == IN_TIME)
    lacking = (
        ("visitor_type", f"{CodeList.VISITOR.label}: non indicato", *_missing(facts, Aspect.VISITOR, None)),
        ("life_phase", "Fase di vita: non indicata (cittadini)", *_missing(facts, Aspect.LIFE_PHASE, CITIZEN)),
        ("source", "Inviante: non indicato (primi accessi)", *_missing(facts, Aspect.SOURCE, FIRST)),
    )
    parts = (
        Part("in_time", f"Registrati entro {DAYS_TO_RECORD} giorni", in_time, ratio(in_time, whole)),
        *(Part(code, label, number, ratio(number, out_of)) for code, label, number, out_of in lacking),
    )
    value = ratio(complete, whole)
    return Figure(value, complete, whole, parts, "" if whole else NOBODY_CAME)


QUALITY = Indicator(
    code="I37",
    title="Qualità dei dati",
    definition=(
        "Su cento accessi registrati, quanti hanno tutte le informazioni che servono ai numeri: chi viene e, per i "
        "cittadini, la fase di vita. Chi ha indirizzato la persona si dice a parte. Non cerca i doppioni: gli accessi "
        "sono anonimi."
    ),
    formula="registrazioni complete ÷ registrazioni non annullate",
    counts="una registrazione completa",
    unit="share",
    made_of="{above} registrazioni complete su {below}.",
    exclusions=(
        VOIDED,
        leaving_out("no_visitor", "Incompleti: manca chi è venuto.", NO_VISITOR),
        leaving_out("no_phase", "Incompleti: manca il momento della vita di un cittadino.", NO_PHASE),
    ),
    compute=_quality,
)

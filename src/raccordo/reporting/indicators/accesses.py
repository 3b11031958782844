"""How many turn to the network, and who they are."""

from django.db.models import Q

from raccordo.intake.enums import FIRST
from raccordo.reporting.enums import COUPLE, FATHER, MOTHER, PARENTS, Aspect
from raccordo.reporting.facts import Facts, counted
from raccordo.reporting.indicators.shape import BY_RULE, Figure, Indicator, divided, leaving_out
from raccordo.reporting.tallies import PROFESSIONAL

NOBODY_CAME = "In questi giorni non risulta nessun accesso."
NOT_FIRST = leaving_out(
    "not_first",
    "Non primi accessi: ritorni, nuove richieste di persone note, passaggi, consulenze, ricontatti.",
    ~Q(contact_type=FIRST),
)


def _accesses(facts: Facts) -> Figure:
    return Figure(facts.counted, facts.counted, facts.standing)


def _first(facts: Facts) -> Figure:
    first = sum(row.counted for row in facts.of(Aspect.SOURCE) if row.second == FIRST)
    return Figure(first, first, facts.counted)


def _professionals(facts: Facts) -> Figure:
    working = sum(row.counted for row in facts.of(Aspect.VISITOR) if row.second == PROFESSIONAL)
    return divided(working, facts.counted, NOBODY_CAME)


def _fathers(facts: Facts) -> Figure:
    came = facts.by_code(Aspect.VISITOR, counted)
    fathers = came.get(FATHER, 0) + came.get(COUPLE, 0)
    mothers = came.get(MOTHER, 0) + came.get(COUPLE, 0)
    return divided(fathers, fathers + mothers, "In questi giorni non risultano accessi di madri, padri o coppie.")


ACCESSES = Indicator(
    code="I01",
    title="Accessi",
    definition=(
        "Quante volte qualcuno si è rivolto a un punto della rete: una persona, in un punto, in un giorno, "
        "conta una volta sola. Il numero grezzo conta invece ogni registrazione."
    ),
    formula="accessi non annullati, meno quelli di persone già contate lo stesso giorno nello stesso punto",
    counts="un accesso",
    unit="accessi",
    made_of="Su {below} registrati.",
    exclusions=BY_RULE,
    compute=_accesses,
)
FIRST_ACCESSES = Indicator(
    code="I04",
    title="Primi accessi",
    definition=(
        "Quanti accessi sono segnati allo sportello come primo accesso in assoluto. Gli accessi sono anonimi: non è "
        "un confronto fra nomi. La risposta è già compilata con «Primo accesso» e resta così se nessuno la cambia."
    ),
    formula="accessi contati con tipo «primo accesso»",
    counts="un accesso segnato come primo",
    unit="primi accessi",
    made_of="Su {below} accessi contati.",
    exclusions=(*BY_RULE, NOT_FIRST),
    compute=_first,
)
PROFESSIONALS = Indicator(
    code="I05",
    title="Quota di professionisti",
    definition=(
        "Su cento accessi, quanti sono di chi viene per lavoro: insegnanti, operatori sociali e sanitari, avvocati, "
        "enti."
    ),
    formula="accessi di professionisti ÷ tutti gli accessi contati",
    counts="un accesso di chi viene per lavoro",
    unit="share",
    made_of="{above} accessi di professionisti su {below}.",
    exclusions=(
        *BY_RULE,
        leaving_out("citizens", "Di famiglie e cittadini: contano solo nel totale.", Q(professional=False)),
    ),
    compute=_professionals,
)
FATHERS = Indicator(
    code="I06",
    title="Quota di padri",
    definition=(
        "Fra i genitori che si sono rivolti alla rete, quanti sono padri. Una coppia conta come un padre e una madre. "
        "Conta gli accessi, non le persone."
    ),
    formula="(accessi di padri + di coppie) ÷ (accessi di padri + di madri + 2 × di coppie)",
    counts="un accesso di un padre o di una coppia",
    unit="share",
    made_of="{above} padri su {below} genitori.",
    exclusions=(
        *BY_RULE,
        leaving_out(
            "not_parents", "Di altre persone: né madre, né padre, né coppia di genitori.", ~Q(visitor_type__in=PARENTS)
        ),
        leaving_out("mothers", "Di madri da sole: contano solo nel totale.", Q(visitor_type=MOTHER)),
    ),
    compute=_fathers,
)

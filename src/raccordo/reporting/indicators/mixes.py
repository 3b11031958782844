"""How people reach the network, what they ask, and how it ends."""

from django.db.models import Q

from raccordo.intake.enums import FIRST, HANDED_OVER, CodeList
from raccordo.reporting.enums import Aspect
from raccordo.reporting.facts import Facts, counted
from raccordo.reporting.indicators.accesses import NOBODY_CAME, NOT_FIRST
from raccordo.reporting.indicators.shape import (
    BY_RULE,
    VOIDED,
    Figure,
    Indicator,
    Part,
    divided,
    leaving_out,
    mix,
    ratio,
)

NOT_SAID = "Non indicato"
NOBODY_NEW = "In questi giorni non risulta nessun primo accesso."


def _channels(facts: Facts) -> Figure:
    return mix(facts.by_code(Aspect.CHANNEL, counted), facts, CodeList.CHANNEL, NOBODY_CAME, NOT_SAID)


def _outcomes(facts: Facts) -> Figure:
    return mix(facts.by_code(Aspect.OUTCOME, counted), facts, CodeList.OUTCOME, NOBODY_CAME, NOT_SAID)


def _sources(facts: Facts) -> Figure:
    counts: dict[str, int] = {}
    for row in facts.of(Aspect.SOURCE):
        if row.second == FIRST and row.counted:
            counts[row.code] = counts.get(row.code, 0) + row.counted
    return mix(counts, facts, CodeList.SOURCE, NOBODY_NEW, NOT_SAID)


def _requests(facts: Facts) -> Figure:
    return divided(facts.total(counted, Aspect.NEED), facts.counted, NOBODY_CAME)


def _handovers(facts: Facts) -> Figure:
    pairs: dict[tuple[str, str], int] = {}
    for row in facts.of(Aspect.OUTCOME):
        if row.code == HANDED_OVER and row.other_id:
            pair = facts.points[row.point_id].code, facts.points[row.other_id].code
            pairs[pair] = pairs.get(pair, 0) + row.standing
    whole = sum(pairs.values())
    parts = tuple(
        Part(f"{sender}-{receiver}", f"da {sender} a {receiver}", number, ratio(number, whole))
        for (sender, receiver), number in sorted(pairs.items())
        if number
    )
    return Figure(
        whole,
        whole,
        facts.standing,
        parts,
        "" if whole else "In questi giorni nessuna persona è passata da un punto all’altro.",
    )


CHANNELS = Indicator(
    code="I07",
    title="Come avviene il contatto",
    definition="Come si sono svolti gli accessi: di persona, al telefono, per posta elettronica, in altro modo.",
    formula="accessi di ciascun canale ÷ tutti gli accessi contati",
    counts="un accesso",
    unit="accessi",
    made_of="{below} accessi contati.",
    exclusions=BY_RULE,
    compute=_channels,
    code_list=CodeList.CHANNEL,
)
SOURCES = Indicator(
    code="I08",
    title="Da dove arriva chi viene la prima volta",
    definition="Chi o che cosa ha portato alla rete le persone al primo accesso.",
    formula="primi accessi di ciascuna provenienza ÷ tutti i primi accessi contati",
    counts="un primo accesso",
    unit="primi accessi",
    made_of="{below} primi accessi contati.",
    exclusions=(*BY_RULE, NOT_FIRST),
    compute=_sources,
    code_list=CodeList.SOURCE,
)
REQUESTS = Indicator(
    code="I09",
    title="Richieste per accesso",
    definition=(
        "Quante cose diverse chiede, in media, chi si rivolge a un punto: in ogni accesso si segnano da una a tre "
        "richieste."
    ),
    formula="richieste degli accessi contati ÷ accessi contati",
    counts="un accesso con le sue richieste",
    unit="richieste per accesso",
    made_of="{above} richieste in {below} accessi.",
    exclusions=BY_RULE,
    compute=_requests,
)
OUTCOMES = Indicator(
    code="I12",
    title="Come finisce l’accesso",
    definition=(
        "Che cosa succede alla fine di un accesso: l’informazione basta, c’è un appuntamento, la persona passa a un "
        "altro servizio o punto."
    ),
    formula="accessi con ciascun esito ÷ tutti gli accessi contati",
    counts="un accesso",
    unit="accessi",
    made_of="{below} accessi contati.",
    exclusions=BY_RULE,
    compute=_outcomes,
    code_list=CodeList.OUTCOME,
)
HANDOVERS = Indicator(
    code="I19",
    title="Passaggi fra i punti",
    definition=(
        "Quante volte un punto ha passato una persona a un altro punto della rete, senza farle ripetere la storia. "
        "Ogni passaggio conta, anche se la persona quel giorno era già stata contata: è un atto, non una persona."
    ),
    formula="accessi non annullati con esito «passaggio ad altro punto», per punto che passa e punto che riceve",
    counts="un passaggio",
    unit="passaggi",
    made_of="Su {below} accessi registrati.",
    exclusions=(
        VOIDED,
        leaving_out(
            "not_handed", "Con un altro esito: la persona non è passata a un altro punto.", ~Q(outcome=HANDED_OVER)
        ),
    ),
    compute=_handovers,
)

"""The Table: how often, who, by which rules."""

from collections.abc import Iterator

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.bodies import CadenceValue

# Words that Italian speakers commonly swap, with what the dictionary says.
LITERAL: dict[str, tuple[CadenceValue, str]] = {"bimensile": ("twice_a_month", "due volte al mese")}
READ_AS: dict[CadenceValue, str] = {
    "twice_a_month": "due volte al mese",
    "monthly": "ogni mese",
    "every_two_months": "ogni due mesi",
}


def cadence(file: NetworkFile) -> Iterator[Finding]:
    """The word means one thing and is often used for another, so the reading has to be settled."""
    said = file.table.cadence
    literal = LITERAL.get(said.word.lower())
    if literal:
        sentence = (
            f"«{said.word}» alla lettera vuol dire {literal[1]}, ma è spesso usato per «ogni due mesi»; "
            f"qui vale {READ_AS[said.value]}."
        )
        yield found("ambiguous_cadence", said.word, said, "word", sentence)


def delegates_without_role(file: NetworkFile) -> Iterator[Finding]:
    names = {body.code: body.short_name for body in file.organisations}
    for member in file.table.members:
        if member.role is None:
            sentence = f"{member.name} siede al Tavolo per {names[member.body]} ma non si dice con quale ruolo."
            yield found("delegate_without_role", member.name, member, "role", sentence)


_RULES = (
    ("deadline", "rules_without_deadline", "Il Regolamento del Tavolo non ha un termine entro cui essere adottato."),
    ("quorum", "table_without_quorum", "Non si dice quanti componenti servono perché una riunione del Tavolo valga."),
    ("deputies", "table_without_deputies", "Non si dice se un componente del Tavolo può farsi sostituire."),
    (
        "decision_rule",
        "table_without_decision_rule",
        "Non si dice come decide il Tavolo: all’unanimità o a maggioranza.",
    ),
)


def missing_rules(file: NetworkFile) -> Iterator[Finding]:
    for key, code, sentence in _RULES:
        if getattr(file.table.rules, key) is None:
            yield found(code, "Tavolo", file.table.rules, key, sentence)

"""What each action of the trail means, as a sentence whose subject is the person."""

from typing import Final

LABELS: Final[dict[str, str]] = {
    "audit.trail.read": "ha letto il registro",
    "audit.trail.exported": "ha scaricato righe del registro",
    "audit.chain.verified": "ha controllato i sigilli del registro",
    "audit.chain.found_broken": "ha controllato i sigilli del registro e ha trovato un’alterazione",
    "intake.contact.recorded": "ha registrato un accesso",
    "intake.contact.corrected": "ha corretto un accesso",
    "intake.contact.voided": "ha annullato un accesso",
    "intake.contact.read": "ha aperto un accesso",
    "network.closure.added": "ha segnato la chiusura di un punto",
    "network.closure.withdrawn": "ha ritirato la chiusura di un punto",
}


def label(action: str) -> str:
    """The sentence of an action; one that no version of the program knows is shown as it was written."""
    return LABELS.get(action, action)

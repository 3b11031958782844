"""What each action of the trail means, as a sentence whose subject is the person."""

from typing import Final

LABELS: Final[dict[str, str]] = {
    "accounts.password.changed": "ha scelto una nuova password",
    "accounts.password.offered": "ha preparato un link per scegliere la password",
    "accounts.recovery_codes.replaced": "ha chiesto nuovi codici di recupero",
    "accounts.second_factor.added": "ha collegato il secondo fattore",
    "accounts.second_factor.failed": "codice del secondo fattore rifiutato",
    "accounts.second_factor.removed": "ha tolto il secondo fattore per metterne un altro",
    "accounts.second_factor.reset": "ha azzerato il secondo fattore di una persona",
    "accounts.sign_in.ended": "ha lasciato il sistema",
    "accounts.sign_in.failed": "ingresso non riuscito",
    "accounts.sign_in.succeeded": "ha fatto ingresso nel sistema",
    "accounts.user.added": "ha aggiunto una persona che usa il sistema",
    "accounts.user.disabled": "ha disattivato una persona che usa il sistema",
    "accounts.user.enabled": "ha riattivato una persona che usa il sistema",
    "audit.trail.read": "ha letto il registro",
    "audit.trail.exported": "ha scaricato righe del registro",
    "audit.chain.verified": "ha controllato i sigilli del registro",
    "audit.chain.found_broken": "ha controllato i sigilli del registro e ha trovato un’alterazione",
    "intake.contact.recorded": "ha registrato un accesso",
    "intake.contact.corrected": "ha corretto un accesso",
    "intake.contact.voided": "ha annullato un accesso",
    "intake.contact.read": "ha aperto un accesso",
    "intake.contacts.exported": "ha scaricato un elenco di accessi",
    "network.closure.added": "ha segnato la chiusura di un punto",
    "network.closure.withdrawn": "ha ritirato la chiusura di un punto",
    "network.file.applied": "ha applicato un file di rete",
    "network.network.marked_as_demo": "ha segnato la rete come dimostrativa",
    "permissions.grant.ended": "ha messo fine all’incarico di una persona",
    "permissions.grant.given": "ha dato un incarico a una persona",
    "permissions.grant.withdrawn": "ha ritirato un incarico appena dato a una persona",
    "reporting.return.built": "ha preparato un rendiconto",
}


def label(action: str) -> str:
    """The sentence of an action; one that no version of the program knows is shown as it was written."""
    return LABELS.get(action, action)

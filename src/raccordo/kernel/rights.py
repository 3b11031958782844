"""Every right that exists, with the sentence that explains it.

A role is a named set of these (raccordo.permissions.roles).
"""

from enum import StrEnum


class Right(StrEnum):
    """What a person may do, as app and verb; where they may do it is the scope of their grant."""

    RECORD_CONTACT = "intake.record"
    SEE_CONTACTS = "intake.see"
    SEE_OWN_CONTACTS_OF_TODAY = "intake.see_own_today"
    EDIT_CONTACT = "intake.edit"
    VOID_CONTACT = "intake.void"
    EXPORT_CONTACTS = "intake.export"
    SEE_NETWORK = "network.see"
    APPLY_NETWORK = "network.apply"
    CLOSE_POINT = "network.close_point"
    SEE_AGGREGATES = "reporting.see"
    BUILD_RETURN = "reporting.build"
    READ_TRAIL = "audit.read"
    MANAGE_USERS = "accounts.manage"

    @property
    def sentence(self) -> str:
        """What the right lets one do, in Italian, for the page of the roles."""
        return SENTENCES[self]


SENTENCES: dict[Right, str] = {
    Right.RECORD_CONTACT: "Registrare un accesso in uno dei propri punti.",
    Right.SEE_CONTACTS: "Vedere gli accessi dei propri punti e quelli che altri punti hanno passato ai propri.",
    Right.SEE_OWN_CONTACTS_OF_TODAY: "Vedere soltanto gli accessi registrati da sé nella giornata.",
    Right.EDIT_CONTACT: "Correggere un accesso dei propri punti, dicendo perché.",
    Right.VOID_CONTACT: "Annullare un accesso dei propri punti, dicendo perché.",
    Right.EXPORT_CONTACTS: "Scaricare l’elenco degli accessi dei propri punti.",
    Right.SEE_NETWORK: "Vedere la rete com’è scritta nel protocollo: enti, punti, orari, osservazioni.",
    Right.APPLY_NETWORK: "Applicare un file di rete: crearla o cambiarne enti, punti, orari, liste.",
    Right.CLOSE_POINT: "Segnare una chiusura straordinaria di uno dei propri punti.",
    Right.SEE_AGGREGATES: "Vedere i numeri della rete, mai una famiglia.",
    Right.BUILD_RETURN: "Preparare il rendiconto di un periodo.",
    Right.READ_TRAIL: "Leggere il registro delle operazioni della rete.",
    Right.MANAGE_USERS: "Creare persone che usano il sistema, dare e togliere incarichi.",
}

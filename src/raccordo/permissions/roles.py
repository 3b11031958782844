"""What each role may do and how wide it reaches. The only place that says so; docs/permissions.md is made from it."""

from dataclasses import dataclass

from raccordo.kernel.rights import Right
from raccordo.permissions.enums import Reach, Role


@dataclass(frozen=True)
class RoleDefinition:
    """What a role is for, its rights, and what a grant of it must name."""

    summary: str
    rights: frozenset[Right]
    reach: Reach

    @property
    def sentences(self) -> list[str]:
        """What the role lets one do, in the order in which the rights are declared."""
        return [right.sentence for right in Right if right in self.rights]


_DESK = frozenset(
    {Right.RECORD_CONTACT, Right.SEE_CONTACTS, Right.EDIT_CONTACT, Right.VOID_CONTACT, Right.SEE_NETWORK}
)
_AGGREGATES = frozenset({Right.SEE_NETWORK, Right.SEE_AGGREGATES})

_COORDINATION = _DESK | {Right.EXPORT_CONTACTS, Right.CLOSE_POINT, Right.SEE_AGGREGATES}

ROLES: dict[Role, RoleDefinition] = {
    Role.OPERATOR: RoleDefinition(
        "Accoglie chi arriva: registra, vede e corregge gli accessi dei suoi punti.",
        _DESK | {Right.EXPORT_CONTACTS},
        Reach.POINTS,
    ),
    Role.PROFESSIONAL: RoleDefinition(
        "Lavora con le famiglie nell’équipe: registra e vede gli accessi dei suoi punti.", _DESK, Reach.POINTS
    ),
    Role.TEAM_COORDINATOR: RoleDefinition(
        "Coordina l’équipe: come un professionista, e in più vede i numeri e segna le chiusure.",
        _COORDINATION,
        Reach.POINTS,
    ),
    Role.POINT_COORDINATOR: RoleDefinition(
        "Risponde di un punto: i suoi accessi, i suoi orari, i suoi numeri.", _COORDINATION, Reach.POINTS
    ),
    Role.TRAINEE: RoleDefinition(
        "Impara sul posto, con un tutor e una data di fine: vede solo quello che ha scritto oggi.",
        frozenset({Right.RECORD_CONTACT, Right.SEE_OWN_CONTACTS_OF_TODAY}),
        Reach.POINTS,
    ),
    Role.BOARD_MEMBER: RoleDefinition(
        "Siede al Tavolo per il suo ente: vede i numeri, mai una famiglia.", _AGGREGATES, Reach.ORGANISATION
    ),
    Role.BOARD_CHAIR: RoleDefinition(
        "Presiede il Tavolo: vede i numeri, mai una famiglia.", _AGGREGATES, Reach.ORGANISATION
    ),
    Role.BOARD_SECRETARY: RoleDefinition(
        "Prepara le sedute del Tavolo: vede i numeri, mai una famiglia.", _AGGREGATES, Reach.NETWORK
    ),
    Role.LEAD_COORDINATOR: RoleDefinition(
        "Coordina la rete per il capofila: vede i numeri e prepara i rendiconti.",
        _AGGREGATES | {Right.BUILD_RETURN},
        Reach.NETWORK,
    ),
    Role.ACCOUNTANT: RoleDefinition(
        "Tiene i conti del suo ente: vede i numeri, mai una famiglia.", _AGGREGATES, Reach.ORGANISATION
    ),
    Role.ATS_OBSERVER: RoleDefinition(
        "Segue la rete per l’Agenzia: la vede com’è scritta nel protocollo.",
        frozenset({Right.SEE_NETWORK}),
        Reach.NETWORK,
    ),
    Role.PRIVACY_OFFICER: RoleDefinition(
        "Sorveglia l’uso dei dati: legge il registro delle operazioni.",
        frozenset({Right.SEE_NETWORK, Right.READ_TRAIL}),
        Reach.NETWORK,
    ),
    Role.ADMINISTRATOR: RoleDefinition(
        "Crea le persone e dà gli incarichi: non vede né famiglie né numeri.",
        frozenset({Right.MANAGE_USERS}),
        Reach.INSTALLATION,
    ),
}

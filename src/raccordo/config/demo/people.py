"""The demo users, one for each role that design and tests speak of. Their names are invented."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password

from raccordo.accounts.models import User
from raccordo.accounts.operations import add_demo_user
from raccordo.kernel.actors import SYSTEM
from raccordo.network.models import AccessPoint, Network, Organisation
from raccordo.permissions.enums import Role
from raccordo.permissions.operations import Scope, give_grant


@dataclass(frozen=True)
class DemoPerson:
    """A demo user and the one role that they hold, at points or for a body."""

    username: str
    full_name: str
    role: Role
    points: tuple[str, ...] = field(default=())
    body: str = ""


PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("operatore.hub", "Marta Galli", Role.OPERATOR, ("HUB",)),
    DemoPerson("educatore.sp1", "Luca Zanetti", Role.OPERATOR, ("SP1", "SP1B")),
    DemoPerson("assistente.sociale", "Chiara Bonetti", Role.TEAM_COORDINATOR, ("HUB",)),
    DemoPerson("psicologa", "Ilaria Serra", Role.PROFESSIONAL, ("HUB", "SP2")),
    DemoPerson("coordinatore.sp3", "Davide Rota", Role.POINT_COORDINATOR, ("SP3", "SP3B")),
    DemoPerson("operatore.sp4", "Elisa Marini", Role.OPERATOR, ("SP4",)),
    DemoPerson("tavolo.comune", "Paolo Ferri", Role.BOARD_CHAIR, body="COMUNE-CREMONA"),
    DemoPerson("tavolo.asst", "Nadia Riva", Role.BOARD_MEMBER, body="ASST-CREMONA"),
    DemoPerson("tavolo.asc", "Giorgio Testa", Role.BOARD_MEMBER, body="ASC"),
    DemoPerson("tavolo.solco", "Lucia Monti", Role.BOARD_MEMBER, body="SOLCO"),
    DemoPerson("tavolo.cosper", "Andrea Villa", Role.BOARD_MEMBER, body="COSPER"),
    DemoPerson("segreteria.tavolo", "Sonia Conti", Role.BOARD_SECRETARY),
    DemoPerson("coordinamento", "Francesca Pini", Role.LEAD_COORDINATOR),
    DemoPerson("contabile.cosper", "Mauro Greco", Role.ACCOUNTANT, body="COSPER"),
    DemoPerson("osservatore.ats", "Teresa Longo", Role.ATS_OBSERVER),
    DemoPerson("dpo", "Stefano Costa", Role.PRIVACY_OFFICER),
    DemoPerson("amministratore", "Roberto Neri", Role.ADMINISTRATOR),
)


def add_people(network: Network, *, password: str, on: date) -> dict[str, User]:
    """Make the demo users with their grants from the day given; returns them by user name."""
    points = {point.code: point for point in AccessPoint.objects.filter(network=network)}
    bodies = {body.code: body for body in Organisation.objects.filter(networks=network)}
    hashed = make_password(password)
    return {person.username: _add(person, network, points, bodies, hashed, on) for person in PEOPLE}


def _add(
    person: DemoPerson,
    network: Network,
    points: dict[str, AccessPoint],
    bodies: dict[str, Organisation],
    hashed: str,
    on: date,
) -> User:
    user = add_demo_user(
        username=person.username, full_name=person.full_name, hashed_password=hashed, by=SYSTEM, on=on
    )
    give_grant(
        user_id=user.pk,
        role=person.role,
        scope=Scope(
            first_day=on,
            network_id=None if person.role == Role.ADMINISTRATOR else network.pk,
            organisation_id=bodies[person.body].pk if person.body else None,
            point_ids=frozenset(points[code].pk for code in person.points),
        ),
        by=SYSTEM,
        on=on,
    )
    return user

"""The people of the tests, and the two invented networks in which they work.

Valle Serena: anna is at the desk of the hub, bruno coordinates spoke 1, carla is at the desk of spoke 2 and has no
part in anybody else's work, sara is a professional of the team, caterina coordinates the team, tito is a trainee at
the hub, dario sits at the Table for the cooperative, paola chairs it, silvia writes for it, elena coordinates for the
lead body, franca keeps the accounts of the cooperative, gino observes for the agency, olga watches over privacy, ivo
administers the installation. Costa Alta is another network: zoe is at its desk, lia coordinates it. piero has an
account and no grant at all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from raccordo.accounts.models import User
from raccordo.intake.entries import ContactEntry
from raccordo.intake.models import Contact
from raccordo.intake.operations import record_contact
from raccordo.kernel import clock
from raccordo.kernel.actors import Actor
from raccordo.network.enums import PartnershipRole, PointKind
from raccordo.network.models import (
    AccessPoint,
    CodeListEntry,
    Municipality,
    Network,
    OpeningRule,
    Organisation,
    Partnership,
    ReportingPeriod,
)
from raccordo.permissions.acting import actor_of
from raccordo.permissions.enums import Role
from raccordo.permissions.models import Grant, GrantPoint

PASSWORD = "una password lunga di prova"

LISTS: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "CANALE": [("PERS", "Di persona", {}), ("TEL", "Telefono", {}), ("MAIL", "E-mail", {})],
    "TIPO_CONTATTO": [
        ("PRIMO", "Prima volta", {}), ("RITO", "Ritorno", {}), ("PASS", "Passaggio", {}), ("CONS", "Consulenza", {}),
    ],
    "TIPO_UTENTE": [
        ("MADRE", "Madre", {"group": "cittadini", "extra": {"for_whom": "FIGLI"}}),
        ("PADRE", "Padre", {"group": "cittadini", "extra": {"for_whom": "FIGLI"}}),
        ("COPPIA", "Coppia", {"group": "cittadini", "extra": {"for_whom": "FIGLI"}}),
        ("INSEG", "Insegnante", {"group": "professionisti",
          "extra": {"for_whom": "ALTRI", "needs": ["PRO"], "service": "S11", "outcome": "E8",
                    "contact_type": "CONS"}}),
    ],
    "PER_CHI": [("SE", "Per sé", {}), ("FIGLI", "Per un figlio", {}), ("ALTRI", "Per altri", {})],
    "FASE_CICLO_VITA": [("INF", "3–5 anni", {}), ("PRIM", "6–10 anni", {})],
    "AREE_BISOGNO": [
        ("INF", "Informazione", {}), ("GEN", "Funzione genitoriale", {}), ("GEN2", "Regole", {"parent_code": "GEN"}),
        ("TUT", "Protezione", {"restricted": True}), ("PRO", "Domanda di professionista", {}),
    ],
    "SERVIZI": [("S01", "Informazione", {}), ("S03", "Accoglienza", {}), ("S11", "Consulenza al personale", {})],
    "ESITO_ACCESSO": [
        ("E1", "Informazione conclusa", {}), ("E4", "Appuntamento in équipe", {}),
        ("E7", "Passaggio ad altro punto", {}),
        ("E8", "Consulenza conclusa", {}),
    ],
    "ORIGINE": [("SPON", "Spontaneo", {}), ("SCUO", "Scuola", {}), ("HUB", "Hub", {}), ("SP1", "Spoke 1", {})],
    "INTERLOCUTORE": [("UTEN", "Diretto interessato", {}), ("FAMI", "Familiare", {})],
    "MOTIVI_CORREZIONE": [("ERRORE", "Errore di scrittura", {}), ("NUOVO", "Informazione arrivata dopo", {})],
    "MOTIVI_ANNULLO": [("SUBITO", "Annullato subito", {}), ("DOPPIO", "Scritto due volte", {})],
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A network with its points by code."""

    network: Network
    organisations: dict[str, Organisation]
    points: dict[str, AccessPoint] = field(default_factory=dict)

    def __getitem__(self, code: str) -> AccessPoint:
        return self.points[code]


def make_network(code: str, points: dict[str, PointKind]) -> Place:
    """A network with a lead body, a cooperative, the points named (the first is the lead’s), lists, hours."""
    network = Network.objects.create(code=code, name=code.replace("-", " ").title(), is_demo=True, version=1)
    bodies = {}
    for place, (name, role) in enumerate(
        [("comune", PartnershipRole.LEAD), ("coop", PartnershipRole.PARTNER)], start=1
    ):
        bodies[name] = Organisation.objects.create(code=f"{code}-{name}", name=f"{name.title()} di {network.name}")
        Partnership.objects.create(network=network, organisation=bodies[name], role=role, position=place)
    town = Municipality.objects.create(network=network, code="paese", name="Paese", patron_month=5, patron_day=20)
    made = {}
    for place, (name, kind) in enumerate(points.items(), start=1):
        made[name] = AccessPoint.objects.create(
            network=network, organisation=bodies["comune" if place == 1 else "coop"], municipality=town, code=name,
            slug=f"{code}-{name.lower()}", name=f"{kind.label} {name} di {network.name}", kind=kind, position=place,
            texts={"summary": {"it": "Ascolto e orientamento.", "en": "Listening and guidance."}},
        )  # fmt: skip
        OpeningRule.objects.create(point=made[name], weekday=1, opens_at=time(10), closes_at=time(12))
    ReportingPeriod.objects.create(
        network=network,
        code="2026-S2",
        name="Secondo semestre",
        first_day=date(2026, 10, 1),
        last_day=date(2027, 3, 31),
    )
    CodeListEntry.objects.bulk_create(
        CodeListEntry(
            network=network, list_code=name, code=key, labels={"it": label, "en": label}, position=place, **more
        )
        for name, entries in LISTS.items()
        for place, (key, label, more) in enumerate(entries, start=1)
    )
    return Place(network, bodies, made)


def valle_serena() -> Place:
    return make_network("valle-serena", {"HUB": PointKind.HUB, "SP1": PointKind.SPOKE, "SP2": PointKind.SPOKE})


def costa_alta() -> Place:
    return make_network("costa-alta", {"HUB": PointKind.HUB})


@pytest.fixture
def serena(db: None) -> Place:
    return valle_serena()


@pytest.fixture
def costa(db: None) -> Place:
    return costa_alta()


def make_user(name: str) -> User:
    """A demo user, of whom no second factor is asked."""
    user = User(username=name, full_name=name.title(), email=f"{name}@example.org", is_demo=True)
    user.set_password(PASSWORD)
    user.save()
    return user


def give(user: User, role: Role, place: Place | None = None, *codes: str, body: str = "", **more: Any) -> User:
    """Give a role at the points named, for a body, over the network, or (without a place) over the installation."""
    grant = Grant.objects.create(
        user=user, role=role, network=place.network if place else None, first_day=date(2025, 1, 1),
        organisation=place.organisations[body] if place and body else None, **more,
    )  # fmt: skip
    GrantPoint.objects.bulk_create(GrantPoint(grant=grant, point=place[code]) for code in codes if place)
    return user


# name → role, network, points, body; elsewhere only `tito` needs more: a tutor and an end
WHO: dict[str, tuple[Role, str, tuple[str, ...], str]] = {
    "anna": (Role.OPERATOR, "serena", ("HUB",), ""),
    "sara": (Role.PROFESSIONAL, "serena", ("HUB",), ""),
    "caterina": (Role.TEAM_COORDINATOR, "serena", ("HUB",), ""),
    "bruno": (Role.POINT_COORDINATOR, "serena", ("SP1",), ""),
    "carla": (Role.OPERATOR, "serena", ("SP2",), ""),
    "tito": (Role.TRAINEE, "serena", ("HUB",), ""),
    "dario": (Role.BOARD_MEMBER, "serena", (), "coop"),
    "paola": (Role.BOARD_CHAIR, "serena", (), "comune"),
    "silvia": (Role.BOARD_SECRETARY, "serena", (), ""),
    "elena": (Role.LEAD_COORDINATOR, "serena", (), ""),
    "franca": (Role.ACCOUNTANT, "serena", (), "coop"),
    "gino": (Role.ATS_OBSERVER, "serena", (), ""),
    "olga": (Role.PRIVACY_OFFICER, "serena", (), ""),
    "ivo": (Role.ADMINISTRATOR, "", (), ""),
    "zoe": (Role.OPERATOR, "costa", ("HUB",), ""),
    "lia": (Role.LEAD_COORDINATOR, "costa", (), ""),
}


def enrol(name: str, place: Place | None = None, **more: Any) -> User:
    """The user of that name with the role that WHO gives them."""
    role, _, codes, body = WHO[name]
    return give(make_user(name), role, place, *codes, body=body, **more)


def enrol_everybody(serena: Place, costa: Place) -> dict[str, User]:
    """The whole cast at once, piero included."""
    places = {"serena": serena, "costa": costa, "": None}
    made = {name: enrol(name, places[place]) for name, (_, place, _, _) in WHO.items() if name != "tito"}
    return made | {"tito": enrol("tito", serena, **_trainee(made["anna"])), "piero": make_user("piero")}


def _trainee(tutor: User) -> dict[str, Any]:
    return {"tutor": tutor, "last_day": date(2027, 6, 30)}


@pytest.fixture
def anna(serena: Place) -> User:
    return enrol("anna", serena)


@pytest.fixture
def sara(serena: Place) -> User:
    return enrol("sara", serena)


@pytest.fixture
def caterina(serena: Place) -> User:
    return enrol("caterina", serena)


@pytest.fixture
def bruno(serena: Place) -> User:
    return enrol("bruno", serena)


@pytest.fixture
def carla(serena: Place) -> User:
    return enrol("carla", serena)


@pytest.fixture
def dario(serena: Place) -> User:
    return enrol("dario", serena)


@pytest.fixture
def paola(serena: Place) -> User:
    return enrol("paola", serena)


@pytest.fixture
def silvia(serena: Place) -> User:
    return enrol("silvia", serena)


@pytest.fixture
def elena(serena: Place) -> User:
    return enrol("elena", serena)


@pytest.fixture
def franca(serena: Place) -> User:
    return enrol("franca", serena)


@pytest.fixture
def gino(serena: Place) -> User:
    return enrol("gino", serena)


@pytest.fixture
def olga(serena: Place) -> User:
    return enrol("olga", serena)


@pytest.fixture
def zoe(costa: Place) -> User:
    return enrol("zoe", costa)


@pytest.fixture
def lia(costa: Place) -> User:
    return enrol("lia", costa)


@pytest.fixture
def tito(serena: Place, anna: User) -> User:
    return enrol("tito", serena, **_trainee(anna))


@pytest.fixture
def ivo(db: None) -> User:
    return enrol("ivo")


@pytest.fixture
def piero(db: None) -> User:
    return make_user("piero")


def acting(user: User) -> Actor:
    """The actor of a user today, in their first grant."""
    return actor_of(user, clock.today())


@pytest.fixture
def as_user(client: Client) -> Callable[[User], Client]:
    """`as_user(anna).get(…)`: the test client, signed in."""

    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in


def an_entry(point: AccessPoint, **changes: Any) -> ContactEntry:
    """What a mother asking about rules at the desk leads to, today; change what the test is about."""
    usual: dict[str, Any] = {
        "point_id": point.pk, "happened_on": clock.today(), "channel": "PERS", "contact_type": "PRIMO",
        "visitor_type": "MADRE", "for_whom": "FIGLI", "needs": ("GEN",), "service": "S01", "outcome": "E1",
        "life_phase": "INF",
    }  # fmt: skip
    return ContactEntry(**(usual | changes))


def a_contact(
    user: User, point: AccessPoint, *, at: datetime | None = None, pk: UUID | None = None, **changes: Any
) -> Contact:
    """A contact recorded by the user through the operation."""
    return record_contact(
        contact_id=pk or uuid4(), entry=an_entry(point, **changes), by=acting(user), at=at or clock.now()
    ).contact

"""The network as data, read by those who work in it."""

from datetime import date
from pathlib import Path

import pytest

from raccordo.kernel.actors import SYSTEM
from raccordo.network.applying import apply_network_file
from raccordo.network.models import AccessPoint, Network
from raccordo.permissions.enums import Role
from raccordo.permissions.models import Grant
from tests.cast import make_user
from tests.support.pages import said

NETWORK = "/rete/"
HUG2 = Path(__file__).resolve().parents[2] / "networks" / "hug2.yaml"
WITHIN = {"anna": 200, "bruno": 200, "dario": 200, "elena": 200, "franca": 200, "gino": 200, "olga": 200}


@pytest.fixture
def wanda(db):
    """A member of the Table of HUG 2, applied from its file."""
    apply_network_file(text=HUG2.read_text(), by=SYSTEM, on=date(2026, 11, 24))
    network = Network.objects.get(code="hug-2")
    user = make_user("wanda")
    Grant.objects.create(
        user=user, role=Role.BOARD_MEMBER, network=network, organisation=network.organisations.first(),
        first_day=date(2025, 1, 1),
    )  # fmt: skip
    return user


@pytest.mark.parametrize(("name", "status"), [*WITHIN.items(), ("tito", 403), ("ivo", 403), ("piero", 403)])
def test_those_with_the_right_read_it(request, as_user, name, status):
    assert as_user(request.getfixturevalue(name)).get(NETWORK).status_code == status


def test_a_network_without_a_file_shows_what_it_has(as_user, anna, serena):
    page = said(as_user(anna).get(NETWORK))
    assert page.row(serena["HUB"].name)[3] == "martedì 10–12"
    assert ["Comune di Valle Serena", "Capofila"] in [row[:2] for row in page.rows]
    assert "Nessun file applicato" in page.text


def test_another_network_is_not_in_it(as_user, anna, costa):
    assert "Costa Alta" not in said(as_user(anna).get(NETWORK)).text


def test_the_protocol_is_shown_whole(as_user, wanda):
    text = said(as_user(wanda).get(NETWORK)).text.replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "DGR 4431/2025 di Regione Lombardia, 26 maggio 2025",
        "Silvia Ventura",
        "il protocollo non lo dice",
        "ogni due mesi",
        "«bimensile»",
        "«Cospes SCS Impresa Sociale»: articolo 4",
        "Consultorio UCIPEM di Cremona",
        "Polo per l’Infanzia Castello",
        "20 ore alla settimana",
    ):
        assert words in text, words


def test_the_sums_are_added_up_again(as_user, wanda):
    page = said(as_user(wanda).get(NETWORK))
    cells = [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in page.row("Somma ricalcolata")]
    assert cells[-2:] == ["67.524,16 €", "30.000,00 €"]
    assert "Le somme tornano" in page.text


def test_each_finding_stands_with_its_article_and_what_was_decided(as_user, wanda):
    text = said(as_user(wanda).get(NETWORK)).text
    assert "Da chiarire" in text
    assert "articolo 5" in text
    assert "Deciso: Gli spoke sono quattro: SP1, SP2, SP3, SP4." in text


def test_versions_of_the_file_are_listed(as_user, wanda):
    network = Network.objects.get(code="hug-2")
    version = network.versions.get()
    assert said(as_user(wanda).get(NETWORK)).row(version.digest) == ["1", "24 novembre 2026", version.digest]


def test_the_page_costs_the_same_for_three_points_and_for_seven(as_user, wanda, elena, count_queries):
    def cost(user):
        client = as_user(user)
        count_queries(client, NETWORK)
        return count_queries(client, NETWORK)

    assert cost(wanda) <= 12
    assert cost(elena) <= cost(wanda)
    assert AccessPoint.objects.filter(network__code="hug-2").count() == 7

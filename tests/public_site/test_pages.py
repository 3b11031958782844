"""What a visitor finds, and what the server keeps of it: nothing."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from raccordo.network.enums import PointKind, Weekday
from raccordo.network.models import AccessPoint
from tests.public_site.places import closes, hub_and_others, make_network, make_point, opens
from tests.public_site.reading import blocks, parse, text

pytestmark = pytest.mark.django_db
ADDRESSES = ["/", "/punti/", "/punti/hub/", "/accessibilita/", "/privacy/", "/reti/hug-2/", "/punti/hug-2/hub/"]


def test_home_says_first_what_is_open_now(client, at_moment):
    at_moment("2026-11-24 10:30")
    hub_and_others()
    lines = blocks(client.get("/"))
    assert lines.index("Aperto adesso") < lines.index("Fino alle 12") < lines.index("Dove trovarci")
    assert "Apre domani, mercoledì 25 novembre, alle 14 Sportello 1, Cremona Per tutte le famiglie." in lines


def test_home_says_who_opens_first_when_all_is_closed(client, at_moment):
    at_moment("2026-11-24 20:00")
    hub_and_others()
    lines = blocks(client.get("/"))
    assert "Adesso è tutto chiuso" in lines
    assert lines[lines.index("Il primo punto che apre:") + 1] == "Sportello 1"


def test_home_tells_a_number_only_when_there_is_one(client):
    network = hub_and_others()
    assert "Un numero da chiamare non c’è ancora." in text(client.get("/"))
    make_point(network, "con-telefono", phone="0372 000000")
    page = client.get("/")
    assert "non c’è ancora" not in text(page)
    assert ("a", "tel:0372 000000") in [(tag, each.get("href")) for tag, each in parse(page).elements]


def test_cards_stand_in_the_order_of_the_protocol(client):
    network = hub_and_others(points=4)
    AccessPoint.objects.filter(slug="hub").update(position=9)
    names = [point.name for point in network.points.order_by("position")]
    assert [block for block in blocks(client.get("/")) if block in names][-4:] == names


def test_a_point_tells_when_where_who_and_what(client, at_moment):
    at_moment("2026-11-24 09:00")
    network = hub_and_others()
    closes(network.points.get(slug="hub"), date(2026, 12, 1), date(2026, 12, 3))
    found = text(client.get("/punti/hub/"))
    for words in (
        "Apre oggi alle 10", "dalle 10 alle 12", "Da martedì 1º dicembre a giovedì 3 dicembre: Ferie o vacanze",
        "Martedì 8 dicembre: Immacolata Concezione (festa)", "Piazza Giovanni XXIII, 1", "26100 Cremona (CR)",
        "Per tutte le famiglie.", "Un educatore.", "Niente.", "È gratis.", "Comune di Centro per le famiglie",
    ):  # fmt: skip
        assert words in found, words


def test_a_point_without_hours_sends_to_the_hub(client, at_moment):
    at_moment("2026-11-24 09:00")
    network = hub_and_others()
    opens(network.points.get(slug="senza-orari"), Weekday.MONDAY, "09:00", "11:00", draft=True)
    found = text(client.get("/punti/senza-orari/"))
    assert "Gli orari non sono ancora stati decisi" in found
    assert "Intanto puoi andare qui: Hub. Apre oggi alle 10." in found
    assert "dalle 9 alle 11" not in found


def test_branches_and_parent_lead_to_each_other(client):
    network = hub_and_others()
    parent = network.points.get(slug="sportello-1")
    make_point(network, "scuola", kind=PointKind.DECENTRALISED, parent=parent)
    assert "Scuola, Cremona" in text(client.get("/punti/sportello-1/"))
    assert "Sede collegata · dipende da Sportello 1" in text(client.get("/punti/scuola/"))


@pytest.mark.parametrize("change", [{"published": False}, {"retired_on": date(2026, 1, 1)}], ids=["hidden", "retired"])
def test_a_point_that_is_not_public_is_nowhere(client, change):
    network = hub_and_others()
    network.points.filter(slug="sportello-1").update(**change)
    assert client.get("/punti/sportello-1/").status_code == 404
    assert "Sportello 1" not in text(client.get("/")) + text(client.get("/punti/"))


def test_two_networks_are_told_apart_and_so_are_their_points(client):
    hub_and_others()
    other = make_network("altra", "Altra rete")
    make_point(other, "hub")
    make_point(other, "solo-qui")
    assert {"Centro per le famiglie", "Altra rete"} <= set(blocks(client.get("/")))
    assert {"Centro per le famiglie", "Altra rete"} <= set(blocks(client.get("/punti/")))
    assert "Altra rete" not in text(client.get("/reti/hug-2/"))
    which = client.get("/punti/hub/")
    links = {each.get("href") for tag, each in parse(which).elements if tag == "a"}
    assert {"/punti/hug-2/hub/", "/punti/altra/hub/"} <= links
    assert client.get("/punti/altra/hub/").status_code == client.get("/punti/solo-qui/").status_code == 200
    assert client.get("/reti/nessuna/").status_code == client.get("/punti/nessuno/").status_code == 404


def test_an_empty_installation_still_answers(client):
    assert "Non ci sono ancora punti da mostrare." in text(client.get("/"))
    assert client.get("/punti/").status_code == client.get("/privacy/").status_code == 200


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_kept_of_a_visitor(client, address, prefix):
    hub_and_others()
    page = client.get(prefix + address)
    assert page.status_code == 200
    assert page["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in page.get("Vary", "")
    assert not page.cookies
    elements = parse(page).elements
    assert [each for tag, each in elements if tag == "script" and each.get("type") != "application/ld+json"] == []
    assert [each for _, each in elements if "style" in each or any(name.startswith("on") for name in each)] == []
    assert not [each for tag, each in elements if tag in {"iframe", "img", "form", "input"}]


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_is_signed_in_reads_the_same_page(client, django_user_model, address, at_moment):
    at_moment("2026-11-24 10:30")
    hub_and_others()
    anonymous = Client().get(address)
    client.force_login(django_user_model.objects.create(username="anna", full_name="Anna"))
    signed_in = client.get(address)
    assert signed_in.content == anonymous.content
    assert "Cookie" not in signed_in.get("Vary", "")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_costs_six_queries_at_most_however_many_points(client, count_queries, address):
    network = hub_and_others(points=2)
    few = count_queries(client, address)
    for number in range(18):
        opens(make_point(network, f"altro-{number}"), Weekday.TUESDAY, "09:00", "11:00")
    assert count_queries(client, address) == few <= 6


def test_only_reading_is_possible(client):
    hub_and_others()
    assert {client.post(address).status_code for address in ADDRESSES} == {405}


def test_every_link_of_every_page_leads_somewhere(client):
    hub_and_others()
    for address in [*ADDRESSES, "/en/", "/en/punti/hub/"]:
        for tag, each in parse(client.get(address)).elements:
            href = each.get("href") or ""
            if tag == "a" and href.startswith("/") and href != reverse(settings.LOGIN_URL):
                assert client.get(href).status_code == 200, (address, href)


def test_whoever_must_not_be_seen_leaves_for_a_page_that_says_nothing(client, at_moment):
    at_moment("2026-11-24 10:30")
    hub_and_others()
    for address, exit_url in (("/", "/calendario/"), ("/punti/hub/", "/calendario/"), ("/en/", "/en/calendario/")):
        assert exit_url in {each.get("href") for tag, each in parse(client.get(address)).elements if tag == "a"}
    page = client.get("/calendario/")
    assert "Martedì 24 novembre 2026" in text(page)
    assert "Centro per le famiglie" not in page.content.decode()
    links = {each.get("href") for tag, each in parse(page).elements if tag == "a"}
    assert links == {"#contenuto"}
    assert "La cronologia del browser resta" in text(client.get("/privacy/"))


def test_a_town_is_not_said_twice(client, at_moment):
    at_moment("2026-11-24 09:00")
    network = hub_and_others()
    house = make_point(network, "casa-di-cremona")
    opens(house, Weekday.TUESDAY, "15:00", "17:00")
    found = text(client.get("/"))
    assert "Casa Di Cremona, Cremona" not in found
    assert "Hub, Cremona" in found

"""What each role finds on its desk."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse

from raccordo.audit.operations import record
from raccordo.intake.models import Contact
from raccordo.kernel.actors import NOBODY
from raccordo.kernel.clock import ROME
from raccordo.network.models import Closure, OpeningRule
from raccordo.permissions.enums import Role
from tests.cast import a_contact, give, make_user
from tests.support.pages import said

DESK = "/scrivania/"
TUESDAY = datetime(2026, 11, 24, 11, 0, tzinfo=ROME)


@pytest.fixture(autouse=True)
def _tuesday_morning():
    with time_machine.travel(TUESDAY, tick=False):
        yield


@pytest.fixture
def handed_over(anna, serena):
    """Anna handed somebody over to spoke 1 three days ago."""
    at = TUESDAY - timedelta(days=3)
    return a_contact(anna, serena["HUB"], at=at, happened_on=at.date(), outcome="E7", handed_to_id=serena["SP1"].pk)


def test_the_receiving_point_finds_who_is_on_the_way(as_user, bruno, handed_over):
    page = said(as_user(bruno).get(DESK))
    assert "Madre, per un figlio" in page.text
    assert "aspetta da 3 giorni" in page.text
    assert reverse("intake:receive", args=[handed_over.pk]) in page.links


def test_nobody_else_finds_them(as_user, anna, carla, handed_over):
    for user in (anna, carla):
        page = said(as_user(user).get(DESK))
        assert "Nessuno in arrivo" in page.text
        assert reverse("intake:receive", args=[handed_over.pk]) not in page.links


def test_who_was_received_waits_no_more(as_user, bruno, serena, handed_over):
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed_over.pk)
    assert "Nessuno in arrivo" in said(as_user(bruno).get(DESK)).text


def test_the_operator_finds_the_last_five_of_their_own(as_user, anna, sara, serena):
    mine = [a_contact(anna, serena["HUB"], at=TUESDAY - timedelta(minutes=minutes)) for minutes in range(6, 0, -1)]
    others = a_contact(sara, serena["HUB"])
    links = said(as_user(anna).get(DESK)).links
    shown = [contact for contact in [*mine, others] if reverse("intake:detail", args=[contact.pk]) in links]
    assert shown == mine[1:]


def test_today_is_counted_raw_and_by_the_rule(as_user, anna, serena):
    a_contact(anna, serena["HUB"])
    a_contact(anna, serena["HUB"], seen_today=True, contact_type="RITO")
    a_contact(anna, serena["HUB"], happened_on=TUESDAY.date() - timedelta(days=1))
    page = said(as_user(anna).get(DESK))
    assert "2 registrati, 1 secondo la regola" in page.text


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (time(9), "Apre oggi Dalle 10 alle 12"),
        (time(10), "Aperto adesso Fino alle 12"),
        (time(11, 59), "Aperto adesso"),
        (time(12), "Chiuso Riapre martedì 1º dicembre 2026"),
    ],
)
def test_the_point_says_how_it_stands(as_user, anna, hour, words):
    with time_machine.travel(datetime.combine(TUESDAY.date(), hour, tzinfo=ROME), tick=False):
        assert words in said(as_user(anna).get(DESK)).text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_closure_is_said_with_its_reason(as_user, anna, serena):
    Closure.objects.create(
        point=serena["HUB"], first_day=date(2026, 11, 24), last_day=date(2026, 11, 27), reason="staff"
    )
    text = said(as_user(anna).get(DESK)).text
    assert "Chiuso oggi Operatore assente" in text
    assert "dal 24 novembre 2026 al 27 novembre 2026" in text


def test_a_point_without_hours_says_so(as_user, anna, serena):
    OpeningRule.objects.filter(point=serena["HUB"]).delete()
    assert "Orari non pubblicati" in said(as_user(anna).get(DESK)).text


def test_the_coordinator_sees_the_gaps_of_their_points_alone(as_user, anna, bruno, serena):
    a_contact(bruno, serena["SP1"], life_phase="", source="SPON")
    a_contact(bruno, serena["SP1"], source="SPON", happened_on=date(2026, 11, 20))
    a_contact(anna, serena["HUB"], life_phase="")
    text = said(as_user(bruno).get(DESK)).text
    assert "1 su 2, 50" in text
    assert "1 senza il momento della vita, 0 senza chi ha indirizzato la persona" in text
    links = said(as_user(bruno).get(DESK)).links
    assert {"/monitoraggio/perche/I01/?punto=SP1", "/monitoraggio/perche/I37/?punto=SP1"} <= set(links)
    assert not [link for link in said(as_user(anna).get(DESK)).links if "perche" in link]
    assert "Dati da completare" not in said(as_user(anna).get(DESK)).text


def test_the_lead_body_sees_every_point_and_what_stands_still(as_user, elena, handed_over, serena):
    page = said(as_user(elena).get(DESK))
    row = page.row(serena["SP1"].name)
    assert row[-1] == "1"
    assert page.row(serena["HUB"].name)[-3:-1] == ["1", "1"]
    assert "Mancano 127 giorni alla fine" in page.text
    why = "/monitoraggio/perche/I01/?periodo=2026-S2&punto=SP1"
    assert page.links.count(why) == 2
    explained = as_user(elena).get(why)
    assert explained.context["choice"].point == serena["SP1"]


def test_two_days_are_not_too_long_to_wait(as_user, anna, elena, serena):
    day = TUESDAY.date() - timedelta(days=2)
    a_contact(anna, serena["HUB"], happened_on=day, outcome="E7", handed_to_id=serena["SP1"].pk)
    assert said(as_user(elena).get(DESK)).row(serena["SP1"].name)[-1] == "0"


@pytest.mark.parametrize("name", ["dario", "franca"])
def test_who_reads_numbers_finds_totals_and_no_person(request, as_user, name, anna, serena):
    contact = a_contact(anna, serena["HUB"])
    page = said(as_user(request.getfixturevalue(name)).get(DESK))
    assert "Accessi secondo la regola 1" in page.text
    assert "/monitoraggio/perche/I01/?periodo=2026-S2" in page.links
    assert "/monitoraggio/perche/I05/?periodo=2026-S2" in page.links
    assert str(contact.pk) not in page.source


def test_numbers_stop_at_the_border_of_the_network(as_user, anna, lia, serena):
    a_contact(anna, serena["HUB"])
    assert "Accessi secondo la regola 0" in said(as_user(lia).get(DESK)).text


def test_the_privacy_officer_sees_the_tries_on_their_network_alone(as_user, olga, anna, zoe):
    for about in (anna.pk, zoe.pk, None):
        record("accounts.sign_in.failed", by=NOBODY, about=about)
    assert "Ingressi non riusciti 1" in said(as_user(olga).get(DESK)).text


def test_the_privacy_officer_checks_the_seals_from_the_desk(as_user, olga, anna, serena):
    a_contact(anna, serena["HUB"])
    client = as_user(olga)
    assert "non sono ancora stati controllati" in said(client.get(DESK)).text
    answer = client.post(reverse("workspace:trail_verify"), follow=True)
    assert "I sigilli di tutte le 1 righe sono integri" in said(answer).text
    assert "Sigilli integri" in said(client.get(DESK)).text


def test_the_administrator_sees_whom_to_remind_and_what_ends(as_user, ivo, serena):
    real = make_user("ugo")
    real.is_demo = False
    real.save()
    give(make_user("eva"), Role.OPERATOR, serena, "HUB", last_day=date(2026, 12, 24))
    give(make_user("leo"), Role.OPERATOR, serena, "HUB", last_day=date(2026, 12, 25))
    text = said(as_user(ivo).get(DESK)).text
    assert "Senza secondo fattore 1" in text
    assert "Eva" in text
    assert "Leo" not in text


def test_the_observer_is_told_honestly_what_there_is(as_user, gino):
    page = said(as_user(gino).get(DESK))
    assert "qui non ne trovi" in page.text
    assert reverse("workspace:network") in page.links


def test_who_has_no_grant_is_told_whom_to_ask(as_user, piero):
    assert "amministratore del sistema" in said(as_user(piero).get(DESK)).text


def test_the_trainee_finds_no_one_on_the_way(as_user, tito, anna, carla, serena):
    a_contact(carla, serena["SP2"], outcome="E7", handed_to_id=serena["HUB"].pk)
    assert "in arrivo" not in said(as_user(tito).get(DESK)).text


@pytest.mark.parametrize("name", ["anna", "bruno", "tito", "dario", "elena", "franca", "gino", "olga", "ivo", "piero"])
def test_the_desk_costs_at_most_ten_queries(request, as_user, count_queries, name):
    client = as_user(request.getfixturevalue(name))
    count_queries(client, DESK)  # the lists of the network are read once
    assert count_queries(client, DESK) <= 10


def test_the_desk_costs_the_same_for_two_rows_and_for_twenty(as_user, bruno, anna, elena, serena, count_queries):
    def add(number):
        for _ in range(number):
            a_contact(anna, serena["HUB"], outcome="E7", handed_to_id=serena["SP1"].pk)
            a_contact(bruno, serena["SP1"])

    for user in (bruno, elena):
        client = as_user(user)
        add(2)
        count_queries(client, DESK)
        few = count_queries(client, DESK)
        add(18)
        assert count_queries(client, DESK) == few
    assert Contact.objects.count() == 80

"""The trail of a network, read by its privacy officer."""

from datetime import datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from python_calamine import CalamineWorkbook

from raccordo.audit.models import Entry
from raccordo.audit.operations import record
from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import ROME
from tests.cast import a_contact, acting
from tests.support.pages import said
from tests.support.trail import tamper

TRAIL = "/registro/"
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=ROME)


@pytest.fixture(autouse=True)
def _tuesday_morning():
    with time_machine.travel(NOW, tick=False):
        yield


def rows_of(page):
    """The rows of the table without its head, newest first."""
    return [row for row in page.rows if row[0] != "Riga"]


def test_rows_are_read_in_words_with_names(as_user, olga, anna, serena):
    a_contact(anna, serena["HUB"])
    row = said(as_user(olga).get(TRAIL)).row("Anna")
    assert row[2] == "Anna Operatore di punto"
    assert row[3] == "ha registrato un accesso punto HUB · esito Informazione conclusa"


def test_reading_the_trail_is_itself_a_row(as_user, olga):
    client = as_user(olga)
    client.get(TRAIL, {"first": "2026-11-01"})
    row = Entry.objects.get()
    assert (row.action, row.user_id, row.changed) == ("audit.trail.read", olga.pk, {"first": "2026-11-01"})
    assert "ha letto il registro dal 1º novembre 2026" in said(client.get(TRAIL)).text


@pytest.mark.parametrize("name", ["anna", "bruno", "tito", "dario", "elena", "franca", "gino", "ivo", "piero"])
@pytest.mark.parametrize("address", [TRAIL, "/registro/csv/"])
def test_nobody_else_reads_it(request, as_user, name, address):
    assert as_user(request.getfixturevalue(name)).get(address).status_code == 403
    assert not Entry.objects.filter(action__startswith="audit.").exists()


@pytest.mark.parametrize("name", ["anna", "elena", "ivo"])
def test_nobody_else_checks_the_seals(request, as_user, name):
    assert as_user(request.getfixturevalue(name)).post("/registro/controllo/").status_code == 403


def test_seals_are_not_checked_by_following_a_link(as_user, olga):
    assert as_user(olga).get("/registro/controllo/").status_code == 405


def test_another_network_stays_sealed(as_user, olga, zoe, costa):
    contact = a_contact(zoe, costa["HUB"])
    page = said(as_user(olga).get(TRAIL, {"about": str(contact.pk)}))
    assert "Nessuna riga" in page.text
    assert "Zoe" not in page.text


def test_the_choice_of_persons_is_the_networks_own(as_user, olga, anna, zoe):
    text = said(as_user(olga).get(TRAIL)).text
    assert "Anna" in text
    assert "Zoe" not in text


@pytest.fixture
def two_days(anna, sara, serena):
    """Yesterday Sara recorded a contact; today Anna recorded another and opened it."""
    yesterday = NOW - timedelta(days=1)
    with time_machine.travel(yesterday, tick=False):
        first = a_contact(sara, serena["HUB"])
    second = a_contact(anna, serena["HUB"])
    record("intake.contact.read", by=acting(anna), about=second.pk)
    return first, second


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"first": "2026-11-24"}, [3, 2]),
        ({"last": "2026-11-23"}, [1]),
        ({"first": "2026-11-23", "last": "2026-11-23"}, [1]),
        ({"action": "intake.contact.read"}, [3]),
        ({"person": "sara"}, [1]),
        ({"about": "second"}, [3, 2]),
        ({"about": "second", "action": "intake.contact.recorded"}, [2]),
        ({"first": "tomorrow"}, []),
        ({"first": "0001-01-01"}, []),
        ({"last": "9999-12-31"}, []),
    ],
    ids=str,
)
def test_filters_narrow_the_rows(as_user, olga, sara, two_days, filters, expected):
    known = {"sara": str(sara.pk), "second": str(two_days[1].pk)}
    answer = as_user(olga).get(TRAIL, {key: known.get(value, value) for key, value in filters.items()})
    numbers = [int(row[0]) for row in rows_of(said(answer))]
    assert [number for number in numbers if number <= 3] == expected


def test_filters_are_said_in_words(as_user, olga, anna):
    page = said(
        as_user(olga).get(TRAIL, {"person": str(anna.pk), "first": "2026-11-01", "action": "intake.contact.read"})
    )
    assert "Righe dal 1º novembre 2026, di Anna, chi «ha aperto un accesso»." in page.text


def test_what_else_happened_to_an_object_is_one_link_away(as_user, olga, two_days):
    client = as_user(olga)
    address = f"/registro/?about={two_days[1].pk}"
    assert address in said(client.get(TRAIL)).links
    assert [row[3].split(" punto")[0] for row in rows_of(said(client.get(address)))] == [
        "ha aperto un accesso",
        "ha registrato un accesso",
    ]


def test_a_day_out_of_bounds_is_told_in_words_and_gives_no_file(as_user, olga, two_days):
    client = as_user(olga)
    assert "Scrivi un giorno entro il 2100" in said(client.get(TRAIL, {"last": "9999-12-31"})).text
    assert client.get("/registro/csv/", {"first": "0001-01-01"}).status_code == 200


@pytest.mark.parametrize(
    ("action", "changed", "words"),
    [
        (
            "intake.contact.corrected",
            {"reason": "NUOVO", "fields": {"visitor_type": ["MADRE", "PADRE"], "needs": [["INF"], []]}},
            "motivo Informazione arrivata dopo · corretto: chi si rivolge al punto Madre → Padre, "
            "bisogni espressi Informazione → vuoto",
        ),
        ("intake.contact.voided", {"reason": "DOPPIO"}, "motivo Scritto due volte"),
        ("network.closure.added", {"reason": "staff", "first_day": "2026-12-01"}, "motivo Operatore assente · dal 1º"),
        ("reporting.return.built", {"period": "2026-S2", "format": "ods"}, "formato LibreOffice (ODS)"),
        ("audit.trail.exported", {"kind": "csv", "action": "intake.contact.read"}, "azione ha aperto un accesso"),
        (
            "intake.contacts.exported",
            {"count": 3, "form": "xlsx", "filters": {"chi": "MADRE", "esito": "E1"}},
            "righe 3 · formato Excel (XLSX) · filtri: chi è venuto Madre, esito Informazione conclusa",
        ),
        ("permissions.grant.given", {"role": "coordinator"}, "ruolo"),
        ("intake.contact.voided", {"reason": "UNHEARD"}, "motivo UNHEARD"),
    ],
)
def test_codes_are_read_as_words(as_user, olga, serena, action, changed, words):
    somebody = Actor(user_id=olga.pk, network_id=serena.network.pk)
    record(action, by=somebody, about=uuid4(), changed=changed)
    assert words in said(as_user(olga).get(TRAIL, {"action": action})).text


def test_pages_follow_the_numbers_and_come_back(as_user, olga, serena):
    somebody = Actor(user_id=olga.pk, network_id=serena.network.pk)
    for _ in range(120):
        record("intake.contact.read", by=somebody, about=uuid4())
    client = as_user(olga)
    newest = said(client.get(TRAIL, {"action": "intake.contact.read"}))
    assert [int(row[0]) for row in rows_of(newest)] == list(range(120, 70, -1))
    older = next(link for link in newest.links if "before=71" in link)
    second = said(client.get(TRAIL + older))
    assert [int(row[0]) for row in rows_of(second)] == list(range(70, 20, -1))
    back = next(link for link in second.links if "after=70" in link)
    assert [int(row[0]) for row in rows_of(said(client.get(TRAIL + back)))] == list(range(120, 70, -1))
    last = said(client.get(TRAIL, {"action": "intake.contact.read", "before": "21"}))
    assert [int(row[0]) for row in rows_of(last)] == list(range(20, 0, -1))
    assert not [link for link in last.links if "before=" in link]


def test_a_file_holds_exactly_what_is_filtered_and_leaves_a_row(as_user, olga, anna, two_days):
    answer = as_user(olga).get("/registro/xlsx/", {"person": str(anna.pk)})
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    head = next(place for place, row in enumerate(sheet) if row[0] == "Numero")
    assert [(int(row[0]), row[2], row[4]) for row in sheet[head + 1 :]] == [
        (3, "Anna", "ha aperto un accesso"),
        (2, "Anna", "ha registrato un accesso"),
    ]
    assert "Scaricato da Olga" in sheet[0][0]
    row = Entry.objects.get(action="audit.trail.exported")
    assert row.changed == {"person": str(anna.pk), "kind": "xlsx"}


def test_the_csv_says_the_same(as_user, olga, two_days):
    lines = as_user(olga).get("/registro/csv/", {"last": "2026-11-23"}).content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("Numero;Quando;Persona;")
    assert [line.split(";")[0] for line in lines[2:]] == ["1"]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_each_workbook_is_offered_and_opens(as_user, olga, two_days, kind):
    client = as_user(olga)
    assert any(link.startswith(f"/registro/{kind}/") for link in said(client.get(TRAIL)).links)
    answer = client.get(f"/registro/{kind}/", {"last": "2026-11-23"})
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [int(row[0]) for row in rows if isinstance(row[0], float)] == [1]


def test_an_unknown_kind_of_file_does_not_exist(as_user, olga):
    assert as_user(olga).get("/registro/pdf/").status_code == 404


def test_a_broken_chain_is_said_aloud_and_written(as_user, olga, two_days):
    tamper("UPDATE audit_entry SET role = 'x' WHERE seq = 2")
    client = as_user(olga)
    answer = client.post("/registro/controllo/", {"back": "trail"}, follow=True)
    assert "alterato alla riga 2" in said(answer).text
    assert Entry.objects.get(action="audit.chain.found_broken").changed["seq"] == 2
    assert "Il registro è stato alterato" in said(client.get(reverse("workspace:desk"))).text


def test_the_last_seal_is_shown_to_be_kept_elsewhere(as_user, olga, two_days):
    page = said(as_user(olga).get(TRAIL))
    assert Entry.objects.get(seq=4).seal in page.text
    assert "audit_verify" in page.text


def test_the_trail_costs_the_same_for_two_rows_and_for_forty(as_user, olga, anna, serena, count_queries):
    client = as_user(olga)
    a_contact(anna, serena["HUB"])
    few = count_queries(client, TRAIL)
    for _ in range(40):
        a_contact(anna, serena["HUB"])
    locks = connection.vendor == "postgresql"  # the row that says who read the trail waits for its turn there
    assert count_queries(client, TRAIL) == few <= 12 + locks

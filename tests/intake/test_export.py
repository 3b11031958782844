"""The list as a file: exactly the rows that the filters let through, harmless, and written down."""

import csv
import io
from uuid import UUID

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from raccordo.audit.models import Entry
from raccordo.network.codelists import _read
from raccordo.network.models import CodeListEntry
from tests.cast import a_contact
from tests.support.pages import said


def export(client, kind, query=""):
    response = client.get(f"{reverse('intake:export', args=[kind])}?{query}")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def rows_of(content, kind):
    """The table of a file, from its heads on, and the line above them."""
    if kind == "csv":
        table = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    else:
        table = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    head = next(place for place, row in enumerate(table) if "Identificativo" in row)
    return [dict(zip(table[head], row, strict=False)) for row in table[head + 1 :]], table[0][0]


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_the_file_holds_exactly_what_is_filtered(as_user, anna, serena, kind):
    phone = a_contact(anna, serena["HUB"], channel="TEL", needs=("GEN2", "INF"))
    a_contact(anna, serena["HUB"])
    rows, about = rows_of(export(as_user(anna), kind, "canale=TEL"), kind)
    assert [UUID(row["Identificativo"]) for row in rows] == [phone.pk]
    row = rows[0]
    assert (row["Canale, codice"], row["Canale"]) == ("TEL", "Telefono")
    assert (row["Bisogno espresso 1, codice"], row["Bisogno espresso 1"]) == ("GEN2", "Regole")
    assert (row["Bisogno espresso 2"], row["Bisogno espresso 3"]) == ("Informazione", "")
    assert "Scaricato da Anna" in about
    assert "come «Telefono»" in about


def test_no_person_of_the_staff_is_in_the_rows(as_user, anna, serena):
    a_contact(anna, serena["HUB"])
    content = export(as_user(anna), "csv").decode().split("\r\n", 1)[1]
    assert "Anna" not in content


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_a_label_that_looks_like_a_formula_stays_text(as_user, anna, serena, kind):
    CodeListEntry.objects.filter(network=serena.network, code="TEL").update(labels={"it": "=1+1"})
    _read.cache_clear()
    a_contact(anna, serena["HUB"], channel="TEL")
    rows, _ = rows_of(export(as_user(anna), kind), kind)
    _read.cache_clear()
    assert rows[0]["Canale"] == "'=1+1"


def test_the_trail_knows_who_took_how_many(as_user, anna, serena):
    a_contact(anna, serena["HUB"], channel="TEL")
    export(as_user(anna), "csv", "canale=TEL")
    entry = Entry.objects.get(action="intake.contacts.exported")
    assert entry.user_id == anna.pk
    assert entry.changed == {"count": 1, "form": "csv", "filters": {"canale": "TEL"}}


def test_the_same_rows_give_the_same_bytes(as_user, anna, serena, time_machine):
    time_machine.move_to("2026-11-24 10:00+01:00", tick=False)
    a_contact(anna, serena["HUB"])
    assert export(as_user(anna), "xlsx") == export(as_user(anna), "xlsx")


def test_who_may_not_export_sees_no_link_and_gets_no_file(as_user, sara, serena):
    a_contact(sara, serena["HUB"])
    client = as_user(sara)
    assert not any("esporta" in link for link in said(client.get(reverse("intake:list"))).links)
    assert client.get(reverse("intake:export", args=["csv"])).status_code == 403


def test_a_form_of_file_that_does_not_exist(as_user, anna):
    assert as_user(anna).get("/accessi/esporta.pdf").status_code == 404


def test_the_links_of_the_list_ask_for_the_same_rows(as_user, anna, serena):
    a_contact(anna, serena["HUB"], channel="TEL")
    a_contact(anna, serena["HUB"])
    client = as_user(anna)
    page = said(client.get(f"{reverse('intake:list')}?canale=TEL"))
    link = next(link for link in page.links if "esporta.csv" in link)
    rows, _ = rows_of(b"".join(client.get(link).streaming_content), "csv")
    assert len(rows) == 1

"""The pages of the numbers, the files and the command: who may, what they say, what they cost."""

import json
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.core.management import CommandError
from django.urls import reverse

from raccordo.audit.models import Entry
from raccordo.network.models import ReportingPeriod
from raccordo.reporting.enums import FileFormat
from raccordo.reporting.indicators import INDICATORS
from tests.reporting.conftest import HALF_YEAR, TUESDAY

MONITORING, RETURNS = "/monitoraggio/", "/rendiconti/"


@pytest.fixture(autouse=True)
def in_the_period(time_machine):
    """Everything here happens on a Tuesday of the half-year."""
    time_machine.move_to("2026-11-24 10:00:00+01:00", tick=False)


def text_of(response):
    return " ".join(response.content.decode().split())


def test_monitoring_shows_the_current_period_raw_and_by_rule(as_user, dario, a_row):
    a_row()
    a_row(seen_today=True)
    a_row(voided=True)
    response = as_user(dario).get(MONITORING)
    [card, *_] = response.context["cards"]
    assert (card.label, card.value, card.unit) == ("Accessi", "1", "accessi")
    assert card.sentence.startswith("Su 2 registrati.")
    assert response.context["choice"].period.code == "2026-S2"


def test_monitoring_can_be_narrowed_and_sent_as_an_address(as_user, dario, a_row):
    a_row(point="HUB")
    a_row(point="SP1")
    for query, expected in ({"punto": "SP1"}, 1), ({"ente": "valle-serena-comune"}, 1), ({"punto": "NO"}, 2):
        response = as_user(dario).get(f"{MONITORING}?{urlencode(query)}")
        assert response.context["facts"].counted == expected, query


def test_a_period_that_is_not_there_is_the_usual_one(as_user, dario):
    response = as_user(dario).get(f"{MONITORING}?periodo=1999-S1&mese=x")
    assert response.context["choice"].period.code == "2026-S2"


def test_contacts_outside_every_period_are_told_apart(as_user, dario, a_row):
    a_row(day=HALF_YEAR.first - timedelta(days=1))
    response = as_user(dario).get(MONITORING)
    assert response.context["outside"] == 1
    apart = as_user(dario).get(MONITORING + response.context["outside_url"])
    assert apart.context["facts"].counted == 1


def test_every_number_of_monitoring_has_its_why(as_user, dario, a_row):
    a_row(handed="SP1")
    client = as_user(dario)
    response = client.get(MONITORING)
    addresses = {card.why_url for card in response.context["cards"]}
    addresses |= {picture.why_url for picture in response.context["pictures"]}
    addresses |= {number.url for grid in response.context["grids"] for _, numbers in grid.rows for number in numbers}
    assert {address.split("/")[3] for address in addresses} == INDICATORS.keys()
    for address in sorted(addresses)[::7]:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("code", INDICATORS)
def test_why_says_the_rule_and_the_sum(as_user, dario, a_row, code):
    a_row(handed="SP1")
    a_row(voided=True)
    response = as_user(dario).get(reverse("reporting:why", args=[code]))
    explanation = response.context["explanation"]
    assert INDICATORS[code].definition in response.content.decode()
    assert explanation.total == explanation.counted + sum(each.number for each in explanation.left_out)


def test_why_lists_the_rows_of_my_points_and_only_numbers_of_the_others(as_user, bruno, dario, a_row):
    mine, theirs = a_row(point="SP1"), a_row(point="HUB")
    address = reverse("reporting:why", args=["I01"])
    response = as_user(bruno).get(address)
    assert [row.url for row in response.context["mine"]] == [reverse("intake:detail", args=[mine.pk])]
    assert str(theirs.pk) not in response.content.decode()
    assert sum(number for _, number in response.context["bodies"]) == 2
    assert as_user(dario).get(address).context["mine"] == []


def test_why_of_an_unknown_number_is_not_there(as_user, dario):
    assert as_user(dario).get("/monitoraggio/perche/I99/").status_code == 404


def test_desk_operators_see_no_aggregates_and_table_members_build_no_return(as_user, anna, dario):
    assert as_user(anna).get(MONITORING).status_code == 403
    assert as_user(anna).get("/monitoraggio/perche/I01/").status_code == 403
    for address in RETURNS, "/rendiconti/2026-S2/", "/rendiconti/2026-S2.pdf":
        assert as_user(dario).get(address).status_code == 403, address


def test_a_network_without_periods_says_so(as_user, dario, serena):
    ReportingPeriod.objects.all().delete()
    assert "non ha ancora periodi" in text_of(as_user(dario).get(MONITORING))
    assert as_user(dario).get("/monitoraggio/perche/I01/").status_code == 404


def test_returns_say_where_each_period_stands(as_user, elena, serena):
    for code, first in (("2025-S2", date(2026, 1, 1)), ("2027-S1", date(2027, 4, 1))):
        ReportingPeriod.objects.create(
            network=serena.network, code=code, name=code, first_day=first, last_day=first + timedelta(days=30),
            note="proroga da confermare" if code == "2027-S1" else "",
        )  # fmt: skip
    response = as_user(elena).get(RETURNS)
    assert [state.label for _, state in response.context["periods"]] == ["futuro", "in corso", "concluso"]
    assert "proroga da confermare" in text_of(response)


def test_the_preview_shows_every_table(as_user, elena, a_row):
    a_row()
    response = as_user(elena).get("/rendiconti/2026-S2/")
    text = text_of(response)
    assert all(table.title in text for table in response.context["document"].tables)


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_a_file_comes_with_its_name_and_leaves_its_trace(as_user, elena, a_row, file_format):
    a_row()
    response = as_user(elena).get(f"/rendiconti/2026-S2.{file_format}")
    assert response.headers["Content-Type"] == file_format.content_type
    assert f"rendiconto-valle-serena-2026-S2.{file_format}" in response.headers["Content-Disposition"]
    assert b"".join(response.streaming_content)
    entry = Entry.objects.get(action="reporting.return.built")
    assert entry.changed == {"period": "2026-S2", "format": file_format.value}
    assert entry.user_id == elena.pk


def test_files_that_are_not_there(as_user, elena, lia):
    assert as_user(elena).get("/rendiconti/2026-S2.exe").status_code == 404
    assert as_user(elena).get("/rendiconti/1999-S9.pdf").status_code == 404
    assert as_user(elena).get("/rendiconti/1999-S9/").status_code == 404
    document = as_user(lia).get("/rendiconti/2026-S2/").context["document"]
    assert document.network_code == "costa-alta"


def test_pages_cost_the_same_whatever_is_behind_them(as_user, bruno, elena, a_row, count_queries):
    def costs():
        return [
            *(count_queries(as_user(bruno), address) for address in (MONITORING, "/monitoraggio/perche/I28/")),
            *(count_queries(as_user(elena), address) for address in (RETURNS, "/rendiconti/2026-S2/")),
        ]

    a_row(point="SP1")
    costs()  # the lists are read once per process
    few = costs()
    for number in range(20):
        a_row(point="SP1", day=TUESDAY + timedelta(days=number), handed="HUB" if number % 2 else "")
    assert costs() == few
    assert max(few[:3]) <= 12


def test_the_command_writes_the_current_return(run_command, a_row, tmp_path):
    a_row()
    target = tmp_path / "rendiconto.json"
    run_command(
        "return_build", "--network", "valle-serena", "--period", "current", "--format", "json", "--output", str(target)
    )
    assert json.loads(target.read_text())["period"]["code"] == "2026-S2"
    assert Entry.objects.get(action="reporting.return.built").role == "system"


@pytest.mark.parametrize(("network", "period"), [("altrove", "current"), ("valle-serena", "1999-S1")])
def test_the_command_says_what_is_missing(run_command, serena, tmp_path, network, period):
    with pytest.raises(CommandError, match="Ness"):
        run_command(
            "return_build",
            "--network",
            network,
            "--period",
            period,
            "--format",
            "pdf",
            "--output",
            str(tmp_path / "x"),
        )


@pytest.mark.parametrize("month", ["9" * 4400, "²", "٣", "202613", "-1", "x"])
def test_an_odd_month_in_the_address_is_no_month(as_user, dario, a_row, month):
    assert as_user(dario).get(reverse("reporting:monitoring"), {"mese": month}).status_code == 200


def test_no_winner_is_named_where_two_are_equal(as_user, dario, a_row):
    a_row(channel="TEL")
    a_row(channel="MAIL")
    page = as_user(dario).get(reverse("reporting:monitoring")).content.decode()
    assert "Nessuno prevale: 2 a pari merito, 50 % ciascuno" in page.replace("\u00a0", " ").replace("\u202f", " ")

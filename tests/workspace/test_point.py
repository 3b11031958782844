"""The page of a point, and the closures that its coordinator writes."""

from datetime import date, datetime
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from raccordo.kernel.clock import ROME
from raccordo.network.models import Closure, PointAlias
from tests.support.pages import said

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ROME)
FORM = {"first_day": "2026-12-01", "last_day": "2026-12-08", "reason": "staff"}


@pytest.fixture(autouse=True)
def _monday_morning():
    with time_machine.travel(MONDAY, tick=False):
        yield


def page(point):
    return reverse("workspace:point", args=[point.pk])


def add(point):
    return reverse("workspace:closure_add", args=[point.pk])


@pytest.fixture
def closure(serena):
    return Closure.objects.create(
        point=serena["SP1"], first_day=date(2026, 12, 1), last_day=date(2026, 12, 8), reason="staff"
    )


def withdraw(closure):
    return reverse("workspace:closure_withdraw", args=[closure.point_id, closure.pk])


def test_the_page_says_where_when_who_and_under_which_names(as_user, anna, serena):
    PointAlias.objects.create(point=serena["SP1"], source="articolo 4", name="spoke 3")
    text = said(as_user(anna).get(page(serena["SP1"]))).text
    for words in ("Coop di Valle Serena", "martedì 10–12", "«spoke 3» articolo 4", "Paese", "Immacolata"):
        assert words in text


@pytest.mark.parametrize(
    ("name", "status"), [("anna", 200), ("gino", 200), ("tito", 403), ("ivo", 403), ("zoe", 404), ("lia", 404)]
)
def test_it_is_read_inside_the_network_alone(request, as_user, serena, name, status):
    assert as_user(request.getfixturevalue(name)).get(page(serena["SP1"])).status_code == status


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("name", "status"), [("bruno", 200), ("anna", 403), ("carla", 403), ("elena", 403), ("lia", 404)]
)
def test_its_coordinator_alone_writes_closures(request, as_user, serena, name, status, method):
    client = as_user(request.getfixturevalue(name))
    assert getattr(client, method)(add(serena["SP1"])).status_code == status


def test_the_coordinator_reads_what_is_lost_before_it_is(as_user, bruno, serena):
    answer = as_user(bruno).post(add(serena["SP1"]), FORM)
    text = said(answer).text
    assert "si perdono 2 ore pubblicate" in text
    assert "martedì 1º dicembre 2026, 10–12" in text
    assert "8 dicembre" not in text  # a feast day loses nothing more
    assert not Closure.objects.exists()


def test_confirmed_it_is_written_and_families_read_it(as_user, bruno, serena):
    answer = as_user(bruno).post(add(serena["SP1"]), FORM | {"confirmed": "1"}, follow=True)
    assert "Chiusura segnata" in said(answer).text
    assert Closure.objects.get().last_day == date(2026, 12, 8)
    public = reverse("public_site:point_of_network", args=[serena.network.code, serena["SP1"].slug])
    assert "Operatore assente" in said(as_user(bruno).get(public)).text


def test_one_day_needs_one_date(as_user, bruno, serena):
    as_user(bruno).post(add(serena["SP1"]), FORM | {"last_day": "", "confirmed": "1"})
    assert Closure.objects.get().last_day == date(2026, 12, 1)


def test_days_in_the_wrong_order_are_told_in_the_form(as_user, bruno, serena):
    answer = as_user(bruno).post(add(serena["SP1"]), FORM | {"last_day": "2026-11-30", "confirmed": "1"})
    assert "non può venire prima" in said(answer).text
    assert not Closure.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2026-12-01", "9999-12-31", "al massimo 120 giorni"),
        ("9999-12-31", "", "fino a due anni da oggi"),
        ("9999-12-01", "9999-12-31", "fino a due anni da oggi"),
        ("0001-01-01", "", "al massimo 31 giorni fa"),
        ("2026-10-22", "2026-11-30", "al massimo 31 giorni fa"),
        ("2026-12-01", "2027-03-31", "al massimo 120 giorni"),
        ("2028-11-20", "2028-11-23", "fino a due anni da oggi"),
    ],
)
@pytest.mark.parametrize("confirmed", [{}, {"confirmed": "1"}])
def test_days_beyond_the_limits_are_told_before_any_hour_is_counted(
    as_user, bruno, serena, first, last, sentence, confirmed
):
    days = {"first_day": first, "last_day": last}
    page = said(as_user(bruno).post(add(serena["SP1"]), FORM | days | confirmed))
    assert sentence in page.text
    assert "pubblicat" not in page.text
    assert not Closure.objects.exists()


def test_a_closure_of_one_day_is_said_as_one_day(as_user, bruno, serena):
    one = Closure.objects.create(
        point=serena["SP1"], first_day=date(2026, 11, 25), last_day=date(2026, 11, 25), reason="staff"
    )
    client = as_user(bruno)
    assert "Chiusura di mercoledì 25 novembre 2026: operatore assente" in said(client.get(withdraw(one))).text
    assert "mercoledì 25 novembre 2026" in said(client.get(page(serena["SP1"]))).text
    day = {"first_day": "2026-11-25", "last_day": "", "confirmed": "1"}
    assert "già chiuso il 25/11/2026:" in said(client.post(add(serena["SP1"]), FORM | day)).text


def test_a_refusal_is_told_in_the_form(as_user, bruno, serena, closure):
    answer = as_user(bruno).post(add(serena["SP1"]), FORM | {"confirmed": "1"})
    assert "risulta già chiuso" in said(answer).text
    assert Closure.objects.count() == 1


def test_closing_where_it_is_closed_already_loses_nothing(as_user, bruno, serena):
    answer = as_user(bruno).post(add(serena["SP1"]), FORM | {"first_day": "2026-12-02", "last_day": "2026-12-07"})
    assert "non si perde nessuna ora" in said(answer).text


def test_a_closure_is_withdrawn_and_the_hours_are_back(as_user, bruno, closure):
    client = as_user(bruno)
    assert "valgono di nuovo gli orari" in said(client.get(withdraw(closure))).text
    answer = client.post(withdraw(closure), follow=True)
    assert "Nessuna chiusura segnata" in said(answer).text
    again = client.post(withdraw(closure), follow=True)
    assert "già stata ritirata" in said(again).text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("name", "status"), [("anna", 403), ("carla", 403), ("lia", 404)])
def test_nobody_else_withdraws_it(request, as_user, closure, name, status, method):
    client = as_user(request.getfixturevalue(name))
    assert getattr(client, method)(withdraw(closure)).status_code == status
    closure.refresh_from_db()
    assert closure.withdrawn_at is None


def test_a_closure_of_another_point_is_not_found_here(as_user, bruno, serena, closure):
    client = as_user(bruno)
    for point, key in ((serena["HUB"].pk, closure.pk), (serena["SP1"].pk, uuid4())):
        assert client.get(reverse("workspace:closure_withdraw", args=[point, key])).status_code == 404


def test_the_page_shows_what_a_closure_costs(as_user, anna, serena, closure):
    row = said(as_user(anna).get(page(serena["SP1"]))).row("1º dicembre 2026")
    assert row[1:3] == ["Operatore assente", "4"]


def test_the_page_costs_the_same_for_one_closure_and_for_ten(as_user, bruno, serena, closure, count_queries):
    client = as_user(bruno)
    few = count_queries(client, page(serena["SP1"]))
    for day in range(9, 18):
        Closure.objects.create(
            point=serena["SP1"], first_day=date(2026, 12, day), last_day=date(2026, 12, day), reason="staff"
        )
    assert count_queries(client, page(serena["SP1"])) == few <= 12

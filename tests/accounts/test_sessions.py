"""How long one stays in, and what stays in the browser."""

import time_machine
from django.contrib.auth import get_user

from raccordo.accounts.operations import disable_user
from raccordo.kernel import clock
from raccordo.kernel.actors import SYSTEM


def test_half_an_hour_without_a_page_ends_it(client, sign_in, anna):
    with time_machine.travel("2026-11-24 08:00", tick=False) as traveller:
        sign_in("anna")
        traveller.shift(29 * 60)
        assert client.get("/ruolo/").status_code == 200
        traveller.shift(29 * 60)
        assert client.get("/ruolo/").status_code == 200
        traveller.shift(31 * 60)
        assert client.get("/ruolo/")["Location"] == "/accedi/?next=/ruolo/"
        assert not get_user(client).is_authenticated


def test_ten_hours_end_it_in_any_case(client, sign_in, anna):
    with time_machine.travel("2026-11-24 08:00", tick=False) as traveller:
        sign_in("anna")
        for _ in range(30):
            traveller.shift(20 * 60)
            assert client.get("/ruolo/").status_code == 200
        traveller.shift(60)
        assert client.get("/ruolo/").status_code == 302


def test_a_session_from_elsewhere_ends_too(client, as_user, anna):
    with time_machine.travel("2026-11-24 08:00", tick=False) as traveller:
        as_user(anna)
        traveller.shift(31 * 60)
        assert client.get("/ruolo/").status_code == 302


def test_disabling_somebody_ends_their_sessions_at_once(client, sign_in, anna):
    sign_in("anna")
    assert client.get("/ruolo/").status_code == 200
    disable_user(user_id=anna.pk, by=SYSTEM, on=clock.today())
    assert client.get("/ruolo/").status_code == 302


def test_pages_of_who_is_in_are_not_kept(client, sign_in, anna):
    assert sign_in("anna")["Cache-Control"] == "no-store"
    assert client.get("/ruolo/")["Cache-Control"] == "no-store"
    assert client.get("/questa-pagina-non-esiste/")["Cache-Control"] == "no-store"
    assert "no-store" in client.post("/esci/")["Cache-Control"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(sign_in, client, anna):
    sign_in("anna")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]

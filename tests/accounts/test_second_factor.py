"""The second factor: compulsory, encrypted, used once."""

import json

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.db import connection
from django.urls import reverse

from raccordo.audit.models import Entry
from raccordo.kernel import encryption
from tests.accounts.conftest import SECRET, code_of


def stored():
    """What the table of the second factors holds, read past the models."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, data FROM mfa_authenticator ORDER BY type")
        return {kind: json.loads(data) if isinstance(data, str) else data for kind, data in cursor.fetchall()}


def test_without_a_second_factor_only_its_pages_open(client, sign_in, rosa):
    sign_in("rosa")
    enrolment = reverse("mfa_activate_totp")
    for path in ("/scrivania/", "/persone/", "/profilo/", "/profilo/password/", "/ruolo/", "/accessi/"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (302, enrolment), path
    assert client.post("/profilo/password/", {}).status_code == 302
    assert client.get(enrolment).status_code == 200


def test_the_public_pages_stay_open(client, sign_in, rosa, serena):
    sign_in("rosa")
    assert client.get("/healthz").status_code == 200


def test_demo_users_are_let_off(client, sign_in, anna):
    sign_in("anna")
    assert client.get("/ruolo/").status_code == 200


def test_adding_it_shows_the_recovery_codes_once(client, sign_in, rosa):
    sign_in("rosa")
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    response = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True)
    codes = response.context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] in response.content.decode()
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert codes[0] not in again
    assert Entry.objects.filter(action="accounts.second_factor.added", user_id=rosa.pk).count() == 1
    assert client.get("/ruolo/").status_code == 200


def test_a_wrong_first_code_adds_nothing(client, sign_in, rosa):
    sign_in("rosa")
    client.get(reverse("mfa_activate_totp"))
    response = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert response.status_code == 200
    assert not Authenticator.objects.exists()


def test_secret_and_seed_are_encrypted_in_the_database(client, sign_in, rosa):
    sign_in("rosa")
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    table = stored()
    assert secret not in json.dumps(table)
    assert encryption.decrypt(table["totp"]["secret"], place="mfa_authenticator.data") == secret
    assert table["recovery_codes"]["seed"].startswith("rc1:")


def test_until_the_first_code_the_secret_is_encrypted_in_the_session(client, sign_in, rosa):
    sign_in("rosa")
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    assert secret not in json.dumps(dict(client.session.items()))
    client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert secret not in json.dumps(dict(client.session.items()))
    assert client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}).status_code == 302


@pytest.mark.parametrize("name", ["mfa_activate_totp", "account_change_password"])
def test_nobody_changes_the_access_of_a_demo_user_for_all(client, sign_in, anna, name):
    sign_in("anna")
    assert client.get(reverse(name)).status_code == 403
    assert client.post(reverse(name), {}).status_code == 403
    assert reverse(name) not in client.get(reverse("mfa_index")).content.decode()


def test_a_code_works_once(client, sign_in, rosa_with_factor):
    code = code_of()
    sign_in("rosa")
    assert client.post("/accedi/codice/", {"code": code}).status_code == 302
    client.post("/esci/")
    sign_in("rosa")
    response = client.post("/accedi/codice/", {"code": code})
    assert response.status_code == 200
    assert not get_user(client).is_authenticated


def test_a_recovery_code_works_once(client, sign_in, rosa):
    sign_in("rosa")
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    shown = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True).context["unused_codes"]
    for expected in (True, False):
        client.post("/esci/")
        sign_in("rosa")
        client.post("/accedi/codice/", {"code": shown[0]})
        assert get_user(client).is_authenticated is expected


def test_guessing_codes_is_slowed_and_written_down(client, sign_in, rosa_with_factor):
    sign_in("rosa")
    answers = [client.post("/accedi/codice/", {"code": "000000"}).status_code for _ in range(8)]
    assert answers == [200] * 6 + [429] * 2
    assert client.post("/accedi/codice/", {"code": code_of()}).status_code == 429
    failed = Entry.objects.filter(action="accounts.second_factor.failed", about=rosa_with_factor.pk)
    assert failed.exists()
    assert not get_user(client).is_authenticated


def test_a_sign_in_left_half_way_can_be_left(client, sign_in, rosa_with_factor):
    sign_in("rosa")
    assert client.get("/accedi/")["Location"] == "/accedi/codice/"
    client.post("/esci/")
    assert client.get("/accedi/").status_code == 200
    assert client.get("/accedi/codice/")["Location"] == "/accedi/"


def sign_in_fully(client, sign_in):
    sign_in("rosa")
    client.post("/accedi/codice/", {"code": code_of()})


def test_another_telephone_asks_for_the_code_of_this_one(client, sign_in, rosa_with_factor):
    with time_machine.travel("2026-11-24 10:00", tick=False) as traveller:
        sign_in_fully(client, sign_in)
        traveller.shift(6 * 60)
        response = client.get(reverse("mfa_deactivate_totp"))
        assert response["Location"].startswith(reverse("mfa_reauthenticate"))
        page = client.get(reverse("account_reauthenticate"), {"next": reverse("mfa_deactivate_totp")})
        assert page["Location"].startswith(reverse("mfa_reauthenticate"))
        client.post(response["Location"], {"code": code_of(), "next": reverse("mfa_deactivate_totp")})
        response = client.post(reverse("mfa_deactivate_totp"))
        assert response["Location"] == reverse("mfa_activate_totp")
    assert not Authenticator.objects.exists()
    assert Entry.objects.filter(action="accounts.second_factor.removed").count() == 1


def test_new_recovery_codes_are_written_down(client, sign_in, rosa_with_factor):
    sign_in_fully(client, sign_in)
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    response = client.post(reverse("mfa_generate_recovery_codes"), follow=True)
    assert len(response.context["unused_codes"]) == 10
    assert Entry.objects.filter(action="accounts.recovery_codes.replaced").count() == 1


def test_ones_own_page_says_that_it_is_on(client, sign_in, rosa_with_factor):
    sign_in_fully(client, sign_in)
    page = client.get(reverse("mfa_index")).content.decode()
    assert "attivo" in page
    assert SECRET not in page


@pytest.mark.parametrize("key", ["an other key"])
def test_with_another_key_the_secret_is_not_read(rosa_with_factor, monkeypatch, key):
    monkeypatch.setenv("RACCORDO_FIELDS_KEY", key)
    with pytest.raises(encryption.WrongKey):
        Authenticator.objects.get().wrap().validate_code(code_of())

"""The door: who comes in, who does not, and that nobody learns which names exist."""

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import NoReverseMatch, resolve, reverse

from raccordo.accounts.models import User
from raccordo.audit.models import Entry
from raccordo.network.models import Network
from tests.accounts.conftest import code_of
from tests.cast import PASSWORD

WRONG = "non è questa la password"


def is_in(client):
    return get_user(client).is_authenticated


def actions():
    return list(Entry.objects.order_by("seq").values_list("action", flat=True))


def test_a_demo_user_comes_in_with_the_password_alone(client, sign_in, anna):
    response = sign_in("anna")
    assert (response.status_code, response["Location"]) == (302, reverse("workspace:desk"))
    assert is_in(client)
    entry = Entry.objects.get(action="accounts.sign_in.succeeded")
    assert (entry.user_id, entry.about) == (anna.pk, anna.pk)


def test_the_name_may_be_typed_in_capitals_and_with_spaces(client, sign_in, anna):
    sign_in("  Anna ")
    assert is_in(client)


def test_nobody_can_tell_a_wrong_password_from_an_unknown_or_a_disabled_user(client, sign_in, serena, anna, bruno):
    Network.objects.update(is_demo=False)
    User.objects.filter(pk=bruno.pk).update(is_active=False)
    answers = []
    for username, password in [("anna", WRONG), ("nessuno", WRONG), ("bruno", PASSWORD), ("bruno", WRONG)]:
        response = sign_in(username, password)
        tokens = response.context["csrf_token"]
        answers.append(
            (response.status_code, response.content.decode().replace(str(tokens), "").replace(username, ""))
        )
    assert len(set(answers)) == 1
    assert "Nome utente o password non sono giusti." in answers[0][1]
    assert not is_in(client)


def test_every_answer_hashes_once(sign_in, anna, bruno, monkeypatch):
    User.objects.filter(pk=bruno.pk).update(is_active=False)
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *a: hashed.append(1) or encode(*a))
    counts = []
    for username in ("anna", "nessuno", "bruno"):
        hashed.clear()
        sign_in(username, WRONG)
        counts.append(len(hashed))
    assert counts == [1, 1, 1]


def test_a_failed_try_is_written_down_without_what_was_typed(sign_in, anna):
    sign_in("anna", WRONG)
    sign_in("una password nel posto sbagliato", WRONG)
    failed = Entry.objects.filter(action="accounts.sign_in.failed").order_by("seq")
    assert [(entry.user_id, entry.about, entry.changed) for entry in failed] == [(None, anna.pk, {}), (None, None, {})]


def test_the_session_gets_another_key_at_sign_in(client, sign_in, anna):
    client.get("/accedi/")
    session = client.session
    session["visited"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in("anna")
    assert client.session.session_key != before


@pytest.mark.parametrize(
    "target", ["https://example.org/", "//example.org/", "javascript:alert(1)", "http:example.org"]
)
def test_the_next_page_is_never_on_another_site(client, sign_in, anna, target):
    response = sign_in("anna", next=target)
    assert response["Location"] == reverse("workspace:desk")


def test_the_next_page_is_kept(sign_in, anna):
    assert sign_in("anna", next="/accessi/")["Location"] == "/accessi/"


def test_signing_out_is_a_post_and_the_browser_forgets(client, sign_in, anna):
    sign_in("anna")
    assert client.get("/esci/").status_code == 405
    response = client.post("/esci/")
    assert response.status_code == 302
    assert '"storage"' in response["Clear-Site-Data"]
    assert not is_in(client)
    assert actions() == ["accounts.sign_in.succeeded", "accounts.sign_in.ended"]


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_set_password", "mfa_trust", "account_inactive"]
)
def test_the_other_pages_of_the_library_have_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_the_demo_users_are_offered_on_a_demo_installation(client, anna, tito):
    page = client.get("/accedi/").content.decode()
    assert "una-password-di-prova" in page
    assert "Operatore di punto" in page
    assert 'value="tito"' in page


def test_nobody_is_offered_where_there_is_no_demo_network(client, anna, serena):
    Network.objects.update(is_demo=False)
    page = client.get("/accedi/").content.decode()
    assert "una-password-di-prova" not in page
    assert 'value="anna"' not in page


def test_the_sign_in_page_is_the_only_way_in(client, serena):
    response = client.get("/persone/")
    assert (response.status_code, response["Location"]) == (302, "/accedi/?next=/persone/")
    assert resolve("/accedi/").url_name == "account_login"


def test_the_second_step_is_not_skipped(client, sign_in, rosa_with_factor):
    response = sign_in("rosa")
    assert response["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)
    assert client.get("/profilo/")["Location"].startswith("/accedi/")
    client.post("/accedi/codice/", {"code": code_of()})
    assert is_in(client)


@pytest.mark.parametrize("name", ["ro\u017fa", "ROſA"])
def test_a_look_alike_name_is_nobody(rosa, name):
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key(name)


def test_a_cookie_with_odd_bytes_is_no_session(client, db):
    client.cookies["sessionid"] = '"\\000abcdefgh"'
    assert client.get("/scrivania/").status_code == 302

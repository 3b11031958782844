"""Choosing a password: by link, by mail, and which ones are refused."""

import re

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from raccordo.accounts.models import User
from raccordo.accounts.passwords import link_for
from raccordo.accounts.tasks import send_password_links
from raccordo.audit.models import Entry
from tests.accounts.conftest import code_of
from tests.cast import PASSWORD

NEW = "cavallo batteria corretta"


@pytest.fixture
def with_mail(settings):
    settings.EMAIL_HOST = "mail.example.org"


def ask(client, email, address="192.0.2.1"):
    return client.post(reverse("account_reset_password"), {"email": email}, REMOTE_ADDR=address)


def queued():
    return [result.args_kwargs["args"] for result in DBTaskResult.objects.order_by("enqueued_at")]


def choose(client, link, password=NEW):
    form = client.get(link, follow=True)
    path = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(path, {"new_password1": password, "new_password2": password})


def test_the_answer_is_the_same_whether_one_is_known_or_not(client, with_mail, rosa, anna):
    answers = [ask(client, email) for email in ("rosa@example.org", "nobody@example.org", anna.email)]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, reverse("account_reset_password_done"))
    }
    assert [people for people, _ in queued()] == [[str(rosa.pk)], [], []]
    assert mail.outbox == []
    assert client.get(reverse("account_reset_password_done")).status_code == 200


def test_the_mail_has_a_link_that_works_once(client, with_mail, rosa):
    send_password_links.call([str(rosa.pk)], "http://testserver")
    text = mail.outbox[0].body
    assert mail.outbox[0].to == ["rosa@example.org"]
    link = re.search(r"http://testserver(/\S+)", text).group(1)
    assert choose(client, link).status_code == 302
    rosa.refresh_from_db()
    assert rosa.check_password(NEW)
    assert "non vale più" in client.get(link, follow=True).content.decode()
    assert Entry.objects.filter(action="accounts.password.changed", user_id=rosa.pk).count() == 1


def test_a_new_password_does_not_skip_the_second_factor(client, sign_in, rosa_with_factor):
    choose(client, link_for(rosa_with_factor, ""))
    assert not get_user(client).is_authenticated
    assert sign_in("rosa", NEW)["Location"] == reverse("mfa_authenticate")
    assert not get_user(client).is_authenticated


def test_asking_again_and_again_is_slowed(client, with_mail, rosa):
    answers = [ask(client, "rosa@example.org", address=f"192.0.2.{number}") for number in range(5)]
    assert [answer.status_code for answer in answers] == [302] * 4 + [429]
    assert "Retry-After" in answers[-1]


def test_without_mail_the_page_says_whom_to_ask(client, rosa):
    page = client.get(reverse("account_reset_password")).content.decode()
    assert "Chiedi un link a chi amministra" in page
    ask(client, "rosa@example.org")
    assert queued() == []


def test_a_link_of_somebody_else_or_invented_is_refused(client, rosa, anna):
    token = link_for(rosa, "").rstrip("/").rsplit("/", 1)[-1]
    stolen = link_for(anna, "").replace(link_for(anna, "").rstrip("/").rsplit("/", 1)[-1], token)
    for link in (stolen, "/accedi/nuova-password/abc/def/"):
        assert "non vale più" in client.get(link, follow=True).content.decode()


@pytest.mark.parametrize(
    "password",
    ["corta", "raccordo2026!", "Cremona-Cremona-1", "1234567890123", "passwordpassword", "rosa neri 2026", "x" * 129],
)
def test_weak_passwords_are_refused(client, rosa, password):
    response = choose(client, link_for(rosa, ""), password)
    assert response.status_code == 200
    assert response.context["form"].errors
    rosa.refresh_from_db()
    assert rosa.check_password(PASSWORD)


def test_changing_it_asks_for_the_old_one_and_ends_the_other_sessions(client, sign_in, rosa_with_factor):
    other = Client()
    other.force_login(rosa_with_factor)
    sign_in("rosa")
    client.post("/accedi/codice/", {"code": code_of()})
    page = reverse("account_change_password")
    wrong = client.post(page, {"oldpassword": "sbagliata", "password1": NEW, "password2": NEW})
    assert "La password di adesso non è giusta." in wrong.content.decode()
    done = client.post(page, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert done["Location"] == reverse("mfa_index")
    assert get_user(client).is_authenticated
    assert not get_user(other).is_authenticated
    assert Entry.objects.filter(action="accounts.password.changed").count() == 1


def test_a_session_left_open_is_no_way_to_guess(client, sign_in, rosa_with_factor):
    sign_in("rosa")
    client.post("/accedi/codice/", {"code": code_of()})
    page = reverse("account_change_password")
    answers = [
        client.post(page, {"oldpassword": f"prova {n}", "password1": NEW, "password2": NEW}).status_code
        for n in range(6)
    ]
    assert answers == [200] * 4 + [429] * 2


def test_nobody_who_is_disabled_gets_a_mail(with_mail, rosa):
    User.objects.filter(pk=rosa.pk).update(is_active=False)
    send_password_links.call([str(rosa.pk)], "http://testserver")
    assert mail.outbox == []


def test_a_link_dies_with_the_account(client, rosa):
    link = link_for(rosa, "")
    rosa.is_active = False
    rosa.save()
    answer = client.get(link, follow=True)
    assert "new_password1" not in answer.content.decode()

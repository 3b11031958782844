"""The pages of the administrator, and the page on which one changes hat."""

from datetime import date
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from raccordo.accounts.models import User
from raccordo.audit.models import Entry
from raccordo.kernel import clock
from raccordo.permissions.enums import Role
from raccordo.permissions.models import Grant
from tests.cast import give, make_user

LIST = reverse("permissions:users")


def page(name, *arguments):
    return reverse(f"permissions:{name}", args=arguments)


def test_the_list_says_who_has_which_role(as_user, ivo, anna, piero):
    response = as_user(ivo).get(LIST)
    content = response.content.decode()
    assert [person.full_name for person in response.context["page"].rows] == ["Anna", "Ivo", "Piero"]
    assert "Operatore di punto" in content
    assert "nessuno" in content


def test_the_list_is_narrowed_by_name_and_by_access(as_user, ivo, anna, bruno):
    User.objects.filter(pk=bruno.pk).update(is_active=False)

    def shown(**chosen):
        return [person.username for person in as_user(ivo).get(LIST, chosen).context["page"].rows]

    assert shown() == ["anna", "ivo"]
    assert shown(q="ANN") == ["anna"]
    assert shown(state="disabled") == ["bruno"]
    assert shown(state="all") == ["anna", "bruno", "ivo"]


def test_the_list_costs_the_same_for_few_and_for_many(as_user, ivo, serena, count_queries):
    client = as_user(ivo)
    for number in range(2):
        give(make_user(f"p{number}"), Role.OPERATOR, serena, "HUB")
    few = count_queries(client, LIST)
    for number in range(2, 20):
        give(make_user(f"p{number}"), Role.OPERATOR, serena, "HUB", "SP1")
    assert count_queries(client, LIST) == few


def test_who_does_not_manage_users_is_refused_and_learns_nothing(as_user, elena, anna):
    client = as_user(elena)
    assert client.get(LIST).status_code == 403
    assert client.get(page("user_add")).status_code == 403
    assert client.get(page("user", anna.pk)).status_code == 404
    assert client.get(page("user", uuid4())).status_code == 404
    assert client.get(page("user", elena.pk)).status_code == 403
    assert client.get(page("grant_add", anna.pk)).status_code == 404
    for name in ("user_disable", "user_enable", "user_link", "factor_reset"):
        assert client.post(page(name, anna.pk)).status_code == 404
        assert client.get(page(name, anna.pk)).status_code == 405


def test_a_grant_belongs_to_its_person(as_user, ivo, anna, bruno):
    row = Grant.objects.of_user(anna.pk).get()
    assert as_user(ivo).get(page("grant_end", bruno.pk, row.pk)).status_code == 404


def test_adding_a_person_ends_on_their_link(as_user, ivo):
    typed = {"full_name": "Rosa Neri", "username": " Rosa.Neri ", "email": "Rosa@Example.org"}
    response = as_user(ivo).post(page("user_add"), typed)
    rosa = User.objects.get(username="rosa.neri")
    assert response.context["link"].startswith("http://testserver/accedi/nuova-password/")
    assert (rosa.email, rosa.is_demo, rosa.has_usable_password()) == ("rosa@example.org", False, False)
    assert Entry.objects.get(action="accounts.user.added").about == rosa.pk
    response = as_user(ivo).get(response.context["link"], follow=True)
    assert "Scegli la password" in response.content.decode()


@pytest.mark.parametrize(
    ("username", "sentence"),
    [("anna", "esiste già"), ("con spazi", "solo lettere minuscole"), ("", "obbligatorio")],
)
def test_a_name_that_does_not_do_is_said_at_its_field(as_user, ivo, anna, username, sentence):
    response = as_user(ivo).post(page("user_add"), {"full_name": "Rosa Neri", "username": username})
    assert sentence in response.content.decode()
    assert not User.objects.filter(full_name="Rosa Neri").exists()


def test_the_link_is_mailed_where_mail_is_set_up(as_user, ivo, settings):
    settings.EMAIL_HOST = "mail.example.org"
    typed = {"full_name": "Rosa Neri", "username": "rosa", "email": "rosa@example.org"}
    response = as_user(ivo).post(page("user_add"), typed)
    assert "anche per e-mail" in response.content.decode()
    assert DBTaskResult.objects.get().args_kwargs["args"][0] == [str(User.objects.get(username="rosa").pk)]


def test_the_person_page_shows_what_was_and_what_is(as_user, ivo, tito):
    give(
        tito,
        Role.OPERATOR,
        None,
        network_id=Grant.objects.of_user(tito.pk).get().network_id,
        last_day=date(2025, 2, 1),
    )
    content = as_user(ivo).get(page("user", tito.pk)).content.decode()
    assert "in corso" in content
    assert "finito" in content
    assert "tutor: Anna" in content


def test_giving_a_role_in_two_steps(as_user, ivo, piero, serena):
    client = as_user(ivo)
    assert "Tirocinante o volontario" in client.get(page("grant_add", piero.pk)).content.decode()
    address = f"{page('grant_add', piero.pk)}?ruolo=operator"
    form = client.get(address).context["form"]
    assert list(form.fields) == ["network", "points", "organisation", "first_day", "last_day"]
    typed = {"network": serena.network.pk, "points": [serena["SP1"].pk], "first_day": clock.today().isoformat()}
    response = client.post(address, typed)
    assert response["Location"] == page("user", piero.pk)
    assert Grant.objects.of_user(piero.pk).get().points.get() == serena["SP1"]


@pytest.mark.parametrize(
    ("role", "fields"),
    [
        ("administrator", ["first_day", "last_day"]),
        ("board_member", ["network", "organisation", "first_day", "last_day"]),
        ("ats_observer", ["network", "first_day", "last_day"]),
        ("trainee", ["network", "points", "organisation", "first_day", "last_day", "tutor"]),
    ],
)
def test_only_what_the_role_needs_is_asked(as_user, ivo, piero, serena, role, fields):
    form = as_user(ivo).get(f"{page('grant_add', piero.pk)}?ruolo={role}").context["form"]
    assert list(form.fields) == fields


def test_a_refusal_is_shown_in_the_form(as_user, ivo, piero, serena, costa):
    typed = {"network": serena.network.pk, "points": [costa["HUB"].pk], "first_day": "2026-11-24"}
    response = as_user(ivo).post(f"{page('grant_add', piero.pk)}?ruolo=operator", typed)
    assert "non è di questa rete" in response.content.decode()
    assert not Grant.objects.of_user(piero.pk).exists()


def test_to_oneself_only_the_own_role_is_offered(as_user, ivo):
    roles = as_user(ivo).get(page("grant_add", ivo.pk)).context["roles"]
    assert [role for role, _, allowed in roles if allowed] == [Role.ADMINISTRATOR]


def test_taking_a_role_away(as_user, ivo, anna):
    row = Grant.objects.of_user(anna.pk).get()
    client = as_user(ivo)
    assert client.get(page("grant_end", anna.pk, row.pk)).status_code == 200
    response = client.post(page("grant_end", anna.pk, row.pk), {"last_day": clock.today().isoformat()})
    assert response["Location"] == page("user", anna.pk)
    row.refresh_from_db()
    assert row.last_day == clock.today()


def test_disabling_and_enabling(as_user, ivo, anna):
    client = as_user(ivo)
    client.post(page("user_disable", anna.pk))
    anna.refresh_from_db()
    assert not anna.is_active
    assert "Nel frattempo" in client.post(page("user_disable", anna.pk), follow=True).content.decode()
    client.post(page("user_enable", anna.pk))
    anna.refresh_from_db()
    assert anna.is_active


@pytest.mark.parametrize("name", ["user_disable", "user_link", "factor_reset"])
def test_nobody_does_it_to_themselves(as_user, ivo, name):
    response = as_user(ivo).post(page(name, ivo.pk), follow=True)
    assert "chiedilo a un altro amministratore" in response.content.decode()
    ivo.refresh_from_db()
    assert ivo.is_active


def test_who_lost_the_telephone_starts_again(as_user, ivo, piero):
    TOTP.activate(piero, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    as_user(ivo).post(page("factor_reset", piero.pk))
    assert not Authenticator.objects.exists()
    assert Entry.objects.get(action="accounts.second_factor.reset").about == piero.pk


def test_one_changes_into_ones_own_hats_only(as_user, anna, bruno, serena):
    give(anna, Role.LEAD_COORDINATOR, serena)
    client = as_user(anna)
    own = Grant.objects.of_user(anna.pk).get(role=Role.LEAD_COORDINATOR)
    other = Grant.objects.of_user(bruno.pk).get()
    assert client.post(page("hat"), {"grant": other.pk}).status_code == 404
    assert client.post(page("hat"), {"grant": "rubbish"}).status_code == 404
    assert client.post(page("hat"), {"grant": own.pk}).status_code == 302
    assert client.get(page("hat")).context["actor"].role == "lead_coordinator"


def test_a_hat_that_has_ended_is_taken_off(as_user, anna, serena):
    own = Grant.objects.of_user(anna.pk).get()
    extra = give(anna, Role.LEAD_COORDINATOR, serena).grants.get(role=Role.LEAD_COORDINATOR)
    client = as_user(anna)
    client.post(page("hat"), {"grant": extra.pk})
    Grant.objects.filter(pk=extra.pk).update(last_day=date(2025, 12, 31))
    assert client.get(page("hat")).context["hat"].grant_id == own.pk


def test_without_roles_the_page_says_what_to_do(as_user, piero):
    assert "Oggi non hai incarichi" in as_user(piero).get(page("hat")).content.decode()

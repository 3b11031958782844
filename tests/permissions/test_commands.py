"""The first administrator, and the page of the documentation that is made from the code."""

import pytest
from django.core.management import CommandError, call_command

from raccordo.accounts.models import User
from raccordo.kernel.rights import Right
from raccordo.permissions.enums import Role
from raccordo.permissions.management.commands.permissions_page import PAGE
from raccordo.permissions.models import Grant
from raccordo.permissions.reference import page
from raccordo.permissions.roles import ROLES


def test_the_first_administrator_gets_a_link(db, client, run_command):
    printed = run_command("user_add", "Ada", "--name", "Ada Bianchi", "--email", "ada@example.org", "--administrator")
    ada = User.objects.get(username="ada")
    assert Grant.objects.of_user(ada.pk).get().role == Role.ADMINISTRATOR
    link = next(line for line in printed.splitlines() if line.startswith("http://127.0.0.1:8000/"))
    form = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    assert "Scegli la password" in form.content.decode()


def test_without_the_flag_there_is_no_role(db, run_command):
    run_command("user_add", "ada", "--name", "Ada Bianchi")
    assert not Grant.objects.exists()


@pytest.mark.parametrize(("username", "sentence"), [("anna", "esiste già"), ("con spazi", "solo lettere minuscole")])
def test_a_name_that_does_not_do_is_said(anna, username, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("user_add", username, "--name", "Ada Bianchi", "--administrator")
    assert User.objects.count() == 1


def test_the_documentation_says_what_the_code_does():
    assert PAGE.read_text() == page(), "run ./raccordo manage permissions_page"


def test_every_role_and_every_right_is_used():
    assert set(ROLES) == set(Role)
    assert set().union(*(definition.rights for definition in ROLES.values())) <= set(Right)


def test_the_administrator_sees_no_family_and_no_number():
    assert ROLES[Role.ADMINISTRATOR].rights == {Right.MANAGE_USERS}

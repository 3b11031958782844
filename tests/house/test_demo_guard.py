"""A demo, whose password everybody knows, stays on the machine that tries it."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from raccordo.config import preparation
from raccordo.kernel.actors import SYSTEM
from raccordo.kernel.clock import today
from raccordo.network.applying import FileRefused, apply_network_file
from tests.cast import PASSWORD


@pytest.fixture
def public(settings):
    """This installation answers to others."""
    settings.DEMO_ALLOWED = False


def test_the_demo_year_is_refused(public, db):
    with pytest.raises(CommandError, match="risponde ad altri"):
        call_command("demo")
    assert not any("prova" in step.title for step in preparation.steps(demo=True))


def test_an_installation_with_demo_users_is_not_served(public, anna):
    with pytest.raises(CommandError, match="persone di prova"):
        preparation.require_no_public_demo()


def test_the_same_installation_is_served_on_its_own_machine(anna):
    preparation.require_no_public_demo()


def test_demo_users_are_neither_shown_nor_let_off_the_second_factor(public, client, anna):
    assert anna.full_name not in client.get(reverse("account_login")).content.decode()
    client.post(reverse("account_login"), {"login": "anna", "password": PASSWORD})
    assert client.get(reverse("workspace:desk"))["Location"] == reverse("mfa_activate_totp")


def test_a_real_network_is_not_applied_beside_a_demo(serena):
    with pytest.raises(FileRefused, match="installazione di prova"):
        apply_network_file(text=preparation.NETWORK_FILE.read_text(), by=SYSTEM, on=today())


def test_the_demo_year_is_refused_beside_another_network(costa):
    with pytest.raises(CommandError, match="un’altra rete"):
        call_command("demo")

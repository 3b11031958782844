"""Users: what the database holds, and what an operation refuses."""

import pytest
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from raccordo.accounts.models import User
from raccordo.accounts.operations import NotOneself, add_demo_user, add_user, disable_user, offer_password
from raccordo.audit.models import Entry
from raccordo.kernel import clock
from raccordo.kernel.actors import SYSTEM
from raccordo.kernel.db import BrokenRule
from raccordo.kernel.refusals import NotAllowed, Refusal, StateChanged
from tests.cast import acting

TODAY = clock.today()


def test_a_new_person_cannot_sign_in_before_they_chose_a_password(db):
    user = add_user(username="Rosa", full_name="Rosa Neri", email="Rosa@Example.org", by=SYSTEM, on=TODAY)
    assert (user.username, user.email, user.has_usable_password()) == ("rosa", "rosa@example.org", False)


def test_a_demo_user_has_the_password_of_all(db):
    user = add_demo_user(
        username="prova", full_name="Prova", hashed_password=make_password("di prova"), by=SYSTEM, on=TODAY
    )
    assert user.is_demo
    assert user.check_password("di prova")


def test_only_who_manages_users_adds_one(elena):
    with pytest.raises(NotAllowed):
        add_user(username="rosa", full_name="Rosa Neri", by=acting(elena), on=TODAY)
    assert not Entry.objects.exists()


def test_user_username_lower_case(db):
    with pytest.raises(BrokenRule, match="solo lettere minuscole"):
        add_user(username="rosa neri", full_name="Rosa Neri", by=SYSTEM, on=TODAY)
    with pytest.raises(IntegrityError, match="user_username_lower_case"), transaction.atomic():
        User.objects.create(username="ROSA", full_name="Rosa")


def test_user_named(db):
    with pytest.raises(BrokenRule, match="Scrivi nome e cognome"):
        add_user(username="rosa", full_name="", by=SYSTEM, on=TODAY)
    with pytest.raises(IntegrityError, match="user_named"), transaction.atomic():
        User.objects.create(username="rosa", full_name="")


def test_the_second_of_two_administrators_at_once_is_told(ivo, anna):
    disable_user(user_id=anna.pk, by=acting(ivo), on=TODAY)
    with pytest.raises(StateChanged):
        disable_user(user_id=anna.pk, by=acting(ivo), on=TODAY)
    assert Entry.objects.filter(action="accounts.user.disabled").count() == 1


def test_oneself_is_left_alone(ivo):
    with pytest.raises(NotOneself):
        disable_user(user_id=ivo.pk, by=acting(ivo), on=TODAY)


def test_a_link_is_no_use_to_who_is_of_the_demo(ivo, anna):
    with pytest.raises(Refusal, match="di prova"):
        offer_password(user_id=anna.pk, by=acting(ivo), on=TODAY)

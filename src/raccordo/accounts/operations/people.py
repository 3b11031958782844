"""Users: added, disabled, given another password. Nobody removes one: the trail and the grants point at them."""

from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from raccordo.accounts.models import User
from raccordo.accounts.operations.sessions import themselves
from raccordo.audit.operations import record
from raccordo.kernel.actors import Actor
from raccordo.kernel.db import sentences_of
from raccordo.kernel.refusals import Refusal, StateChanged
from raccordo.kernel.rights import Right


class NotOneself(Refusal):
    """An administrator would shut themselves out, or let themselves in."""

    message = "Su di te non puoi farlo: chiedilo a un altro amministratore."


class UsernameTaken(Refusal):
    """Two people cannot sign in with the same name."""

    message = "Questo nome utente esiste già: scegline un altro."


@transaction.atomic
def add_user(*, username: str, full_name: str, email: str = "", by: Actor, on: date) -> User:
    """A new person without a password: they set it themselves with the link that `passwords.link_for` makes."""
    return _added(User(username=username.lower(), full_name=full_name, email=email.lower()), by=by)


@transaction.atomic
def add_demo_user(*, username: str, full_name: str, hashed_password: str, by: Actor, on: date) -> User:
    """A person of the demo year: everybody knows the password, and no second factor is asked.

    It comes hashed (`make_password`), so that seventeen people cost one slow hash.
    """
    return _added(User(username=username, full_name=full_name, is_demo=True, password=hashed_password), by=by)


def _added(user: User, *, by: Actor) -> User:
    by.require(Right.MANAGE_USERS)
    if not user.password:
        user.set_unusable_password()
    if User.objects.filter(username=user.username).exists():
        raise UsernameTaken
    with sentences_of(User):
        user.save(force_insert=True)
    record("accounts.user.added", by=by, about=user.pk, changed={"is_demo": user.is_demo})
    return user


@transaction.atomic
def disable_user(*, user_id: UUID, by: Actor, on: date) -> User:
    """From the next page on the person is signed out and cannot sign in; what they did stays theirs."""
    user = _locked_other(user_id, by)
    if not user.is_active:
        raise StateChanged
    user.is_active = False
    user.save(update_fields=["is_active"])
    record("accounts.user.disabled", by=by, about=user.pk)
    return user


@transaction.atomic
def enable_user(*, user_id: UUID, by: Actor, on: date) -> User:
    """The person may sign in again, with the password that they had."""
    user = _locked_other(user_id, by)
    if user.is_active:
        raise StateChanged
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("accounts.user.enabled", by=by, about=user.pk)
    return user


@transaction.atomic
def reset_second_factor(*, user_id: UUID, by: Actor, on: date) -> User:
    """For who lost telephone and recovery codes: they add a new one at the next sign-in. Never one's own."""
    user = _locked_other(user_id, by)
    count, _ = Authenticator.objects.filter(user_id=user.pk).delete()
    if not count:
        raise StateChanged
    record("accounts.second_factor.reset", by=by, about=user.pk)
    return user


@transaction.atomic
def offer_password(*, user_id: UUID, by: Actor, on: date) -> User:
    """An administrator hands the person a link to choose a password; what is written down is that they did."""
    user = _locked_other(user_id, by)
    if user.is_demo or not user.is_active:
        raise Refusal("A chi è di prova o è disattivato non si dà una nuova password.")
    record("accounts.password.offered", by=by, about=user.pk)
    return user


@transaction.atomic
def set_password(*, user_id: UUID, password: str) -> User:
    """The person chose another password: every other session of theirs ends, and links to set one are spent."""
    user = User.objects.select_for_update(of=("self",), no_key=True).get(pk=user_id)
    user.set_password(password)
    user.save(update_fields=["password"])
    record("accounts.password.changed", by=themselves(user), about=user.pk)
    return user


def _locked_other(user_id: UUID, by: Actor) -> User:
    user = User.objects.select_for_update(of=("self",), no_key=True).get(pk=user_id)
    by.require(Right.MANAGE_USERS)
    if user.pk == by.user_id:
        raise NotOneself
    return user

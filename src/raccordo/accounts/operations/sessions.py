"""The rows of the trail about coming in and going.

They hold identifiers alone: a name that was typed wrong may be a password.
"""

from django.db import transaction

from raccordo.accounts.models import User
from raccordo.audit.operations import record
from raccordo.kernel.actors import NOBODY, Actor


def themselves(user: User) -> Actor:
    """A person who acts on their own account, in no role."""
    return Actor(user_id=user.pk, name=user.full_name)


@transaction.atomic
def note_sign_in(*, user: User) -> None:
    record("accounts.sign_in.succeeded", by=themselves(user), about=user.pk)


@transaction.atomic
def note_failed_sign_in(*, username: str) -> None:
    """Whom it was tried for, when there is such a person; never what was typed."""
    known = User.objects.filter(username=username.lower()).values_list("pk", flat=True).first()
    record("accounts.sign_in.failed", by=NOBODY, about=known)


@transaction.atomic
def note_failed_code(*, user: User) -> None:
    record("accounts.second_factor.failed", by=NOBODY, about=user.pk)


@transaction.atomic
def note_sign_out(*, user: User) -> None:
    record("accounts.sign_in.ended", by=themselves(user), about=user.pk)


@transaction.atomic
def note_second_factor(*, user: User, added: bool) -> None:
    """The person added their second factor, or took it away to add another."""
    record(f"accounts.second_factor.{'added' if added else 'removed'}", by=themselves(user), about=user.pk)


@transaction.atomic
def note_recovery_codes(*, user: User) -> None:
    record("accounts.recovery_codes.replaced", by=themselves(user), about=user.pk)

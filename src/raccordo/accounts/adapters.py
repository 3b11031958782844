"""Where allauth asks us: who may come in, how secrets are kept, what is written to the trail."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from raccordo.accounts import operations
from raccordo.accounts.addresses import client_address
from raccordo.accounts.guessing import TooManyTries, TryKey, password_keys
from raccordo.accounts.middleware import SIGNED_IN_AT
from raccordo.accounts.models import User
from raccordo.kernel import clock, encryption

PLACE = "mfa_authenticator.data"
FRESH_FOR = 5 * 60  # seconds after a sign-in in which nobody is asked again who they are


def begin_or_wait(keys: list[TryKey]) -> None:
    """`begin_try`, with the refusal as the error of a form; its code is "wait"."""
    try:
        operations.begin_try(keys, now=clock.now())
    except TooManyTries as refusal:
        raise ValidationError(refusal.message, code="wait", params={"seconds": refusal.seconds}) from None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Sign-in by name and password: counted before the hash, with the same answer whoever the name belongs to."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Nome utente o password non sono giusti.",
        "incorrect_password": "La password non è giusta.",
        "enter_current_password": "La password di adesso non è giusta.",
        "rate_limited": "Troppi tentativi: aspetta un minuto e riprova.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def is_ajax(self, request: HttpRequest) -> bool:
        """One kind of answer for all."""
        return False

    def add_message(self, *arguments: Any, **options: Any) -> None:
        """Our views say what has happened, in our words."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The user, or None. A disabled one is None too: ModelBackend hashes first and judges afterwards."""
        username = str(credentials["username"]).lower()
        keys = password_keys(username, client_address(request))
        begin_or_wait(keys)
        user = authenticate(request, username=username, password=credentials["password"])
        if not isinstance(user, User):
            operations.note_failed_sign_in(username=username)
            return None
        operations.forgive_try(keys)
        return user

    def reauthenticate(self, user: User, password: str) -> bool:
        found = self.authenticate(self.request, username=user.username, password=password)
        return found is not None and found.pk == user.pk

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        request.session[SIGNED_IN_AT] = clock.now().timestamp()
        operations.note_sign_in(user=user)

    def set_password(self, user: User, password: str) -> None:
        changed = operations.set_password(user_id=user.pk, password=password)
        user.password = changed.password

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who has just signed in has just shown who they are."""
        signed_in_at = self.request.session.get(SIGNED_IN_AT, 0)
        return bool(clock.now().timestamp() - signed_in_at > FRESH_FOR)

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """By code for who has a second factor, so that a password alone cannot take it away; else by password."""
        if not isinstance(user, User):
            return []
        if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            return [{"id": "mfa_reauthenticate", "description": "", "url": reverse("mfa_reauthenticate")}]
        return [{"id": "reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The second factor: secrets and seeds are encrypted before they reach the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Il codice non è giusto, oppure è già stato usato: aspetta quello nuovo e riprova.",
    }

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text, place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text, place=PLACE)

    def get_totp_label(self, user: User) -> str:
        return user.username

    def get_totp_issuer(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)

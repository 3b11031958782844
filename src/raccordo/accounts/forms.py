"""What people type to come in."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

from raccordo.accounts import operations
from raccordo.accounts.adapters import begin_or_wait
from raccordo.accounts.guessing import code_keys
from raccordo.accounts.passwords import LONGEST
from raccordo.kernel import encryption

HELP = "Almeno 12 caratteri: va bene anche una frase, con gli spazi."
SESSION_PLACE = f"django_session.{SECRET_SESSION_KEY}"
SPENT_FOR = 120  # seconds; longer than a code is valid, so that it works once


def password_field(label: str, *, first: bool = False) -> forms.CharField:
    attributes: dict[str, Any] = {"autocomplete": "current-password"}
    if first:
        attributes["autofocus"] = True
    widget = forms.PasswordInput(attrs=attributes)
    return forms.CharField(label=label, strip=False, max_length=LONGEST, widget=widget)


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth has no types
    """Name and password."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        attributes = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "autofocus": True}
        widget = forms.TextInput(attrs=attributes)
        self.fields["login"] = forms.CharField(label="Nome utente", max_length=60, widget=widget)
        self.fields["password"] = password_field("Password")
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        return str(self.cleaned_data["login"]).strip().lower()


class ConfirmPasswordForm(AllauthReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The password once more, before something that matters."""

    password = password_field("Password", first=True)


class ChangePasswordForm(AllauthChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    """From the password of now to another."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _plain(self.fields["oldpassword"], "Password di adesso")
        _plain(self.fields["password1"], "Nuova password", HELP)
        _plain(self.fields["password2"], "Nuova password, di nuovo")
        self.fields["oldpassword"].widget.attrs["autofocus"] = True

    def clean_oldpassword(self) -> str:
        """Counted like a sign-in: a session left open must not become a way to guess."""
        password = str(self.cleaned_data["oldpassword"])
        adapter = get_adapter()
        if not adapter.reauthenticate(self.user, password):
            raise adapter.validation_error("enter_current_password")
        return password


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]  # it takes none when it runs
    """A password for who comes with a link."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _plain(self.fields["new_password1"], "Nuova password", HELP)
        _plain(self.fields["new_password2"], "Nuova password, di nuovo")
        self.fields["new_password1"].widget.attrs["autofocus"] = True


class ForgottenPasswordForm(forms.Form):
    """Where to send the link."""

    email = forms.EmailField(
        label="E-mail", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True})
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


def _plain(field: forms.Field, label: str, help_text: str = "") -> None:
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)


class _CodeForm(forms.Form):
    """A code that is counted before it is looked at, and works once. `user` comes from allauth's forms."""

    user: Any

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "class": "rc-code"}
        widget = forms.TextInput(attrs=attributes)
        self.fields["code"] = forms.CharField(label="Codice", max_length=20, widget=widget, help_text=self.help_text)

    help_text = "Le sei cifre dell’app, oppure uno dei codici di recupero."

    def clean_code(self) -> str:
        keys = code_keys(self.user.pk)
        begin_or_wait(keys)
        spent = f"code-spent:{self.user.pk}:{''.join(self.cleaned_data['code'].split())}"
        try:
            if cache.get(spent):
                raise ValidationError("Questo codice è già stato usato: aspetta quello nuovo.", code="spent")
            code = str(super().clean_code())  # type: ignore[misc]  # allauth's form, which comes next in the order
        except ValidationError:
            operations.note_failed_code(user=self.user)
            raise
        cache.set(spent, True, SPENT_FOR)
        operations.forgive_try(keys)
        return code


class SecondFactorForm(_CodeForm, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code at sign-in."""


class ConfirmCodeForm(_CodeForm, ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code once more, before something that matters."""


class EnrolmentForm(_CodeForm, ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The first code of a new second factor, which proves that the app has the secret."""

    help_text = "Le sei cifre che l’app mostra adesso."
    secret: str

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._hide_secret()

    def _hide_secret(self) -> None:
        """Until the first code the secret waits in the session, which is in the database: encrypted there too."""
        if self.secret.startswith(encryption.PREFIX):
            self.secret = encryption.decrypt(self.secret, place=SESSION_PLACE)
        context.request.session[SECRET_SESSION_KEY] = encryption.encrypt(self.secret, place=SESSION_PLACE)

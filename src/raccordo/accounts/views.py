"""Pages to come in, go out, and keep the account safe. Allauth's own, where they only needed our words."""

from typing import Any

from allauth.account.views import LoginView, PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeReauthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import PasswordResetConfirmView
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_http_methods, require_POST

from raccordo.accounts import operations, tasks
from raccordo.accounts.adapters import begin_or_wait
from raccordo.accounts.addresses import client_address
from raccordo.accounts.demo import demo_users
from raccordo.accounts.forms import ForgottenPasswordForm, NewPasswordForm
from raccordo.accounts.guessing import mail_keys, password_keys
from raccordo.accounts.models import User
from raccordo.kernel.demo import demo_password
from raccordo.kernel.refusals import NotAllowed

TOO_MANY = 429


def seconds_to_wait(form: Form) -> int:
    """Whether a form was refused for being too early, and for how long."""
    errors = [error for found in form.errors.as_data().values() for error in found if error.code == "wait"]
    return max((int(error.params["seconds"]) for error in errors if error.params), default=0)


class SaysHowLongToWait:
    """A page whose form was sent too early answers 429, with Retry-After."""

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        seconds = seconds_to_wait(context["form"]) if context["form"].is_bound else 0
        if seconds:
            options["status"] = TOO_MANY
        response: HttpResponse = super().render_to_response(context, **options)  # type: ignore[misc]  # a mixin
        if seconds:
            response["Retry-After"] = str(seconds)
        return response


class NotForDemoUsers:
    """What one person would change for everybody who tries the demo."""

    def dispatch(self, request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        if isinstance(request.user, User) and request.user.is_demo:
            raise NotAllowed("Le persone di prova sono di tutti: il loro accesso non si cambia.")
        response: HttpResponse = super().dispatch(request, *arguments, **options)  # type: ignore[misc]  # a mixin
        return response


class SignIn(SaysHowLongToWait, LoginView):  # type: ignore[misc]  # allauth has no types
    """Name and password; on a demo installation, whom one may try."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        found = demo_users()
        password = demo_password() if found else ""
        context = super().get_context_data(**context)
        return context | {"demo_users": found, "demo_password": password}


class SecondFactor(SaysHowLongToWait, AuthenticateView):  # type: ignore[misc]  # allauth has no types
    """The second step of a sign-in."""


class ConfirmPassword(SaysHowLongToWait, ReauthenticateView):  # type: ignore[misc]  # allauth has no types
    """Who you are, once more, by password."""


class ConfirmCode(SaysHowLongToWait, CodeReauthenticateView):  # type: ignore[misc]  # allauth has no types
    """Who you are, once more, by code."""


class ChangePassword(NotForDemoUsers, SaysHowLongToWait, PasswordChangeView):  # type: ignore[misc]  # allauth has no types
    """Another password; the other sessions of the person end."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        messages.success(self.request, "Password cambiata. Gli altri dispositivi sono usciti.")
        return response


class AddSecondFactor(NotForDemoUsers, SaysHowLongToWait, ActivateTOTPView):  # type: ignore[misc]  # allauth has no types
    """The app gets the secret; then the recovery codes are shown."""

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        operations.note_second_factor(user=_person(self.request), added=True)
        messages.success(self.request, "Secondo fattore aggiunto.")
        return response


class ReplaceSecondFactor(DeactivateTOTPView):  # type: ignore[misc]  # allauth has no types
    """Another telephone: the old secret goes, and the page to add a new one comes at once."""

    success_url = reverse_lazy("mfa_activate_totp")

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        operations.note_second_factor(user=_person(self.request), added=False)
        return response


class NewRecoveryCodes(GenerateRecoveryCodesView):  # type: ignore[misc]  # allauth has no types
    """Other recovery codes; the old ones stop working."""

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        operations.note_recovery_codes(user=_person(self.request))
        return response


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Also leaves a sign-in that stopped at its second step. The browser forgets what it kept of us."""
    if isinstance(request.user, User):
        operations.note_sign_out(user=request.user)
    logout(request)
    response = redirect(settings.LOGOUT_REDIRECT_URL)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@login_not_required
@require_http_methods(["GET", "POST"])
def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Always the same answer: who is known here is nobody's business. The mail is written later, by the worker."""
    form = ForgottenPasswordForm(request.POST or None)
    seconds = 0
    if settings.EMAIL_HOST and form.is_valid():
        email = form.cleaned_data["email"]
        try:
            begin_or_wait(mail_keys(email, client_address(request)))
        except ValidationError as error:
            form.add_error(None, error)
            seconds = seconds_to_wait(form)
        else:
            known = [str(pk) for pk in User.objects.reachable_at(email).values_list("pk", flat=True)]
            tasks.send_password_links.enqueue(known, f"{request.scheme}://{request.get_host()}")
            return redirect("account_reset_password_done")
    context = {"form": form, "mail_is_set": bool(settings.EMAIL_HOST)}
    response = render(request, "accounts/forgotten_password.html", context, status=TOO_MANY if seconds else 200)
    if seconds:
        response["Retry-After"] = str(seconds)
    return response


@login_not_required
def password_link_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/password_link_sent.html")


class NewPassword(PasswordResetConfirmView):
    """From the link of a mail or of an administrator to a password. Signing in, with both factors, comes after."""

    form_class = NewPasswordForm
    template_name = "accounts/new_password.html"
    success_url = reverse_lazy("account_login")
    reset_url_token = "scegli"  # noqa: S105  # stands in the address in place of the token

    def get_user(self, uidb64: str) -> User | None:
        """Nobody, when the person was disabled after the link was made."""
        user = super().get_user(uidb64)
        return user if isinstance(user, User) and user.is_active else None

    def form_valid(self, form: Any) -> HttpResponse:
        user = operations.set_password(user_id=form.user.pk, password=form.cleaned_data["new_password1"])
        operations.forgive_try(password_keys(user.username, client_address(self.request)))
        self.request.session.flush()
        messages.success(self.request, "Password salvata: adesso puoi accedere.")
        return redirect(str(self.success_url))


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user

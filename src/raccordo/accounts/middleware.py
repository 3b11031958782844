"""How long a session lasts, who must add a second factor first, what a browser may keep."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from raccordo.accounts.models import User
from raccordo.kernel import clock

SIGNED_IN_AT, SEEN_AT = "signed_in_at", "seen_at"
LONGEST_SESSION, LONGEST_PAUSE = timedelta(hours=10), timedelta(minutes=30)
NOTED_EVERY = timedelta(minutes=1)  # so that not every page writes to the database

Answer = Callable[[HttpRequest], HttpResponse]
ENROLMENT = {"mfa_activate_totp", "mfa_view_recovery_codes", "account_reauthenticate", "mfa_reauthenticate"}


class SessionLifeMiddleware:
    """Ends a session after thirty minutes without a page, and after ten hours in any case."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User):
            now = clock.now().timestamp()
            began = request.session.get(SIGNED_IN_AT) or _last_sign_in(request.user)
            seen = request.session.get(SEEN_AT, began)
            if now - began > LONGEST_SESSION.total_seconds() or now - seen > LONGEST_PAUSE.total_seconds():
                logout(request)
            elif now - seen > NOTED_EVERY.total_seconds():
                request.session[SEEN_AT] = now
        return self.get_response(request)


def _last_sign_in(user: User) -> float:
    """For a session that did not come through our sign-in page; at the latest when the account was made."""
    return (user.last_login or user.created_at).timestamp()


class SecondFactorMiddleware:
    """Who has no second factor reaches only the pages on which one adds it; demo users are let off."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, arguments: Any, options: Any) -> HttpResponse | None:
        if not isinstance(request.user, User) or _let_off(request.user) or not getattr(view, "login_required", True):
            return None
        match = request.resolver_match
        if (match and match.url_name in ENROLMENT) or is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
            return None
        return redirect("mfa_activate_totp")


def _let_off(user: User) -> bool:
    return user.is_demo and settings.DEMO_ALLOWED


class NoStoreMiddleware:
    """No page of somebody who is signed in stays in a browser or a proxy: shared computers are the rule at a point."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if signed_in or request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response

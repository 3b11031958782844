"""What stands round every public page: name, languages, addresses of the foot; and how such a page is served."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse, translate_url
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raccordo.network.models import Network
from raccordo.public_site.places import network_name

FRESH_FOR = 60  # seconds: "open now" may be this old
P = ParamSpec("P")


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page that says the same to everybody: no sign-in, no cookie, one copy in every cache."""

    @login_not_required
    @require_safe
    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=FRESH_FOR)
        # the middleware looked who is signed in; nothing here depends on it, so caches need no copy for each cookie
        request.session.accessed = False
        return response

    return page


def frame(request: HttpRequest, networks: list[Network], current: str = "") -> dict[str, Any]:
    """The context of `ui/base_public.html`. `networks` are the page's: with one, the page bears its name."""
    entries = [("home", _("Aperti adesso")), ("points", _("Tutti i punti e gli orari"))]
    return {
        "network_name": network_name(networks[0]) if len(networks) == 1 else _("Centri per le famiglie"),
        "home_url": reverse("public_site:home"),
        "navigation": [
            {"label": label, "url": reverse(f"public_site:{name}"), "current": name == current}
            for name, label in entries
        ],
        "language_links": language_links(request),
        "canonical": request.build_absolute_uri(request.path),
        "alternates": alternates(request),
        "is_demo": any(network.is_demo for network in networks),
        "exit_url": reverse("public_site:calendar"),
        "sign_in_url": resolve_url(settings.LOGIN_URL),
        "footer_links": {
            "accessibility": reverse("public_site:accessibility"),
            "privacy": reverse("public_site:privacy"),
            "source": settings.FOOTER_LINKS["source"],
        },
    }


def language_links(request: HttpRequest) -> list[tuple[str, str, str, bool]]:
    """The same page in each language, by the language's own name."""
    current = get_language()
    return [
        (code, own_name, translate_url(request.path, code), code == current) for code, own_name in settings.LANGUAGES
    ]


def alternates(request: HttpRequest) -> list[tuple[str, str]]:
    """For search engines; the Italian page is for whoever speaks neither."""
    pages = [
        (code, request.build_absolute_uri(translate_url(request.path, code))) for code, _name in settings.LANGUAGES
    ]
    return [*pages, ("x-default", pages[0][1])]

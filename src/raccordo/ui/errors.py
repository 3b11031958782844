"""Error pages. They are rendered without context processors, so that what broke a page cannot break its error page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from raccordo.kernel.refusals import Refusal

ENGLISH = "/en/"
DESK = "/scrivania/"  # written out: an error page asks nothing of the addresses, which may be what broke


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, with the sentence of the refusal when there is one."""
    sentence = exception.message if isinstance(exception, Refusal) else ""
    return _page(request, "403.html", 403, sentence=sentence)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, "500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or cookies are off: say so, and what to do."""
    return _page(request, "403_csrf.html", 403)


def _page(request: HttpRequest, template: str, status: int, *, sentence: str = "") -> HttpResponse:
    """In the language of the address; back to the desk for who carries a session, whoever they are."""
    english = request.path_info.startswith(ENGLISH)
    context = {
        "sentence": sentence,
        "home_url": ENGLISH if english else "/",
        "desk_url": DESK if settings.SESSION_COOKIE_NAME in request.COOKIES else "",
    }
    with translation.override("en" if english else "it"):
        return HttpResponse(render_to_string(template, context), status=status)

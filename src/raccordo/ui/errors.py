"""Error pages. They are rendered without context processors, so that what broke a page cannot break its error page."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from raccordo.kernel.refusals import Refusal


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, with the sentence of the refusal when there is one."""
    sentence = exception.message if isinstance(exception, Refusal) else ""
    return _page("403.html", 403, sentence=sentence)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page("500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or cookies are off: say so, and what to do."""
    return _page("403_csrf.html", 403)


def _page(template: str, status: int, **context: str) -> HttpResponse:
    return HttpResponse(render_to_string(template, {"sentence": "", **context}), status=status)

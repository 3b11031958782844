"""The page for a form that arrived without its token."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Says what to do; the reason stays in the log."""
    return render(request, "403_csrf.html", status=403)

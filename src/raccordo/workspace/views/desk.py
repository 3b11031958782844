"""The staff home."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raccordo.kernel import clock
from raccordo.permissions.requests import StaffRequest
from raccordo.workspace.desk import sections_for


@require_safe
def desk(request: StaffRequest) -> HttpResponse:
    now = clock.now()
    sections = sections_for(request.actor, now)
    context = {
        "today": now,
        "main": [section for section in sections if not section.beside],
        "beside": [section for section in sections if section.beside],
    }
    return render(request, "workspace/desk.html", context)

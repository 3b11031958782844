"""A static page, a list of 25 rows, a form, and a save of one access with two needs and a trail row."""

import csv
from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render

from bench.yardstick.models import Access, Need, Trail

CHOICES = {
    "channels": ["PERS", "APPU", "TEL", "MAIL", "WEB", "MSG"],
    "visitors": ["MADRE", "PADRE", "COPPIA", "NONNO", "ADOL", "INSEG", "OPSOC"],
    "outcomes": ["E1", "E2", "E3", "E4", "E6", "E7", "E8"],
}


class AccessForm(forms.ModelForm):  # type: ignore[type-arg]
    """The fields of an access, and two needs."""

    first_need = forms.CharField(max_length=10)
    second_need = forms.CharField(max_length=10)

    class Meta:
        model = Access
        fields = ["site", "day", "channel", "visitor", "phase", "outcome"]


def static_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def access_list(request: HttpRequest) -> HttpResponse:
    """Three queries: the count, the rows with their site, their needs."""
    rows = Access.objects.select_related("site").prefetch_related("needs")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    return render(request, "yardstick/list.html", {"page": page, **CHOICES})


def access_detail(request: HttpRequest, pk: int) -> HttpResponse:
    row = Access.objects.select_related("site").prefetch_related("needs").get(pk=pk)
    return render(request, "yardstick/detail.html", {"row": row})


def access_add(request: HttpRequest) -> HttpResponse:
    """The smallest honest save: one access, two needs and a trail row or none of them."""
    form = AccessForm(request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            access = form.save()
            for name in ("first_need", "second_need"):
                Need.objects.create(access=access, code=form.cleaned_data[name])
            Trail.objects.create(user=request.session.get("who", ""), action="access.added", about=access.pk)
        request.session["last"] = access.pk
        messages.success(request, "Salvato.")
        return redirect("add")
    return render(request, "yardstick/form.html", {"form": form})


class _Echo:
    def write(self, value: str) -> str:
        return value


def _rows() -> Iterator[list[object]]:
    yield ["giorno", "punto", "canale", "chi", "fase", "esito", "bisogni"]
    for row in Access.objects.select_related("site").prefetch_related("needs").iterator(chunk_size=2000):
        needs = ", ".join(need.code for need in row.needs.all())
        yield [row.day, row.site.name, row.channel, row.visitor, row.phase, row.outcome, needs]


def export(request: HttpRequest) -> StreamingHttpResponse:
    writer = csv.writer(_Echo())
    return StreamingHttpResponse((writer.writerow(row) for row in _rows()), content_type="text/csv")


def session(request: HttpRequest) -> HttpResponse:
    """Begin a session, as a sign-in would."""
    request.session["who"] = "banco"
    return redirect("add")

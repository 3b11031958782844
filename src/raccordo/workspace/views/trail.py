"""The trail of the network, for the privacy officer."""

from io import BytesIO

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from raccordo.audit.models import Entry
from raccordo.kernel import clock
from raccordo.kernel.rights import Right
from raccordo.kernel.tables import write_csv, write_ods, write_xlsx
from raccordo.permissions.requests import StaffRequest
from raccordo.reporting.enums import FileFormat
from raccordo.ui import formats
from raccordo.workspace import operations
from raccordo.workspace.exports import trail_table
from raccordo.workspace.filters import TrailFilter
from raccordo.workspace.trail import Slice, in_words, names_for, slice_of

WRITERS = {FileFormat.XLSX: write_xlsx, FileFormat.ODS: write_ods, FileFormat.CSV: write_csv}


@require_safe
def trail(request: StaffRequest) -> HttpResponse:
    request.actor.require(Right.READ_TRAIL)
    wanted = TrailFilter(request.GET, actor=request.actor)
    visible = Entry.objects.visible_to(request.actor)
    head = operations.note_trail_reading(filters=wanted.as_codes(), by=request.actor)
    entries, newer, older = slice_of(wanted.apply(visible), _number(request, "before"), _number(request, "after"))
    names = names_for(request.actor, wanted.names, entries)
    context = {
        "form": wanted,
        "slice": Slice(list(in_words(entries, names)), newer, older),
        "filters_in_words": wanted.in_words(),
        "filtered": bool(wanted.chosen),
        "head": head,
        "query": _filters(request),
        "exports": [(each.value, each.label) for each in WRITERS],
    }
    return render(request, "workspace/trail.html", context)


@require_safe
def trail_export(request: StaffRequest, kind: str) -> HttpResponse:
    request.actor.require(Right.READ_TRAIL)
    if kind not in WRITERS:
        raise Http404
    chosen = FileFormat(kind)
    wanted = TrailFilter(request.GET, actor=request.actor)
    operations.note_trail_export(filters=wanted.as_codes(), kind=kind, by=request.actor)
    rows = wanted.apply(Entry.objects.visible_to(request.actor)).order_by("-seq")
    names = names_for(request.actor, wanted.names, ())
    now = clock.now()
    about = f"Scaricato da {request.actor.name}, {formats.day(now)}, {formats.at_hour(now)}. {wanted.in_words()}"
    file = BytesIO()
    WRITERS[chosen]([trail_table(in_words(rows.iterator(chunk_size=2000), names))], file, about=about)
    name = f"registro-{now:%Y-%m-%d}.{kind}"
    return HttpResponse(
        file.getvalue(),
        content_type=chosen.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def trail_verify(request: StaffRequest) -> HttpResponse:
    found = operations.check_chain(by=request.actor)
    if found.broken:
        messages.error(request, f"Il registro è stato alterato alla riga {found.broken.seq}. {found.broken.sentence}")
    else:
        messages.success(request, f"I sigilli di tutte le {formats.number(found.rows)} righe sono integri.")
    return redirect("workspace:trail" if request.POST.get("back") == "trail" else "workspace:desk")


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _filters(request: HttpRequest) -> str:
    """The filters of the address without the place in the list, for the links of the export."""
    parameters = request.GET.copy()
    for name in ("before", "after"):
        parameters.pop(name, None)
    return parameters.urlencode()

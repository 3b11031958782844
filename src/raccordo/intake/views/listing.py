"""The list of contacts, and the same rows as a file."""

from tempfile import TemporaryFile
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from raccordo.intake.desk import Desk
from raccordo.intake.enums import CodeList
from raccordo.intake.exports import contacts_table, needs_of
from raccordo.intake.filters import ContactFilters
from raccordo.intake.models import Contact
from raccordo.intake.operations import note_export
from raccordo.intake.querysets import ContactQuerySet, ListedContact
from raccordo.kernel import clock
from raccordo.kernel.refusals import NotAllowed
from raccordo.kernel.rights import Right
from raccordo.kernel.tables import csv_lines, write_ods, write_xlsx
from raccordo.permissions.requests import StaffRequest
from raccordo.ui import formats
from raccordo.ui.paging import page_of
from raccordo.ui.tables import Column

Needs = dict[UUID, list[str]]
WAITING_SHOWN = 10
EXPORTS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}
EXPORT_NAMES = {"xlsx": "Excel (XLSX)", "ods": "LibreOffice (ODS)", "csv": "CSV"}
RULE = "Per la regola, chi torna nello stesso giorno nello stesso punto si conta una volta sola."


def _desk(request: StaffRequest) -> Desk:
    """Who sees neither all contacts of a point nor their own of today has no list."""
    actor = request.actor
    if not (actor.may(Right.SEE_CONTACTS) or actor.may(Right.SEE_OWN_CONTACTS_OF_TODAY)):
        raise NotAllowed
    return Desk.of(actor, clock.today())


@require_GET
def contacts(request: StaffRequest) -> HttpResponse:
    """What I may see, filtered; first what waits for me."""
    desk = _desk(request)
    filters = ContactFilters(request.GET, desk=desk)
    visible = Contact.objects.visible_to(request.actor)
    found = filters.apply(visible)
    page = page_of(found.for_list(), request.GET.get("page"))
    rows = [ListedContact(*row) for row in page.rows]
    waiting = list(visible.waiting_at(request.actor)[: WAITING_SHOWN + 1])
    needs = needs_of([row.pk for row in rows] + [contact.pk for contact in waiting])
    base = reverse("intake:list")
    context = {
        "page_title": "Accessi",
        "page_sentence": "Chi si è rivolto ai tuoi punti. Nessun nome, nessun testo: solo che cosa è successo.",
        "columns": [Column(label) for label in _heads(desk)],
        "many_points": len(desk.own) > 1,
        "page": page,
        "rows": [_row(contact, needs, desk, base) for contact in rows],
        "waiting": [_waiting(contact, needs, desk, base) for contact in waiting[:WAITING_SHOWN]],
        "waiting_more": len(waiting) > WAITING_SHOWN,
        "filters": filters,
        "filters_in_words": filters.in_words(),
        "figures": _counts(found),
        "counting_rule": desk.counting_rule or RULE,
        "exports": _exports(request, filters),
        "base": base,
    }
    return render(request, "intake/list.html", context)


def _counts(found: ContactQuerySet) -> dict[str, int]:
    """How many stand, as written and by the counting rule."""
    standing = Q(voided_at=None)
    of_index = "happened_on"  # rather than the key, for which the database would open every row
    return found.order_by().aggregate(
        raw=Count(of_index, filter=standing), by_rule=Count(of_index, filter=standing & Q(seen_today=False))
    )


def _heads(desk: Desk) -> list[str]:
    """Who works at one point need not read its name in every row."""
    return ["Giorno", "Chi è venuto", "Bisogni", "Esito", *(["Punto"] if len(desk.own) > 1 else []), "Stato"]


def _row(contact: ListedContact, needs: Needs, desk: Desk, base: str) -> dict[str, Any]:
    kind, status = _status(contact, desk)
    return {
        "url": f"{base}{contact.pk}/",
        "day": formats.short_day(contact.happened_on),
        "who": desk.label(CodeList.VISITOR, contact.visitor_type),
        "needs": _told(needs.get(contact.pk, []), desk),
        "outcome": desk.label(CodeList.OUTCOME, contact.outcome),
        "point": desk.points[contact.point_id].name,
        "voided": contact.voided_at is not None,
        "kind": kind,
        "status": status,
    }


def _told(needs: list[str], desk: Desk) -> str:
    return " · ".join(desk.label(CodeList.NEED, need) for need in needs)


def _status(contact: ListedContact, desk: Desk) -> tuple[str, str]:
    """Kind and words of the state; a plain contact has none."""
    if contact.voided_at:
        return "bad", f"annullato: {desk.label(CodeList.VOID, contact.void_reason).lower()}"
    if contact.handed_to_id is None:
        return "", "già contato quel giorno" if contact.seen_today else ""
    if contact.handed_to_id in desk.actor.point_ids and contact.point_id not in desk.actor.point_ids:
        sender = desk.points[contact.point_id].name
        return ("good", f"da {sender}, accolto") if contact.received else ("waiting", f"da {sender}, da accogliere")
    name = desk.point_name(contact.handed_to_id)
    return ("good", f"accolto da {name}") if contact.received else ("waiting", f"passato a {name}")


def _waiting(contact: Contact, needs: Needs, desk: Desk, base: str) -> dict[str, str]:
    return {
        "url": f"{base}{contact.pk}/",
        "receive_url": f"{base}{contact.pk}/accogli/",
        "who": desk.label(CodeList.VISITOR, contact.visitor_type),
        "needs": _told(needs.get(contact.pk, []), desk),
        "day": formats.long_day(contact.happened_on),
        "sender": desk.points[contact.point_id].name,
        "point": desk.point_name(contact.handed_to_id),
    }


def _exports(request: StaffRequest, filters: ContactFilters) -> list[tuple[str, str]]:
    if not request.actor.may(Right.EXPORT_CONTACTS):
        return []
    query = filters.as_query()
    return [(EXPORT_NAMES[kind], f"{reverse('intake:export', args=[kind])}?{query}") for kind in EXPORTS]


@require_GET
def export(request: StaffRequest, kind: str) -> HttpResponseBase:
    """Exactly the rows that the filters let through, as xlsx, ods or csv; the trail knows who took how many."""
    request.actor.require(Right.EXPORT_CONTACTS)
    desk = _desk(request)
    if kind not in EXPORTS:
        raise Http404
    filters = ContactFilters(request.GET, desk=desk)
    found = filters.apply(Contact.objects.visible_to(request.actor))
    note_export(count=found.count(), filters=filters.in_codes(), form=kind, by=request.actor)
    now = clock.now()
    about = (
        f"Accessi {filters.in_words()} Scaricato da {request.actor.name}, {formats.day(now)}, {formats.at_hour(now)}"
    )
    table = contacts_table(found, desk)
    name = f"accessi-{now:%Y-%m-%d}.{kind}"
    if kind == "csv":
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(csv_lines(table, about=about), content_type=EXPORTS[kind], headers=headers)
    file = TemporaryFile()  # noqa: SIM115  (FileResponse closes it)
    (write_xlsx if kind == "xlsx" else write_ods)([table], file, about=about)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=EXPORTS[kind])

"""One contact: read it, put it right, take it out of the counts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from raccordo.intake import operations, policies
from raccordo.intake.desk import Desk
from raccordo.intake.entries import ContactEntry, entry_of
from raccordo.intake.enums import CodeList
from raccordo.intake.forms import CorrectionForm, VoidForm, said_by
from raccordo.intake.models import Contact
from raccordo.intake.wording import Words
from raccordo.kernel import clock
from raccordo.kernel.refusals import NotAllowed, Refusal
from raccordo.permissions.requests import StaffRequest
from raccordo.ui import formats


@require_GET
def detail(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """What the contact says and what happened to it. Who reads it is written down first."""
    actor = request.actor
    contact = get_object_or_404(Contact.objects.visible_to(actor).for_detail(), pk=contact_id)
    operations.note_reading(contact_id=contact.pk, by=actor)
    desk = Desk.of(actor, clock.today())
    received = _received(contact)
    context = {
        "page_title": _title(contact, desk),
        "contact": contact,
        "definitions": Words(desk).definitions(entry_of(contact)),
        "organisation": contact.point.organisation.name,
        "events": _events(contact, desk, received),
        "void_reason": desk.label(CodeList.VOID, contact.void_reason),
        "may_edit": policies.can_edit(actor, contact),
        "may_void": policies.can_void(actor, contact),
        "may_receive": policies.can_receive(actor, contact) and received is None,
        "list_url": reverse("intake:list"),
    }
    return render(request, "intake/detail.html", context)


def _title(contact: Contact, desk: Desk) -> str:
    return f"{desk.label(CodeList.VISITOR, contact.visitor_type)}, {formats.long_day(contact.happened_on)}"


def _received(contact: Contact) -> Contact | None:
    """The contact by which the other point took the person on: only that it exists, when and where."""
    return contact.received_as.standing().first() if contact.handed_to_id else None


def _when(moment: datetime) -> str:
    local = moment.astimezone(clock.ROME)
    return f"{formats.day(local)}, {formats.at_hour(local)}"


def _events(contact: Contact, desk: Desk, received: Contact | None) -> list[dict[str, Any]]:
    """Newest first: voided, received, corrected (what and why), handed over, recorded."""
    words, events, after = Words(desk), [], entry_of(contact).as_json()
    if contact.voided_at:
        reason = desk.label(CodeList.VOID, contact.void_reason)
        events.append((contact.voided_at, "Annullato", f"Motivo: {reason}.", ""))
    if received:
        name = desk.point_name(received.point_id)
        events.append((received.recorded_at, f"Accolto il {formats.day(received.happened_on)} da {name}", "", ""))
    for revision in contact.revisions.all():
        reason = desk.label(CodeList.CORRECTION, revision.reason)
        text = f"{words.changes(revision.before, after)}. Motivo: {reason}."
        events.append((revision.made_at, "Corretto", text, revision.made_by.full_name))
        after = revision.before
    text = f"Ricevuto da {desk.point_name(contact.handed_from.point_id)}." if contact.handed_from else ""
    events.append((contact.recorded_at, "Registrato", text, contact.recorded_by.full_name))
    events.sort(key=lambda event: event[0], reverse=True)
    return [{"when": _when(at), "title": title, "text": text, "by": by} for at, title, text, by in events]


def _to_change(request: StaffRequest, contact_id: UUID, verb: str) -> tuple[Contact, HttpResponse | None]:
    """The contact, which the actor may `verb`; of a voided one, the way back to its page."""
    contact = get_object_or_404(Contact.objects.visible_to(request.actor).for_detail(), pk=contact_id)
    if contact.voided_at and contact.point_id in request.actor.point_ids:
        messages.info(request, "Questo accesso è annullato: resta com’è.")
        return contact, redirect("intake:detail", contact.pk)
    require = {"edit": policies.require_can_edit, "void": policies.require_can_void}[verb]
    require(request.actor, contact)
    if request.method == "GET":
        operations.note_reading(contact_id=contact.pk, by=request.actor)
    return contact, None


@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """Put right what was written, saying why; two people at once see both texts."""
    contact, elsewhere = _to_change(request, contact_id, "edit")
    if elsewhere:
        return elsewhere
    desk, stored = Desk.of(request.actor, clock.today()), entry_of(contact)
    if request.method == "POST":
        form = CorrectionForm(request.POST, desk=desk, who="everybody", stored=stored)
        return _correct(request, desk, form, contact)
    initial = said_by(stored, desk) | {"version": contact.version, "contact_id": contact.pk}
    return _edit_page(
        request, desk, CorrectionForm(initial=initial, desk=desk, who="everybody", stored=stored), contact
    )


def _correct(request: StaffRequest, desk: Desk, form: CorrectionForm, contact: Contact) -> HttpResponse:
    if form.is_valid():
        entry = form.entry(handed_from_id=contact.handed_from_id)
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        try:
            operations.correct_contact(
                contact_id=contact.pk, version=version, entry=entry, reason=reason, by=request.actor, at=clock.now()
            )
        except operations.SomebodyElseEdited as refusal:
            return _conflict(request, desk, form, refusal.current, entry)
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "Correzione salvata.")
            return redirect("intake:detail", contact.pk)
    return _edit_page(request, desk, form, contact)


def _conflict(
    request: StaffRequest, desk: Desk, form: CorrectionForm, current: Contact, mine: ContactEntry
) -> HttpResponse:
    """Both texts side by side; mine stay in the form, now on the version that stands."""
    operations.note_reading(contact_id=current.pk, by=request.actor)
    data = request.POST.copy()
    data["version"] = str(current.version)
    stored = entry_of(current)
    last = current.revisions.select_related("made_by").first()
    conflict = {
        "sentence": operations.SomebodyElseEdited.message,
        "rows": Words(desk).comparison(mine, stored),
        "by": last.made_by.full_name if last else "",
        "when": _when(current.changed_at),
    }
    again = CorrectionForm(data, desk=desk, who="everybody", stored=stored)
    return _edit_page(request, desk, again, current, status=409, conflict=conflict)


def _edit_page(
    request: StaffRequest, desk: Desk, form: CorrectionForm, contact: Contact, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "page_title": "Correggi l’accesso",
        "sentence": f"{_title(contact, desk)}. Quello che c’era resta nella storia, con il motivo.",
        "desk": desk,
        "form": form,
        "professional": contact.professional,
        "submit_label": "Salva la correzione",
        "cancel_url": reverse("intake:detail", args=[contact.pk]),
        "conflict": None,
    }
    return render(request, "intake/edit.html", context | more, status=status)


@require_http_methods(["GET", "POST"])
def void(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """Take the contact out of every count, with a reason. It is never deleted."""
    contact, elsewhere = _to_change(request, contact_id, "void")
    if elsewhere:
        return elsewhere
    desk = Desk.of(request.actor, clock.today())
    form = VoidForm(request.POST if request.method == "POST" else None, desk=desk)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            operations.void_contact(contact_id=contact.pk, reason=reason, by=request.actor, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "Accesso annullato: non si conta più, ma resta scritto.")
            return redirect("intake:detail", contact.pk)
    context = {
        "page_title": "Annulla l’accesso",
        "sentence": Words(desk).in_short(entry_of(contact)),
        "form": form,
        "consequence": "L’accesso esce da tutti i conteggi. Resta scritto, con il motivo, e non si può ripristinare.",
        "cancel_url": reverse("intake:detail", args=[contact.pk]),
    }
    return render(request, "intake/void.html", context)

"""The page that is open all day: somebody turned to the point."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from raccordo.intake import operations
from raccordo.intake.defaults import defaults_of, one_tap, usual
from raccordo.intake.desk import Desk
from raccordo.intake.entries import ContactEntry, entry_of
from raccordo.intake.enums import PASSED_ON, CodeList
from raccordo.intake.forms import ContactForm, Who, blank, one_tap_data, said_by
from raccordo.intake.models import Contact
from raccordo.intake.policies import require_can_receive
from raccordo.intake.wording import Words
from raccordo.kernel import clock
from raccordo.kernel.refusals import NotAllowed, Refusal
from raccordo.kernel.rights import Right
from raccordo.permissions.requests import StaffRequest
from raccordo.ui.undo import success_with_undo

SESSION_KEY = "desk"  # the point and the channel used last


@require_http_methods(["GET", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Record a contact, in one screen or, for who comes for work, in one tap."""
    request.actor.require(Right.RECORD_CONTACT)
    desk = Desk.of(request.actor, clock.today())
    if not desk.own:
        return render(request, "intake/no_point.html", {"page_title": "Registra un accesso"})
    if request.method == "POST":
        return _record(request, desk)
    if "come" in request.GET:
        last = get_object_or_404(Contact.objects.visible_to(request.actor), pk=_uuid(request.GET["come"]))
        operations.note_reading(contact_id=last.pk, by=request.actor)
        said = entry_of(last)
        initial = said_by(said, desk) | {"happened_on": desk.today, "seen_today": "no"}
        who: Who = "professionals" if last.professional else "citizens"
        return _page(request, desk, ContactForm(initial=initial, desk=desk, who=who, stored=said))
    professional = "lavoro" in request.GET
    initial = blank(desk, professional=professional, **_remembered(request))
    return _page(request, desk, ContactForm(initial=initial, desk=desk, who=_who(professional)))


def _record(request: StaffRequest, desk: Desk) -> HttpResponse:
    tapped = request.POST.get("professional")
    data = one_tap_data(request.POST, desk, tapped) if tapped else request.POST
    form = ContactForm(data, desk=desk, who=_who(desk.is_professional(data.get("visitor_type", ""))))
    if form.is_valid():
        try:
            entry = form.entry()
            done = operations.record_contact(
                contact_id=form.cleaned_data["contact_id"], entry=entry, by=request.actor, at=clock.now()
            )
        except operations.SentTwiceDifferently as refusal:
            return _sent_twice(request, desk, form, refusal)
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            _say_recorded(request, desk, done.contact, entry)
            return redirect("intake:add")
    return _page(request, desk, form)


def _sent_twice(
    request: StaffRequest, desk: Desk, form: ContactForm, refusal: operations.SentTwiceDifferently
) -> HttpResponse:
    """The answers stay on the page under a new id: one more tap makes them a contact of their own."""
    told = said_by(form.entry(), desk)
    recorded_url = reverse("intake:detail", args=[form.cleaned_data["contact_id"]])
    again = ContactForm(initial=told, desk=desk, who=form.who)
    return _page(request, desk, again, status=409, sent_twice=refusal.message, recorded_url=recorded_url)


def _page(request: StaffRequest, desk: Desk, form: ContactForm, *, status: int = 200, **more: Any) -> HttpResponse:
    professional = form.who == "professionals"
    context = {
        "page_title": "Registra un accesso",
        "desk": desk,
        "form": form,
        "professional": professional,
        "one_tap": [] if professional else one_tap(desk.lists),
        "last": None if form.is_bound else _last(desk),
        "defaults": _defaults(desk),
        "submit_label": "Salva",
        "add_url": reverse("intake:add"),
    }
    return render(request, "intake/add.html", context | more, status=status)


def _last(desk: Desk) -> dict[str, str] | None:
    """What the actor recorded last today, for «come prima»."""
    contact = (
        Contact.objects.visible_to(desk.actor).of_today_by(desk.actor, desk.today).prefetch_related("requests").first()
    )
    if contact is None or contact.point_id not in {point.pk for point in desk.own}:
        return None
    return {"url": f"?come={contact.pk}", "words": Words(desk).in_short(entry_of(contact))}


def _defaults(desk: Desk) -> str:
    """What each kind of visitor usually answers, for the script that fills what nobody touched."""
    visitors = desk.lists.of(CodeList.VISITOR)
    everybody = {code: defaults_of(visitor).single() for code, visitor in visitors.items()}
    return json.dumps({"": usual(desk.lists, professional=False).single()} | everybody, separators=(",", ":"))


def _say_recorded(request: StaffRequest, desk: Desk, contact: Contact, entry: ContactEntry) -> None:
    _remember(request, entry)
    detail = reverse("intake:detail", args=[contact.pk])
    text = format_html('Registrato: {}. <a href="{}">Apri</a>', Words(desk).in_short(entry), detail)
    success_with_undo(request, text, reverse("intake:undo", args=[contact.pk]))


def _remember(request: StaffRequest, entry: ContactEntry) -> None:
    used = {"point": str(entry.point_id), "channel": entry.channel}
    if request.session.get(SESSION_KEY) != used:
        request.session[SESSION_KEY] = used


def _remembered(request: StaffRequest) -> dict[str, str]:
    used = request.session.get(SESSION_KEY, {})
    return {"point": used.get("point", ""), "channel": used.get("channel", "")}


def _who(professional: bool) -> Who:
    return "professionals" if professional else "citizens"


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
def undo(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """ "Annulla", just after having saved."""
    get_object_or_404(Contact.objects.visible_to(request.actor), pk=contact_id)
    try:
        operations.undo_contact(contact_id=contact_id, by=request.actor, at=clock.now())
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("intake:detail", contact_id)
    messages.info(request, "Annullato: quell’accesso non si conta.")
    return redirect("intake:add")


@require_http_methods(["GET", "POST"])
def receive(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """Take on a person whom another point handed over, without asking for the story again."""
    handed = get_object_or_404(Contact.objects.visible_to(request.actor).for_detail(), pk=contact_id)
    require_can_receive(request.actor, handed)
    desk, told = Desk.of(request.actor, clock.today()), entry_of(handed)
    professional = handed.professional
    if request.method == "POST":
        form = ContactForm(request.POST, desk=desk, who=_who(professional), stored=told)
        if form.is_valid() and _received(request, desk, form, handed):
            return redirect("intake:list")
    else:
        operations.note_reading(contact_id=handed.pk, by=request.actor)
        form = ContactForm(initial=_carried(desk, handed, told), desk=desk, who=_who(professional), stored=told)
    context = {
        "page_title": "Accogli una persona",
        "desk": desk,
        "form": form,
        "handed": handed,
        "told": Words(desk).definitions(told),
        "professional": professional,
        "defaults": _defaults(desk),
        "submit_label": "Accogli",
    }
    return render(request, "intake/receive.html", context)


def _received(request: StaffRequest, desk: Desk, form: ContactForm, handed: Contact) -> bool:
    entry = form.entry(handed_from_id=handed.pk)
    try:
        done = operations.record_contact(
            contact_id=form.cleaned_data["contact_id"], entry=entry, by=request.actor, at=clock.now()
        )
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return False
    _say_recorded(request, desk, done.contact, entry)
    return True


def _carried(desk: Desk, handed: Contact, told: ContactEntry) -> dict[str, Any]:
    """What the sender wrote, seen from the receiving point."""
    answers = usual(desk.lists, professional=handed.professional)
    sender = desk.points[handed.point_id].code
    return said_by(told, desk) | {
        "point": str(handed.handed_to_id),
        "happened_on": desk.today,
        "contact_type": PASSED_ON if PASSED_ON in desk.lists.of(CodeList.CONTACT_TYPE) else told.contact_type,
        "source": sender if sender in desk.lists.of(CodeList.SOURCE) else told.source,
        "service": answers.service or told.service,
        "outcome": answers.outcome,
        "handed_to": "",
        "seen_today": "no",
        "interlocutor": "",
        "accompanied": "",
    }

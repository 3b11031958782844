"""Pages of the administrator about people, and the page on which everybody chooses the role to act in."""

from collections.abc import Callable
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raccordo.accounts import operations as accounts
from raccordo.accounts import tasks
from raccordo.accounts.models import User
from raccordo.accounts.passwords import link_for
from raccordo.kernel import clock
from raccordo.kernel.refusals import Refusal
from raccordo.permissions import operations
from raccordo.permissions.enums import Role
from raccordo.permissions.forms import AddUserForm, EndGrantForm, GrantForm, UserFilter
from raccordo.permissions.middleware import choose_hat
from raccordo.permissions.models import Grant
from raccordo.permissions.people import grants_of, where, with_valid_grants
from raccordo.permissions.policies import can_give, require_can_manage
from raccordo.permissions.requests import StaffRequest
from raccordo.permissions.roles import ROLES
from raccordo.ui.paging import page_of
from raccordo.ui.tables import Column

COLUMNS = [Column("Nome"), Column("Nome utente"), Column("Incarichi di oggi"), Column("Accesso")]


@require_http_methods(["GET", "POST"])
def hat(request: StaffRequest) -> HttpResponse:
    """One acts in one role at a time; here one changes into another of one's own."""
    if request.method == "POST":
        chosen = next((hat for hat in request.hats if str(hat.grant_id) == request.POST.get("grant")), None)
        if chosen is None:
            raise Http404
        choose_hat(request, chosen.grant_id)
        return redirect(settings.LOGIN_REDIRECT_URL)
    grants = Grant.objects.visible_to(request.actor).of_user(request.user.pk).valid_on(clock.today())
    grants = grants.select_related("network", "organisation").prefetch_related("points")
    rows = [(grant, where(grant)) for grant in grants]
    return render(request, "permissions/hat.html", {"grants": rows})


@require_GET
def users(request: StaffRequest) -> HttpResponse:
    """Everybody who uses the system."""
    require_can_manage(request.actor)
    form = UserFilter(request.GET)
    found = with_valid_grants(form.apply(User.objects.visible_to(request.actor)), clock.today())
    context = {
        "page_title": "Persone",
        "page_sentence": "Chi usa il sistema, e con quali incarichi. Qui non si vede nessuna famiglia.",
        "columns": COLUMNS,
        "page": page_of(found.order_by("full_name", "pk"), request.GET.get("page")),
        "filters_in_words": form.in_words(),
        "form": form,
        "action_url": reverse("permissions:user_add"),
        "action_label": "Aggiungi una persona",
        "action_icon": "it-plus",
    }
    return render(request, "permissions/users.html", context)


@require_http_methods(["GET", "POST"])
def user_add(request: StaffRequest) -> HttpResponse:
    """Ends on the link to hand over: the person chooses their password themselves."""
    require_can_manage(request.actor)
    form = AddUserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = accounts.add_user(**form.cleaned_data, by=request.actor, on=clock.today())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            return _link_page(request, person)
    return render(request, "permissions/user_add.html", {"form": form})


@require_GET
def user(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """One person, their access and their grants."""
    person = _person(request, user_id)
    context = {
        "person": person,
        "grants": grants_of(person, clock.today()),
        "has_second_factor": is_mfa_enabled(person, [Authenticator.Type.TOTP]),
        "is_oneself": person.pk == request.user.pk,
    }
    return render(request, "permissions/user.html", context)


@require_POST
def user_link(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """Another link, for who lost the first or forgot the password."""
    person = _person(request, user_id)
    try:
        accounts.offer_password(user_id=person.pk, by=request.actor, on=clock.today())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("permissions:user", person.pk)
    return _link_page(request, person)


@require_POST
def user_disable(request: StaffRequest, user_id: UUID) -> HttpResponse:
    return _done(request, user_id, accounts.disable_user, "Disattivata: da questo momento non può accedere.")


@require_POST
def user_enable(request: StaffRequest, user_id: UUID) -> HttpResponse:
    return _done(request, user_id, accounts.enable_user, "Riattivata: può accedere di nuovo.")


@require_POST
def factor_reset(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """For who lost the telephone and the recovery codes."""
    return _done(request, user_id, accounts.reset_second_factor, "Al prossimo accesso ne sceglierà uno nuovo.")


@require_http_methods(["GET", "POST"])
def grant_add(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """First the role, then what that role needs."""
    person = _person(request, user_id)
    role = _role(request.GET.get("ruolo"))
    if role is None:
        roles = [(role, ROLES[role], can_give(request.actor, role, person)) for role in Role]
        return render(request, "permissions/grant_role.html", {"person": person, "roles": roles})
    form = GrantForm(request.POST or None, role=role, user=person, actor=request.actor, today=clock.today())
    if form.is_valid():
        try:
            operations.give_grant(
                user_id=person.pk, role=role, scope=form.scope(), by=request.actor, on=clock.today()
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, f"Incarico dato: {role.label}.")
            return redirect("permissions:user", person.pk)
    context = {"person": person, "role": role, "definition": ROLES[role], "form": form}
    return render(request, "permissions/grant_add.html", context)


@require_http_methods(["GET", "POST"])
def grant_end(request: StaffRequest, user_id: UUID, grant_id: UUID) -> HttpResponse:
    """Takes a role away from a day on."""
    person = _person(request, user_id)
    grant = get_object_or_404(Grant.objects.visible_to(request.actor).of_user(person.pk), pk=grant_id)
    form = EndGrantForm(request.POST or None, today=clock.today())
    if form.is_valid():
        try:
            operations.end_grant(grant_id=grant.pk, **form.cleaned_data, by=request.actor, on=clock.today())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "Fatto.")
            return redirect("permissions:user", person.pk)
    context = {"person": person, "grant": grant, "where": where(grant), "form": form}
    return render(request, "permissions/grant_end.html", context)


def _person(request: StaffRequest, user_id: UUID) -> User:
    """404 for whom one may not see, then 403 for who may not manage."""
    person = get_object_or_404(User.objects.visible_to(request.actor), pk=user_id)
    require_can_manage(request.actor)
    return person


def _role(asked: str | None) -> Role | None:
    return Role(asked) if asked in Role.values else None


def _done(request: StaffRequest, user_id: UUID, operation: Callable[..., User], sentence: str) -> HttpResponse:
    """Something that is done to a person with one button."""
    person = _person(request, user_id)
    try:
        operation(user_id=person.pk, by=request.actor, on=clock.today())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, sentence)
    return redirect("permissions:user", person.pk)


def _link_page(request: StaffRequest, person: User) -> HttpResponse:
    """The link is shown once, here; it is mailed too where mail is set up."""
    origin = f"{request.scheme}://{request.get_host()}"
    mailed = bool(settings.EMAIL_HOST and person.email)
    if mailed:
        tasks.send_password_links.enqueue([str(person.pk)], origin)
    context = {"person": person, "link": link_for(person, origin), "mailed": mailed}
    return render(request, "permissions/link.html", context)

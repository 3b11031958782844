"""One point: its hours, its closures."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from raccordo.kernel import clock
from raccordo.kernel.periods import Period
from raccordo.kernel.refusals import Refusal
from raccordo.kernel.rights import Right
from raccordo.network import operations
from raccordo.network.models import AccessPoint, Closure
from raccordo.network.policies import can_close, require_can_close
from raccordo.permissions.requests import StaffRequest
from raccordo.workspace import point_page, protocol
from raccordo.workspace.forms import ClosureForm

SHOWN_AHEAD, SHOWN_BEHIND = timedelta(days=365), timedelta(days=60)


@require_safe
def point(request: StaffRequest, point_id: UUID) -> HttpResponse:
    request.actor.require(Right.SEE_NETWORK)
    found = get_object_or_404(protocol.points(request.actor), pk=point_id)
    now = clock.now()
    period = Period(now.date() - SHOWN_BEHIND, now.date() + SHOWN_AHEAD)
    context = {
        **protocol.point_row(found, request.actor.point_ids),
        **point_page.today_and_closures(found, now, period),
        "definitions": point_page.definitions(found),
        "may_close": can_close(request.actor, found),
    }
    return render(request, "workspace/point.html", context)


@require_http_methods(["GET", "POST"])
def closure_add(request: StaffRequest, point_id: UUID) -> HttpResponse:
    found = get_object_or_404(AccessPoint.objects.visible_to(request.actor).for_list(), pk=point_id)
    require_can_close(request.actor, found)
    today = clock.today()
    form = ClosureForm(request.POST or None, today=today)
    lost = None
    if form.is_valid():
        lost = point_page.hours_lost(found, form.cleaned_data["first_day"], form.cleaned_data["last_day"])
        if "confirmed" in request.POST:
            try:
                operations.close_point(point_id=found.pk, by=request.actor, on=today, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, "Chiusura segnata: le famiglie la leggono già nella pagina del punto.")
                return redirect("workspace:point", found.pk)
    return render(request, "workspace/closure_add.html", {"point": found, "form": form, "lost": lost})


@require_http_methods(["GET", "POST"])
def closure_withdraw(request: StaffRequest, point_id: UUID, closure_id: UUID) -> HttpResponse:
    closure = get_object_or_404(
        Closure.objects.visible_to(request.actor).select_related("point"), pk=closure_id, point=point_id
    )
    require_can_close(request.actor, closure.point)
    if request.method == "POST":
        try:
            operations.withdraw_closure(closure_id=closure.pk, by=request.actor, at=clock.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, "Chiusura ritirata: valgono di nuovo gli orari pubblicati.")
        return redirect("workspace:point", closure.point_id)
    return render(request, "workspace/closure_withdraw.html", {"point": closure.point, "closure": closure})

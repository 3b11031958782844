"""The network as the protocol writes it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raccordo.kernel.rights import Right
from raccordo.network.codelists import code_lists
from raccordo.network.models import ReportingPeriod
from raccordo.permissions.requests import StaffRequest
from raccordo.workspace import protocol
from raccordo.workspace.scope import network_of


@require_safe
def network(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    actor.require(Right.SEE_NETWORK)
    versions, written = protocol.in_force(actor)
    context = {
        "versions": versions,
        "acts": written.acts(),
        "terms": written.terms(),
        "findings": written.grouped_findings(),
        "decisions": written.other_decisions(),
        "partnerships": protocol.partnerships(actor),
        "bodies": written.bodies(),
        "points": [protocol.point_row(point, actor.point_ids) for point in protocol.points(actor)],
        "table": written.table(),
        "money": written.money(),
        "periods": ReportingPeriod.objects.visible_to(actor),
        "lists": protocol.lists(code_lists(network_of(actor))),
    }
    return render(request, "workspace/network.html", context)

"""Pages of the numbers."""

from io import BytesIO

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from raccordo.intake.models import Contact
from raccordo.kernel import clock
from raccordo.kernel.rights import Right
from raccordo.network.models import ReportingPeriod
from raccordo.permissions.requests import StaffRequest
from raccordo.reporting import monitoring as shown
from raccordo.reporting.enums import FileFormat
from raccordo.reporting.explaining import COUNTED, counted_among, explain
from raccordo.reporting.facts import Facts, gather, outside_every_period
from raccordo.reporting.filters import choice_of
from raccordo.reporting.indicators import INDICATORS, Indicator
from raccordo.reporting.operations import build_return, preview_return
from raccordo.reporting.preview import chapters
from raccordo.reporting.reading import one_snapshot
from raccordo.reporting.states import state_of

MOST_ROWS = 50
OF_HOURS = ("I27", "I28")


@require_GET
def monitoring(request: StaffRequest) -> HttpResponse:
    """The numbers of a period, for those who see aggregates."""
    request.actor.require(Right.SEE_AGGREGATES)
    with one_snapshot():
        choice = choice_of(request.GET, request.actor, clock.today())
        if choice is None:
            return render(request, "reporting/no_period.html")
        facts = gather(choice.scope, of_points=choice.points)
        outside = outside_every_period(choice.scope)
    context = {
        "choice": choice,
        "state": state_of(choice.period, clock.today()),
        "facts": facts,
        "cards": shown.cards(choice, facts),
        "pictures": shown.pictures(choice, facts),
        "grids": shown.grids(choice, facts),
        "outside": 0 if choice.outside else outside,
        "outside_url": choice.query(periodo="fuori", mese=None),
    }
    return render(request, "reporting/monitoring.html", context)


@require_GET
def why(request: StaffRequest, code: str) -> HttpResponse:
    """Why a number is what it is."""
    request.actor.require(Right.SEE_AGGREGATES)
    indicator = INDICATORS.get(code)
    choice = choice_of(request.GET, request.actor, clock.today()) if indicator else None
    if indicator is None or choice is None:
        raise Http404
    with one_snapshot():
        facts = gather(choice.scope, of_points=choice.points, hours=code in OF_HOURS)
        explanation = explain(indicator, facts)
        which = next((each for each in explanation.left_out if each.code == request.GET.get("righe")), None)
        mine = _mine(request, indicator, facts, which.code if which else COUNTED)
    context = {
        "indicator": indicator,
        "choice": choice,
        "shown": shown.explained(indicator, facts),
        "explanation": explanation,
        "bodies": sorted((facts.bodies[key].name, number) for key, number in explanation.by_body.items()),
        "mine": mine,
        "which": which,
        "sees_rows": request.actor.may(Right.SEE_CONTACTS) and not indicator.of_hours,
        "most_rows": MOST_ROWS,
    }
    return render(request, "reporting/why.html", context)


def _mine(request: StaffRequest, indicator: Indicator, facts: Facts, code: str) -> list[shown.MyRow]:
    """The contacts behind the number, or left out for one reason, that the reader may open."""
    if not request.actor.may(Right.SEE_CONTACTS) or indicator.of_hours:
        return []
    rows = counted_among(Contact.objects.visible_to(request.actor), indicator, facts, code)
    return [shown.my_row(each, facts) for each in rows[:MOST_ROWS]]


@require_GET
def returns(request: StaffRequest) -> HttpResponse:
    """The periods for which a return can be built."""
    request.actor.require(Right.BUILD_RETURN)
    periods = ReportingPeriod.objects.visible_to(request.actor).order_by("-first_day")
    today = clock.today()
    context = {"periods": [(period, state_of(period, today)) for period in periods]}
    return render(request, "reporting/returns.html", context)


@require_GET
def return_page(request: StaffRequest, code: str) -> HttpResponse:
    """A return as it stands now, to be read before it is taken away."""
    request.actor.require(Right.BUILD_RETURN)
    period = get_object_or_404(ReportingPeriod.objects.visible_to(request.actor), code=code)
    document = preview_return(period_id=period.pk, by=request.actor)
    context = {
        "period": period,
        "state": state_of(period, clock.today()),
        "document": document,
        "chapters": chapters(document),
        "formats": [(each.value, each.label) for each in FileFormat],
    }
    return render(request, "reporting/return.html", context)


@require_GET
def return_file(request: StaffRequest, code: str, file_format: str) -> FileResponse:
    """A return as a file; the trail says who took it."""
    request.actor.require(Right.BUILD_RETURN)
    if file_format not in set(FileFormat):
        raise Http404
    period = get_object_or_404(ReportingPeriod.objects.visible_to(request.actor), code=code)
    chosen = FileFormat(file_format)
    built = build_return(period_id=period.pk, file_format=chosen, by=request.actor)
    return FileResponse(
        BytesIO(built.content), as_attachment=True, filename=built.file_name, content_type=chosen.content_type
    )

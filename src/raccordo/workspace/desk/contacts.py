"""What those who meet people at a point find on their desk."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q

from raccordo.intake.enums import CodeList
from raccordo.intake.models import Contact
from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import ROME
from raccordo.kernel.periods import Period
from raccordo.kernel.rights import Right
from raccordo.network.codelists import CodeLists, code_lists
from raccordo.network.models import AccessPoint
from raccordo.network.schedule import schedules_of
from raccordo.reporting.enums import NOT_GIVEN
from raccordo.workspace.desk.section import Section
from raccordo.workspace.desk.words import opening_today, since, why
from raccordo.workspace.scope import network_of

GAP_DAYS = 30
LAST = 5
CLOSURES_SHOWN = 3


def sections(actor: Actor, now: datetime) -> list[Section]:
    """Hand-overs to receive, the last contacts, today's count, my points; the gaps in the data for who coordinates."""
    today = now.astimezone(ROME).date()
    lists = code_lists(network_of(actor))
    counted = _counted(actor, today)
    pieces = [_waiting(actor, lists, today)] if actor.may(Right.SEE_CONTACTS) else []
    points = list(AccessPoint.objects.of(actor).select_related("municipality"))
    pieces += [_last(actor, lists), _today(counted, _explained(actor, "I01", points)), _points(actor, points, now)]
    if actor.may(Right.CLOSE_POINT):
        pieces.append(_gaps(counted, _explained(actor, "I37", points)))
    return pieces


def _waiting(actor: Actor, lists: CodeLists, today: date) -> Section:
    rows = [
        {
            "contact": contact,
            "who": lists.label(CodeList.VISITOR, contact.visitor_type),
            "for_whom": lists.label(CodeList.FOR_WHOM, contact.for_whom),
            "since": since(contact.happened_on, today),
            "late": (today - contact.happened_on).days > 2,
        }
        for contact in Contact.objects.waiting_at(actor).select_related("point", "handed_to")
    ]
    return Section("Persone in arrivo da altri punti", "waiting", {"rows": rows, "several": len(actor.point_ids) > 1})


def _last(actor: Actor, lists: CodeLists) -> Section:
    contacts = (
        Contact.objects.visible_to(actor)
        .standing()
        .filter(recorded_by_id=actor.user_id)
        .select_related("point")
        .order_by("-recorded_at", "pk")[:LAST]
    )
    rows = [
        {
            "contact": contact,
            "who": lists.label(CodeList.VISITOR, contact.visitor_type),
            "outcome": lists.label(CodeList.OUTCOME, contact.outcome),
        }
        for contact in contacts
    ]
    return Section("Gli ultimi accessi che hai registrato", "last", {"rows": rows})


def _counted(actor: Actor, today: date) -> dict[str, int]:
    """One query for both today's count and the gaps of the last thirty days."""
    of_today = Q(happened_on=today)
    missing = Q(life_phase__in=NOT_GIVEN) | Q(source__in=NOT_GIVEN)
    rows = Contact.objects.visible_to(actor).standing().filter(point__in=actor.point_ids)
    return rows.between(today - timedelta(days=GAP_DAYS - 1), today).aggregate(
        raw=Count("pk", filter=of_today),
        by_rule=Count("pk", filter=of_today & Q(seen_today=False)),
        professionals=Count("pk", filter=of_today & Q(professional=True)),
        month=Count("pk"),
        incomplete=Count("pk", filter=Q(professional=False) & missing),
        citizens=Count("pk", filter=Q(professional=False)),
        no_phase=Count("pk", filter=Q(professional=False, life_phase__in=NOT_GIVEN)),
        no_source=Count("pk", filter=Q(professional=False, source__in=NOT_GIVEN)),
        late=Count("pk", filter=Q(recorded_at__date__gt=F("happened_on"))),
    )


def _explained(actor: Actor, code: str, points: list[AccessPoint]) -> list[tuple[str, str]]:
    """(point, address) of the pages that explain an indicator, for who may read them."""
    if not actor.may(Right.SEE_AGGREGATES):
        return []
    return [(point.name, why(code, point=point.code)) for point in points]


def _today(counted: dict[str, int], explained: list[tuple[str, str]]) -> Section:
    return Section("Accessi di oggi", "today", {**counted, "explained": explained}, beside=True)


def _gaps(counted: dict[str, int], explained: list[tuple[str, str]]) -> Section:
    facts: dict[str, Any] = {
        **counted,
        "explained": explained,
        "days": GAP_DAYS,
        "incomplete_share": _share(counted["incomplete"], counted["citizens"]),
        "late_share": _share(counted["late"], counted["month"]),
    }
    return Section("Dati da completare", "gaps", facts)


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _points(actor: Actor, points: list[AccessPoint], now: datetime) -> Section:
    today = now.astimezone(ROME).date()
    ahead = Period(today, today + timedelta(days=GAP_DAYS))
    schedules = schedules_of(points, ahead)
    rows = [
        {
            "point": point,
            "today": opening_today(schedules[point.pk], now),
            "closures": [span for span in schedules[point.pk].closed_spans(ahead) if span.last >= today][
                :CLOSURES_SHOWN
            ],
        }
        for point in points
    ]
    title = "Il tuo punto oggi" if len(rows) == 1 else "I tuoi punti oggi"
    facts = {"rows": rows, "may_close": actor.may(Right.CLOSE_POINT), "may_see": actor.may(Right.SEE_NETWORK)}
    return Section(title, "points", facts, beside=True)

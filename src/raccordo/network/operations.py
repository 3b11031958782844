"""What people do to the network day by day. Applying a network file stands in `raccordo.network.file`."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from raccordo.audit.operations import record
from raccordo.kernel.actors import Actor
from raccordo.kernel.db import sentences_of
from raccordo.kernel.refusals import Refusal, StateChanged
from raccordo.network.enums import ClosureReason
from raccordo.network.models import AccessPoint, Closure, Network
from raccordo.network.policies import closable_days, require_can_close


@transaction.atomic
def close_point(*, point_id: UUID, first_day: date, last_day: date, reason: str, by: Actor, on: date) -> Closure:
    """The point stays shut from a day to a day although its hours say otherwise; families read it at once.

    Refused to who does not coordinate the point, for days that `closable_days` refuses, and where the point is shut
    already.
    """
    point = _locked_point(point_id, by)
    require_can_close(by, point)
    days = closable_days(first_day, last_day, on)
    if reason not in ClosureReason.values:
        raise Refusal("Scegli il motivo della chiusura dalla lista.")
    if other := point.closures.touching(days).first():
        raise StateChanged(
            f"Il punto risulta già chiuso {_when(other)}: ritira quella chiusura o scegli altri giorni."
        )
    closure = Closure(point=point, first_day=days.first, last_day=days.last, reason=reason, entered_by=by.user_id)
    with sentences_of(Closure):
        closure.save(force_insert=True)
    record("network.closure.added", by=by, about=closure.pk, network_id=point.network_id, changed=_told(closure))
    return closure


@transaction.atomic
def withdraw_closure(*, closure_id: UUID, by: Actor, at: datetime) -> Closure:
    """The point opens after all. The row stays, marked; the published hours count again.

    Refused to who does not coordinate the point, and when it was withdrawn already.
    """
    point_id = Closure.objects.visible_to(by).values_list("point", flat=True).get(pk=closure_id)
    point = _locked_point(point_id, by)
    require_can_close(by, point)
    closure = point.closures.get(pk=closure_id)
    if closure.withdrawn_at is not None:
        raise StateChanged("Questa chiusura era già stata ritirata.")
    closure.withdrawn_at = at
    with sentences_of(Closure):
        closure.save(update_fields=["withdrawn_at"])
    record("network.closure.withdrawn", by=by, about=closure.pk, network_id=point.network_id, changed=_told(closure))
    return closure


def _locked_point(point_id: UUID, by: Actor) -> AccessPoint:
    """The point, held until the transaction ends; one that the actor may not see does not exist (DoesNotExist)."""
    return AccessPoint.objects.visible_to(by).select_for_update(of=("self",), no_key=True).get(pk=point_id)


def _when(closure: Closure) -> str:
    first, last = f"{closure.first_day:%d/%m/%Y}", f"{closure.last_day:%d/%m/%Y}"
    return f"il {first}" if first == last else f"dal {first} al {last}"


def _told(closure: Closure) -> dict[str, str]:
    return {
        "point": str(closure.point_id),
        "first_day": closure.first_day.isoformat(),
        "last_day": closure.last_day.isoformat(),
        "reason": closure.reason,
    }


@transaction.atomic
def mark_as_demo(*, network_id: UUID, by: Actor) -> Network:
    """From now on every page says that the network is a trial.

    There is no way back: invented rows never become real.
    """
    network = Network.objects.select_for_update(of=("self",), no_key=True).get(pk=network_id)
    network.is_demo = True
    network.save(update_fields=["is_demo"])
    record("network.network.marked_as_demo", by=by, about=network.pk, network_id=network.pk)
    return network

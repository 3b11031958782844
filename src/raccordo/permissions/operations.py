"""Giving a role and taking it away. A grant is never changed: it ends, and another begins."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from raccordo.accounts.models import User
from raccordo.accounts.operations import NotOneself
from raccordo.audit.operations import record
from raccordo.kernel.actors import Actor
from raccordo.kernel.db import sentences_of
from raccordo.kernel.refusals import Refusal, StateChanged
from raccordo.network.models import AccessPoint, Partnership
from raccordo.permissions.enums import Reach, Role
from raccordo.permissions.models import Grant, GrantPoint
from raccordo.permissions.policies import can_give, require_can_manage
from raccordo.permissions.roles import ROLES

LONGEST_TRAINEESHIP = 12  # months


class WrongScope(Refusal):
    """The role and the scope that was chosen for it do not fit."""


@dataclass(frozen=True)
class Scope:
    """Where a role holds and from when to when, as somebody asks for it."""

    first_day: date
    last_day: date | None = None
    network_id: UUID | None = None
    organisation_id: UUID | None = None
    point_ids: frozenset[UUID] = frozenset()
    tutor_id: UUID | None = None


@transaction.atomic
def give_grant(*, user_id: UUID, role: Role, scope: Scope, by: Actor, on: date) -> Grant:
    """The person holds the role from the scope's first day.

    Refused to oneself, to somebody disabled, and when the scope is not what the role needs.
    """
    user = User.objects.select_for_update(of=("self",), no_key=True).get(pk=user_id)
    require_can_manage(by)
    if not can_give(by, role, user):
        raise NotOneself
    if not user.is_active:
        raise StateChanged("Questa persona è disattivata: prima riattivala.")
    _require_fitting(role, scope)
    _require_not_held_already(user, role, scope)

    grant = Grant(
        user=user, role=role, network_id=scope.network_id, organisation_id=scope.organisation_id,
        first_day=scope.first_day, last_day=scope.last_day, tutor_id=scope.tutor_id,
    )  # fmt: skip
    with sentences_of(Grant):
        grant.save(force_insert=True)
    GrantPoint.objects.bulk_create(GrantPoint(grant=grant, point_id=point_id) for point_id in sorted(scope.point_ids))
    changed = _in_codes(grant, scope)
    record("permissions.grant.given", by=by, about=user.pk, network_id=scope.network_id, changed=changed)
    return grant


@transaction.atomic
def end_grant(*, grant_id: UUID, last_day: date, by: Actor, on: date) -> None:
    """The role holds until `last_day`, yesterday at the earliest; what began after that day is withdrawn whole.

    Refused for one's own, and for what has ended before that day already.
    """
    grant = Grant.objects.select_for_update(of=("self",), no_key=True).get(pk=grant_id)
    require_can_manage(by)
    if grant.user_id == by.user_id:
        raise NotOneself
    if last_day < on - timedelta(days=1):
        raise WrongScope("Un incarico può finire al più presto ieri: quello che è stato non si riscrive.")
    if grant.last_day is not None and grant.last_day <= last_day:
        raise StateChanged("Questo incarico finisce già prima.")
    changed = {"role": grant.role, "grant": str(grant.pk), "last_day": str(last_day)}
    if last_day < grant.first_day:
        action = "permissions.grant.withdrawn"
        grant.delete()
    else:
        action = "permissions.grant.ended"
        grant.last_day = last_day
        with sentences_of(Grant):
            grant.save(update_fields=["last_day"])
    record(action, by=by, about=grant.user_id, network_id=grant.network_id, changed=changed)


def _require_fitting(role: Role, scope: Scope) -> None:
    reach = ROLES[role].reach
    if reach == Reach.INSTALLATION:
        if scope.network_id or scope.organisation_id or scope.point_ids:
            raise WrongScope("L’amministratore vale per l’intera installazione: niente rete, ente o punti.")
        return
    if scope.network_id is None:
        raise WrongScope("Scegli la rete in cui vale l’incarico.")
    if reach == Reach.POINTS and not scope.point_ids:
        raise WrongScope("Scegli almeno un punto.")
    if reach != Reach.POINTS and scope.point_ids:
        raise WrongScope("Questo ruolo non si dà per punti.")
    if reach == Reach.ORGANISATION and scope.organisation_id is None:
        raise WrongScope("Scegli l’ente.")
    _require_in_network(scope)
    if role == Role.TRAINEE:
        _require_short_and_followed(scope)


def _require_in_network(scope: Scope) -> None:
    points = AccessPoint.objects.current().filter(Q(network=scope.network_id), pk__in=scope.point_ids)
    if points.count() != len(scope.point_ids):
        raise WrongScope("Un punto scelto non è di questa rete, oppure non c’è più.")
    bodies = Partnership.objects.filter(Q(network=scope.network_id), retired_on=None)
    if scope.organisation_id and not bodies.filter(organisation_id=scope.organisation_id).exists():
        raise WrongScope("L’ente scelto non fa parte di questa rete.")


def _require_short_and_followed(scope: Scope) -> None:
    """Who learns has an end and somebody who answers for them, at work in the same network."""
    if scope.last_day is not None and scope.last_day >= _months_later(scope.first_day, LONGEST_TRAINEESHIP):
        raise WrongScope("Un tirocinio o un volontariato dura al massimo 12 mesi: poi si rinnova.")
    if scope.tutor_id is None:
        return  # the constraint says it
    tutors = Grant.objects.of_user(scope.tutor_id).valid_on(scope.first_day).filter(user__is_active=True)
    if not tutors.filter(Q(network=scope.network_id)).exclude(role=Role.TRAINEE).exists():
        raise WrongScope("Il tutor deve avere un incarico nella stessa rete, da quel giorno.")


def _require_not_held_already(user: User, role: Role, scope: Scope) -> None:
    same = Grant.objects.of_user(user.pk).valid_on(scope.first_day).filter(
        Q(network=scope.network_id), Q(organisation=scope.organisation_id), role=role
    )  # fmt: skip
    for grant in same.prefetch_related("grant_points"):
        if {held.point_id for held in grant.grant_points.all()} == scope.point_ids:
            raise StateChanged("Questa persona ha già questo incarico.")


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("Every month has 28 days.")


def _in_codes(grant: Grant, scope: Scope) -> dict[str, object]:
    return {
        "grant": str(grant.pk),
        "role": grant.role,
        "first_day": str(scope.first_day),
        "last_day": str(scope.last_day or ""),
        "organisation": str(scope.organisation_id or ""),
        "points": sorted(str(point_id) for point_id in scope.point_ids),
        "tutor": str(scope.tutor_id or ""),
    }

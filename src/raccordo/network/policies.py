"""Who may do what with the network, and when."""

from datetime import date, timedelta

from raccordo.kernel.actors import Actor
from raccordo.kernel.periods import Period
from raccordo.kernel.refusals import NotAllowed, Refusal
from raccordo.kernel.rights import Right
from raccordo.network.models import AccessPoint

LONGEST_CLOSURE = 120  # days: a longer one is a change of hours, which belongs in the network file
FURTHEST_BACK = 31  # days: later than this, what was told to the agency should not move any more
FURTHEST_AHEAD = 2 * 365  # days: nobody knows earlier that a door will be shut, and a year is soon mistyped


def can_close(actor: Actor, point: AccessPoint) -> bool:
    """Who coordinates the point, while the protocol still names it."""
    return actor.may(Right.CLOSE_POINT) and point.pk in actor.point_ids and point.retired_on is None


def require_can_close(actor: Actor, point: AccessPoint) -> None:
    if not can_close(actor, point):
        raise NotAllowed


def closable_days(first_day: date, last_day: date, on: date) -> Period:
    """The days of a closure written on a day.

    Refused when they are in the wrong order, too many, too far back or too far ahead.
    """
    if last_day < first_day:
        raise Refusal("L’ultimo giorno di chiusura non può venire prima del primo.")
    if first_day < on - timedelta(days=FURTHEST_BACK):
        raise Refusal(
            f"Si segnano chiusure cominciate al massimo {FURTHEST_BACK} giorni fa: chiedi al coordinamento della rete."
        )
    if (last_day - first_day).days >= LONGEST_CLOSURE:
        raise Refusal(
            f"Una chiusura dura al massimo {LONGEST_CLOSURE} giorni: "
            "per una più lunga si cambiano gli orari nel file di rete."
        )
    if (last_day - on).days > FURTHEST_AHEAD:
        raise Refusal("Si segnano chiusure al massimo fino a due anni da oggi: controlla l’anno.")
    return Period(first_day, last_day)

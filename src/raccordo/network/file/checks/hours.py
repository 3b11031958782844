"""Opening hours and promised hours."""

from collections.abc import Iterator
from decimal import Decimal

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.schema import NetworkFile

MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)


def points_without_hours(file: NetworkFile) -> Iterator[Finding]:
    """A point that families cannot find open, since no hours are written."""
    for point in file.points:
        if not _desk_hours(file, point.code):
            sentence = f"{point.name.it} ({point.code}) non ha orari: una famiglia non sa quando trovarlo aperto."
            yield found("point_without_hours", point.code, point, "code", sentence)


def month_without_year(file: NetworkFile) -> Iterator[Finding]:
    for rule in file.opening_hours:
        if rule.starts and rule.starts.year is None:
            sentence = (
                f"L’orario di {rule.point} comincia a {MONTHS[rule.starts.month - 1]}, ma non si dice di quale anno."
            )
            yield found("month_without_year", rule.point or "nessuno", rule, "starts", sentence)


def weekly_hours_gap(file: NetworkFile) -> Iterator[Finding]:
    """More hours promised than the desk is open: what are the others for?"""
    for post in file.staffing:
        desk = _desk_hours(file, post.point)
        if post.weekly_hours and desk and post.weekly_hours > desk * (post.people or 1):
            rest = post.weekly_hours - desk
            sentence = (
                f"A {post.point} sono promesse {post.weekly_hours.normalize():f} ore alla settimana, "
                f"di sportello ne sono scritte {desk.normalize():f}: le altre {rest.normalize():f} "
                "non hanno un compito."
            )
            yield found("weekly_hours_gap", post.code, post, "weekly_hours", sentence)


def hours_shared_unclear(file: NetworkFile) -> Iterator[Finding]:
    """Articles disagree on whether the same hours serve one point or more."""
    for post in file.staffing:
        if len({frozenset(said.also_at) for said in post.statements}) > 1:
            places = "; ".join(
                f"articolo {said.article}: {', '.join((post.point, *said.also_at))}" for said in post.statements
            )
            hours = f"{post.weekly_hours.normalize():f} ore" if post.weekly_hours else "ore"
            sentence = f"Non è chiaro dove si svolgono le {hours} di {post.code} ({places})."
            yield found("hours_shared_unclear", post.code, post.statements[0], "also_at", sentence)


def _desk_hours(file: NetworkFile, point: str) -> Decimal:
    return sum((rule.weekly_hours() for rule in file.opening_hours if rule.point == point), Decimal(0))

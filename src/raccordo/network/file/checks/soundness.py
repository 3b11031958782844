"""What cannot be: these findings block."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.points import OpeningHours

MOST_WEEKLY_HOURS = 48


def one_lead(file: NetworkFile) -> Iterator[Finding]:
    leads = [body for body in file.organisations if body.role == "lead"]
    if len(leads) != 1:
        where = leads[1] if leads else file
        names = ", ".join(body.name for body in leads) or "nessuno"
        yield found(
            "not_one_lead",
            "capofila",
            where,
            "role" if leads else "organisations",
            f"Serve un solo capofila; qui: {names}.",
        )


def branches_have_parents(file: NetworkFile) -> Iterator[Finding]:
    for point in file.points:
        if point.kind == "decentralised" and point.parent is None:
            sentence = f"{point.name.it} è una sede distaccata ma non si dice da quale punto dipende."
            yield found("branch_without_parent", point.code, point, "kind", sentence)
        if point.parent == point.code:
            yield found("own_parent", point.code, point, "parent", f"{point.name.it} dipende da sé stesso.")


def hours_have_points(file: NetworkFile) -> Iterator[Finding]:
    """Hours without a point, or for a point that the file does not have."""
    known = {point.code for point in file.points}
    for rule in file.opening_hours:
        if rule.point not in known:
            of = f"del punto «{rule.point}», che non c’è" if rule.point else "senza il punto"
            sentence = f"Un orario {of}: o manca il punto, o il codice è sbagliato."
            yield found("hours_without_point", rule.point or "nessuno", rule, "point", sentence)


def hours_are_whole(file: NetworkFile) -> Iterator[Finding]:
    """Published hours say day, start and end; the end comes after the start."""
    for rule in file.opening_hours:
        about = rule.point or "nessuno"
        if rule.published and None in (rule.weekday, rule.opens, rule.closes):
            sentence = f"L’orario di {about} è pubblicato ma non ha giorno, inizio e fine."
            yield found("hours_incomplete", about, rule, "published", sentence)
        if rule.opens and rule.closes and rule.closes <= rule.opens:
            sentence = (
                f"L’orario di {about} finisce alle {rule.closes:%H.%M}, prima di cominciare alle {rule.opens:%H.%M}."
            )
            yield found("hours_reversed", about, rule, "closes", sentence)
        if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
            sentence = f"L’orario di {about} vale fino al {rule.valid_to:%d/%m/%Y}, prima di cominciare a valere."
            yield found("hours_reversed", about, rule, "valid_to", sentence)


def hours_do_not_overlap(file: NetworkFile) -> Iterator[Finding]:
    for first, second in combinations(file.opening_hours, 2):
        if first.point == second.point and first.weekday == second.weekday and _overlap(first, second):
            sentence = (
                f"Due orari di {second.point} si sovrappongono nello stesso giorno (vedi anche riga {first.line})."
            )
            yield found("hours_overlap", second.point or "nessuno", second, "opens", sentence)


def _overlap(first: OpeningHours, second: OpeningHours) -> bool:
    if not (first.opens and first.closes and second.opens and second.closes):
        return False
    if first.valid_to and second.valid_from and first.valid_to < second.valid_from:
        return False
    if second.valid_to and first.valid_from and second.valid_to < first.valid_from:
        return False
    return first.opens < second.closes and second.opens < first.closes


def periods_follow(file: NetworkFile) -> Iterator[Finding]:
    for period in file.periods:
        if period.last < period.first:
            sentence = f"Il periodo {period.code} finisce il {period.last:%d/%m/%Y}, prima di cominciare."
            yield found("period_reversed", period.code, period, "last", sentence)
    for before, after in pairwise(sorted(file.periods, key=lambda period: period.first)):
        if after.first <= before.last:
            sentence = (
                f"Il periodo {after.code} comincia prima che finisca {before.code}: un accesso conterebbe due volte."
            )
            yield found("periods_overlap", after.code, after, "first", sentence)


def staffing_is_possible(file: NetworkFile) -> Iterator[Finding]:
    for post in file.staffing:
        if post.people is not None and post.people < 1:
            sentence = f"La figura {post.code} è almeno una persona."
            yield found("staffing_impossible", post.code, post, "people", sentence)
        elif post.people and post.weekly_hours and post.weekly_hours > post.people * MOST_WEEKLY_HOURS:
            sentence = f"Alla figura {post.code} spettano più di {MOST_WEEKLY_HOURS} ore a settimana per persona."
            yield found("staffing_impossible", post.code, post, "weekly_hours", sentence)

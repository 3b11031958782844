"""The same figures counted one contact at a time, by somebody who has not read the indicators' code."""

from decimal import ROUND_HALF_UP, Decimal

LACKING = ("", "ND", "NR", "ANON")


def divided(above, below):
    return (Decimal(above) / Decimal(below)).quantize(Decimal("0.0001"), ROUND_HALF_UP) if below else None


def complete(contact):
    """Who comes, and the phase of life unless they come for work."""
    return contact.visitor_type not in LACKING and (contact.professional or contact.life_phase not in LACKING)


def tally(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def recount(contacts, with_hours=frozenset(), hours=0):
    """Indicator → value (or parts), from contacts that are in scope."""
    standing = [each for each in contacts if each.voided_at is None]
    counted = [each for each in standing if not each.seen_today]
    first = [each for each in counted if each.contact_type == "PRIMO"]
    who = tally(each.visitor_type for each in counted)
    fathers, mothers, couples = (who.get(code, 0) for code in ("PADRE", "MADRE", "COPPIA"))
    needs = sum(len(each.requests.all()) for each in counted)
    desk = [each for each in counted if each.channel in ("PERS", "APPU") and each.point_id in with_hours]
    return {
        "raw": len(standing),
        "I01": len(counted),
        "I04": len(first),
        "I05": divided(sum(each.professional for each in counted), len(counted)),
        "I06": divided(fathers + couples, fathers + mothers + 2 * couples),
        "I07": tally(each.channel for each in counted),
        "I08": tally(each.source for each in first),
        "I09": divided(needs, len(counted)),
        "I12": tally(each.outcome for each in counted),
        "I19": tally((each.point.code, each.handed_to.code) for each in standing if each.outcome == "E7"),
        "I28": divided(len(desk), hours),
        "I37": divided(sum(complete(each) for each in standing), len(standing)),
        "in_time": sum((each.recorded_at.date() - each.happened_on).days <= 3 for each in standing),
    }

"""Networks, towns and points for the tests of hours and public pages."""

from datetime import date, time
from typing import Any

from raccordo.network.enums import ClosureReason, PartnershipRole, PointKind, Weekday
from raccordo.network.models import AccessPoint, Closure, Municipality, Network, OpeningRule, Organisation, Partnership

OMOBONO = (11, 13, "Sant’Omobono")
TEXTS = {
    "summary": {"it": "Qui trovi ascolto.", "en": "Here somebody listens to you."},
    "audience": {"it": "Per tutte le famiglie.", "en": "For every family."},
    "people": {"it": "Un educatore.", "en": "An educator."},
    "reach": {"it": "Vieni di persona.", "en": "Come in person."},
    "bring": {"it": "Niente.", "en": "Nothing."},
}


def make_network(code: str = "hug-2", name: str = "Centro per le famiglie") -> Network:
    network = Network.objects.create(code=code, name=name)
    lead = Organisation.objects.create(code=f"{code}-comune", name=f"Comune di {name}")
    Partnership.objects.create(network=network, organisation=lead, role=PartnershipRole.LEAD, position=1)
    return network


def make_town(network: Network, name: str = "Cremona", patron: tuple[int, int, str] = OMOBONO) -> Municipality:
    month, day, saint = patron
    town, _ = Municipality.objects.get_or_create(
        network=network,
        code=name.lower(),
        defaults={"name": name, "province": "CR", "patron_month": month, "patron_day": day, "patron_name": saint},
    )
    return town


def make_point(network: Network, slug: str = "hub", **fields: Any) -> AccessPoint:
    town = fields.pop("municipality", None) or make_town(network)
    organisation = network.organisations.first()
    assert organisation is not None
    count = network.points.count()
    values = {
        "code": f"P{count}",
        "name": slug.replace("-", " ").title(),
        "kind": PointKind.SPOKE,
        "position": count + 1,
        "street": "Piazza Giovanni XXIII, 1",
        "postal_code": "26100",
        "texts": TEXTS,
    }
    return AccessPoint.objects.create(
        network=network, slug=slug, municipality=town, organisation=organisation, **values | fields
    )


def opens(point: AccessPoint, weekday: Weekday, start: str, end: str, **fields: Any) -> OpeningRule:
    return OpeningRule.objects.create(
        point=point, weekday=weekday, opens_at=time.fromisoformat(start), closes_at=time.fromisoformat(end), **fields
    )


def closes(point: AccessPoint, first: date, last: date, **fields: Any) -> Closure:
    fields.setdefault("reason", ClosureReason.HOLIDAYS)
    return Closure.objects.create(point=point, first_day=first, last_day=last, **fields)


def hub_and_others(*, points: int = 3) -> Network:
    """A network whose hub opens on Tuesdays and Thursdays; the others on Wednesdays, the last never."""
    network = make_network()
    hub = make_point(network, "hub", kind=PointKind.HUB)
    opens(hub, Weekday.TUESDAY, "10:00", "12:00")
    opens(hub, Weekday.THURSDAY, "16:00", "18:00")
    for number in range(1, points - 1):
        opens(make_point(network, f"sportello-{number}"), Weekday.WEDNESDAY, "14:00", "17:00")
    make_point(network, "senza-orari")
    return network

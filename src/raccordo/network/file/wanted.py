"""The rows that a network file asks for, as plain values: links are written as codes, nothing is "
"read from the database."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify

from raccordo.network.enums import PartnershipRole, Weekday
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.lists import CodeList, DeskDefault, Entry, Item
from raccordo.network.file.schema.points import AccessPoint, Municipality

Values = dict[str, Any]


def networks(file: NetworkFile) -> Iterator[Values]:
    network = file.network
    yield {
        "code": network.code,
        "name": network.name.it,
        "texts": {
            "name": network.name.both(),
            "short_name": {"it": network.short_name, "en": network.short_name},
            "territory": network.territory.both(),
            "counting": file.counting.sentence.both(),
        },
        "counting_rule": file.counting.sentence.it,
    }


def organisations(file: NetworkFile) -> Iterator[Values]:
    for body in file.organisations:
        yield {"code": body.code, "name": body.name, "kind": body.kind}


def partnerships(file: NetworkFile) -> Iterator[Values]:
    for position, body in enumerate(file.organisations, start=1):
        yield {
            "organisation": body.code,
            "role": PartnershipRole.ALLY.value if body.role == "member" else body.role,
            "position": position,
            "aliases": [
                {"name": variant.text, "articles": list(variant.articles)}
                for variant in body.names
                if variant.text != body.name
            ],
            "retired_on": None,
        }


def municipalities(file: NetworkFile) -> Iterator[Values]:
    for place in file.municipalities:
        month, day = place.patron.day.split("-")
        yield {
            "code": slugify(place.name),
            "name": place.name,
            "istat_code": place.istat,
            "province": place.province,
            "patron_month": int(month),
            "patron_day": int(day),
            "patron_name": place.patron.name.it,
        }


def points(file: NetworkFile) -> Iterator[Values]:
    places = {place.istat: place for place in file.municipalities}
    sectors = {(body.code, sector.code): sector.name.it for body in file.organisations for sector in body.sectors}
    for position, point in enumerate(file.points, start=1):
        yield {
            "code": point.code,
            "organisation": point.body,
            "municipality": slugify(_place(places, point).name),
            "parent": point.parent,
            "slug": point.slug,
            "name": point.name.it,
            "kind": point.kind,
            "position": position,
            "sector": sectors.get((point.body, point.sector or ""), ""),
            "street": point.address.street or "",
            "postal_code": point.address.postcode,
            "phone": point.contacts.phone or "",
            "email": point.contacts.email or "",
            "texts": _texts(point),
            "published": point.published,
            "retired_on": None,
        }


def _place(places: dict[str, Municipality], point: AccessPoint) -> Municipality:
    return places[point.address.municipality]


def _texts(point: AccessPoint) -> Values:
    public = point.public
    texts = {"name": point.name, "short_name": point.short_name, "specialisation": point.specialisation}
    texts |= {key: getattr(public, key) for key in ("summary", "audience", "people", "reach", "bring")}
    return {key: text.both() for key, text in texts.items()}


def aliases(file: NetworkFile) -> Iterator[Values]:
    for point in file.points:
        for alias in point.aliases:
            yield {"point": point.code, "source": f"articolo {alias.article}", "name": alias.text}


def opening_rules(file: NetworkFile) -> Iterator[Values]:
    """Hours with day, start and end; a draft that lacks them stays in the file alone."""
    for rule in file.opening_hours:
        if rule.point and rule.weekday and rule.opens and rule.closes:
            yield {
                "point": rule.point,
                "weekday": Weekday[rule.weekday.upper()].value,
                "opens_at": rule.opens,
                "closes_at": rule.closes,
                "valid_from": rule.valid_from,
                "valid_until": rule.valid_to,
                "draft": not rule.published,
                "source": f"articolo {rule.article}",
            }


def postings(file: NetworkFile) -> Iterator[Values]:
    professions = {entry.code: entry.it for entry in file.code_lists["RUOLI"].entries}
    for position, post in enumerate(file.staffing, start=1):
        yield {
            "point": post.point,
            "position": position,
            "organisation": post.body,
            "profession": professions[post.role],
            "people": post.people,
            "weekly_hours": post.weekly_hours,
            "source": f"articolo {post.article}",
        }


def periods(file: NetworkFile) -> Iterator[Values]:
    for period in file.periods:
        yield {
            "code": period.code,
            "name": period.label.it,
            "first_day": period.first,
            "last_day": period.last,
            "note": period.note.it if period.note else "",
        }


def code_list_entries(file: NetworkFile) -> Iterator[Values]:
    usual = {default.visitor: _usual(default) for default in file.desk_defaults}
    for name, codes in file.code_lists.items():
        extras = usual if name == "TIPO_UTENTE" else {}
        for position, (entry, parent) in enumerate(_with_items(codes), start=1):
            extra = extras.get(entry.code, {}) | (_extra(entry) if isinstance(entry, Entry) else {})
            yield {
                "list_code": name,
                "code": entry.code,
                "labels": {"it": entry.it, "en": entry.en},
                "parent_code": parent,
                "group": (entry.group or "") if isinstance(entry, Entry) else "",
                "restricted": entry.restricted,
                "extra": extra,
                "position": position,
                "retired_on": None,
            }


def _with_items(codes: CodeList) -> Iterator[tuple[Entry | Item, str]]:
    for entry in codes.entries:
        yield entry, ""
        for item in entry.items:
            yield item, entry.code


def _extra(entry: Entry) -> Values:
    numbers = {"lowest": entry.lowest, "highest": entry.highest}
    return {key: value for key, value in (numbers | {"crosswalk": entry.crosswalk}).items() if value not in (None, {})}


def _usual(default: DeskDefault) -> Values:
    """What the desk fills in by itself once the visitor is chosen."""
    return {
        "for_whom": default.for_whom,
        "contact_type": default.kind,
        "life_phase": default.phase or "",
        "needs": list(default.needs),
        "service": default.service,
        "outcome": default.outcome,
    }

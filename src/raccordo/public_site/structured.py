"""A point for search engines: schema.org, as a JSON-LD data block, which a browser never executes."""

import json
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from raccordo.network.enums import OrganisationKind
from raccordo.network.models import Organisation
from raccordo.network.schedule import ClosedSpan
from raccordo.public_site.places import Place, network_name

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PUBLIC_BODIES = frozenset(
    {
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.HEALTH_AGENCY,
        OrganisationKind.SOCIAL_COMPANY,
        OrganisationKind.SCHOOL,
    }
)
# what would end the script element or open a comment in it, as in django.utils.html.json_script
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def data_block(value: dict[str, Any]) -> SafeString:
    """The script element with the data; escaped so that no text of the network can leave it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


def service(place: Place, url: str) -> dict[str, Any]:
    """A GovernmentService given at one place, free of charge."""
    point = place.point
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": f"{url}#service",
        "url": url,
        "name": f"{network_name(point.network)} · {place.name}",
        "description": place.summary,
        "serviceType": _("Centro per le famiglie"),
        "serviceOperator": _operator(point.organisation),
        "areaServed": {"@type": "AdministrativeArea", "name": place.town},
        "audience": {"@type": "Audience", "audienceType": place.audience},
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
        "availableChannel": {"@type": "ServiceChannel", "serviceUrl": url, "serviceLocation": _location(place)},
    }


def _operator(organisation: Organisation) -> dict[str, str]:
    kind = "GovernmentOrganization" if organisation.kind in PUBLIC_BODIES else "Organization"
    return {"@type": kind, "name": organisation.name}


def _location(place: Place) -> dict[str, Any]:
    point = place.point
    address = {
        "streetAddress": point.street,
        "postalCode": point.postal_code,
        "addressLocality": place.town,
        "addressRegion": point.municipality.province,
        "addressCountry": "IT",
    }
    location: dict[str, Any] = {
        "@type": "Place",
        "name": place.name,
        "address": {"@type": "PostalAddress"} | {key: value for key, value in address.items() if value},
        "isAccessibleForFree": True,
        "publicAccess": True,
    }
    if point.phone:
        location["telephone"] = point.phone
    if place.schedule.has_hours:
        location["openingHoursSpecification"] = _hours(place)
    if place.closed_spans:
        location["specialOpeningHoursSpecification"] = [_shut(span) for span in place.closed_spans]
    return location


def _hours(place: Place) -> list[dict[str, str]]:
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[rule.weekday]}",
            "opens": f"{rule.opens_at:%H:%M}",
            "closes": f"{rule.closes_at:%H:%M}",
        }
        | ({"validFrom": rule.valid_from.isoformat()} if rule.valid_from else {})
        | ({"validThrough": rule.valid_until.isoformat()} if rule.valid_until else {})
        for rule in place.schedule.rules
    ]


def _shut(span: ClosedSpan) -> dict[str, str]:
    """Opening and closing at midnight is how schema.org says shut all day."""
    return {
        "@type": "OpeningHoursSpecification",
        "validFrom": span.first.isoformat(),
        "validThrough": span.last.isoformat(),
        "opens": "00:00",
        "closes": "00:00",
    }

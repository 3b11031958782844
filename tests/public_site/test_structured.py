"""The data block for search engines: it parses, it is schema.org, and no text can leave it."""

from datetime import date
from html.parser import HTMLParser

import pytest

from raccordo.network.enums import Weekday
from raccordo.public_site.structured import data_block
from tests.public_site.places import closes, hub_and_others, opens
from tests.public_site.reading import structured

pytestmark = pytest.mark.django_db

# the properties that schema.org gives to each type, of those that we use
SCHEMA = {
    "GovernmentService": {
        "url", "name", "description", "serviceType", "serviceOperator", "areaServed", "audience", "offers",
        "availableChannel",
    },
    "Organization": {"name"},
    "GovernmentOrganization": {"name"},
    "AdministrativeArea": {"name"},
    "Audience": {"audienceType"},
    "Offer": {"price", "priceCurrency"},
    "ServiceChannel": {"serviceUrl", "serviceLocation"},
    "Place": {
        "name", "address", "isAccessibleForFree", "publicAccess", "telephone", "openingHoursSpecification",
        "specialOpeningHoursSpecification",
    },
    "PostalAddress": {"streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"},
    "OpeningHoursSpecification": {"dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
}  # fmt: skip


def assert_known(value):
    if isinstance(value, list):
        for each in value:
            assert_known(each)
    elif isinstance(value, dict):
        assert value.keys() - {"@type", "@context", "@id"} <= SCHEMA[value["@type"]], value
        assert all(each not in ("", None, []) for each in value.values()), value
        for each in value.values():
            assert_known(each)


def test_a_point_is_a_service_at_a_place(client, at_moment):
    at_moment("2026-11-24 09:00")
    network = hub_and_others()
    closes(network.points.get(slug="hub"), date(2026, 12, 1), date(2026, 12, 3))
    data = structured(client.get("/punti/hub/"))
    assert_known(data)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "GovernmentService")
    place = data["availableChannel"]["serviceLocation"]
    assert place["openingHoursSpecification"][0] == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": "https://schema.org/Tuesday",
        "opens": "10:00",
        "closes": "12:00",
    }
    shut = [(each["validFrom"], each["validThrough"]) for each in place["specialOpeningHoursSpecification"]]
    assert shut == [("2026-12-01", "2026-12-03"), ("2026-12-08", "2026-12-08")]


def test_drafts_are_not_for_search_engines_either(client):
    network = hub_and_others()
    opens(network.points.get(slug="senza-orari"), Weekday.MONDAY, "09:00", "11:00", draft=True)
    data = structured(client.get("/punti/senza-orari/"))
    assert_known(data)
    assert "openingHoursSpecification" not in data["availableChannel"]["serviceLocation"]


def test_in_english_the_data_are_english(client):
    hub_and_others()
    data = structured(client.get("/en/punti/hub/"))
    assert (data["description"], data["serviceType"]) == ("Here somebody listens to you.", "Family centre")
    assert data["url"] == "http://testserver/en/punti/hub/"


def test_no_text_closes_the_block():
    class Counter(HTMLParser):
        tags: list[str] = []

        def handle_starttag(self, tag, attrs):
            self.tags.append(tag)

    block = data_block({"name": "</script><img src=x onerror=alert(1)> & <!-- \u2028"})
    reader = Counter()
    reader.feed(block)
    assert reader.tags == ["script"]
    assert "\u2028" not in block

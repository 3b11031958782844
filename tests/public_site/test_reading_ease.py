"""Short words, light pages: Gulpease at least 60, first load at most 140 kB."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

from tests.public_site.reading import gulpease, parse, prose

pytestmark = pytest.mark.django_db
FIRST_LOAD = 140_000
PLAIN_ENOUGH = 60


def test_the_formula_on_a_sentence_counted_by_hand():
    assert gulpease(["Il gatto dorme."]) == 89 + (300 * 1 - 10 * 12) / 3


@pytest.mark.parametrize("moment", ["2026-11-24 10:30", "2026-11-24 20:00"])
def test_italian_texts_are_easy_to_read(client, hug2, at_moment, moment):
    at_moment(moment)
    slugs = hug2.points.values_list("slug", flat=True)
    addresses = ["/", "/punti/", "/accessibilita/", "/privacy/", *(f"/punti/{slug}/" for slug in slugs)]
    measured = {address: round(gulpease(prose(client.get(address)))) for address in addresses}
    assert {address: value for address, value in measured.items() if value < PLAIN_ENOUGH} == {}


@pytest.mark.parametrize("address", ["/", "/punti/", "/punti/hub-piazza-giovanni-xxiii/"])
def test_the_first_load_is_light(client, hug2, address):
    page = client.get(address)
    wanted = {each.get("href") or "" for tag, each in parse(page).elements if tag in {"link", "use"}}
    names = {re.split("[?#]", each)[0].removeprefix("/static/") for each in wanted if each.startswith("/static/")}
    files = {Path(settings.STATIC_ROOT) / name for name in names if not name.endswith(".woff2")}
    assert {file.suffix for file in files} == {".css", ".svg"}
    size = len(brotli.compress(page.content)) + sum(file.with_name(f"{file.name}.br").stat().st_size for file in files)
    assert size <= FIRST_LOAD, f"{address}: {size} bytes"

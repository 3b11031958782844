"""The pages under /en/: complete, and without Italian left over."""

import re
from pathlib import Path

import polib
import pytest

import raccordo
from raccordo.network.enums import ClosureReason
from tests.public_site.places import hub_and_others
from tests.public_site.reading import parse, text

SOURCES = Path(raccordo.__path__[0])
PUBLIC = [
    *sorted(SOURCES.glob("public_site/templates/**/*.html")),
    *(SOURCES / "ui/templates/ui" / name for name in ("base.html", "base_public.html", "components/breadcrumb.html")),
]
CODE = [*sorted(SOURCES.glob("public_site/*.py")), SOURCES / "network/schedule.py", SOURCES / "network/holidays.py"]
CATALOGUES = sorted(SOURCES.glob("*/locale/en/LC_MESSAGES/django.po"))
ITALIAN = re.compile(
    r"\b(il|lo|gli|della|delle|dei|degli|che|chi|per|con|non|sono|dove|quando|oggi|domani|ora|adesso|aperto|chiuso|orari|"
    r"giorno|giorni|punto|punti|famiglia|famiglie|gratis|ente|sede|dalle|alle|fino|festa|patrono|vieni|tuo|tua|tuoi)\b",
    re.IGNORECASE,
)
ADDRESSES = ["/en/", "/en/punti/", "/en/accessibilita/", "/en/privacy/"]


def translated():
    return {entry.msgid: entry for path in CATALOGUES for entry in polib.pofile(str(path))}


def asked():
    for path in PUBLIC:
        source = path.read_text()
        assert "blocktrans" not in source
        yield from re.findall(r'{%\s*translate\s+"([^"]+)"', source)
    for path in CODE:
        yield from re.findall(r'(?:\b_|gettext_lazy)\(\s*"([^"]+)"', path.read_text())
    yield from map(str, ClosureReason.labels)


def test_every_sentence_has_its_english():
    known = translated()
    assert [sentence for sentence in asked() if sentence not in known] == []


def test_no_entry_is_empty_fuzzy_or_loses_a_value():
    for entry in translated().values():
        assert entry.msgstr, entry.msgid
        assert not entry.fuzzy, entry.msgid
        asked_for, given = (sorted(re.findall(r"%\(\w+\)s", words)) for words in (entry.msgid, entry.msgstr))
        assert asked_for == given, entry.msgid


def test_no_entry_is_left_over():
    used = set(asked())
    own = [polib.pofile(str(SOURCES / app / "locale/en/LC_MESSAGES/django.po")) for app in ("public_site", "network")]
    assert [entry.msgid for catalogue in own for entry in catalogue if entry.msgid not in used] == []


@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["2026-11-24 10:30", "2026-11-24 20:00", "2026-12-08 10:30"])
def test_no_italian_word_is_left(client, hug2, at_moment, moment):
    at_moment(moment)
    points = [f"/en/punti/{slug}/" for slug in hug2.points.values_list("slug", flat=True)]
    names = ["Casa di Comunità", "Fondazione Città di Cremona", *hug2.points.values_list("street", flat=True)]
    names += hug2.organisations.values_list("name", flat=True)
    names += hug2.municipalities.values_list("patron_name", flat=True)
    for address in [*ADDRESSES, *points]:
        found = text(client.get(address)).split("The official acts")[0]
        for name in sorted(filter(None, names), key=len, reverse=True):
            found = found.replace(name, "")
        assert ITALIAN.findall(found) == [], address


@pytest.mark.django_db
def test_the_switch_keeps_the_page_and_search_engines_know_it(client):
    hub_and_others()
    page = parse(client.get("/punti/hub/"))
    switch = {each["hreflang"]: each["href"] for tag, each in page.elements if tag == "a" and "hreflang" in each}
    assert switch == {"it": "/punti/hub/", "en": "/en/punti/hub/"}
    links = [(each.get("rel"), each.get("hreflang"), each.get("href")) for tag, each in page.elements if tag == "link"]
    assert ("canonical", None, "http://testserver/punti/hub/") in links
    assert ("alternate", "en", "http://testserver/en/punti/hub/") in links
    assert ("alternate", "x-default", "http://testserver/punti/hub/") in links


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "language"), [("/", "it"), ("/en/", "en"), ("/en/punti/hub/", "en")])
def test_the_language_is_declared_whatever_the_browser_asks(client, address, language):
    hub_and_others()
    page = client.get(address, headers={"accept-language": "fr, en;q=0.5"})
    assert dict(parse(page).elements)["html"]["lang"] == page["Content-Language"] == language


@pytest.mark.django_db
def test_every_public_text_of_the_network_is_in_both_languages(hug2):
    texts = [(point.code, key, value) for point in hug2.points.all() for key, value in point.texts.items()]
    assert len(texts) >= 35
    assert [(code, key) for code, key, value in texts if not value.get("it") or not value.get("en")] == []

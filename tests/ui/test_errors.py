"""Error pages stand by themselves: no context processor, no query, no session."""

import pytest
from django.utils import translation
from lxml import html

from raccordo.kernel.refusals import NotAllowed
from raccordo.ui import errors

PAGES = {
    errors.bad_request: 400,
    errors.forbidden: 403,
    errors.not_found: 404,
    errors.server_error: 500,
    errors.csrf_failure: 403,
}


@pytest.mark.parametrize(("view", "status"), PAGES.items(), ids=lambda it: getattr(it, "__name__", str(it)))
def test_says_what_happened_and_where_to_go(rf, view, status):
    response = view(rf.get("/"))
    page = html.fromstring(response.content)
    assert response.status_code == status
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//title/text()") == page.xpath("//h1/text()")
    assert page.xpath("//main//a/@href") == ["/"]
    assert page.xpath("/html/@lang") == ["it"]


@pytest.mark.parametrize("view", PAGES, ids=lambda it: it.__name__)
def test_whoever_carries_a_session_goes_back_to_the_desk(rf, settings, view):
    rf.cookies[settings.SESSION_COOKIE_NAME] = "whatever"
    page = html.fromstring(view(rf.get("/accessi/")).content)
    assert page.xpath("//main//a/@href") == ["/scrivania/", "/"]
    assert page.xpath("//main//a/text()")[0] == "Torna alla scrivania"


@pytest.mark.parametrize("view", PAGES, ids=lambda it: it.__name__)
@pytest.mark.parametrize("active", ["it", "en"])
def test_under_the_english_addresses_it_speaks_english(rf, view, active):
    with translation.override(active):
        english = html.fromstring(view(rf.get("/en/nowhere/")).content)
        italian = html.fromstring(view(rf.get("/nowhere/")).content)
    assert english.xpath("/html/@lang") == ["en"]
    assert set(english.xpath("//main//a/@href")) == {"/en/"}
    pairs = zip(english.xpath("//main//*[text()]"), italian.xpath("//main//*[text()]"), strict=True)
    assert [it.text for en, it in pairs if it.text.strip() and en.text == it.text] == []


def test_refusal_gives_its_own_sentence(rf):
    response = errors.forbidden(rf.get("/"), NotAllowed("Solo chi coordina il punto può farlo."))
    assert "Solo chi coordina il punto può farlo." in response.content.decode()


def test_what_is_not_a_refusal_keeps_its_words_for_itself(rf):
    response = errors.forbidden(rf.get("/"), PermissionError("/etc/shadow"))
    assert "shadow" not in response.content.decode()

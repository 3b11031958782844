"""Error pages stand by themselves: no context processor, no query, no session."""

import pytest
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


def test_refusal_gives_its_own_sentence(rf):
    response = errors.forbidden(rf.get("/"), NotAllowed("Solo chi coordina il punto può farlo."))
    assert "Solo chi coordina il punto può farlo." in response.content.decode()


def test_what_is_not_a_refusal_keeps_its_words_for_itself(rf):
    response = errors.forbidden(rf.get("/"), PermissionError("/etc/shadow"))
    assert "shadow" not in response.content.decode()

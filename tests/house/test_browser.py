"""The browser and the server of the journeys work: a real page, its static files, no error in the console."""

import pytest

pytestmark = pytest.mark.journey


def test_the_sign_in_page_comes_with_its_static_files(page):
    failed = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto("/accedi/")
    assert page.get_by_role("heading", level=1).is_visible()
    assert failed == []
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert any("/static/" in name for name in loaded)

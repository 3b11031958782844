"""The pages in a real browser: axe, narrow screens, without JavaScript, on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from tests.public_site.places import hub_and_others

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ADDRESSES = [
    "/", "/punti/", "/punti/hub/", "/punti/senza-orari/", "/accessibilita/", "/privacy/", "/calendario/", "/en/",
    "/en/punti/hub/",
]  # fmt: skip


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_axe_finds_nothing_and_nothing_sticks_out(page, width):
    hub_and_others()
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        page.goto(address)
        found = [(each["id"], each["nodes"][0]["html"]) for each in Axe().run(page).response["violations"]]
        assert found == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_the_keyboard_reaches_the_content_and_then_a_point(page):
    hub_and_others()
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Vai al contenuto"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href").startswith("/punti/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/punti/**")


def test_everything_is_there_without_javascript(browser, address):
    hub_and_others()
    context = browser.new_context(base_url=address, java_script_enabled=False)
    window = context.new_page()
    window.goto("/")
    window.get_by_role("heading", name="Dove trovarci").locator("..").get_by_role("link", name="Hub").click()
    assert window.get_by_role("heading", level=1).inner_text() == "Hub"
    window.get_by_role("link", name="English").click()
    assert window.get_by_role("heading", name="Who it is for").is_visible()
    context.close()


@pytest.mark.parametrize("where", ["/", "/punti/", "/punti/hub/"])
def test_a_page_is_one_sheet_of_paper(page, tmp_path, where):
    hub_and_others(points=7)
    page.goto(where)
    page.pdf(path=tmp_path / "sheet.pdf", format="A4", prefer_css_page_size=True)
    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 1

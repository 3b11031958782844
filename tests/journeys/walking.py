"""How a person walks through the pages, and what axe says at every step."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from raccordo.kernel.demo import demo_password

WIDTHS = (1280, 768, 390)
HEIGHT = 900


def accessible(page: Page) -> None:
    """axe finds nothing at three widths, and nothing sticks out sideways; the window is left at the widest."""
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        violations: list[dict[str, Any]] = Axe().run(page).response["violations"]
        told = [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations]
        assert not told, f"{page.url} at {width} px: {told}"
        sticking_out = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert sticking_out <= 0, f"{page.url} at {width} px is {sticking_out} px too wide"


def go(page: Page, path: str) -> None:
    """Open a page, and let axe look at it."""
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200, f"{path} answered {answer.status}"
    accessible(page)


def sign_in(page: Page, username: str) -> None:
    """As a demo user, with name and password; whoever was signed in before signs out."""
    sign_out(page)
    go(page, "/accedi/")
    page.get_by_label("Nome utente").fill(username)
    page.get_by_label("Password", exact=True).fill(demo_password())
    page.keyboard.press("Enter")
    page.wait_for_url("**/scrivania/")
    accessible(page)


def sign_out(page: Page) -> None:
    page.context.clear_cookies()

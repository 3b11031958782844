"""Everything that the measures share: the two sites, made once, and how patient the run is."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.browser import Browser, Fields
from bench.sites import Site, make_product, make_yardstick
from tools.terminal import say

OPERATOR, LEAD = "operatore.hub", "coordinamento"
MANY = 100_000


@dataclass
class Stage:
    """The folder of a run; `quick` is for a first look."""

    folder: Path
    quick: bool

    @property
    def rounds(self) -> int:
        return 3 if self.quick else 9

    @property
    def times(self) -> int:
        """Requests of one turn."""
        return 50 if self.quick else 150

    @cached_property
    def product(self) -> Site:
        return make_product(self.folder / "product")

    @cached_property
    def yardstick(self) -> Site:
        return make_yardstick(self.folder / "yardstick", self.rows)

    def copies(self) -> tuple[Site, Site]:
        """Both on copies of their data, for a measure that writes: the others find a demo year, not its traces."""
        return (
            self.product.copy(self.folder / "product-written", self.product.port),
            self.yardstick.copy(self.folder / "yardstick-written", self.yardstick.port),
        )

    @cached_property
    def rows(self) -> int:
        """Contacts of the demo year; the yardstick gets as many."""
        return int(self.product.command("fill", "0")["contacts"])

    @cached_property
    def large_product(self) -> Site:
        say(f"  {MANY} contacts …")
        site = self.product.copy(self.folder / "product-large", self.product.port)
        site.command("fill", str(MANY))
        return site

    @cached_property
    def large_yardstick(self) -> Site:
        return make_yardstick(self.folder / "yardstick-large", MANY)


@dataclass
class Desk:
    """Somebody at a desk of the product, signed in, with the form open."""

    browser: Browser
    form: Fields

    @classmethod
    def of(cls, site: Site, username: str = OPERATOR) -> "Desk":
        browser = Browser(site.port, cookies=site.command("session", username))
        page = browser.get("/accessi/nuovo/").text
        return cls(browser, _answers(page))

    def another(self) -> "Desk":
        """The same person in another window, over a connection of its own."""
        return Desk(Browser(self.browser.port, dict(self.browser.cookies), self.browser.token), self.form)

    def record(self, contact_id: str) -> None:
        """One contact with two needs."""
        self.browser.post("/accessi/nuovo/", [("contact_id", contact_id), *self.form])


def _answers(page: str) -> Fields:
    """What a browser sends of the form: what stands in it already, and what the person tapped."""
    return [
        ("point", _value(page, "point")), ("channel", "PERS"), ("visitor_type", "MADRE"), ("life_phase", "INF"),
        ("needs", "GEN"), ("needs", "INF"), ("for_whom", ""), ("contact_type", "PRIMO"), ("seen_today", "no"),
        ("service", "S01"), ("outcome", "E1"), ("handed_to", ""), ("happened_on", _value(page, "happened_on")),
        ("source", ""), ("interlocutor", ""), ("accompanied", ""),
    ]  # fmt: skip


def _value(page: str, name: str) -> str:
    tag = page[page.rindex("<input", 0, page.index(f'name="{name}"')) :]
    return tag.split('value="', 1)[1].split('"', 1)[0]

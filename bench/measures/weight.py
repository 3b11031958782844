"""F18: what a phone loads the first time that somebody opens the public page."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from bench.browser import Browser
from bench.results import Result
from bench.sites import serving
from bench.stage import Stage

LINKED = re.compile(r"<(?:link|script|img|use)\b[^>]*?\s(?:href|src)=\"(/static/[^\"#]+)")
IMPORTED = re.compile(r"(?:url\(\s*[\"']?|(?:from|import)\s*\(?[\"'])([^\"')]+)")
FONTS = (".woff2", ".woff", ".ttf")


def weight(stage: Stage) -> Iterator[Result]:
    """Page, style sheets, icons and scripts as they travel (brotli), fonts apart, then scripts alone."""
    with serving(stage.product):
        sizes = _everything(Browser(stage.product.port, encodings="br"), "/")
    scripts = sum(size for path, size in sizes.items() if path.endswith((".js", ".mjs")))
    fonts = sum(size for path, size in sizes.items() if path.endswith(FONTS))
    rest = sum(sizes.values()) - scripts - fonts
    told = f"{len(sizes)} files; fonts {fonts / 1000:.0f} kB apart"
    yield Result("F18", "first visit of the public home, scripts included", told, (rest + scripts) / 1000, 140, "kB")
    yield Result("F18", "of which scripts", "", scripts / 1000, 25, "kB")


def _everything(browser: Browser, page: str) -> dict[str, int]:
    """Path → bytes as they travel, of the page and all that it asks for, and what that asks for."""
    answer = browser.get(page)
    sizes = {page: len(answer.body)}
    plain = Browser(browser.port)
    waiting = LINKED.findall(plain.get(page).text)
    while waiting:
        path = waiting.pop().partition("#")[0]
        if path in sizes:
            continue
        sizes[path] = len(browser.get(path).body)
        if path.endswith((".css", ".js", ".mjs")):
            found = IMPORTED.findall(plain.get(path).text)
            waiting += [urljoin(path, each) for each in found if not each.startswith(("data:", "#", "http"))]
    return sizes

"""F12: the list as a file, per row and in memory."""

import threading
from collections.abc import Callable, Iterator

from bench.browser import Browser
from bench.results import Result
from bench.sites import Server, Site, serving, yardstick_browser
from bench.stage import OPERATOR, Stage
from bench.turns import in_turns

ALL = "/accessi/esporta.csv?dal=2020-01-01&stato=tutti"
SOME = "/accessi/esporta.csv?dal=2026-06-01&al=2026-06-12&stato=tutti"  # about a thousand rows
CONNECTIONS = 16
EVERY = 0.05  # seconds between two looks at the memory


def export(stage: Stage) -> Iterator[Result]:
    """Everything that the operator sees, as CSV, beside the yardstick's streamed CSV; then what it does to memory."""
    rounds = 1 if stage.quick else 3
    with serving(stage.large_product, stage.large_yardstick) as (ours, theirs):
        browser, other = _operator(stage.large_product), yardstick_browser(stage.large_yardstick.port)
        sides = {"ours": _per_row(ours, browser, ALL), "theirs": _per_row(theirs, other, "/esporta.csv")}
        taken = in_turns(sides, rounds)
    told = f"{taken['ours']:.0f} µs beside {taken['theirs']:.0f} µs of CPU a row"
    yield Result("F12", "CSV export, per row", told, taken["ours"] / taken["theirs"], 2)
    yield from _memory(stage)


def _operator(site: Site) -> Browser:
    return Browser(site.port, cookies=site.command("session", OPERATOR))


def _per_row(server: Server, browser: Browser, path: str) -> Callable[[], float]:
    def measure() -> float:
        before = server.cpu()
        rows = browser.drain(path)
        return 1000 * (server.cpu() - before) / rows

    return measure


def _memory(stage: Stage) -> Iterator[Result]:
    """The highest memory while the file is written, of a fresh server each: all rows, and those of a few days."""
    few, many = _highest(stage.large_product, few=True), _highest(stage.large_product, few=False)
    told = f"{many[0]:.0f} MB for {many[1]:,} rows, {few[0]:.0f} MB for {few[1]:,}"
    yield Result("F12", "CSV export, memory that many rows add", told, max(0.0, many[0] - few[0]), 20, "MB")


def _highest(site: Site, *, few: bool) -> tuple[float, int]:
    with serving(site) as (server,):
        browser = _operator(site)
        for _ in range(CONNECTIONS):  # so that each worker has done something
            Browser(site.port, dict(browser.cookies)).get("/accessi/")
        done, seen = threading.Event(), [server.memory()]

        def watch() -> None:
            while not done.wait(EVERY):
                seen.append(server.memory())

        watcher = threading.Thread(target=watch)
        watcher.start()
        rows = browser.drain(SOME if few else ALL)
        done.set()
        watcher.join()
        return max(seen), rows

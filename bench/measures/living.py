"""F15 and F16: what the processes weigh after a day's work, and how long they take to get up."""

import time
from collections.abc import Iterator
from uuid import uuid4

from bench.browser import Browser
from bench.results import Result
from bench.sites import YARDSTICK_FORM, Server, Site, serving, yardstick_browser
from bench.stage import LEAD, Desk, Stage
from bench.turns import in_turns

TIMES = 12  # how often the task list is gone through, each time over a new connection: both workers get their share
PUBLIC = ("/", "/punti/", "/en/", "/accessibilita/")
AT_THE_DESK = (
    "/scrivania/", "/accessi/", "/accessi/nuovo/", "/accessi/esporta.xlsx", "/accessi/esporta.ods",
    "/accessi/esporta.csv", "/rete/",
)  # fmt: skip
OF_THE_LEAD = (
    "/monitoraggio/", "/monitoraggio/perche/I01/", "/rendiconti/", "/rendiconti/2026-S2/", "/rendiconti/2026-S2.pdf",
    "/rendiconti/2026-S2.xlsx", "/rendiconti/2026-S2.ods", "/rendiconti/2026-S2.csv", "/rendiconti/2026-S2.json",
)  # fmt: skip


def memory(stage: Stage) -> Iterator[Result]:
    """F15: every page and every file of both sites, then the memory of the whole process tree."""
    product, yardstick = stage.copies()
    with serving(product, yardstick) as (ours, theirs):
        contact = product.command("addresses")["contact"]
        first, lead = Desk.of(product), product.command("session", LEAD)
        for _ in range(2 if stage.quick else TIMES):
            _a_day(product, first, lead, contact)
            _a_yardstick_day(yardstick)
        weights = ours.memory(), theirs.memory()
        told = f"{weights[0]:.0f} MB beside {weights[1]:.0f} MB; {_parts(ours)}"
    yield Result("F15", "memory after the whole task list", told, weights[0] / weights[1], 1.6)


def _parts(server: Server) -> str:
    return " + ".join(f"{process.memory_full_info().pss / 1_000_000:.0f}" for process in server.tree())


def _a_day(site: Site, first: Desk, lead: dict[str, str], contact: str) -> None:
    desk, boss = first.another(), Browser(site.port, dict(lead))
    for path in (*PUBLIC, *AT_THE_DESK, contact, f"{contact}correggi/"):
        desk.browser.get(path)
    desk.record(str(uuid4()))
    for path in OF_THE_LEAD:
        boss.get(path)
    desk.browser.close()
    boss.close()


def _a_yardstick_day(site: Site) -> None:
    browser = yardstick_browser(site.port)
    for path in ("/", "/accessi/", "/accessi/1/", "/esporta.csv", "/accessi/nuovo/"):
        browser.get(path)
    browser.post("/accessi/nuovo/", YARDSTICK_FORM)
    browser.close()


def cold_start(stage: Stage) -> Iterator[Result]:
    """F16: from the start of the process to the first page, and the processor that it takes."""
    started = {"ours": lambda: _start(stage.product, "/"), "theirs": lambda: _start(stage.yardstick, "/accessi/")}
    taken = in_turns(started, stage.rounds)
    told = f"{taken['ours']:.2f} s beside {taken['theirs']:.2f} s"
    yield Result("F16", "cold start: process to first page", told, taken["ours"] / taken["theirs"], 2.5)


def _start(site: Site, path: str) -> float:
    began = time.perf_counter()
    server = Server(site)
    try:
        server.wait(path)
        return time.perf_counter() - began
    finally:
        server.stop()

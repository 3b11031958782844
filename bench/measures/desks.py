"""F2 and F3: eight desks that post without pause."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from uuid import uuid4

from bench.browser import Browser
from bench.results import Result
from bench.sites import YARDSTICK_FORM, serving, yardstick_browser
from bench.stage import Desk, Stage
from bench.turns import percentile

DESKS = 8


@dataclass
class Rush:
    """What eight desks saw: how long each save took, and all of them together."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def spread(self) -> float:
        return percentile(self.waits, 0.95) / percentile(self.waits, 0.5)

    @property
    def rate(self) -> float:
        return len(self.waits) / self.seconds


def rush(desks: list[Callable[[], None]], times: int) -> Rush:
    """Each desk saves `times` times, all at once."""
    seen = Rush()
    gate = threading.Barrier(len(desks) + 1)

    def work(save: Callable[[], None]) -> None:
        gate.wait()
        for _ in range(times):
            began = time.perf_counter()
            save()
            seen.waits.append(1000 * (time.perf_counter() - began))

    threads = [threading.Thread(target=work, args=(save,)) for save in desks]
    for thread in threads:
        thread.start()
    gate.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    seen.seconds = time.perf_counter() - began
    return seen


def eight_desks(stage: Stage) -> Iterator[Result]:
    """Waiting times, saves a second, and that every save that was answered is stored whole."""
    sent: list[str] = []
    product, yardstick = stage.copies()
    with serving(product, yardstick):
        first = Desk.of(product)
        desks = [_recorder(first.another(), sent) for _ in range(DESKS)]
        browsers = [yardstick_browser(yardstick.port) for _ in range(DESKS)]
        posts = [_poster(browser) for browser in browsers]
        ours, theirs = [], []
        for number in range(stage.rounds + 1):
            pair = rush(desks, stage.times // 3), rush(posts, stage.times // 3)
            if number:
                ours.append(pair[0])
                theirs.append(pair[1])
    whole = product.command("stored", given=json.dumps(sent))["whole"]
    spread = median(each.spread for each in ours)
    p50 = median(percentile(each.waits, 0.5) for each in ours)
    told = f"p50 {p50:.0f} ms, p95 {spread * p50:.0f} ms; {whole} of {len(sent)} stored"
    yield Result("F2", "eight desks save at once: p95 / p50, none lost", told, spread, 3, exact=whole == len(sent))
    rates = median(each.rate for each in ours), median(each.rate for each in theirs)
    told = f"{rates[0]:.0f}/s beside {rates[1]:.0f}/s"
    yield Result("F3", "the same, saves a second", told, rates[0] / rates[1], 0.7, at_least=True)


def _recorder(desk: Desk, sent: list[str]) -> Callable[[], None]:
    def save() -> None:
        contact_id = str(uuid4())
        desk.record(contact_id)
        sent.append(contact_id)

    return save


def _poster(browser: Browser) -> Callable[[], None]:
    def save() -> None:
        browser.post("/accessi/nuovo/", YARDSTICK_FORM)

    return save

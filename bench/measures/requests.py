"""F1 and F4: what one request costs the processor, a save and the pages that are open all day."""

from collections.abc import Callable, Iterator
from uuid import uuid4

from bench.results import Result
from bench.sites import YARDSTICK_FORM, Server, serving, yardstick_browser
from bench.stage import Desk, Stage
from bench.turns import in_turns


def repeated(server: Server, ask: Callable[[], object], times: int) -> Callable[[], float]:
    """Milliseconds of processor that one request costs, over `times` of them and a first one that does not count."""

    def measure() -> float:
        ask()
        before = server.cpu()
        for _ in range(times):
            ask()
        return (server.cpu() - before) / times

    return measure


def saving(stage: Stage) -> Iterator[Result]:
    """F1: a contact with two needs, with everything that a save entails, beside the yardstick's save."""
    product, yardstick = stage.copies()
    with serving(product, yardstick) as (ours, theirs):
        desk, browser = Desk.of(product), yardstick_browser(yardstick.port)
        taken = in_turns(
            {
                "ours": repeated(ours, lambda: desk.record(str(uuid4())), stage.times),
                "theirs": repeated(theirs, lambda: browser.post("/accessi/nuovo/", YARDSTICK_FORM), stage.times),
            },
            stage.rounds,
        )
    yield _beside("F1", "saving a contact", taken["ours"], taken["theirs"], 1.5)


def pages(stage: Stage) -> Iterator[Result]:
    """F4: list and contact beside the yardstick's list; the form and the desk for comparison."""
    with serving(stage.product, stage.yardstick) as (ours, theirs):
        desk, browser = Desk.of(stage.product), yardstick_browser(stage.yardstick.port)
        addresses = {
            "the list of contacts": "/accessi/",
            "one contact": stage.product.command("addresses")["contact"],
            "the form of a contact": "/accessi/nuovo/",
            "the operator’s desk": "/scrivania/",
        }

        def page(address: str) -> Callable[[], float]:
            return repeated(ours, lambda: desk.browser.get(address), stage.times)

        sides = {name: page(address) for name, address in addresses.items()}
        sides["theirs"] = repeated(theirs, lambda: browser.get("/accessi/"), stage.times)
        sides["static"] = repeated(theirs, lambda: browser.get("/"), stage.times * 3)
        taken = in_turns(sides, stage.rounds)
    for place, name in enumerate(addresses):
        yield _beside("F4", name, taken[name], taken["theirs"], 1.5 if place < 2 else None)
    yield _beside("F5", "the list, beside a static view", taken["the list of contacts"], taken["static"], 40)


def _beside(number: str, what: str, ours: float, theirs: float, aim: float | None) -> Result:
    return Result(number, what, f"{ours:.2f} ms beside {theirs:.2f} ms of CPU", ours / theirs, aim)

"""F6: how often a page asks the database, and that more rows do not make it ask more often."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from bench.measures.requests import repeated
from bench.results import Result
from bench.sites import serving
from bench.stage import MANY, Desk, Stage
from bench.turns import in_turns

FEW, SOME = 20, 2_000
MOST = 12


def growth(stage: Stage) -> Iterator[Result]:
    """The list of somebody at the hub, over a table of 100,000 contacts and over a demo year."""
    large = replace(stage.large_product, port=stage.product.port + 2)
    with serving(stage.product, large) as (few, many):
        sides = {
            name: repeated(server, partial(Desk.of(server.site).browser.get, "/accessi/"), stage.times)
            for name, server in (("few", few), ("many", many))
        }
        taken = in_turns(sides, stage.rounds)
    told = f"{taken['many']:.2f} ms beside {taken['few']:.2f} ms of CPU"
    yield Result("F6", f"the list over {MANY:,} contacts beside a year’s", told, taken["many"] / taken["few"], 1.2)


def queries(stage: Stage) -> Iterator[Result]:
    """Every page for everybody who may open it, with 20 contacts and with 2,000."""
    few = stage.product.copy(stage.folder / "product-few", stage.product.port)
    few.command("shrink", str(FEW))
    some = stage.product.copy(stage.folder / "product-some", stage.product.port)
    some.command("fill", str(SOME))
    with_few, with_some = few.command("queries"), some.command("queries")
    above = sorted((page for page in with_some if with_some[page] > MOST), key=lambda page: -with_some[page])
    most = max(with_some.values())
    grown = {page: (with_few[page], with_some[page]) for page in with_some if with_some[page] > with_few.get(page, 99)}
    told = (
        f"{len(with_some)} pages; above {MOST}: {', '.join(f'{page} {with_some[page]}' for page in above) or 'none'}"
    )
    yield Result("F6", "queries of the page with the most", told, most, MOST, "")
    told = ", ".join(f"{page} {before}→{after}" for page, (before, after) in grown.items()) or "none"
    yield Result("F6", f"pages that ask more often with {SOME:,} rows than with {FEW}", told, len(grown), 0, "")
    yield from growth(stage)

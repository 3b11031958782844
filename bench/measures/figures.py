"""The return of a period: its figures beside bare SQL, its PDF beside bare typesetting (F14)."""

from collections.abc import Iterator

from bench.results import Result
from bench.stage import MANY, Stage


def figures(stage: Stage) -> Iterator[Result]:
    """The return over a table of 100,000 contacts, figures and document and trail, beside the statements alone."""
    found = stage.large_product.command("return", str(stage.rounds))
    told = f"{found['ours']:.0f} ms beside {found['sql']:.0f} ms; {found['rows']} contacts of {MANY:,} in the period"
    ratio = found["ours"] / found["sql"]
    yield Result("R", "the return of a period beside bare SQL", told, ratio, 2, exact=found["same"])


def typesetting(stage: Stage) -> Iterator[Result]:
    """F14: the PDF as it is taken away beside bare Typst on the same document."""
    found = stage.product.command("pdf", str(stage.rounds))
    told = f"{found['ours']:.0f} ms beside {found['typst']:.0f} ms"
    yield Result("F14", "the return as PDF beside bare Typst", told, found["ours"] / found["typst"], 2)

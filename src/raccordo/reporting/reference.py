"""docs/reporting.md, written from the indicators themselves; a test compares the two."""

from collections.abc import Iterator

from raccordo.reporting.indicators import INDICATORS, Indicator

HEAD = """\
# Indicators

This page is written by `./raccordo manage indicator_reference`; do not edit it by hand. The sentences are those
printed under each number, in the return and on the page "Perché questo numero?". The code of an indicator is in
`src/raccordo/reporting/indicators/`.

Each indicator can be asked for a whole network, one point, one body or one month. Every row in scope is either
counted or left out for one reason: the reasons are tried in the order below, and *counted + left out = all* is a
test. Contacts on days that no period covers are kept and shown apart; they enter no return. Shares and means are
rounded to four decimals; where there is nothing to divide by, the value is missing and a sentence says why.

Hours are planned hours: the published timetable, less feast days of the municipality and closures. Hours really
held are not recorded yet. I28 divides by the hours up to the last day on which somebody came; everything else
looks at the whole period.
"""


def reference() -> str:
    """The whole page."""
    return HEAD + "".join(f"\n{_chapter(indicator)}" for indicator in INDICATORS.values())


def _chapter(indicator: Indicator) -> str:
    return "\n".join(_lines(indicator)) + "\n"


def _lines(indicator: Indicator) -> Iterator[str]:
    yield f"## {indicator.code} · {indicator.title}"
    yield ""
    yield indicator.definition
    yield ""
    yield f"- Formula: {indicator.formula}"
    yield f"- One row: {indicator.counts}"
    yield f"- Unit: {'per cento' if indicator.is_share else indicator.unit}"
    yield f"- Version: {indicator.version} ({indicator.since})"
    if indicator.exclusions:
        yield "- Left out, in this order:"
        for place, exclusion in enumerate(indicator.exclusions, start=1):
            yield f"  {place}. {exclusion.sentence} (`{exclusion.code}`)"

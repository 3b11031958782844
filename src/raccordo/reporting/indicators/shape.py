"""What an indicator is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Q

from raccordo.intake.enums import CodeList
from raccordo.reporting.facts import Facts

FIRST_VERSION = "prima versione, novembre 2026"


@dataclass(frozen=True)
class Part:
    """One slice of a mix: how many, and which share of the whole."""

    code: str
    label: str
    count: int
    share: Decimal | None


@dataclass(frozen=True)
class Figure:
    """A number with what it was made of. Without a value, `missing` says why in a sentence."""

    value: Decimal | int | None
    above: Decimal | int | None = None
    below: Decimal | int | None = None
    parts: tuple[Part, ...] = ()
    missing: str = ""


@dataclass(frozen=True)
class Exclusion:
    """Rows that an indicator leaves out, and the reason in a sentence. `rows` may depend on the hours of the scope."""

    code: str
    sentence: str
    rows: Callable[[Facts], Q]


@dataclass(frozen=True)
class Indicator:
    """One number of the network, defined once.

    `exclusions` are in order: a row that fits several is left out for the first. `counts` says what one counted row
    is. `unit` is "share" for fractions, else the noun that follows the number. `made_of` says what the number was made
    of, with its {above} and its {below}.
    """

    code: str
    title: str
    definition: str
    formula: str
    counts: str
    unit: str
    made_of: str
    exclusions: tuple[Exclusion, ...]
    compute: Callable[[Facts], Figure]
    code_list: CodeList | None = None
    of_hours: bool = False
    version: int = 1
    since: str = FIRST_VERSION

    @property
    def is_share(self) -> bool:
        return self.unit == "share"


def _always(condition: Q) -> Callable[[Facts], Q]:
    return lambda facts: condition


VOIDED = Exclusion(
    "voided",
    "Annullati: registrati per errore o due volte.",
    _always(Q(voided_at__isnull=False)),
)
SEEN_TODAY = Exclusion(
    "seen_today",
    "Già contati: la stessa persona era già venuta quel giorno in quel punto.",
    _always(Q(seen_today=True)),
)
BY_RULE = (VOIDED, SEEN_TODAY)


def leaving_out(code: str, sentence: str, rows: Q) -> Exclusion:
    return Exclusion(code, sentence, _always(rows))


def ratio(above: Decimal | int, below: Decimal | int) -> Decimal | None:
    """Rounded to four decimals; nothing when there is nothing to divide by."""
    if not below:
        return None
    return (Decimal(above) / Decimal(below)).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def divided(above: Decimal | int, below: Decimal | int, missing: str) -> Figure:
    """A figure that is a ratio; `missing` is said instead when the lower number is zero."""
    value = ratio(above, below)
    return Figure(value, above, below, missing="" if value is not None else missing)


def mix(counts: dict[str, int], facts: Facts, code_list: CodeList, missing: str, blank: str) -> Figure:
    """The parts of a whole, in the order of the network's list; codes that nobody used are not shown."""
    whole = sum(counts.values())
    order = {code: place for place, code in enumerate(facts.lists.of(code_list))}
    parts = tuple(
        Part(code, facts.lists.label(code_list, code) if code else blank, number, ratio(number, whole))
        for code, number in sorted(counts.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0]))
    )
    return Figure(whole, whole, whole, parts, "" if whole else missing)

"""What the monitoring page shows: figures, charts and tables, each number with the address that explains it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.safestring import SafeString

from raccordo.intake.enums import CodeList
from raccordo.intake.models import Contact
from raccordo.kernel.tables import Cell, Column
from raccordo.reporting.enums import Aspect
from raccordo.reporting.facts import Facts, counted
from raccordo.reporting.filters import Choice
from raccordo.reporting.indicators import INDICATORS, Figure, Indicator
from raccordo.reporting.indicators.shape import ratio
from raccordo.reporting.returns.render.words import NOTHING, said
from raccordo.reporting.returns.sections import accesses, summary, work
from raccordo.reporting.returns.sections.parts import month_label, per_point, point_label, shown_bodies
from raccordo.ui import formats
from raccordo.ui.charts import Bar, bar_chart, column_chart

CARDS = ("I01", "I04", "I05", "I06", "I09", "I27", "I28", "I37")
MOST_BARS = 8


@dataclass(frozen=True)
class Card:
    """One figure."""

    label: str
    value: str
    unit: str
    sentence: str
    why_url: str


@dataclass(frozen=True)
class Picture:
    """A chart with its table and the address that explains it."""

    drawing: SafeString
    sentence: str
    rows: list[tuple[str, str]]
    label_head: str
    number_head: str
    why_url: str


@dataclass(frozen=True)
class Linked:
    """A number of a table, and where it is explained."""

    text: str
    url: str


@dataclass(frozen=True)
class Grid:
    """A table whose every number is a link."""

    title: str
    head: str
    columns: list[Column]
    rows: list[tuple[str, list[Linked]]]


def value_in_words(indicator: Indicator, figure: Figure) -> str:
    """28,6 % · 1,42 · 312; a dash when there is nothing to divide."""
    if figure.value is None:
        return NOTHING
    if indicator.is_share:
        return formats.percent(Decimal(figure.value) * 100, decimals=1)
    return formats.number(figure.value)


def why_url(code: str, query: str) -> str:
    return reverse("reporting:why", args=[code]) + query


def cards(choice: Choice, facts: Facts) -> list[Card]:
    """The figures of the top of the page."""
    return [_card(INDICATORS[code], facts, choice) for code in CARDS]


def _card(indicator: Indicator, facts: Facts, choice: Choice) -> Card:
    figure = indicator.compute(facts)
    return Card(
        label=indicator.title,
        value=value_in_words(indicator, figure),
        unit="" if indicator.is_share or figure.value is None else indicator.unit,
        sentence=f"{made_of(indicator, figure)} {indicator.definition}",
        why_url=why_url(indicator.code, choice.query()),
    )


def made_of(indicator: Indicator, figure: Figure) -> str:
    """What stands behind a figure, in a few words."""
    if figure.missing or figure.above is None or figure.below is None:
        return figure.missing
    return indicator.made_of.format(above=formats.number(figure.above), below=formats.number(figure.below))


@dataclass(frozen=True)
class Explained:
    """The number at the head of its own page."""

    value: str
    unit: str
    made_of: str
    parts: list[tuple[str, str, str]]


def explained(indicator: Indicator, facts: Facts) -> Explained:
    """Value, what it was made of, and its parts with their shares."""
    figure = indicator.compute(facts)
    return Explained(
        value=value_in_words(indicator, figure),
        unit="" if indicator.is_share or figure.value is None else indicator.unit,
        made_of=made_of(indicator, figure),
        parts=[(part.label, formats.number(part.count), said(part.share, "percent")) for part in figure.parts],
    )


@dataclass(frozen=True)
class MyRow:
    """A contact behind a number, for who may open it."""

    url: str
    day: date
    point: str
    visitor: str
    channel: str
    outcome: str


def my_row(contact: Contact, facts: Facts) -> MyRow:
    return MyRow(
        url=reverse("intake:detail", args=[contact.pk]),
        day=contact.happened_on,
        point=point_label(facts.points[contact.point_id]),
        visitor=facts.lists.label(CodeList.VISITOR, contact.visitor_type),
        channel=facts.lists.label(CodeList.CHANNEL, contact.channel),
        outcome=facts.lists.label(CodeList.OUTCOME, contact.outcome),
    )


def pictures(choice: Choice, facts: Facts) -> list[Picture]:
    """Months, points, needs, channels, outcomes, sources, hand-overs."""
    months = [Bar(month_label(month), facts.narrowed(month=month).counted) for month in facts.months]
    points = [Bar(point_label(point), part.counted) for point, part in per_point(facts)]
    needs = [Bar(label, number) for _, label, number in work.areas(facts) if number]
    shown = [
        _picture(
            "mesi", summary.sentence_of_months(facts), "Mese", months, why_url("I01", choice.query()), stands=True
        ),
        _picture("punti", accesses.chart(facts).title, "Punto", points, why_url("I01", choice.query())),
        _picture(
            "richieste",
            _leading(needs, facts.total(counted, Aspect.NEED), "La richiesta più frequente è", "Nessuna richiesta"),
            "Area di bisogno",
            _longest_first(needs),
            why_url("I09", choice.query()),
        ),
    ]
    for code, opening, none in (
        ("I07", "Il contatto più frequente è", "Nessun accesso"),
        ("I12", "L’esito più frequente è", "Nessun accesso"),
        ("I08", "Al primo accesso la via più frequente è", "Nessun primo accesso"),
        ("I19", "Il passaggio più frequente è", "Nessun passaggio fra i punti"),
    ):
        figure = INDICATORS[code].compute(facts)
        bars = [Bar(part.label, part.count) for part in figure.parts]
        sentence = _leading(bars, int(figure.value or 0), opening, none)
        shown.append(
            _picture(code, sentence, INDICATORS[code].title, _longest_first(bars), why_url(code, choice.query()))
        )
    return shown


def _picture(key: str, sentence: str, head: str, bars: list[Bar], url: str, *, stands: bool = False) -> Picture:
    draw = column_chart if stands else bar_chart
    most = max((bar.value for bar in bars), default=0)
    marked = [Bar(bar.label, bar.value, strong=bool(most) and bar.value == most) for bar in bars]
    return Picture(
        drawing=draw(marked, key=f"grafico-{key.lower()}", title=sentence),
        sentence=sentence,
        rows=[(bar.label, bar.number) for bar in bars],
        label_head=head,
        number_head="Numero",
        why_url=url,
    )


def _leading(bars: Iterable[Bar], whole: int, opening: str, none: str) -> str:
    """The sentence that one should take away."""
    bars = list(bars)
    best = max(bars, key=lambda bar: bar.value, default=None)
    share = ratio(int(best.value), whole) if best and best.value else None
    if best is None or share is None:
        return f"{none} in questi giorni"
    equals = [bar.label for bar in bars if bar.value == best.value]
    if len(equals) > 1:
        return f"Nessuno prevale: {len(equals)} a pari merito, {formats.percent(share * 100)} ciascuno"
    return f"{opening} «{best.label}»: {formats.percent(share * 100)}"


def _longest_first(bars: list[Bar]) -> list[Bar]:
    """The first few by length; the rest together."""
    ordered = sorted(bars, key=lambda bar: -bar.value)
    if len(ordered) <= MOST_BARS:
        return ordered
    rest = sum(int(bar.value) for bar in ordered[MOST_BARS - 1 :])
    return [*ordered[: MOST_BARS - 1], Bar("Tutto il resto", rest)]


def grids(choice: Choice, facts: Facts) -> list[Grid]:
    """The indicators by point, body and month."""
    columns = list(summary.COLUMNS)

    def line(label: str, part: Facts, **changes: str | None) -> tuple[str, list[Linked]]:
        query = choice.query(**changes)
        return label, [
            _linked(column, value, query) for column, value in zip(columns, summary.figures(part), strict=True)
        ]

    whole = line("Tutto insieme", facts)
    points = [line(point_label(point), part, punto=point.code) for point, part in per_point(facts)]
    bodies = [line(body.name, facts.narrowed(organisation_id=body.pk), ente=body.code) for body in shown_bodies(facts)]
    months = [line(month_label(each), facts.narrowed(month=each), mese=str(each)) for each in facts.months]
    return [
        Grid("Per punto", "Punto", columns, [*points, whole]),
        Grid("Per ente", "Ente", columns, [*bodies, whole]),
        Grid("Per mese", "Mese", columns, [*months, whole]),
    ]


def _linked(column: Column, value: Cell, query: str) -> Linked:
    code = "I01" if column.key == "grezzi" else column.key
    return Linked(said(value, column.kind), why_url(code, query))

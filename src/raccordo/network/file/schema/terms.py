"""What was agreed: acts, dates, money, periods, counting, and what was decided where the protocol "
"contradicts itself."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from raccordo.network.file.schema.base import Article, Code, Located, Money, Percent, Quoted, Sentence, Text
from raccordo.network.file.schema.bodies import NameVariant


class ArticleTitle(Located):
    """A part of the protocol that the rest of the file may cite."""

    code: Article
    title: Sentence


class Act(Located):
    """An act the network rests on."""

    kind: Sentence
    number: Sentence
    adopted_on: date
    body: Sentence
    subject: Sentence | None = None
    article: Article


class Duration(Quoted):
    """From when to when the protocol holds; empty where it gives no date."""

    starts_on: date | None
    ends_on: date | None


class Signature(Quoted):
    """When the bodies signed; empty where the date was left blank."""

    signed_on: date | None


class Figure(Located):
    """A number that a source gives, to be compared with the others about the same thing."""

    about: Sentence
    value: int
    source: Sentence


class Announcement(Quoted):
    """How many spokes a part of the protocol announces."""

    spokes: int


class Wording(Quoted):
    """Words that say less than they mean."""

    written: Sentence
    meant: Sentence


class CitedDocument(Located):
    """A document that the protocol cites, and whether it came with it."""

    title: Sentence
    article: Article
    attached: bool


class Network(Located):
    """The network itself."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=30)]
    name: Text
    short_name: Sentence
    names: tuple[NameVariant, ...]
    territory: Text
    municipality: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
    protocol: Sentence
    article: Article
    acts: tuple[Act, ...]
    duration: Duration
    signature: Signature
    privacy_clause: Sentence | None


class BudgetLine(Located):
    """What one body receives and what it adds of its own."""

    body: Code
    written: Sentence
    grant: Money
    cofunding: Money


class DeclaredTotal(Located):
    """The totals as the protocol prints them; the check adds up the lines again."""

    grant: Money
    cofunding: Money


class Budget(Located):
    """The table of resources."""

    article: Article
    lines: tuple[BudgetLine, ...]
    declared: DeclaredTotal
    cost_items: tuple[Sentence, ...] | None
    cofunding_kind: Literal["cash", "in_kind", "mixed"] | None

    def total_grant(self) -> Decimal:
        return sum((line.grant for line in self.lines), Decimal(0))

    def total_cofunding(self) -> Decimal:
        return sum((line.cofunding for line in self.lines), Decimal(0))


class OtherLimit(Located):
    """A limit published by somebody else for the same call: for information."""

    agency: Sentence
    max_grant: Money
    source: Sentence


class Call(Located):
    """The rules of the call that pays."""

    name: Sentence
    source: Sentence
    max_grant_percent: Percent
    small_margin_percent: Percent
    starts_on: date
    ends_on: date
    to_confirm: bool
    other_limits: tuple[OtherLimit, ...] = ()


class ReportingPeriod(Located):
    """A stretch of days that one return covers; periods belong to the call."""

    code: Annotated[str, StringConstraints(pattern=r"^\d{4}-S\d$")]
    label: Text
    first: date
    last: date
    to_confirm: bool = False
    note: Text | None = None


class Counting(Located):
    """The rule by which contacts are counted, with the sentence printed under the figures."""

    rule: Literal["person_point_day"]
    source: Sentence
    sentence: Text


class Decision(Located):
    """What was decided about one contradiction. It does not hide the finding: it stands beside it."""

    number: Annotated[int, Field(ge=1)]
    articles: tuple[Article, ...]
    settles: tuple[Sentence, ...] = ()
    about: Sentence
    decided: Sentence
    why: Sentence

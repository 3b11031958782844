"""Where families turn to: points, their hours, the staff promised to them, and what each article says of them."""

from datetime import date, time
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from raccordo.network.file.schema.base import (
    Article,
    Code,
    Hours,
    Located,
    Money,
    Quoted,
    Sentence,
    Slug,
    Text,
    Weekday,
)

PointKind = Literal["hub", "spoke", "decentralised", "experimental"]
Istat = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


class PatronDay(Located):
    """The patron saint's day, on which the points of the municipality are closed."""

    name: Text
    day: MonthDay
    to_confirm: bool = False
    source: Sentence | None = None


class Municipality(Located):
    """A municipality that has points."""

    istat: Istat
    name: Sentence
    province: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    patron: PatronDay


class Alias(Quoted):
    """How one article calls the point, with the spoke number it gives, if any."""

    text: Sentence
    number: int | None = None


class WrittenAddress(Located):
    """The address in the words of one article."""

    article: Article
    text: Sentence


class Address(Located):
    """Where it is; `as_written` keeps the writing of each article."""

    street: Sentence | None
    postcode: Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
    municipality: Istat
    as_written: tuple[WrittenAddress, ...] = ()


class Premises(Located):
    """Rooms that somebody lends, with their value where the budget gives one."""

    owner: Code
    article: Article
    value: Money | None


class PointStatement(Quoted):
    """What one article says the point does and for whom; a key is left out where the article is silent."""

    functions: tuple[Code, ...] | None = None
    targets: tuple[Code, ...] | None = None


class PublicTexts(Located):
    """What a family reads about the point."""

    summary: Text
    audience: Text
    people: Text
    reach: Text
    bring: Text


class Contacts(Located):
    """How to reach the point from afar; empty where the protocol gives nothing."""

    phone: Sentence | None = None
    email: Sentence | None = None


class AccessPoint(Located):
    """A place, under a stable code that no article's numbering can move."""

    code: Code
    slug: Slug
    kind: PointKind
    name: Text
    short_name: Text
    body: Code
    sector: Code | None = None
    parent: Code | None = None
    article: Article
    address: Address
    premises: Premises | None = None
    contacts: Contacts = Contacts()
    aliases: tuple[Alias, ...]
    statements: tuple[PointStatement, ...]
    services: tuple[Code, ...] = ()
    specialisation: Text
    public: PublicTexts
    published: bool = True


class Start(Located):
    """When hours begin, as far as the protocol says."""

    month: Annotated[int, Field(ge=1, le=12)]
    year: int | None


class OpeningHours(Quoted):
    """Hours of one weekday at one point; a draft may lack them and is never published."""

    point: Code | None
    weekday: Weekday | None
    opens: time | None
    closes: time | None
    valid_from: date | None = None
    valid_to: date | None = None
    starts: Start | None = None
    published: bool

    def weekly_hours(self) -> Decimal:
        if self.opens is None or self.closes is None or not self.published:
            return Decimal(0)
        minutes = (self.closes.hour - self.opens.hour) * 60 + self.closes.minute - self.opens.minute
        return Decimal(minutes) / 60


class StaffingStatement(Quoted):
    """What one article says about where promised hours are worked: at the point, and perhaps at others too."""

    also_at: tuple[Code, ...] = ()


class Staffing(Located):
    """People, or weekly hours, that a body promises to a point."""

    code: Code
    point: Code
    body: Code
    role: Code
    people: int | None
    weekly_hours: Hours | None
    coordinates: bool = False
    article: Article
    statements: tuple[StaffingStatement, ...] = ()

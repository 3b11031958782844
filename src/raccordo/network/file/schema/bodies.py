"""The bodies of a network: who they are, how each article calls and orders them, who sits at the Table."""

from typing import Literal

from raccordo.network.file.schema.base import Article, Code, Located, Quoted, Sentence, Text

OrganisationRole = Literal["lead", "partner", "member", "ally", "agency"]
OrganisationKind = Literal[
    "municipality", "health_agency", "social_company", "consortium", "cooperative", "association", "school", "other"
]


class PersonName(Located):
    """A person as the protocol writes the name, marked where the writing looks wrong."""

    name: Sentence
    doubtful: bool = False
    note: Sentence | None = None


class NameVariant(Located):
    """One way of writing a name, with the articles that write it so."""

    text: Sentence
    articles: tuple[Article, ...]


class Sector(Located):
    """A part of a body that the protocol gives its own tasks."""

    code: Code
    name: Text
    articles: tuple[Article, ...]


class OtherProject(Located):
    """A project of an ally on the same territory, and the rule against counting people twice, if "
    "the protocol has one."""

    name: Sentence
    same_territory: bool
    double_counting_rule: Sentence | None
    article: Article


class Organisation(Located):
    """A legal body, or an ally the protocol works with."""

    code: Code
    role: OrganisationRole
    kind: OrganisationKind
    name: Sentence
    short_name: Sentence
    names: tuple[NameVariant, ...]
    article: Article
    task: Text | None = None
    sectors: tuple[Sector, ...] = ()
    members: tuple[Code, ...] = ()
    legal_representative: PersonName | None = None
    project: OtherProject | None = None


class PartnerList(Located):
    """The bodies in the order in which one part of the protocol lists them."""

    article: Article
    heading: Sentence | None = None
    heading_role: OrganisationRole | None = None
    order: tuple[Code, ...]


class Claim(Quoted):
    """A duty that the protocol gives to somebody: a body, the Table (TAVOLO) or nobody named."""

    duty: Sentence
    to: Code | None


class TableMember(PersonName):
    """A person named for the Table."""

    body: Code
    sector: Code | None = None
    role: Text | None
    coordinates: tuple[Code, ...] = ()
    article: Article


class TableRules(Located):
    """What the Table's own rules must settle; empty where the protocol is silent."""

    article: Article
    deadline: Sentence | None
    quorum: Sentence | None
    deputies: Sentence | None
    decision_rule: Sentence | None


CadenceValue = Literal["twice_a_month", "monthly", "every_two_months"]


class Cadence(Quoted):
    """How often the Table meets: the protocol's word, and how it is read until the rules settle it."""

    word: Sentence
    value: CadenceValue
    source: Sentence
    notice: Text


class Table(Located):
    """The coordination Table."""

    name: Text
    article: Article
    members: tuple[TableMember, ...]
    cadence: Cadence
    rules: TableRules
    minutes: Text | None = None

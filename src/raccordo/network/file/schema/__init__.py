"""The shape of a network file."""

from typing import Literal

from raccordo.network.file.schema.base import Located
from raccordo.network.file.schema.bodies import Claim, Organisation, PartnerList, Table
from raccordo.network.file.schema.lists import CodeList, DeskDefault, ListName
from raccordo.network.file.schema.points import AccessPoint, Municipality, OpeningHours, Staffing
from raccordo.network.file.schema.terms import (
    Announcement,
    ArticleTitle,
    Budget,
    Call,
    CitedDocument,
    Counting,
    Decision,
    Figure,
    Network,
    ReportingPeriod,
    Wording,
)


class NetworkFile(Located):
    """A whole network file."""

    format: Literal[1]
    network: Network
    articles: tuple[ArticleTitle, ...]
    municipalities: tuple[Municipality, ...]
    organisations: tuple[Organisation, ...]
    partner_lists: tuple[PartnerList, ...]
    table: Table
    points: tuple[AccessPoint, ...]
    opening_hours: tuple[OpeningHours, ...]
    staffing: tuple[Staffing, ...]
    announcements: tuple[Announcement, ...]
    claims: tuple[Claim, ...] = ()
    wordings: tuple[Wording, ...] = ()
    documents: tuple[CitedDocument, ...] = ()
    figures: tuple[Figure, ...] = ()
    call: Call
    budget: Budget
    periods: tuple[ReportingPeriod, ...]
    counting: Counting
    code_lists: dict[ListName, CodeList]
    desk_defaults: tuple[DeskDefault, ...] = ()
    decisions: tuple[Decision, ...] = ()


__all__ = ["NetworkFile"]

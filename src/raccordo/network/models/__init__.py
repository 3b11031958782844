"""The rows of the network."""

from raccordo.network.models.networks import (
    CodeListEntry,
    Municipality,
    Network,
    NetworkVersion,
    Organisation,
    Partnership,
    ReportingPeriod,
)
from raccordo.network.models.points import AccessPoint, Closure, OpeningRule, PointAlias, StaffPosting

__all__ = [
    "AccessPoint",
    "Closure",
    "CodeListEntry",
    "Municipality",
    "Network",
    "NetworkVersion",
    "OpeningRule",
    "Organisation",
    "Partnership",
    "PointAlias",
    "ReportingPeriod",
    "StaffPosting",
]

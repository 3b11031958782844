"""All that a return is made of, read in one state of the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation

from raccordo.network.models import Network, NetworkVersion, Partnership, PointAlias, ReportingPeriod, StaffPosting
from raccordo.reporting.facts import Facts, gather, last_change, outside_every_period
from raccordo.reporting.reading import one_snapshot
from raccordo.reporting.scopes import Scope


@dataclass(frozen=True)
class Material:
    """The facts of a period, and what the protocol says of the network."""

    network: Network
    period: ReportingPeriod
    facts: Facts
    partnerships: tuple[Partnership, ...]
    aliases: tuple[PointAlias, ...]
    postings: tuple[StaffPosting, ...]
    protocol: dict[str, Any]
    outside: int
    changed_at: datetime | None


def read(period: ReportingPeriod) -> Material:
    """Read everything in one state of the database; the number of queries is always the same.

    The reasons of closures are words already, so they are read in Italian: a return is an act.
    """
    with one_snapshot(), translation.override("it"):
        network_row = period.network
        of_points = {"point__network_id": network_row.pk}
        version = NetworkVersion.objects.filter(network=network_row).order_by("-number").first()
        spans = tuple(each.span for each in ReportingPeriod.objects.filter(network=network_row))
        scope = Scope(network_row.pk, period.span, spans)
        return Material(
            network=network_row,
            period=period,
            facts=gather(scope),
            partnerships=tuple(
                Partnership.objects.filter(network=network_row, retired_on=None)
                .select_related("organisation")
                .order_by("position")
            ),
            aliases=tuple(PointAlias.objects.filter(**of_points).order_by("point__position", "source", "name")),
            postings=tuple(
                StaffPosting.objects.filter(**of_points)
                .select_related("organisation")
                .order_by("point__position", "position")
            ),
            protocol=version.document if version else {},
            outside=outside_every_period(scope),
            changed_at=last_change(scope),
        )

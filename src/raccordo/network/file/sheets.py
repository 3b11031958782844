"""Which table a part of the file fills, by which key its rows are known, and what becomes of a row "
"that the file drops."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import models

from raccordo.network.file import wanted
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.wanted import Values
from raccordo.network.models import (
    AccessPoint,
    CodeListEntry,
    Municipality,
    Network,
    OpeningRule,
    Organisation,
    Partnership,
    PointAlias,
    ReportingPeriod,
    StaffPosting,
)

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Kept:
    """The row stays as it is."""


@dataclass(frozen=True)
class Retired:
    """The row stays, and says until when it held."""

    values: Values


@dataclass(frozen=True)
class Removed:
    """The row goes: nothing can have leaned on it."""


@dataclass(frozen=True)
class Refused:
    """The row may not be dropped."""

    sentence: str


Fate = Kept | Retired | Removed | Refused


@dataclass(frozen=True)
class Sheet:
    """One table and the part of the file that fills it."""

    model: type[models.Model]
    wanted: Callable[[NetworkFile], Iterator[Values]]
    key: tuple[str, ...]
    scope: str  # the lookup that leads from a row to the code of its network
    dropped: Callable[[Any, date], Fate]
    links: Mapping[str, str] = field(
        default_factory=dict
    )  # foreign key → field of the linked row that the file writes
    owned: bool = False  # the row itself points at its network
    last: Callable[[Values], bool] = lambda _: False  # rows to write after the others

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)

    def key_of(self, values: Values) -> Key:
        return tuple(values[name] for name in self.key)

    def rows(self, code: str, values: list[Values]) -> "models.QuerySet[Any]":
        """The rows as they stand, of this network; of a shared table, those that the file names."""
        known = self.model._default_manager.select_related(*self.links)
        if self.model is Organisation:
            return known.filter(code__in=[body["code"] for body in values])
        return known.filter(**{self.scope: code})

    def values_of(self, row: models.Model, names: Iterable[str]) -> Values:
        return {name: self._natural(row, name) for name in names}

    def _natural(self, row: models.Model, name: str) -> Any:
        value = getattr(row, name)
        return getattr(value, self.links[name]) if name in self.links and value is not None else value


def _keep(_row: Any, _on: date) -> Fate:
    return Kept()


def _remove(_row: Any, _on: date) -> Fate:
    return Removed()


def _retire(row: Any, on: date) -> Fate:
    return Kept() if row.retired_on else Retired({"retired_on": on})


def _end_rule(rule: OpeningRule, on: date) -> Fate:
    """Hours that held stay, with their last day: the hours planned in the past must not change."""
    if rule.valid_until and rule.valid_until < on:
        return Kept()
    if rule.draft or (rule.valid_from and rule.valid_from >= on):
        return Removed()
    return Retired({"valid_until": on - timedelta(days=1)})


def _drop_period(period: ReportingPeriod, on: date) -> Fate:
    if period.began_by(on):
        return Refused(f"Il periodo {period.code} è già cominciato: si possono cambiare le date, non toglierlo.")
    return Removed()


_POINT = {"point": "code"}

SHEETS: tuple[Sheet, ...] = (
    Sheet(Network, wanted.networks, ("code",), "code", _keep),
    Sheet(Organisation, wanted.organisations, ("code",), "", _keep),
    Sheet(
        Partnership,
        wanted.partnerships,
        ("organisation",),
        "network__code",
        _retire,
        links={"organisation": "code"},
        owned=True,
        last=lambda values: values.get("role") == "lead",
    ),
    Sheet(Municipality, wanted.municipalities, ("code",), "network__code", _keep, owned=True),
    Sheet(
        AccessPoint,
        wanted.points,
        ("code",),
        "network__code",
        _retire,
        links={"organisation": "code", "municipality": "code", "parent": "code"},
        owned=True,
    ),
    Sheet(PointAlias, wanted.aliases, ("point", "source", "name"), "point__network__code", _remove, links=_POINT),
    Sheet(
        OpeningRule,
        wanted.opening_rules,
        ("point", "weekday", "opens_at", "valid_from"),
        "point__network__code",
        _end_rule,
        links=_POINT,
    ),
    Sheet(
        StaffPosting,
        wanted.postings,
        ("point", "position"),
        "point__network__code",
        _remove,
        links=_POINT | {"organisation": "code"},
    ),
    Sheet(ReportingPeriod, wanted.periods, ("code",), "network__code", _drop_period, owned=True),
    Sheet(CodeListEntry, wanted.code_list_entries, ("list_code", "code"), "network__code", _retire, owned=True),
)

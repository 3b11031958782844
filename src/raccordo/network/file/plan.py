"""What applying a network file would change, row by row, and what would be refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from django.db import models

from raccordo.network.enums import Weekday
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.sheets import SHEETS, Key, Refused, Removed, Retired, Sheet
from raccordo.network.file.wanted import Values
from raccordo.network.file.words import joined
from raccordo.network.guards import objections_to_dropping
from raccordo.network.models import AccessPoint, OpeningRule, Organisation, Partnership


class Kind(StrEnum):
    """What happens to a row."""

    CREATE = "create"
    CHANGE = "change"
    RETIRE = "retire"
    REMOVE = "remove"


Present = dict[Key, models.Model]  # the rows as they stand, by their key

_SIGNS = {Kind.CREATE: "+ crea", Kind.CHANGE: "~ cambia", Kind.RETIRE: "- ritira", Kind.REMOVE: "× toglie"}


@dataclass(frozen=True)
class Change:
    """One row that would be made, changed, retired or removed."""

    kind: Kind
    sheet: Sheet
    key: Key
    row: models.Model | None
    old: Values
    new: Values

    def in_words(self) -> str:
        """«~ cambia punto di accesso SP4: telefono «» → «0372 1234»»."""
        head = f"{_SIGNS[self.kind]} {self.sheet.title} {' '.join(_shown(part) for part in self.key)}"
        if self.kind is Kind.CREATE:
            name = self.new.get("name") or self.new.get("labels", {}).get("it")
            return f"{head}: {name}" if name and name not in self.key else head
        details = "; ".join(self._difference(name) for name in self.new)
        return f"{head}: {details}" if details else head

    def _difference(self, name: str) -> str:
        words = str(getattr(self.sheet.model._meta.get_field(name), "verbose_name", name))
        before, after = self.old.get(name), self.new[name]
        if isinstance(before, dict) and isinstance(after, dict):
            keys = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
            return f"{words} ({joined(keys)})"
        return f"{words} «{_shown(before)}» → «{_shown(after)}»"


@dataclass(frozen=True)
class Plan:
    """Everything that applying the file would do today."""

    changes: tuple[Change, ...]
    refusals: tuple[str, ...]
    present: Mapping[type[models.Model], Present]

    def of(self, sheet: Sheet, kind: Kind) -> list[Change]:
        return [change for change in self.changes if change.sheet is sheet and change.kind is kind]

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)


def plan_for(file: NetworkFile, on: date) -> Plan:
    """Compare the file with the rows of its network: one query per table, and one per guard of a dropped point."""
    changes: list[Change] = []
    refusals: list[str] = []
    present: dict[type[models.Model], Present] = {}
    for sheet in SHEETS:
        wanted = {sheet.key_of(values): values for values in sheet.wanted(file)}
        rows = sheet.rows(file.network.code, list(wanted.values()))
        present[sheet.model] = {sheet.key_of(sheet.values_of(row, sheet.key)): row for row in rows}
        for outcome in _compare(sheet, wanted, present[sheet.model], on):
            if isinstance(outcome, Refused):
                refusals.append(outcome.sentence)
            else:
                changes.append(outcome)
    refusals += _guarded(changes)
    refusals += _shared(changes, file.network.code)
    refusals += _hours_of_the_past(changes, present[OpeningRule], on)
    return Plan(tuple(changes), tuple(refusals), present)


def _compare(sheet: Sheet, wanted: dict[Key, Values], present: Present, on: date) -> Iterator[Change | Refused]:
    for key, values in wanted.items():
        row = present.get(key)
        if row is None:
            yield Change(Kind.CREATE, sheet, key, None, {}, values)
            continue
        old = sheet.values_of(row, values)
        new = {name: value for name, value in values.items() if value != old[name]}
        if new:
            yield Change(Kind.CHANGE, sheet, key, row, {name: old[name] for name in new}, new)
    for key, row in present.items():
        if key not in wanted:
            yield from _drop(sheet, key, row, on)


def _drop(sheet: Sheet, key: Key, row: models.Model, on: date) -> Iterator[Change | Refused]:
    fate = sheet.dropped(row, on)
    if isinstance(fate, Refused):
        yield fate
    elif isinstance(fate, Removed):
        yield Change(Kind.REMOVE, sheet, key, row, {}, {})
    elif isinstance(fate, Retired):
        yield Change(Kind.RETIRE, sheet, key, row, sheet.values_of(row, fate.values), fate.values)


def _guarded(changes: list[Change]) -> Iterator[str]:
    """What the higher apps object to points that would leave."""
    for change in changes:
        if change.kind is Kind.RETIRE and isinstance(change.row, AccessPoint):
            for objection in objections_to_dropping(change.row.pk):
                yield f"Il punto {change.row.code} non si può togliere: {objection}"


def _shared(changes: list[Change], network_code: str) -> Iterator[str]:
    """A body that works in another network too is not renamed from this one."""
    renamed = {
        change.row.pk: change.row
        for change in changes
        if change.kind is Kind.CHANGE and isinstance(change.row, Organisation)
    }
    if not renamed:
        return
    elsewhere = Partnership.objects.filter(organisation__in=renamed, retired_on=None)
    for organisation in (
        elsewhere.exclude(network__code=network_code).values_list("organisation", flat=True).distinct()
    ):
        body = renamed[organisation]
        yield f"L’ente {body.code} ({body.name}) lavora anche in un’altra rete: da questo file non si può cambiare."


def _hours_of_the_past(changes: list[Change], present: Present, on: date) -> Iterator[str]:
    """Hours that held are what past returns were counted on: where a point has some, others begin from a day on."""
    with_hours = {row.point.code for row in present.values() if isinstance(row, OpeningRule) and not row.draft}
    for change in changes:
        if change.sheet.model is not OpeningRule or change.kind not in {Kind.CREATE, Kind.CHANGE}:
            continue
        values = dict(zip(change.sheet.key, change.key, strict=True)) | change.new
        held = isinstance(change.row, OpeningRule) and not change.row.draft and "closes_at" in change.new
        added = change.kind is Kind.CREATE and not values.get("draft") and values["point"] in with_hours
        if (held or added) and (values["valid_from"] is None or values["valid_from"] < on):
            yield (
                f"L’orario di {values['point']} ({Weekday(values['weekday']).label}) cambierebbe anche i giorni "
                f"passati: scrivi con valid_from da quando vale, dal {on:%Y-%m-%d} in poi."
            )


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, bool):
        return "sì" if value else "no"
    return str(value)

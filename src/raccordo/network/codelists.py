"""The lists of codes of a network, read once per version of its file and kept in the process."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

from raccordo.kernel.localised import Localised, pick
from raccordo.network.models import CodeListEntry, Network


@dataclass(frozen=True)
class Code:
    """One entry of a list."""

    code: str
    labels: Localised = field(compare=False)
    parent: str = ""
    group: str = ""
    restricted: bool = False
    retired: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def label(self) -> str:
        return pick(self.labels)


@dataclass(frozen=True)
class CodeLists:
    """Every list of a network, by the code of the list."""

    entries: Mapping[str, Mapping[str, Code]]

    def of(self, list_code: str) -> Mapping[str, Code]:
        """The list, retired codes included, in its order; empty when the network has none."""
        return self.entries.get(list_code, {})

    def choices(self, list_code: str, *, top_only: bool = False) -> list[tuple[str, str]]:
        """(code, label) of what may be chosen today."""
        return [
            (code.code, code.label)
            for code in self.of(list_code).values()
            if not code.retired and not (top_only and code.parent)
        ]

    def label(self, list_code: str, code: str) -> str:
        """The words of a code; a code that the list no longer knows is shown as it is."""
        entry = self.of(list_code).get(code)
        return entry.label if entry else code

    def knows(self, list_code: str, codes: Iterable[str]) -> bool:
        known = self.of(list_code)
        return all(code in known for code in codes)


def code_lists(network_id: UUID) -> CodeLists:
    """The lists of a network in the version in force.

    Costs one small query, and one more when the version is new here.
    """
    version = Network.objects.values_list("version", flat=True).get(pk=network_id)
    return _read(network_id, version)


def lists_in_version(network_id: UUID, version: int) -> CodeLists:
    """The same, for who has read already which version is in force."""
    return _read(network_id, version)


@lru_cache(maxsize=64)
def _read(network_id: UUID, version: int) -> CodeLists:
    entries: dict[str, dict[str, Code]] = {}
    for row in CodeListEntry.objects.filter(network_id=network_id):
        entries.setdefault(row.list_code, {})[row.code] = Code(
            code=row.code,
            labels=row.labels,
            parent=row.parent_code,
            group=row.group,
            restricted=row.restricted,
            retired=row.retired_on is not None,
            extra=row.extra,
        )
    return CodeLists(entries)

"""What the network's lists offer to choose from, worked out once for each version of its file and language."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from raccordo.intake.enums import PROFESSIONALS, CodeList
from raccordo.network.codelists import CodeLists, lists_in_version

Choice = tuple[str, str]
Group = tuple[str, list[Choice]]
RESTRICTED_SENTENCE = (
    "A parte, solo per proteggere qualcuno: segnala se la persona ne ha parlato. "
    "Se c’è pericolo adesso, chiama il 112."
)


@dataclass(frozen=True)
class Offers:
    """Choices ready for a form; nobody changes them."""

    lists: dict[str, list[Choice]]
    citizens: list[Choice]
    professionals: list[Choice]
    areas: list[Group]
    items: list[Group]


@lru_cache(maxsize=64)
def offers(network_id: UUID, version: int, language: str) -> Offers:
    """`language` is the one in force while the words are read; it tells the answers apart."""
    lists = lists_in_version(network_id, version)
    visitors = [code for code in lists.of(CodeList.VISITOR).values() if not code.retired]
    return Offers(
        lists={str(name): lists.choices(name) for name in CodeList},
        citizens=[(code.code, code.label) for code in visitors if code.group != PROFESSIONALS],
        professionals=[(code.code, code.label) for code in visitors if code.group == PROFESSIONALS],
        areas=_areas(lists),
        items=_items(lists),
    )


def _areas(lists: CodeLists) -> list[Group]:
    """The areas of need; the restricted ones stand apart, under their warning."""
    top = [code for code in lists.of(CodeList.NEED).values() if not code.parent and not code.retired]
    plain = [(code.code, code.label) for code in top if not code.restricted]
    restricted = [(code.code, code.label) for code in top if code.restricted]
    return [("", plain)] + ([(RESTRICTED_SENTENCE, restricted)] if restricted else [])


def _items(lists: CodeLists) -> list[Group]:
    """The needs inside each area, by the name of the area; those of restricted areas come last."""
    entries = lists.of(CodeList.NEED)
    inside = [code for code in entries.values() if code.parent in entries and not code.retired]
    inside.sort(key=lambda code: code.restricted or entries[code.parent].restricted)
    groups: dict[str, list[Choice]] = {}
    for code in inside:
        groups.setdefault(entries[code.parent].label, []).append((code.code, code.label))
    return list(groups.items())

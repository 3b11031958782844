"""Code lists and the defaults of the desk."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from raccordo.network.file.schema.base import Code, Located, Sentence, Text

ListName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]{1,29}$")]


class Item(Text):
    """A second-level entry; its code is the entry's code and its own suffix."""

    code: Code
    restricted: bool = False


class Entry(Text):
    """One code with what people read."""

    code: Code
    group: Literal["cittadini", "professionisti"] | None = None
    restricted: bool = False
    lowest: int | None = None
    highest: int | None = None
    crosswalk: dict[str, Sentence] = {}
    items: tuple[Item, ...] = ()


class CodeList(Located):
    """A list that people choose from."""

    title: Text
    source: Sentence
    entries: tuple[Entry, ...]

    def codes(self) -> list[str]:
        return [code for entry in self.entries for code in (entry.code, *(item.code for item in entry.items))]


class DeskDefault(Located):
    """What one tap on a kind of visitor fills in at the desk."""

    visitor: Code
    for_whom: Code
    kind: Code
    service: Code
    outcome: Code
    phase: Code | None = None
    needs: tuple[Code, ...] = ()

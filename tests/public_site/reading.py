"""Reading a page as a visitor does: its main text, block by block, and its links."""

import json
import re
from html.parser import HTMLParser
from typing import Any

BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "caption", "summary", "address", "div", "section", "br"}


class _Text(HTMLParser):
    """Text of <main> in blocks; the whole page's links and data blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[str] = []
        self._inside_main = self._inside_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside_main = self._inside_main or tag == "main"
        self._inside_data = tag == "script"
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside_main = self._inside_main and tag != "main"
        self._inside_data = self._inside_data and tag != "script"
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self._inside_data:
            self.data.append(data)
        elif self._inside_main:
            self.blocks[-1] += data


def parse(response: Any) -> _Text:
    parser = _Text()
    parser.feed(response.content.decode())
    return parser


def blocks(response: Any) -> list[str]:
    """The main text, one block a line, spaces made one."""
    return [text for block in parse(response).blocks if (text := " ".join(block.split()))]


def prose(response: Any) -> list[str]:
    """The blocks that are sentences: headings, names and hours would make any page look easy."""
    return [block for block in blocks(response) if block[-1] in ".?!"]


def text(response: Any) -> str:
    return "\n".join(blocks(response))


def structured(response: Any) -> dict[str, Any]:
    (found,) = parse(response).data
    value = json.loads(found)
    assert isinstance(value, dict)
    return value


def gulpease(lines: list[str]) -> float:
    """89 + (300 × sentences − 10 × letters) / words; a block that ends without a full stop is a sentence too."""
    sentences = words = letters = 0
    for line in lines:
        found = re.findall(r"\w+", line)
        words += len(found)
        letters += sum(len(word) for word in found)
        sentences += max(1, len(re.findall(r"[.!?]+(?=\s|$)", line)))
    return 89 + (300 * sentences - 10 * letters) / words

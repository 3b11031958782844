"""What a page says, without its markup."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse

SILENT = {"script", "style", "head"}


@dataclass
class Said:
    """The text of a page in one line, the addresses of its links, the cells of its tables."""

    status: int
    source: str
    text: str = ""
    links: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def row(self, beginning: str) -> list[str]:
        """The cells of the only row of which one begins so."""
        found = [row for row in self.rows if any(cell.startswith(beginning) for cell in row)]
        assert len(found) == 1, f"{len(found)} rows with «{beginning}»"
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.links += [value for name, value in attrs if name in {"href", "action"} and value and tag in {"a", "form"}]
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.cell = []

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in {"td", "th"} and self.cell is not None:
            self.rows[-1].append(" ".join(self.cell))
            self.cell = None

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        self.words += data.split()
        if self.cell is not None:
            self.cell += data.split()


def said(response: HttpResponse) -> Said:
    """Read an answer."""
    reader, source = _Reader(), response.content.decode()
    reader.feed(source)
    return Said(response.status_code, source, " ".join(reader.words), reader.links, reader.rows)

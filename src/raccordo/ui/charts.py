"""Charts as accessible SVG text, the same for a page and for a PDF.

Few and calm: one accent colour, grey for the rest, zero baseline, labels and numbers written on the marks. Lengths are
percentages of the drawing's width, so that the letters keep their size on a phone; a PDF asks for a fixed `width`.
Same data, same text. The title is the sentence that one should take away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from raccordo.ui import formats

ACCENT = "#0066cc"
GREY = "#a3b0bd"
TRACK = "#eef1f4"
INK = "#1a1a1a"
MUTED = "#455b71"
SHADES = ("#0066cc", "#5b6f82", "#7fb2e5", "#b1bcc7", "#17324d")
FONT = "Titillium Web, Geneva, Tahoma, sans-serif"
LETTERS_PER_LINE = 40


@dataclass(frozen=True)
class Bar:
    """One value with its label; `strong` bars take the accent colour (all do when none is strong)."""

    label: str
    value: formats.Number
    strong: bool = False
    said: str = ""

    @property
    def number(self) -> str:
        return self.said or formats.number(self.value)


def bar_chart(bars: Iterable[Bar], *, key: str, title: str, unit: str = "", width: int | None = None) -> SafeString:
    """Horizontal bars, one under the other: label and number above, bar below. `key` is unique in its page."""
    shown = list(bars)
    top = _top(shown)
    marks, y = [], 0
    for bar in shown:
        lines = _lines(bar.label)
        marks.append(_text(lines[0], x="0", y=y + 15))
        marks.extend(_text(line, x="0", y=y + 15 + 18 * place) for place, line in enumerate(lines[1:], 1))
        base = y + 18 * len(lines)
        marks.append(_text(bar.number, x="100%", y=base - 3, anchor="end", weight=600))
        marks.append(_rect(0, base + 4, 100, 10, TRACK))
        marks.append(_rect(0, base + 4, 100 * float(bar.value) / top, 10, _colour(bar, shown)))
        y = base + 26
    return _drawing(
        "".join(marks), key=key, title=title, said=_in_words(shown, unit), height=max(y - 8, 1), width=width
    )


def column_chart(bars: Iterable[Bar], *, key: str, title: str, unit: str = "", width: int | None = None) -> SafeString:
    """Columns side by side, for months: the number above each, the label below the baseline."""
    shown = list(bars)
    top, tall, base = _top(shown), 140, 164
    step = 100 / max(len(shown), 1)
    marks = []
    for place, bar in enumerate(shown):
        height = tall * float(bar.value) / top
        middle = f"{_short(step * (place + 0.5))}%"
        marks.append(_rect(step * (place + 0.14), base - height, step * 0.72, height, _colour(bar, shown)))
        marks.append(_text(bar.number, x=middle, y=base - height - 6, anchor="middle", weight=600, size=13))
        marks.append(_text(bar.label, x=middle, y=base + 18, anchor="middle", size=13, colour=MUTED))
    marks.append(_rect(0, base, 100, 1, GREY))
    return _drawing("".join(marks), key=key, title=title, said=_in_words(shown, unit), height=base + 24, width=width)


def stacked_chart(
    bars: Iterable[Bar], *, key: str, title: str, unit: str = "", width: int | None = None
) -> SafeString:
    """One bar made of parts (at most five), and under it each part with its number and its share."""
    shown = list(bars)
    total = sum(float(bar.value) for bar in shown) or 1.0
    marks, x, y = [], 0.0, 40
    for place, bar in enumerate(shown):
        share = 100 * float(bar.value) / total
        colour = SHADES[place % len(SHADES)]
        marks.append(_rect(x, 0, share, 24, colour, edge=True))
        marks.append(format_html('<rect x="0" y="{}" width="12" height="12" fill="{}"/>', y, colour))
        marks.append(_text(bar.label, x="20", y=y + 11))
        marks.append(_text(f"{bar.number} · {formats.percent(share)}", x="100%", y=y + 11, anchor="end", weight=600))
        x, y = x + share, y + 24
    return _drawing("".join(marks), key=key, title=title, said=_in_words(shown, unit), height=max(y, 1), width=width)


def _drawing(marks: str, *, key: str, title: str, said: str, height: int, width: int | None) -> SafeString:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="rc-chart" role="img" width="{}" height="{}"'
        ' aria-labelledby="{}-title {}-desc" font-family="{}">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}</svg>',
        width or "100%",
        height,
        key,
        key,
        FONT,
        key,
        title,
        key,
        said,
        SafeString(marks),
    )


def _in_words(bars: Sequence[Bar], unit: str) -> str:
    """The whole drawing as a sentence, for those who listen to it."""
    told = ", ".join(f"{bar.label}: {bar.number}" for bar in bars)
    return f"{told} ({unit})." if unit and told else f"{told}."


def _top(bars: Sequence[Bar]) -> float:
    return max((float(bar.value) for bar in bars), default=0.0) or 1.0


def _colour(bar: Bar, bars: Sequence[Bar]) -> str:
    return ACCENT if bar.strong or not any(each.strong for each in bars) else GREY


def _rect(x: float, y: float, width: float, height: float, fill: str, *, edge: bool = False) -> SafeString:
    return format_html(
        '<rect x="{}%" y="{}" width="{}%" height="{}" fill="{}"{}/>',
        _short(x),
        _short(y),
        _short(width),
        _short(height),
        fill,
        SafeString(' stroke="#fff"') if edge else "",
    )


def _text(
    text: str, *, x: str, y: float, anchor: str = "start", weight: int = 400, size: int = 14, colour: str = INK
) -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>',
        x,
        _short(y),
        anchor,
        size,
        weight,
        colour,
        text,
    )


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _lines(label: str) -> list[str]:
    """A long label on more lines, broken between words."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LETTERS_PER_LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines

"""What was measured, beside what was aimed at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One line of the table. `value` is compared with `aim`; both are in `unit` (× for a ratio)."""

    number: str
    what: str
    measured: str
    value: float
    aim: float | None = None
    unit: str = "×"
    at_least: bool = False
    exact: bool = True  # what must hold besides, such as no row lost

    @property
    def reached(self) -> bool | None:
        """None where nothing was aimed at."""
        if self.aim is None:
            return None
        return self.exact and (self.value >= self.aim if self.at_least else self.value <= self.aim)

    def cells(self) -> list[str]:
        mark = {None: "", True: "✓", False: "✗"}[self.reached]
        return [self.number, self.what, self.measured, self._said(self.value), self._aim(), mark]

    def _aim(self) -> str:
        return "" if self.aim is None else f"{'≥' if self.at_least else '≤'} {self._said(self.aim, short=True)}"

    def _said(self, value: float, *, short: bool = False) -> str:
        number = f"{value:g}" if short or value == int(value) else f"{value:.2f}" if value < 100 else f"{value:.0f}"
        return f"{number}{'' if self.unit == '×' else ' '}{self.unit}".rstrip()


HEADS = ["", "what", "measured", "result", "aim", ""]


def table(results: list[Result]) -> str:
    """A Markdown table, also good to read as it is."""
    rows = [HEADS, *(result.cells() for result in results)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADS))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, " | ".join("-" * max(width, 1) for width in widths))
    return "\n".join(f"| {line} |" for line in lines)

"""The network files of these tests, whole and with one datum changed."""

from pathlib import Path

from raccordo.network.file.checks import findings_of
from raccordo.network.file.reading import read

ROOT = Path(__file__).resolve().parents[2]
SERENA = (ROOT / "tests" / "networks" / "valle-serena.yaml").read_text(encoding="utf-8")
HUG2 = (ROOT / "networks" / "hug2.yaml").read_text(encoding="utf-8")


def changed(old, new, text=SERENA):
    """The text with its only `old` replaced."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def found_in(text):
    """What the check finds, as (code, line)."""
    return [(finding.code, finding.line) for finding in findings_of(read(text))]


def line_with(text, words):
    """The number of the only line that holds `words`."""
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if words in line]
    assert len(lines) == 1, f"{words!r} is on lines {lines}"
    return lines[0]


def first_difference(before, after):
    """The first line of `after` that is not in `before` at the same place."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next(number for number, (old, new) in enumerate(pairs, start=1) if old != new)


def neighbour():
    """A second network: its points have the same codes, one body works in both, nothing else is shared."""
    text = changed('code: "valle-serena"', 'code: "costa-alta"')
    for code in ("COMUNE-SERENA", "COOP-PRATO", "CONSORZIO-VALLE", "AMICI"):
        text = text.replace(code, f"{code}-2")
    return text.replace("Comune di Serena", "Comune di Costa")

"""Comparing and joining words the way a reader would."""

import re
import unicodedata
from collections.abc import Sequence


def joined(words: Sequence[object]) -> str:
    """«a, b e c»."""
    texts = [str(word) for word in words]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} e {texts[-1]}"


def tokens(text: str) -> frozenset[str]:
    """The words of a name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain.replace(".", "")))


def squeezed(text: str) -> str:
    """Letters and digits alone: two writings that differ by more than case and punctuation stay different."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "".join(re.findall(r"[a-z0-9]", plain))


def is_short_form(short: str, full: str) -> bool:
    """«Sol.Co» of «Consorzio Sol.Co», «Valpadana» of «Val Padana»: the same name said briefly or spaced otherwise."""
    return tokens(short) <= tokens(full) or squeezed(short) == squeezed(full)


def euros(amount: object) -> str:
    """1061.07 → «1.061,07 €»."""
    return f"{amount:,.2f} €".replace(",", "·").replace(".", ",").replace("·", ".")

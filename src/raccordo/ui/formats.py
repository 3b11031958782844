"""Numbers, days and hours as a reader writes them: 1.234,5 · martedì 24 novembre 2026 · ore 9:30."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

Number = int | float | Decimal


def number(value: Number, *, decimals: int | None = None) -> str:
    """`1234.5` is `1.234,5` for an Italian reader, `1,234.5` for an English one.

    Without `decimals` a whole number has none and the others keep what they have, at most two.
    """
    exact = Decimal(str(value))
    if decimals is None:
        rounded = exact.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
        exponent = rounded.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    text = f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,.{decimals}f}"
    text = text.removeprefix("-") if not text.strip("-0.,") else text.replace("-", "\N{MINUS SIGN}")
    if _is_english():
        return text
    return text.translate(str.maketrans(",.", ".,"))


def percent(value: Number, *, decimals: int = 0) -> str:
    """`28` is `28 %`, with a space that does not break."""
    return f"{number(value, decimals=decimals)}\N{NO-BREAK SPACE}%"


def money(value: Number) -> str:
    """`67524.16` is `67.524,16 €`."""
    return f"{number(value, decimals=2)}\N{NO-BREAK SPACE}€"


def long_day(value: date) -> str:
    """`martedì 24 novembre 2026`."""
    return _in_words(_local(value), "l j F Y")


def day(value: date) -> str:
    """`24 novembre 2026`."""
    return _in_words(_local(value), "j F Y")


def near_day(value: date) -> str:
    """`martedì 24 novembre`, where the year goes without saying."""
    return _in_words(_local(value), "l j F")


def month(value: date) -> str:
    """`novembre 2026`."""
    return _in_words(_local(value), "F Y")


def weekday(value: date) -> str:
    """`lun`, for the head of a column."""
    return _in_words(_local(value), "D")


def short_day(value: date) -> str:
    """`24/11/2026`, for the columns of a table."""
    return f"{_local(value):%d/%m/%Y}"


def hour(value: time | datetime) -> str:
    """`10`, `9:30`: the hour as it is said, without useless zeros."""
    local = timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
    if local.minute or _is_english():
        return f"{local.hour}:{local.minute:02}"
    return str(local.hour)


def at_hour(value: time | datetime) -> str:
    """`ore 10`, `ore 9:30`; in English `10:00`."""
    return hour(value) if _is_english() else f"ore\N{NO-BREAK SPACE}{hour(value)}"


def _in_words(value: date, pattern: str) -> str:
    """Days and months have a capital in English, not in Italian (Django's translation gives them one).

    In Italian the first of the month is an ordinal: `1º dicembre`.
    """
    if _is_english():
        return date_format(value, pattern)
    return date_format(value, pattern.replace("j", "jº") if value.day == 1 else pattern).lower()


def _local(value: date) -> date:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def _is_english() -> bool:
    return (get_language() or "it").startswith("en")

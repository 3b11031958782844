"""A cell as a reader sees it, in the PDF and on the page."""

from datetime import date, datetime
from decimal import Decimal

from raccordo.kernel.tables import Cell, Kind
from raccordo.ui import formats

NOTHING = "—"
MEAN = -4  # the exponent to which a ratio is rounded (indicators.shape.ratio); hours have two decimals


def said(value: Cell, kind: Kind) -> str:
    """1.234 · 12,5 · 28,6 % · 24/11/2026; a dash where there is nothing to say. A mean has two decimals."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, datetime | date):
        return formats.short_day(value)
    if isinstance(value, str):
        return value
    if kind == "percent":
        return formats.percent(Decimal(str(value)) * 100, decimals=1)
    is_mean = isinstance(value, Decimal) and value.as_tuple().exponent == MEAN
    return formats.number(value, decimals=2 if is_mean else None)

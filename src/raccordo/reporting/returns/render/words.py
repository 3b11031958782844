"""A cell as a reader sees it, in the PDF and on the page."""

from datetime import date, datetime
from decimal import Decimal

from raccordo.kernel.tables import Cell, Kind
from raccordo.ui import formats

NOTHING = "—"


def said(value: Cell, kind: Kind) -> str:
    """1.234 · 12,50 · 28,6 % · 24/11/2026; a dash where there is nothing to say."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, datetime | date):
        return formats.short_day(value)
    if isinstance(value, str):
        return value
    if kind == "percent":
        return formats.percent(Decimal(str(value)) * 100, decimals=1)
    return formats.number(value)

"""Numbers, days and hours as a reader writes them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils.translation import override

from raccordo.ui import formats

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("value", "italian", "english"),
    [
        (0, "0", "0"),
        (700, "700", "700"),
        (1234.5, "1.234,5", "1,234.5"),
        (Decimal("67524.16"), "67.524,16", "67,524.16"),
        (100, "100", "100"),
        (2.0, "2", "2"),
        (0.005, "0,01", "0.01"),
        (-0.001, "0", "0"),
        (-12, "\N{MINUS SIGN}12", "\N{MINUS SIGN}12"),
    ],
)
def test_number(value, italian, english):
    assert formats.number(value) == italian
    with override("en"):
        assert formats.number(value) == english


def test_number_with_fixed_decimals():
    assert formats.number(1, decimals=2) == "1,00"
    assert formats.number(2.5, decimals=0) == "3"


def test_percent_and_money_do_not_break_from_their_unit():
    assert formats.percent(28) == "28\N{NO-BREAK SPACE}%"
    assert formats.percent(28.35, decimals=1) == "28,4\N{NO-BREAK SPACE}%"
    assert formats.money(30000) == "30.000,00\N{NO-BREAK SPACE}€"


def test_days():
    assert formats.long_day(TUESDAY) == "martedì 24 novembre 2026"
    assert formats.day(TUESDAY) == "24 novembre 2026"
    assert formats.short_day(TUESDAY) == "24/11/2026"
    with override("en"):
        assert formats.long_day(TUESDAY) == "Tuesday 24 November 2026"


def test_instant_is_told_in_rome():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert formats.short_day(late) == "25/11/2026"
    assert formats.at_hour(late) == "ore\N{NO-BREAK SPACE}0:30"


def test_hours_without_useless_zeros():
    assert formats.hour(time(10)) == "10"
    assert formats.at_hour(time(9, 5)) == "ore\N{NO-BREAK SPACE}9:05"
    with override("en"):
        assert formats.at_hour(time(10)) == "10:00"


def test_the_first_of_the_month_is_an_ordinal_in_italian():
    first = date(2026, 12, 1)
    assert formats.long_day(first) == "martedì 1º dicembre 2026"
    assert formats.day(first) == "1º dicembre 2026"
    assert formats.near_day(first) == "martedì 1º dicembre"
    assert formats.day(date(2026, 12, 11)) == "11 dicembre 2026"
    with override("en"):
        assert formats.day(first) == "1 December 2026"

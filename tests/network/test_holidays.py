"""Feast days: the national ones, and the patron's where the point stands."""

from datetime import date

from django.utils import translation

from raccordo.network.holidays import feast_days, patron_day
from raccordo.network.models import Municipality

CREMONA = Municipality(name="Cremona", patron_month=11, patron_day=13, patron_name="Sant’Omobono")
SORESINA = Municipality(name="Soresina", patron_month=12, patron_day=9, patron_name="San Siro")


def test_saint_francis_is_a_feast_from_2026():
    assert "San Francesco" in feast_days(2026)[date(2026, 10, 4)]
    assert date(2025, 10, 4) not in feast_days(2025)


def test_the_twelve_national_days_stand_in_order():
    days = list(feast_days(2027))
    assert days == sorted(days)
    fixed = {(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)}
    assert {(day.month, day.day) for day in days} >= fixed
    assert feast_days(2027)[date(2027, 3, 29)] == "Lunedì dell’Angelo"


def test_each_town_keeps_its_own_patron():
    assert feast_days(2026, CREMONA)[date(2026, 11, 13)] == "Sant’Omobono, patrono di Cremona"
    assert date(2026, 11, 13) not in feast_days(2026, SORESINA)
    assert feast_days(2026, SORESINA)[date(2026, 12, 9)] == "San Siro, patrono di Soresina"
    assert date(2026, 11, 13) not in feast_days(2026)


def test_names_follow_the_language_of_the_page():
    assert feast_days(2026)[date(2026, 12, 25)] == "Natale"
    with translation.override("en"):
        assert feast_days(2026)[date(2026, 12, 25)] == "Christmas Day"


def test_a_town_without_patron_has_the_national_days_alone():
    town = Municipality(name="Altrove")
    assert patron_day(2026, town) is None
    assert feast_days(2026, town) == feast_days(2026)


def test_a_patron_of_29_february_waits_for_the_leap_year():
    town = Municipality(name="Altrove", patron_month=2, patron_day=29, patron_name="San Augusto")
    assert patron_day(2027, town) is None
    assert patron_day(2028, town) == date(2028, 2, 29)

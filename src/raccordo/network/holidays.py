"""Days on which everything is closed: the national feast days and the patron saint of a municipality."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from raccordo.network.models import Municipality

LANGUAGES = {"it": "it_IT", "en": "en_US"}


def feast_days(year: int, municipality: Municipality | None = None) -> Mapping[date, str]:
    """The feast days of a year, named in the language of the page; a patron's day is its municipality's alone."""
    national = _national(year, LANGUAGES.get((get_language() or "it").split("-")[0], "it_IT"))
    patron = municipality and patron_day(year, municipality)
    if not municipality or not patron:
        return national
    name = _("%(saint)s, patrono di %(town)s") % {"saint": municipality.patron_name, "town": municipality.name}
    return {**national, patron: national.get(patron) or name}


def patron_day(year: int, municipality: Municipality) -> date | None:
    """The patron's day of that year; none where the municipality has none or the calendar lacks the day."""
    if municipality.patron_month is None or municipality.patron_day is None:
        return None
    try:
        return date(year, municipality.patron_month, municipality.patron_day)
    except ValueError:  # 29 February
        return None


@lru_cache(maxsize=64)
def _national(year: int, language: str) -> Mapping[date, str]:
    days = holidays.country_holidays("IT", years=year, language=language)
    return MappingProxyType({day: name.replace("'", "’") for day, name in sorted(days.items()) if day.year == year})

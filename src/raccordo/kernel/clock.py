"""The only place that asks the machine what time it is; operations receive their day instead."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

ROME = ZoneInfo("Europe/Rome")


def now() -> datetime:
    """The present instant, aware, in Europe/Rome."""
    return timezone.now().astimezone(ROME)


def today() -> date:
    """The day that it is in Italy."""
    return now().date()


def at(day: date, hour: time) -> datetime:
    """The instant of an hour of a day in Italy (daylight saving included)."""
    return datetime.combine(day, hour, tzinfo=ROME)

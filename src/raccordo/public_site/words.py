"""Openings and closures in the words of a person who wants to come: "Apre domani, martedì 24 novembre, alle 10"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from raccordo.kernel.periods import Period
from raccordo.network.models import OpeningRule
from raccordo.network.schedule import AHEAD, ClosedSpan, Opening, Schedule
from raccordo.ui.formats import hour, near_day

SOON = timedelta(minutes=30)


class State(StrEnum):
    """What a visitor wants to know first."""

    OPEN = "open"
    LATER = "later"
    CLOSED = "closed"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Status:
    """The state of a point now, in a sentence; `note` says why it is shut today although it usually is not."""

    state: State
    sentence: str
    opening: Opening | None = None
    note: str = ""

    @property
    def until(self) -> str:
        """The closing hour alone, where the page has already said that the point is open."""
        return _("Fino alle %(hour)s") % {"hour": hour(self.opening.closes)} if self.opening else ""


@dataclass(frozen=True)
class WeekRow:
    """One weekday of the week's table: its name, and its hours in words."""

    weekday: int
    name: str
    hours: str
    is_today: bool


def status_of(schedule: Schedule, now: datetime) -> Status:
    """Open until, opens on, shut for long, or hours that nobody has decided yet."""
    if not schedule.has_hours:
        return Status(State.UNDECIDED, _("Gli orari non sono ancora stati decisi"))
    if current := schedule.opening_at(now):
        soon = current.closes - now <= SOON
        sentence = _("Chiude tra poco, alle %(hour)s") if soon else _("Aperto ora, fino alle %(hour)s")
        return Status(State.OPEN, _together(sentence % {"hour": hour(current.closes)}), current)
    note = _why_shut_today(schedule, now.date())
    if following := schedule.next_opening(now):
        return Status(State.LATER, opens_when(following, now), following, note)
    return Status(State.CLOSED, _("Chiuso per i prossimi %(days)s giorni") % {"days": AHEAD}, None, note)


def opens_when(opening: Opening, now: datetime) -> str:
    """Today, tomorrow, or the day by its name."""
    days = (opening.opens.date() - now.date()).days
    words = {"day": plain_day(opening.opens), "hour": hour(opening.opens)}
    if days == 0:
        return _together(_("Apre oggi alle %(hour)s") % words)
    if days == 1:
        return _together(_("Apre domani, %(day)s, alle %(hour)s") % words)
    return _together(_("Apre %(day)s, alle %(hour)s") % words)


def week_rows(schedule: Schedule, today: date) -> list[WeekRow]:
    """The usual week, Monday first, only with the days on which the point opens; closures are told apart."""
    days = sorted((today + timedelta(days=ahead) for ahead in range(7)), key=lambda day: day.weekday())
    return [
        WeekRow(day.weekday(), date_format(day, "l"), hours_in_words(openings), day == today)
        for day in days
        if (openings := schedule.planned_openings(day))
    ]


def coming_changes(schedule: Schedule, today: date) -> list[str]:
    """Hours that begin later than in a week, or that end soon."""
    rules = sorted(schedule.rules, key=lambda rule: (rule.valid_from or today, rule.weekday, rule.opens_at))
    begin = [_begins(rule) for rule in rules if rule.valid_from and rule.valid_from > today + timedelta(days=6)]
    end = sorted({rule.valid_until for rule in rules if rule.valid_until and today <= rule.valid_until})
    return begin + [_("Questi orari valgono fino a %(day)s") % {"day": plain_day(day)} for day in end[:1]]


def closures(schedule: Schedule, today: date) -> list[ClosedSpan]:
    """What shuts the point in the next sixty days."""
    return schedule.closed_spans(Period(today, today + timedelta(days=AHEAD)))


def span_in_words(span: ClosedSpan) -> str:
    """A day, or from a day to a day."""
    if span.first == span.last:
        return plain_day(span.first)
    return _("da %(first)s a %(last)s") % {"first": plain_day(span.first), "last": plain_day(span.last)}


def hours_in_words(openings: Iterable[Opening]) -> str:
    """dalle 8:30 alle 9:30 e dalle 15 alle 17."""
    return _(" e ").join(_from_to(each.opens, each.closes) for each in openings)


def plain_day(day: date) -> str:
    """martedì 24 novembre; Tuesday 24 November."""
    return near_day(day)


def _begins(rule: OpeningRule) -> str:
    assert rule.valid_from is not None
    first = rule.valid_from + timedelta(days=(rule.weekday - rule.valid_from.weekday()) % 7)
    return _("Da %(day)s: %(hours)s") % {"day": plain_day(first), "hours": _from_to(rule.opens_at, rule.closes_at)}


def _from_to(opens: time | datetime, closes: time | datetime) -> str:
    return _together(_("dalle %(opens)s alle %(closes)s") % {"opens": hour(opens), "closes": hour(closes)})


def _together(sentence: str) -> str:
    """A number never stands alone at the beginning of a line."""
    return re.sub(r" (?=\d)", "\N{NO-BREAK SPACE}", sentence)


def _why_shut_today(schedule: Schedule, today: date) -> str:
    closed = schedule.closed_days(Period(today, today))
    return _("Oggi è chiuso: %(reason)s.") % {"reason": closed[0].sentence} if closed else ""

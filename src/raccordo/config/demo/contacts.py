"""Contacts of a demo year, drawn with a fixed seed and recorded by the people of the desk."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from raccordo.accounts.models import User
from raccordo.config.demo import habits
from raccordo.intake.entries import ContactEntry, entry_of
from raccordo.intake.enums import HANDED_OVER, PASSED_ON, CodeList
from raccordo.intake.models import Contact
from raccordo.intake.operations import correct_contact, record_contact, void_contact
from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import at
from raccordo.kernel.periods import Period
from raccordo.network.codelists import CodeLists
from raccordo.network.models import AccessPoint
from raccordo.network.schedule import Schedule, schedules_of
from raccordo.permissions.acting import actor_of


@dataclass
class Desk:
    """Everything that the drawing needs to know of the network, and the dice."""

    dice: random.Random
    lists: CodeLists
    points: dict[str, AccessPoint]
    schedules: dict[UUID, Schedule]
    actors: dict[str, Actor]
    period: Period

    def pick(self, weights: habits.Weights) -> str:
        return self.dice.choices(list(weights), weights=list(weights.values()))[0]

    def new_id(self) -> UUID:
        return UUID(int=self.dice.getrandbits(128), version=4)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def actor_at(self, code: str) -> Actor:
        return self.actors[habits.POINTS[code][1]]


def open_desk(period: Period, lists: CodeLists, points: dict[str, AccessPoint], users: dict[str, User]) -> Desk:
    """The same period gives the same dice, hence the same rows."""
    return Desk(
        dice=random.Random(f"Raccordo {period.first}"),  # noqa: S311  (a story, not a secret)
        lists=lists,
        points=points,
        schedules=schedules_of(points.values(), period),
        actors={name: actor_of(user, period.last) for name, user in users.items()},
        period=period,
    )


def record_year(desk: Desk, count: int = habits.CONTACTS_A_YEAR) -> int:
    """Record about `count` contacts in the order of their days; returns how many were made."""
    made = 0
    for day, code in _days_and_points(desk, count):
        made += len(_one_contact(desk, day, code))
    return made


def _days_and_points(desk: Desk, count: int) -> list[tuple[date, str]]:
    days = [day for day in desk.period.days() if day.weekday() < 5]
    weights = [habits.MONTHS[str(day.month)] for day in days]
    codes = [code for code in habits.POINTS if code in desk.points]
    shares = [habits.POINTS[code][0] for code in codes]
    drawn = []
    for day in desk.dice.choices(days, weights=weights, k=count):
        code = desk.dice.choices(codes, weights=shares)[0]
        drawn.append((day, code))
    return sorted(drawn)


def _one_contact(desk: Desk, day: date, code: str) -> list[Contact]:
    """One contact and what comes of it: received elsewhere, corrected, voided."""
    entry = _entry(desk, day, code)
    moment = _moment(desk, entry.happened_on)
    recorded = record_contact(
        contact_id=desk.new_id(), entry=entry, by=desk.actor_at(code), at=_typed_at(desk, moment)
    ).contact
    made = [recorded]
    if entry.outcome == HANDED_OVER:
        made += _receive(desk, recorded)
    elif desk.chance(0.015):
        void_contact(contact_id=recorded.pk, reason="DOPPIO", by=desk.actor_at(code), at=recorded.recorded_at)
    elif desk.chance(0.02):
        _correct(desk, recorded, code)
    return made


def _entry(desk: Desk, day: date, code: str) -> ContactEntry:
    working = desk.chance(habits.PROFESSIONALS)
    visitor = desk.pick(_known(desk, CodeList.VISITOR, habits.WORKERS if working else habits.CITIZENS))
    usual = desk.lists.of(CodeList.VISITOR)[visitor].extra
    channel, day = _channel_and_day(desk, day, code)
    outcome = desk.pick(habits.OUTCOMES_OF_WORKERS if working else habits.OUTCOMES)
    target = _another_point(desk, code) if outcome == HANDED_OVER else None
    first = not working and desk.chance(0.62)
    return ContactEntry(
        point_id=desk.points[code].pk,
        happened_on=day,
        channel=channel,
        contact_type="CONS" if working else "PRIMO" if first else "RITO" if desk.chance(0.6) else "NUOVA",
        visitor_type=visitor,
        for_whom=usual.get("for_whom", "SE"),
        needs=tuple(usual.get("needs", ())) if working else _needs(desk, code),
        service=usual.get("service", "S01") if working else habits.SERVICE_OF.get(outcome, "S01"),
        outcome=outcome,
        life_phase="" if working or desk.chance(0.06) else desk.pick(habits.PHASES_OF.get(code, habits.PHASES)),
        source=desk.pick(habits.SOURCES) if first and desk.chance(0.93) else "",
        interlocutor="" if desk.chance(0.3) else "PROF" if working else "UTEN" if desk.chance(0.3) else "FAMI",
        accompanied=None if desk.chance(0.6) else desk.chance(0.2),
        seen_today=not working and not first and desk.chance(0.09),
        handed_to_id=target,
    )


def _known(desk: Desk, list_code: CodeList, weights: habits.Weights) -> habits.Weights:
    """Only what the network's list still has."""
    known = desk.lists.of(list_code)
    return {code: weight for code, weight in weights.items() if code in known}


def _channel_and_day(desk: Desk, day: date, code: str) -> tuple[str, date]:
    """People come in person when the door is open, and write or call on any working day."""
    channel = desk.pick(habits.CHANNELS)
    schedule = desk.schedules[desk.points[code].pk]
    if channel in habits.IN_PERSON and schedule.has_hours:
        near = [day + timedelta(days=offset) for offset in (0, 1, -1, 2, -2, 3, -3, 4, -4)]
        open_days = [other for other in near if other in desk.period and schedule.openings(other)]
        return (channel, open_days[0]) if open_days else ("TEL", day)
    return channel, day


def _needs(desk: Desk, code: str) -> tuple[str, ...]:
    weights = dict(habits.NEEDS.get(code, habits.NEEDS["HUB"]))
    chosen: list[str] = []
    for _ in range(1 if desk.chance(0.68) else 2 if desk.chance(0.8) else 3):
        need = desk.pick(weights)
        weights.pop(need)
        chosen.append(need)
    return tuple(chosen)


def _another_point(desk: Desk, code: str) -> UUID:
    likely = {"SP4": 4, "HUB": 4, "SP2": 2, "SP3": 2, "SP1": 1}
    return desk.points[desk.pick({other: weight for other, weight in likely.items() if other != code})].pk


def _moment(desk: Desk, day: date) -> datetime:
    return at(day, time(desk.dice.randint(9, 17), desk.dice.randint(0, 59)))


def _typed_at(desk: Desk, moment: datetime) -> datetime:
    """Most are typed there and then, some in the evening, a few when somebody remembers."""
    late = desk.pick({"0": 84, "1": 8, "2": 4, "5": 3, "8": 1})
    return min(moment + timedelta(days=int(late)), at(desk.period.last, time(18)))


def _receive(desk: Desk, handed: Contact) -> list[Contact]:
    """The other point takes the person on within days; the newest hand-overs still wait."""
    code = next(code for code, point in desk.points.items() if point.pk == handed.handed_to_id)
    welcomed = handed.recorded_at.date() + timedelta(days=desk.dice.randint(1, 6))
    if welcomed > desk.period.last - timedelta(days=3) or (
        welcomed > desk.period.last - timedelta(days=15) and desk.chance(0.3)
    ):
        return []
    entry = replace(
        entry_of(handed),
        point_id=desk.points[code].pk,
        happened_on=welcomed,
        channel="TEL",
        contact_type=PASSED_ON,
        outcome="E4" if code == "HUB" else "E1",
        service="S03",
        source="",
        seen_today=False,
        handed_to_id=None,
        handed_from_id=handed.pk,
    )
    moment = _moment(desk, welcomed)
    return [record_contact(contact_id=desk.new_id(), entry=entry, by=desk.actor_at(code), at=moment).contact]


def _correct(desk: Desk, contact: Contact, code: str) -> None:
    """Somebody finds out more about the person, or picked the wrong line."""
    entry = entry_of(contact)
    other = "INF" if entry.needs != ("INF",) else "GEN"
    correct_contact(
        contact_id=contact.pk,
        version=contact.version,
        entry=replace(entry, needs=(other,)),
        reason="NUOVO",
        by=desk.actor_at(code),
        at=contact.recorded_at + timedelta(minutes=desk.dice.randint(3, 50)),
    )

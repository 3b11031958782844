"""A point as its page and the lists show it: the row, its hours, and its address on this site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import itemgetter

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from raccordo.kernel.localised import pick
from raccordo.kernel.periods import Period
from raccordo.network.enums import PointKind
from raccordo.network.models import AccessPoint, Network
from raccordo.network.schedule import ClosedSpan, Opening, Schedule, schedules_of
from raccordo.public_site import words

KINDS: dict[str, Promise] = {
    PointKind.HUB: gettext_lazy("Il punto principale"),
    PointKind.SPOKE: gettext_lazy("Punto di ascolto"),
    PointKind.DECENTRALISED: gettext_lazy("Sede collegata"),
    PointKind.EXPERIMENTAL: gettext_lazy("Sede di prova"),
}


@dataclass(frozen=True)
class Place:
    """One published point at one moment."""

    point: AccessPoint
    schedule: Schedule
    now: datetime

    @property
    def name(self) -> str:
        return self.point.text("name") or self.point.name

    @property
    def kind(self) -> str:
        return str(KINDS[self.point.kind])

    @property
    def is_hub(self) -> bool:
        return self.point.kind == PointKind.HUB

    @property
    def town(self) -> str:
        return self.point.municipality.name

    @property
    def town_unless_named(self) -> str:
        """The town, where the name of the point does not hold it already."""
        return "" if self.town in self.name else self.town

    @property
    def url(self) -> str:
        """Short where the slug is one point's alone, else with the network's code."""
        if self.point.slug_shared:  # type: ignore[attr-defined]  # annotated by published_points()
            return reverse("public_site:point_of_network", args=[self.point.network.code, self.point.slug])
        return reverse("public_site:point", args=[self.point.slug])

    @cached_property
    def status(self) -> words.Status:
        return words.status_of(self.schedule, self.now)

    @cached_property
    def week(self) -> list[words.WeekRow]:
        return words.week_rows(self.schedule, self.now.date())

    @property
    def changes(self) -> list[str]:
        return words.coming_changes(self.schedule, self.now.date())

    @cached_property
    def closed_spans(self) -> list[ClosedSpan]:
        return words.closures(self.schedule, self.now.date())

    @property
    def closures(self) -> list[tuple[str, str]]:
        """The days in words, with the reason."""
        return [(words.span_in_words(span), span.sentence) for span in self.closed_spans]

    @property
    def summary(self) -> str:
        return self.point.text("summary")

    @property
    def audience(self) -> str:
        return self.point.text("audience")

    @property
    def people(self) -> str:
        return self.point.text("people")

    @property
    def bring(self) -> str:
        return self.point.text("bring")

    @property
    def reach(self) -> str:
        return self.point.text("reach")


def published_points() -> QuerySet[AccessPoint]:
    """Points that everybody may read about, in order; each knows whether another network uses its slug too."""
    twin = AccessPoint.objects.published().filter(slug=OuterRef("slug")).exclude(network=OuterRef("network"))
    return AccessPoint.objects.published().for_list().select_related("network").annotate(slug_shared=Exists(twin))


def published_networks() -> list[Network]:
    """Networks that have something to show."""
    return list(Network.objects.filter(points__in=AccessPoint.objects.published()).distinct())


def places_of(points: Iterable[AccessPoint], now: datetime) -> list[Place]:
    """With their hours; two queries more, for any number of points."""
    points = list(points)
    schedules = schedules_of(points, Period(now.date(), now.date()))
    return [Place(point, schedules[point.pk], now) for point in points]


def network_name(network: Network) -> str:
    """In the language of the page, where the network has it in more than one."""
    return pick(network.texts.get("name")) or network.name


def open_first(places: Iterable[Place]) -> list[Place]:
    """Those open now; who stays open longer comes first."""
    found = [(opening.closes, place) for place, opening in _with_opening(places, words.State.OPEN)]
    return [place for _, place in sorted(found, key=itemgetter(0), reverse=True)]


def next_to_open(places: Iterable[Place], limit: int = 3) -> list[Place]:
    """Those that open next, soonest first."""
    found = [(opening.opens, place) for place, opening in _with_opening(places, words.State.LATER)]
    return [place for _, place in sorted(found, key=itemgetter(0))][:limit]


def instead_of(place: Place, places: Iterable[Place]) -> Place | None:
    """Where to go while a point has no hours: the one it depends on, else the hub, else what opens next."""
    open_some_day = [each for each in places if each.status.opening]
    parent = [each for each in open_some_day if each.point.pk == place.point.parent_id]
    hub = [each for each in open_some_day if each.is_hub]
    return next(iter([*parent, *hub, *open_first(open_some_day), *next_to_open(open_some_day)]), None)


def _with_opening(places: Iterable[Place], state: words.State) -> Iterator[tuple[Place, Opening]]:
    for place in places:
        if place.status.state == state and place.status.opening:
            yield place, place.status.opening


def by_weekday(places: Iterable[Place]) -> list[tuple[str, bool, list[tuple[Place, str]]]]:
    """The week of all the points together: day, whether it is today, who opens and when."""
    rows = [(row, place) for place in places for row in place.week]
    rows.sort(key=lambda each: (each[0].weekday, each[1].point.position))
    days: dict[int, tuple[str, bool, list[tuple[Place, str]]]] = {}
    for row, place in rows:
        days.setdefault(row.weekday, (row.name, row.is_today, []))[2].append((place, row.hours))
    return list(days.values())

"""What a page of the desk must know before it asks anything: the points of the network and its lists. One query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from raccordo.intake.enums import PROFESSIONALS, CodeList
from raccordo.intake.offers import Choice, Group, Offers, offers
from raccordo.kernel.actors import Actor
from raccordo.kernel.prepared import PreparedRead
from raccordo.kernel.refusals import NotAllowed
from raccordo.network.codelists import CodeLists, lists_in_version
from raccordo.network.models import AccessPoint


@dataclass(frozen=True)
class Point:
    """What the desk says of an access point."""

    pk: UUID
    code: str
    name: str
    retired: bool


def _points_of(network_id: UUID) -> QuerySet[AccessPoint, tuple[Any, ...]]:
    return AccessPoint.objects.visible_to(Actor(network_id=network_id)).values_list(
        "pk", "code", "name", "retired_on", "network__counting_rule", "network__version"
    )


_points = PreparedRead(_points_of, UUID)


@dataclass(frozen=True)
class Desk:
    """The actor's network on a day."""

    actor: Actor
    today: date
    lists: CodeLists
    offers: Offers
    points: Mapping[UUID, Point]
    counting_rule: str

    @classmethod
    def of(cls, actor: Actor, today: date) -> "Desk":
        """Raises NotAllowed for who works in no network, or in one that has no points yet."""
        rows = _points(actor.network_id) if actor.network_id else []
        if actor.network_id is None or not rows:
            raise NotAllowed
        version = rows[0][5]
        return cls(
            actor=actor,
            today=today,
            lists=lists_in_version(actor.network_id, version),
            offers=offers(actor.network_id, version, get_language() or "it"),
            points={row[0]: Point(row[0], row[1], row[2], row[3] is not None) for row in rows},
            counting_rule=rows[0][4],
        )

    @cached_property
    def own(self) -> list[Point]:
        """Where the actor works, in the order of the protocol."""
        return [point for point in self.points.values() if point.pk in self.actor.point_ids and not point.retired]

    def point_name(self, point_id: UUID | str | None) -> str:
        """The name of a point of the network; empty for none."""
        if not point_id:
            return ""
        point = self.points.get(point_id if isinstance(point_id, UUID) else UUID(point_id))
        return point.name if point else ""

    def label(self, list_code: CodeList, code: str) -> str:
        return self.lists.label(list_code, code) if code else ""

    def choices(self, list_code: CodeList, *, keep: str = "") -> list[Choice]:
        """What may be chosen today, and `keep`, which a stored row may still say."""
        return self._with_kept(self.offers.lists[list_code], list_code, (keep,) if keep else ())

    def point_choices(self, points: list[Point]) -> list[Choice]:
        return [(str(point.pk), point.name) for point in points]

    def visitors(self, *, professional: bool, keep: str = "") -> list[Choice]:
        """The citizens or the professionals of the list."""
        kept = (keep,) if keep and self.is_professional(keep) is professional else ()
        group = self.offers.professionals if professional else self.offers.citizens
        return self._with_kept(group, CodeList.VISITOR, kept)

    def is_professional(self, visitor: str) -> bool:
        code = self.lists.of(CodeList.VISITOR).get(visitor)
        return code is not None and code.group == PROFESSIONALS

    def areas(self, keep: tuple[str, ...] = ()) -> list[Group]:
        """The areas of need; the restricted ones stand apart, under their warning."""
        return self._groups_with_kept(self.offers.areas, [need for need in keep if self.area_of(need) == need])

    def items(self, keep: tuple[str, ...] = ()) -> list[Group]:
        """The needs inside each area, by the name of the area."""
        return self._groups_with_kept(self.offers.items, [need for need in keep if self.area_of(need) != need])

    def _with_kept(self, choices: list[Choice], list_code: CodeList, keep: tuple[str, ...]) -> list[Choice]:
        missing = [code for code in keep if code not in dict(choices)]
        return [*choices, *((code, self.lists.label(list_code, code)) for code in missing)]

    def _groups_with_kept(self, groups: list[Group], keep: list[str]) -> list[Group]:
        offered = {code for _, choices in groups for code, _ in choices}
        missing = [(code, self.label(CodeList.NEED, code)) for code in keep if code not in offered]
        return [*groups, *([("Non più nella lista", missing)] if missing else [])]

    def area_of(self, need: str) -> str:
        """The area that a need belongs to; an area is its own."""
        code = self.lists.of(CodeList.NEED).get(need)
        return code.parent or need if code else need

    def needs_of_area(self, area: str) -> list[str]:
        """The area and every need in it."""
        return [code.code for code in self.lists.of(CodeList.NEED).values() if area in (code.code, code.parent)]

"""What a page of the desk must know before it asks anything: the points of the network and its lists. Two queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from raccordo.intake.enums import PROFESSIONALS, CodeList
from raccordo.kernel.actors import Actor
from raccordo.kernel.refusals import NotAllowed
from raccordo.network.codelists import CodeLists, code_lists
from raccordo.network.models import AccessPoint

Choice = tuple[str, str]
Group = tuple[str, list[Choice]]
RESTRICTED_SENTENCE = (
    "A parte, solo per proteggere qualcuno: segnala se la persona ne ha parlato. "
    "Se c’è pericolo adesso, chiama il 112."
)


@dataclass(frozen=True)
class Point:
    """What the desk says of an access point."""

    pk: UUID
    code: str
    name: str
    retired: bool


@dataclass(frozen=True)
class Desk:
    """The actor's network on a day."""

    actor: Actor
    today: date
    lists: CodeLists
    points: Mapping[UUID, Point]
    counting_rule: str

    @classmethod
    def of(cls, actor: Actor, today: date) -> "Desk":
        """Raises NotAllowed for who works in no network."""
        if actor.network_id is None:
            raise NotAllowed
        rows = list(
            AccessPoint.objects.visible_to(actor).values_list(
                "pk", "code", "name", "retired_on", "network__counting_rule"
            )
        )
        return cls(
            actor=actor,
            today=today,
            lists=code_lists(actor.network_id),
            points={pk: Point(pk, code, name, retired_on is not None) for pk, code, name, retired_on, _ in rows},
            counting_rule=rows[0][4] if rows else "",
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
        choices = self.lists.choices(list_code)
        if keep and keep not in dict(choices):
            choices.append((keep, self.lists.label(list_code, keep)))
        return choices

    def point_choices(self, points: list[Point]) -> list[Choice]:
        return [(str(point.pk), point.name) for point in points]

    def visitors(self, *, professional: bool, keep: str = "") -> list[Choice]:
        """The citizens or the professionals of the list."""
        return [
            (code.code, code.label)
            for code in self.lists.of(CodeList.VISITOR).values()
            if (code.group == PROFESSIONALS) is professional and (not code.retired or code.code == keep)
        ]

    def is_professional(self, visitor: str) -> bool:
        code = self.lists.of(CodeList.VISITOR).get(visitor)
        return code is not None and code.group == PROFESSIONALS

    def areas(self, keep: tuple[str, ...] = ()) -> list[Group]:
        """The areas of need; the restricted ones stand apart, under their warning."""
        plain: list[Choice] = []
        restricted: list[Choice] = []
        for code in self.lists.of(CodeList.NEED).values():
            if not code.parent and (not code.retired or code.code in keep):
                (restricted if code.restricted else plain).append((code.code, code.label))
        return [("", plain)] + ([(RESTRICTED_SENTENCE, restricted)] if restricted else [])

    def items(self, keep: tuple[str, ...] = ()) -> list[Group]:
        """The needs inside each area, by the name of the area; the restricted ones come last."""
        entries = self.lists.of(CodeList.NEED)
        groups: dict[str, list[Choice]] = {}
        for code in sorted(entries.values(), key=lambda code: self._is_restricted(code.code)):
            if code.parent and (not code.retired or code.code in keep):
                groups.setdefault(self.lists.label(CodeList.NEED, code.parent), []).append((code.code, code.label))
        return list(groups.items())

    def _is_restricted(self, need: str) -> bool:
        entries = self.lists.of(CodeList.NEED)
        code = entries[need]
        return code.restricted or (code.parent in entries and entries[code.parent].restricted)

    def area_of(self, need: str) -> str:
        """The area that a need belongs to; an area is its own."""
        code = self.lists.of(CodeList.NEED).get(need)
        return code.parent or need if code else need

    def needs_of_area(self, area: str) -> list[str]:
        """The area and every need in it."""
        return [code.code for code in self.lists.of(CodeList.NEED).values() if area in (code.code, code.parent)]

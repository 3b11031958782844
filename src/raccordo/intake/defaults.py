"""What choosing a kind of visitor usually means, as the network's list says it."""

from dataclasses import asdict, dataclass
from typing import Any

from raccordo.intake.enums import PROFESSIONALS, CodeList
from raccordo.network.codelists import Code, CodeLists


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """The usual answers for one kind of visitor; an empty one is not known."""

    contact_type: str = ""
    for_whom: str = ""
    life_phase: str = ""
    needs: tuple[str, ...] = ()
    service: str = ""
    outcome: str = ""

    @property
    def whole(self) -> bool:
        """They are enough for a contact without asking anything else."""
        return all((self.contact_type, self.for_whom, self.needs, self.service, self.outcome))

    def single(self) -> dict[str, str]:
        """Those that are one code each and known, by the name of the form's field."""
        return {name: value for name, value in asdict(self).items() if isinstance(value, str) and value}


def defaults_of(visitor: Code | None) -> Defaults:
    """The usual answers of a visitor type; none when the list gives none."""
    extra: dict[str, Any] = dict(visitor.extra) if visitor else {}
    return Defaults(
        needs=tuple(extra.get("needs", ())),
        **{name: str(extra.get(name, "")) for name in Defaults.__dataclass_fields__ if name != "needs"},
    )


def usual(lists: CodeLists, *, professional: bool) -> Defaults:
    """What the form shows before anybody is chosen: the usual answers of the first visitor type of the group."""
    for visitor in lists.of(CodeList.VISITOR).values():
        if (visitor.group == PROFESSIONALS) is professional and not visitor.retired:
            return defaults_of(visitor)
    return Defaults()


def one_tap(lists: CodeLists) -> list[tuple[str, str]]:
    """The professionals whose contact is recorded by one tap: (code, label)."""
    return [
        (visitor.code, visitor.label)
        for visitor in lists.of(CodeList.VISITOR).values()
        if visitor.group == PROFESSIONALS and not visitor.retired and defaults_of(visitor).whole
    ]

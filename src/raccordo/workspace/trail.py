"""The rows of the trail in words: names are looked up when it is read, since the rows hold identifiers alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from raccordo.accounts.models import User
from raccordo.audit.labels import label
from raccordo.audit.models import Entry
from raccordo.audit.querysets import EntryQuerySet
from raccordo.kernel.actors import Actor
from raccordo.network.codelists import CodeLists, lists_in_version
from raccordo.network.models import AccessPoint
from raccordo.workspace.told import ROLES, Names, told

PAGE_SIZE = 50


@dataclass(frozen=True)
class Row:
    """One row as a person reads it."""

    seq: int
    at: datetime
    who: str
    role: str
    sentence: str
    about: UUID | None
    told: str


@dataclass(frozen=True)
class Slice:
    """Rows from the newest, and the numbers from which the pages before and after begin (None where there is none)."""

    rows: list[Row]
    newer_than: int | None
    older_than: int | None


def names_for(actor: Actor, known: Mapping[UUID, str], entries: Iterable[Entry]) -> Names:
    """The people known already, those missing among the rows, points and words of the network: two queries at most."""
    missing = {entry.user_id for entry in entries if entry.user_id} - set(known)
    others = {user.pk: user.full_name for user in User.objects.filter(pk__in=missing)} if missing else {}
    points = list(AccessPoint.objects.visible_to(actor).values_list("pk", "code", "network_id", "network__version"))
    lists = lists_in_version(*points[0][2:]) if points else CodeLists({})
    return Names({**known, **others}, {str(pk): code for pk, code, *_ in points}, lists)


def slice_of(rows: EntryQuerySet, before: int | None, after: int | None) -> tuple[list[Entry], int | None, int | None]:
    """At most a page of rows by their numbers, without counting: (rows, newer than, older than)."""
    if after is not None:
        found = list(rows.filter(seq__gt=after).order_by("seq")[: PAGE_SIZE + 1])
        more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE][::-1]
        return shown, shown[0].seq if more else None, shown[-1].seq if shown else None
    if before is not None:
        rows = rows.filter(seq__lt=before)
    found = list(rows.order_by("-seq")[: PAGE_SIZE + 1])
    more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
    newer = shown[0].seq if before is not None and shown else None
    return shown, newer, shown[-1].seq if more else None


def in_words(entries: Iterable[Entry], names: Names) -> Iterator[Row]:
    for entry in entries:
        yield Row(
            seq=entry.seq,
            at=entry.at,
            who=names.of(entry),
            role=str(ROLES.get(entry.role, entry.role)),
            sentence=label(entry.action),
            about=entry.about,
            told=told(entry, names),
        )

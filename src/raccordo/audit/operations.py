"""The only way into the trail, and the proof that nobody went round it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from raccordo.audit.models import INSTALLATION, Entry
from raccordo.audit.sealing import seal_of
from raccordo.kernel import clock
from raccordo.kernel.actors import Actor
from raccordo.kernel.db import lock_name
from raccordo.kernel.prepared import PreparedRead


@transaction.atomic(durable=False)
def record(
    action: str,
    *,
    by: Actor,
    about: UUID | None = None,
    network_id: UUID | None = None,
    changed: Mapping[str, Any] | None = None,
) -> Entry:
    """Add one row to the chain of the network (by default the actor's, else the installation's), in the caller's
    transaction.

    `action` is `app.thing.past_participle`; `changed` holds field names and codes, never names of persons nor free
    text.
    """
    chain = network_id or by.network_id or INSTALLATION
    lock_name(f"audit:{chain}")
    last = _last(chain)
    seq, seal = last[0] if last else (0, "")
    entry = Entry(
        chain=chain,
        seq=seq + 1,
        at=clock.now(),
        action=action,
        user_id=by.user_id,
        role=by.role,
        organisation_id=by.organisation_id,
        about=about,
        changed=dict(changed or {}),
        previous=seal,
    )
    entry.seal = seal_of(entry)
    entry.save(force_insert=True)
    return entry


_last = PreparedRead(lambda chain: Entry.objects.of_chain(chain).reverse().values_list("seq", "seal")[:1], UUID)


@dataclass(frozen=True)
class Break:
    """The first place where a chain does not hold."""

    chain: UUID
    seq: int
    sentence: str


@dataclass(frozen=True)
class Verified:
    """A chain that was read to its end: how many rows, and the first break if any."""

    chain: UUID
    rows: int
    head: str
    broken: Break | None


def verify(only: UUID | None = None) -> Iterator[Verified]:
    """Read every chain (or `only` one) from its first row and say where, if anywhere, it breaks.

    It finds a changed, removed, inserted or reordered row. A cut tail is found by comparing `head` with a copy
    kept elsewhere.
    """
    chains = [only] if only else Entry.objects.order_by("chain").values_list("chain", flat=True).distinct()
    for chain in chains:
        yield _verify_chain(chain)


def _verify_chain(chain: UUID) -> Verified:
    previous, number = "", 0
    for entry in Entry.objects.of_chain(chain).iterator(chunk_size=2000):
        number += 1
        sentence = _fault(entry, number, previous)
        if sentence:
            return Verified(chain, number, previous, Break(chain, number, sentence))
        previous = entry.seal
    return Verified(chain, number, previous, None)


def _fault(entry: Entry, number: int, previous: str) -> str:
    if entry.seq != number:
        return f"Manca la riga {number}: la successiva è la {entry.seq}."
    if entry.previous != previous:
        return f"La riga {number} non è legata alla precedente."
    if entry.seal != seal_of(entry):
        return f"La riga {number} è stata modificata dopo la scrittura."
    return ""

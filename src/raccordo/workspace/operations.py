"""What people do with the trail: reading it, taking it out and checking it are themselves written in it."""

from typing import Any, Final

from django.db import transaction

from raccordo.audit.models import Entry
from raccordo.audit.operations import Verified, record, verify
from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right

VERIFIED: Final = "audit.chain.verified"
FOUND_BROKEN: Final = "audit.chain.found_broken"


@transaction.atomic
def note_trail_reading(*, filters: dict[str, Any], by: Actor) -> Entry:
    """Somebody reads the trail: written, with the filters, before the page leaves, else the page is not shown."""
    by.require(Right.READ_TRAIL)
    return record("audit.trail.read", by=by, changed=filters)


@transaction.atomic
def note_trail_export(*, filters: dict[str, Any], kind: str, by: Actor) -> None:
    """The same for who takes the rows out as a file."""
    by.require(Right.READ_TRAIL)
    record("audit.trail.exported", by=by, changed={**filters, "kind": kind})


def check_chain(*, by: Actor) -> Verified:
    """Read the chain of the actor's network from its first row; the outcome is written as its last one.

    Not one transaction: reading a long chain must not keep others from writing to it.
    """
    by.require(Right.READ_TRAIL)
    found = next(iter(verify(by.network_id)))
    if found.broken:
        record(FOUND_BROKEN, by=by, changed={"seq": found.broken.seq, "sentence": found.broken.sentence})
    else:
        record(VERIFIED, by=by, changed={"rows": found.rows, "head": found.head})
    return found

"""Counting failures, in the database so that every process of the server sees the same number."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from raccordo.accounts.enums import TryKind
from raccordo.accounts.guessing import LIMITS, TooManyTries, TryKey, wait_after
from raccordo.accounts.models import TryCounter

KEPT_IN_FULL = {TryKind.ADDRESS, TryKind.ACCOUNT}  # a success of somebody else from there must not wipe these


@transaction.atomic
def begin_try(keys: Iterable[TryKey], *, now: datetime) -> None:
    """Count a failure before anything is looked at, so that many at once count too; `forgive_try` takes it back.

    Raises TooManyTries, and counts nothing, while the wait after the last failure lasts.
    """
    counters = [_locked(key, now) for key in sorted(keys)]
    wait = max((_remaining(counter, now) for counter in counters), default=timedelta(0))
    if wait > timedelta(0):
        raise TooManyTries(wait)
    for counter in counters:
        counter.failures = 1 if _is_forgotten(counter, now) else counter.failures + 1
        counter.last_at = now
        counter.save(update_fields=["failures", "last_at"])


@transaction.atomic
def forgive_try(keys: Iterable[TryKey]) -> None:
    """It was right: that failure was none. What belongs to the person alone starts again from nothing."""
    for key in sorted(keys):
        counter = TryCounter.objects.filter(kind=key.kind, digest=key.digest)
        if key.kind in KEPT_IN_FULL:
            counter.update(failures=Greatest(F("failures") - 1, 0))
        else:
            counter.delete()


@transaction.atomic
def forget_old_tries(*, now: datetime) -> int:
    """Remove what no wait depends on any more; returns how many counters."""
    removed = 0
    for kind, limit in LIMITS.items():
        count, _ = TryCounter.objects.filter(kind=kind, last_at__lt=now - limit.forgotten_after).delete()
        removed += count
    return removed


def _locked(key: TryKey, now: datetime) -> TryCounter:
    counter, _ = TryCounter.objects.select_for_update(no_key=True).get_or_create(
        kind=key.kind, digest=key.digest, defaults={"last_at": now}
    )
    return counter


def _is_forgotten(counter: TryCounter, now: datetime) -> bool:
    return now - counter.last_at >= LIMITS[TryKind(counter.kind)].forgotten_after


def _remaining(counter: TryCounter, now: datetime) -> timedelta:
    if _is_forgotten(counter, now):
        return timedelta(0)
    return counter.last_at + wait_after(TryKind(counter.kind), counter.failures) - now

"""How long one waits after how many failures: a wait that grows, and a stop for one name from one address.

The stop is by name *and* address, so that whoever guesses does not lock the person out at their own desk.
"""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from raccordo.accounts.enums import TryKind
from raccordo.kernel.keys import secret
from raccordo.kernel.refusals import Refusal

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """`free` failures cost nothing, the next one costs `first`, each further one twice as much, up to `longest`."""

    free: int
    first: timedelta
    longest: timedelta
    stop: int | None  # from this failure on, wait `forgotten_after`
    forgotten_after: timedelta


LIMITS = {
    TryKind.PAIR: Limit(3, timedelta(seconds=5), timedelta(minutes=15), stop=20, forgotten_after=DAY),
    TryKind.ADDRESS: Limit(20, timedelta(seconds=5), timedelta(minutes=15), stop=60, forgotten_after=HOUR),
    TryKind.ACCOUNT: Limit(10, timedelta(seconds=2), timedelta(seconds=30), stop=None, forgotten_after=HOUR),
    TryKind.CODE: Limit(5, timedelta(seconds=10), timedelta(minutes=15), stop=20, forgotten_after=DAY),
    TryKind.MAIL: Limit(3, timedelta(seconds=30), timedelta(minutes=15), stop=None, forgotten_after=DAY),
}


@dataclass(frozen=True, order=True)
class TryKey:
    """One counter."""

    kind: TryKind
    digest: str


def password_keys(name: str, address: str) -> list[TryKey]:
    """What a password typed for `name` from `address` counts towards."""
    return [
        TryKey(TryKind.PAIR, _digest(name, address)),
        TryKey(TryKind.ADDRESS, _digest(address)),
        TryKey(TryKind.ACCOUNT, _digest(name)),
    ]


def code_keys(user_id: UUID) -> list[TryKey]:
    """What a code of the second factor counts towards: the person alone, since whoever types it has the password."""
    return [TryKey(TryKind.CODE, _digest(str(user_id)))]


def mail_keys(email: str, address: str) -> list[TryKey]:
    """What a request for a new password counts towards."""
    return [TryKey(TryKind.MAIL, _digest(email)), TryKey(TryKind.MAIL, _digest(address))]


def wait_after(kind: TryKind, failures: int) -> timedelta:
    """Counted from the last failure."""
    limit = LIMITS[kind]
    if limit.stop is not None and failures >= limit.stop:
        return limit.forgotten_after
    if failures <= limit.free:
        return timedelta(0)
    doublings = min(failures - limit.free - 1, 20)
    factor: int = 2**doublings
    return min(limit.first * factor, limit.longest)


class TooManyTries(Refusal):
    """It is too early for another try; the password was not even looked at."""

    def __init__(self, wait: timedelta) -> None:
        self.seconds = max(1, -(-int(wait.total_seconds() * 1000) // 1000))
        super().__init__(f"Troppi tentativi: aspetta {in_words(self.seconds)} e riprova.")


def in_words(seconds: int) -> str:
    """8 secondi, 2 minuti, 1 ora: rounded up, as one would tell a person."""
    for size, one, many in ((3600, "un’ora", "ore"), (60, "un minuto", "minuti"), (1, "un secondo", "secondi")):
        if seconds >= size:
            number = -(-seconds // size)
            return one if number == 1 else f"{number} {many}"
    return "un secondo"


def _digest(*parts: str) -> str:
    return hmac.new(secret("django"), "\0".join(("raccordo tries", *parts)).encode(), sha256).hexdigest()

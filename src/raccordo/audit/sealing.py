"""How a row is sealed to the one before it, and how a chain is checked."""

import hmac
import json
from datetime import UTC
from hashlib import sha256

from raccordo.audit.models import Entry
from raccordo.kernel.keys import secret


def seal_of(entry: Entry) -> str:
    """HMAC-SHA256 over everything in the row and the seal before it, as 64 hexadecimal digits.

    Keyed, because a plain hash could be recomputed by whoever can write to the database.
    """
    content = json.dumps(
        [
            str(entry.chain),
            entry.seq,
            entry.at.astimezone(UTC).isoformat(),
            entry.action,
            _text(entry.user_id),
            entry.role,
            _text(entry.organisation_id),
            _text(entry.about),
            entry.changed,
            entry.previous,
        ],
        sort_keys=True,
        separators=(",", ":"),
    )
    return hmac.new(secret("trail"), content.encode(), sha256).hexdigest()


def _text(value: object) -> str:
    return "" if value is None else str(value)

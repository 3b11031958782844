"""Who else has a say before a point leaves the network.

A higher app adds its guard in its `AppConfig.ready`; the network knows none of them.
"""

from collections.abc import Callable
from uuid import UUID

PointGuard = Callable[[UUID], str | None]

POINT_GUARDS: list[PointGuard] = []


def objections_to_dropping(point_id: UUID) -> list[str]:
    """Why the point may not be dropped, one sentence per guard that objects."""
    return [sentence for guard in POINT_GUARDS if (sentence := guard(point_id))]

"""The indicators: each a frozen object that says what it counts, what it leaves out and why, and since when."""

from raccordo.reporting.indicators.accesses import ACCESSES, FATHERS, FIRST_ACCESSES, PROFESSIONALS
from raccordo.reporting.indicators.mixes import CHANNELS, HANDOVERS, OUTCOMES, REQUESTS, SOURCES
from raccordo.reporting.indicators.opening import ACCESSES_PER_HOUR, OPENING
from raccordo.reporting.indicators.quality import QUALITY
from raccordo.reporting.indicators.shape import Exclusion, Figure, Indicator, Part

INDICATORS: dict[str, Indicator] = {
    indicator.code: indicator
    for indicator in (
        ACCESSES,
        FIRST_ACCESSES,
        PROFESSIONALS,
        FATHERS,
        CHANNELS,
        SOURCES,
        REQUESTS,
        OUTCOMES,
        HANDOVERS,
        OPENING,
        ACCESSES_PER_HOUR,
        QUALITY,
    )
}

__all__ = ["INDICATORS", "Exclusion", "Figure", "Indicator", "Part"]

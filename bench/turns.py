"""Two or more things measured in turns, so that what else the machine does falls on all of them alike."""

from collections.abc import Callable, Mapping
from statistics import median


def in_turns(sides: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each side over `rounds` turns; every other turn goes backwards. The first run does not count."""
    for measure in sides.values():
        measure()
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        order = list(sides) if number % 2 == 0 else list(reversed(sides))
        for name in order:
            taken[name].append(sides[name]())
    return {name: median(values) for name, values in taken.items()}


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

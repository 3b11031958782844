"""What is measured, by the number of its goal in docs/performance.md."""

from collections.abc import Callable, Iterator, Mapping

from bench.measures.desks import eight_desks
from bench.measures.export import export
from bench.measures.figures import figures, typesetting
from bench.measures.living import cold_start, memory
from bench.measures.queries import queries
from bench.measures.requests import pages, saving
from bench.measures.weight import weight
from bench.results import Result
from bench.stage import Stage

MEASURES: Mapping[str, Callable[[Stage], Iterator[Result]]] = {
    "F1": saving,
    "F2": eight_desks,
    "F4": pages,
    "F6": queries,
    "R": figures,
    "F12": export,
    "F14": typesetting,
    "F15": memory,
    "F16": cold_start,
    "F18": weight,
}

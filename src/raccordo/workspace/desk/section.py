"""One piece of the desk."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    """A title, the template that shows it (in templates/workspace/desk/), and what the template reads as `facts`."""

    title: str
    template: str
    facts: dict[str, Any] = field(default_factory=dict)
    beside: bool = False  # in the context column

    @property
    def path(self) -> str:
        return f"workspace/desk/_{self.template}.html"

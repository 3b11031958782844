"""Heads of a list's table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One head. With `key` it can be sorted by (`?sort=key`, `?sort=-key`); `numeric` aligns it to the right."""

    label: str
    key: str = ""
    numeric: bool = False

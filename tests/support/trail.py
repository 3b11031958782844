"""Going round the triggers of the trail, as somebody with the keys of the database would."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

TRIGGERS = {
    "sqlite": ("audit_entry_no_update", "audit_entry_no_delete", "audit_entry_no_replace"),
    "postgresql": ("audit_entry_no_change", "audit_entry_no_truncate"),
}


@contextmanager
def opened() -> Iterator[None]:
    """The trail without its triggers; the end of the test puts them back, since both engines roll back tables too."""
    with connection.cursor() as cursor:
        for name in TRIGGERS[connection.vendor]:
            table = " ON audit_entry" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{table}")
    yield


def tamper(statement: str, parameters: list[Any] | None = None) -> None:
    """Run one statement on the trail behind its back."""
    with opened(), connection.cursor() as cursor:
        cursor.execute(statement, parameters or [])

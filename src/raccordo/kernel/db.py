"""The few places where the two databases differ."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b

from django.db import IntegrityError, connection, models

from raccordo.kernel.refusals import Refusal


def lock_name(name: str) -> None:
    """Hold `name` until the transaction ends. On SQLite a writing transaction is alone anyway (BEGIN IMMEDIATE)."""
    if connection.vendor == "postgresql":
        number = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


class BrokenRule(Refusal):
    """A constraint of the database said no; the message is the constraint's sentence."""


@contextmanager
def sentences_of(model: type[models.Model]) -> Iterator[None]:
    """Turn the database's "no" into the sentence of the constraint that said it.

    Used instead of `full_clean()`, which asks the database one query for each constraint before the insert asks
    them all again. Raises BrokenRule; the transaction round it is to be rolled back.
    """
    try:
        yield
    except IntegrityError as error:
        for constraint in model._meta.constraints:
            if _names(error, model, constraint):
                raise BrokenRule(str(constraint.violation_error_message)) from error
        raise


def _names(error: IntegrityError, model: type[models.Model], constraint: models.BaseConstraint) -> bool:
    text = str(error)
    if re.search(rf"\b{re.escape(constraint.name)}\b", text):  # whole: one name may begin another
        return True
    # of a unique constraint SQLite names the columns
    if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
        columns = [
            f"{model._meta.db_table}.{field.column}"
            for field in map(model._meta.get_field, constraint.fields)
            if isinstance(field, models.Field)
        ]
        return text.endswith(": " + ", ".join(columns))
    return False

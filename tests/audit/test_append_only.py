"""The database itself refuses to change the trail."""

import pytest
from django.db import IntegrityError, connection, transaction

from raccordo.audit.models import Entry
from raccordo.audit.operations import record
from raccordo.kernel.actors import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return record("network.closure.added", by=SYSTEM)


def refused(statement):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_row_cannot_be_changed(entry):
    refused("UPDATE audit_entry SET action = 'intake.contact.read'")
    entry.refresh_from_db()
    assert entry.action == "network.closure.added"


def test_a_row_cannot_be_removed(entry):
    refused("DELETE FROM audit_entry")
    assert Entry.objects.count() == 1


def test_the_models_have_no_way_round(entry):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Entry.objects.update(role="other")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        entry.delete()


def test_the_table_cannot_be_emptied(entry):
    """PostgreSQL empties with TRUNCATE, SQLite with a DELETE without a condition; neither passes."""
    statement = "TRUNCATE audit_entry" if connection.vendor == "postgresql" else "DELETE FROM audit_entry WHERE 1"
    refused(statement)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    "insert", ["INSERT OR REPLACE INTO", "REPLACE INTO", "INSERT INTO"], ids=["or replace", "replace", "on conflict"]
)
def test_an_insert_cannot_take_the_place_of_a_row(entry, insert):
    if connection.vendor == "postgresql":
        insert = "INSERT INTO"
    columns = "chain, seq, at, action, role, changed, previous, seal"
    clash = "" if "REPLACE" in insert else "ON CONFLICT (chain, seq) DO UPDATE SET action = 'x'"
    refused(f"{insert} audit_entry ({columns}) SELECT {columns} FROM audit_entry WHERE seq = 1 {clash}")


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("entry_one_number_per_chain", {"seq": 1, "previous": ""}),
        ("entry_sealed_to_previous", {"seq": 2, "previous": ""}),
        ("entry_not_its_own_previous", {"seq": 2, "previous": "f" * 64, "seal": "f" * 64}),
    ],
)
def test_the_database_keeps_the_shape_of_a_chain(entry, constraint, changes):
    values = {"chain": entry.chain, "at": entry.at, "action": "x", "seal": "a" * 64} | changes
    with pytest.raises(IntegrityError, match=f"{constraint}|there already"), transaction.atomic():
        Entry(**values).save(force_insert=True)

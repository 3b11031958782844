"""Whoever goes round the triggers is found by the seals."""

from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from raccordo.audit.models import INSTALLATION, Entry
from raccordo.audit.operations import record, verify
from raccordo.audit.sealing import seal_of
from raccordo.kernel.actors import NOBODY, SYSTEM, Actor
from tests.support.trail import tamper

pytestmark = pytest.mark.django_db
NETWORK = UUID("11111111-2222-4333-8444-555555555555")


@pytest.fixture
def chain():
    """Five rows of a network's chain."""
    return [record("intake.contact.read", by=SYSTEM, network_id=NETWORK, about=uuid4()) for _ in range(5)]


def broken():
    """The first break, if any, of the network's chain."""
    return next(each for each in verify() if each.chain == NETWORK).broken


def values(seq):
    return {"seq": seq, "chain": NETWORK if connection.vendor == "postgresql" else NETWORK.hex}


def change(assignment, seq, *parameters):
    where = "WHERE seq = %s AND chain = %s"
    tamper(f"UPDATE audit_entry SET {assignment} {where}", [*parameters, seq, values(seq)["chain"]])


def test_an_untouched_chain_holds(chain):
    verified = next(iter(verify(NETWORK)))
    assert (verified.rows, verified.head, verified.broken) == (5, chain[-1].seal, None)


def test_rows_are_numbered_and_tied(chain):
    assert [entry.seq for entry in chain] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in chain[1:]] == [entry.seal for entry in chain[:-1]]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "intake.contact.voided"),
        ("role", "operator"),
        ("changed", '{"a": 1}'),
        ("at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_a_changed_column_is_found(chain, column, value):
    change(f"{column} = %s", 3, value)
    assert (broken().seq, broken().sentence) == (3, "La riga 3 è stata modificata dopo la scrittura.")


def test_another_object_or_person_is_found(chain):
    other = uuid4() if connection.vendor == "postgresql" else uuid4().hex
    change("about = %s", 2, other)
    assert broken().seq == 2


def test_a_removed_row_is_found(chain):
    tamper("DELETE FROM audit_entry WHERE seq = 3")
    assert (broken().seq, broken().sentence) == (3, "Manca la riga 3: la successiva è la 4.")


def test_a_removed_row_is_found_after_renumbering(chain):
    tamper("DELETE FROM audit_entry WHERE seq = 3")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET seq = 3 WHERE seq = 4")
        cursor.execute("UPDATE audit_entry SET seq = 4 WHERE seq = 5")
    assert (broken().seq, broken().sentence) == (3, "La riga 3 non è legata alla precedente.")


def test_rows_that_changed_places_are_found(chain):
    tamper("UPDATE audit_entry SET seq = 99 WHERE seq = 2")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET seq = 2 WHERE seq = 3")
        cursor.execute("UPDATE audit_entry SET seq = 3 WHERE seq = 99")
    assert broken().seq == 2


def test_an_inserted_row_is_found(chain):
    """Inserting needs no trigger to be dropped; without the key nobody can make its seal."""
    Entry(chain=NETWORK, seq=6, at=chain[-1].at, action="x", previous=chain[-1].seal, seal="0" * 64).save(
        force_insert=True
    )
    assert broken().seq == 6


def test_a_row_sealed_with_another_key_is_found(chain, monkeypatch):
    forged = Entry(chain=NETWORK, seq=6, at=chain[-1].at, action="x", previous=chain[-1].seal)
    with monkeypatch.context() as patch:
        patch.setenv("RACCORDO_TRAIL_KEY", "somebody else's")
        forged.seal = seal_of(forged)
    forged.save(force_insert=True)
    assert broken().seq == 6


def test_a_cut_tail_shows_in_the_last_seal(chain):
    """The chain alone cannot tell; whoever kept the last seal elsewhere can."""
    tamper("DELETE FROM audit_entry WHERE seq = 5")
    verified = next(iter(verify(NETWORK)))
    assert verified.broken is None
    assert verified.head == chain[3].seal != chain[4].seal


def test_each_network_has_its_own_chain():
    mine = Actor(user_id=uuid4(), network_id=NETWORK)
    record("intake.contact.read", by=mine)
    record("accounts.sign_in.failed", by=NOBODY)
    record("intake.contact.read", by=mine)
    assert list(Entry.objects.of_chain(NETWORK).values_list("seq", flat=True)) == [1, 2]
    assert Entry.objects.of_chain(INSTALLATION).get().seq == 1
    assert {each.chain for each in verify()} == {NETWORK, INSTALLATION}


def test_the_command_says_that_the_chains_hold(chain, run_command):
    printed = run_command("audit_verify")
    assert f"✓ catena {NETWORK}: 5 righe, ultimo sigillo {chain[-1].seal}" in printed


def test_the_command_fails_and_says_where(chain, capsys):
    change("role = %s", 4, "operator")
    with pytest.raises(CommandError, match="alterato") as failure:
        call_command("audit_verify")
    assert failure.value.returncode == 1
    assert "riga 4. La riga 4 è stata modificata" in capsys.readouterr().out

"""Guessing is slowed, then stopped; the person at their own desk is not."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user
from django.db import IntegrityError, transaction

from raccordo.accounts.addresses import client_address
from raccordo.accounts.enums import TryKind
from raccordo.accounts.guessing import TooManyTries, code_keys, in_words, mail_keys, password_keys, wait_after
from raccordo.accounts.models import TryCounter
from raccordo.accounts.operations import begin_try, forget_old_tries, forgive_try
from raccordo.kernel import clock

WRONG = "non è questa la password"


def fail(name, address, times, now):
    """That many wrong passwords, each as soon as the wait before it is over; returns the instant after the last."""
    for _ in range(times):
        while True:
            try:
                begin_try(password_keys(name, address), now=now)
            except TooManyTries as refusal:
                now += timedelta(seconds=refusal.seconds)
            else:
                break
    return now


def test_a_few_slips_cost_nothing(sign_in, anna):
    for _ in range(3):
        assert sign_in("anna", WRONG).status_code == 200
    assert sign_in("anna").status_code == 302


def test_guessing_at_speed_is_stopped_well_before_the_twentieth_try(client, sign_in, anna):
    answers = [sign_in("anna", WRONG) for _ in range(20)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429] * 16
    assert 1 <= int(answers[-1]["Retry-After"]) <= 5
    assert "Troppi tentativi: aspetta" in answers[-1].content.decode()
    assert sign_in("anna").status_code == 429
    assert not get_user(client).is_authenticated


def test_the_person_comes_in_from_another_address(client, sign_in, anna):
    for _ in range(20):
        sign_in("anna", WRONG, address="198.51.100.7")
    assert sign_in("anna", address="192.0.2.1").status_code == 302


def test_an_unknown_name_waits_as_long_as_a_known_one(sign_in, anna):
    def answers(name):
        return [(r.status_code, r.get("Retry-After")) for r in (sign_in(name, WRONG) for _ in range(6))]

    with time_machine.travel("2026-11-24 10:00", tick=False):
        assert answers("anna") == answers("nessuno")


def test_who_waits_may_try_again(sign_in, anna):
    with time_machine.travel("2026-11-24 10:00", tick=False) as traveller:
        for _ in range(5):
            sign_in("anna", WRONG)
        assert sign_in("anna").status_code == 429
        traveller.shift(6)
        assert sign_in("anna").status_code == 302


def test_the_patient_guesser_is_stopped_at_the_twentieth_try(db):
    now = fail("anna", "198.51.100.7", 20, clock.now())
    with pytest.raises(TooManyTries) as refused:
        begin_try(password_keys("anna", "198.51.100.7"), now=now + timedelta(hours=23))
    assert refused.value.seconds == 3600
    begin_try(password_keys("anna", "192.0.2.1"), now=now + timedelta(hours=23))


def test_one_password_for_many_names_is_stopped_by_the_sixtieth(db):
    now = clock.now()
    tried = 0
    for number in range(60):
        try:
            begin_try(password_keys(f"name{number}", "198.51.100.7"), now=now)
        except TooManyTries:
            continue
        tried += 1
    assert tried == 21


def test_one_name_from_many_addresses_is_slowed_but_never_stopped(db):
    now = clock.now()
    for number in range(11):
        begin_try(password_keys("anna", f"198.51.100.{number}"), now=now)
    with pytest.raises(TooManyTries) as refused:
        begin_try(password_keys("anna", "192.0.2.1"), now=now)
    assert refused.value.seconds == 2
    assert wait_after(TryKind.ACCOUNT, 10_000) == timedelta(seconds=30)


def test_a_success_wipes_the_pair_and_only_its_own_failure_elsewhere(db):
    now = clock.now()
    begin_try(password_keys("bruno", "192.0.2.1"), now=now)
    begin_try(password_keys("anna", "192.0.2.1"), now=now)
    forgive_try(password_keys("anna", "192.0.2.1"))
    left = {counter.kind: counter.failures for counter in TryCounter.objects.filter(failures__gt=0)}
    assert left == {TryKind.PAIR: 1, TryKind.ADDRESS: 1, TryKind.ACCOUNT: 1}


def test_nothing_readable_is_stored(db):
    begin_try([*password_keys("anna", "192.0.2.1"), *mail_keys("anna@example.org", "192.0.2.1")], now=clock.now())
    assert not any("anna" in counter.digest or counter.digest == "192" for counter in TryCounter.objects.all())


def test_old_counters_are_removed(db, rosa):
    begin_try(code_keys(rosa.pk), now=clock.now())
    assert forget_old_tries(now=clock.now() + timedelta(hours=23)) == 0
    assert forget_old_tries(now=clock.now() + timedelta(hours=25)) == 1


def test_trycounter_once(db):
    TryCounter.objects.create(kind=TryKind.PAIR, digest="0" * 64, last_at=clock.now())
    with pytest.raises(IntegrityError, match=r"trycounter_once|kind"), transaction.atomic():
        TryCounter.objects.create(kind=TryKind.PAIR, digest="0" * 64, last_at=clock.now())


def test_trycounter_never_readable(db):
    with pytest.raises(IntegrityError, match="trycounter_never_readable"), transaction.atomic():
        TryCounter.objects.create(kind=TryKind.ACCOUNT, digest="anna", last_at=clock.now())


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "un secondo"), (8, "8 secondi"), (60, "un minuto"), (61, "2 minuti"), (3600, "un’ora"), (3601, "2 ore")],
)
def test_waits_are_told_in_words(seconds, words):
    assert in_words(seconds) == words


@pytest.mark.parametrize(
    ("trusted", "remote", "forwarded", "address"),
    [
        ([], "192.0.2.1", "203.0.113.9", "192.0.2.1"),
        (["10.0.0.0/8"], "10.0.0.2", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (["10.0.0.0/8"], "10.0.0.2", "203.0.113.9, 198.51.100.7, 10.0.0.3", "198.51.100.7"),
        (["10.0.0.0/8"], "192.0.2.1", "203.0.113.9", "192.0.2.1"),
        (["10.0.0.0/8"], "10.0.0.2", "", "10.0.0.2"),
        (["10.0.0.0/8"], "10.0.0.2", "rubbish", "unknown"),
        ([], "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ([], "::ffff:192.0.2.1", "", "192.0.2.1"),
        ([], "", "", "unknown"),
    ],
)
def test_the_address_is_the_last_one_that_can_be_believed(rf, settings, trusted, remote, forwarded, address):
    settings.TRUSTED_PROXIES = trusted
    assert client_address(rf.get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded})) == address

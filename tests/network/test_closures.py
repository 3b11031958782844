"""A coordinator shuts a point for some days, and opens it again."""

from datetime import date, timedelta

import pytest

from raccordo.audit.models import Entry
from raccordo.kernel import clock
from raccordo.kernel.periods import Period
from raccordo.kernel.refusals import NotAllowed, Refusal, StateChanged
from raccordo.network.models import AccessPoint, Closure
from raccordo.network.operations import close_point, withdraw_closure
from raccordo.network.schedule import schedules_of
from tests.cast import acting

TUESDAY = date(2026, 12, 1)
ON = date(2026, 11, 24)


def close(user, point, first=TUESDAY, last=None, reason="staff", on=ON):
    return close_point(
        point_id=point.pk, first_day=first, last_day=last or first, reason=reason, by=acting(user), on=on
    )


def hours_on(point, day):
    return schedules_of([point], Period(day, day))[point.pk].openings(day)


def test_the_coordinator_shuts_the_point_and_its_hours_are_gone(bruno, serena):
    assert hours_on(serena["SP1"], TUESDAY)
    closure = close(bruno, serena["SP1"])
    assert hours_on(serena["SP1"], TUESDAY) == []
    assert closure.entered_by == bruno.pk
    row = Entry.objects.get(action="network.closure.added")
    assert (row.about, row.chain, row.changed["first_day"]) == (closure.pk, serena.network.pk, "2026-12-01")


def test_the_hours_come_back_when_the_closure_is_withdrawn(bruno, serena):
    closure = close(bruno, serena["SP1"])
    withdraw_closure(closure_id=closure.pk, by=acting(bruno), at=clock.now())
    assert hours_on(serena["SP1"], TUESDAY)
    assert Entry.objects.filter(action="network.closure.withdrawn", about=closure.pk).count() == 1


@pytest.mark.parametrize("code", ["HUB", "SP2"])
def test_another_point_is_not_hers_to_shut(bruno, serena, code):
    with pytest.raises(NotAllowed):
        close(bruno, serena[code])
    assert not Closure.objects.exists()


def test_who_is_at_the_desk_does_not_shut_it(anna, serena):
    with pytest.raises(NotAllowed):
        close(anna, serena["HUB"])


def test_another_network_does_not_learn_that_the_point_exists(bruno, costa):
    with pytest.raises(AccessPoint.DoesNotExist):
        close(bruno, costa["HUB"])


def test_another_network_does_not_learn_that_the_closure_exists(bruno, lia, serena):
    closure = close(bruno, serena["SP1"])
    with pytest.raises(Closure.DoesNotExist):
        withdraw_closure(closure_id=closure.pk, by=acting(lia), at=clock.now())


def test_another_coordinator_does_not_withdraw_it(bruno, carla, serena):
    closure = close(bruno, serena["SP1"])
    with pytest.raises(NotAllowed):
        withdraw_closure(closure_id=closure.pk, by=acting(carla), at=clock.now())


def test_a_point_that_the_protocol_no_longer_names_is_not_shut(bruno, serena):
    AccessPoint.objects.filter(pk=serena["SP1"].pk).update(retired_on=ON)
    with pytest.raises(NotAllowed):
        close(bruno, serena["SP1"])


def test_a_closure_is_withdrawn_once(bruno, serena):
    closure = close(bruno, serena["SP1"])
    withdraw_closure(closure_id=closure.pk, by=acting(bruno), at=clock.now())
    with pytest.raises(StateChanged):
        withdraw_closure(closure_id=closure.pk, by=acting(bruno), at=clock.now())


def test_days_already_shut_are_not_shut_again(bruno, serena):
    close(bruno, serena["SP1"], TUESDAY, TUESDAY + timedelta(days=3))
    with pytest.raises(StateChanged, match="dal 01/12/2026 al 04/12/2026"):
        close(bruno, serena["SP1"], TUESDAY + timedelta(days=3), TUESDAY + timedelta(days=9))
    assert close(bruno, serena["SP1"], TUESDAY + timedelta(days=4))


def test_a_withdrawn_closure_is_in_nobodys_way(bruno, serena):
    withdraw_closure(closure_id=close(bruno, serena["SP1"]).pk, by=acting(bruno), at=clock.now())
    assert close(bruno, serena["SP1"])


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (TUESDAY, TUESDAY - timedelta(days=1), "prima del primo"),
        (TUESDAY, TUESDAY + timedelta(days=120), "al massimo 120 giorni"),
        (ON - timedelta(days=32), ON, "31 giorni fa"),
    ],
    ids=["reversed", "too long", "too far back"],
)
def test_days_that_make_no_sense_are_refused(bruno, serena, first, last, sentence):
    with pytest.raises(Refusal, match=sentence):
        close(bruno, serena["SP1"], first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [(TUESDAY, TUESDAY + timedelta(days=119)), (ON - timedelta(days=31), ON)],
    ids=["longest", "furthest back"],
)
def test_days_at_the_edge_are_accepted(bruno, serena, first, last):
    assert close(bruno, serena["SP1"], first, last).last_day == last


def test_a_reason_outside_the_list_is_refused(bruno, serena):
    with pytest.raises(Refusal, match="motivo"):
        close(bruno, serena["SP1"], reason="boredom")

"""Giving a role and taking it away: to whom, where, for how long."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from raccordo.accounts.operations import NotOneself
from raccordo.audit.models import INSTALLATION, Entry
from raccordo.kernel.db import BrokenRule
from raccordo.kernel.refusals import NotAllowed, StateChanged
from raccordo.permissions.acting import actor_of
from raccordo.permissions.enums import Role
from raccordo.permissions.models import Grant
from raccordo.permissions.operations import Scope, WrongScope, end_grant, give_grant
from tests.cast import acting, give

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def scope(serena):
    """`scope("HUB", first_day=…)`: over points of Valle Serena; without points, over the network."""

    def build(*codes, **more):
        points = frozenset(serena[code].pk for code in codes)
        return Scope(**{"first_day": TODAY, "network_id": serena.network.pk, "point_ids": points} | more)

    return build


def grant(ivo, user, role, scope):
    return give_grant(user_id=user.pk, role=role, scope=scope, by=acting(ivo), on=TODAY)


def test_a_role_over_points_reaches_these_points_and_no_other(ivo, piero, serena, scope):
    grant(ivo, piero, Role.OPERATOR, scope("HUB", "SP1"))
    actor = actor_of(piero, TODAY)
    assert (actor.role, actor.network_id) == ("operator", serena.network.pk)
    assert actor.point_ids == {serena["HUB"].pk, serena["SP1"].pk}


def test_it_is_written_in_the_trail_of_the_network(ivo, piero, serena, scope):
    made = grant(ivo, piero, Role.OPERATOR, scope("HUB"))
    entry = Entry.objects.get(action="permissions.grant.given")
    assert (entry.chain, entry.user_id, entry.about) == (serena.network.pk, ivo.pk, piero.pk)
    assert entry.changed["grant"] == str(made.pk)
    assert entry.changed["points"] == [str(serena["HUB"].pk)]


def test_that_of_an_administrator_is_in_the_trail_of_the_installation(ivo, piero):
    grant(ivo, piero, Role.ADMINISTRATOR, Scope(TODAY))
    assert Entry.objects.get(action="permissions.grant.given").chain == INSTALLATION


@pytest.mark.parametrize("name", ["anna", "elena", "piero"])
def test_who_does_not_manage_users_gives_nothing(request, name, bruno, scope):
    with pytest.raises(NotAllowed):
        grant(request.getfixturevalue(name), bruno, Role.OPERATOR, scope("HUB"))
    assert not Entry.objects.exists()


def test_nobody_lets_themselves_in(ivo, scope):
    with pytest.raises(NotOneself):
        grant(ivo, ivo, Role.LEAD_COORDINATOR, scope())
    assert Grant.objects.of_user(ivo.pk).count() == 1


def test_a_disabled_person_gets_no_role(ivo, piero, scope):
    piero.is_active = False
    piero.save()
    with pytest.raises(StateChanged, match="riattivala"):
        grant(ivo, piero, Role.OPERATOR, scope("HUB"))


def test_points_of_another_network_are_refused(ivo, piero, costa, scope):
    with pytest.raises(WrongScope, match="non è di questa rete"):
        grant(ivo, piero, Role.OPERATOR, scope("HUB", point_ids=frozenset({costa["HUB"].pk})))


def test_retired_points_are_refused(ivo, piero, serena, scope):
    point = serena["SP1"]
    point.retired_on = YESTERDAY
    point.save()
    with pytest.raises(WrongScope):
        grant(ivo, piero, Role.OPERATOR, scope("SP1"))


def test_a_body_of_another_network_is_refused(ivo, piero, costa, scope):
    with pytest.raises(WrongScope, match="non fa parte"):
        grant(ivo, piero, Role.ACCOUNTANT, scope(organisation_id=costa.organisations["coop"].pk))


@pytest.mark.parametrize(
    ("role", "codes", "more", "sentence"),
    [
        (Role.OPERATOR, [], {}, "almeno un punto"),
        (Role.LEAD_COORDINATOR, ["HUB"], {}, "non si dà per punti"),
        (Role.BOARD_MEMBER, [], {}, "Scegli l’ente"),
        (Role.ATS_OBSERVER, [], {"network_id": None}, "Scegli la rete"),
        (Role.ADMINISTRATOR, [], {}, "intera installazione"),
    ],
)
def test_a_scope_that_is_not_the_roles_is_refused(ivo, piero, scope, role, codes, more, sentence):
    with pytest.raises(WrongScope, match=sentence):
        grant(ivo, piero, role, scope(*codes, **more))


def test_the_same_role_twice_is_refused(ivo, piero, scope):
    grant(ivo, piero, Role.OPERATOR, scope("HUB"))
    grant(ivo, piero, Role.OPERATOR, scope("SP1"))
    with pytest.raises(StateChanged, match="già questo incarico"):
        grant(ivo, piero, Role.OPERATOR, scope("HUB"))


def test_a_trainee_has_a_tutor_and_an_end(ivo, piero, anna, scope):
    with pytest.raises(BrokenRule, match="sempre un tutor e una data di fine"):
        grant(ivo, piero, Role.TRAINEE, scope("HUB", last_day=date(2027, 3, 31)))
    with pytest.raises(BrokenRule, match="sempre un tutor e una data di fine"):
        grant(ivo, piero, Role.TRAINEE, scope("HUB", tutor_id=anna.pk))
    assert grant(ivo, piero, Role.TRAINEE, scope("HUB", tutor_id=anna.pk, last_day=date(2027, 3, 31))).tutor == anna


@pytest.mark.parametrize(("last_day", "allowed"), [(date(2027, 11, 23), True), (date(2027, 11, 24), False)])
def test_a_traineeship_lasts_twelve_months_at_most(ivo, piero, anna, scope, last_day, allowed):
    asked = scope("HUB", tutor_id=anna.pk, last_day=last_day)
    if allowed:
        assert grant(ivo, piero, Role.TRAINEE, asked).last_day == last_day
    else:
        with pytest.raises(WrongScope, match="12 mesi"):
            grant(ivo, piero, Role.TRAINEE, asked)


@pytest.mark.parametrize("name", ["zoe", "tito"])
def test_the_tutor_works_in_the_same_network_and_is_no_trainee(request, ivo, piero, scope, name):
    tutor = request.getfixturevalue(name)
    with pytest.raises(WrongScope, match="tutor"):
        grant(ivo, piero, Role.TRAINEE, scope("HUB", tutor_id=tutor.pk, last_day=date(2027, 3, 31)))


def test_nobody_is_their_own_tutor(ivo, anna, scope):
    with pytest.raises(BrokenRule, match="tutor di sé stesso"):
        grant(ivo, anna, Role.TRAINEE, scope("HUB", tutor_id=anna.pk, last_day=date(2027, 3, 31)))


def test_it_ends_after_it_begins(ivo, piero, scope):
    with pytest.raises(BrokenRule, match="finisce il giorno"):
        grant(ivo, piero, Role.OPERATOR, scope("HUB", last_day=YESTERDAY))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("grant_in_order", {"last_day": YESTERDAY}),
        ("grant_network_unless_administrator", {"role": Role.ADMINISTRATOR}),
        ("grant_network_unless_administrator", {"network": None}),
        ("grant_trainee_has_tutor_and_end", {"role": Role.TRAINEE}),
        ("grant_tutor_is_somebody_else", {"own_tutor": True}),
    ],
)
def test_the_database_holds_it_too(piero, serena, constraint, fields):
    row = Grant(user=piero, role=Role.ATS_OBSERVER, network=serena.network, first_day=TODAY)
    for field, value in fields.items():
        setattr(row, *(("tutor", piero) if field == "own_tutor" else (field, value)))
    with pytest.raises(IntegrityError, match=constraint):
        row.save()


def end(ivo, grant_row, last_day):
    end_grant(grant_id=grant_row.pk, last_day=last_day, by=acting(ivo), on=TODAY)


def test_a_role_ends_with_the_day(ivo, anna):
    row = Grant.objects.of_user(anna.pk).get()
    end(ivo, row, TODAY)
    assert actor_of(anna, TODAY).role == "operator"
    assert actor_of(anna, TODAY + timedelta(days=1)).role == ""
    assert Entry.objects.get(action="permissions.grant.ended").changed["last_day"] == "2026-11-24"


def test_a_role_can_end_at_once(ivo, anna):
    end(ivo, Grant.objects.of_user(anna.pk).get(), YESTERDAY)
    assert actor_of(anna, TODAY).role == ""


def test_what_was_is_not_rewritten(ivo, anna):
    with pytest.raises(WrongScope, match="ieri"):
        end(ivo, Grant.objects.of_user(anna.pk).get(), YESTERDAY - timedelta(days=1))


def test_a_role_that_has_just_been_given_is_withdrawn_whole(ivo, piero, scope):
    row = grant(ivo, piero, Role.OPERATOR, scope("HUB"))
    end(ivo, row, YESTERDAY)
    assert not Grant.objects.of_user(piero.pk).exists()
    assert Entry.objects.filter(action="permissions.grant.withdrawn", about=piero.pk).count() == 1


def test_a_role_that_ends_already_is_not_ended_later(ivo, tito):
    with pytest.raises(StateChanged):
        end(ivo, Grant.objects.of_user(tito.pk).get(), date(2027, 6, 30))


def test_an_administrator_does_not_lock_themselves_out(ivo):
    with pytest.raises(NotOneself):
        end(ivo, Grant.objects.of_user(ivo.pk).get(), TODAY)


def test_who_does_not_manage_users_ends_nothing(elena, anna):
    with pytest.raises(NotAllowed):
        end(elena, Grant.objects.of_user(anna.pk).get(), TODAY)


def test_grantpoint_once(anna, serena):
    row = Grant.objects.of_user(anna.pk).get()
    with pytest.raises(IntegrityError, match=r"grantpoint_once|grant_id"):
        row.grant_points.create(point=serena["HUB"])


def test_two_roles_do_not_add_up(piero, serena, costa):
    give(piero, Role.OPERATOR, serena, "HUB")
    give(piero, Role.LEAD_COORDINATOR, costa)
    assert actor_of(piero, TODAY).network_id in {serena.network.pk, costa.network.pk}
    for row in Grant.objects.of_user(piero.pk):
        actor = actor_of(piero, TODAY, row.pk)
        assert (actor.role, actor.network_id) == (row.role, row.network_id)

"""A prepared read answers like the queryset that it was made from, whatever the values."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from raccordo.kernel.prepared import PreparedRead
from raccordo.network.models import Closure
from raccordo.permissions.models import Grant

pytestmark = pytest.mark.django_db


def grants(user_id, day):
    return (
        Grant.objects.of_user(user_id)
        .valid_on(day)
        .order_by("pk")
        .values_list("pk", "role", "first_day", "network__name", "network__is_demo", "grant_points__point_id")
    )


def test_rows_are_those_of_the_queryset(anna, dario, zoe):
    read = PreparedRead(grants, UUID, date)
    for user in (anna, dario, zoe):
        for day in (date(2026, 11, 24), date(1990, 1, 1)):
            assert read(user.pk, day) == list(grants(user.pk, day))


def test_columns_come_back_as_values_of_their_fields(anna):
    key, role, first_day, name, is_demo, point_id = PreparedRead(grants, UUID, date)(anna.pk, date(2026, 11, 24))[0]
    assert isinstance(key, UUID)
    assert isinstance(point_id, UUID)
    assert isinstance(first_day, date)
    assert isinstance(is_demo, bool)
    assert isinstance(role, str)
    assert isinstance(name, str)


def test_it_costs_one_query(anna, django_assert_num_queries):
    read = PreparedRead(grants, UUID, date)
    with django_assert_num_queries(1):
        read(uuid4(), date(2026, 11, 24))
    with django_assert_num_queries(1):
        read(anna.pk, date(2026, 11, 24))


def test_constants_of_the_queryset_keep_their_place():
    read = PreparedRead(lambda point_id: Closure.objects.filter(reason="x", point_id=point_id).values_list("pk"), UUID)
    assert read(uuid4()) == []


def test_an_argument_that_the_statement_ignores_is_a_mistake():
    read = PreparedRead(lambda point_id, day: Closure.objects.filter(point_id=point_id).values_list("pk"), UUID, date)
    with pytest.raises(ValueError, match="Every argument"):
        read(uuid4(), date(2026, 11, 24))

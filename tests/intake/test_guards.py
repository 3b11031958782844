"""A point where somebody was received is not dropped by a network file."""

from raccordo.network.guards import objections_to_dropping
from tests.cast import a_contact


def test_a_point_with_contacts_stays(anna, serena):
    a_contact(anna, serena["HUB"])
    assert objections_to_dropping(serena["HUB"].pk) == ["ha 1 accesso registrato."]


def test_a_point_where_nobody_came_may_go(serena):
    assert objections_to_dropping(serena["SP2"].pk) == []

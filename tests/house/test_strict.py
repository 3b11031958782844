"""The strictness of the tests works: what it should refuse, it refuses."""

import socket
import warnings

import pytest
from django.template import engines

from tests.strict import NetworkUsed, UndefinedVariable, is_this_machine


def test_an_undefined_variable_fails():
    template = engines["django"].from_string("{{ nobody_gave_this }}")
    with pytest.raises(UndefinedVariable):
        template.render({})


def test_an_undefined_variable_in_a_condition_is_only_false():
    assert engines["django"].from_string("{% if nobody_gave_this %}x{% endif %}").render({}) == ""


def test_another_machine_is_out_of_reach():
    with socket.socket() as connection, pytest.raises(NetworkUsed):
        connection.connect(("192.0.2.1", 80))


@pytest.mark.parametrize("address", [("127.0.0.1", 1), ("::1", 1, 0, 0), ("localhost", 1), "/run/socket"])
def test_this_machine_is_within_reach(address):
    assert is_this_machine(address)


def test_a_warning_is_an_error():
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)

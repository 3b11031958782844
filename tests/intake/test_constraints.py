"""Every rule of the rows, by trying to break it past the operations."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from raccordo.intake.models import Contact, Request, Revision
from raccordo.kernel import clock
from raccordo.kernel.db import BrokenRule, sentences_of
from tests.cast import a_contact


@pytest.fixture
def contact(anna, serena):
    return a_contact(anna, serena["HUB"])


@pytest.fixture
def handed(anna, serena):
    return a_contact(anna, serena["HUB"], outcome="E7", handed_to_id=serena["SP1"].pk)


def refuses(model, name, write):
    """The database itself says no, and the reader gets the sentence of that very constraint."""
    sentence = next(rule.violation_error_message for rule in model._meta.constraints if rule.name == name)
    with pytest.raises(BrokenRule) as refused, transaction.atomic(), sentences_of(model):
        write()
    assert refused.value.message == sentence
    assert isinstance(refused.value.__cause__, IntegrityError)


def change(contact, **values):
    return lambda: Contact.objects.filter(pk=contact.pk).update(**values)


def test_contact_month_is_its_days(contact):
    refuses(Contact, "contact_month_is_its_days", change(contact, month=202001))


@pytest.mark.parametrize("column", ["channel", "contact_type", "visitor_type", "for_whom", "service", "outcome"])
def test_contact_coded(contact, column):
    refuses(Contact, "contact_coded", change(contact, **{column: ""}))


def test_contact_handed_over_somewhere(contact, handed, serena):
    refuses(Contact, "contact_handed_over_somewhere", change(contact, outcome="E7"))
    refuses(Contact, "contact_handed_over_somewhere", change(contact, handed_to=serena["SP1"]))
    refuses(Contact, "contact_handed_over_somewhere", change(handed, handed_to=None))


def test_contact_handed_over_elsewhere(handed, serena):
    refuses(Contact, "contact_handed_over_elsewhere", change(handed, handed_to=serena["HUB"]))


def test_contact_void_has_reason(contact):
    refuses(Contact, "contact_void_has_reason", change(contact, voided_at=clock.now()))
    refuses(Contact, "contact_void_has_reason", change(contact, void_reason="DOPPIO"))


def test_contact_not_before_it_happened(contact):
    early = clock.now() - timedelta(days=1)
    refuses(Contact, "contact_not_before_it_happened", change(contact, recorded_at=early))


def test_contact_received_once(bruno, serena, handed):
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    second = a_contact(bruno, serena["SP1"])
    refuses(Contact, "contact_received_once", change(second, handed_from=handed))
    change(second, handed_from=handed, voided_at=clock.now(), void_reason="DOPPIO")()


def test_request_need_once(contact):
    refuses(Request, "request_need_once", lambda: Request.objects.create(contact=contact, need="GEN", position=2))


@pytest.mark.parametrize("position", [0, 4])
def test_request_at_most_three(contact, position):
    refuses(
        Request,
        "request_at_most_three",
        lambda: Request.objects.create(contact=contact, need="INF", position=position),
    )


def test_request_position_once(contact):
    refuses(Request, "request_position_once", lambda: Request.objects.create(contact=contact, need="INF", position=1))


def revision(contact, user, **values):
    usual = {"version": 1, "before": {}, "reason": "ERRORE", "made_at": clock.now(), "made_by": user}
    return Revision.objects.create(contact=contact, **usual | values)


def test_revision_once_per_version(contact, anna):
    revision(contact, anna)
    refuses(Revision, "revision_once_per_version", lambda: revision(contact, anna))


def test_revision_has_reason(contact, anna):
    refuses(Revision, "revision_has_reason", lambda: revision(contact, anna, reason=""))


def test_every_rule_has_its_test():
    named = {rule.name for model in (Contact, Request, Revision) for rule in model._meta.constraints}
    assert {f"test_{name}" for name in named} <= set(globals())

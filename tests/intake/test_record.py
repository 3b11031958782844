"""Registering a contact: rights, replays, rules."""

from datetime import timedelta
from uuid import uuid4

import pytest

from raccordo.audit.models import Entry
from raccordo.intake.entries import UnknownCode
from raccordo.intake.models import Contact
from raccordo.intake.operations import SentTwiceDifferently, correct_contact, record_contact
from raccordo.kernel import clock
from raccordo.kernel.refusals import NotAllowed, Refusal
from tests.cast import a_contact, acting, an_entry

NINE_DAYS_AGO = clock.today() - timedelta(days=9)


def test_operator_records_a_contact_at_the_desk(anna, serena):
    contact = a_contact(anna, serena["HUB"], needs=("GEN", "INF"))
    assert [request.need for request in contact.requests.all()] == ["GEN", "INF"]
    assert (contact.organisation, contact.month) == (
        serena.organisations["comune"],
        contact.happened_on.year * 100 + contact.happened_on.month,
    )
    assert Entry.objects.get().action == "intake.contact.recorded"


def test_the_same_form_sent_twice_is_one_contact(anna, serena):
    first = a_contact(anna, serena["HUB"])
    again = record_contact(contact_id=first.pk, entry=an_entry(serena["HUB"]), by=acting(anna), at=clock.now())
    assert (again.contact, again.created, Contact.objects.count(), Entry.objects.count()) == (first, False, 1, 1)


def test_the_same_id_with_other_answers_is_refused(anna, serena):
    first = a_contact(anna, serena["HUB"])
    with pytest.raises(SentTwiceDifferently):
        record_contact(
            contact_id=first.pk, entry=an_entry(serena["HUB"], visitor_type="PADRE"), by=acting(anna), at=clock.now()
        )


def test_nobody_records_at_a_point_that_is_not_theirs(anna, serena):
    with pytest.raises(NotAllowed):
        a_contact(anna, serena["SP1"])


def test_a_day_to_come_is_refused(anna, serena):
    with pytest.raises(Refusal, match="futuro"):
        a_contact(anna, serena["HUB"], happened_on=clock.today() + timedelta(days=1))


def test_a_code_that_the_network_does_not_know_is_refused(anna, serena):
    with pytest.raises(UnknownCode):
        a_contact(anna, serena["HUB"], visitor_type="MARZIANO")


def test_a_hand_over_to_another_network_is_refused(anna, serena, costa):
    with pytest.raises(UnknownCode):
        a_contact(anna, serena["HUB"], outcome="E7", handed_to_id=costa["HUB"].pk)


def test_a_hand_over_is_received_once(anna, bruno, serena):
    handed = a_contact(anna, serena["HUB"], outcome="E7", handed_to_id=serena["SP1"].pk)
    assert list(Contact.objects.waiting_at(acting(bruno))) == [handed]
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    assert not Contact.objects.waiting_at(acting(bruno)).exists()
    with pytest.raises(Refusal, match="già stato accolto"):
        a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk, pk=uuid4())


def test_a_correction_does_not_move_a_contact_after_the_day_it_was_written(anna, serena):
    contact = a_contact(anna, serena["HUB"], at=clock.now() - timedelta(days=9), happened_on=NINE_DAYS_AGO)
    with pytest.raises(Refusal, match="non più tardo"):
        correct_contact(
            contact_id=contact.pk, version=1, entry=an_entry(serena["HUB"]), reason="ERRORE", by=acting(anna),
            at=clock.now(),
        )  # fmt: skip


def test_a_day_of_years_ago_is_a_slip(anna, serena):
    with pytest.raises(Refusal, match="più di un anno fa"):
        a_contact(anna, serena["HUB"], happened_on=clock.today() - timedelta(days=401))


def test_a_trainee_records_today_alone(tito, serena):
    with pytest.raises(Refusal, match="solo gli accessi di oggi"):
        a_contact(tito, serena["HUB"], happened_on=clock.today() - timedelta(days=1))

"""A person passes to another point without telling the story twice."""

import pytest
from django.urls import reverse

from raccordo.intake.entries import entry_of
from raccordo.intake.models import Contact
from raccordo.intake.operations import correct_contact, void_contact
from raccordo.kernel import clock
from raccordo.kernel.refusals import StateChanged
from tests.cast import a_contact, acting, an_entry
from tests.intake.filling import form_on
from tests.support.pages import said


@pytest.fixture
def handed(anna, serena):
    return a_contact(
        anna, serena["HUB"], outcome="E7", handed_to_id=serena["SP1"].pk, needs=("GEN2", "INF"), life_phase="PRIM"
    )


def receive_url(handed):
    return reverse("intake:receive", args=[handed.pk])


def test_the_sender_chooses_the_point_in_the_form(as_user, anna, serena):
    client, url = as_user(anna), reverse("intake:add")
    form = form_on(client.get(url))
    client.post(url, form.with_answers(visitor_type="MADRE", needs=["GEN"], outcome="E7", handed_to=serena["SP1"].pk))
    assert Contact.objects.get().handed_to == serena["SP1"]


def test_the_receiving_point_finds_it_first_in_its_list(as_user, bruno, handed):
    page = said(as_user(bruno).get(reverse("intake:list")))
    assert "Da accogliere" in page.text
    assert receive_url(handed) in page.links


def test_others_do_not_find_it(as_user, carla, handed):
    assert "Da accogliere" not in said(as_user(carla).get(reverse("intake:list"))).text.replace(
        "Solo da accogliere", ""
    )
    assert as_user(carla).get(receive_url(handed)).status_code == 404


def test_receiving_carries_the_story_over(as_user, bruno, serena, handed):
    client = as_user(bruno)
    form = form_on(client.get(receive_url(handed)))
    response = client.post(receive_url(handed), form.sends, follow=True)
    received = Contact.objects.get(handed_from=handed)
    entry = entry_of(received)
    assert (entry.point_id, entry.contact_type, entry.source) == (serena["SP1"].pk, "PASS", "HUB")
    assert (entry.visitor_type, entry.for_whom, entry.life_phase) == ("MADRE", "FIGLI", "PRIM")
    assert set(entry.needs) == {"GEN2", "INF"}
    assert "Registrato" in said(response).text
    assert receive_url(handed) not in said(response).links


def test_it_is_received_once(as_user, bruno, serena, handed):
    client = as_user(bruno)
    form = form_on(client.get(receive_url(handed)))
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    response = client.post(receive_url(handed), form.sends)
    assert "Questo passaggio è già stato accolto." in said(response).text
    assert Contact.objects.filter(handed_from=handed).count() == 1


def test_the_sender_sees_when_and_where_it_was_received(as_user, anna, bruno, serena, handed):
    assert "passato a" in said(as_user(anna).get(reverse("intake:list"))).text
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    page = said(as_user(anna).get(reverse("intake:detail", args=[handed.pk]))).text
    assert "Accolto il" in page
    assert f"da {serena['SP1'].name}" in page


def test_the_receiver_reads_it_but_does_not_change_it(as_user, bruno, handed):
    client = as_user(bruno)
    assert client.get(reverse("intake:detail", args=[handed.pk])).status_code == 200
    assert {client.get(reverse(f"intake:{verb}", args=[handed.pk])).status_code for verb in ("edit", "void")} == {403}


def test_a_hand_over_taken_back_disappears_from_the_other_desk(as_user, anna, bruno, handed):
    void_contact(contact_id=handed.pk, reason="DOPPIO", by=acting(anna), at=clock.now())
    assert as_user(bruno).get(receive_url(handed)).status_code == 404
    assert not Contact.objects.waiting_at(acting(bruno)).exists()


def test_once_received_the_hand_over_cannot_be_redirected(anna, bruno, serena, handed):
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    entry = an_entry(serena["HUB"], outcome="E7", handed_to_id=serena["SP2"].pk)
    with pytest.raises(StateChanged, match="già accolto"):
        correct_contact(contact_id=handed.pk, version=1, entry=entry, reason="ERRORE", by=acting(anna), at=clock.now())


def test_who_sees_no_contacts_has_nobody_waiting(tito, anna, bruno, serena):
    a_contact(bruno, serena["SP1"], outcome="E7", handed_to_id=serena["HUB"].pk)
    assert not Contact.objects.waiting_at(acting(tito)).exists()
    assert Contact.objects.waiting_at(acting(anna)).count() == 1


def test_the_filter_shows_only_who_waits(as_user, bruno, serena, handed):
    a_contact(bruno, serena["SP1"])
    page = said(as_user(bruno).get(f"{reverse('intake:list')}?stato=accogliere"))
    assert len([row for row in page.rows if "Passaggio ad altro punto" in row]) == 1
    assert not [row for row in page.rows if "Informazione conclusa" in row]


def test_what_the_other_point_received_is_not_voided(anna, bruno, serena, handed):
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    with pytest.raises(StateChanged, match="già accolto"):
        void_contact(contact_id=handed.pk, reason="DOPPIO", by=acting(anna), at=clock.now())


def test_what_others_handed_over_is_not_counted_as_ours(as_user, anna, bruno, serena, handed):
    a_contact(bruno, serena["SP1"], contact_type="PASS", handed_from_id=handed.pk)
    page = said(as_user(bruno).get(reverse("intake:list")))
    assert "1 accesso" in page.text
    assert len([row for row in page.rows if "Madre" in " ".join(row)]) == 1

"""One contact: read, corrected, voided, and by whom."""

import pytest
from django.urls import reverse

from raccordo.audit.models import Entry
from raccordo.intake.entries import entry_of
from raccordo.intake.models import Contact
from raccordo.intake.operations import correct_contact, void_contact
from raccordo.kernel import clock
from raccordo.kernel.refusals import NotAllowed, StateChanged
from raccordo.permissions.enums import Role
from tests.cast import a_contact, acting, an_entry, give, make_user
from tests.intake.filling import form_on
from tests.support.pages import said


@pytest.fixture
def contact(anna, serena):
    return a_contact(anna, serena["HUB"])


def address(verb, contact):
    return reverse(f"intake:{verb}", args=[contact.pk])


def test_reading_is_written_down_each_time(as_user, anna, contact):
    client = as_user(anna)
    for _ in range(2):
        assert client.get(address("detail", contact)).status_code == 200
    readings = Entry.objects.filter(action="intake.contact.read")
    assert [(entry.about, entry.user_id) for entry in readings] == [(contact.pk, anna.pk)] * 2


def test_a_reading_that_cannot_be_written_shows_nothing(as_user, anna, contact, monkeypatch):
    def broken(**_):
        raise RuntimeError("no trail")

    monkeypatch.setattr("raccordo.intake.operations.note_reading", broken)
    with pytest.raises(RuntimeError, match="no trail"):
        as_user(anna).get(address("detail", contact))


@pytest.mark.parametrize("verb", ["detail", "edit", "void", "receive"])
@pytest.mark.parametrize("person", ["carla", "zoe", "elena", "dario", "ivo", "piero", "tito"])
def test_who_has_no_part_in_it_does_not_learn_that_it_exists(as_user, request, contact, person, verb):
    client = as_user(request.getfixturevalue(person))
    assert client.get(address(verb, contact)).status_code == 404


def test_my_own_contact_is_not_mine_to_receive(as_user, anna, contact):
    assert as_user(anna).get(address("receive", contact)).status_code == 403


def test_a_trainee_reads_their_own_and_changes_nothing(as_user, tito, serena):
    contact = a_contact(tito, serena["HUB"])
    client = as_user(tito)
    assert client.get(address("detail", contact)).status_code == 200
    assert {client.get(address(verb, contact)).status_code for verb in ("edit", "void")} == {403}
    assert not any(link in {"correggi/", "annulla/"} for link in said(client.get(address("detail", contact))).links)


def test_a_correction_says_what_changed_and_why(as_user, anna, contact):
    client = as_user(anna)
    form = form_on(client.get(address("edit", contact)))
    page = client.post(
        address("edit", contact), form.with_answers(outcome="E4", needs=["GEN", "INF"], reason="ERRORE"), follow=True
    )
    text = said(page).text
    assert "Esito: da «Informazione conclusa» a «Appuntamento in équipe»" in text
    assert "Bisogni espressi: da «Funzione genitoriale» a «Funzione genitoriale · Informazione»" in text
    assert "Motivo: Errore di scrittura." in text
    contact.refresh_from_db()
    assert (contact.version, contact.outcome) == (2, "E4")


def test_the_form_of_a_correction_holds_what_is_stored(as_user, anna, serena):
    entry = {"needs": ("GEN2", "INF"), "seen_today": True, "accompanied": False, "source": "SCUO", "life_phase": ""}
    contact = a_contact(anna, serena["HUB"], **entry)
    client = as_user(anna)
    form = form_on(client.get(address("edit", contact)))
    response = client.post(address("edit", contact), form.with_answers(reason="ERRORE"))
    contact.refresh_from_db()
    assert (response.status_code, contact.version, set(entry_of(contact).needs)) == (302, 1, {"GEN2", "INF"})


def test_a_correction_needs_a_reason(as_user, anna, contact):
    client = as_user(anna)
    form = form_on(client.get(address("edit", contact)))
    response = client.post(address("edit", contact), form.with_answers(outcome="E4"))
    assert said(response).text.count("Scegli perché correggi.") == 2
    assert form_on(response).sends["outcome"] == ["E4"]


def test_the_second_of_two_editors_sees_both_texts_and_may_save_again(as_user, anna, sara, serena, contact):
    client = as_user(anna)
    opened = form_on(client.get(address("edit", contact)))
    correct_contact(
        contact_id=contact.pk, version=1, entry=an_entry(serena["HUB"], channel="MAIL"), reason="NUOVO",
        by=acting(sara), at=clock.now(),
    )  # fmt: skip
    response = client.post(address("edit", contact), opened.with_answers(channel="TEL", reason="ERRORE"))
    page = said(response)
    assert page.status == 409
    assert page.row("Come") == ["Come", "Telefono", "E-mail", "diversa"]
    assert page.row("Esito")[-1] == "uguale"
    assert "Sara" in page.text
    mine = form_on(response)
    assert (mine.sends["channel"], mine.sends["version"]) == (["TEL"], ["2"])
    assert client.post(address("edit", contact), mine.sends).status_code == 302
    contact.refresh_from_db()
    assert (contact.channel, contact.version, contact.revisions.count()) == ("TEL", 3, 2)


def test_a_correction_cannot_move_a_contact_to_a_point_that_is_not_mine(anna, serena, contact):
    with pytest.raises(NotAllowed):
        correct_contact(
            contact_id=contact.pk, version=1, entry=an_entry(serena["SP1"]), reason="ERRORE", by=acting(anna),
            at=clock.now(),
        )  # fmt: skip


def test_voiding_asks_why_and_keeps_the_contact(as_user, anna, contact):
    client = as_user(anna)
    form = form_on(client.get(address("void", contact)), having="reason")
    assert form.offers["reason"] == ["DOPPIO"], "the undo of two minutes is not a reason to choose"
    assert "Scegli perché lo annulli." in said(client.post(address("void", contact), {})).text
    page = client.post(address("void", contact), {"reason": "DOPPIO"}, follow=True)
    assert "Accesso annullato: non si conta" in said(page).text
    assert Contact.objects.get().void_reason == "DOPPIO"


def test_a_voided_contact_stays_as_it_is(as_user, anna, contact):
    void_contact(contact_id=contact.pk, reason="DOPPIO", by=acting(anna), at=clock.now())
    client = as_user(anna)
    for verb in ("edit", "void"):
        response = client.get(address(verb, contact), follow=True)
        assert "Questo accesso è annullato: resta com’è." in said(response).text
    with pytest.raises(StateChanged, match="annullato"):
        correct_contact(
            contact_id=contact.pk, version=2, entry=entry_of(contact), reason="ERRORE", by=acting(anna),
            at=clock.now(),
        )  # fmt: skip


def test_a_professional_corrects_at_their_point_only(as_user, contact, serena):
    elsewhere = give(make_user("ugo"), Role.PROFESSIONAL, serena, "SP2")
    assert as_user(elsewhere).get(address("edit", contact)).status_code == 404


def test_a_detail_costs_the_same_however_often_it_was_corrected(as_user, anna, serena, contact, count_queries):
    client = as_user(anna)
    for version, outcome in ((1, "E4"), (2, "E1")):
        _correct(contact, version, an_entry(serena["HUB"], outcome=outcome), anna)
    few = count_queries(client, address("detail", contact))
    for version, outcome in ((3, "E4"), (4, "E1"), (5, "E4")):
        _correct(contact, version, an_entry(serena["HUB"], outcome=outcome), anna)
    assert count_queries(client, address("detail", contact)) == few


def _correct(contact, version, entry, user):
    correct_contact(
        contact_id=contact.pk, version=version, entry=entry, reason="ERRORE", by=acting(user), at=clock.now()
    )


@pytest.mark.parametrize("page", ["intake:detail", "intake:edit", "intake:void"])
def test_every_page_that_shows_a_contact_leaves_a_row(as_user, anna, serena, page):
    contact = a_contact(anna, serena["HUB"])
    as_user(anna).get(reverse(page, args=[contact.pk]))
    assert Entry.objects.filter(action="intake.contact.read", about=contact.pk).count() == 1


def test_taking_a_contact_as_a_model_leaves_a_row(as_user, anna, serena):
    contact = a_contact(anna, serena["HUB"])
    as_user(anna).get(reverse("intake:add"), {"come": contact.pk})
    assert Entry.objects.filter(action="intake.contact.read", about=contact.pk).count() == 1

"""The page that is open all day."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from raccordo.audit.models import Entry
from raccordo.intake.entries import entry_of
from raccordo.intake.models import Contact
from raccordo.kernel import clock
from raccordo.permissions.enums import Role
from raccordo.permissions.models import GrantPoint
from tests.cast import a_contact, give, make_user
from tests.intake.filling import form_on, record, undo_address
from tests.support.pages import said

COMMON = {"visitor_type": "MADRE", "life_phase": "INF", "needs": ["GEN"]}


@pytest.fixture
def add_url():
    return reverse("intake:add")


def test_the_common_access_costs_four_taps(as_user, anna, add_url):
    client = as_user(anna)
    form = form_on(client.get(add_url))
    assert form.taps(**COMMON) == 4
    page = client.post(add_url, form.with_answers(**COMMON), follow=True)
    contact = Contact.objects.get()
    assert (contact.visitor_type, contact.life_phase, contact.channel, contact.contact_type, contact.outcome) == (
        "MADRE", "INF", "PERS", "PRIMO", "E1",
    )  # fmt: skip
    assert "Registrato: Madre, Funzione genitoriale, di persona." in said(page).text


def test_for_whom_left_untouched_is_the_usual_answer(as_user, anna, add_url):
    record(as_user(anna), add_url, **COMMON)
    assert Contact.objects.get().for_whom == "FIGLI"


def test_no_field_takes_a_name_or_a_text(as_user, anna, add_url):
    page = as_user(anna).get(add_url)
    kinds = set(form_on(page).kinds.values())
    assert kinds == {"hidden", "select", "radio", "checkbox", "date"}
    assert "Non scrivere nomi: qui non servono." in said(page).text


def test_a_professional_costs_one_tap(as_user, anna, add_url):
    client = as_user(anna)
    form = form_on(client.get(add_url))
    assert ("professional", "INSEG") in form.buttons
    page = client.post(add_url, form.sends | {"professional": "INSEG"}, follow=True)
    contact = Contact.objects.get()
    assert contact.professional
    entry = entry_of(contact)
    assert (entry.needs, entry.service, entry.outcome, entry.for_whom, entry.contact_type) == (
        ("PRO",), "S11", "E8", "ALTRI", "CONS",
    )  # fmt: skip
    assert undo_address(page) == reverse("intake:undo", args=[contact.pk])


def test_the_tap_for_a_professional_forgets_what_was_half_typed(as_user, anna, add_url):
    form = form_on(as_user(anna).get(add_url))
    as_user(anna).post(add_url, form.with_answers(needs=["GEN"], seen_today="si") | {"professional": "INSEG"})
    contact = Contact.objects.get()
    assert (entry_of(contact).needs, contact.seen_today) == (("PRO",), False)


def test_a_professional_with_other_answers(as_user, anna, add_url):
    record(as_user(anna), f"{add_url}?lavoro=1", visitor_type="INSEG", needs=["INF"], service="S01")
    assert entry_of(Contact.objects.get()).needs == ("INF",)


def test_the_same_form_sent_twice_is_one_contact(as_user, anna, add_url):
    client = as_user(anna)
    data = form_on(client.get(add_url)).with_answers(**COMMON)
    for _ in range(2):
        assert client.post(add_url, data).status_code == 302
    assert Contact.objects.count() == 1


def test_the_same_form_with_other_answers_keeps_them_under_a_new_id(as_user, anna, add_url):
    client = as_user(anna)
    form = form_on(client.get(add_url))
    client.post(add_url, form.with_answers(**COMMON))
    response = client.post(add_url, form.with_answers(**COMMON | {"visitor_type": "PADRE"}))
    assert response.status_code == 409
    assert reverse("intake:detail", args=[form.sends["contact_id"][0]]) in said(response).links
    again = form_on(response)
    assert again.sends["visitor_type"] == ["PADRE"]
    assert again.sends["contact_id"] != form.sends["contact_id"]
    client.post(add_url, again.sends)
    assert set(Contact.objects.values_list("visitor_type", flat=True)) == {"MADRE", "PADRE"}


def test_another_persons_id_is_refused(as_user, anna, sara, serena, add_url):
    taken = a_contact(sara, serena["HUB"])
    client = as_user(anna)
    data = form_on(client.get(add_url)).with_answers(**COMMON) | {"contact_id": str(taken.pk)}
    assert client.post(add_url, data).status_code == 403


def test_two_minutes_to_take_it_back(as_user, anna, add_url):
    client = as_user(anna)
    undo = undo_address(record(client, add_url, **COMMON))
    assert undo is not None
    assert client.get(undo).status_code == 405
    page = client.post(undo, follow=True)
    contact = Contact.objects.get()
    assert (contact.void_reason, undo_address(page)) == ("SUBITO", None)
    assert "Annullato" in said(page).text


def test_after_two_minutes_it_is_late_to_undo(as_user, anna, add_url):
    client = as_user(anna)
    with time_machine.travel(clock.now() - timedelta(seconds=121), tick=False):
        undo = undo_address(record(client, add_url, **COMMON))
    page = client.post(str(undo), follow=True)
    assert "più di due minuti" in said(page).text
    assert Contact.objects.get().voided_at is None


def test_a_colleague_does_not_undo_for_me(as_user, anna, sara, serena):
    contact = a_contact(anna, serena["HUB"])
    assert as_user(sara).post(reverse("intake:undo", args=[contact.pk])).status_code == 403


def test_as_before_costs_two_taps(as_user, anna, add_url):
    client = as_user(anna)
    assert not any("come=" in link for link in said(client.get(add_url)).links)
    before = record(client, add_url, **COMMON, outcome="E4", channel="TEL")
    first = Contact.objects.get()
    link = next(link for link in said(before).links if "come=" in link)
    form = form_on(client.get(f"{add_url}{link}"))
    client.post(add_url, form.sends)
    again = Contact.objects.exclude(pk=first.pk).get()
    assert entry_of(again) == entry_of(first)


def test_as_before_is_never_of_another_point(as_user, anna, carla, serena, add_url):
    other = a_contact(carla, serena["SP2"])
    assert as_user(anna).get(f"{add_url}?come={other.pk}").status_code == 404
    assert as_user(anna).get(f"{add_url}?come=niente").status_code == 404


def test_point_and_channel_stay_as_last_used(as_user, anna, serena, add_url):
    GrantPoint.objects.create(grant=anna.grants.get(), point=serena["SP1"])
    client = as_user(anna)
    record(client, add_url, **COMMON, point=serena["SP1"].pk, channel="TEL")
    form = form_on(client.get(add_url))
    assert (form.sends["point"], form.sends["channel"]) == ([str(serena["SP1"].pk)], ["TEL"])


def test_a_point_that_is_not_mine_is_not_offered_nor_taken(as_user, anna, serena, add_url):
    client = as_user(anna)
    form = form_on(client.get(add_url))
    assert form.kinds["point"] == "hidden"
    client.post(add_url, form.with_answers(**COMMON) | {"point": str(serena["SP1"].pk)})
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"visitor_type": ""}, "Scegli chi è venuto."),
        ({"needs": []}, "Scegli da uno a tre bisogni"),
        ({"needs": ["GEN", "INF", "TUT", "PRO"]}, "Scegli da uno a tre bisogni"),
        ({"outcome": "E7"}, "Scegli il punto a cui passa la persona."),
        ({"happened_on": "2999-01-01"}, "Il giorno dell’accesso non può essere nel futuro."),
        ({"happened_on": "ieri"}, "Scrivi il giorno così: 24/11/2026."),
    ],
)
def test_an_error_says_what_to_do_and_loses_nothing(as_user, anna, add_url, answers, sentence):
    client = as_user(anna)
    data = form_on(client.get(add_url)).with_answers(**COMMON | {"channel": "TEL"}) | answers
    response = client.post(add_url, data)
    assert said(response).text.count(sentence) == 2, "once in the summary, once beside the field"
    kept = form_on(response)
    assert (kept.sends["channel"], kept.sends["life_phase"], kept.sends["contact_id"]) == (
        ["TEL"], ["INF"], data["contact_id"],
    )  # fmt: skip
    assert not Contact.objects.exists()


def test_a_precise_need_takes_the_place_of_its_area(as_user, anna, add_url):
    record(as_user(anna), add_url, **COMMON | {"needs": ["GEN", "INF"]}, need_items=["GEN2"])
    assert entry_of(Contact.objects.get()).needs == ("INF", "GEN2")


def test_the_restricted_area_stands_apart_with_its_warning(as_user, anna, add_url):
    page = said(as_user(anna).get(add_url))
    assert "Se c’è pericolo adesso, chiama il 112." in page.text


def test_not_known_is_stored_as_nothing(as_user, anna, add_url):
    record(as_user(anna), add_url, **COMMON | {"life_phase": "-"})
    assert Contact.objects.get().life_phase == ""


def test_the_point_chosen_for_a_hand_over_is_dropped_with_the_outcome(as_user, anna, serena, add_url):
    record(as_user(anna), add_url, **COMMON, outcome="E1", handed_to=serena["SP1"].pk)
    assert Contact.objects.get().handed_to is None


def test_who_may_not_record_is_told_so(as_user, elena, add_url):
    assert as_user(elena).get(add_url).status_code == 403


def test_who_works_at_no_point_is_told_whom_to_ask(as_user, serena, add_url):
    nobody = give(make_user("nora"), Role.OPERATOR, serena)
    assert "nessun punto aperto" in said(as_user(nobody).get(add_url)).text


def test_a_trainee_records_and_undoes(as_user, tito, add_url):
    client = as_user(tito)
    undo = undo_address(record(client, add_url, **COMMON))
    client.post(str(undo))
    assert Contact.objects.get().void_reason == "SUBITO"
    assert [entry.action for entry in Entry.objects.order_by("seq")] == [
        "intake.contact.recorded", "intake.contact.voided",
    ]  # fmt: skip


def test_opening_the_page_costs_few_queries(as_user, anna, serena, add_url, count_queries):
    client = as_user(anna)
    a_contact(anna, serena["HUB"])
    assert count_queries(client, add_url) <= 8

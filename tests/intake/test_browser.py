"""The form in a browser: by keyboard alone, and what the script adds."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from raccordo.intake.entries import entry_of
from raccordo.intake.models import Contact

pytestmark = pytest.mark.journey


@pytest.fixture
def at_the_desk(page, address, anna):
    """anna has the page open."""
    client = Client()
    client.force_login(anna)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    page.context.add_cookies([{**cookie, "url": address}])
    page.goto(reverse("intake:add"))
    return page


def test_an_access_by_keyboard_alone(at_the_desk):
    keys = at_the_desk.keyboard
    keys.press("Space")  # the first question has the focus: Madre
    keys.press("ArrowDown")  # Padre
    keys.press("Tab")
    keys.press("Space")  # 3–5 anni
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Space")  # Funzione genitoriale
    keys.press("Enter")  # Enter saves, whatever other buttons stand before
    expect(at_the_desk.get_by_role("status")).to_contain_text("Registrato: Padre, Funzione genitoriale, di persona.")
    entry = entry_of(Contact.objects.get())
    assert (entry.visitor_type, entry.life_phase, entry.needs) == ("PADRE", "INF", ("GEN",))


def test_who_comes_fills_what_nobody_touched(at_the_desk):
    for_whom = at_the_desk.get_by_label("Per chi")
    at_the_desk.get_by_label("Madre", exact=True).check()
    expect(for_whom).to_have_value("FIGLI")
    for_whom.select_option("SE")
    at_the_desk.get_by_label("Padre", exact=True).check()
    expect(for_whom).to_have_value("SE")


def test_the_other_point_is_asked_only_for_a_hand_over(at_the_desk):
    point = at_the_desk.get_by_label("A quale punto passa?")
    expect(point).to_be_hidden()
    at_the_desk.get_by_label("Esito").select_option("E7")
    expect(point).to_be_visible()


def test_a_fourth_need_cannot_be_tapped_but_protection_always_can(at_the_desk):
    for need in ("Informazione", "Funzione genitoriale", "Domanda di professionista"):
        at_the_desk.get_by_label(need, exact=True).check()
    protection = at_the_desk.get_by_label("Protezione", exact=True)
    expect(protection).to_be_enabled()
    protection.check()
    at_the_desk.get_by_label("Informazione", exact=True).uncheck()
    at_the_desk.get_by_label("Madre", exact=True).check()
    at_the_desk.keyboard.press("Enter")
    expect(at_the_desk.get_by_role("status")).to_contain_text("Protezione")


def test_of_three_needs_the_others_are_disabled(at_the_desk):
    for need in ("Informazione", "Funzione genitoriale", "Protezione"):
        at_the_desk.get_by_label(need, exact=True).check()
    expect(at_the_desk.get_by_label("Domanda di professionista")).to_be_disabled()


def test_the_undo_button_goes_after_two_minutes(at_the_desk):
    at_the_desk.clock.install()
    at_the_desk.get_by_role("button", name="Insegnante").click()
    undo = at_the_desk.get_by_role("status").get_by_role("button", name="Annulla")
    expect(undo).to_be_visible()
    at_the_desk.clock.fast_forward("02:01")
    expect(undo).to_have_count(0)


def test_chips_are_large_enough_to_touch(at_the_desk):
    for place in at_the_desk.locator(".rc-tap__choice, .in-tap__button, .in-save button").all():
        box = place.bounding_box()
        assert box is not None
        assert box["height"] >= 44

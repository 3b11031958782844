"""What only a browser can tell: choices by keyboard, the limit, a form sent once, what axe finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.template import engines

from raccordo.ui.widgets import TapCheckboxSelectMultiple, TapRadioSelect

pytestmark = pytest.mark.slow

DOCUMENT = """{% extends "ui/base_plain.html" %}{% load static %}{% block title %}Prova{% endblock %}
{% block content %}<h1>Prova</h1>{% include "ui/components/form.html" with submit_label="Salva" %}{% endblock %}
{% block scripts %}<script type="module" src="{% static "raccordo/forms.js" %}"></script>
<script type="module" src="{% static "raccordo/choices.js" %}"></script>{% endblock %}"""


class TapForm(forms.Form):
    who = forms.ChoiceField(label="Chi", choices=[("m", "Madre"), ("p", "Padre")], widget=TapRadioSelect)
    needs = forms.MultipleChoiceField(
        label="Bisogni",
        choices=[("1", "Casa"), ("2", "Scuola"), ("3", "Salute")],
        widget=TapCheckboxSelectMultiple(max_choices=2),
    )


@pytest.fixture
def show(page, address):
    """Opens a page with a form, empty or with its errors."""

    def open_page(form, width=390):
        body = engines["django"].from_string(DOCUMENT).render({"form": form, "csrf_token": "token"})
        page.set_viewport_size({"width": width, "height": 800})
        page.route("**/prova/", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(f"{address}/prova/")
        return page

    return open_page


def test_choices_are_made_by_keyboard_alone(show):
    page = show(TapForm())
    page.get_by_label("Madre").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("Padre").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_label("Casa").is_checked()


def test_at_the_limit_the_other_choices_wait(show):
    page = show(TapForm())
    page.get_by_label("Casa").check()
    page.get_by_label("Scuola").check()
    assert page.get_by_label("Salute").is_disabled()
    assert page.locator("[data-raccordo-max-said]").inner_text() == "2 su 2 al massimo"
    page.get_by_label("Casa").uncheck()
    assert page.get_by_label("Salute").is_enabled()


def test_form_is_sent_once_however_often_it_is_tapped(show):
    page = show(TapForm())
    send = """form => form.dispatchEvent(new SubmitEvent("submit", {bubbles: true, cancelable: true}))"""
    assert [page.locator("form").evaluate(send) for _ in range(2)] == [True, False]


def test_targets_are_44_pixels_high_and_nothing_overflows(show):
    page = show(TapForm(), width=360)
    heights = [face.bounding_box()["height"] for face in page.locator(".rc-tap__face").all()]
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_summary_of_errors_takes_the_focus_and_leads_to_the_field(show):
    page = show(TapForm({}))
    assert page.evaluate("document.activeElement.className") == "rc-error-summary"
    page.get_by_role("link", name="Bisogni").click()
    assert page.evaluate("document.activeElement.id") == "id_needs_0"


@pytest.mark.parametrize("width", [1280, 768, 390])
@pytest.mark.parametrize("data", [None, {}], ids=["empty", "wrong"])
def test_axe_finds_nothing(show, width, data):
    page = show(TapForm(data), width=width)
    assert Axe().run(page).response["violations"] == []

"""What only a browser can tell: choices by keyboard, the limit, a form sent once, no harm without scripts."""

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
    """Opens a page with a form, bound or not, and counts how often it is sent."""
    sent = []

    def answer(route):
        if route.request.method == "POST":
            sent.append(route.request.post_data)
            return route.abort()
        context = {"form": answer.form, "csrf_token": "token"}
        return route.fulfill(body=engines["django"].from_string(DOCUMENT).render(context), content_type="text/html")

    def open_page(form, width=390):
        answer.form = form
        page.set_viewport_size({"width": width, "height": 800})
        page.route("**/prova/", answer)
        page.goto(f"{address}/prova/")
        return page, sent

    return open_page


def test_choices_are_made_by_keyboard_alone(show):
    page, _ = show(TapForm())
    page.get_by_label("Madre").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("Padre").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_label("Casa").is_checked()


def test_at_the_limit_the_other_choices_wait(show):
    page, _ = show(TapForm())
    page.get_by_text("Casa").click()
    page.get_by_text("Scuola").click()
    assert page.get_by_label("Salute").is_disabled()
    assert page.locator("[data-raccordo-max-said]").inner_text() == "2 su 2 al massimo"
    page.get_by_text("Casa").click()
    assert page.get_by_label("Salute").is_enabled()


def test_targets_are_44_pixels_high_and_nothing_overflows(show):
    page, _ = show(TapForm(), width=360)
    heights = [face.bounding_box()["height"] for face in page.locator(".rc-tap__face").all()]
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_summary_of_errors_takes_the_focus_and_leads_to_the_field(show):
    page, _ = show(TapForm({}))
    assert page.evaluate("document.activeElement.className") == "rc-error-summary"
    page.get_by_role("link", name="Bisogni").click()
    assert page.evaluate("document.activeElement.id") == "id_needs_0"


@pytest.mark.parametrize("width", [1280, 768, 390])
@pytest.mark.parametrize("data", [None, {}], ids=["empty", "wrong"])
def test_axe_finds_nothing(show, width, data):
    page, _ = show(TapForm(data), width=width)
    assert Axe().run(page).response["violations"] == []

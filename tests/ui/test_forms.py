"""Forms as they are rendered: labels, help, errors and what the ear gets of them."""

import pytest
from django import forms
from lxml import html

from raccordo.ui.widgets import DayInput, HourInput, TapCheckboxSelectMultiple, TapRadioSelect


class DeskForm(forms.Form):
    who = forms.ChoiceField(label="Chi si presenta", choices=[("m", "Madre"), ("p", "Padre")], widget=TapRadioSelect)
    needs = forms.MultipleChoiceField(
        label="Che cosa chiede",
        help_text="Da uno a tre bisogni.",
        choices=[("Casa", [("1", "Affitto"), ("2", "Lavoro")]), ("Figli", [("3", "Scuola")])],
        widget=TapCheckboxSelectMultiple(max_choices=3),
    )
    day = forms.DateField(label="Giorno", widget=DayInput, initial="2026-11-24")
    note = forms.CharField(label="Nota", required=False, help_text="Breve.")
    agreed = forms.BooleanField(label="Ha letto l’informativa", required=False)
    key = forms.CharField(widget=forms.HiddenInput)


def tree(form):
    return html.fromstring(f"<form>{form}</form>")


@pytest.fixture
def empty():
    return tree(DeskForm())


@pytest.fixture
def wrong():
    return tree(DeskForm({"day": "ieri"}))


def test_every_control_has_a_label_of_its_own(empty):
    for control in empty.xpath("//input[not(@type='hidden')]|//select|//textarea"):
        assert len(empty.xpath(f"//label[@for='{control.get('id')}']")) == 1


def test_choices_are_groups_with_their_question(empty):
    questions = [legend.text_content().strip() for legend in empty.xpath("//fieldset/legend")]
    assert questions == ["Chi si presenta", "Che cosa chiede"]
    named = [group.get("aria-labelledby") for group in empty.xpath("//*[@role='group']")]
    assert [empty.get_element_by_id(name).text_content() for name in named] == ["Casa", "Figli"]


def test_what_is_optional_says_so(empty):
    said = [label.text_content().strip() for label in empty.xpath("//label[contains(., 'facoltativo')]")]
    assert said == ["Nota (facoltativo)"]


def test_help_belongs_to_its_control(empty):
    described = empty.get_element_by_id("id_note").get("aria-describedby")
    assert empty.get_element_by_id(described).text_content() == "Breve."
    group = empty.xpath("//fieldset[contains(., 'Che cosa chiede')]")[0]
    assert empty.get_element_by_id(group.get("aria-describedby")).text_content() == "Da uno a tre bisogni."


def test_limit_of_choices_is_told_to_the_script(empty):
    assert empty.xpath("//*[@data-raccordo-max]/@data-raccordo-max") == ["3"]


def test_a_good_form_has_no_summary(empty):
    assert empty.find_class("rc-error-summary") == []


def test_summary_leads_to_each_wrong_field(wrong):
    links = wrong.xpath("//*[@class='rc-error-summary']//a")
    assert [link.text for link in links] == ["Chi si presenta", "Che cosa chiede", "Giorno"]
    targets = [wrong.get_element_by_id(link.get("href").removeprefix("#")) for link in links]
    assert [target.tag for target in targets] == ["input", "input", "input"]


def test_a_question_is_not_followed_by_a_colon():
    class Question(forms.Form):
        why = forms.CharField(label="Perché correggi?", error_messages={"required": "Scegli perché correggi."})
        day = forms.DateField(label="Giorno", error_messages={"required": "Scrivi il giorno."})

    items = [item.text_content() for item in tree(Question({})).xpath("//*[@class='rc-error-summary']//li")]
    assert items == ["Perché correggi? Scegli perché correggi.", "Giorno: Scrivi il giorno."]


def test_error_of_a_hidden_field_is_in_the_summary_without_a_link(wrong):
    items = wrong.xpath("//*[@class='rc-error-summary']//li[not(a)]")
    assert len(items) == 1


def test_wrong_control_points_to_its_error(wrong):
    day = wrong.get_element_by_id("id_day")
    assert day.get("aria-invalid") == "true"
    error = wrong.get_element_by_id(day.get("aria-describedby"))
    assert "Errore:" in error.text_content()


def test_refusal_for_the_whole_form_is_in_the_summary():
    form = DeskForm({})
    form.add_error(None, "Ricarica la pagina.")
    assert "Ricarica la pagina." in tree(form).find_class("rc-error-summary")[0].text_content()


def test_day_and_hour_are_written_as_the_browser_wants():
    assert DeskForm()["day"].as_widget().count('value="2026-11-24"') == 1
    assert 'type="time"' in HourInput().render("h", "09:30")

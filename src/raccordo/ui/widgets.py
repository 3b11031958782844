"""Choices to tap: large, operable by keyboard, the chosen one marked by more than colour."""

from collections.abc import Iterable
from typing import Any

from django import forms


class TapRadioSelect(forms.RadioSelect):
    """One choice among few, as chips of at least 44 px."""

    template_name = "ui/forms/tap.html"
    option_template_name = "ui/forms/tap_option.html"


class TapCheckboxSelectMultiple(forms.CheckboxSelectMultiple):
    """Some choices, as chips of at least 44 px; `max_choices` is told to the script that counts them.

    The limit itself is the form field's business.
    """

    template_name = "ui/forms/tap.html"
    option_template_name = "ui/forms/tap_option.html"

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Iterable[Any] = (), *, max_choices: int | None = None
    ) -> None:
        super().__init__(attrs, choices)
        self.max_choices = max_choices

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["max_choices"] = self.max_choices
        return context


class DayInput(forms.DateInput):
    """A day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    """An hour and its minutes, with the browser's own control."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")

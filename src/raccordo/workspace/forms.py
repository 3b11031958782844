"""What people type."""

from datetime import date
from typing import Any

from django import forms

from raccordo.kernel.refusals import Refusal
from raccordo.network.enums import ClosureReason
from raccordo.network.policies import closable_days
from raccordo.ui.widgets import DayInput, TapRadioSelect


class ClosureForm(forms.Form):
    """From when to when a point stays shut, and why."""

    first_day = forms.DateField(label="Primo giorno", widget=DayInput)
    last_day = forms.DateField(
        label="Ultimo giorno", widget=DayInput, required=False, help_text="Lascia vuoto se è un giorno solo."
    )
    reason = forms.ChoiceField(label="Motivo", choices=ClosureReason.choices, widget=TapRadioSelect)

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if (first := cleaned.get("first_day")) and "last_day" in cleaned:
            cleaned["last_day"] = cleaned["last_day"] or first
            try:
                closable_days(first, cleaned["last_day"], self.today)
            except Refusal as refusal:
                self.add_error("first_day" if cleaned["last_day"] == first else "last_day", refusal.message)
        return cleaned

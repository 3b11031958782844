"""What people type."""

from typing import Any

from django import forms

from raccordo.network.enums import ClosureReason
from raccordo.ui.widgets import DayInput, TapRadioSelect


class ClosureForm(forms.Form):
    """From when to when a point stays shut, and why."""

    first_day = forms.DateField(label="Primo giorno", widget=DayInput)
    last_day = forms.DateField(
        label="Ultimo giorno", widget=DayInput, required=False, help_text="Lascia vuoto se è un giorno solo."
    )
    reason = forms.ChoiceField(label="Motivo", choices=ClosureReason.choices, widget=TapRadioSelect)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and not last:
            cleaned["last_day"] = first
        elif first and last and last < first:
            self.add_error("last_day", "L’ultimo giorno non può venire prima del primo.")
        return cleaned

"""What people search by."""

from typing import Any
from uuid import UUID

from django import forms

from raccordo.accounts.models import User
from raccordo.audit.labels import LABELS, label
from raccordo.audit.querysets import EntryQuerySet
from raccordo.kernel.actors import Actor
from raccordo.ui import formats
from raccordo.ui.days import BOUNDS
from raccordo.ui.widgets import DayInput


class TrailFilter(forms.Form):
    """Rows of the trail by day, person, action, object; what is empty filters nothing."""

    first = forms.DateField(label="Dal", required=False, widget=DayInput, validators=BOUNDS)
    last = forms.DateField(label="Al", required=False, widget=DayInput, validators=BOUNDS)
    person = forms.TypedChoiceField(label="Persona", required=False, coerce=UUID, empty_value=None)
    action = forms.ChoiceField(label="Che cosa ha fatto", required=False)
    about = forms.UUIDField(label="Codice dell’oggetto", required=False)

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        people = User.objects.filter(grants__network_id=actor.network_id).order_by("full_name").distinct()
        self.names: dict[UUID, str] = {user.pk: user.full_name for user in people}
        self.declared("person").choices = [("", "Chiunque"), *((str(pk), name) for pk, name in self.names.items())]
        actions = sorted(LABELS.items(), key=lambda pair: pair[1])
        self.declared("action").choices = [("", "Qualunque cosa"), *actions]

    def declared(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field

    @property
    def chosen(self) -> dict[str, Any]:
        """What filters; nothing when the form is wrong."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}

    def apply(self, rows: EntryQuerySet) -> EntryQuerySet:
        if not self.is_valid():
            return rows.none()
        chosen = self.chosen
        rows = rows.between(chosen.get("first"), chosen.get("last"))
        columns = {"person": "user_id", "action": "action", "about": "about"}
        return rows.filter(**{columns[name]: value for name, value in chosen.items() if name in columns})

    def as_codes(self) -> dict[str, str]:
        """The filters as the trail keeps them: days, ids and codes."""
        return {name: str(value) for name, value in self.chosen.items()}

    def in_words(self) -> str:
        chosen = self.chosen
        words = []
        if first := chosen.get("first"):
            words.append(f"dal {formats.day(first)}")
        if last := chosen.get("last"):
            words.append(f"fino al {formats.day(last)}")
        if person := chosen.get("person"):
            words.append(f"di {self.names[person]}")
        if action := chosen.get("action"):
            words.append(f"chi «{label(action)}»")
        if about := chosen.get("about"):
            words.append(f"sull’oggetto {str(about)[:8]}…")
        return f"Righe {', '.join(words)}." if words else "Tutte le righe della rete, dalla più recente."

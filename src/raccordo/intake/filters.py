"""What people look for among contacts, and the same in words."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict

from raccordo.intake.desk import Desk
from raccordo.intake.enums import CodeList
from raccordo.intake.querysets import ContactQuerySet
from raccordo.intake.widgets import Offered, QuickSelect
from raccordo.network.models import ReportingPeriod
from raccordo.ui import formats

CITIZENS, LABOUR = "citizens", "professionals"  # values of `chi` that are groups, not codes
WAITING, ALSO_VOIDED, ONLY_VOIDED = "accogliere", "tutti", "annullati"
STATES = [
    ("", "Validi"),
    (WAITING, "Solo da accogliere"),
    (ALSO_VOIDED, "Validi e annullati"),
    (ONLY_VOIDED, "Solo annullati"),
]


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        error_messages={"invalid": "Scrivi il giorno così: 24/11/2026."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


def _choice(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=QuickSelect)


class ContactFilters(forms.Form):
    """The filters of the list. Without any, it shows the reporting period in course up to today."""

    dal = _day("Dal")
    al = _day("Al")
    punto = _choice("Punto")
    chi = _choice("Chi è venuto")
    bisogno = _choice("Bisogno")
    esito = _choice("Esito")
    canale = _choice("Come")
    stato = forms.ChoiceField(label="Quali", required=False, choices=STATES, widget=QuickSelect)

    def __init__(self, query: QueryDict, *, desk: Desk) -> None:
        self.period = ReportingPeriod.objects.visible_to(desk.actor).current(desk.today)
        self.untouched = not any(name in query for name in type(self).base_fields)
        super().__init__(self._usual(desk) if self.untouched else query)
        self.desk = desk
        if len(desk.own) > 1:
            self._choose("punto", "Tutti i miei punti", desk.point_choices(desk.own))
        else:
            del self.fields["punto"]
        citizens, professionals = desk.visitors(professional=False), desk.visitors(professional=True)
        groups: list[Any] = [(CITIZENS, "Famiglie e cittadini"), (LABOUR, "Chi viene per lavoro")]
        self._choose("chi", "Tutti", [*groups, ("Famiglie e cittadini", citizens), ("Per lavoro", professionals)])
        areas = [choice for _, group in desk.areas() for choice in group]
        self._choose("bisogno", "Tutti", areas)
        self._choose("esito", "Tutti", desk.choices(CodeList.OUTCOME))
        self._choose("canale", "Tutti", desk.choices(CodeList.CHANNEL))
        self.full_clean()

    def _usual(self, desk: Desk) -> QueryDict:
        usual = QueryDict(mutable=True)
        if self.period:
            usual["dal"], usual["al"] = self.period.first_day.isoformat(), desk.today.isoformat()
        return usual

    def _choose(self, name: str, everything: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = Offered([("", everything), *choices])

    def told(self, name: str) -> Any:
        """A filter's value; empty where it was not given or cannot be read."""
        return self.cleaned_data.get(name) or ""

    def apply(self, contacts: ContactQuerySet) -> ContactQuerySet:
        """The contacts that the filters let through.

        Those that other points handed over belong to the others' numbers: they show only where one asks what waits.
        """
        rows = contacts.between(self.told("dal") or None, self.told("al") or None)
        if self.told("punto"):
            rows = rows.filter(point_id=self.told("punto"))
        if self.told("chi") in {CITIZENS, LABOUR}:
            rows = rows.filter(professional=self.told("chi") == LABOUR)
        elif self.told("chi"):
            rows = rows.filter(visitor_type=self.told("chi"))
        if self.told("bisogno"):
            rows = rows.with_need_among(self.desk.needs_of_area(self.told("bisogno")))
        if self.told("esito"):
            rows = rows.filter(outcome=self.told("esito"))
        if self.told("canale"):
            rows = rows.filter(channel=self.told("canale"))
        return self._of_state(rows)

    def _of_state(self, rows: ContactQuerySet) -> ContactQuerySet:
        match self.told("stato"):
            case "accogliere":
                return rows.waiting_at(self.desk.actor)
            case "tutti":
                return rows.at_points_of(self.desk.actor)
            case "annullati":
                return rows.at_points_of(self.desk.actor).exclude(voided_at=None)
            case _:
                return rows.at_points_of(self.desk.actor).standing()

    def in_words(self) -> str:
        """«Dal 1 ottobre 2026 al 24 novembre 2026, Hub, madre; annullati esclusi.»"""
        parts = [self._days_in_words()]
        if self.told("punto"):
            parts.append(self.desk.point_name(self.told("punto")))
        if self.told("chi"):
            words = {CITIZENS: "famiglie e cittadini", LABOUR: "chi viene per lavoro"}
            parts.append(words.get(self.told("chi")) or self.desk.label(CodeList.VISITOR, self.told("chi")).lower())
        if self.told("bisogno"):
            parts.append(f"bisogno «{self.desk.label(CodeList.NEED, self.told('bisogno'))}»")
        if self.told("esito"):
            parts.append(f"esito «{self.desk.label(CodeList.OUTCOME, self.told('esito'))}»")
        if self.told("canale"):
            parts.append(f"come «{self.desk.label(CodeList.CHANNEL, self.told('canale'))}»")
        state = {WAITING: "solo da accogliere", ALSO_VOIDED: "annullati compresi", ONLY_VOIDED: "solo annullati"}
        told = f"{', '.join(parts)}; {state.get(self.told('stato'), 'annullati esclusi')}."
        return told[0].upper() + told[1:]

    def _days_in_words(self) -> str:
        first, last = self.told("dal"), self.told("al")
        if first and first == last:
            return "oggi" if first == self.desk.today else formats.day(first)
        if first and last:
            return f"dal {formats.day(first)} al {formats.day(last)}"
        if first:
            return f"dal {formats.day(first)} in poi"
        return f"fino al {formats.day(last)}" if last else "in ogni giorno"

    def in_codes(self) -> dict[str, str]:
        """The filters given, as codes and days, for the trail."""
        return {
            name: value.isoformat() if isinstance(value, date) else str(value)
            for name, value in self.cleaned_data.items()
            if value
        }

    def as_query(self, **changes: str) -> str:
        """The address's query that asks for the same rows, perhaps with some filters changed."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in (self.in_codes() | changes).items() if value})
        return query.urlencode()

    def spans(self) -> list[dict[str, Any]]:
        """The days asked for most, each one tap away: today, seven days, the period in course."""
        today = self.desk.today
        offered = [("Oggi", today), ("Ultimi 7 giorni", today - timedelta(days=6))]
        if self.period:
            offered.append(("Questo periodo", self.period.first_day))
        return [
            {
                "label": label,
                "query": self.as_query(dal=first.isoformat(), al=today.isoformat()),
                "current": (self.told("dal"), self.told("al")) == (first, today),
            }
            for label, first in offered
        ]

    @property
    def narrowed(self) -> bool:
        """Something other than the days was chosen."""
        return any(self.told(name) for name in ("punto", "chi", "bisogno", "esito", "canale", "stato"))

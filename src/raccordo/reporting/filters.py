"""Which period, point and body the numbers on the screen are about. The address says it all, and can be sent."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from raccordo.kernel.actors import Actor
from raccordo.network.models import AccessPoint, Network, Organisation, ReportingPeriod
from raccordo.reporting.facts import points_of
from raccordo.reporting.scopes import Scope
from raccordo.ui import formats

OUTSIDE = "fuori"
MONTH_DIGITS = 6  # 202611
EVERYTHING = [("", "Tutta la rete")]


class ScopeForm(forms.Form):
    """Period, point, body."""

    periodo = forms.ChoiceField(label="Periodo", required=False)
    punto = forms.ChoiceField(label="Punto", required=False)
    ente = forms.ChoiceField(label="Ente", required=False)

    def __init__(self, choice: "Choice", data: dict[str, str]) -> None:
        super().__init__(data)
        for name, choices in (
            ("periodo", choice.period_choices),
            ("punto", EVERYTHING + [(each.code, f"{each.code} · {each.name}") for each in choice.points]),
            ("ente", [("", "Tutti gli enti"), *((each.code, each.name) for each in choice.bodies)]),
        ):
            self.fields[name] = forms.ChoiceField(label=self.fields[name].label, required=False, choices=choices)


@dataclass(frozen=True)
class Choice:
    """What was asked for, read against what the network has; unknown values are as if they were not there."""

    network: Network
    periods: list[ReportingPeriod]
    points: list[AccessPoint]
    period: ReportingPeriod | None
    outside: bool = False
    point: AccessPoint | None = None
    body: Organisation | None = None
    month: int | None = None
    _bodies: dict[str, Organisation] = field(default_factory=dict, compare=False)

    @property
    def bodies(self) -> list[Organisation]:
        return sorted(self._bodies.values(), key=lambda body: body.name)

    @property
    def period_choices(self) -> list[tuple[str, str]]:
        named = [(each.code, f"{each.code} · {each.name}") for each in self.periods]
        return [*named, (OUTSIDE, "Fuori da ogni periodo")]

    @cached_property
    def scope(self) -> Scope:
        span = None if self.outside or self.period is None else self.period.span
        scope = Scope(
            network_id=self.network.pk,
            span=span,
            periods=tuple(each.span for each in self.periods),
            point_id=self.point.pk if self.point else None,
            organisation_id=self.body.pk if self.body else None,
        )
        if span and self.month in scope.months():
            return scope.in_month(self.month)
        return scope

    def query(self, **changes: str | None) -> str:
        """The address of the same choice, with some of it changed."""
        values: dict[str, str | None] = {
            "periodo": OUTSIDE if self.outside else self.period.code if self.period else None,
            "punto": self.point.code if self.point else None,
            "ente": self.body.code if self.body else None,
            "mese": str(self.month) if self.month else None,
        }
        return "?" + urlencode({name: value for name, value in (values | changes).items() if value})

    @property
    def form(self) -> ScopeForm:
        return ScopeForm(
            self,
            {
                "periodo": OUTSIDE if self.outside else self.period.code if self.period else "",
                "punto": self.point.code if self.point else "",
                "ente": self.body.code if self.body else "",
            },
        )

    @property
    def in_words(self) -> str:
        """dal 1 ottobre 2026 al 31 marzo 2027 · HUB · Hub"""
        if self.scope.span:
            span = f"dal {formats.day(self.scope.span.first)} al {formats.day(self.scope.span.last)}"
        else:
            span = "giorni fuori da ogni periodo di rendiconto"
        where = [self.point.name] if self.point else []
        where += [self.body.name] if self.body else []
        return f"{span} · {', '.join(where) or 'tutta la rete'}"


def choice_of(asked: QueryDict, actor: Actor, today: date) -> Choice | None:
    """None when the network has no period yet. Two queries."""
    periods = list(ReportingPeriod.objects.visible_to(actor).select_related("network").order_by("first_day"))
    if not periods:
        return None
    begun = [each for each in periods if each.began_by(today)]
    usual = begun[-1] if begun else periods[0]
    outside = asked.get("periodo") == OUTSIDE
    points = points_of(periods[0].network_id)
    bodies = {point.organisation.code: point.organisation for point in points}
    month = asked.get("mese", "")
    return Choice(
        network=periods[0].network,
        periods=periods,
        points=points,
        period=None if outside else next((each for each in periods if each.code == asked.get("periodo")), usual),
        outside=outside,
        point=next((each for each in points if each.code == asked.get("punto")), None),
        body=bodies.get(asked.get("ente", "")),
        month=int(month) if len(month) == MONTH_DIGITS and month.isascii() and month.isdigit() else None,
        _bodies=bodies,
    )

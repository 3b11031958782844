"""What the administrator types about people and their roles."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from raccordo.accounts.models import User
from raccordo.kernel.actors import Actor
from raccordo.network.models import AccessPoint
from raccordo.permissions.enums import Reach, Role
from raccordo.permissions.operations import Scope
from raccordo.permissions.policies import networks_for, organisations_for, points_for
from raccordo.permissions.roles import ROLES
from raccordo.ui.days import BOUNDS
from raccordo.ui.widgets import TapCheckboxSelectMultiple


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label,
        required=required,
        widget=widget,
        help_text=help_text,
        validators=BOUNDS,
        error_messages={"required": "Scegli il giorno.", "invalid": "Scrivi il giorno così: 24/11/2026."},
    )


class UserFilter(forms.Form):
    """Which people the list shows."""

    q = forms.CharField(label="Nome o nome utente", required=False, max_length=60)
    state = forms.ChoiceField(
        label="Accesso", required=False, choices=[("", "Attivi"), ("disabled", "Disattivati"), ("all", "Tutti")]
    )

    def apply(self, users: QuerySet[User]) -> QuerySet[User]:
        chosen = self.cleaned_data if self.is_valid() else {}
        state = chosen.get("state", "")
        if state != "all":
            users = users.filter(is_active=state != "disabled")
        if words := chosen.get("q"):
            users = users.filter(Q(full_name__icontains=words) | Q(username__icontains=words))
        return users

    def in_words(self) -> str:
        chosen = self.cleaned_data if self.is_valid() else {}
        state = {"": "Chi può accedere", "disabled": "Chi è disattivato", "all": "Tutti"}[chosen.get("state", "")]
        return f"{state}, «{chosen['q']}»." if chosen.get("q") else f"{state}."


class AddUserForm(forms.ModelForm[User]):
    """Who the person is. What they may do comes afterwards, as grants."""

    class Meta:
        model = User
        fields = ("full_name", "username", "email")
        help_texts = {
            "username": "Con questo accede: lettere minuscole, cifre, punti. Per esempio «maria.rossi».",
            "email": "Serve a mandare il link per scegliere la password.",
        }
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
            "username": forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
        }

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class _PointChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # it takes none when it runs
    """Points by name; with several networks, each with that of its network."""

    several_networks = False

    def label_from_instance(self, point: Any) -> str:
        assert isinstance(point, AccessPoint)
        return f"{point.name} ({point.network})" if self.several_networks else point.name


class GrantForm(forms.Form):
    """A role's scope: exactly the fields that the role needs."""

    def __init__(self, data: Any = None, *, role: Role, user: User, actor: Actor, today: date) -> None:
        super().__init__(data)
        self.role, reach = role, ROLES[role].reach
        if reach != Reach.INSTALLATION:
            self._ask_for_network(actor)
        if reach == Reach.POINTS:
            self._ask_for_points(actor)
        if reach in {Reach.ORGANISATION, Reach.POINTS}:
            self._ask_for_organisation(actor, required=reach == Reach.ORGANISATION)
        self.fields["first_day"] = day_field("Dal")
        self.fields["first_day"].initial = today
        trainee = role == Role.TRAINEE
        until = "Al massimo 12 mesi dopo." if trainee else "Lascia vuoto se non ha una fine."
        self.fields["last_day"] = day_field("Al", required=trainee, help_text=until)
        if trainee:
            tutors = User.objects.visible_to(actor).active().exclude(pk=user.pk).order_by("full_name")
            self.fields["tutor"] = forms.ModelChoiceField(
                tutors, label="Tutor", empty_label="Scegli", help_text="Chi ne risponde, al lavoro nella stessa rete."
            )

    def _ask_for_network(self, actor: Actor) -> None:
        networks = networks_for(actor)
        self.fields["network"] = field = forms.ModelChoiceField(networks, label="Rete", empty_label=None)
        self.several_networks = len(networks) > 1
        if not self.several_networks:
            field.initial = networks.first()

    def _ask_for_points(self, actor: Actor) -> None:
        points = points_for(actor).select_related("network")
        field = _PointChoice(points, label="Punti", widget=TapCheckboxSelectMultiple)
        field.several_networks = self.several_networks
        self.fields["points"] = field

    def _ask_for_organisation(self, actor: Actor, *, required: bool) -> None:
        help_text = "" if required else "Quello per cui la persona lavora."
        self.fields["organisation"] = forms.ModelChoiceField(
            organisations_for(actor), label="Ente", required=required, empty_label="Scegli", help_text=help_text
        )

    def scope(self) -> Scope:
        """What was asked for. Whether it fits the role is the operation's business."""
        chosen = self.cleaned_data
        points: Iterable[AccessPoint] = chosen.get("points") or ()
        return Scope(
            first_day=chosen["first_day"],
            last_day=chosen["last_day"],
            network_id=_key(chosen.get("network")),
            organisation_id=_key(chosen.get("organisation")),
            point_ids=frozenset(point.pk for point in points),
            tutor_id=_key(chosen.get("tutor")),
        )


class EndGrantForm(forms.Form):
    """Until when."""

    last_day = day_field("Ultimo giorno", help_text="Con la data di ieri finisce subito.")

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        field = self.fields["last_day"]
        field.initial = today
        field.widget.attrs["min"] = (today - timedelta(days=1)).isoformat()


def _key(chosen: Any) -> Any:
    return chosen.pk if chosen else None

"""What people type at the desk. No field takes a name or a text."""

from typing import Any, Literal
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict

from raccordo.intake.defaults import defaults_of, usual
from raccordo.intake.desk import Desk
from raccordo.intake.entries import HOW_MANY_NEEDS, NOT_YET, ContactEntry
from raccordo.intake.enums import CONSULTATION, FIRST, HANDED_OVER, MOST_NEEDS, UNDONE, CodeList
from raccordo.intake.widgets import FoldedChoices, Offered, QuickSelect
from raccordo.ui.widgets import TapCheckboxSelectMultiple, TapRadioSelect

Who = Literal["citizens", "professionals", "everybody"]
UNKNOWN = "-"  # "nobody said": tapped, yet nothing is stored
YES_NO = [("no", "No"), ("si", "Sì")]
IN_PERSON = "PERS"
SINGLE = (
    "channel", "contact_type", "visitor_type", "for_whom", "life_phase", "service", "outcome", "source",
    "interlocutor",
)  # fmt: skip


class Prefilled(forms.ChoiceField):
    """A choice that is answered already: left empty it means the usual answer; neither required nor optional."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class Several(forms.MultipleChoiceField):
    """Choices that the form itself counts together with others."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


def _select(label: str, *, required: str = "", help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required},
        widget=QuickSelect,
    )


class ContactForm(forms.Form):
    """One contact, as the desk tells it; `entry()` is what the operation wants."""

    use_required_attribute = False

    contact_id = forms.UUIDField(widget=forms.HiddenInput)
    point = _select("Punto", required="Scegli il punto.")
    channel = _select("Come", required="Scegli come è arrivata la richiesta.")
    visitor_type = forms.ChoiceField(
        label="Chi è venuto?", widget=TapRadioSelect, error_messages={"required": "Scegli chi è venuto."}
    )
    life_phase = forms.ChoiceField(label="In che momento della vita?", required=False, widget=TapRadioSelect)
    needs = Several(
        label="Che cosa chiede?",
        help_text="Da uno a tre bisogni, con le parole della persona.",
        widget=TapCheckboxSelectMultiple(max_choices=MOST_NEEDS),
    )
    need_items = forms.MultipleChoiceField(
        label="Scegli dentro un’area",
        required=False,
        help_text="Un bisogno preciso vale al posto della sua area.",
        widget=FoldedChoices,
    )
    for_whom = Prefilled(label="Per chi", widget=QuickSelect)
    contact_type = _select("È la prima volta qui?", required="Scegli se è la prima volta.")
    seen_today = Prefilled(
        label="Oggi questa persona era già venuta qui?",
        choices=YES_NO,
        initial="no",
        help_text="Chi torna nello stesso giorno, nello stesso punto, si conta una volta sola.",
        widget=TapRadioSelect,
    )
    service = _select("Che cosa si è fatto", required="Scegli che cosa si è fatto.")
    outcome = _select("Esito", required="Scegli l’esito.")
    handed_to = Prefilled(
        label="A quale punto passa?",
        help_text="Solo se l’esito è il passaggio a un altro punto.",
        widget=QuickSelect,
    )
    happened_on = forms.DateField(
        label="Giorno",
        error_messages={"required": "Scrivi il giorno.", "invalid": "Scrivi il giorno così: 24/11/2026."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    source = _select("Chi l’ha indirizzato qui")
    interlocutor = _select("Con chi hai parlato")
    accompanied = _select("Era accompagnato")

    def __init__(
        self, *args: Any, desk: Desk, who: Who = "citizens", stored: ContactEntry | None = None, **kwargs: Any
    ) -> None:
        """`stored` is what a contact says already: its codes stay choosable even where the list dropped them."""
        super().__init__(*args, **kwargs)
        self.desk = desk
        self.who: Who = who
        self.order = stored.needs if stored else ()
        self.offer(desk, stored)

    def offer(self, desk: Desk, stored: ContactEntry | None) -> None:
        """Fill the choices from the network's lists and points."""
        self.choose("point", desk.point_choices(desk.own))
        if len(desk.own) == 1:
            self.fields["point"].widget = forms.HiddenInput()
        for name, list_code in _LISTS.items():
            keep = str(getattr(stored, name)) if stored else ""
            self.choose(name, _BLANK.get(name, []) + desk.choices(list_code, keep=keep))
        self.choose("life_phase", [*desk.choices(CodeList.LIFE_PHASE), (UNKNOWN, "Non si sa")])
        keep = stored.visitor_type if stored else ""
        groups = {pro: desk.visitors(professional=pro, keep=keep) for pro in (False, True)}
        everybody = [("", groups[False]), ("Viene per lavoro", groups[True])]
        self.choose("visitor_type", everybody if self.who == "everybody" else groups[self.who == "professionals"])
        self.choose("needs", desk.areas(stored.needs if stored else ()))
        self.choose("need_items", desk.items(stored.needs if stored else ()))
        others = [point for point in desk.points.values() if not point.retired and [point] != desk.own]
        if stored and stored.handed_to_id and stored.handed_to_id not in {point.pk for point in others}:
            others.append(desk.points[stored.handed_to_id])
        self.choose("handed_to", [("", "Scegli il punto"), *desk.point_choices(others)])
        self.choose("accompanied", [("", "Non indicato"), *YES_NO])

    @property
    def items_open(self) -> bool:
        return bool(self["need_items"].value() or "need_items" in self.errors)

    def choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = Offered(choices)

    @property
    def details_open(self) -> bool:
        """Something in the folded part was answered, or is wrong."""
        names = ("source", "interlocutor", "accompanied")
        told = any(self[name].value() for name in names) or str(self["happened_on"].value()) != str(self.desk.today)
        return told or any(name in self.errors for name in (*names, "happened_on"))

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["together"] = self._needs_together()
        if data.get("happened_on") and data["happened_on"] > self.desk.today:
            self.add_error("happened_on", NOT_YET)
        if data.get("outcome") != HANDED_OVER:
            data["handed_to"] = ""
        elif not data.get("handed_to"):
            self.add_error("handed_to", "Scegli il punto a cui passa la persona.")
        elif data["handed_to"] == data.get("point"):
            self.add_error("handed_to", "Scegli un punto diverso da questo.")
        return data

    def _needs_together(self) -> tuple[str, ...]:
        """A precise need takes the place of its area; both together are one to three."""
        items: list[str] = self.cleaned_data.get("need_items", [])
        told = {self.desk.area_of(item) for item in items}
        together = [area for area in self.cleaned_data.get("needs", []) if area not in told] + items
        together.sort(key=lambda need: self.order.index(need) if need in self.order else len(self.order))
        if "needs" not in self.errors and not 1 <= len(together) <= MOST_NEEDS:
            self.add_error("needs", HOW_MANY_NEEDS)
        return tuple(together)

    def entry(self, *, handed_from_id: UUID | None = None) -> ContactEntry:
        """The answers as an entry; only of a valid form."""
        data = self.cleaned_data
        visitor = self.desk.lists.of(CodeList.VISITOR).get(data["visitor_type"])
        first_for_whom = next(iter(self.desk.lists.of(CodeList.FOR_WHOM)), "")
        codes = {name: data[name] for name in SINGLE}
        codes["for_whom"] = codes["for_whom"] or defaults_of(visitor).for_whom or first_for_whom
        codes["life_phase"] = "" if codes["life_phase"] == UNKNOWN else codes["life_phase"]
        return ContactEntry(
            **codes,
            point_id=UUID(data["point"]),
            happened_on=data["happened_on"],
            needs=data["together"],
            accompanied={"si": True, "no": False}.get(data["accompanied"]),
            seen_today=data["seen_today"] == "si",
            handed_to_id=UUID(data["handed_to"]) if data["handed_to"] else None,
            handed_from_id=handed_from_id,
        )


_LISTS: dict[str, CodeList] = {
    "channel": CodeList.CHANNEL,
    "for_whom": CodeList.FOR_WHOM,
    "contact_type": CodeList.CONTACT_TYPE,
    "service": CodeList.SERVICE,
    "outcome": CodeList.OUTCOME,
    "source": CodeList.SOURCE,
    "interlocutor": CodeList.INTERLOCUTOR,
}
_BLANK: dict[str, list[tuple[str, str]]] = {
    "for_whom": [("", "Come di solito, secondo chi viene")],
    "source": [("", "Non indicato")],
    "interlocutor": [("", "Non indicato")],
}


class CorrectionForm(ContactForm):
    """A contact put right: the same questions, the reason, and the version that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label="Perché correggi?", widget=TapRadioSelect, error_messages={"required": "Scegli perché correggi."}
    )

    def offer(self, desk: Desk, stored: ContactEntry | None) -> None:
        super().offer(desk, stored)
        self.choose("reason", desk.choices(CodeList.CORRECTION))


class VoidForm(forms.Form):
    """Why a contact is taken out of the counts."""

    use_required_attribute = False

    reason = forms.ChoiceField(
        label="Perché lo annulli?", widget=TapRadioSelect, error_messages={"required": "Scegli perché lo annulli."}
    )

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = [choice for choice in desk.choices(CodeList.VOID) if choice[0] != UNDONE]
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = reasons


def blank(desk: Desk, *, point: str, channel: str, professional: bool) -> dict[str, Any]:
    """What an empty form already knows."""
    answers = usual(desk.lists, professional=professional)
    known = dict(desk.choices(CodeList.CHANNEL))
    own = {str(each.pk) for each in desk.own}
    return {
        "contact_id": uuid4(),
        "point": point if point in own else str(desk.own[0].pk),
        "channel": channel if channel in known else (IN_PERSON if IN_PERSON in known else next(iter(known), "")),
        "contact_type": answers.contact_type or (CONSULTATION if professional else FIRST),
        "service": answers.service,
        "outcome": answers.outcome,
        "needs": [desk.area_of(need) for need in answers.needs] if professional else [],
        "happened_on": desk.today,
        "seen_today": "no",
    }


def said_by(entry: ContactEntry, desk: Desk) -> dict[str, Any]:
    """The form's values that say what an entry says, under a new id."""
    items = [need for need in entry.needs if desk.area_of(need) != need]
    return {
        **{name: getattr(entry, name) for name in SINGLE},
        "contact_id": uuid4(),
        "point": str(entry.point_id),
        "happened_on": entry.happened_on,
        "needs": [need for need in entry.needs if need not in items],
        "need_items": items,
        "seen_today": "si" if entry.seen_today else "no",
        "accompanied": {True: "si", False: "no"}.get(entry.accompanied, "") if entry.accompanied is not None else "",
        "handed_to": str(entry.handed_to_id or ""),
    }


def one_tap_data(posted: QueryDict, desk: Desk, visitor: str) -> QueryDict:
    """What the form would hold had the usual answers of a professional been tapped; point, channel, day stay."""
    answers = defaults_of(desk.lists.of(CodeList.VISITOR).get(visitor))
    data = posted.copy()
    for name in (*SINGLE[1:], "needs", "need_items", "seen_today", "accompanied", "handed_to"):
        data.pop(name, None)
    data["visitor_type"] = visitor
    data.update(answers.single())
    items = [need for need in answers.needs if desk.area_of(need) != need]
    data.setlist("need_items", items)
    data.setlist("needs", [need for need in answers.needs if need not in items])
    return data

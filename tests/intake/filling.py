"""Filling in the forms of a page as a person does: what is prefilled stays, the rest is tapped."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


@dataclass
class Form:
    """A form as the browser holds it: what it would send now, and what else it offers."""

    action: str = ""
    sends: dict[str, list[str]] = field(default_factory=dict)
    offers: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def taps(self, **answers: Any) -> int:
        """Touches that these answers cost: one for a chip, two for a list that opens, one for Salva."""
        cost = {"radio": 1, "checkbox": 1}
        given = ((name, value) for name, values in answers.items() for value in _listed(values))
        return sum(cost.get(self.kinds[name], 2) for name, value in given) + 1

    def with_answers(self, **answers: Any) -> dict[str, list[str]]:
        for name, values in answers.items():
            for value in _listed(values):
                assert not value or name not in self.offers or value in self.offers[name], f"{name} offers no {value}"
        return self.sends | {name: _listed(values) for name, values in answers.items()}


def _listed(values: Any) -> list[str]:
    return [str(value) for value in values] if isinstance(values, (list, tuple)) else [str(values)]


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(action=said.get("action", "")))
        elif tag == "select":
            self.select = said["name"]
            self.forms[-1].kinds[self.select] = "select"
        elif tag == "option" and self.select:
            self._offer(self.select, said["value"], chosen="selected" in said)
        elif tag == "input" and "name" in said:
            kind = said.get("type", "text")
            self.forms[-1].kinds[said["name"]] = kind
            if kind in {"radio", "checkbox"}:
                self._offer(said["name"], said["value"], chosen="checked" in said)
            else:
                self.forms[-1].sends[said["name"]] = [said.get("value", "")]
        elif tag == "button" and "name" in said:
            self.forms[-1].buttons.append((said["name"], said["value"]))

    def _offer(self, name: str, value: str, *, chosen: bool) -> None:
        form = self.forms[-1]
        form.offers.setdefault(name, []).append(value)
        if chosen:
            form.sends.setdefault(name, []).append(value)
        elif form.kinds[name] == "select" and name not in form.sends and len(form.offers[name]) == 1:
            form.sends[name] = [value]  # a list shows its first line until another is chosen
        if chosen and form.kinds[name] == "select":
            form.sends[name] = [value]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""


def form_on(response: HttpResponse, *, having: str = "contact_id") -> Form:
    """The form of the page that has a field of this name."""
    reader = _Forms()
    reader.feed(response.content.decode())
    found = [form for form in reader.forms if having in form.kinds]
    assert len(found) == 1, f"{len(found)} forms with «{having}»"
    return found[0]


def undo_address(response: HttpResponse) -> str | None:
    """Where «Annulla» of the message posts to."""
    reader = _Forms()
    reader.feed(response.content.decode())
    return next((form.action for form in reader.forms if form.action.endswith("/disfai/")), None)


def record(client: Client, url: str, **answers: Any) -> HttpResponse:
    """Open the page, answer, save, arrive where it leads."""
    form = form_on(client.get(url))
    return client.post(url, form.with_answers(**answers), follow=True)

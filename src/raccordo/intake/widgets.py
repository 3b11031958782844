"""Controls with many choices: forms of the desk are opened all day long, so an option costs no template of its own."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.choices import BaseChoiceIterator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Offered(BaseChoiceIterator):
    """Choices in their final form: a plain list would be gone through again each time it is given to a field."""

    def __init__(self, choices: list[Any]) -> None:
        self.choices = choices

    def __iter__(self) -> Iterator[Any]:
        return iter(self.choices)


class QuickSelect(forms.Select):
    """A select whose options are written once and kept."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any | None = None
    ) -> SafeString:
        told = {key: said for key, said in self.build_attrs(self.attrs, attrs).items() if said is not False}
        chosen = "" if value is None else str(value)
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            format_html_join("", ' {}="{}"', told.items()),
            _options(_frozen(self.choices), chosen),
        )


def _frozen(choices: Any) -> tuple[Any, ...]:
    """Choices as a key of the cache."""
    return tuple(
        (value, _frozen(label) if isinstance(label, (list, tuple)) else str(label)) for value, label in choices
    )


@lru_cache(maxsize=512)
def _options(choices: tuple[Any, ...], chosen: str) -> SafeString:
    return format_html_join("", "{}", ((_option(value, label, chosen),) for value, label in choices))


def _option(value: Any, label: Any, chosen: str) -> SafeString:
    if isinstance(label, tuple):
        return format_html('<optgroup label="{}">{}</optgroup>', value, _options(label, chosen))
    if str(value) == chosen:
        return format_html('<option value="{}" selected>{}</option>', value, label)
    return format_html('<option value="{}">{}</option>', value, label)


class FoldedChoices(forms.CheckboxSelectMultiple):
    """Choices grouped under names, each group folded; small boxes, since few need them."""

    template_name = "intake/forms/folded.html"

"""Controls with many choices, written by one template each: forms of the desk are opened all day long."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class QuickSelect(forms.Select):
    """A select whose options cost no template each."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any | None = None
    ) -> SafeString:
        attributes = self.build_attrs(self.attrs, attrs)
        chosen = "" if value is None else str(value)
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            format_html_join("", ' {}="{}"', ((key, said) for key, said in attributes.items() if said is not False)),
            format_html_join("", "{}", ((self._part(part, chosen),) for part in self.choices)),
        )

    def _part(self, part: Any, chosen: str) -> SafeString:
        value, label = part
        if isinstance(label, (list, tuple)):
            inside = format_html_join("", "{}", ((self._part(item, chosen),) for item in label))
            return format_html('<optgroup label="{}">{}</optgroup>', value, inside)
        if str(value) == chosen:
            return format_html('<option value="{}" selected>{}</option>', value, label)
        return format_html('<option value="{}">{}</option>', value, label)


class FoldedChoices(forms.CheckboxSelectMultiple):
    """Choices grouped under names, each group folded; small boxes, since few need them."""

    template_name = "intake/forms/folded.html"

"""Tags and filters of our templates: icons, numbers, days, hours, query strings, charts."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from raccordo.ui import charts, formats, undo
from raccordo.ui.tables import Column

register = template.Library()

NOTHING = "\N{EN DASH}"


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon of the sprite. Without `label` it is decoration; `size` is "", "sm", "lg"."""
    return _icon(name, label, size, static("bootstrap-italia/sprites.svg"))


@lru_cache(maxsize=256)
def _icon(name: str, label: str, size: str, sprite: str) -> SafeString:
    classes = f"rc-icon rc-icon--{size}" if size else "rc-icon"
    address = f"{sprite}#{name}"
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"></use></svg>', classes, label, address
        )
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', classes, address
    )


@register.filter
def number(value: formats.Number | None, decimals: int | None = None) -> str:
    """1234.5 → 1.234,5; nothing → a dash."""
    return NOTHING if value is None else formats.number(value, decimals=decimals)


@register.filter
def percent(value: formats.Number | None, decimals: int = 0) -> str:
    """28 → 28 %."""
    return NOTHING if value is None else formats.percent(value, decimals=decimals)


@register.filter
def money(value: formats.Number | None) -> str:
    """67524.16 → 67.524,16 €."""
    return NOTHING if value is None else formats.money(value)


@register.filter
def long_day(value: date | None) -> str:
    """martedì 24 novembre 2026."""
    return "" if value is None else formats.long_day(value)


@register.filter
def day(value: date | None) -> str:
    """24 novembre 2026."""
    return "" if value is None else formats.day(value)


@register.filter
def short_day(value: date | None) -> str:
    """24/11/2026."""
    return "" if value is None else formats.short_day(value)


@register.filter
def hour(value: time | datetime | None) -> str:
    """10, 9:30."""
    return "" if value is None else formats.hour(value)


@register.filter
def at_hour(value: time | datetime | None) -> str:
    """ore 10, ore 9:30."""
    return "" if value is None else formats.at_hour(value)


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: object) -> str:
    """The address's query with some values changed; None takes a value away: `{% query page=2 %}`."""
    parameters = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None or value == "":
            parameters.pop(name, None)
        else:
            parameters[name] = str(value)
    return f"?{parameters.urlencode()}" if parameters else "?"


@register.simple_tag(takes_context=True)
def sort_of(context: Context, column: Column) -> dict[str, str]:
    """How a sortable head links and what it says: `url`, `direction` ("ascending", "descending" or "")."""
    current = context["request"].GET.get("sort", "")
    direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(current, "")
    following = f"-{column.key}" if direction == "ascending" else column.key
    return {"url": query(context, sort=following, page=None), "direction": direction}


@register.filter
def first_control(field: BoundField) -> str:
    """The identifier that an error summary links to: the field's, or its first choice's."""
    widgets = field.subwidgets
    if field.use_fieldset and widgets:
        return widgets[0].id_for_label or field.auto_id
    return field.id_for_label or field.auto_id


@register.filter
def undo_address(message: Any) -> str:
    """Where a message's "Annulla" posts to, or nothing."""
    return undo.address_of(message)


@register.simple_tag
def bar_chart(bars: Iterable[charts.Bar], key: str, title: str, unit: str = "") -> SafeString:
    """Horizontal bars, each with its label and its number."""
    return charts.bar_chart(bars, key=key, title=title, unit=unit)


@register.simple_tag
def column_chart(bars: Iterable[charts.Bar], key: str, title: str, unit: str = "") -> SafeString:
    """Columns, for months."""
    return charts.column_chart(bars, key=key, title=title, unit=unit)


@register.simple_tag
def stacked_chart(bars: Iterable[charts.Bar], key: str, title: str, unit: str = "") -> SafeString:
    """One bar made of parts, with its legend."""
    return charts.stacked_chart(bars, key=key, title=title, unit=unit)

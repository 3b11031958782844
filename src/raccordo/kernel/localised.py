"""Texts that a network keeps in several languages: {"it": "…", "en": "…"}."""

from collections.abc import Mapping

from django.utils.translation import get_language

Localised = Mapping[str, str]


def pick(texts: Localised | None, language: str | None = None) -> str:
    """The text in `language` (by default the page's), else in Italian, else empty."""
    if not texts:
        return ""
    wanted = (language or get_language() or "it").split("-")[0]
    return texts.get(wanted) or texts.get("it") or ""

"""A quiet success message that can be taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

_TAG = "undo="


def success_with_undo(request: HttpRequest, text: str, address: str) -> None:
    """Say that it is done, with a button "Annulla" that posts to `address`."""
    messages.success(request, text, extra_tags=f"{_TAG}{address}")


def address_of(message: Any) -> str:
    """Where the message's "Annulla" posts to; nothing when it has none."""
    extra = getattr(message, "extra_tags", None) or ""
    return extra.removeprefix(_TAG) if extra.startswith(_TAG) else ""

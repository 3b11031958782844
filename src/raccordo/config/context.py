"""What the frame round every page needs: who acts, where they may go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from raccordo.kernel.actors import NOBODY, Actor
from raccordo.kernel.rights import Right

# (label, URL name, rights of which one is enough); at most seven are ever shown to one role
ENTRIES: tuple[tuple[str, str, frozenset[Right]], ...] = (
    ("Scrivania", "workspace:desk", frozenset()),
    ("Accessi", "intake:list", frozenset({Right.SEE_CONTACTS, Right.SEE_OWN_CONTACTS_OF_TODAY})),
    ("Monitoraggio", "reporting:monitoring", frozenset({Right.SEE_AGGREGATES})),
    ("Rendiconti", "reporting:returns", frozenset({Right.BUILD_RETURN})),
    ("Rete", "workspace:network", frozenset({Right.SEE_NETWORK})),
    ("Registro", "workspace:trail", frozenset({Right.READ_TRAIL})),
    ("Persone", "permissions:users", frozenset({Right.MANAGE_USERS})),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """`actor`, `hat`, `hats`, `navigation`, `may_record`, and the links of the footer. No query of its own."""
    actor = getattr(request, "actor", NOBODY)
    return {
        "actor": actor,
        "hat": getattr(request, "hat", None),
        "hats": getattr(request, "hats", []),
        "navigation": navigation(actor, request.path) if actor.user_id else [],
        "may_record": actor.may(Right.RECORD_CONTACT),
        "footer_links": settings.FOOTER_LINKS,
    }


def navigation(actor: Actor, path: str) -> list[dict[str, Any]]:
    """The entries that the actor may open; the one whose address begins the page's path is current."""
    entries = []
    for label, name, rights in ENTRIES:
        if not rights or rights & actor.rights:
            url = reverse(name)
            entries.append({"label": label, "url": url, "current": path.startswith(url)})
    return entries

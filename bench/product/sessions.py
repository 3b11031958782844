"""Somebody who is signed in, without the hashing that a sign-in costs on purpose."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from raccordo.accounts.middleware import SEEN_AT, SIGNED_IN_AT
from raccordo.accounts.models import User
from raccordo.intake.models import Contact
from raccordo.kernel import clock


def session_of(username: str) -> dict[str, str]:
    """The cookie of a session that begins now."""
    user = User.objects.get(username=username)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    now = clock.now().timestamp()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[SIGNED_IN_AT] = session[SEEN_AT] = now
    session.create()
    return {settings.SESSION_COOKIE_NAME: session.session_key}


def addresses() -> dict[str, str]:
    """The addresses that the bench asks for: one contact of the hub, the period in course, one point."""
    contact = Contact.objects.standing().filter(point__code="HUB").latest("happened_on")
    return {"contact": f"/accessi/{contact.pk}/", "point": f"/rete/punti/{contact.point_id}/"}

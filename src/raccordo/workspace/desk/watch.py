"""What those who watch over the system find on their desk: the trail, or the people who use it."""

from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from raccordo.accounts.models import User
from raccordo.audit.models import INSTALLATION, Entry
from raccordo.kernel.actors import Actor
from raccordo.kernel.clock import ROME
from raccordo.kernel.rights import Right
from raccordo.permissions.models import Grant
from raccordo.ui import formats
from raccordo.workspace.desk.section import Section
from raccordo.workspace.operations import FOUND_BROKEN, VERIFIED
from raccordo.workspace.scope import network_of

ENDING_DAYS = 30
FAILED_DAYS = 7
FAILED = ("accounts.sign_in.failed", "accounts.second_factor.failed")


def trail(actor: Actor, now: datetime) -> Section:
    """How much was written today, who failed to sign in, whether the seals held when they were last checked."""
    actor.require(Right.READ_TRAIL)
    today = now.astimezone(ROME).date()
    rows = Entry.objects.visible_to(actor)
    checked = rows.filter(action__in=(VERIFIED, FOUND_BROKEN)).order_by("-seq").first()
    facts = {
        "today": rows.between(today, today).count(),
        "failed": _failed_sign_ins(actor, today),
        "days": FAILED_DAYS,
        "checked": checked,
        "broken": checked is not None and checked.action == FOUND_BROKEN,
        "told": _told(checked) if checked else "",
    }
    return Section("Il registro delle operazioni", "trail", facts)


def _failed_sign_ins(actor: Actor, today: date) -> int:
    """Tries on the people of this network; they stand in the installation's chain, since nobody had signed in yet."""
    people = Grant.objects.filter(network_id=network_of(actor)).values("user")
    tries = Entry.objects.of_chain(INSTALLATION).between(today - timedelta(days=FAILED_DAYS - 1), today)
    return tries.filter(action__in=FAILED, about__in=people).count()


def _told(checked: Entry) -> str:
    when = f"Controllati {formats.long_day(checked.at)}, {formats.at_hour(checked.at)}"
    if checked.action == FOUND_BROKEN:
        return f"{when}: la catena si spezza alla riga {checked.changed['seq']}. {checked.changed['sentence']}"
    return f"{when}: {formats.number(checked.changed['rows'])} righe."


def administration(actor: Actor, now: datetime) -> Section:
    """Who has no second factor, whose grant is about to end."""
    today = now.astimezone(ROME).date()
    guarded = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    ending = (
        Grant.objects.visible_to(actor)
        .valid_on(today)
        .filter(last_day__lte=today + timedelta(days=ENDING_DAYS))
        .select_related("user", "network")
        .order_by("last_day", "pk")
    )
    facts = {
        "unguarded": User.objects.filter(~Exists(guarded), is_active=True, is_demo=False).count(),
        "demo": User.objects.filter(is_active=True, is_demo=True).count(),
        "ending": list(ending),
        "days": ENDING_DAYS,
    }
    return Section("Persone che usano il sistema", "administration", facts)

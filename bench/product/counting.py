"""Which page asks the database how often."""

from collections.abc import Iterator
from http import HTTPStatus

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from raccordo.accounts.models import User
from raccordo.audit.models import Entry
from raccordo.intake.models import Contact
from raccordo.kernel import clock
from raccordo.network.models import AccessPoint, ReportingPeriod
from raccordo.reporting.enums import FileFormat

TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def queries_by_page() -> dict[str, int]:
    """Page → the most queries that it costs anybody who may open it."""
    counts: dict[str, int] = {}
    people = [None, *User.objects.filter(is_demo=True).order_by("username")]
    clients = [_client(user) for user in people]
    for name, address in _pages():
        for client in clients:
            found = _count(client, address)
            if found and name not in counts:
                found = _count(client, address)  # the first time the process read the lists
            counts[name] = max(counts.get(name, 0), found)
    return counts


def _client(user: User | None) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    if user is not None:
        client.force_login(user)
    return client


def _count(client: Client, address: str) -> int:
    """How often the page asks; 0 where they may not open it. What it wrote is taken back."""
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        response = client.get(address)
        b"".join(response)  # a streamed answer asks while it is read
        transaction.set_rollback(True)
    if response.status_code != HTTPStatus.OK:
        return 0
    return sum(1 for query in asked.captured_queries if not query["sql"].startswith(TRANSACTION))


def _pages() -> Iterator[tuple[str, str]]:
    today = clock.today()
    contact = Contact.objects.standing().filter(point__code="HUB").order_by("-happened_on").first()
    handed = Contact.objects.standing().exclude(handed_to=None).filter(received_as=None).first()
    point = AccessPoint.objects.get(code="HUB")
    period = ReportingPeriod.objects.filter(first_day__lte=today).order_by("-first_day")[0].code
    person = User.objects.order_by("username")[0]
    plain = (
        "workspace:desk", "intake:list", "intake:add", "reporting:monitoring", "reporting:returns",
        "workspace:network", "workspace:trail", "permissions:users", "public_site:home", "public_site:points",
        "mfa_index",
    )  # fmt: skip
    for name in plain:
        yield name, reverse(name)
    yield "intake:list, all", f"{reverse('intake:list')}?stato=tutti&dal=2020-01-01"
    for kind in ("csv", "xlsx", "ods"):
        yield "intake:export", reverse("intake:export", args=[kind])
    for name in ("detail", "edit", "void"):
        yield f"intake:{name}", reverse(f"intake:{name}", args=[contact.pk] if contact else [])
    if handed:
        yield "intake:receive", reverse("intake:receive", args=[handed.pk])
    yield "intake:add, as before", f"{reverse('intake:add')}?come={contact.pk if contact else ''}"
    for code in ("I01", "I08", "I09", "I27"):
        yield "reporting:why", reverse("reporting:why", args=[code])
    yield "reporting:return", reverse("reporting:return", args=[period])
    for file_format in FileFormat:
        yield "reporting:return_file", reverse("reporting:return_file", args=[period, file_format])
    yield "workspace:point", reverse("workspace:point", args=[point.pk])
    yield "permissions:user", reverse("permissions:user", args=[person.pk])
    yield "public_site:point", reverse("public_site:point", args=[point.slug])
    if Entry.objects.exists():
        yield "workspace:trail_export", reverse("workspace:trail_export", args=["csv"])

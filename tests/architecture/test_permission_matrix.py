"""Every page × every role × own and foreign objects, for GET and POST; the table is matrix.txt, written by hand.

404 for what one may not see, 403 for what one may not do. A page without a row, or a row without a page, fails.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from raccordo.accounts.models import User
from raccordo.network.models import Closure
from tests.cast import Place, a_contact, costa_alta, enrol_everybody, valle_serena

Addresses = dict[str, dict[str, Any]]
TABLE = Path(__file__).with_name("matrix.txt")
VISITOR = "visitor"
pytestmark = pytest.mark.django_db


def page_names(patterns: list[Any] | None = None, prefix: str = "") -> Iterator[str]:
    """Every URL name, with its namespace."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from page_names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"


def table() -> tuple[list[str], list[tuple[str, str, list[int]]]]:
    """The people of the columns, and (method, page, statuses) of the rows."""
    lines = [line for line in TABLE.read_text().splitlines() if line.strip() and not line.startswith("#")]
    people = lines[0].split()
    rows = []
    for line in lines[1:]:
        method, page, *statuses = line.split()
        assert len(statuses) == len(people), f"{page}: {len(statuses)} cells for {len(people)} people"
        rows.append((method, page, [int(status) for status in statuses]))
    return people, rows


PEOPLE, ROWS = table()


def test_every_page_is_in_the_matrix_for_get_and_post():
    expected = {(method, name) for name in page_names() for method in ("GET", "POST")}
    assert {(method, page.split("[")[0]) for method, page, _ in ROWS} == expected


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[dict[str, str], Addresses]]:
    """The session of everybody in the columns (none for the visitor) and the objects of the brackets, made once."""
    with django_db_blocker.unblock(), transaction.atomic():
        serena, costa = valle_serena(), costa_alta()
        people = enrol_everybody(serena, costa)
        yield {name: _signed_in(user) for name, user in people.items()}, _addresses(people, serena, costa)
        transaction.set_rollback(True)


def _signed_in(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def sessions(world: Any) -> dict[str, str]:
    return world[0]


@pytest.fixture
def addresses(world: Any) -> Addresses:
    return world[1]


def _addresses(people: dict[str, User], serena: Place, costa: Place) -> Addresses:
    """The objects that a row may name in brackets, as arguments of its address."""
    anna, carla, zoe = (people[name] for name in ("anna", "carla", "zoe"))
    closure = Closure.objects.create(
        point=serena["SP1"], first_day="2026-12-01", last_day="2026-12-02", reason="staff"
    )
    contacts = {
        "own": a_contact(anna, serena["HUB"]),
        "foreign-point": a_contact(carla, serena["SP2"]),
        "foreign-network": a_contact(zoe, costa["HUB"]),
        "trainees": a_contact(people["tito"], serena["HUB"]),
        "handed": a_contact(carla, serena["SP2"], outcome="E7", handed_to_id=serena["HUB"].pk),
    }
    return {
        "": {},
        **{f"contact:{name}": {"contact_id": contact.pk} for name, contact in contacts.items()},
        "contact:missing": {"contact_id": uuid4()},
        "point:hub": {"point_id": serena["HUB"].pk},
        "point:sp1": {"point_id": serena["SP1"].pk},
        "point:foreign-network": {"point_id": costa["HUB"].pk},
        "closure": {"point_id": serena["SP1"].pk, "closure_id": closure.pk},
        "user": {"user_id": carla.pk},
        "grant": {"user_id": carla.pk, "grant_id": carla.grants.get().pk},
        "slug": {"slug": serena["SP1"].slug},
        "network": {"code": serena.network.code},
        "network-slug": {"code": serena.network.code, "slug": serena["SP1"].slug},
        "csv": {"kind": "csv"},
        "link": {"uidb64": "x", "token": "y"},
        "indicator": {"code": "I01"},
        "period": {"code": "2026-S2"},
        "period-csv": {"code": "2026-S2", "file_format": "csv"},
    }


@pytest.mark.parametrize(("method", "page", "expected"), ROWS, ids=[f"{method} {page}" for method, page, _ in ROWS])
def test_page_answers_each_role_as_the_matrix_says(sessions, addresses, method, page, expected):
    name, _, key = page.rstrip("]").partition("[")
    url = reverse(name, kwargs=addresses[key])
    got = [_status(sessions.get(person), method, url) for person in PEOPLE]
    differing = [
        f"{who}: {is_} instead of {should}"
        for who, is_, should in zip(PEOPLE, got, expected, strict=True)
        if is_ != should
    ]
    assert not differing, f"{method} {url}: {'; '.join(differing)}\n{method:4} {page} {' '.join(map(str, got))}"


def _status(session: str | None, method: str, url: str) -> int:
    """What the page answers; whatever it wrote is taken back before the next one asks."""
    client = _client(session)
    before = transaction.savepoint()
    response = client.get(url) if method == "GET" else client.post(url, {})
    if response.streaming:
        response.getvalue()
    transaction.savepoint_rollback(before)
    return response.status_code


def _client(session: str | None) -> Client:
    client = Client()
    if session is not None:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def test_a_foreign_contact_answers_like_a_missing_one(sessions, addresses):
    """Same status and same body, so that nobody learns that it exists."""
    client = _client(sessions["anna"])
    bodies = set()
    for key in ("contact:foreign-point", "contact:foreign-network", "contact:missing"):
        response = client.get(reverse("intake:detail", kwargs=addresses[key]))
        assert response.status_code == 404
        bodies.add(re.sub(r"[0-9a-f-]{36}", "", response.content.decode()))
    assert len(bodies) == 1

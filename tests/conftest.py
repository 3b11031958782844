"""The database, the server, the browser, the counting of queries. The people are in tests/cast.py."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.testcases import LiveServerThread, _StaticFilesHandler
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from raccordo.config import preparation
from tests.cast import *  # noqa: F403  (the people)
from tests.strict import no_network, no_real_keys, require_defined_variables  # noqa: F401  (fixtures)
from tools.environment import alone_in

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the thread of the tests
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--lang=it-IT",
]  # fmt: skip
ALONE = ("journey", "slow")


def pytest_configure(config: pytest.Config) -> None:
    """Once, in the process that commands the others: translations and static files as an installation has them."""
    wanted, url = os.environ.get("RACCORDO_TEST_DATABASE", "sqlite"), os.environ.get("DATABASE_URL", "")
    if (wanted == "postgresql") != url.startswith("postgres"):
        raise pytest.UsageError("For PostgreSQL use: ./raccordo test --database postgresql [tests]")
    if not hasattr(config, "workerinput"):
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        with alone_in(settings.STATIC_ROOT):
            preparation.compile_translations()
            if preparation.static_files_stale():
                preparation.collect_static_files()
    require_defined_variables()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is in tests/journeys is a journey; journeys and slow tests are one group, run by one process."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker("journey")
        if any(item.get_closest_marker(name) for name in ALONE):
            item.add_marker(pytest.mark.xdist_group("alone"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Flushing after a test that commits goes round the triggers of the trail; production has no such way."""
    flush = type(connection.ops).execute_sql_flush
    patch = pytest.MonkeyPatch()
    patch.setattr(type(connection.ops), "execute_sql_flush", lambda ops, sql: _flush_past_triggers(flush, ops, sql))
    yield
    patch.undo()
    with django_db_blocker.unblock():
        _end_other_sessions()


def _end_other_sessions() -> None:
    """Beside the browser's loop Django may keep a second connection, which would hold PostgreSQL's test database."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def _flush_past_triggers(flush: Callable[[Any, list[str]], None], ops: Any, sql: list[str]) -> None:
    with ops.connection.cursor() as cursor:
        if ops.connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            flush(ops, sql)
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        flush(ops, sql)
        for _, statement in triggers:
            cursor.execute(statement)


@pytest.fixture
def count_queries() -> Callable[..., int]:
    """How many queries a GET costs: `count_queries(client, url)`."""

    def count(client: Client, url: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url)
        assert response.status_code == 200, f"{url} answered {response.status_code}"
        return len(queries)

    return count


@pytest.fixture
def address(transactional_db: None) -> Iterator[str]:
    """The address of a server on the test database, with the static files as collected."""
    thread = LiveServerThread("127.0.0.1", _StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()
    connections.close_all()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine. A missing browser fails the test, it does not skip it."""
    candidates = [os.environ.get("CHROMIUM") or "", *CHROMIUM_NAMES]
    path = next((found for name in candidates if name and (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("No Chromium here: apt-get install -y chromium libatomic1 (or set CHROMIUM).", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh window in Italian, at the address of the server; an error in its console fails the test."""
    context = browser.new_context(base_url=address, locale="it-IT", timezone_id="Europe/Rome")
    window = context.new_page()
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on("console", lambda message: errors.append(message.text) if _is_our_error(message) else None)
    yield window
    context.close()
    assert errors == []


def _is_our_error(message: ConsoleMessage) -> bool:
    """What the browser complains about, apart from pages that answer 403, 404 or 409 as they should."""
    return message.type == "error" and "status of 40" not in message.text


@pytest.fixture
def run_command(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a management command and return what it printed."""

    def run(name: str, *arguments: str, **options: Any) -> str:
        call_command(name, *arguments, **options)
        return capsys.readouterr().out

    return run

"""What the server acknowledged is there, once, however the machine is treated."""

import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from raccordo.kernel.demo import demo_password
from tests.servers.desk import Desk
from tools import serve
from tools.environment import ensure_keys
from tools.paths import ROOT, child_environment

KILLS = 20
DESKS = 4
SECONDS_TO_ANSWER = 30
DATABASE = "raccordo_kill"

pytestmark = pytest.mark.slow


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker) -> Iterator[dict[str, str]]:
    """An installation of its own, on the engine of this run, prepared as `run` prepares it."""
    monkeypatch.setenv("RACCORDO_DATA", str(tmp_path))
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            address = _fresh_database()
            monkeypatch.setenv("DATABASE_URL", address)
        else:
            monkeypatch.delenv("DATABASE_URL", raising=False)
    made = child_environment()
    ensure_keys(made)
    serve.prepare(made, demo=True)
    yield made
    if "DATABASE_URL" in made:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _fresh_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
    base, _, query = os.environ["DATABASE_URL"].partition("?")
    return f"{base.rpartition('/')[0]}/{DATABASE}{'?' + query if query else ''}"


class Server:
    """The web server, started with the very command of `run`."""

    def __init__(self, environment: dict[str, str], port: int) -> None:
        self.port = port
        command = serve.server_command(port, environment.get("DATABASE_URL", ""))
        self.process = subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True)

    def wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while time.monotonic() < deadline:
            try:
                if Desk(self.port).ask("GET", "/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        pytest.fail("the server did not come back")

    def kill(self) -> None:
        """SIGKILL for the server and every process that it started."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def test_twenty_kills_lose_no_acknowledged_access_and_double_none(environment, unused_port):
    chance = random.Random(20)
    first = Desk(unused_port)
    for round_ in range(KILLS):
        server = Server(environment, unused_port)
        try:
            server.wait()
            if round_ == 0:
                first.sign_in("operatore.hub", demo_password())
            _post_until_killed(server, first, seconds=chance.uniform(0.2, 0.8))
        finally:
            server.kill()
    server = Server(environment, unused_port)
    try:
        server.wait()
        for contact_id in first.unsure[:]:  # the browser sends again what was never answered
            assert first.register(contact_id)
    finally:
        server.kill()
    assert len(first.acknowledged) > KILLS
    assert _stored(environment, first.acknowledged) == dict.fromkeys(first.acknowledged, 1)
    assert "✗" not in _run(environment, "audit_verify")


def _post_until_killed(server: Server, first: Desk, *, seconds: float) -> None:
    """Several desks post without pause; the server dies in the middle of it."""
    desks = [Desk(first.port, dict(first.cookies), first.token, first.point) for _ in range(DESKS)]
    threads = [threading.Thread(target=_post_on, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    server.kill()
    for thread in threads:
        thread.join()
    for desk in desks:
        first.acknowledged += desk.acknowledged
        first.unsure += desk.unsure


def _post_on(desk: Desk) -> None:
    while desk.register():
        pass


def _stored(environment: dict[str, str], ids: list[str]) -> dict[str, int]:
    """How often each id is stored, with its one request, as a fresh process reads it."""
    program = (
        "import json, sys; from raccordo.intake.models import Contact;"
        "wanted = set(json.load(sys.stdin));"
        "rows = Contact.objects.values_list('pk', 'requests__need');"
        "found = [str(pk) for pk, need in rows if str(pk) in wanted and need == 'GEN'];"
        "print(json.dumps({pk: found.count(pk) for pk in found}))"
    )
    answer = _run(environment, "shell", "--no-imports", "-c", program, given=json.dumps(ids))
    return dict(json.loads(answer.strip().splitlines()[-1]))


def _run(environment: dict[str, str], *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [str(serve.PYTHON), "-m", "raccordo.config", *arguments],
        env=environment, cwd=ROOT, input=given, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout

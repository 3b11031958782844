"""`run`: prepare the data directory, then one web server and one job worker until somebody stops them."""

import contextlib
import ctypes
import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence

from tools.environment import alone_in, ensure_environment, ensure_keys
from tools.paths import PYTHON, ROOT, child_environment, data_directory
from tools.terminal import Stop, say, step

HOST = "127.0.0.1"
SECONDS_TO_ANSWER = 60
SECONDS_TO_STOP = 15
THREADS_ON_POSTGRESQL = 4
PR_SET_PDEATHSIG = 1
PREPARATION_FAILED = Stop("La preparazione non è riuscita: il motivo è scritto qui sopra.")
FIRST_ADMINISTRATOR = './raccordo manage user_add nome.cognome --name "Nome Cognome" --administrator'
CHILD_DIED = 3  # exit code when the server or the worker ended by itself


def run(*, port: int, demo: bool, database_url: str | None) -> int:
    """Serve until SIGINT or SIGTERM; returns the exit code of the command."""
    if database_url is not None:
        os.environ["DATABASE_URL"] = database_url
    started = time.monotonic()
    _require_free(port)
    ensure_environment("run")
    environment = child_environment()
    summary = prepare(environment, demo=demo)
    return _serve(
        server_command(port, environment.get("DATABASE_URL", "")),
        worker_command(),
        environment,
        port=port,
        announce=lambda: _announce(port, summary, time.monotonic() - started),
    )


def server_command(port: int, database_url: str) -> list[str]:
    """The web server. On SQLite one thread per process: more would wait for each other (docs/performance.md)."""
    postgresql = database_url.startswith("postgres")
    return [
        *(str(PYTHON), "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", HOST, "--port", str(port)),
        *(
            "--workers",
            str(os.cpu_count() or 1),
            "--blocking-threads",
            str(THREADS_ON_POSTGRESQL if postgresql else 1),
        ),
        *("--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning"),
        "raccordo.config.wsgi:application",
    ]


def worker_command() -> list[str]:
    return [str(PYTHON), "-m", "raccordo.config", "worker"]


def prepare(environment: dict[str, str], *, demo: bool) -> dict[str, object]:
    """Bring everything in the data directory up to date, in one process; returns what `run` announces."""
    command = [str(PYTHON), "-m", "raccordo.config", "prepare", "--json", *([] if demo else ["--no-demo"])]
    with alone_in(data_directory()):
        ensure_keys(environment)
        with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            return _follow(process)


def _follow(process: "subprocess.Popen[str]") -> dict[str, object]:
    """Show the steps that the process tells of, line by line, until its summary."""
    assert process.stdout is not None
    for line in process.stdout:
        news = json.loads(line)
        if "summary" in news:
            return dict(news["summary"])
        with step(news["number"], news["total"], news["begins"]):
            if not process.stdout.readline():  # the end of the step, or the end of the process
                raise PREPARATION_FAILED
    raise PREPARATION_FAILED


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise Stop(f"La porta {port} è già occupata: scegline un’altra con --port.") from None


Children = dict[str, "subprocess.Popen[bytes]"]


def _serve(
    server: list[str],
    worker: list[str],
    environment: dict[str, str],
    *,
    port: int,
    announce: Callable[[], None],
) -> int:
    """The server, then, once it answers, the worker, so that the first page does not wait for both."""
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: asked.append(received))
    children: Children = {"server": _start(server, environment)}
    latest = time.monotonic() + SECONDS_TO_ANSWER
    try:
        while not asked:
            if _somebody_died(children):
                return CHILD_DIED
            if "worker" not in children and _answers(port):
                announce()
                children["worker"] = _start(worker, environment)
            if "worker" not in children and time.monotonic() > latest:
                say(f"Il server non risponde dopo {SECONDS_TO_ANSWER} secondi: chiudo tutto.")
                return CHILD_DIED
            time.sleep(0.5 if "worker" in children else 0.05)
        say("Chiudo …")
        return 0
    finally:
        _stop(list(children.values()))


def _somebody_died(children: Children) -> bool:
    for name, child in children.items():
        if child.poll() is not None:
            say(f"Si è fermato «{name}» (codice {child.returncode}): chiudo tutto.")
            return True
    return False


def _start(command: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """A child in a session of its own, which is told to stop when this script dies, however it dies."""
    return subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True, preexec_fn=_follow_parent)


def _follow_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _stop(children: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Ask each child to end, wait, then end its whole group; a server that died may have left processes behind."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _announce(port: int, summary: dict[str, object], seconds: float) -> None:
    say(f"\nRaccordo risponde su http://{HOST}:{port}/ (dopo {seconds:.1f} s). Si ferma con Ctrl+C.")
    users = summary.get("demo_users")
    if isinstance(users, list) and users:
        say(f"\nUtenti di prova: {', '.join(users)}")
        say(f"Password di tutti: {summary['demo_password']}\n")
    elif summary.get("nobody"):
        say("\nNessuno può ancora entrare. Per il primo amministratore, in un altro terminale:")
        say(f"{FIRST_ADMINISTRATOR} --origin http://{HOST}:{port}\n")

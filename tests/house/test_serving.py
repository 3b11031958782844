"""`run` looks after its two children: all end together, whatever ends first."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from tests.architecture.rules import ROOT
from tools.serve import CHILD_DIED

pytestmark = pytest.mark.slow

SERVE = """
import os, sys
from tools import serve
server = [sys.executable, "-m", "http.server", sys.argv[1], "--bind", serve.HOST]
announce = lambda: serve._announce(int(sys.argv[1]), {}, 0)
sys.exit(serve._serve(server, sys.argv[2:], dict(os.environ), port=int(sys.argv[1]), announce=announce))
"""
PATIENT = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(port, worker):
    command = [sys.executable, "-c", SERVE, str(port), *worker]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def wait_until(port, *, answering):
    for _ in range(200):
        with socket.socket() as probe:
            if (probe.connect_ex(("127.0.0.1", port)) == 0) is answering:
                return
        time.sleep(0.05)
    pytest.fail(f"After ten seconds the server {'does not answer' if answering else 'still answers'}.")


def announced(process):
    return any("risponde su" in line for line in process.stdout)


def test_it_announces_the_address_and_ends_cleanly_when_asked(port):
    with start(port, PATIENT) as process:
        assert announced(process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    wait_until(port, answering=False)


def test_when_the_worker_dies_the_server_is_stopped_and_the_exit_code_says_so(port):
    with start(port, [sys.executable, "-c", "import time; time.sleep(1); raise SystemExit(7)"]) as process:
        output, _ = process.communicate(timeout=20)
    assert process.returncode == CHILD_DIED
    assert "«worker» (codice 7)" in output
    wait_until(port, answering=False)


def test_when_it_is_killed_its_children_do_not_stay_behind(port):
    with start(port, PATIENT) as process:
        assert announced(process)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(20)
        wait_until(port, answering=False)

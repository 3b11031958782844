"""The two sites that are compared: how each is made from nothing, started as `run` starts it, and watched."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psutil

from bench.browser import HOST, Browser, Fields
from tools import serve
from tools.environment import ensure_keys
from tools.paths import PYTHON, ROOT, child_environment
from tools.terminal import Stop

SECONDS_TO_ANSWER = 60
PORT = 8190


@dataclass(frozen=True)
class Site:
    """A program, its data folder, and the environment of its processes."""

    name: str
    settings: str
    wsgi: str
    commands: str
    folder: Path
    port: int

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of an installation that the shell may speak of; compiled modules kept, as on any machine."""
        made = {name: value for name, value in child_environment().items() if not name.startswith("RACCORDO_")}
        made.pop("PYTHONDONTWRITEBYTECODE", None)
        return made | {
            "PYTHONPYCACHEPREFIX": str(self.folder.parent / "bytecode"),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": self.settings,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
            "RACCORDO_DATA": str(self.folder),
            "YARDSTICK_DATABASE": str(self.folder / "yardstick.sqlite3"),
        }

    def command(self, *words: str, given: str = "") -> Any:
        """Run one of the site's own bench commands in a process of its own; the last line it prints is JSON."""
        done = subprocess.run(
            [str(PYTHON), "-m", self.commands, *words],
            env=self.environment, cwd=ROOT, input=given, stdout=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise Stop(f"Non è riuscito: python -m {self.commands} {' '.join(words)}")
        lines = done.stdout.strip().splitlines()
        return json.loads(lines[-1]) if lines else None

    def copy(self, folder: Path, port: int) -> "Site":
        """The same site on a copy of its data."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder, port=port)

    def server_command(self) -> list[str]:
        """The very command of `run`, with the site's program in place of ours."""
        return [*serve.server_command(self.port, "")[:-1], self.wsgi]


class Server:
    """A site that answers. `cpu` and `memory` are those of the whole process tree."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.process = subprocess.Popen(site.server_command(), env=site.environment, cwd=ROOT, start_new_session=True)
        self.root = psutil.Process(self.process.pid)

    def wait(self, path: str = "/") -> None:
        """Until a page comes back."""
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError, http.client.HTTPException):
                Browser(self.site.port).get(path)
                return
            time.sleep(0.02)
        raise Stop(f"{self.site.name} non risponde su http://{HOST}:{self.site.port}/.")

    def tree(self) -> list[psutil.Process]:
        return [self.root, *self.root.children(recursive=True)]

    def cpu(self) -> float:
        """Milliseconds of processor used so far."""
        return 1000 * sum(times.user + times.system for times in (process.cpu_times() for process in self.tree()))

    def memory(self) -> float:
        """Megabytes, each shared page divided among those who share it (PSS)."""
        return sum(process.memory_full_info().pss for process in self.tree()) / 1_000_000

    def stop(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextlib.contextmanager
def serving(*sites: Site) -> Iterator[list[Server]]:
    """Every site served at once, each on its port, until the block ends."""
    servers = [Server(site) for site in sites]
    try:
        for server in servers:
            server.wait()
        yield servers
    finally:
        for server in servers:
            server.stop()


def make_product(folder: Path) -> Site:
    """Our program with its demo year, as `run` makes it on an empty machine."""
    name = "raccordo.config"
    site = Site("product", f"{name}.settings", f"{name}.wsgi:application", "bench.product", folder, PORT)
    if not (folder / "raccordo.sqlite3").exists():
        folder.mkdir(parents=True, exist_ok=True)
        ensure_keys(site.environment)
        serve.prepare(site.environment, demo=True)
    return site


def make_yardstick(folder: Path, rows: int) -> Site:
    """The small Django site with as many accesses."""
    site = Site(
        "yardstick",
        "bench.yardstick.settings",
        "bench.yardstick.wsgi:application",
        "bench.yardstick",
        folder,
        PORT + 1,
    )
    if not (folder / "yardstick.sqlite3").exists():
        folder.mkdir(parents=True, exist_ok=True)
        site.command(str(rows))
    return site


def yardstick_browser(port: int) -> Browser:
    """Somebody with a session and a form open."""
    browser = Browser(port)
    browser.get("/sessione/", expect=302)
    browser.get("/accessi/nuovo/")
    return browser


YARDSTICK_FORM: Fields = [
    ("site", "1"), ("day", "2026-10-20"), ("channel", "PERS"), ("visitor", "MADRE"), ("phase", "INF"),
    ("outcome", "E1"), ("first_need", "GEN"), ("second_need", "INF"),
]  # fmt: skip

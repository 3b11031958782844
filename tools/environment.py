"""The virtual environment in .venv: filled from a lock with hashes, and again only when the lock changed."""

import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.paths import LOCKS, PYTHON, ROOT, VENV, this_python
from tools.terminal import Stop, say, step

STAMP = VENV / "raccordo-locks.json"
KEYS = ("django", "fields", "trail")  # as in raccordo.kernel.keys, which a test compares


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold `folder` while working in it, so that two starts at once do not collide; the second one waits."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Un altro avvio sta lavorando qui: attendo che finisca …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def ensure_environment(lock: str) -> None:
    """Leave .venv holding what the lock `lock` ("run" or "test") asks for; nothing to do when it already does."""
    if _installed(lock):
        return
    with alone_in(ROOT):
        if _installed(lock):
            return
        uv = shutil.which("uv")
        with step(1, 2, "Ambiente Python in .venv"):
            _make_environment(uv)
        with step(2, 2, "Librerie, ciascuna con la sua impronta"):
            _install(uv, LOCKS[lock])
        _write_stamp(lock)


def _fingerprint(lock: str) -> str:
    return hashlib.sha256(LOCKS[lock].read_bytes()).hexdigest()


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def _installed(lock: str) -> bool:
    return PYTHON.exists() and _stamp().get(lock) == _fingerprint(lock)


def _write_stamp(lock: str) -> None:
    """The test lock holds everything of the other one too, with the same versions (a test says so)."""
    names = ["run", "test"] if lock == "test" else ["run"]
    kept = {name: value for name, value in _stamp().items() if name == "test"}
    STAMP.write_text(json.dumps(kept | {name: _fingerprint(name) for name in names}))


def _make_environment(uv: str | None) -> None:
    usable = PYTHON.exists() and (uv or list(VENV.glob("lib/python3.*/site-packages/pip")))
    if usable and _answers([str(PYTHON), "-c", "pass"]):
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    if uv:
        _quietly([uv, "venv", "--python", this_python(), str(VENV)])
        return
    _ensure_venv_module()
    _quietly([this_python(), "-m", "venv", str(VENV)])


def _ensure_venv_module() -> None:
    """Debian and Ubuntu ship Python without ensurepip: install it when we may, else say which line does."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = venv_package()
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Stop(f"Manca il modulo venv di Python. Da amministratore:\n\napt-get install -y {package}")
    apt_install([package])


def venv_package() -> str:
    """The Debian package with ensurepip for the Python that is running."""
    default = Path("/usr/bin/python3").resolve()
    if Path(this_python()).resolve() == default:
        return "python3-venv"
    return f"python3.{sys.version_info.minor}-venv"


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages, refreshing the lists only when the first try did not find them."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if _answers(command, environment):
        return
    _answers(["apt-get", "update"], environment)
    _quietly(command, environment)


def _install(uv: str | None, lock: Path) -> None:
    if uv:
        _quietly([uv, "pip", "install", "--python", str(PYTHON), "--require-hashes", "-r", str(lock)])
    else:
        pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-compile"]
        _quietly([*pip, "--require-hashes", "-r", str(lock)])
    for packages in VENV.glob("lib/python3.*/site-packages"):
        (packages / "raccordo-sources.pth").write_text(f"{ROOT / 'src'}\n")


def _answers(command: list[str], environment: dict[str, str] | None = None) -> bool:
    return subprocess.run(command, capture_output=True, env=environment, check=False).returncode == 0


def _quietly(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run without a word; when it fails, show the end of what it said."""
    result = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, check=False
    )
    if result.returncode != 0:
        last_lines = "\n".join(result.stdout.splitlines()[-25:])
        raise Stop(f"Non è riuscito: {' '.join(command)}\n\n{last_lines}")


def ensure_keys(environment: dict[str, str]) -> None:
    """Make the secrets once. A database without its keys is a mistake to repair, not a reason to make new ones."""
    data = Path(environment["RACCORDO_DATA"])
    missing = [name for name in KEYS if not _has_key(name, environment, data)]
    if not missing:
        return
    if (data / "raccordo.sqlite3").exists():
        names = ", ".join(missing)
        raise Stop(
            f"In {data} c’è la banca dati senza le sue chiavi ({names}): rimetti al suo posto la cartella keys."
        )
    _quietly([str(PYTHON), "-c", "from raccordo.kernel.keys import ensure_keys; ensure_keys()"], environment)


def _has_key(name: str, environment: dict[str, str], data: Path) -> bool:
    variable = f"RACCORDO_{name.upper()}_KEY"
    return (
        bool(environment.get(variable) or environment.get(f"{variable}_FILE"))
        or (data / "keys" / f"{name}.key").exists()
    )

"""`check` and `test`: the same static part, then the tests; the first thing that is wrong stops it."""

import ctypes.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.environment import apt_install, ensure_environment
from tools.paths import PYTHON, ROOT, VENV, test_environment
from tools.postgres import postgresql
from tools.terminal import Stop, say, step

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_PACKAGES = ("chromium", "libatomic1", "fonts-noto-core")
FAST = "not journey and not slow"
SOURCES = ("src", "tests", "tools", "bench")

Environment = dict[str, str]


def check() -> int:
    """What is worth running before every commit, in under two minutes: no browser, no server, SQLite only."""
    ensure_environment("test")
    with _test_home() as environment:
        static = _static_checks()
        _run_static(static, environment, total=len(static) + 1)
        say(f"[{len(static) + 1}/{len(static) + 1}] Prove veloci su SQLite")
        return _pytest(["-m", FAST], environment)


def test(*, databases: Sequence[str], arguments: Sequence[str]) -> int:
    """Everything that CI runs. With pytest arguments, only those tests, on the databases asked for."""
    ensure_environment("test")
    browser = find_chromium()
    with _test_home() as environment:
        if not arguments:
            static = _static_checks()
            _run_static(static, environment, total=len(static))
        for database in databases:
            say(f"\nProve su {'PostgreSQL' if database == 'postgresql' else 'SQLite'}")
            code = _test_on(database, environment | {"CHROMIUM": browser}, arguments)
            if code != 0:
                return code
    return 0


def find_chromium() -> str:
    """The browser of the journeys: $CHROMIUM, else the machine's own, else (as root, on Debian) installed now."""
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    found = _chromium_here()
    if may_install and (found is None or not ctypes.util.find_library("atomic")):  # Playwright's own Node needs it
        with step(1, 1, "Chromium per le prove nel browser"):
            apt_install(BROWSER_PACKAGES if found is None else BROWSER_PACKAGES[1:])
        found = _chromium_here()
    if found is not None:
        return found
    raise Stop(
        f"Le prove hanno bisogno di un browser. Da amministratore:\n\napt-get install -y {' '.join(BROWSER_PACKAGES)}"
    )


def _chromium_here() -> str | None:
    names = (os.environ.get("CHROMIUM") or "", *CHROMIUM_NAMES)
    return next((found for name in names if name and (found := shutil.which(name))), None)


@contextmanager
def _test_home() -> Iterator[Environment]:
    with tempfile.TemporaryDirectory(prefix="raccordo-tests-") as folder:
        yield test_environment(Path(folder))


def _test_on(database: str, environment: Environment, arguments: Sequence[str]) -> int:
    if database == "sqlite":
        return _pytest(arguments, environment)
    with postgresql() as url:
        return _pytest(arguments, environment | {"RACCORDO_TEST_DATABASE": "postgresql", "DATABASE_URL": url})


def _pytest(arguments: Sequence[str], environment: Environment) -> int:
    """In parallel; journeys and other tests that share the machine are one group, hence one after the other."""
    command = [str(PYTHON), "-m", "pytest", "-n", str(os.cpu_count() or 1), "--dist", "loadgroup", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={"RACCORDO_TEST_DATABASE": "sqlite"} | environment, check=False
    ).returncode


def _static_checks() -> list[tuple[str, list[str]]]:
    python = str(PYTHON)
    folders = ["raccordo", *(name for name in SOURCES if (ROOT / name).exists())]
    templates = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "src").rglob("templates/**/*.html"))]
    return [
        (
            "Regole di scrittura (ruff)",
            [python, "-m", "ruff", "check", "--quiet", "--output-format", "concise", *folders],
        ),
        ("Impaginazione (ruff)", [python, "-m", "ruff", "format", "--check", "--quiet", *folders]),
        ("Modelli di pagina (djade)", [str(VENV / "bin" / "djade"), "--check", "--target-version", "5.2", *templates]),
        (
            "Piani e direzioni (import-linter)",
            [python, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        ),
        ("Tipi (mypy --strict)", [python, "-m", "mypy"]),
        ("Migrazioni mancanti", [python, "-m", "raccordo.config", "makemigrations", "--check", "--dry-run"]),
    ]


def _run_static(checks: Sequence[tuple[str, list[str]]], environment: Environment, *, total: int) -> None:
    for number, (title, command) in enumerate(checks, start=1):
        with step(number, total, title):
            result = subprocess.run(
                command,
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        if result.returncode != 0:
            raise Stop(f"{result.stdout}\nDa correggere: {title}.")

"""What an installation needs before it can serve a page; each step knows whether there is anything to do."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from raccordo.accounts.models import User
from raccordo.kernel.demo import demo_password
from raccordo.network.models import Network

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "src" / "raccordo"
NETWORK_FILE = ROOT / "networks" / "hug2.yaml"


@dataclass(frozen=True)
class Step:
    """One thing to do, its title as the person at the terminal reads it, and whether it is needed."""

    title: str
    needed: Callable[[], bool]
    do: Callable[[], None]


def steps(*, demo: bool) -> list[Step]:
    """In the order in which they must happen; a later one is asked whether it is needed only when its turn comes."""
    always = [
        Step("Traduzioni", lambda: bool(stale_translations()), compile_translations),
        Step("Banca dati: tabelle", tables_missing, make_tables),
        Step("Fogli di stile, caratteri, icone", static_files_stale, collect_static_files),
        Step(f"Rete dal file networks/{NETWORK_FILE.name}", lambda: not Network.objects.exists(), apply_network),
    ]
    return (
        [*always, Step("Anno di prova (circa 700 accessi)", lambda: not User.objects.exists(), load_demo)]
        if demo and settings.DEMO_ALLOWED
        else always
    )


def require_no_public_demo() -> None:
    """Raises CommandError where demo users, whose password everybody knows, could be reached from elsewhere."""
    if not settings.DEMO_ALLOWED and User.objects.filter(is_demo=True).exists():
        raise CommandError(
            "La banca dati contiene persone di prova, di cui tutti sanno la password, e questa installazione risponde "
            "ad altri: comincia da una banca dati vuota."
        )


def summary() -> dict[str, object]:
    """What `./raccordo run` announces: the demo users and their password, or that nobody can get in yet."""
    users = list(User.objects.filter(is_demo=True).order_by("username").values_list("username", flat=True))
    if users:
        return {"demo_users": users, "demo_password": demo_password()}
    return {} if User.objects.exists() else {"nobody": True}


def tables_missing() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def make_tables() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def stale_translations() -> list[Path]:
    """The .po files whose .mo is missing or older."""
    files = sorted(SOURCES.rglob("locale/*/LC_MESSAGES/*.po"))
    return [file for file in files if not file.with_suffix(".mo").exists() or _older(file.with_suffix(".mo"), file)]


def compile_translations() -> None:
    """Without gettext's msgfmt, which a fresh machine does not have."""
    for file in stale_translations():
        polib.pofile(str(file)).save_as_mofile(str(file.with_suffix(".mo")))


def _older(made: Path, source: Path) -> bool:
    return made.stat().st_mtime < source.stat().st_mtime


def static_files_stale() -> bool:
    stamp = _static_stamp()
    return not stamp.exists() or stamp.read_text() != _static_fingerprint()


def collect_static_files() -> None:
    """Files of former versions stay: pages that are open in a browser still ask for them by their hashed name."""
    call_command("collectstatic", verbosity=0, interactive=False)
    _static_stamp().write_text(_static_fingerprint())


def _static_stamp() -> Path:
    return Path(settings.STATIC_ROOT).with_suffix(".stamp")


def _static_fingerprint() -> str:
    """Of all that decides what is collected: our files, the templates (for the classes in use), the libraries."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for file in _static_sources():
        digest.update(str(file.relative_to(SOURCES)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _static_sources() -> Iterator[Path]:
    for pattern in ("*/static/**/*", "*/templates/**/*", "ui/**/*.py"):
        yield from sorted(path for path in SOURCES.glob(pattern) if path.is_file())


def apply_network() -> None:
    call_command("network_apply", str(NETWORK_FILE), stdout=StringIO())


def load_demo() -> None:
    """In one transaction: a demo that was interrupted is tried again at the next start."""
    call_command("demo", stdout=StringIO())

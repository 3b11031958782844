"""Settings from the environment. Each variable has a line in docs/operations.md; a test compares."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit


def env_text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def env_bool(name: str, default: bool = False) -> bool:
    """True for 1, true, yes, on (any case); anything else that is not empty is an error, not a silent False."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ValueError(f"{name} must be 1 or 0, not {value!r}.")


def env_int(name: str, default: int) -> int:
    value = os.environ.get(name, "").strip()
    return int(value) if value else default


def env_list(name: str, default: list[str]) -> list[str]:
    """Comma-separated values, blanks dropped."""
    value = os.environ.get(name)
    return default if value is None else [item.strip() for item in value.split(",") if item.strip()]


def data_directory() -> Path:
    """`$RACCORDO_DATA`, by default `./var` beside the program: database, keys, collected static files."""
    return Path(env_text("RACCORDO_DATA") or Path(__file__).resolve().parents[3] / "var").absolute()


# What was measured to lose nothing and lock nobody out: docs/adr, and docs/dependencies.md on SQLite.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def database_settings(url: str, data: Path) -> dict[str, object]:
    """Django's settings for `sqlite:///path` or `postgresql://user:password@host:port/name`.

    Empty means SQLite in `data`.
    """
    if not url:
        url = f"sqlite:///{data / 'raccordo.sqlite3'}"
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]),
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": None,
        }
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": _socket_or_host(parts.query, parts.hostname),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ValueError(f"DATABASE_URL must begin with sqlite:/// or postgresql://, not {parts.scheme!r}.")


def _socket_or_host(query: str, host: str | None) -> str:
    """`?host=/var/run/postgresql` names a socket folder, as libpq does."""
    for item in query.split("&"):
        name, _, value = item.partition("=")
        if name == "host":
            return unquote(value)
    return unquote(host or "")

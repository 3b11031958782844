"""The installation's secrets: from the environment, else from files outside the database.

`django` signs sessions and forms, `fields` encrypts columns, `trail` seals the audit chain. Losing `fields` loses
the encrypted columns for good; losing `trail` loses the proof that the trail was not rewritten. Neither belongs in
a database backup.
"""

import secrets
from pathlib import Path
from typing import Literal

from raccordo.kernel.env import data_directory, env_text

KeyName = Literal["django", "fields", "trail"]
NAMES: tuple[KeyName, ...] = ("django", "fields", "trail")


class MissingKey(RuntimeError):
    """A secret is neither in the environment nor in the data directory."""


def _path(name: KeyName) -> Path:
    return data_directory() / "keys" / f"{name}.key"


def secret(name: KeyName) -> bytes:
    """The secret `name`: `RACCORDO_<NAME>_KEY`, or the file in `RACCORDO_<NAME>_KEY_FILE`, or keys/<name>.key of
    the data directory.

    Raises MissingKey with the sentence for the administrator.
    """
    variable = f"RACCORDO_{name.upper()}_KEY"
    if value := env_text(variable):
        return value.encode()
    path = Path(env_text(f"{variable}_FILE") or _path(name))
    try:
        return path.read_bytes().strip()
    except FileNotFoundError:
        raise MissingKey(f"Manca la chiave «{name}»: imposta {variable} oppure crea il file {path}.") from None


def ensure_keys() -> list[KeyName]:
    """Make the files of the secrets that are nowhere yet (mode 0600); returns their names."""
    made: list[KeyName] = []
    for name in NAMES:
        try:
            secret(name)
        except MissingKey:
            path = _path(name)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
            path.write_text(secrets.token_urlsafe(48))
            made.append(name)
    return made

"""The password of the demo users: from the environment, else made once and kept in the data directory."""

import secrets

from raccordo.kernel.env import data_directory, env_text


def demo_password() -> str:
    """`$RACCORDO_DEMO_PASSWORD`, else the one in demo-password.txt, made (mode 0600) at the first call."""
    if given := env_text("RACCORDO_DEMO_PASSWORD"):
        return given
    path = data_directory() / "demo-password.txt"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(f"{secrets.token_hex(3)}-{secrets.token_hex(3)}-{secrets.token_hex(2)}")
    return path.read_text().strip()

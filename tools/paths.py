"""Where things are."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": ROOT / "requirements.txt", "test": ROOT / "requirements-test.txt"}


def data_directory() -> Path:
    """`$RACCORDO_DATA`, by default `./var`; made when it is not there."""
    path = Path(os.environ.get("RACCORDO_DATA") or ROOT / "var").absolute()
    path.mkdir(mode=0o750, parents=True, exist_ok=True)
    return path


def child_environment() -> dict[str, str]:
    """The environment of every process that works on the installation."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "raccordo.config.settings",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
        "RACCORDO_DATA": str(data_directory()),
    }


def test_environment(home: Path) -> dict[str, str]:
    """The environment of checks and tests: nothing of the installation, everything that they make in `home`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        "PYTHONUNBUFFERED": "1",
        "RACCORDO_TEST_HOME": str(home),
        "DATABASE_URL": "",
    }


def this_python() -> str:
    return sys.executable or "python3"

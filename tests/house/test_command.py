"""`./raccordo` before anything is installed: only the standard library, sentences instead of tracebacks."""

import ast
import os
import subprocess
import sys

import pytest

from raccordo.kernel import keys
from tests.architecture.rules import ROOT
from tools import checks, environment, postgres, serve
from tools.command import main
from tools.terminal import Stop

COMMANDS = ("run", "test", "check", "manage", "bench")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_help(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"./raccordo {command}" in capsys.readouterr().out


def test_it_starts_with_a_bare_python():
    """-I and -S: no environment, no site-packages."""
    result = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "raccordo"), "--help"], capture_output=True, text=True, check=True
    )
    assert all(command in result.stdout for command in COMMANDS)


def test_it_imports_only_the_standard_library():
    foreign = set()
    for path in [ROOT / "raccordo", *(ROOT / "tools").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign |= {name for name in names if name.split(".")[0] not in sys.stdlib_module_names | {"tools"}}
    assert foreign == set()


def test_a_word_too_many_is_an_error(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["run", "--colour"])
    assert ended.value.code == 2


def test_an_occupied_port_is_a_sentence(capsys):
    with serve.socket.socket() as taken:
        taken.bind((serve.HOST, 0))
        taken.listen()
        assert main(["run", "--port", str(taken.getsockname()[1])]) == 1
    assert "già occupata" in capsys.readouterr().out


def test_without_venv_and_without_rights_it_prints_the_line_and_stops(monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(environment.os, "geteuid", lambda: 1000)
    with pytest.raises(Stop, match=r"(?m)^apt-get install -y python3(\.\d+)?-venv$"):
        environment._ensure_venv_module()


def test_without_venv_the_administrator_gets_it_installed(monkeypatch):
    asked = []
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(environment.os, "geteuid", lambda: 0)
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(environment, "apt_install", asked.append)
    environment._ensure_venv_module()
    assert asked == [[environment.venv_package()]]


def test_a_missing_browser_is_a_sentence_not_a_skip(monkeypatch):
    monkeypatch.setattr(checks.shutil, "which", lambda name: None)
    monkeypatch.setattr(checks.os, "geteuid", lambda: 1000)
    with pytest.raises(Stop, match="apt-get install -y chromium"):
        checks.find_chromium()


def test_the_administrator_gets_the_browser_installed(monkeypatch):
    asked = []
    monkeypatch.setattr(checks.os, "geteuid", lambda: 0)
    monkeypatch.setattr(checks, "_chromium_here", lambda: "/usr/bin/chromium" if asked else None)
    monkeypatch.setattr(checks, "apt_install", asked.append)
    monkeypatch.setattr(checks.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert checks.find_chromium() == "/usr/bin/chromium"
    assert "chromium" in asked[0]


def test_a_missing_database_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(postgres, "VENV", tmp_path)
    monkeypatch.setattr(postgres, "LOCAL", tmp_path)
    with pytest.raises(Stop, match="PostgreSQL"):
        postgres.find_programs()


def test_the_environment_is_filled_again_only_when_the_lock_changed(monkeypatch, tmp_path):
    lock, stamp, python = tmp_path / "lock.txt", tmp_path / "stamp.json", tmp_path / "python"
    lock.write_text("one")
    python.touch()
    monkeypatch.setattr(environment, "LOCKS", {"run": lock, "test": lock})
    monkeypatch.setattr(environment, "STAMP", stamp)
    monkeypatch.setattr(environment, "PYTHON", python)
    assert not environment._installed("run")
    environment._write_stamp("test")
    assert environment._installed("run")
    lock.write_text("two")
    assert not environment._installed("run")


def test_a_database_without_its_keys_does_not_get_new_ones(tmp_path):
    (tmp_path / "raccordo.sqlite3").touch()
    with pytest.raises(Stop, match="django, fields, trail"):
        environment.ensure_keys({"RACCORDO_DATA": str(tmp_path)})
    assert not (tmp_path / "keys").exists()


def test_keys_from_the_environment_are_enough(tmp_path):
    given = {f"RACCORDO_{name.upper()}_KEY": "x" for name in environment.KEYS}
    environment.ensure_keys({"RACCORDO_DATA": str(tmp_path)} | given)
    assert list(tmp_path.iterdir()) == []


def test_the_script_and_the_program_know_the_same_keys():
    assert environment.KEYS == keys.NAMES


def test_sqlite_gets_one_thread_per_process_and_postgresql_more():
    def threads(url):
        command = serve.server_command(8000, url)
        return int(command[command.index("--blocking-threads") + 1])

    assert threads("") == threads("sqlite:////x") == 1
    assert threads("postgresql://a@b/c") > 1


def test_the_makefile_has_two_lines():
    assert len((ROOT / "Makefile").read_text().splitlines()) == 2


def test_ci_runs_the_test_command():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "exec ./raccordo test" in script.read_text()

"""Documents that a machine can check: links lead somewhere, and what code knows is written down."""

import re
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.architecture import rules

ROOT = rules.ROOT
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=rules.name)
def test_links_lead_somewhere(path):
    targets = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text()) if "://" not in link]
    assert [link for link in targets if link and not (path.parent / link).exists()] == []


def test_every_variable_of_the_environment_is_documented():
    sources = "\n".join(path.read_text() for path in rules.python_files())
    used = set(re.findall(r"env_(?:text|bool|int|list)\(\s*\"([A-Z_]+)\"", sources))
    used |= {f"RACCORDO_{name}_KEY{suffix}" for name in ("DJANGO", "FIELDS", "TRAIL") for suffix in ("", "_FILE")}
    documented = set(re.findall(r"`((?:RACCORDO|DATABASE)_[A-Z_]+)`", (ROOT / "docs" / "operations.md").read_text()))
    assert len(used) > 10
    assert used - documented == set()
    assert documented - used == {"RACCORDO_TEST_DATABASE", "RACCORDO_TEST_HOME"}


def test_every_command_is_documented():
    commands = {path.stem for path in rules.SOURCE.glob("*/management/commands/*.py") if path.stem != "__init__"}
    documented = set(re.findall(r"^\| `(\w+)", (ROOT / "docs" / "operations.md").read_text(), re.MULTILINE))
    assert commands - documented == set()


def test_every_decision_is_listed_and_numbered():
    index = (ROOT / "docs" / "index.md").read_text()
    assert [path.name for path in ADRS if f"(adr/{path.name})" not in index] == []
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


@pytest.mark.parametrize("path", ADRS, ids=rules.name)
def test_a_decision_says_when_why_and_what_follows(path):
    text = path.read_text()
    assert re.match(rf"# {path.name[:4]} · .+\n\nDate: \d{{4}}-\d\d-\d\d · Status: \w+", text)
    assert {"## Context", "## Decision", "## Consequences"} <= set(re.findall(r"^## .+$", text, re.MULTILINE))


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    names = {re.split(r"[\[~=<> ]", line)[0].lower() for line in asked}
    reasons = {name.lower() for name in re.findall(r"^\| (\w[\w.-]+) \|", _document("dependencies"), re.MULTILINE)}
    assert names == reasons - {"library"}


def _document(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text()


def test_the_readme_shows_the_two_commands_and_fits_a_screen():
    for readme in ("README.md", "README.it.md"):
        text = (ROOT / readme).read_text()
        assert "./raccordo run" in text
        assert "./raccordo test" in text
        assert len(text.splitlines()) <= 60


def test_the_licence_is_the_whole_text():
    text = (ROOT / "LICENSE").read_text()
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "13. Remote Network Interaction" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_publiccode_has_what_the_standard_requires():
    document = YAML(typ="safe", pure=True).load(ROOT / "publiccode.yml")
    required = {"name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance"}
    assert required | {"publiccodeYmlVersion", "localisation"} <= set(document)
    assert document["legal"]["license"] == "AGPL-3.0-or-later"
    for text in document["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10000
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert document["softwareVersion"] == version
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()


def test_both_locks_pin_the_same_versions():
    def pins(name):
        return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))

    runtime, test = pins("requirements.txt"), pins("requirements-test.txt")
    assert len(runtime) > 20
    assert {name: test.get(name) for name in runtime} == runtime


def test_the_protocol_is_there():
    text = (ROOT / "docs" / "protocol" / "protocollo-hug2.txt").read_text()
    assert "COSPER SCS IMPRESA SOCIALE" in text


def test_documents_name_no_machine_of_ours():
    words = re.compile("|".join(["/" + "work/", "/" + "tmp/", "local" + "host:80"]))
    paths: list[Path] = [*DOCUMENTS, *(ROOT / "tools").glob("*.py"), ROOT / "raccordo", ROOT / ".ci" / "run"]
    assert [rules.name(path) for path in paths if words.search(path.read_text())] == []

"""What every file of ours keeps to. A failure names the file and the line; docs/style.md says why."""

import subprocess

import pytest

from tests.architecture import rules

VIEWS = [*rules.python_files("*/views.py"), *rules.python_files("*/views/*.py")]
PAGES = [*VIEWS, *rules.python_files("*/forms.py"), *rules.python_files("*/filters.py")]
INSIDE = [
    path
    for layer in ("operations", "policies", "querysets", "models")
    for path in [*rules.python_files(f"*/{layer}.py"), *rules.python_files(f"*/{layer}/*.py")]
]
OWN_CLOCK = {
    "src/raccordo/audit/operations.py",  # the trail says when it wrote, whatever the caller believes
    "src/raccordo/intake/querysets.py",  # what a trainee sees ends at midnight, whoever asks
}


def where(paths, rule):
    """Every finding of a rule with its file."""
    return [f"{rules.name(path)}:{found}" for path in paths for found in rule(path.read_text())]


def test_pages_do_not_write():
    assert where(PAGES, rules.writes) == []


def test_views_read_through_visible_to():
    assert where(VIEWS, rules.doors_besides_visible_to) == []


def test_bugs_are_not_caught():
    assert where(rules.python_files(), rules.broad_excepts) == []


def test_there_are_no_signals():
    assert where(rules.python_files(), rules.signals) == []


def test_time_comes_from_outside():
    found = where(INSIDE, rules.asks_the_clock)
    assert {line.split(":")[0] for line in found} == OWN_CLOCK, "the exceptions may only become fewer"


def test_templates_hold_no_code_and_no_style():
    assert where(rules.templates(), rules.inline_code) == []


@pytest.mark.parametrize("app", sorted(path.parent.name for path in rules.SOURCE.glob("*/__init__.py")))
def test_an_app_uses_only_what_the_others_offer(app):
    joining = {"src/raccordo/config/urls.py"}  # it puts the addresses of all together
    paths = [path for path in rules.python_files(f"{app}/**/*.py") if rules.name(path) not in joining]
    assert where(paths, lambda source: rules.trespasses(app, source)) == []


def test_apps_say_what_they_are_for():
    silent = [p.parent.name for p in rules.SOURCE.glob("*/__init__.py") if not p.read_text().startswith('"""')]
    assert silent == []


def test_locks_hold_hashes_and_no_addresses():
    for lock in ("requirements.txt", "requirements-test.txt"):
        text = (rules.ROOT / lock).read_text()
        assert "://" not in text
        pins = [line for line in text.splitlines() if "==" in line and not line.lstrip().startswith("#")]
        assert len(pins) > 20
        assert text.count("--hash=sha256:") >= len(pins)


def tracked_files():
    """Git's files, or every file of ours where the project was copied without its history."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=rules.ROOT, capture_output=True, text=True, check=False)
    return [name for name in listed.stdout.split("\0") if name]


def test_no_third_party_file_is_in_the_repository():
    suspicious = (".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".otf", ".map", ".whl", ".mo")
    assert [name for name in tracked_files() if name.endswith(suspicious) or "node_modules" in name] == []


def test_a_relative_import_is_nowhere():
    assert [rules.name(path) for path in rules.python_files() if "\nfrom ." in path.read_text()] == []

"""A cap on the tail: past a limit another row or another app is hiding."""

from tests.architecture import rules
from tests.architecture.test_house_rules import VIEWS, where

TESTS = sorted((rules.ROOT / "tests").rglob("*.py"))
TOOLS = [rules.ROOT / "raccordo", *sorted((rules.ROOT / "tools").glob("*.py"))]
SCRIPTS = sorted(rules.SOURCE.glob("*/static/**/*.js"))


def too_long(paths, limit):
    sizes = {rules.name(path): len(path.read_text().splitlines()) for path in paths}
    return {name: lines for name, lines in sizes.items() if lines > limit}


def test_python_files_have_at_most_400_lines():
    assert too_long([*rules.python_files(), *TESTS, *TOOLS], 400) == {}


def test_templates_have_at_most_150_lines():
    assert too_long(rules.templates(), 150) == {}


def test_own_javascript_stays_small():
    assert too_long(SCRIPTS, 150) == {}
    assert sum(len(path.read_text().splitlines()) for path in SCRIPTS) <= 1500


def test_functions_have_at_most_50_lines():
    assert where([*rules.python_files(), *TOOLS], lambda source: rules.long_functions(source, 50)) == []


def test_views_have_at_most_30_lines():
    assert where(VIEWS, lambda source: rules.long_views(source, 30)) == []


def test_test_functions_have_at_most_40_lines():
    assert where(TESTS, lambda source: rules.long_functions(source, 40)) == []


def test_classes_have_at_most_250_lines():
    assert where([*rules.python_files(), *TOOLS], lambda source: rules.long_classes(source, 250)) == []


def test_operations_take_at_most_8_parameters():
    operations = [*rules.python_files("*/operations.py"), *rules.python_files("*/operations/*.py")]
    assert where(operations, lambda source: rules.many_parameters(source, 8)) == []

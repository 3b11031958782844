"""Every code that the program writes into the trail has its sentence, and no sentence is without a code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import raccordo
from raccordo.audit.labels import LABELS, label

SOURCE = Path(raccordo.__file__).parent


def calls_of_record() -> Iterator[tuple[str, ast.expr, dict[str, list[str]]]]:
    """Where, the first argument, and the texts that names of the module stand for."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text()
        if "raccordo.audit" not in text or path == SOURCE / "audit" / "operations.py":
            continue
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and name_of(node.func) == "record":
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node.args[0], texts(tree)


def name_of(function: ast.expr) -> str:
    return str(getattr(function, "id", getattr(function, "attr", "")))


def texts(tree: ast.Module) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                found.setdefault(target.id, []).append(node.value.value)
    return found


def codes_of(node: ast.expr, known: dict[str, list[str]]) -> list[str]:
    """The codes that an argument may be: a text, a name for texts, one of two, or a text with one of two inside."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name):
            return known.get(name, [])
        case ast.IfExp(body=one, orelse=other):
            return codes_of(one, known) + codes_of(other, known)
        case ast.FormattedValue(value=inner):
            return codes_of(inner, known)
        case ast.JoinedStr(values=parts):
            whole = [""]
            for part in parts:
                whole = [before + after for before in whole for after in codes_of(part, known)]
            return whole
    return []


CALLS = [pytest.param(node, known, id=where) for where, node, known in calls_of_record()]


@pytest.mark.parametrize(("node", "known"), CALLS)
def test_the_code_can_be_read_and_has_its_sentence(node, known):
    codes = codes_of(node, known)
    assert codes, "write the code as a text or a constant of the module, so that it can be found"
    assert [code for code in codes if code not in LABELS] == []


def test_no_sentence_is_without_a_code():
    written = {code for param in CALLS for code in codes_of(*param.values)}
    assert set(LABELS) - written == set()


@pytest.mark.parametrize("code", LABELS)
def test_codes_and_sentences_are_written_as_agreed(code):
    app, _, verb = code.split(".")
    assert (SOURCE / app).is_dir()
    assert verb == verb.lower()
    assert label(code)[0].islower()
    assert not label(code).endswith(".")


def test_an_unknown_code_is_shown_as_it_is():
    assert label("old.thing.done") == "old.thing.done"

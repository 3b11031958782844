"""Every row says what it is, and what must always hold has a name, a sentence and a test."""

import re
from functools import cache

import pytest
from django.db import models

from tests.architecture import rules
from tests.architecture.test_floors import our_models

MODELS = sorted(our_models(), key=lambda model: model._meta.label)


@cache
def all_tests():
    return "\n".join(path.read_text() for path in (rules.ROOT / "tests").rglob("test_*.py"))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_row_explains_itself(model):
    assert not model.__doc__.startswith(f"{model.__name__}("), "say in one sentence what a row is"
    assert model._meta.ordering, "say in which order rows are shown"
    assert model.__str__ is not models.Model.__str__, "say how one row is named"
    assert model._meta.verbose_name != model.__name__.lower(), "give it its Italian name"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_what_must_hold_has_a_sentence(model):
    assert model._meta.constraints, "what must always hold of such a row?"
    for constraint in model._meta.constraints:
        assert constraint.violation_error_message != constraint.default_violation_error_message, constraint.name
        assert constraint.violation_error_message.endswith("."), constraint.name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_what_must_hold_has_a_test_that_names_it(model):
    untested = [c.name for c in model._meta.constraints if not re.search(rf"\b{c.name}\b", all_tests())]
    assert untested == []


def test_sentences_are_written_once():
    sentences = [c.violation_error_message for model in MODELS for c in model._meta.constraints]
    assert sorted(sentences) == sorted(set(sentences))


def test_the_glossary_has_every_row():
    glossary = (rules.ROOT / "docs" / "glossary.md").read_text()
    assert [model.__name__ for model in MODELS if f"`{model.__name__}`" not in glossary] == []


def test_the_glossary_names_no_row_that_is_gone():
    glossary = (rules.ROOT / "docs" / "glossary.md").read_text()
    rows = glossary.split("## Other words")[0]
    named = set(re.findall(r"\| `(\w+)` \|", rows))
    assert named == {model.__name__ for model in MODELS}

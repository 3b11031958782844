"""What import-linter cannot see: foreign keys written as text, and an app that stands on no floor."""

import tomllib

from django.apps import apps

from tests.architecture import rules

CONTRACTS = tomllib.loads((rules.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS = next(contract["layers"] for contract in CONTRACTS if contract["name"] == "Apps only look down")
FLOORS = {
    app.strip().removeprefix("raccordo."): height
    for height, layer in enumerate(reversed(LAYERS))
    for app in layer.split("|")
}


def floor(model):
    return FLOORS[model.__module__.split(".")[1]]


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("raccordo.")]


def upward(links):
    """Of (from, to) pairs, those that point to a higher floor, or across on the same one to another app."""
    return [f"{a.__name__} → {b.__name__}" for a, b in links if floor(b) > floor(a)]


def test_every_app_stands_on_a_floor():
    assert {path.parent.name for path in rules.SOURCE.glob("*/__init__.py")} == set(FLOORS)


def test_foreign_keys_point_down():
    ours = set(our_models())
    links = [(m, f.related_model) for m in ours for f in m._meta.local_fields if f.related_model in ours]
    links += [(m, f.related_model) for m in ours for f in m._meta.local_many_to_many if f.related_model in ours]
    assert len(links) > 10
    assert upward(links) == []


def test_a_foreign_key_upward_would_be_seen():
    contact = apps.get_model("intake", "Contact")
    point = apps.get_model("network", "AccessPoint")
    assert upward([(contact, point)]) == []
    assert upward([(point, contact)]) == ["AccessPoint → Contact"]


def test_apps_without_rows_have_no_models():
    assert [
        m.__name__ for m in our_models() if m.__module__.split(".")[1] in {"kernel", "ui", "workspace", "config"}
    ] == []

"""Preparing an installation does what is missing, and nothing the second time."""

import json
import os

import pytest
from django.core.management import call_command

from raccordo.config import preparation
from raccordo.config.preparation import steps, summary
from raccordo.network.models import Network

pytestmark = pytest.mark.django_db

NETWORK, DEMO = "Rete dal file networks/hug2.yaml", "Anno di prova (circa 700 accessi)"


@pytest.fixture(autouse=True)
def static_files_are_there(monkeypatch):
    monkeypatch.setattr(preparation, "static_files_stale", lambda: False)


def needed(*, demo=True):
    return [step.title for step in steps(demo=demo) if step.needed()]


def test_an_empty_database_asks_for_the_network_and_the_demo():
    assert needed() == [NETWORK, DEMO]


def test_without_the_demo_only_the_network_is_asked_for():
    assert needed(demo=False) == [NETWORK]


def test_where_people_work_nothing_is_asked_for(anna):
    assert needed() == []


def test_it_says_each_step_to_the_program_that_calls_it(capsys):
    call_command("prepare", no_demo=True, json=True)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"begins": NETWORK, "number": 4, "total": 4}, {"ends": NETWORK}, {"summary": {"nobody": True}}]
    assert Network.objects.get().code == "hug-2"


def test_the_second_time_it_does_nothing(capsys):
    call_command("prepare", no_demo=True)
    assert NETWORK in capsys.readouterr().out
    call_command("prepare", no_demo=True)
    assert capsys.readouterr().out == ""


def test_demo_users_are_announced_with_their_password_and_others_are_not(anna):
    anna.is_demo = True
    anna.save()
    assert summary() == {"demo_users": [anna.username], "demo_password": os.environ["RACCORDO_DEMO_PASSWORD"]}
    anna.is_demo = False
    anna.save()
    assert summary() == {}


def test_a_translation_is_compiled_again_when_its_text_is_newer(monkeypatch, tmp_path):
    folder = tmp_path / "app" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = folder / "django.po"
    text.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Ciao"\nmsgstr "Hello"\n')
    monkeypatch.setattr(preparation, "SOURCES", tmp_path)
    assert preparation.stale_translations() == [text]
    preparation.compile_translations()
    assert preparation.stale_translations() == []
    os.utime(text, (text.stat().st_mtime + 10,) * 2)
    assert preparation.stale_translations() == [text]

"""What is served of Bootstrap Italia, and how much it weighs."""

import os
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from raccordo.ui import assets
from raccordo.ui.finders import BootstrapItaliaFinder

OWN = ("raccordo.css", "components.css", "forms.css", "public.css", "print.css")


def text(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")


def weight(*names):
    return sum(len(brotli.compress(Path(finders.find(name)).read_bytes())) for name in names)


def test_every_file_is_found_and_listed():
    listed = {path for path, _ in BootstrapItaliaFinder().list(None)}
    assert listed == {f"bootstrap-italia/{name}" for name in assets.names()}
    assert all(Path(finders.find(path)).stat().st_size for path in listed)


def test_listing_leaves_out_what_is_ignored():
    assert all(not path.endswith(".woff2") for path, _ in BootstrapItaliaFinder().list(["*.woff2"]))


@pytest.mark.parametrize("path", ["bootstrap-italia/../secret", "bootstrap-italia/js/bundle.js", "other/sprites.svg"])
def test_nothing_else_is_served(path):
    assert BootstrapItaliaFinder().find(path) == []


def test_stylesheet_holds_no_source_map_and_no_foreign_font():
    sheet = text("bootstrap-italia/bootstrap-italia.css")
    assert "sourceMappingURL" not in sheet
    assert "@font-face" not in sheet
    assert ".btn-primary{" in sheet
    assert "carousel" not in sheet


def test_stylesheets_of_a_public_page_weigh_at_most_40_kilobytes():
    assert weight("bootstrap-italia/bootstrap-italia.css") <= 30_000
    assert weight("bootstrap-italia/bootstrap-italia.css", *(f"raccordo/{name}" for name in OWN)) <= 40_000


def test_scripts_weigh_at_most_25_kilobytes():
    assert weight("raccordo/forms.js", "raccordo/choices.js", "django_htmx/htmx-2.min.js") <= 25_000


def test_sprite_holds_every_icon_that_a_template_asks_for():
    asked = set()
    for template in Path(assets.__file__).parents[1].glob("*/templates/**/*.html"):
        asked.update(re.findall(r'{% icon "([\w-]+)"', template.read_text(encoding="utf-8")))
    held = set(re.findall(r'<symbol id="([\w-]+)"', text("bootstrap-italia/sprites.svg")))
    assert asked - held == set()
    assert len(held) < 60


def test_file_is_made_again_when_a_source_is_newer(tmp_path):
    made = assets.prepare("sprites.svg", tmp_path)
    first = made.stat().st_mtime_ns
    assert assets.prepare("sprites.svg", tmp_path).stat().st_mtime_ns == first
    os.utime(made, (0, 0))
    assert assets.prepare("sprites.svg", tmp_path).stat().st_mtime_ns >= first


def test_collected_names_change_with_their_content():
    assert re.search(r"bootstrap-italia\.[0-9a-f]{12}\.css$", static("bootstrap-italia/bootstrap-italia.css"))

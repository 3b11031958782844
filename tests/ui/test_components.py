"""Parts of pages, rendered alone."""

from types import SimpleNamespace

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.template import engines
from django.template.loader import render_to_string
from lxml import html

from raccordo.ui.paging import Page, page_of
from raccordo.ui.tables import Column
from raccordo.ui.undo import success_with_undo


def rendered(source, request=None, **context):
    return engines["django"].from_string("{% load raccordo_ui %}" + source).render(context, request)


def component(name, **context):
    return html.fromstring(f"<div>{render_to_string(f'ui/components/{name}.html', context)}</div>")


def test_icon_is_decoration_unless_it_has_a_name():
    assert 'aria-hidden="true"' in rendered('{% icon "it-user" %}')
    named = rendered('{% icon "it-user" "Persona" size="sm" %}')
    assert 'role="img" aria-label="Persona"' in named
    assert "rc-icon--sm" in named


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ("{% query page=2 %}", "?point=HUB&amp;page=2"),
        ("{% query page=None point=None %}", "?"),
        ("{% query point='SP1' %}", "?point=SP1&amp;page=9"),
    ],
)
def test_query_changes_only_what_it_is_told(rf, tag, address):
    request = rf.get("/", {"point": "HUB", "page": "9"})
    assert rendered(tag, request) == address


@pytest.mark.parametrize(
    ("asked", "direction", "following"),
    [("", None, "?sort=day"), ("day", "ascending", "?sort=-day"), ("-day", "descending", "?sort=day")],
)
def test_sortable_head_says_its_direction_and_offers_the_other(rf, asked, direction, following):
    request = rf.get("/", {"sort": asked, "page": "3"} if asked else {})
    table = html.fromstring(
        render_to_string(
            "ui/components/table_head.html",
            {"columns": [Column("Giorno", "day"), Column("Ore", numeric=True)], "request": request},
        )
    )
    sortable, plain = table.xpath("//th")
    assert sortable.get("aria-sort") == direction
    assert sortable.xpath("a/@href") == [following]
    assert plain.get("class") == "rc-number"


@pytest.mark.parametrize(
    ("asked", "number", "rows", "has_next"),
    [
        (None, 1, [0, 1], True),
        ("3", 3, [4], False),
        ("0", 1, [0, 1], True),
        ("²", 1, [0, 1], True),
        ("9", 9, [], False),
    ],
)
def test_page_knows_whether_there_is_another(asked, number, rows, has_next):
    assert page_of(list(range(5)), asked, size=2) == Page(rows, number, has_next)


def test_pagination_is_silent_for_one_page():
    assert component("pagination", page=Page([1], 1, False)).xpath(".//nav") == []


def test_pagination_keeps_the_filters(rf):
    pages = component("pagination", page=Page([1], 2, True), request=rf.get("/", {"point": "HUB", "page": "2"}))
    assert pages.xpath(".//a/@href") == ["?point=HUB&page=1", "?point=HUB&page=3"]


def test_success_can_be_taken_back_by_a_post(rf):
    request = rf.get("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    success_with_undo(request, "Accesso registrato.", "/accessi/1/disfai/")
    said = component("messages", messages=get_messages(request), csrf_token="token")
    assert said.xpath(".//form/@action") == ["/accessi/1/disfai/"]
    assert said.xpath(".//form/@method") == ["post"]
    assert "Accesso registrato." in said.text_content()


def test_plain_message_has_nothing_to_take_back():
    message = SimpleNamespace(level_tag="error", extra_tags="")
    assert component("messages", messages=[message]).xpath(".//form") == []


@pytest.mark.parametrize("kind", ["good", "waiting", "bad", "quiet"])
def test_status_is_a_word_an_icon_and_a_colour(kind):
    (status,) = component("status", label="In attesa", kind=kind).find_class(f"rc-status--{kind}")
    assert status.text_content() == "In attesa"
    assert len(status.xpath("svg")) == 1


def test_figure_explains_itself():
    card = component("figure_card", label="Accessi", value="700", sentence="Uno al giorno.", why_url="/perche/")
    assert card.xpath(".//a")[0].text_content() == "Perché questo numero? Accessi"


def test_missing_detail_is_said_to_those_who_listen():
    details = component("definitions", definitions=[("Note", ""), ("Figli", 0)])
    assert [d.text_content() for d in details.xpath(".//dd")] == ["\N{EN DASH}non indicato", "0"]


def test_last_crumb_is_this_page():
    crumbs = component("breadcrumb", crumbs=[("Accessi", "/accessi/"), ("Oggi", "")])
    assert crumbs.xpath(".//a/@href") == ["/accessi/"]
    assert crumbs.xpath(".//*[@aria-current='page']")[0].text == "Oggi"

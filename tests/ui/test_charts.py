"""Charts are whole SVG documents: named, told in words, drawn to the percent, the same each time."""

import re

import pytest
from lxml import etree

from raccordo.ui import charts
from raccordo.ui.charts import Bar

BARS = [Bar("Di persona", 273), Bar("Telefono", 343, strong=True), Bar("Posta <elettronica>", 84)]
KINDS = [charts.bar_chart, charts.column_chart, charts.stacked_chart]
SVG = {"svg": "http://www.w3.org/2000/svg"}


def drawn(kind, bars=BARS, **options):
    return etree.fromstring(kind(bars, key="channels", title="Metà telefona", **options))


def widths(drawing, fill):
    return [rect.get("width") for rect in drawing.findall(f'svg:rect[@fill="{fill}"]', SVG)]


@pytest.mark.parametrize("kind", KINDS)
def test_has_a_name_and_a_description_in_words(kind):
    drawing = drawn(kind, unit="accessi")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == "channels-title channels-desc"
    assert drawing.findtext("svg:title", namespaces=SVG) == "Metà telefona"
    described = drawing.findtext("svg:desc", namespaces=SVG)
    assert described == "Di persona: 273, Telefono: 343, Posta <elettronica>: 84 (accessi)."


@pytest.mark.parametrize("kind", KINDS)
def test_needs_no_style_sheet(kind):
    text = kind(BARS, key="k", title="t")
    assert "style" not in text
    assert text == kind(BARS, key="k", title="t")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bars", [[], [Bar("Niente", 0)]])
def test_nothing_to_draw_is_still_a_drawing(kind, bars):
    drawing = drawn(kind, bars)
    assert int(drawing.get("height")) > 0
    assert "nan" not in etree.tostring(drawing).decode()


def test_longest_bar_is_whole_and_the_others_in_proportion():
    drawing = drawn(charts.bar_chart)
    assert widths(drawing, charts.ACCENT) == ["100%"]
    assert widths(drawing, charts.GREY) == ["79.59%", "24.49%"]


def test_without_a_strong_bar_all_take_the_accent():
    drawing = drawn(charts.bar_chart, [Bar("a", 1), Bar("b", 2)])
    assert widths(drawing, charts.ACCENT) == ["50%", "100%"]


def test_columns_stand_on_the_zero_line():
    columns = drawn(charts.column_chart, [Bar("gen", 5), Bar("feb", 10)]).findall("svg:rect", SVG)[:2]
    assert [float(rect.get("y")) + float(rect.get("height")) for rect in columns] == [164, 164]
    assert [rect.get("height") for rect in columns] == ["70", "140"]


def test_parts_fill_the_bar():
    parts = drawn(charts.stacked_chart).findall('svg:rect[@stroke="#fff"]', SVG)
    assert sum(float(part.get("width").rstrip("%")) for part in parts) == pytest.approx(100)


def test_long_label_breaks_between_words():
    label = "Informazioni su servizi e contributi economici del territorio"
    lines = [text.text for text in drawn(charts.bar_chart, [Bar(label, 1)]).findall("svg:text", SVG)][:-1]
    assert " ".join(lines) == label
    assert all(len(line) <= charts.LETTERS_PER_LINE for line in lines)


def test_numbers_are_italian_and_a_pdf_has_a_fixed_width():
    text = charts.bar_chart([Bar("Ore", 1234.5)], key="k", title="t", width=640)
    assert re.search(r">1\.234,5</text>", text)
    assert 'width="640"' in text

"""The process that typesets: what it gives, and what it says when it cannot."""

import pytest

from raccordo.reporting.returns.render.pdf import TEMPLATE, fonts
from raccordo.reporting.returns.render.typesetting import NotTypeset, typeset


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "page.typ"
    path.write_text(
        '#set document(title: "Prova", date: datetime(year: 2026, month: 11, day: 24))\n'
        '#set text(lang: "it")\n'
        "#sys.inputs.data"
    )
    return path


def test_gives_a_pdf_and_the_same_one_twice(template):
    first, second = (typeset(template, "Uno", fonts=fonts(), timestamp=0) for _ in range(2))
    assert first.startswith(b"%PDF-")
    assert first == second


def test_another_text_is_another_pdf(template):
    assert typeset(template, "Uno", fonts=fonts(), timestamp=0) != typeset(template, "Due", fonts=fonts(), timestamp=0)


def test_says_what_typst_did_not_understand(template):
    template.write_text("#this-does-not-exist")
    with pytest.raises(NotTypeset, match="unknown variable"):
        typeset(template, "Uno", fonts=fonts(), timestamp=0)


def test_a_return_without_its_data_is_refused():
    with pytest.raises(NotTypeset):
        typeset(TEMPLATE, "no JSON", fonts=fonts(), timestamp=0)

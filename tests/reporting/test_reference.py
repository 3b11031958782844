"""docs/reporting.md says what the indicators say."""

from pathlib import Path

from raccordo.reporting.indicators import INDICATORS
from raccordo.reporting.reference import reference

PAGE = Path(__file__).parent.parent.parent / "docs" / "reporting.md"


def test_the_page_is_made_from_the_indicators(run_command):
    assert PAGE.read_text() == reference(), "Run: ./raccordo manage indicator_reference > docs/reporting.md"
    assert run_command("indicator_reference") == reference()


def test_indicators_explain_themselves():
    for code, indicator in INDICATORS.items():
        assert indicator.code == code
        assert indicator.definition.endswith(".")
        assert not indicator.formula.endswith(".")
        assert len({each.code for each in indicator.exclusions}) == len(indicator.exclusions)
        assert all(each.sentence.endswith(".") for each in indicator.exclusions)

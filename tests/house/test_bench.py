"""What the bench prints; it measures nothing here."""

import pytest

from bench.results import Result, table
from bench.turns import in_turns, percentile


@pytest.mark.parametrize(
    ("result", "reached"),
    [
        (Result("F1", "save", "", 1.5, 1.5), True),
        (Result("F1", "save", "", 1.51, 1.5), False),
        (Result("F2", "save", "", 1.0, 3, exact=False), False),
        (Result("F3", "rate", "", 0.7, 0.7, at_least=True), True),
        (Result("F3", "rate", "", 0.69, 0.7, at_least=True), False),
        (Result("", "for comparison", "", 2.0), None),
    ],
)
def test_an_aim_is_reached_or_not(result, reached):
    assert result.reached is reached


def test_the_table_says_result_aim_and_whether_it_was_reached():
    lines = table([Result("F12", "memory", "159 beside 155 MB", 4.04, 20, "MB")]).splitlines()
    assert [cell.strip() for cell in lines[-1].strip("|").split("|")] == [
        "F12", "memory", "159 beside 155 MB", "4.04 MB", "≤ 20 MB", "✓",
    ]  # fmt: skip


def test_sides_take_turns_and_the_first_run_does_not_count():
    asked = []
    values = {"ours": iter([100, 1, 2, 3]), "theirs": iter([100, 4, 5, 6])}

    def side(name):
        def measure():
            asked.append(name)
            return next(values[name])

        return measure

    assert in_turns({name: side(name) for name in values}, 3) == {"ours": 2, "theirs": 5}
    assert asked == ["ours", "theirs", "ours", "theirs", "theirs", "ours", "ours", "theirs"]


def test_percentile_is_the_value_below_which_the_share_lies():
    values = [float(number) for number in range(100)]
    assert percentile(values, 0.5) == 50
    assert percentile(values, 0.95) == 95
    assert percentile([7.0], 0.95) == 7

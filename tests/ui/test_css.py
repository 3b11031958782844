"""The purger takes away what no page can use, and nothing else."""

import pytest

from raccordo.ui import css


@pytest.mark.parametrize(
    "rule",
    [
        "a{color:red}",
        ".btn{color:red}",
        ".btn:not(.lost){color:red}",
        ":is(.lost,.btn) a{color:red}",
        ".w-50\\%{width:50%}",
        "a[href]{color:red}",
        "@media print{.btn{color:red}}",
        "@page{margin:1cm}",
        '.btn::after{content:"}"}',
        ".btn{background:url(data:image/png;base64,AA{};)}",
    ],
)
def test_what_a_page_may_meet_stays(rule):
    assert css.purge(rule, words={"btn", "w-50%"}) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".lost{color:red}",
        ".btn .lost{color:red}",
        "#lost{color:red}",
        ".btn:is(.lost,.gone){color:red}",
        "[data-lost=true] .btn{color:red}",
        "@media print{.lost{color:red}}",
        "@supports (gap:1px){@media print{.lost{color:red}}}",
        "@keyframes lost{from{top:0}to{top:1px}}",
        "@font-face{font-family:VideoJS;src:url(x)}",
        "/* said */",
    ],
)
def test_what_no_page_meets_goes(rule):
    assert css.purge(rule, words={"btn"}) == ""


def test_of_a_list_of_selectors_only_the_lost_ones_go():
    assert css.purge(".btn,.lost,a:hover{color:red}", words={"btn"}) == ".btn,a:hover{color:red}"


def test_order_is_kept():
    rules = "a{top:0}.btn{top:1px}@media print{a{top:2px}}a{top:3px}"
    assert css.purge(rules, words={"btn"}) == rules


def test_variables_stay_while_something_reads_them():
    rules = ":root{--far:1px;--near:var(--far);--lost:var(--gone);--gone:2px;--shared:3px}a{top:var(--near)}"
    kept = css.purge(rules, words=set(), keep_variables={"--shared"})
    assert kept == ":root{--far:1px;--near:var(--far);--shared:3px}a{top:var(--near)}"


def test_animations_stay_while_something_plays_them():
    rules = "@keyframes turn{from{top:0}to{top:1px}}a{animation:turn 1s}"
    assert css.purge(rules, words=set()) == rules


def test_a_brace_that_is_never_closed_is_said():
    with pytest.raises(ValueError, match="never closed"):
        css.purge("a{color:red", words=set())


def test_unwanted_selectors_go():
    rules = ":focus:not([data-focus-mouse=true]),a:focus{top:0}"
    assert css.purge(rules, words=set(), unwanted=("data-focus-mouse",)) == "a:focus{top:0}"

"""Each rule is shown a text that breaks it, and one that does not."""

import pytest

from tests.architecture import rules

CASES = [
    (rules.writes, "Contact.objects.filter(pk=1).update(a=2)", "Contact.objects.visible_to(actor)"),
    (rules.writes, "contact.save()", "cookies.update(a=2)"),
    (rules.writes, "with transaction.atomic(): pass", "operations.void_contact(by=actor)"),
    (rules.doors_besides_visible_to, "Contact.objects.get(pk=1)", "Contact.objects.visible_to(actor).get(pk=1)"),
    (rules.doors_besides_visible_to, "Network.objects.all()", "N.objects.filter(a__in=Point.objects.published())"),
    (rules.broad_excepts, "try: pass\nexcept Exception: pass", "try: pass\nexcept ValueError: pass"),
    (rules.broad_excepts, "try: pass\nexcept (ValueError, BaseException): pass", "try: pass\nexcept Refusal: pass"),
    (rules.broad_excepts, "try: pass\nexcept: pass", "try: pass\nfinally: pass"),
    (rules.signals, "from django.db.models.signals import post_save", "import signal"),
    (rules.asks_the_clock, "on = clock.today()", "on = at.date()"),
    (rules.inline_code, "<script>alert(1)</script>", '<script src="a.js"></script>'),
    (rules.inline_code, '<p style="color:red">', '<script type="application/ld+json">{}</script>'),
    (rules.inline_code, '<a onclick="go()">', '<p class="style">'),
    (rules.inline_code, "<style>p{}</style>", "{# <style> in a comment #}"),
]


@pytest.mark.parametrize(("rule", "broken", "kept"), CASES)
def test_the_rule_sees_what_breaks_it_and_leaves_the_rest(rule, broken, kept):
    assert rule(broken)
    assert not rule(kept)


@pytest.mark.parametrize(
    "line",
    [
        "from raccordo.network.views import points",
        "from raccordo.network import forms",
        "from raccordo.network.codelists import _cache",
    ],
)
def test_an_app_does_not_reach_into_another(line):
    assert rules.trespasses("intake", line)
    assert not rules.trespasses("network", line)


def test_an_app_may_use_what_another_offers():
    assert not rules.trespasses("intake", "from raccordo.network.models import AccessPoint")


def test_sizes_are_counted_in_lines_and_parameters():
    body = "\n".join(["def page(request, a, b):", *["    a += 1"] * 5])
    assert rules.long_functions(body, 5) == ["page: 6 lines"]
    assert rules.long_views(body, 5) == ["page: 6 lines"]
    assert rules.long_functions(body, 6) == []
    assert rules.many_parameters(body, 2) == ["page: 3 parameters"]
    assert rules.long_classes("class A:\n    b = 1\n    c = 2", 2) == ["A: 3 lines"]

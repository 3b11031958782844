"""The real network: its file says what the protocol says, the check finds its contradictions and no other."""

import re

import pytest

from raccordo.network.file.checks import computed, findings_of
from raccordo.network.file.reading import read
from tests.network.files import HUG2, ROOT, changed, found_in, line_with

EXPECTED = {
    ("address_written_differently", "HUB"),
    ("ambiguous_cadence", "bimensile"),
    ("body_counted_twice", "COSPER"),
    ("body_named_briefly", "ASC"),
    ("body_named_briefly", "ATS-VALPADANA"),
    ("body_named_briefly", "SOLCO"),
    ("body_named_differently", "COSPER"),
    ("budget_without_items", "risorse"),
    ("cofunding_kind_missing", "risorse"),
    ("cofunding_margin_small", "cofinanziamento"),
    ("delegate_without_role", "Roberta Ravani"),
    ("document_not_attached", "Convenzione fra ATS Val Padana e Comune di Cremona"),
    ("doubtful_name", "Eleonara Tassi"),
    ("doubtful_name", "Paola Moda"),
    ("duration_missing", "durata"),
    ("duty_claimed_twice", "coordinamento tecnico-operativo"),
    ("duty_claimed_twice", "sistema di raccolta dei dati"),
    ("figures_differ", "Comuni dell’Ambito"),
    ("functions_differ", "SP2"),
    ("functions_differ", "SP4"),
    ("grant_over_other_limit", "ATS Brianza"),
    ("hours_shared_unclear", "SP3B-EDU"),
    ("list_heading", "3"),
    ("month_without_year", "SP2"),
    ("network_named_differently", "hug-2"),
    ("no_privacy_clause", "dati personali"),
    ("number_on_two_points", "spoke 1"),
    ("number_on_two_points", "spoke 3"),
    ("other_project_overlap", "UCIPEM"),
    ("partner_order", "6"),
    ("partner_order", "firma"),
    ("point_numbered_differently", "SP2"),
    ("point_numbered_differently", "SP4"),
    ("point_without_hours", "SP1B"),
    ("point_without_hours", "SP2"),
    ("point_without_hours", "SP3B"),
    ("point_without_hours", "SP4"),
    ("point_without_status", "SP1B"),
    ("points_without_address", "indirizzi"),
    ("points_without_contacts", "recapiti"),
    ("premises_not_valued", "HUB"),
    ("rules_without_deadline", "Tavolo"),
    ("signature_date_missing", "firma"),
    ("spokes_announced", "articolo 5"),
    ("table_without_decision_rule", "Tavolo"),
    ("table_without_deputies", "Tavolo"),
    ("table_without_quorum", "Tavolo"),
    ("targets_differ", "SP2"),
    ("targets_differ", "SP3"),
    ("weekly_hours_gap", "SP1-EDU"),
    ("wording_shortened", "debito regionale"),
}


@pytest.fixture(scope="module")
def hug2():
    return read(HUG2)


def test_the_check_finds_the_contradictions_of_the_protocol_and_no_other(hug2):
    findings = [(finding.code, finding.about) for finding in findings_of(hug2)]
    assert set(findings) == EXPECTED
    assert len(findings) == len(EXPECTED) + 1  # article 5 announces three spokes twice


def test_nothing_in_it_keeps_it_from_being_applied(hug2):
    assert [finding for finding in findings_of(hug2) if finding.blocks] == []


def test_the_sums_of_article_6_are_recomputed(hug2):
    assert computed(hug2) == [
        "Finanziamento, somma delle righe: 67.524,16 €.",
        "Cofinanziamento, somma delle righe: 30.000,00 €.",
        "Quota del finanziamento: 69,24% di 97.524,16 €; margine di cofinanziamento: 1.061,07 €.",
    ]


def test_a_wrong_sum_is_an_error_on_the_line_of_the_total():
    broken = changed('grant: "9024.16"', 'grant: "9024.61"', HUG2)
    assert ("sum_wrong", line_with(broken, "declared:")) in found_in(broken)


def test_every_contradiction_has_its_decision(hug2):
    assert [decision.number for decision in hug2.decisions] == list(range(1, 29))
    open_ones = {finding.code for finding in findings_of(hug2) if finding.decided is None}
    assert open_ones == {"cofunding_margin_small"}  # nothing to decide: money to watch


def test_no_decision_settles_what_is_not_there(hug2):
    keys = {key for finding in findings_of(hug2) for key in (finding.code, f"{finding.code}/{finding.about}")}
    assert [settled for decision in hug2.decisions for settled in decision.settles if settled not in keys] == []


def test_every_quotation_stands_in_the_protocol(hug2):
    protocol = _letters((ROOT / hug2.network.protocol).read_text(encoding="utf-8"))
    quotes = [quote.strip("_ ") for quote in re.findall(r'quote: "(.*?)"', HUG2)]
    assert len(quotes) > 20
    assert [quote for quote in quotes if _letters(quote) not in protocol] == []


def test_points_hours_and_staff_are_those_of_article_5(hug2):
    assert [point.code for point in hug2.points] == ["HUB", "SP1", "SP1B", "SP2", "SP3", "SP3B", "SP4"]
    hours = dict.fromkeys(["HUB", "SP1", "SP2", "SP3"], 0)
    for rule in hug2.opening_hours:
        hours[rule.point] += rule.weekly_hours()
    assert hours == {"HUB": 4, "SP1": 6, "SP2": 0, "SP3": 3}
    promised = {post.code: int(post.weekly_hours) for post in hug2.staffing if post.weekly_hours}
    assert promised == {"SP1-EDU": 20, "SP3B-EDU": 10}


def test_hours_from_march_are_a_draft(hug2):
    [draft] = [rule for rule in hug2.opening_hours if not rule.published]
    assert (draft.point, draft.starts.month, draft.starts.year) == ("SP2", 3, None)


def test_one_tap_is_enough_for_every_professional(hug2):
    professionals = {entry.code for entry in hug2.code_lists["TIPO_UTENTE"].entries if entry.group == "professionisti"}
    assert {default.visitor for default in hug2.desk_defaults if default.needs} == professionals


def _letters(text):
    return re.sub(r"\W+", "", text.casefold())

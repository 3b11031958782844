"""Each finding, proved on an invented network: broken by one datum it appears with its line, repaired it is gone."""

import pytest

from raccordo.network.file.checks import computed, findings_of
from raccordo.network.file.findings import SEVERITIES, Severity
from raccordo.network.file.reading import read
from tests.network.files import SERENA, changed, first_difference, found_in, line_with

LIETA = '[{text: "Cooperativa Lieta", articles: ["0", "4"]}]'
SECOND_HOURS = '"HUB", weekday: monday, opens: "14:00", closes: "16:00"'

# finding, what stands there, what breaks it, and words on the line where it must show if that is not the broken line
CASES = [
    ("spokes_announced", "spokes: 2", "spokes: 3", None),
    ("point_numbered_differently", '"Spoke 2", number: 2', '"Spoke 2", number: 7', None),
    ("number_on_two_points", 'text: "Hub"}', 'text: "Hub", number: 1}', None),
    ("functions_differ", 'functions: ["ASCO", "INFO"]', 'functions: ["ASCO"]', None),
    (
        "targets_differ",
        '["ASCO", "INFO"], targets: ["FAMIGLIE"]',
        '["ASCO", "INFO"], targets: ["OPERATORI"]',
        None,
    ),
    ("address_written_differently", "VIA LUNGA, 1", "VIA LARGA, 1", None),
    ("point_without_status", "kind: decentralised", "kind: experimental", None),
    ("points_without_contacts", '{phone: "0999 1002"}', "{}", None),
    ("points_without_address", 'street: "Piazza 3"', "street: null", None),
    ("body_named_differently", LIETA, LIETA.replace("Lieta", "Lietta"), None),
    ("body_named_briefly", LIETA, LIETA.replace("Cooperativa ", ""), None),
    (
        "network_named_differently",
        '  territory: {it: "Tre',
        '    - {text: "Valle Serena", articles: ["1"]}\n  territory: {it: "Tre',
        None,
    ),
    ("body_counted_twice", 'members: ["COOP-PRATO"]', 'members: ["COOP-LIETA"]', None),
    (
        "partner_order",
        '{article: "7", order: ["COMUNE-SERENA", "COOP-LIETA", "CONSORZIO-VALLE"]}',
        '{article: "7", order: ["COMUNE-SERENA", "CONSORZIO-VALLE", "COOP-LIETA"]}',
        None,
    ),
    ("list_heading", "heading_role: partner", "heading_role: lead", 'heading: "Partner"'),
    ("doubtful_name", '{name: "Ada Monti"}', '{name: "Ada Monti", doubtful: true, note: "Forse Monte"}', None),
    ("duty_claimed_twice", 'to: "COMUNE-SERENA", article: "4"', 'to: "COOP-LIETA", article: "4"', None),
    ("other_project_overlap", 'double_counting_rule: "Articolo 3"', "double_counting_rule: null", None),
    (
        "point_without_hours",
        '"10:00", closes: "12:00", published: true',
        '"10:00", closes: "12:00", published: false',
        '- code: "SP2B"',
    ),
    ("month_without_year", "year: 2026}", "year: null}", None),
    ("weekly_hours_gap", 'weekly_hours: "10.00"', 'weekly_hours: "24.00"', None),
    ("hours_shared_unclear", '{article: "4", also_at: ["SP2B"]}', '{article: "4", also_at: []}', None),
    ("sum_wrong", 'grant: "35000.50"', 'grant: "35000.60"', None),
    ("sum_wrong", 'cofunding: "18000.00"', 'cofunding: "17000.00"', None),
    ("sum_wrong", 'grant: "20000.50"', 'grant: "20000.60"', 'grant: "35000.50"'),
    ("budget_body_repeated", '{body: "CONSORZIO-VALLE", written', '{body: "COOP-LIETA", written', None),
    ("grant_share_exceeded", 'max_grant_percent: "70.00"', 'max_grant_percent: "60.00"', None),
    ("cofunding_margin_small", 'max_grant_percent: "70.00"', 'max_grant_percent: "67.00"', None),
    ("grant_over_other_limit", 'max_grant: "50000.00"', 'max_grant: "30000.00"', None),
    ("budget_without_items", '["Personale", "Materiali"]', "null", None),
    ("cofunding_kind_missing", "cofunding_kind: mixed", "cofunding_kind: null", None),
    ("premises_not_valued", 'value: "1200.00"', "value: null", None),
    ("ambiguous_cadence", '"bimestrale"', '"bimensile"', None),
    ("delegate_without_role", 'role: {it: "Presiede", en: "Chairs"}', "role: null", None),
    ("rules_without_deadline", '"Entro due mesi"', "null", None),
    ("table_without_quorum", '"Metà dei componenti"', "null", None),
    ("table_without_deputies", '"Un supplente per ente"', "null", None),
    ("table_without_decision_rule", '"A maggioranza"', "null", None),
    (
        "duration_missing",
        "starts_on: 2026-01-01, ends_on: 2026-12-31",
        "starts_on: 2026-01-01, ends_on: null",
        None,
    ),
    ("signature_date_missing", "signed_on: 2025-12-20", "signed_on: null", None),
    ("no_privacy_clause", 'privacy_clause: "Articolo 8"', "privacy_clause: null", None),
    ("wording_shortened", 'written: "debito informativo"', 'written: "debito"', None),
    ("document_not_attached", "attached: true", "attached: false", None),
    ("figures_differ", 'value: 3, source: "Provincia"', 'value: 4, source: "Provincia"', None),
    ("not_one_lead", "role: ally", "role: lead", None),
    ("branch_without_parent", 'parent: "SP2"', "parent: null", "kind: decentralised"),
    ("own_parent", 'parent: "SP2"', 'parent: "SP2B"', None),
    ("hours_without_point", SECOND_HOURS, SECOND_HOURS.replace('"HUB"', '"SP9"'), None),
    ("hours_without_point", SECOND_HOURS, SECOND_HOURS.replace('"HUB"', "null"), None),
    ("hours_incomplete", SECOND_HOURS, SECOND_HOURS.replace("monday", "null"), None),
    ("hours_reversed", SECOND_HOURS, SECOND_HOURS.replace("16:00", "13:00"), None),
    ("hours_overlap", SECOND_HOURS, SECOND_HOURS.replace("14:00", "11:00"), None),
    ("period_reversed", "last: 2026-06-30", "last: 2025-06-30", None),
    ("periods_overlap", "first: 2026-07-01", "first: 2026-06-30", None),
    ("staffing_impossible", "people: 2", "people: 0", None),
]


def test_a_network_without_contradictions_has_no_findings():
    assert findings_of(read(SERENA)) == []


@pytest.mark.parametrize(("code", "old", "new", "words"), CASES, ids=[f"{case[0]}-{case[2][-12:]}" for case in CASES])
def test_one_broken_datum_is_found_alone_and_on_its_line(code, old, new, words):
    broken = changed(old, new)
    line = line_with(broken, words) if words else first_difference(SERENA, broken)
    assert found_in(broken) == [(code, line)]


def test_every_finding_is_proved():
    assert {case[0] for case in CASES} == set(SEVERITIES)


def test_a_file_without_a_lead_is_said_at_its_bodies():
    broken = changed("role: lead", "role: partner")
    codes = [finding.code for finding in findings_of(read(broken))]
    assert "not_one_lead" in codes


def test_one_number_on_two_places_is_found_from_both_sides():
    broken = changed('"Spoke 2", number: 2', '"Spoke 2", number: 1')
    line = first_difference(SERENA, broken)
    assert found_in(broken) == [("number_on_two_points", line), ("point_numbered_differently", line)]


def test_case_and_punctuation_make_no_other_name():
    assert found_in(changed(LIETA, LIETA.replace("Cooperativa Lieta", "COOPERATIVA LIETA"))) == []


def test_a_margin_exactly_at_the_threshold_is_not_small():
    """2,999.79 of 18,000.00 is 16.665…%."""
    assert found_in(changed('small_margin_percent: "5.00"', 'small_margin_percent: "16.66"')) == []
    codes = [code for code, _ in found_in(changed('small_margin_percent: "5.00"', 'small_margin_percent: "16.67"'))]
    assert codes == ["cofunding_margin_small"]


def test_a_decision_stands_beside_the_finding_and_does_not_hide_it():
    decision = (
        '\ndecisions:\n  - {number: 1, articles: ["5"], settles: ["spokes_announced"], '
        'about: "Due o tre", decided: "Sono due.", why: "Si contano."}\n'
    )
    [finding] = findings_of(read(changed("spokes: 2", "spokes: 3") + decision))
    assert (finding.code, finding.decided) == ("spokes_announced", "Sono due.")


def test_a_decision_on_one_point_leaves_another_open():
    decision = (
        '\ndecisions:\n  - {number: 1, articles: ["5"], settles: ["point_without_hours/SP1"], '
        'about: "Orari", decided: "Dopo.", why: "Dopo."}\n'
    )
    broken = changed('"10:00", closes: "12:00", published: true', '"10:00", closes: "12:00", published: false')
    [finding] = findings_of(read(broken + decision))
    assert (finding.about, finding.decided) == ("SP2B", None)


def test_only_errors_block():
    [wrong] = findings_of(read(changed('grant: "35000.50"', 'grant: "35000.60"')))
    [tight] = findings_of(read(changed("spokes: 2", "spokes: 3")))
    assert (wrong.severity, wrong.blocks) == (Severity.ERROR, True)
    assert (tight.severity, tight.blocks) == (Severity.WARNING, False)


def test_sums_are_said_even_when_they_agree():
    assert computed(read(SERENA))[:2] == [
        "Finanziamento, somma delle righe: 35.000,50 €.",
        "Cofinanziamento, somma delle righe: 18.000,00 €.",
    ]

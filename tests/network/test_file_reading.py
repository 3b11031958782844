"""A file that cannot be read says the line, the column and what was expected there."""

import pytest

from raccordo.network.file.reading import Unreadable, read, read_path
from tests.network.files import SERENA, changed

FAULTS = [
    # what stands there, what breaks it, the words where the fault is placed, words of its sentence
    ("format: 1\n", "format: 1\n\tnetwork: 2\n", "\tnetwork", "non tabulazioni"),
    ("kind: hub", "kind: hub: spoke", ": spoke", "«:»"),
    ('short_name: "Valle Serena"', 'short_name: "Valle Serena', None, ""),
    (
        '  municipality: "999001"\n  protocol',
        '  municipality: "999001"\n  municipality: "999001"\n  protocol',
        None,
        "due volte",
    ),
    ("kind: hub", "kind: hub\n    kinda: hub", "kinda: hub", "(forse «kind»?)"),
    ("kind: hub", "kind: capanno", "capanno", "hub, spoke, decentralised, experimental"),
    (
        'postcode: "99001", municipality',
        "postcode: 99001, municipality",
        "99001, municipality",
        "testo fra virgolette",
    ),
    ('opens: "09:00"', "opens: 9", "9, closes", "un’ora"),
    ("people: 2", 'people: "due"', '"due"', "numero intero"),
    ("spokes: 2", "spokes: null", "null, quote", "ma è vuoto"),
    ("adopted_on: 2026-01-10", 'adopted_on: "ieri"', '"ieri"', "2026-09-30"),
    ('grant: "35000.50"', 'grant: "tanti"', '"tanti"', "importo"),
    ('grant: "35000.50"', 'grant: "35000.505"', '"35000.505"', "al massimo 2 decimali"),
    ("signed_on: 2025-12-20", "signed_by: null, signed_on: 2025-12-20", "signed_by", "article, quote, signed_on"),
    ('day: "08-16"', 'day: "16-08"', '"16-08"', "mese-giorno"),
    ('["Personale", "Materiali"]', '"Personale"', '"Personale"', "serve un elenco"),
    (
        'published: true, article: "5"}\n\nstaffing',
        'published: sì, article: "5"}\n\nstaffing',
        "sì, article",
        "true oppure false",
    ),
    ('parent: "SP2"', 'parent: "SP3"', 'parent: "SP3"', "«SP3» non è un punto"),
    (
        'body: "COOP-LIETA", written',
        'body: "COOP-LIETE", written',
        'body: "COOP-LIETE", written',
        "forse «COOP-LIETA»",
    ),
    (
        'service: "S01", outcome: "E1", phase',
        'service: "S99", outcome: "E1", phase',
        'service: "S99"',
        "lista SERVIZI",
    ),
    (
        'premises: {owner: "AMICI", article: "4"',
        'premises: {owner: "AMICI", article: "44"',
        'article: "44"',
        "un articolo",
    ),
    ('code: "TEL"', 'code: "PERS"', 'code: "PERS", it: "Telefono"', "già usato"),
    ("  MOTIVI_CORREZIONE:", "  MOTIVI_CORREZIONI:", "code_lists:", "manca la lista MOTIVI_CORREZIONE"),
]


@pytest.mark.parametrize(("old", "new", "mark", "words"), FAULTS, ids=[fault[1][:24] for fault in FAULTS])
def test_a_fault_is_placed_and_explained(old, new, mark, words):
    broken = changed(old, new)
    with pytest.raises(Unreadable) as refused:
        read(broken)
    [fault] = refused.value.faults
    assert words in fault.sentence
    if mark:
        before = broken[: broken.index(mark)]
        assert (fault.line, fault.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_a_missing_key_is_said_where_it_should_be():
    broken = changed("    kind: hub\n", "")
    with pytest.raises(Unreadable) as refused:
        read(broken)
    [fault] = refused.value.faults
    assert fault.sentence == "manca la voce «kind»"
    assert broken.splitlines()[fault.line - 1].strip() == '- code: "HUB"'


def test_all_faults_come_at_once_in_the_order_of_the_lines():
    broken = changed("spokes: 2", "spokes: null", changed("kind: hub", "kind: capanno"))
    with pytest.raises(Unreadable) as refused:
        read(broken)
    assert [fault.line for fault in refused.value.faults] == sorted(fault.line for fault in refused.value.faults)
    assert len(refused.value.faults) == 2


def test_a_decision_cannot_settle_a_finding_that_does_not_exist():
    decision = (
        '\ndecisions:\n  - {number: 1, articles: ["5"], settles: ["spoke_announced"], '
        'about: "a", decided: "b", why: "c"}\n'
    )
    with pytest.raises(Unreadable, match="forse «spokes_announced»"):
        read(SERENA + decision)


@pytest.mark.parametrize("text", ["", "- uno\n- due\n", "soltanto parole"])
def test_a_text_that_is_no_network_file_is_refused(text):
    with pytest.raises(Unreadable, match="comincia con una voce"):
        read(text)


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("format: 1\nnome: città\n".encode("latin-1"))
    with pytest.raises(Unreadable, match="riga 2, colonna 1: il file non è scritto in UTF-8"):
        read_path(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('    legal_representative: {name: "Ada Monti"}', '    legal_representative:\n      <<: {name: "Ada Monti"}'),
        ("announcements:\n", 'announcements:\n  - &detto {article: "5", spokes: 2}\n  - *detto\n'),
    ],
    ids=["merged", "twice"],
)
def test_anchors_are_refused_since_they_have_no_line_of_their_own(old, new):
    with pytest.raises(Unreadable, match="le ancore di YAML"):
        read(changed(old, new))

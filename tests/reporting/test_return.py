"""The return: the same cells in five formats, exact, reproducible, accessible."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation
from page import validate_pdf_bytes

from raccordo.intake.models import Contact
from raccordo.network.models import PointAlias, ReportingPeriod, StaffPosting
from raccordo.reporting.enums import FileFormat
from raccordo.reporting.returns.building import build
from raccordo.reporting.returns.document import cells, counts
from raccordo.reporting.returns.material import read
from raccordo.reporting.returns.render import RENDERERS
from raccordo.ui import formats
from tests.reporting.conftest import HALF_YEAR, TUESDAY
from tests.reporting.reading import from_csv, from_json, from_workbook, text_of_pdf
from tests.reporting.recount import recount

EVERY_FORMAT = pytest.mark.parametrize("file_format", list(FileFormat))
MOVED = {
    "sintesi-punti/HUB/grezzi", "sintesi-punti/HUB/I01", "sintesi-punti/HUB/I04",
    "sintesi-punti/rete/grezzi", "sintesi-punti/rete/I01", "sintesi-punti/rete/I04",
    "sintesi-enti/valle-serena-comune/grezzi", "sintesi-enti/valle-serena-comune/I01",
    "sintesi-enti/valle-serena-comune/I04", "sintesi-enti/rete/grezzi", "sintesi-enti/rete/I01",
    "sintesi-enti/rete/I04",
    "sintesi-mesi/2026-10/grezzi", "sintesi-mesi/2026-10/I01", "sintesi-mesi/2026-10/I04",
    "sintesi-mesi/rete/grezzi", "sintesi-mesi/rete/I01", "sintesi-mesi/rete/I04",
    "conteggio/inseriti/numero", "conteggio/registrati/numero", "conteggio/contati/numero",
    "accessi/HUB/registrati", "accessi/HUB/contati", "accessi/totale/registrati", "accessi/totale/contati",
    "accessi-mese/HUB/2026-10", "accessi-mese/HUB/totale", "accessi-mese/totale/2026-10", "accessi-mese/totale/totale",
    "registrati-mese/HUB/2026-10", "registrati-mese/HUB/totale",
    "registrati-mese/totale/2026-10", "registrati-mese/totale/totale",
    "accessi-enti/valle-serena-comune/registrati", "accessi-enti/valle-serena-comune/contati",
    "accessi-enti/totale/registrati", "accessi-enti/totale/contati",
    "canali/PERS/numero", "canali/totale/numero", "gruppi/cittadini/numero", "gruppi/totale/numero",
    "utenti/MADRE/numero", "utenti/totale/numero", "per-chi/FIGLI/numero", "per-chi/totale/numero",
    "fasi/INF/numero", "fasi/totale/numero", "richieste/GEN/numero", "richieste/totale/numero",
    "bisogni/GEN2/numero", "bisogni/totale/numero", "richieste-punti/HUB/richieste", "richieste-punti/HUB/accessi",
    "richieste-punti/totale/richieste", "richieste-punti/totale/accessi",
    "servizi/S01/numero", "servizi/totale/numero",
    "esiti/E7/numero", "esiti/totale/numero", "passaggi/HUB/SP1", "passaggi/HUB/totale", "passaggi/totale/SP1",
    "passaggi/totale/totale", "primi-mese/HUB/2026-10", "primi-mese/HUB/totale", "primi-mese/totale/2026-10",
    "primi-mese/totale/totale", "invianti/SPON/numero", "invianti/totale/numero",
    "qualita/HUB/registrazioni", "qualita/HUB/complete", "qualita/totale/registrazioni", "qualita/totale/complete",
}  # fmt: skip


@pytest.fixture
def period(serena):
    return ReportingPeriod.objects.get(network=serena.network)


@pytest.fixture
def a_year(a_row, serena):
    """A few contacts of each kind, at every point."""
    for number in range(12):
        a_row(
            point=("HUB", "SP1", "SP2")[number % 3],
            day=HALF_YEAR.first + timedelta(days=13 * number),
            visitor_type=("MADRE", "PADRE", "INSEG")[number % 3],
            professional=number % 3 == 2,
            needs=("GEN2", "INF")[: 1 + number % 2],
            handed="SP2" if number == 4 else "",
            seen_today=number == 5,
            voided=number == 6,
        )
    hub = serena["HUB"]
    PointAlias.objects.create(point=hub, source="articolo 5", name="=HUB")
    StaffPosting.objects.create(
        point=hub, organisation=hub.organisation, profession="Psicologa", weekly_hours=Decimal("7.50"),
        source="articolo 4", position=1,
    )  # fmt: skip


def built(period):
    return build(read(period))


def counts_in(file_format, document):
    """The counts of a document as its file says them."""
    content, wanted = RENDERERS[file_format](document), counts(document)
    if file_format == FileFormat.PDF:
        assert_in_pdf(document, text_of_pdf(content))
        return wanted
    if file_format == FileFormat.JSON:
        found = from_json(content)
    else:
        found = from_csv(content) if file_format == FileFormat.CSV else from_workbook(content, document)
    return {key: int(found[key]) for key in wanted}


@EVERY_FORMAT
def test_one_contact_moves_exactly_its_cells_by_one_and_voiding_it_moves_them_back(period, a_year, a_row, file_format):
    before = counts_in(file_format, built(period))
    contact = a_row(day=TUESDAY, needs=("GEN2",), handed="SP1")
    after = counts_in(file_format, built(period))
    assert differences(before, after) == dict.fromkeys(MOVED, 1)
    Contact.objects.filter(pk=contact.pk).update(voided_at=datetime(2026, 10, 7, tzinfo=UTC), void_reason="DOPPIO")
    undone = counts_in(file_format, built(period))
    # that a record was entered and voided stays to be read
    assert differences(before, undone) == {
        "conteggio/inseriti/numero": 1, "conteggio/annullati/numero": 1, "a-parte/annullati/numero": 1,
    }  # fmt: skip


def differences(before, after):
    assert before.keys() == after.keys()
    return {key: after[key] - before[key] for key in after if after[key] != before[key]}


def test_every_format_has_every_cell(period, a_year):
    document = built(period)
    expected = cells(document)
    numbers = {key: float(value) for key, value in expected.items() if isinstance(value, (int, Decimal))}
    files = {each: RENDERERS[each](document) for each in FileFormat}
    assert {key: value for key, value in from_json(files["json"]).items() if key in numbers} == pytest.approx(numbers)
    for each in ("xlsx", "ods"):
        found = from_workbook(files[each], document)
        assert {key: found[key] for key in numbers} == pytest.approx(numbers), each
    told = from_csv(files["csv"])
    assert told.keys() == expected.keys()
    assert {key: float(told[key].replace(",", ".")) for key in numbers} == pytest.approx(numbers)
    assert_in_pdf(document, text_of_pdf(files["pdf"]))


def assert_in_pdf(document, text):
    """Each row of counts stands in the PDF: its head, then its numbers in order."""
    flat = re.sub(r"\s+", " ", text)
    with translation.override("it"):
        for table in document.tables:
            if any(column.kind != "number" for column in table.columns):
                continue
            for row in table.rows:
                line = " ".join([row.label, *(formats.number(value) for value in row.cells)])
                assert line in flat, f"{table.key}/{row.key}"


def test_numbers_equal_a_recount_by_hand(period, a_year):
    found = cells(built(period))
    expected = recount(Contact.objects.filter(network=period.network))
    for code in ("I01", "I04", "I05", "I06", "I09", "I37"):
        assert found[f"sintesi-punti/rete/{code}"] == expected[code], code
    assert {code: found[f"canali/{code}/numero"] for code in expected["I07"]} == expected["I07"]
    assert {code: found[f"esiti/{code}/numero"] for code in expected["I12"]} == expected["I12"]
    assert found["passaggi/SP1/SP2"] == expected["I19"]["SP1", "SP2"]


@EVERY_FORMAT
def test_same_data_same_bytes(period, a_year, file_format):
    render = RENDERERS[file_format]
    assert render(built(period)) == render(built(period))


@EVERY_FORMAT
def test_an_empty_period_is_a_return_too(period, file_format):
    assert RENDERERS[file_format](built(period))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_pdf_is_accessible_and_fit_for_the_archive(period, a_year, profile):
    report = validate_pdf_bytes(RENDERERS[FileFormat.PDF](built(period)), profile=profile)
    assert report.failures == []
    assert report.is_compliant
    assert report.rules.passed > 90


def test_data_stand_at_the_last_change_and_not_at_the_clock(period, a_year):
    document = built(period)
    assert document.as_of == Contact.objects.order_by("-changed_at")[0].changed_at
    assert built(period).as_of_words == document.as_of_words


def test_it_is_italian_whatever_the_page_speaks(period, a_year):
    with translation.override("en"):
        english = RENDERERS[FileFormat.CSV](built(period))
    assert english == RENDERERS[FileFormat.CSV](built(period))


def test_other_networks_never_mix(period, a_year, a_row, costa):
    before = cells(built(period))
    a_row(place=costa)
    assert cells(built(period)) == before


def test_no_person_and_no_row_is_in_it(period, a_year, scribe):
    text = RENDERERS[FileFormat.JSON](built(period)).decode()
    assert scribe.full_name not in text
    assert not any(str(contact.pk) in text for contact in Contact.objects.all())


def test_contacts_outside_every_period_are_told_apart(period, a_year, a_row):
    a_row(day=HALF_YEAR.first - timedelta(days=3))
    assert cells(built(period))["a-parte/fuori-periodo/numero"] == 1


def test_voiding_the_only_contact_of_the_newest_day_leaves_every_figure_as_it_was(period, a_year, a_row):
    before = cells(built(period))
    a_row(day=HALF_YEAR.last, voided=True)
    after = cells(built(period))
    told = {"conteggio/inseriti/numero", "conteggio/annullati/numero", "a-parte/annullati/numero"}
    assert {key for key in after if after[key] != before[key]} == told

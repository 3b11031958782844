"""From a person at the desk to the return: registered by keyboard, counted in every file, taken back."""

import re
from decimal import Decimal
from typing import Any

from playwright.sync_api import Page, expect

from raccordo.network.models import Network, ReportingPeriod
from raccordo.reporting.returns.building import build
from raccordo.reporting.returns.document import ReturnDocument, cells, counts
from raccordo.reporting.returns.material import read
from tests.journeys.walking import accessible, go, sign_in
from tests.reporting.reading import from_csv, from_json, from_workbook, text_of_pdf

PERIOD, MONTH, BODY = "2026-S2", "2026-11", "COMUNE-CREMONA"
# a mother who expects a child asks for information, at the hub, in person, for the first time
MOVED = {
    f"{table}/{row}/{column}"
    for table, rows, columns in [
        ("sintesi-punti", ["HUB", "rete"], ["grezzi", "I01", "I04"]),
        ("sintesi-enti", [BODY, "rete"], ["grezzi", "I01", "I04"]),
        ("sintesi-mesi", [MONTH, "rete"], ["grezzi", "I01", "I04"]),
        ("conteggio", ["inseriti", "registrati", "contati"], ["numero"]),
        ("accessi", ["HUB", "totale"], ["registrati", "contati"]),
        ("accessi-mese", ["HUB", "totale"], [MONTH, "totale"]),
        ("registrati-mese", ["HUB", "totale"], [MONTH, "totale"]),
        ("accessi-enti", [BODY, "totale"], ["registrati", "contati"]),
        ("canali", ["PERS", "totale"], ["numero"]),
        ("gruppi", ["cittadini", "totale"], ["numero"]),
        ("utenti", ["MADRE", "totale"], ["numero"]),
        ("per-chi", ["FIGLI", "totale"], ["numero"]),
        ("fasi", ["GRAV", "totale"], ["numero"]),
        ("richieste", ["INF", "totale"], ["numero"]),
        ("bisogni", ["INF", "totale"], ["numero"]),
        ("richieste-punti", ["HUB", "totale"], ["richieste", "accessi"]),
        ("servizi", ["S01", "totale"], ["numero"]),
        ("esiti", ["E1", "totale"], ["numero"]),
        ("primi-mese", ["HUB", "totale"], [MONTH, "totale"]),
        ("invianti", ["non-indicato", "totale"], ["numero"]),
        ("qualita", ["HUB", "totale"], ["registrazioni", "complete"]),
    ]
    for row in rows
    for column in columns
}


def test_an_access_is_counted_in_every_file_and_taken_back(demo_year: None, page: Page) -> None:
    sign_in(page, "coordinamento")
    before, _ = files_of_the_return(page)

    sign_in(page, "operatore.hub")
    register_by_keyboard(page)
    sign_in(page, "coordinamento")
    look_at_the_numbers(page)
    after, document = files_of_the_return(page)
    for kind in ("json", "csv", "xlsx", "ods"):
        assert differences(before[kind], after[kind], counts(document)) == dict.fromkeys(MOVED, 1), kind
    assert_pdf_says(after["pdf"], document)

    sign_in(page, "operatore.hub")
    void_the_last_one(page)
    sign_in(page, "coordinamento")
    undone, document = files_of_the_return(page)
    told_apart = {"conteggio/inseriti/numero": 1, "conteggio/annullati/numero": 1, "a-parte/annullati/numero": 1}
    for kind in ("json", "csv", "xlsx", "ods"):
        assert differences(before[kind], undone[kind], counts(document)) == told_apart, kind
    assert_pdf_says(undone["pdf"], document)


def register_by_keyboard(page: Page) -> None:
    """Not one click: to the button of the frame, through the questions, Enter."""
    go(page, "/accessi/nuovo/")
    page.reload()
    keys = page.keyboard
    keys.press("Space")  # the first question has the focus: Madre
    keys.press("Tab")
    keys.press("Space")  # Attesa
    keys.press("Tab")
    keys.press("Space")  # Informazione e orientamento
    keys.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Registrato: Madre")
    accessible(page)


def look_at_the_numbers(page: Page) -> None:
    go(page, "/monitoraggio/")
    page.get_by_role("link", name=re.compile("Perché questo numero")).first.click()
    page.wait_for_url("**/perche/**")
    accessible(page)


def void_the_last_one(page: Page) -> None:
    go(page, "/accessi/")
    page.locator("table tbody a").first.click()
    page.wait_for_url(re.compile(r"/accessi/[0-9a-f-]{36}/"))
    accessible(page)
    page.get_by_role("link", name="Annulla").click()
    page.wait_for_url("**/annulla/")
    accessible(page)
    page.get_by_label("Registrato due volte").check()
    page.get_by_role("button", name=re.compile("Annulla")).click()
    page.wait_for_url(re.compile(r"/accessi/[0-9a-f-]{36}/$"))
    accessible(page)


def files_of_the_return(page: Page) -> tuple[dict[str, Any], ReturnDocument]:
    """What each file says, cell by cell, as downloaded from the page of the period."""
    go(page, "/rendiconti/")
    go(page, f"/rendiconti/{PERIOD}/")
    document = build(read(ReportingPeriod.objects.get(network=Network.objects.get(), code=PERIOD)))
    content = {kind: download(page, kind) for kind in ("pdf", "xlsx", "ods", "csv", "json")}
    return {
        "pdf": text_of_pdf(content["pdf"]),
        "xlsx": from_workbook(content["xlsx"], document),
        "ods": from_workbook(content["ods"], document),
        "csv": from_csv(content["csv"]),
        "json": from_json(content["json"]),
    }, document


def download(page: Page, kind: str) -> bytes:
    """By the link of the page, as a person does."""
    with page.expect_download() as waiting:
        page.locator(f'a[href$=".{kind}"]').click()
    return waiting.value.path().read_bytes()


def differences(before: dict[str, Any], after: dict[str, Any], counted: dict[str, Any]) -> dict[str, Decimal]:
    """For the cells that count: how much each moved."""
    moved = {key: _number(after[key]) - _number(before[key]) for key in counted}
    return {key: by for key, by in moved.items() if by}


def _number(value: Any) -> Decimal:
    return Decimal(str(value).replace(",", "."))


def assert_pdf_says(text: str, document: ReturnDocument) -> None:
    """The rows of the counts stand in the PDF with their numbers, in order."""
    flat = re.sub(r"\s+", " ", text)
    everything = cells(document)
    for table in document.tables:
        if table.key in {"accessi", "canali", "utenti", "richieste", "esiti"}:
            for row in table.rows:
                numbers = [everything[f"{table.key}/{row.key}/{column.key}"] for column in table.columns]
                if all(isinstance(number, int) for number in numbers):
                    line = " ".join([row.label, *(f"{number:,}".replace(",", ".") for number in numbers)])
                    assert line in flat, f"{table.key}/{row.key}"

"""Tables as files: read back by another program, harmless, the same bytes every time."""

import csv
import io
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from raccordo.kernel import clock
from raccordo.kernel.tables import Column, Table, csv_lines, write_csv, write_ods, write_xlsx

WRITERS = pytest.mark.parametrize("write", [write_xlsx, write_ods])
COLUMNS = [
    Column("name", "Nome"),
    Column("count", "Quanti", "number"),
    Column("hours", "Ore", "decimal"),
    Column("share", "Quota", "percent"),
    Column("day", "Giorno", "date"),
    Column("at", "Quando", "datetime"),
]
ROWS = [
    (
        "Città & <altro>",
        3,
        Decimal("12.50"),
        Decimal("0.2857"),
        date(2026, 11, 24),
        datetime(2026, 7, 1, 8, 30, tzinfo=UTC),
    ),
    ("", -2, None, 0, None, None),
]
HOSTILE = ["=1+1", "+39 0372", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x","y")']


def made(write, *tables, about=""):
    target = io.BytesIO()
    write(tables, target, about=about)
    return target.getvalue()


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


@WRITERS
def test_another_program_reads_the_same_values(write):
    [rows] = sheets(made(write, Table("Prova", COLUMNS, ROWS))).values()
    assert rows[0] == ["Nome", "Quanti", "Ore", "Quota", "Giorno", "Quando"]
    assert rows[1] == [
        "Città & <altro>",
        3,
        12.5,
        0.2857,
        date(2026, 11, 24),
        datetime.fromisoformat("2026-07-01T10:30"),
    ]
    assert rows[2] == ["", -2, "", 0, "", ""]


@WRITERS
def test_the_first_line_says_who_when_and_why_and_notes_follow(write):
    table = Table("Prova", COLUMNS[:2], [("a", 1)], notes=["Conta una persona al giorno."])
    [rows] = sheets(made(write, table, about="Scaricato da Anna")).values()
    assert [row[0] for row in rows] == ["Scaricato da Anna", "Nome", "a", "", "Conta una persona al giorno."]


@WRITERS
def test_text_that_looks_like_a_formula_stays_text(write):
    content = made(write, Table("Prova", [Column("a", "=A1")], [(text,) for text in HOSTILE], notes=["=2"]))
    [rows] = sheets(content).values()
    told = [row[0] for row in rows]
    assert all(cell.startswith("'") for cell in told if cell)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "<f>" not in text
    assert "table:formula" not in text


def test_text_that_looks_like_a_formula_stays_text_in_csv():
    rows = list(
        csv.reader(
            io.StringIO(
                made(write_csv, Table("P", [Column("a", "A")], [(t,) for t in HOSTILE])).decode("utf-8-sig"),
                newline="",
            ),
            delimiter=";",
        )
    )
    assert all(row[0].startswith("'") for row in rows[1:])


@pytest.mark.parametrize("write", [write_xlsx, write_ods, write_csv])
def test_same_rows_same_bytes(write):
    assert made(write, Table("Prova", COLUMNS, ROWS)) == made(write, Table("Prova", COLUMNS, ROWS))


@WRITERS
def test_nothing_says_who_made_it_or_when(write):
    with zipfile.ZipFile(io.BytesIO(made(write, Table("Prova", COLUMNS[:2], [("a", 1)])))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        text = "".join(archive.read(name).decode() for name in archive.namelist() if "app.xml" not in name)
    assert f"{clock.today():%Y-%m-%d}" not in text
    assert "<meta:initial-creator" not in text
    assert "<dc:creator></dc:creator>" in text or "<dc:creator/>" in text or "dc:creator" not in text


@WRITERS
def test_names_of_sheets_are_legal_and_never_twice(write):
    titles = [
        "Accessi per punto di accesso e mese: 2026/2027",
        "Accessi per punto di accesso e mese: altro",
        "'",
        "foglio",
    ]
    names = list(sheets(made(write, *(Table(title, COLUMNS[:1], [("x",)]) for title in titles))))
    assert names == [
        "Accessi per punto di accesso e m",
        "Accessi per punto di accesso (2)",
        "Foglio",
        "foglio (2)",
    ] or all(len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(titles)


@WRITERS
def test_control_characters_do_not_break_the_file(write):
    [rows] = sheets(made(write, Table("Prova", COLUMNS[:1], [("a\x00b\x0bc",)]))).values()
    assert rows[1] == ["abc"]


def test_an_empty_table_is_still_a_file():
    for write in (write_xlsx, write_ods):
        [rows] = sheets(made(write, Table("Vuota", COLUMNS[:2], []))).values()
        assert rows == [["Nome", "Quanti"]]


def test_csv_opens_with_a_double_click_in_italy():
    text = made(write_csv, Table("Prova", COLUMNS, ROWS), about="Da Anna").decode()
    assert text.splitlines()[0] == "\ufeffDa Anna"
    assert text.splitlines()[2] == "Città & <altro>;3;12,50;28,57%;2026-11-24;2026-07-01 10:30"
    assert text.splitlines()[3] == ";-2;;0,00%;;"


def test_several_tables_in_one_csv_have_their_titles():
    text = made(write_csv, Table("Uno", COLUMNS[:1], [("a",)]), Table("Due", COLUMNS[:1], [("b",)])).decode()
    assert text == "\ufeffUno\r\nNome\r\na\r\n\r\nDue\r\nNome\r\nb\r\n\r\n"


@pytest.mark.parametrize("size", [15_000])
@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_many_rows_cost_no_memory(write, size, tmp_path):
    table = Table("Molte", COLUMNS[:3], ((f"riga {number}", number, 1.5) for number in range(size)))
    tracemalloc.start()
    write([table], tmp_path / "molte")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
    [rows] = sheets((tmp_path / "molte").read_bytes()).values()
    assert (len(rows), rows[-1][0]) == (size + 1, f"riga {size - 1}")


def test_csv_leaves_in_pieces():
    pieces = list(csv_lines(Table("Molte", COLUMNS[1:2], ((number,) for number in range(2000)))))
    assert len(pieces) > 3
    assert len(b"".join(pieces).splitlines()) == 2001

"""Files: each a function of the snapshot, safe to open, and nothing in them that may not be known."""

import csv
import io
import json

import pytest
from odf.opendocument import load as load_ods
from odf.table import Table, TableCell
from openpyxl import load_workbook

from monitor.models.enums import Aard, BlokSoort, Telt
from monitor.publiceren.bestanden import FORMATEN, maak_csv, maak_ods, maak_xlsx, onschadelijk
from monitor.publiceren.samenstellen import compose
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def inhoud():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN, naam="=HYPERLINK(1)")
    make_waarneming(clienten, "2021-02", 7)
    make_waarneming(clienten, "2021-03", aard=Aard.ONBEKEND)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave, titel="Jeugd: [zorg]/hulp"), BlokSoort.TEGELS, clienten)
    return compose(uitgave)


def gelezen(inhoud):
    tekst = maak_csv(inhoud).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(tekst), delimiter=";"))


def test_csv_is_tidy_and_hides_small_counts(inhoud):
    rijen = [(r["periode"], r["waarde"], r["tekst"], r["toestand"]) for r in gelezen(inhoud)]

    assert rijen == [
        ("2021-02", "", "<10", "onderdrukt"),
        ("2021-03", "", "niet bekend", "onbekend"),
        ("2021-04", "748", "748", "getal"),
    ]


def test_csv_starts_with_a_byte_order_mark_and_has_no_formulas(inhoud):
    assert maak_csv(inhoud).startswith(b"\xef\xbb\xbfgemeente;uitgave;")
    assert gelezen(inhoud)[0]["indicator_naam"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "|"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(begin):
    assert onschadelijk(f"{begin}1+1").startswith("'")
    assert onschadelijk("-18", is_getal=True) == "-18"


@pytest.mark.parametrize("formaat", FORMATEN)
def test_same_snapshot_gives_the_same_bytes(inhoud, formaat):
    maker, _ = FORMATEN[formaat]

    assert maker(inhoud) == maker(json.loads(json.dumps(inhoud)))


def test_json_is_the_snapshot(inhoud):
    assert json.loads(FORMATEN["json"][0](inhoud)) == inhoud


def test_xlsx_has_a_sheet_a_chapter_with_typed_cells(inhoud):
    boek = load_workbook(io.BytesIO(maak_xlsx(inhoud)))
    blad = boek.worksheets[0]

    assert blad.title == "Jeugd   zorg  hulp"
    assert [c.value for c in blad[3]][1:5] == ["=HYPERLINK(1)", "april 2021", 748, "748"]
    assert blad["B3"].data_type == "s"


def test_ods_can_be_read_and_has_no_formulas(inhoud):
    document = load_ods(io.BytesIO(maak_ods(inhoud)))
    tabellen = document.spreadsheet.getElementsByType(Table)
    cellen = tabellen[0].getElementsByType(TableCell)

    assert len(tabellen) == 4
    assert {c.getAttribute("formula") for c in cellen} == {None}
    assert "748" in {c.getAttribute("value") for c in cellen}

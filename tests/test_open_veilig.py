"""Every file is safe to open: no formula, nothing hidden in it, and no name of a person in its properties."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from monitor.publiceren.bestanden import FORMATEN
from monitor.weergave.document.pdf import kan_pdf, maak_pdf
from tests.bouwstenen import cel, indicator, reeks
from tests.momentopname import momentopname

FORMULES = ("=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "|calc", "＝1")
PAKKETTEN = [f for f in FORMATEN if f in ("xlsx", "ods", "odt", "docx")]
REKENBLADEN = [f for f in FORMATEN if f in ("xlsx", "ods")]
# Parts of an office file that hold properties, macros, comments, links to elsewhere or kept results.
VERDACHT = re.compile(
    r"vbaProject|macro|Scripts/|comments|externalLink|calcChain|pivot|connections|custom\.xml|activeX|embeddings",
    re.I,
)
# Elements that name who made or changed something.
PERSONEN = re.compile(
    r"creator|lastModifiedBy|initial-creator|printed-by|manager|author|company", re.I
)


@pytest.fixture
def inhoud():
    """Formulas in every text that a person may have typed."""
    uit = momentopname()
    for n, formule in enumerate(FORMULES):
        c = cel("2021-04", str(n), voetnoot=formule)
        uit["indicatoren"][f"x{n}"] = indicator(
            f"x{n}", formule, [reeks(f"x{n}", [c])], bron=formule
        )
    uit["hoofdstukken"][0]["titel"] = FORMULES[0]
    uit["hoofdstukken"][0]["blokken"][0]["inhoud"]["tegels"][0]["label"] = FORMULES[1]
    uit["gewijzigde_definities"] = [
        {"indicator": "x0", "naam": FORMULES[0], "vanaf": "2021-01-01", "is_breuk": True, "definitie": "", "toelichting": FORMULES[2]}
    ]  # fmt: skip
    return uit


def delen(inhoud, formaat):
    with zipfile.ZipFile(io.BytesIO(FORMATEN[formaat][0](inhoud))) as z:
        assert z.comment == b""
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {naam: z.read(naam) for naam in z.namelist()}


def test_every_format_is_looked_at():
    """A new format comes here first: a package, text between separators, JSON, or a PDF."""
    assert set(FORMATEN) == {*PAKKETTEN, "csv", "json", "sdmx.csv", "sdmx.json"}


@pytest.mark.parametrize("formaat", ["csv", "sdmx.csv"])
def test_no_cell_of_a_text_file_begins_as_a_formula(inhoud, formaat):
    tekst = FORMATEN[formaat][0](inhoud).decode("utf-8-sig")
    scheiding = ";" if formaat == "csv" else ","
    for rij in tekst.splitlines():
        for veld in rij.split(scheiding):
            kaal = veld.strip('"').lstrip()
            assert not kaal.startswith(("=", "+", "@", "|", "＝")), rij
            assert not kaal.startswith("-") or re.fullmatch(r"-[\d.,]+", kaal), rij


@pytest.mark.parametrize("formaat", REKENBLADEN)
def test_no_cell_of_a_workbook_is_a_formula(inhoud, formaat):
    for naam, lijf in delen(inhoud, formaat).items():
        if naam.endswith(".xml"):
            tags = {e.tag.rpartition("}")[2] for e in ET.fromstring(lijf).iter()}
            kenmerken = {k.rpartition("}")[2] for e in ET.fromstring(lijf).iter() for k in e.attrib}
            assert not tags & {"f", "definedName", "dataValidation", "hyperlink"}, naam
            assert "formula" not in kenmerken, naam


def test_nothing_in_a_workbook_is_hidden(inhoud):
    boek = load_workbook(io.BytesIO(FORMATEN["xlsx"][0](inhoud)))

    for blad in boek.worksheets:
        assert blad.sheet_state == "visible"
        assert not any(r.hidden for r in blad.row_dimensions.values())
        assert not any(k.hidden for k in blad.column_dimensions.values())
        assert not any(c.comment or c.data_type == "f" for r in blad.iter_rows() for c in r)


def test_nothing_in_an_open_workbook_is_hidden(inhoud):
    tekst = delen(inhoud, "ods")["content.xml"].decode()

    assert not re.search(r'table:display="false"|visibility="(collapse|filter)"|office:annotation|table:formula', tekst)  # fmt: skip


@pytest.mark.parametrize("formaat", PAKKETTEN)
def test_no_properties_with_names_no_macros_no_links_out(inhoud, formaat):
    for naam, lijf in delen(inhoud, formaat).items():
        assert not VERDACHT.search(naam), naam
        if naam.endswith((".xml", ".rels")):
            for element in ET.fromstring(lijf).iter():
                eigen = element.tag.rpartition("}")[2]
                assert not PERSONEN.fullmatch(eigen) or not (element.text or "").strip(), (naam, eigen)  # fmt: skip
                assert element.get("TargetMode") != "External" or element.get("Target", "").startswith(("https:", "mailto:"))  # fmt: skip


@pytest.mark.skipif(not kan_pdf(), reason="hier kan geen PDF worden gemaakt")
def test_a_pdf_names_nobody_and_carries_nothing(inhoud):
    from pypdf import PdfReader

    lezer = PdfReader(io.BytesIO(maak_pdf(momentopname())))

    assert not (lezer.metadata.author or "")
    assert lezer.attachments == {}
    assert "/AA" not in lezer.trailer["/Root"] and "/OpenAction" not in lezer.trailer["/Root"]

"""The note as ODT and DOCX: read back, accessible, without names, the same bytes each time."""

import io
import json
import zipfile

import docx
import pytest
from odf import text
from odf.opendocument import load as load_odt
from odf.table import TableHeaderRows

from monitor.publiceren.nota.docx import maak_docx
from monitor.publiceren.nota.odt import maak_odt
from monitor.publiceren.nota.tekst import Alinea, Kop, Lijst, Stuk, Tabel, blokken
from tests.momentopname import momentopname

MAKERS = [maak_odt, maak_docx]


@pytest.fixture
def inhoud():
    inhoud = json.loads(json.dumps(momentopname()))
    inhoud["nota"] = {
        "naam": "Informatienota",
        "titel": "Monitor <april> & mei",
        "kenmerken": [{"naam": "Aan", "waarde": "De gemeenteraad"}],
        "inleiding": "Vooraf **vet**",
        "secties": [
            {
                "code": "vervolg",
                "kop": "Vervolg",
                "deel": "kalender",
                "tekst": "### Later\n\n- een\n  1. diep\n- twee [site](https://example.org/?a=1&b=2)",
                "automatisch": "| Wanneer | Wat |\n| --- | --- |\n| juni | Berap \\<10 |",
                "is_standaard": False,
            }
        ],
        "ondertekening": ["De secretaris"],
    }
    return inhoud


@pytest.mark.parametrize("maker", MAKERS)
def test_same_snapshot_gives_the_same_bytes(inhoud, maker):
    assert maker(inhoud) == maker(json.loads(json.dumps(inhoud)))


def test_odt_has_real_headings_lists_and_table_headers(inhoud):
    odt = load_odt(io.BytesIO(maak_odt(inhoud)))
    koppen = [(h.getAttribute("outlinelevel"), str(h)) for h in odt.getElementsByType(text.H)]

    assert koppen == [
        ("1", "Informatienota: Monitor <april> & mei"),
        ("2", "Vervolg"),
        ("3", "Later"),
    ]
    assert len(odt.getElementsByType(text.ListItem)) == 3
    assert len(odt.getElementsByType(TableHeaderRows)) == 1


def test_docx_has_real_headings_lists_and_table_headers(inhoud):
    boek = docx.Document(io.BytesIO(maak_docx(inhoud)))
    koppen = [(p.style.name, p.text) for p in boek.paragraphs if p.style.name[:5] in "TitleHeadi"]

    assert koppen == [
        ("Title", "Informatienota: Monitor <april> & mei"),
        ("Heading 2", "Vervolg"),
        ("Heading 3", "Later"),
    ]
    assert [[c.text for c in r.cells] for r in boek.tables[0].rows] == [
        ["Wanneer", "Wat"],
        ["juni", "Berap <10"],
    ]
    assert "w:tblHeader" in boek.tables[0].rows[0]._tr.xml


def test_links_of_the_note_stay_links(inhoud):
    boek = docx.Document(io.BytesIO(maak_docx(inhoud)))

    assert [h.address for p in boek.paragraphs for h in p.hyperlinks] == [
        "https://example.org/?a=1&b=2"
    ]


@pytest.mark.parametrize("maker", MAKERS)
def test_properties_hold_a_title_and_a_language_and_nothing_else(inhoud, maker):
    with zipfile.ZipFile(io.BytesIO(maker(inhoud))) as z:
        namen = [n for n in z.namelist() if n in ("meta.xml", "docProps/core.xml")]
        meta = z.read(namen[0]).decode()

    assert "nl-NL" in meta and "Monitor &lt;april&gt; &amp; mei" in meta
    for woord in ("creator", "lastModifiedBy", "date", "generator", "created"):
        assert woord not in meta


@pytest.mark.parametrize("maker", MAKERS)
def test_a_draft_says_so_on_every_page(inhoud, maker):
    def alles(data):
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            return "".join(z.read(n).decode() for n in z.namelist())

    assert "Concept, niet vastgesteld" in alles(maker(inhoud, concept=True))
    assert "Concept" not in alles(maker(inhoud))


def test_markdown_becomes_blocks_and_raw_html_stays_text():
    gelezen = blokken("# Kop\n\n<script>x</script> *a*\n\n1. een\n\n| A |\n| --- |\n| b |")

    assert gelezen == [
        Kop(3, (Stuk("Kop"),)),
        Alinea((Stuk("<script>x</script> "), Stuk("a", cursief=True))),
        Lijst(True, 1, [[Alinea((Stuk("een"),))]]),
        Tabel([(Stuk("A"),)], [[(Stuk("b"),)]]),
    ]


def test_a_link_to_script_is_no_link():
    assert not any(s.link for b in blokken("[x](javascript:alert(1))") for s in b.stukken)

"""The printed monitor: PDF/UA, made of the snapshot alone, fetching nothing, hiding what is hidden."""

import io
import json
import re
from itertools import pairwise

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.models.enums import BlokSoort, Telt
from monitor.publiceren.samenstellen import compose
from monitor.weergave.document import pdf
from monitor.weergave.document.balken import balkrijen
from monitor.weergave.document.ophalen import Eigen
from monitor.weergave.document.opmaken import maak_html, papier
from monitor.weergave.document.papier import stroken
from monitor.weergave.document.pdf import maak_pdf
from monitor.weergave.grafieken.figuur import Figuur
from monitor.weergave.indeling import Sectie
from tests.bouwstenen import blok, cel
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.momentopname import galerij, momentopname, tabelrij


def tekst_van(data: bytes) -> str:
    return "\n".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(data)).pages)


def elementen(boek: pikepdf.Pdf):
    """Every element of the structure tree, in the order of reading."""
    wacht = [boek.Root.StructTreeRoot.K]
    while wacht:
        deel = wacht.pop()
        if isinstance(deel, pikepdf.Array):
            wacht.extend(reversed(list(deel)))
        elif isinstance(deel, pikepdf.Dictionary):
            if "/S" in deel:
                yield deel
            if "/K" in deel:
                wacht.append(deel.K)


@pytest.fixture(scope="module")
def data():
    return maak_pdf(galerij())


@pytest.fixture(scope="module")
def boek(data):
    return pikepdf.open(io.BytesIO(data))


def test_same_snapshot_gives_the_same_bytes(data):
    assert maak_pdf(json.loads(json.dumps(galerij()))) == data


def test_it_says_what_a_reader_by_ear_needs(boek):
    assert boek.Root.MarkInfo.Marked
    assert str(boek.Root.Lang) == "nl"
    assert boek.Root.ViewerPreferences.DisplayDocTitle
    assert str(boek.docinfo["/Title"]).startswith("Monitor")
    assert "pdfuaid:part" in boek.open_metadata()
    assert {str(p.obj.Tabs) for p in boek.pages} == {"/S"}


def test_one_title_and_no_heading_level_skipped(boek):
    niveaus = [int(str(e.S)[2]) for e in elementen(boek) if re.fullmatch(r"/H[1-6]", str(e.S))]

    assert niveaus[0] == 1 and niveaus.count(1) == 1
    assert [(a, b) for a, b in pairwise(niveaus) if b > a + 1] == []


def test_every_drawing_has_words_and_every_table_headers(boek):
    soorten = [(str(e.S), e) for e in elementen(boek)]
    figuren = [e for s, e in soorten if s == "/Figure"]
    tabellen = [e for s, e in soorten if s == "/Table"]

    assert figuren and [e for e in figuren if not str(e.get("/Alt", ""))] == []
    assert tabellen
    for tabel in tabellen:
        assert any(str(e.S) == "/TH" for e in _onder(tabel))


def _onder(element):
    wacht = [element.K]
    while wacht:
        deel = wacht.pop()
        if isinstance(deel, pikepdf.Array):
            wacht.extend(deel)
        elif isinstance(deel, pikepdf.Dictionary) and "/S" in deel:
            yield deel
            if "/K" in deel:
                wacht.append(deel.K)


def test_bookmarks_lead_to_the_parts(boek):
    with boek.open_outline() as inhoud:
        titels = [punt.title for punt in inhoud.root]

    assert titels[-1] == "Over deze cijfers"
    assert "Jeugd" in titels


def test_properties_hold_no_names_and_no_clock(boek):
    assert set(boek.docinfo.keys()) == {"/Title", "/Producer"}


def test_every_page_says_of_whom_and_which_page(data):
    for i, blad in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages, 1):
        assert f"pagina {i} van" in blad.extract_text()
        assert "Gemeente" in blad.extract_text()


def test_a_draft_says_so_on_every_page(data):
    concept = pypdf.PdfReader(io.BytesIO(maak_pdf(momentopname(), concept=True)))

    assert all("Concept, niet vastgesteld" in p.extract_text() for p in concept.pages)
    assert "Concept" not in tekst_van(maak_pdf(momentopname()))


@pytest.mark.django_db
def test_text_holds_the_figures_and_no_hidden_one():
    gemeente = make_gemeente(drempel=100)
    uitgave = make_uitgave(gemeente)
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(clienten, "2021-03", 97)
    make_waarneming(clienten, "2021-04", 748)
    hoofdstuk = make_hoofdstuk(uitgave)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)
    make_blok(hoofdstuk, BlokSoort.TABEL, clienten, code="t", perioden="alles")
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, clienten, code="g", vorm="kolom", perioden="alles")
    data = maak_pdf(compose(uitgave))

    getallen = set(re.findall(r"\d+", tekst_van(data)))
    assert "748" in getallen
    assert "97" not in getallen


@pytest.mark.parametrize(
    "adres",
    [
        "https://example.org/x.png",
        "http://127.0.0.1/x.css",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "static:../manage.py",
        "static:css/../../manage.py",
        "static:bestaat-niet.css",
    ],
)
def test_nothing_is_fetched_but_our_own_static_files(settings, adres):
    with pytest.raises(ValueError):
        Eigen(settings.BASE_DIR / "static").fetch(adres)


def test_an_image_in_a_text_is_not_fetched(monkeypatch):
    gevraagd = []
    echt = Eigen.fetch

    def luister(self, url, headers=None):
        gevraagd.append(url)
        return echt(self, url, headers)

    monkeypatch.setattr(Eigen, "fetch", luister)
    inhoud = json.loads(json.dumps(momentopname()))
    inhoud["uitgave"]["anders"] = "![x](https://example.org/x.png) <img src='file:///etc/passwd'>"
    maak_pdf(inhoud)

    assert [url for url in gevraagd if not url.startswith(("static:", "data:"))] == []


def test_script_and_html_of_a_text_are_text():
    inhoud = json.loads(json.dumps(momentopname()))
    inhoud["hoofdstukken"][0]["toelichting"] = "<script>alert(1)</script>"

    assert "<script>" not in maak_html(inhoud)
    assert "&lt;script&gt;" in maak_html(inhoud)


def test_paper_has_no_links_inside_and_lower_headings():
    html = '<h2 id="a">Kop</h2><a href="">x</a> <a href="#n">y</a> <a href="https://a.nl">z</a>'

    assert papier(html) == (
        '<h3>Kop</h3><span class="doc-doel">x</span> <span class="doc-doel">y</span> '
        '<a href="https://a.nl">z</a>'
    )


def rij(label):
    return tabelrij(label, "", "1", "2", "3")


def tabelblok(code, rijen, **rest):
    inhoud = {"rijkop": "Groep", "kolommen": [{"code": "a", "titel": "2021"}], "rijen": rijen}
    return blok(code, "tabel", inhoud, **rest)


def codes(strook):
    return [[b["code"] for deel in kolom for b in deel.blokken] for kolom in strook]


def test_small_blocks_stand_beside_each_other_in_their_order():
    blokken = [tabelblok(c, [rij("x")] * n) for c, n in zip("abcde", (3, 3, 2, 40, 2), strict=True)]

    gelegd = stroken([Sectie("Kop", "kop", blokken)])

    assert [codes(s) for s in gelegd] == [[["a"], ["b", "c"]], [["d"]], [["e"]]]


@given(st.lists(st.integers(1, 16), max_size=12), st.integers(1, 3))
def test_no_block_is_lost_or_moved_on_paper(maten, per_sectie):
    blokken = [tabelblok(f"b{i}", [rij("x")] * n) for i, n in enumerate(maten)]
    secties = [Sectie(str(i), f"s{i}", blokken[i : i + per_sectie]) for i in range(0, len(blokken), per_sectie)]  # fmt: skip

    gelegd = [deel for strook in stroken(secties) for kolom in strook for deel in kolom]

    assert [b["code"] for d in gelegd for b in d.blokken] == [b["code"] for b in blokken]
    assert [d.sectie.kop for d in gelegd if d.is_eerste] == [s.kop for s in secties]


def test_a_source_of_all_blocks_is_said_once_and_a_moment_not_twice():
    blokken = [tabelblok(c, [rij("x")], bron="Registratie", eigenaar="team", stand="2021", ondertitel=o) for c, o in (("a", "Stand 2021"), ("b", ""))]  # fmt: skip
    blokken[1]["inhoud"]["kolommen"] = []

    (strook,) = stroken([Sectie("Kop", "kop", blokken)])
    delen = [deel for kolom in strook for deel in kolom]

    assert [(b["bron"], b["stand"]) for d in delen for b in d.blokken] == [("", ""), ("", "2021")]
    assert [d.bron for d in delen] == ["", "Registratie"]


def staaf(**rest):
    punten = [cel("2021", w) for w in ("40", "20", "10")]
    inhoud = {"vorm": "staaf", "eenheid": "aantal", "decimalen": 0, "labels": ["Hier", "Daar", "Ginds"], "reeksen": [{"naam": "2021", "soort": "realisatie", "indicator": "x", "punten": punten}], "breuken": [], "samenvatting": "", "alt": "", "toon_grafiek": True}  # fmt: skip
    return blok("s", "grafiek", inhoud | rest)


def test_bars_of_one_figure_stand_in_their_table():
    rijen = balkrijen(Figuur(staaf(), eigen="Hier"))

    assert [(r.label, r.breed, r.soort) for r in rijen] == [("Hier", 100, "eigen"), ("Daar", 50, "ander"), ("Ginds", 25, "ander")]  # fmt: skip
    assert [r.cel.html for r in rijen] == ["40", "20", "10"]


def test_what_can_not_be_a_bar_in_a_table_is_drawn():
    punten = [cel("2021", w) for w in ("40", "-20", "10")]
    onder_nul = [staaf()["inhoud"]["reeksen"][0] | {"punten": punten}]

    assert balkrijen(Figuur(staaf(reeksen=onder_nul))) == []
    assert balkrijen(Figuur(staaf(vorm="kolom"))) == []


def test_without_the_libraries_it_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(pdf, "BIBLIOTHEKEN", ("libbestaatniet.so.0",))
    pdf.kan_pdf.cache_clear()
    try:
        with pytest.raises(pdf.GeenPdf, match=r"libpango-1\.0-0"):
            maak_pdf(momentopname())
    finally:
        pdf.kan_pdf.cache_clear()

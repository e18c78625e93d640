"""Files as people and spreadsheets make them, and as an attacker would."""

import time
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from monitor.invoer.cellen import Datum, Procent
from monitor.invoer.cijferrijen import VAST
from monitor.invoer.fouten import LeesFout
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.schrijver import schrijf
from monitor.invoer.tabel import maak_tabel
from tests.invoer_bestanden import (
    KOP,
    RIJ,
    blad_xml,
    csv_van,
    kale_xlsx,
    ods_rij,
    ods_tabel,
    ods_van,
    xlsx_van,
    xml_rij,
    zip_van,
)


def lees(naam, inhoud):
    return maak_tabel(lees_bestand(naam, inhoud, "waarnemingen"), VAST)


def cellen(naam, inhoud):
    return [rij.cellen for rij in lees(naam, inhoud).rijen]


GOED = dict(zip(KOP, RIJ, strict=True))


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_csv_of_any_office(codering, scheiding):
    inhoud = csv_van(["café", *RIJ[1:]], scheiding=scheiding, codering=codering)
    assert cellen("a.csv", inhoud) == [GOED | {"indicator": "café", "waarde": "748"}]


def test_csv_says_its_separator_and_keeps_row_numbers():
    inhoud = b"sep=,\r\nindicator,soort,periode,waarde\r\n\r\na,realisatie,2021,1\r\n"
    assert [rij.nummer for rij in lees("a.csv", inhoud).rijen] == [4]


def test_csv_with_a_line_break_in_a_cell():
    inhoud = b'indicator;soort;periode;waarde;voetnoot\na;realisatie;2021;1;"een\ntwee"\n'
    assert lees("a.csv", inhoud).rijen[0].tekst("voetnoot") == "een\ntwee"


def test_the_header_is_read_forgivingly():
    kop = [" Indicator", "SOORT", "Periode ", "waarde", "Beloofd voor"]
    assert lees("a.csv", csv_van([*RIJ, ""], kop=kop)).kolommen == [*KOP, "beloofd_voor"]


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_what_is_written_reads_back_the_same(formaat):
    waarden = ["=1+1", "realisatie", "2021-04", Decimal("-12.5"), 'a "b"; c\nd_x0041_', "@x"]
    kop = [*KOP, "voetnoot", "status"]
    (rij,) = lees(f"a.{formaat}", schrijf(formaat, [("waarnemingen", [kop, waarden])])).rijen
    verwacht = "-12,5" if formaat == "csv" else Decimal("-12.5")
    assert [rij.cellen[k] for k in kop] == [*waarden[:3], verwacht, *waarden[4:]]


def test_percent_and_date_cells_of_a_workbook():
    def maak_op(_, ws):
        ws["D2"].number_format = "0.0%"
        ws["C2"].number_format = "mmm-yy"
        ws["C3"].number_format = "d-m-yyyy"
        ws["C4"].number_format = "yyyy"

    dag = date(2021, 4, 1)
    inhoud = xlsx_van(*([["a", "realisatie", dag, 0.022]] * 3), doe=maak_op)
    rijen = cellen("a.xlsx", inhoud)
    assert rijen[0]["waarde"] == Procent(Decimal("0.022"))
    codes = [rij["periode"] for rij in rijen]
    assert codes == [Datum(dag, "2021-04"), Datum(dag, "2021-04-01"), Datum(dag, "2021")]


def test_percent_and_date_cells_of_an_ods():
    stijl = (
        '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
        '<style:style style:name="m" style:family="table-cell" style:data-style-name="N1"/>'
    )
    datum = 'office:value-type="date" office:date-value="2021-04-01"'
    procent = '<table:table-cell office:value-type="percentage" office:value="0.022"/>'
    maand, dag = (f"<table:table-cell {s}{datum}/>" for s in ('table:style-name="m" ', ""))
    tabel = ods_tabel(
        ods_rij(*KOP), ods_rij("a", "r", maand, procent), ods_rij("a", "r", dag, procent)
    )
    rijen = cellen("a.ods", ods_van(tabel, stijl))
    assert [r["periode"].code for r in rijen] == ["2021-04", "2021-04-01"]
    assert rijen[0]["waarde"] == Procent(Decimal("0.022"))


def test_the_stored_value_counts_not_the_text_that_is_shown():
    cel = '<table:table-cell office:value-type="float" office:value="7"><text:p>12</text:p>'
    cel += "</table:table-cell>"
    tabel = ods_tabel(ods_rij(*KOP), ods_rij("a", "realisatie", "2021", cel))
    assert cellen("a.ods", ods_van(tabel))[0]["waarde"] == 7


def test_comments_spaces_and_repeated_cells_of_an_ods():
    noot = "<table:table-cell office:value-type='string'><office:annotation><text:p>niet</text:p>"
    noot += "</office:annotation><text:p>a<text:s text:c='2'/>b</text:p></table:table-cell>"
    leeg = '<table:table-cell table:number-columns-repeated="2"/>'
    kop = ods_rij(*KOP, "status", "voetnoot")
    rij = ods_rij("x", "realisatie", leeg, "definitief", noot)
    blanco = ods_rij(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        extra='table:number-rows-repeated="1048000"',
    )
    (gelezen,) = lees("a.ods", ods_van(ods_tabel(kop, rij, blanco))).rijen
    assert gelezen.cellen == {
        "indicator": "x",
        "soort": "realisatie",
        "status": "definitief",
        "voetnoot": "a  b",
    }


def test_the_sheet_of_the_kind_is_read_whatever_is_active():
    def doe(werkmap, _):
        ws = werkmap.create_sheet("Waarnemingen")
        ws.append(KOP)
        ws.append(["b", *RIJ[1:]])

    tabel = lees("a.xlsx", xlsx_van(RIJ, doe=doe))
    assert (tabel.rijen[0].tekst("indicator"), tabel.andere_bladen) == ("b", ["Blad1"])


def test_a_hidden_sheet_is_not_the_first():
    def doe(werkmap, ws):
        ander = werkmap.create_sheet("Cijfers")
        ander.append(KOP)
        ander.append(["b", *RIJ[1:]])
        ws.sheet_state = "hidden"

    assert lees("a.xlsx", xlsx_van(RIJ, doe=doe)).rijen[0].tekst("indicator") == "b"


def test_a_million_blank_rows_and_a_far_away_style_are_cheap():
    rijen = xml_rij(1, *KOP) + xml_rij(2, *RIJ)
    rijen += '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    begin = time.process_time()
    assert len(lees("a.xlsx", kale_xlsx(rijen)).rijen) == 1
    assert time.process_time() - begin < 1


def test_openpyxl_parses_with_defusedxml():
    assert openpyxl.DEFUSEDXML is True


BOM = '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERN = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
GOEDE_XML = xml_rij(1, *KOP) + xml_rij(2, *RIJ)
GOEDE_ODS = ods_tabel(ods_rij(*KOP), ods_rij(*RIJ))


def met_formule(waarde):
    cel = f'<c r="D2"><f>1+1</f>{waarde}</c>'
    return kale_xlsx(xml_rij(1, *KOP) + f'<row r="2">{cel}</row>')


def samengevoegd(_, ws):
    ws.merge_cells("A2:A3")


def met_macro():
    return kale_xlsx(GOEDE_XML, **{"xl/vbaProject.bin": b"x"})


VIJANDIG = {
    "leeg bestand": ("a.csv", b"", "leeg"),
    "alleen witruimte": ("a.csv", b" \r\n ", "leeg"),
    "alleen een kop": ("a.csv", csv_van(), "geen enkele rij"),
    "leeg blad": ("a.xlsx", kale_xlsx(), "leeg"),
    "leeg ods-blad": ("a.ods", ods_van(ods_tabel()), "leeg"),
    "geen blad": ("a.ods", ods_van(""), "geen zichtbaar blad"),
    "pdf": ("a.csv", b"%PDF-1.7 ...", "geen tabel"),
    "webpagina": ("a.csv", b"<html><table></table></html>", "geen tabel"),
    "tekst als xlsx": ("a.xlsx", csv_van(RIJ), "beschadigd of iets anders"),
    "xlsx als csv": ("a.csv", xlsx_van(RIJ), "werkmap"),
    "ods als xlsx": ("a.xlsx", ods_van(GOEDE_ODS), "geen .xlsx-bestand"),
    "xlsx als ods": ("a.ods", xlsx_van(RIJ), "geen .ods-bestand"),
    "oud excel": ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "oud Excel"),
    "macronaam": ("a.xlsm", xlsx_van(RIJ), "macro"),
    "macro in xlsx": ("a.xlsx", met_macro(), "macro"),
    "macro in ods": ("a.ods", ods_van(GOEDE_ODS, Basic__x="Sub"), "macro"),
    "onbekende extensie": ("a.json", b"{}", "worden niet gelezen"),
    "geen extensie": ("waarnemingen", csv_van(RIJ), "heeft geen .csv"),
    "afgekapt": ("a.xlsx", xlsx_van(RIJ)[:-200], "beschadigd"),
    "omgevallen bit": (
        "a.xlsx",
        kale_xlsx(GOEDE_XML, gecomprimeerd=False).replace(b">748<", b">749<"),
        "beschadigd",
    ),
    "kapotte xml": ("a.xlsx", kale_xlsx("<row><c>"), "beschadigd"),
    "kapotte ods": ("a.ods", ods_van("<table:table>"), "beschadigd"),
    "geen werkmap": ("a.xlsx", zip_van({"lees.txt": "hallo"}), "geen .xlsx-bestand"),
    "laughs": (
        "a.xlsx",
        kale_xlsx(**{"xl/worksheets/sheet1.xml": blad_xml("&b;", BOM)}),
        "eigen XML-definitie",
    ),
    "extern": (
        "a.xlsx",
        kale_xlsx(**{"xl/worksheets/sheet1.xml": blad_xml("&e;", EXTERN)}),
        "eigen XML-definitie",
    ),
    "extern in ods": (
        "a.ods",
        zip_van(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": f"{EXTERN}<a>&e;</a>",
            }
        ),
        "eigen XML-definitie",
    ),
    "zipbom": ("a.xlsx", kale_xlsx(GOEDE_XML, **{"xl/media/x.png": bytes(60_000_000)}), "50 MB"),
    "duizend delen": (
        "a.xlsx",
        zip_van({f"d{i}": "x" for i in range(1200)}),
        "1200 delen",
    ),
    "celbom": ("a.xlsx", kale_xlsx('<row r="1">' + "<c/>" * 360_000 + "</row>"), "beschadigd"),
    "cel op XFD": (
        "a.xlsx",
        kale_xlsx(GOEDE_XML + '<row r="9"><c r="XFD9"><v>1</v></c></row>'),
        "kolom XFD",
    ),
    "dubbele cel": (
        "a.xlsx",
        kale_xlsx(
            xml_rij(1, *KOP) + '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'
        ),
        "beschadigd",
    ),
    "dubbele rij": ("a.xlsx", kale_xlsx(xml_rij(1, *KOP) + xml_rij(1, *RIJ)), "beschadigd"),
    "onbekende gedeelde tekst": (
        "a.xlsx",
        kale_xlsx('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        "beschadigd",
    ),
    "herhaalde rijen": (
        "a.ods",
        ods_van(
            ods_tabel(ods_rij(*KOP), ods_rij(*RIJ, extra='table:number-rows-repeated="9000000"'))
        ),
        "250000 rijen",
    ),
    "herhaalde kolommen": (
        "a.ods",
        ods_van(
            ods_tabel(
                ods_rij(*KOP),
                ods_rij(
                    '<table:table-cell table:number-columns-repeated="99999999" '
                    'office:value-type="float" office:value="1"/>'
                ),
            )
        ),
        "hooguit 60 kolommen",
    ),
    "onzinnige herhaling": (
        "a.ods",
        ods_van(ods_tabel(ods_rij(*KOP, extra='table:number-rows-repeated="-1"'))),
        "beschadigd",
    ),
    "wachtwoord op ods": (
        "a.ods",
        ods_van(GOEDE_ODS, **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "wachtwoord",
    ),
    "nul in csv": ("a.csv", csv_van(RIJ) + b"\x00\x00", "NUL"),
    "twee coderingen": ("a.csv", csv_van(["café", *RIJ[1:]]) + b"\xe9", "twee manieren"),
    "onleesbare tekens": ("a.csv", b"indicator\x81;soort", "niet te lezen"),
    "open aanhalingsteken": ("a.csv", csv_van(['"a', *RIJ[1:]]), "aanhalingstekens"),
    "te lange cel": ("a.csv", csv_van(["a" * 200_000, *RIJ[1:]]), "veel te lang"),
    "onbekende kolom": ("a.csv", csv_van(RIJ, kop=[*KOP[:3], "waardde"]), "Bedoelt u ‘waarde’"),
    "dubbele kolom": ("a.csv", csv_van([*RIJ, 1], kop=[*KOP, "Waarde"]), "twee keer"),
    "ontbrekende kolom": ("a.csv", csv_van(RIJ[:3], kop=KOP[:3]), "ontbreekt"),
    "te groot": ("a.csv", bytes([65]) * (10 * 1024 * 1024 + 1), "10 MB"),
}


@pytest.mark.parametrize("geval", VIJANDIG)
def test_a_hostile_file_is_refused_in_words_and_in_time(geval, settings):
    naam, inhoud, woord = VIJANDIG[geval]
    if geval == "celbom":
        settings.INVOER_MAX_BYTES_UITGEPAKT = 5 * 1024 * 1024
    begin = time.process_time()
    with pytest.raises(LeesFout) as fout:
        lees(naam, inhoud)
    assert woord in str(fout.value)
    assert time.process_time() - begin < 5


CELFOUTEN = {
    "formule zonder uitkomst": ("a.xlsx", met_formule(""), "niet is opgeslagen"),
    "formule met fout": (
        "a.xlsx",
        kale_xlsx(xml_rij(1, *KOP) + '<row r="2"><c r="D2" t="e"><v>#N/A</v></c></row>'),
        "geeft een fout",
    ),
    "getal dat er geen is": (
        "a.xlsx",
        kale_xlsx(xml_rij(1, *KOP) + '<row r="2"><c r="D2"><v>1e999</v></c></row>'),
        "geen leesbaar getal",
    ),
    "samengevoegde cellen": ("a.xlsx", xlsx_van(RIJ, RIJ, doe=samengevoegd), "samengevoegd"),
    "samengevoegd in ods": (
        "a.ods",
        ods_van(
            ods_tabel(
                ods_rij(*KOP),
                ods_rij(
                    '<table:table-cell office:value-type="float" office:value="1" '
                    'table:number-columns-spanned="2"/>',
                    "<table:covered-table-cell/>",
                ),
            )
        ),
        "samengevoegd",
    ),
    "formule zonder uitkomst in ods": (
        "a.ods",
        ods_van(ods_tabel(ods_rij(*KOP), ods_rij('<table:table-cell table:formula="of:=1"/>'))),
        "niet is opgeslagen",
    ),
    "formule met fout in ods": (
        "a.ods",
        ods_van(
            ods_tabel(
                ods_rij(*KOP),
                ods_rij(
                    '<table:table-cell table:formula="of:=1/0" office:value-type="string">'
                    "<text:p>#DIV/0!</text:p></table:table-cell>"
                ),
            )
        ),
        "geeft een fout",
    ),
    "stuurteken": ("a.csv", csv_van(["a\x07b", *RIJ[1:]]), "U+0007"),
    "omgekeerde leesrichting": ("a.csv", csv_van(["a\u202eb", *RIJ[1:]]), "U+202E"),
    "komma zonder aanhalingstekens": (
        "a.csv",
        csv_van(["a", "realisatie", "2021", "1.234,5"], scheiding=","),
        "zonder naam",
    ),
}


@pytest.mark.parametrize("geval", CELFOUTEN)
def test_a_cell_that_can_not_be_right_is_an_error_of_its_row(geval):
    naam, inhoud, woord = CELFOUTEN[geval]
    fouten = lees(naam, inhoud).fouten
    assert [f.rij for f in fouten] == [2]
    assert woord in fouten[0].melding


def test_a_formula_with_its_stored_value_is_that_value():
    assert cellen("a.xlsx", met_formule("<v>2</v>")) == [{"waarde": 2}]

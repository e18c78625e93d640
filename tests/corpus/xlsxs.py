"""XLSX: archives, XML and workbooks that lie, grow, point outside or miss a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.corpus.maak import (
    GOED,
    GOEDE_RIJEN,
    RIJ,
    VRIJ,
    WEIGER,
    Geval,
    dubbel,
    met_methode,
    met_teksten,
    met_vlag,
    rels_xml,
    rij_xml,
    werkmap_xml,
    xlsx,
    xlsx_delen,
    zip_van,
)
from tests.invoer_bestanden import KOP, R, S, blad_xml, csv_van

MB = 250_000  # a quarter; the child that reads the bombs has a quarter of the room, see `kind`
BLAD = "xl/worksheets/sheet1.xml"
KOPRIJ = rij_xml(1, *KOP)
EXTERN = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
NET = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
PARAM = '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'
LACH = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(10)
) + "]>"  # fmt: skip


def _rij(*cellen: str, nummer: int = 2) -> str:
    return KOPRIJ + f'<row r="{nummer}">{"".join(cellen)}</row>'


def _na_kop(rijen: str) -> str:
    return KOPRIJ + rijen


def _met_stijl(formaat: str, waarde: str, kolom: str = "D") -> bytes:
    rel = f'<Relationship Id="r3" Type="{R}/styles" Target="styles.xml"/>'
    stijlen = f'<styleSheet {S}><numFmts><numFmt numFmtId="164" formatCode="{formaat}"/></numFmts>'
    stijlen += '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    vast = "".join(
        f'<c r="{k}2" t="inlineStr"><is><t>{w}</t></is></c>'
        for k, w in zip("ABC", RIJ, strict=False)
        if k != kolom
    )
    cel = f'<c r="{kolom}2" s="1"><v>{waarde}</v></c>'
    rest = '<c r="D2"><v>748</v></c>' if kolom == "C" else ""
    rijen = _rij(vast, cel, rest)
    return xlsx(rijen, **{"xl/_rels/workbook.xml.rels": rels_xml(rel), "xl/styles.xml": stijlen})


def _bladen(*staten: str) -> bytes:
    """Sheets in a row, all of the same part; `staten` are their states."""
    bladen = "".join(
        f'<sheet name="B{i}" sheetId="{i}" state="{s}" r:id="r1"/>' for i, s in enumerate(staten)
    )
    return xlsx(**{"xl/workbook.xml": werkmap_xml(bladen)})


def _goed() -> dict[str, Callable[[], bytes]]:
    getal = _rij(
        *(f'<c t="inlineStr"><is><t>{w}</t></is></c>' for w in RIJ[:3]), "<c><v>748</v></c>"
    )
    formule = getal.replace("<v>748", "<f>700+48</f><v>748")
    twee = '<sheet name="Eerste" sheetId="2" r:id="r9"/><sheet name="Waarnemingen" sheetId="1" r:id="r1"/>'
    return {
        "getal": lambda: xlsx(getal),
        "formule met uitkomst": lambda: xlsx(formule),
        "getal als 7.48E2": lambda: xlsx(getal.replace(">748<", ">7.48E2<")),
        "getal als 748.0000000000001": lambda: xlsx(getal.replace(">748<", ">748.0000000000001<")),
        "verborgen eerste blad": lambda: _bladen("hidden", "visible"),
        "blad met de naam van de soort": lambda: xlsx(**{"xl/workbook.xml": werkmap_xml(twee)}),
        "rijen ver naar beneden": lambda: xlsx(_rij(*_cellen_op(1_048_576), nummer=1_048_576)),
        "een stijl op XFD": lambda: xlsx(GOEDE_RIJEN + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'),
        "onbekende delen": lambda: xlsx(**{"xl/theme/theme1.xml": "geen xml <<<", "lees.mij": b"\x00"}),
        "pad naar buiten als los deel": lambda: xlsx(**{"../../etc/passwd": "root"}),
        "absoluut doel": lambda: xlsx(**{"xl/_rels/workbook.xml.rels": rels_xml(doel="/" + BLAD)}),
        "doel met puntjes": lambda: xlsx(**{"xl/_rels/workbook.xml.rels": rels_xml(doel="x/../worksheets/sheet1.xml")}),
        "utf-16-xml": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN, '<?xml version="1.0" encoding="utf-16"?>').encode("utf-16")}),
        "opmerkingen in de xml": lambda: xlsx(GOEDE_RIJEN.replace("<row", "<!-- x --><row")),
        "cdata": lambda: xlsx(GOEDE_RIJEN.replace(">748<", "><![CDATA[748]]><")),
        "niet samengeperst": lambda: zip_van(xlsx_delen(), stil=True),
        "iets voor het archief": lambda: b"PK\x03\x04" + bytes(26) + xlsx(),
        "samenvoeging buiten de tabel": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN).replace("</worksheet>", '<mergeCells><mergeCell ref="A9:B9"/></mergeCells></worksheet>')}),
    }  # fmt: skip


def _cellen_op(nummer: int) -> list[str]:
    return [
        f'<c r="{"ABCD"[i]}{nummer}" t="inlineStr"><is><t>{w}</t></is></c>'
        for i, w in enumerate(RIJ)
    ]


def _geweigerd() -> dict[str, Callable[[], bytes]]:
    return _archieven() | _xml() | _verkeerde_delen() | _cellen()


def _archieven() -> dict[str, Callable[[], bytes]]:
    delen = list(xlsx_delen().items())
    return {
        "tekst": lambda: csv_van(RIJ),
        "alleen PK": lambda: b"PK\x03\x04",
        "leeg archief": lambda: zip_van({}),
        "geen werkmap": lambda: zip_van({"lees.txt": "hallo"}),
        "docx": lambda: zip_van({"[Content_Types].xml": "<Types>wordprocessingml</Types>", "word/document.xml": "<a/>"}),
        "dubbel deel": lambda: dubbel(delen, BLAD),
        "dubbel deel met andere inhoud": lambda: dubbel([*delen, (BLAD, blad_xml(""))], None),
        "dubbel inhoudsblad": lambda: dubbel(delen, "[Content_Types].xml"),
        "1200 delen": lambda: zip_van({f"d{i}": "x" for i in range(1200)} | xlsx_delen()),
        "wachtwoordvlag": lambda: met_vlag(xlsx(), 0x1),
        "onbekende samenpersing": lambda: met_methode(xlsx(), 97),
        "lzma beloofd": lambda: met_methode(xlsx(), 14),
        "macro": lambda: xlsx(**{"xl/vbaProject.bin": b"x"}),
        "macro met hoofdletters": lambda: xlsx(**{"XL/VBAPROJECT.BIN": b"x"}),
        "macroblad": lambda: xlsx(**{"xl/macrosheets/sheet1.xml": "<a/>"}),
        "macrotype": lambda: xlsx(**{"[Content_Types].xml": "<Types>spreadsheetml macroEnabled</Types>"}),
        "ods in een xlsx": lambda: zip_van({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"} | xlsx_delen()),
        "map in plaats van deel": lambda: xlsx(**{BLAD: None, BLAD + "/": b""}),
    }  # fmt: skip


def _xml() -> dict[str, Callable[[], bytes]]:
    gevallen: dict[str, Callable[[], bytes]] = {}
    for naam, dtd in {"extern": EXTERN, "net": NET, "parameter": PARAM, "lach": LACH}.items():
        gevallen[f"{naam} in het blad"] = lambda d=dtd: xlsx(**{BLAD: blad_xml("&e;", d)})
        gevallen[f"{naam} in de werkmap"] = lambda d=dtd: xlsx(
            **{"xl/workbook.xml": werkmap_xml(voor=d)}
        )
        gevallen[f"{naam} in de stijlen"] = lambda d=dtd: _deel("styles", d + "<styleSheet/>")
        gevallen[f"{naam} in de teksten"] = lambda d=dtd: _deel("sharedStrings", d + "<sst/>")
    return gevallen | {
        "rijen zonder eind": lambda: xlsx("<row><c>"),
        "leeg blad": lambda: xlsx(""),
        "blad zonder bytes": lambda: xlsx(**{BLAD: ""}),
        "blad van NUL": lambda: xlsx(**{BLAD: bytes(5000)}),
        "onbekende codering": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN, '<?xml version="1.0" encoding="klingon"?>')}),
        "codering die niet mag": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN, '<?xml version="1.0" encoding="rot13"?>')}),
        "verkeerde codering": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN, '<?xml version="1.0" encoding="utf-16"?>')}),
        "onbekende verwijzing": lambda: xlsx(KOPRIJ + "&niet;"),
        "stuurteken als verwijzing": lambda: xlsx(GOEDE_RIJEN.replace("748", "7&#0;8")),
        "twee wortels": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN) + "<a/>"}),
        "werkmap is geen xml": lambda: xlsx(**{"xl/workbook.xml": "{}"}),
        "verwijzingen zijn geen xml": lambda: xlsx(**{"_rels/.rels": "\x00\x01"}),
    }  # fmt: skip


def _verkeerde_delen() -> dict[str, Callable[[], bytes]]:
    gevallen: dict[str, Callable[[], bytes]] = {
        f"zonder {naam}": lambda n=naam: xlsx(**{n: None}) for naam in xlsx_delen()
    }
    rels = "xl/_rels/workbook.xml.rels"
    for naam, doel in {
        "naar buiten": "../../../etc/passwd",
        "naar het net": "http://127.0.0.1/sheet.xml",
        "naar niets": "",
        "naar zichzelf": "../xl/workbook.xml",
        "naar een map": "worksheets/",
        "naar een ander deel": "worksheets/sheet99.xml",
        "naar een lang pad": "x/" * 20_000,
    }.items():
        gevallen[f"doel {naam}"] = lambda d=doel: xlsx(**{rels: rels_xml(doel=d)})
    return gevallen | {
        "geen bladen": lambda: xlsx(**{"xl/workbook.xml": werkmap_xml("")}),
        "blad zonder verwijzing": lambda: xlsx(**{"xl/workbook.xml": werkmap_xml('<sheet name="a"/>')}),
        "alle bladen verborgen": lambda: _bladen("hidden", "veryHidden"),
        "extern blad": lambda: xlsx(**{rels: rels_xml().replace("Target=", 'TargetMode="External" Target=')}),
        "grafiekblad": lambda: xlsx(**{rels: rels_xml().replace("/worksheet", "/chartsheet")}),
        "kapotte stijlen": lambda: _deel("styles", "<styleSheet><cellXfs><xf numFmtId='x'/></cellXfs></styleSheet>"),
        "stijlnummer in het kwadraat": lambda: _deel("styles", "<styleSheet><cellXfs><xf numFmtId='²'/></cellXfs></styleSheet>"),
        "stijlen ontbreken": lambda: _deel("styles", None),
        "teksten ontbreken": lambda: _deel("sharedStrings", None),
    }  # fmt: skip


def _cellen() -> dict[str, Callable[[], bytes]]:
    vol = [f'<c t="inlineStr"><is><t>{w}</t></is></c>' for w in RIJ[:3]]
    cellen = {
        "formule zonder uitkomst": "<c><f>1+1</f></c>",
        "formule met lege uitkomst": "<c><f>1+1</f><v></v></c>",
        "gedeelde formule zonder uitkomst": '<c><f t="shared" si="0"/></c>',
        "formule die tekst geeft": '<c t="str"><f>"a"</f><v>zeven</v></c>',
        "foutcel REF": '<c t="e"><v>#REF!</v></c>',
        "foutcel DIV": '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        "foutcel zonder tekst": '<c t="e"><v/></c>',
        "waar": '<c t="b"><v>1</v></c>',
        "onwaar als getal": '<c t="b"><v>0</v></c>',
        "datum als tekst": '<c t="d"><v>2021-04-01T00:00:00</v></c>',
        "oneindig": "<c><v>INF</v></c>",
        "geen getal": "<c><v>NaN</v></c>",
        "1e308": "<c><v>1e308</v></c>",
        "1e999": "<c><v>1e999</v></c>",
        "twintig cijfers": "<c><v>12345678901234567890</v></c>",
        "vijfduizend cijfers": f"<c><v>{'9' * 5000}</v></c>",
        "gebroken aantal": "<c><v>748.5</v></c>",
        "klein gebroken": "<c><v>1e-300</v></c>",
        "hexadecimaal": "<c><v>0x2EC</v></c>",
        "underscore": "<c><v>7_48</v></c>",
        "kwadraat als getal": "<c><v>²</v></c>",
        "kwadraat als gedeelde tekst": '<c t="s"><v>²</v></c>',
        "gedeelde tekst die er niet is": '<c t="s"><v>99</v></c>',
        "gedeelde tekst onder nul": '<c t="s"><v>-1</v></c>',
        "onbekend celtype": '<c t="zzz"><v>abc</v></c>',
        "dubbele waarde": "<c><v>7</v><v>zeven</v></c>",
    }
    gevallen: dict[str, Callable[[], bytes]] = {
        naam: lambda c=cel: xlsx(_rij(*vol, c)) for naam, cel in cellen.items()
    }
    return gevallen | {
        "cel op XFD": lambda: xlsx(GOEDE_RIJEN + '<row r="9"><c r="XFD9"><v>1</v></c></row>'),
        "cel voorbij XFD": lambda: xlsx(GOEDE_RIJEN + '<row r="9"><c r="ZZZ9"><v>1</v></c></row>'),
        "dubbele cel": lambda: xlsx(_na_kop('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>')),
        "cellen achteruit": lambda: xlsx(_na_kop('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>')),
        "dubbele rij": lambda: xlsx(KOPRIJ + rij_xml(1, *RIJ)),
        "rij nul": lambda: xlsx(GOEDE_RIJEN.replace('r="1"', 'r="0"')),
        "rijnummer in het kwadraat": lambda: xlsx(GOEDE_RIJEN.replace('row r="2"', 'row r="²"')),
        "rijnummer van 5000 cijfers": lambda: xlsx(GOEDE_RIJEN.replace('row r="2"', f'row r="{"9" * 5000}"')),
        "celadres van een andere rij": lambda: xlsx(GOEDE_RIJEN.replace('r="B2"', 'r="B7"')),
        "celadres is onzin": lambda: xlsx(GOEDE_RIJEN.replace('r="B2"', 'r="2B"')),
        "stijl in het kwadraat": lambda: xlsx(_rij(*vol, '<c s="²"><v>abc</v></c>')),
        "samengevoegd": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN).replace("</worksheet>", '<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>')}),
        "samengevoegd over alles": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN).replace("</worksheet>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')}),
        "percentage bij een aantal": lambda: _met_stijl("0.0%", "7.48"),
        "datum als waarde": lambda: _met_stijl("d-m-yyyy", "44287"),
        "datum van een miljard": lambda: _met_stijl("d-m-yyyy", "1000000000"),
        "datum onder nul": lambda: _met_stijl("d-m-yyyy", "-5"),
        "datum die geen getal is": lambda: _met_stijl("d-m-yyyy", "NaN"),
        "tijd als periode": lambda: _met_stijl("h:mm", "0.5", "C"),
        "formaat van een megabyte": lambda: _met_stijl("y" * MB, "x"),
    }  # fmt: skip


def _deel(soort: str, inhoud: str | None) -> bytes:
    rel = f'<Relationship Id="r2" Type="{R}/{soort}" Target="{soort}.xml"/>'
    anders: dict[str, str | bytes | None] = {"xl/_rels/workbook.xml.rels": rels_xml(rel)}
    return xlsx(**anders | {f"xl/{soort}.xml": inhoud})


def _bommen() -> dict[str, Callable[[], bytes]]:
    lange = f"<si><t>{'x' * MB}</t></si>"
    naar_nul = '<c t="s"><v>0</v></c>'
    return {
        "nullen": lambda: xlsx(**{"xl/media/x.png": bytes(60 * MB)}),
        "nullen in het blad": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN + " " * (49 * MB))}),
        "een kenmerk zonder eind": lambda: xlsx(_na_kop(f'<row r="2" x="{"y" * (45 * MB)}"/>')),
        "vier miljoen kenmerken": lambda: xlsx(_na_kop("<row " + " ".join(f'a{i}=""' for i in range(4 * MB)) + "/>")),
        "een naam zonder eind": lambda: xlsx(_na_kop(f"<{'n' * (20 * MB)}/>")),
        "cellen zonder eind": lambda: xlsx('<row r="1">' + "<c><v>1</v></c>" * (3 * MB) + "</row>"),
        "lege cellen zonder eind": lambda: xlsx('<row r="1">' + "<c/>" * (10 * MB) + "</row>"),
        "rijen zonder cellen": lambda: xlsx(KOPRIJ + '<row r="2"/>' + "<row/>" * (7 * MB)),
        "rijen met een cel": lambda: xlsx(KOPRIJ + "<row><c><v>1</v></c></row>" * (MB + MB // 2)),
        "diep genest": lambda: xlsx(KOPRIJ + "<a>" * (3 * MB)),
        "diep genest en dicht": lambda: xlsx(KOPRIJ + "<a>" * MB + "</a>" * MB),
        "lege gedeelde teksten": lambda: met_teksten(GOEDE_RIJEN, "<si><t/></si>" * (3 * MB)),
        "een gedeelde tekst zonder eind": lambda: met_teksten(rij_xml(1, *[naar_nul] * 4), f"<si><t>{'x' * (45 * MB)}</t></si>"),
        "een lange tekst in alle cellen": lambda: met_teksten(KOPRIJ + f"<row>{naar_nul * 4}</row>" * (MB // 10), lange),
        "een cel zonder eind": lambda: xlsx(rij_xml(1, "x" * (45 * MB))),
        "een cel van veel stukjes": lambda: xlsx('<row r="1"><c t="inlineStr"><is>' + "<t>x</t>" * (3 * MB) + "</is></c></row>"),
        "stijlen zonder eind": lambda: _deel("styles", "<styleSheet><cellXfs>" + "<xf/>" * (9 * MB) + "</cellXfs></styleSheet>"),
        "bladen zonder eind": lambda: xlsx(**{"xl/workbook.xml": werkmap_xml('<sheet name="a" sheetId="1" r:id="r1"/>' * (MB // 2))}),
        "verwijzingen zonder eind": lambda: xlsx(**{"xl/_rels/workbook.xml.rels": rels_xml("".join(f'<Relationship Id="q{i}" Type="x" Target="y"/>' for i in range(MB // 2)))}),
        "samenvoegingen zonder eind": lambda: xlsx(**{BLAD: blad_xml(GOEDE_RIJEN).replace("</worksheet>", "<mergeCells>" + '<mergeCell ref="A9:B9"/>' * MB + "</mergeCells></worksheet>")}),
    }  # fmt: skip


VRIJE_BOMMEN = {
    "nullen in het blad", "rijen zonder cellen", "lege gedeelde teksten", "bladen zonder eind",
    "verwijzingen zonder eind", "samenvoegingen zonder eind",
}  # fmt: skip


def maak_gevallen() -> Iterator[Geval]:
    for naam, maak in _goed().items():
        yield Geval(f"xlsx {naam}", "a.xlsx", GOED, maak)
    for naam, maak in _geweigerd().items():
        yield Geval(f"xlsx {naam}", "a.xlsx", WEIGER, maak)
    for naam, maak in _bommen().items():
        verwacht = VRIJ if naam in VRIJE_BOMMEN else WEIGER
        yield Geval(f"xlsx bom: {naam}", "a.xlsx", verwacht, maak, is_bom=True)

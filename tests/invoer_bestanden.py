"""Builders of files for the tests of the import: good ones, and hostile ones made by hand."""

import zipfile
from io import BytesIO

import openpyxl

KOP = ["indicator", "soort", "periode", "waarde"]
RIJ = ["clienten-jeugd", "realisatie", "2021-04", 748]
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"


def csv_van(*rijen, kop=KOP, scheiding=";", codering="utf-8") -> bytes:
    regels = [scheiding.join(map(str, rij)) for rij in (kop, *rijen)]
    return "\r\n".join(regels).encode(codering)


def xlsx_van(*rijen, kop=KOP, blad="Blad1", doe=None) -> bytes:
    """A workbook by openpyxl; `doe(werkmap, blad)` changes it before it is saved."""
    werkmap = openpyxl.Workbook()
    ws = werkmap.active
    ws.title = blad
    for rij in (kop, *rijen):
        ws.append(list(rij))
    if doe:
        doe(werkmap, ws)
    buffer = BytesIO()
    werkmap.save(buffer)
    return buffer.getvalue()


def zip_van(delen: dict[str, str | bytes], *, gecomprimeerd: bool = True) -> bytes:
    buffer = BytesIO()
    wijze = zipfile.ZIP_DEFLATED if gecomprimeerd else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", wijze) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return buffer.getvalue()


def kale_xlsx(rijen_xml: str = "", *, gecomprimeerd: bool = True, **anders: str | bytes) -> bytes:
    """An XLSX of hand-written parts; `anders` replaces or adds parts (`__` is a slash)."""
    delen: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types><Override ContentType='application/vnd.openxmlformats-"
        "officedocument.spreadsheetml.sheet.main+xml'/></Types>",
        "_rels/.rels": f'<Relationships xmlns="{P}"><Relationship Id="r1" '
        f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {S} xmlns:r="{R}"><sheets>'
        '<sheet name="waarnemingen" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{P}"><Relationship Id="r1" '
        f'Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": blad_xml(rijen_xml),
    }
    delen |= {naam.replace("__", "/"): inhoud for naam, inhoud in anders.items()}
    return zip_van(delen, gecomprimeerd=gecomprimeerd)


def blad_xml(rijen_xml: str, voor: str = "") -> str:
    return f"{voor}<worksheet {S}><sheetData>{rijen_xml}</sheetData></worksheet>"


def xml_rij(nummer: int, *waarden: object) -> str:
    cellen = "".join(
        f'<c r="{"ABCDEFGH"[i]}{nummer}" t="inlineStr"><is><t>{w}</t></is></c>'
        for i, w in enumerate(waarden)
    )
    return f'<row r="{nummer}">{cellen}</row>'


def ods_van(tabellen_xml: str, stijlen: str = "", **anders: str | bytes) -> bytes:
    """An ODS around hand-written tables."""
    ns = " ".join(
        f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
        for kort, lang in [
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("number", "datastyle"),
            ("calcext", "calcext"),
        ]
    )
    inhoud = (
        f"<office:document-content {ns}><office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tabellen_xml}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    delen: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": inhoud,
    }
    return zip_van(delen | {n.replace("__", "/"): w for n, w in anders.items()})


def ods_rij(*cellen: object, extra: str = "") -> str:
    """Strings and numbers as typed cells; a string that starts with < is a cell itself."""
    delen = []
    for cel in cellen:
        if isinstance(cel, str) and cel.startswith("<table"):
            delen.append(cel)
        elif isinstance(cel, str):
            soort = 'office:value-type="string"'
            delen.append(f"<table:table-cell {soort}><text:p>{cel}</text:p></table:table-cell>")
        else:
            soort = f'office:value-type="float" office:value="{cel}"'
            delen.append(f"<table:table-cell {soort}><text:p>{cel}</text:p></table:table-cell>")
    return f"<table:table-row {extra}>{''.join(delen)}</table:table-row>"


def ods_tabel(*rijen: str, naam: str = "Blad1") -> str:
    return f'<table:table table:name="{naam}">{"".join(rijen)}</table:table>'

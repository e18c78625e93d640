"""Workbooks, written by hand as XML in a zip: small, typed, and the same bytes each time.

A number is a number, everything else is text: never a formula, whatever a name begins with.
"""

from decimal import Decimal
from typing import Any
from xml.sax.saxutils import quoteattr

from monitor.publiceren.bladen import Blad, Waarde, bladen
from monitor.publiceren.pakket import maak_pakket, schoon

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def maak_xlsx(inhoud: dict[str, Any]) -> bytes:
    lijst = bladen(inhoud)
    return maak_pakket(
        [
            ("[Content_Types].xml", _soorten(len(lijst))),
            ("_rels/.rels", _relaties([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", _werkmap(lijst)),
            (
                "xl/_rels/workbook.xml.rels",
                _relaties([("worksheet", f"worksheets/sheet{i}.xml") for i in _nummers(lijst)]),
            ),
            *((f"xl/worksheets/sheet{i}.xml", _xlsx_blad(b)) for i, b in enumerate(lijst, 1)),
        ]
    )


def _nummers(lijst: list[Blad]) -> range:
    return range(1, len(lijst) + 1)


def _soorten(aantal: int) -> str:
    basis = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    bladen_ = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{basis}.worksheet+xml"/>'
        for i in range(1, aantal + 1)
    )
    return (
        f'{_XML}<Types xmlns="{_PAKKET}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{basis}.sheet.main+xml"/>'
        f"{bladen_}</Types>"
    )


def _relaties(delen: list[tuple[str, str]]) -> str:
    rijen = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/{soort}" Target="{doel}"/>'
        for i, (soort, doel) in enumerate(delen, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PAKKET}/relationships">{rijen}</Relationships>'


def _werkmap(lijst: list[Blad]) -> str:
    rijen = "".join(
        f'<sheet name={quoteattr(b.naam)} sheetId="{i}" r:id="rId{i}"/>'
        for i, b in enumerate(lijst, 1)
    )
    return f'{_XML}<workbook xmlns="{_SS}" xmlns:r="{_REL}"><sheets>{rijen}</sheets></workbook>'


def _xlsx_blad(blad: Blad) -> str:
    rijen = "".join(
        f'<row r="{i}">{"".join(_xlsx_cel(w) for w in rij)}</row>'
        for i, rij in enumerate(blad.rijen, 1)
    )
    return f'{_XML}<worksheet xmlns="{_SS}"><sheetData>{rijen}</sheetData></worksheet>'


def _xlsx_cel(waarde: Waarde) -> str:
    if waarde is None:
        return "<c/>"
    if isinstance(waarde, Decimal):
        return f"<c><v>{waarde:f}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{schoon(waarde)}</t></is></c>'


def maak_ods(inhoud: dict[str, Any]) -> bytes:
    return maak_pakket(
        [
            ("mimetype", _ODS),
            ("META-INF/manifest.xml", _manifest()),
            ("content.xml", _ods_inhoud(bladen(inhoud))),
        ],
        eerst_los=True,
    )


def _manifest() -> str:
    ruimte = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        f'{_XML}<manifest:manifest xmlns:manifest="{ruimte}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )


def _ods_inhoud(lijst: list[Blad]) -> str:
    ruimten = "".join(
        f' xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"'
        for naam in ("office", "table", "text")
    )
    tabellen = "".join(_ods_blad(b) for b in lijst)
    return (
        f'{_XML}<office:document-content{ruimten} office:version="1.3">'
        f"<office:body><office:spreadsheet>{tabellen}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def _ods_blad(blad: Blad) -> str:
    rijen = "".join(
        f"<table:table-row>{''.join(_ods_cel(w) for w in rij)}</table:table-row>"
        for rij in blad.rijen
    )
    return f"<table:table table:name={quoteattr(blad.naam)}>{rijen}</table:table>"


def _ods_cel(waarde: Waarde) -> str:
    if waarde is None:
        return "<table:table-cell/>"
    if isinstance(waarde, Decimal):
        return (
            f'<table:table-cell office:value-type="float" office:value="{waarde:f}">'
            f"<text:p>{waarde:f}</text:p></table:table-cell>"
        )
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{schoon(waarde)}</text:p></table:table-cell>"
    )

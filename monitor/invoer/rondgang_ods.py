"""The sheet to fill in as ODS: locked and open cells, choices of a list, errors in a column of their own.

Source: OpenDocument 1.3 part 3, 9.1.4 (protection) and 9.4 (content validation).
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from monitor.invoer.lees_ods import MIME
from monitor.invoer.rondgang_blad import BLAD, BREEDTE, RECHTS, STATUSSEN, Rekenblad
from monitor.invoer.schrijver import Waarde

_NS = (
    " ".join(
        f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
        for kort, lang in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("number", "datastyle"),
        )
    )
    + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME.decode()}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_LIJN = 'fo:border="0.5pt solid #c9d6d8"'
_CELSTIJLEN = {
    "kop": ('fo:background-color="#0b4650"', 'fo:color="#ffffff" fo:font-weight="bold"'),
    "titel": ("", 'fo:font-weight="bold" fo:font-size="14pt"'),
    "vast": (f'fo:background-color="#f0f2f3" {_LIJN}', 'fo:color="#5a6669"'),
    "open": (f'fo:background-color="#fff8dc" style:cell-protect="none" {_LIJN}', ""),
    "fout": (f'fo:background-color="#f6c6c1" style:cell-protect="none" {_LIJN}', ""),
}


def schrijf_ods(blad: Rekenblad) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(zipfile.ZipInfo("mimetype"), MIME)  # first and stored, as the format says
        archief.writestr("META-INF/manifest.xml", _MANIFEST)
        archief.writestr("content.xml", _inhoud(blad))
    return buffer.getvalue()


def _inhoud(blad: Rekenblad) -> str:
    kolommen = list(blad.kolommen)
    if blad.meldingen and "melding" not in kolommen:
        kolommen.append("melding")
    delen = [f'{_XML}<office:document-content {_NS} office:version="1.3">', _stijlen(kolommen)]
    delen.append("<office:body><office:spreadsheet>")
    delen.append(_keuzelijst())
    delen.append(f'<table:table table:name={quoteattr(BLAD)} table:protected="true">')
    delen += [f'<table:table-column table:style-name="k{i}"/>' for i in range(len(kolommen))]
    vorige = 0
    for nummer in sorted(blad.regels):
        if leeg := nummer - vorige - 1:
            herhaald = f' table:number-rows-repeated="{leeg}"'
            delen.append(f"<table:table-row{herhaald}><table:table-cell/></table:table-row>")
        delen.append(_rij(blad, nummer, kolommen))
        vorige = nummer
    delen.append("</table:table></office:spreadsheet></office:body></office:document-content>")
    return "".join(delen)


def _rij(blad: Rekenblad, nummer: int, kolommen: list[str]) -> str:
    waarden: list[Waarde] = list(blad.regels[nummer])
    waarden += [""] * (len(kolommen) - len(waarden)) if nummer >= blad.koprij else []
    if blad.meldingen and "melding" in kolommen:
        if nummer == 1:
            waarden.append(blad.tekst_bij(0))
        elif nummer >= blad.koprij:
            plek = kolommen.index("melding")
            waarden[plek] = "melding" if nummer == blad.koprij else blad.tekst_bij(nummer)
    cellen = (
        _cel(blad, nummer, kolommen[i] if i < len(kolommen) else "", waarde)
        for i, waarde in enumerate(waarden)
    )
    return f"<table:table-row>{''.join(cellen)}</table:table-row>"


def _cel(blad: Rekenblad, nummer: int, kolom: str, waarde: Waarde) -> str:
    kenmerken = f'table:style-name="{_stijl(blad, nummer, kolom)}"'
    if kolom == "status" and nummer > blad.koprij:
        kenmerken += ' table:content-validation-name="status"'
    if waarde == "":
        return f"<table:table-cell {kenmerken}/>"
    tekst = str(waarde)
    alineas = "".join(f"<text:p>{escape(regel)}</text:p>" for regel in tekst.split("\n"))
    soort = f'office:value-type="string" office:string-value={quoteattr(tekst)}'
    return f"<table:table-cell {kenmerken} {soort}>{alineas}</table:table-cell>"


def _stijl(blad: Rekenblad, nummer: int, kolom: str) -> str:
    if nummer < blad.koprij:
        return "titel" if nummer == 1 else "tekst"
    if nummer == blad.koprij:
        return "kop"
    soort = "fout" if blad.is_fout(nummer, kolom) else "vast"
    if soort == "vast" and blad.is_open(nummer, kolom):
        soort = "open"
    return f"{soort}-r" if kolom in RECHTS else soort


def _stijlen(kolommen: list[str]) -> str:
    delen = ["<office:automatic-styles>"]
    for i, kolom in enumerate(kolommen):
        breed = BREEDTE.get(kolom, 13) * 0.19
        delen.append(
            f'<style:style style:name="k{i}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{breed:.2f}cm"/></style:style>'
        )
    # Cells are text before anything is typed, so that `1-2` does not become a date.
    delen.append(
        '<number:text-style style:name="alstekst"><number:text-content/></number:text-style>'
        '<style:style style:name="tekst" style:family="table-cell"/>'
    )
    for naam, (cel, tekst) in _CELSTIJLEN.items():
        for achter, alinea in (
            ("", ""),
            ("-r", '<style:paragraph-properties fo:text-align="end"/>'),
        ):
            delen.append(
                f'<style:style style:name="{naam}{achter}" style:family="table-cell" '
                'style:data-style-name="alstekst">'
                f"<style:table-cell-properties {cel}/>{alinea}"
                f"<style:text-properties {tekst}/></style:style>"
            )
    return "".join([*delen, "</office:automatic-styles>"])


def _keuzelijst() -> str:
    lijst = ";".join(f'"{s}"' for s in STATUSSEN)
    voorwaarde = quoteattr(f"of:cell-content-is-in-list({lijst})")
    return (
        '<table:content-validations><table:content-validation table:name="status" '
        f'table:condition={voorwaarde} table:allow-empty-cell="true" '
        f'table:base-cell-address="{BLAD}.A1" table:display-list="unsorted">'
        '<table:error-message table:message-type="stop" table:display="true"><text:p>Kies uit: '
        f"{', '.join(STATUSSEN)}.</text:p></table:error-message>"
        "</table:content-validation></table:content-validations>"
    )

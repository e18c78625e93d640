"""Write sheets as CSV, XLSX or ODS: texts stay texts, so that no cell becomes a formula.

What is written here is read back the same by `lezer`.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from monitor.invoer.cellen import getal_als_tekst
from monitor.invoer.lees_ods import MIME

Waarde = str | int | Decimal
Blad = tuple[str, Iterable[Sequence[Waarde]]]
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": MIME.decode(),
}
GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


def schrijf(formaat: str, bladen: Sequence[Blad]) -> bytes:
    """The bytes of a file; CSV has room for the first sheet only."""
    return {"csv": _csv, "xlsx": _xlsx, "ods": _ods}[formaat](bladen)


def _csv(bladen: Sequence[Blad]) -> bytes:
    buffer = StringIO()
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for rij in bladen[0][1]:
        schrijver.writerow([_csv_cel(cel) for cel in rij])
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cel(cel: Waarde) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe; a number does not."""
    if not isinstance(cel, str):
        return leesbaar_getal(cel)
    return f"'{cel}" if cel.startswith(GEVAARLIJK) else cel


def leesbaar_getal(getal: int | Decimal) -> str:
    """Plain Dutch notation; three decimals are written as four, for `1,234` may be English."""
    tekst = getal_als_tekst(getal)
    return f"{tekst}0" if len(tekst.partition(",")[2]) == 3 else tekst


def _xlsx(bladen: Sequence[Blad]) -> bytes:
    werkmap = Workbook(write_only=True)
    for naam, rijen in bladen:
        blad = werkmap.create_sheet(naam)
        for rij in rijen:
            blad.append([_xlsx_cel(blad, cel) for cel in rij])
    buffer = BytesIO()
    werkmap.save(buffer)
    return buffer.getvalue()


def _bewaarbaar(waarde: Waarde) -> Waarde:
    """A spreadsheet keeps fifteen digits of a number; a longer one goes as text."""
    if isinstance(waarde, str) or len(Decimal(waarde).normalize().as_tuple().digits) <= 15:
        return waarde
    return leesbaar_getal(waarde)


_TEKEN = re.compile(r"_x[0-9A-Fa-f]{4}_")  # what a workbook would read as a character


def _xlsx_cel(blad: object, waarde: Waarde) -> WriteOnlyCell | None:
    if waarde == "":
        return None
    waarde = _bewaarbaar(waarde)
    if isinstance(waarde, str):
        waarde = _TEKEN.sub(r"_x005F\g<0>", waarde)
    cel = WriteOnlyCell(blad, value=waarde)
    if isinstance(waarde, str):
        cel.data_type = "s"  # also when it starts with =
    return cel


_NS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'office:version="1.3"'
)
_KOP = '<?xml version="1.0" encoding="UTF-8"?>'
_MANIFEST = (
    f'{_KOP}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME.decode()}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def _ods(bladen: Sequence[Blad]) -> bytes:
    delen = [f"{_KOP}<office:document-content {_NS}><office:body><office:spreadsheet>"]
    for naam, rijen in bladen:
        delen.append(f"<table:table table:name={quoteattr(naam)}>")
        for rij in rijen:
            cellen = "".join(_ods_cel(cel) for cel in rij)
            delen.append(f"<table:table-row>{cellen}</table:table-row>")
        delen.append("</table:table>")
    delen.append("</office:spreadsheet></office:body></office:document-content>")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(zipfile.ZipInfo("mimetype"), MIME)  # first and stored, as the format says
        archief.writestr("META-INF/manifest.xml", _MANIFEST)
        archief.writestr("content.xml", "".join(delen))
    return buffer.getvalue()


def _ods_cel(waarde: Waarde) -> str:
    waarde = _bewaarbaar(waarde)
    if waarde == "":
        return "<table:table-cell/>"
    if isinstance(waarde, str):
        alineas = "".join(f"<text:p>{escape(regel)}</text:p>" for regel in waarde.split("\n"))
        soort = f'office:value-type="string" office:string-value={quoteattr(waarde)}'
        return f"<table:table-cell {soort}>{alineas}</table:table-cell>"
    kaal = f"{Decimal(waarde).normalize():f}"
    tekst = f"<text:p>{getal_als_tekst(waarde)}</text:p>"
    return f'<table:table-cell office:value-type="float" office:value="{kaal}">{tekst}</table:table-cell>'

"""What the corpus is made with: bytes without a clock or chance in them."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.invoer_bestanden import KOP, P, R, S, blad_xml

GOED, WEIGER, VRIJ = "goed", "weiger", "vrij"
RIJ = ["clienten-jeugd", "realisatie", "2021-04", "748"]
DAG = (2026, 1, 1, 0, 0, 0)
ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"
Delen = dict[str, "str | bytes"]


class Geval(NamedTuple):
    """`verwacht`: GOED is read as 748 clients, WEIGER is refused, VRIJ is either, or read as `als`."""

    naam: str
    bestandsnaam: str
    verwacht: str
    maak: Callable[[], bytes]
    is_bom: bool = False  # its memory is measured as well
    als: Callable[[], bytes] | None = None  # when it is read, then as this file


def zip_van(delen: Delen | list[tuple[str, str | bytes]], *, stil: bool = False) -> bytes:
    """A zip with a fixed date; a list may name a part twice. `stil`: stored, not compressed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        for naam, inhoud in delen.items() if isinstance(delen, dict) else delen:
            info = zipfile.ZipInfo(naam, DAG)
            info.compress_type = zipfile.ZIP_STORED if stil else zipfile.ZIP_DEFLATED
            archief.writestr(info, inhoud)
    return buffer.getvalue()


def rij_xml(nummer: int, *waarden: str) -> str:
    """Cells as inline text; a value that starts with `<c` is a cell itself."""
    cellen = (
        w if w.startswith("<c") else
        f'<c r="{"ABCDEFGHIJ"[i]}{nummer}" t="inlineStr"><is><t xml:space="preserve">{escape(w)}</t></is></c>'
        for i, w in enumerate(waarden)
    )  # fmt: skip
    return f'<row r="{nummer}">{"".join(cellen)}</row>'


GOEDE_RIJEN = rij_xml(1, *KOP) + rij_xml(2, *RIJ)


def xlsx_delen(rijen: str = GOEDE_RIJEN, **anders: str | bytes | None) -> Delen:
    """The parts of a workbook; `anders` replaces, adds or (None) takes away (`__` is a slash)."""
    soort = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    delen: dict[str, str | bytes | None] = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        f"<Override PartName='/xl/workbook.xml' ContentType='{soort}.sheet.main+xml'/></Types>",
        "_rels/.rels": f'<Relationships xmlns="{P}"><Relationship Id="r1" '
        f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": werkmap_xml(),
        "xl/_rels/workbook.xml.rels": rels_xml(),
        "xl/worksheets/sheet1.xml": blad_xml(rijen),
    }
    delen |= {naam.replace("__", "/"): inhoud for naam, inhoud in anders.items()}
    return {naam: inhoud for naam, inhoud in delen.items() if inhoud is not None}


def werkmap_xml(bladen: str = '<sheet name="Blad1" sheetId="1" r:id="r1"/>', voor: str = "") -> str:
    return f'{voor}<workbook {S} xmlns:r="{R}"><sheets>{bladen}</sheets></workbook>'


def rels_xml(meer: str = "", doel: str = "worksheets/sheet1.xml") -> str:
    eerste = f'<Relationship Id="r1" Type="{R}/worksheet" Target="{doel}"/>'
    return f'<Relationships xmlns="{P}">{eerste}{meer}</Relationships>'


def xlsx(rijen: str = GOEDE_RIJEN, **anders: str | bytes | None) -> bytes:
    return zip_van(xlsx_delen(rijen, **anders))


def met_teksten(rijen: str, teksten: str) -> bytes:
    """A workbook with shared texts."""
    rel = f'<Relationship Id="r2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>'
    return xlsx(
        rijen,
        **{
            "xl/_rels/workbook.xml.rels": rels_xml(rel),
            "xl/sharedStrings.xml": f"<sst {S}>{teksten}</sst>",
        },
    )


def ods_cel(waarde: str) -> str:
    if waarde.startswith("<table"):
        return waarde
    return (
        f'<table:table-cell office:value-type="string"><text:p>{escape(waarde)}</text:p>'
        "</table:table-cell>"
    )


def ods_rij(*waarden: str, extra: str = "") -> str:
    return f"<table:table-row {extra}>{''.join(map(ods_cel, waarden))}</table:table-row>"


GOEDE_TABEL = f'<table:table table:name="Blad1">{ods_rij(*KOP)}{ods_rij(*RIJ)}</table:table>'


def ods_delen(tabellen: str = GOEDE_TABEL, **anders: str | bytes | None) -> Delen:
    ns = " ".join(
        f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
        for kort, lang in (
            ("office", "office"), ("table", "table"), ("text", "text"),
            ("style", "style"), ("number", "datastyle"),
        )
    )  # fmt: skip
    inhoud = (
        f"<office:document-content {ns}><office:body><office:spreadsheet>{tabellen}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    delen: dict[str, str | bytes | None] = {"mimetype": ODS_MIME, "content.xml": inhoud}
    delen |= {naam.replace("__", "/"): deel for naam, deel in anders.items()}
    return {naam: deel for naam, deel in delen.items() if deel is not None}


def ods(tabellen: str = GOEDE_TABEL, **anders: str | bytes | None) -> bytes:
    return zip_van(ods_delen(tabellen, **anders))


def ods_rijen(*rijen: str) -> bytes:
    """An ODS with these rows under the names of the columns."""
    return ods(f'<table:table table:name="Blad1">{ods_rij(*KOP)}{"".join(rijen)}</table:table>')


def csv(*rijen: list[str], kop: list[str] = KOP, codering: str = "utf-8", sch: str = ";") -> bytes:
    return "\r\n".join(sch.join(rij) for rij in (kop, *rijen)).encode(codering)


def dubbel(delen: list[tuple[str, str | bytes]], naam: str | None) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile says that a name stands there twice: it should
        return zip_van([*delen, *((n, i) for n, i in delen if n == naam)])


def met_vlag(inhoud: bytes, vlag: int) -> bytes:
    """Set a flag bit of every entry, in the local and in the central directory."""
    bytes_ = bytearray(inhoud)
    for merk, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begin = -1
        while (begin := inhoud.find(merk, begin + 1)) >= 0:
            bytes_[begin + plek] |= vlag
    return bytes(bytes_)


def met_methode(inhoud: bytes, methode: int) -> bytes:
    bytes_ = bytearray(inhoud)
    for merk, plek in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        begin = -1
        while (begin := inhoud.find(merk, begin + 1)) >= 0:
            bytes_[begin + plek] = methode
    return bytes(bytes_)

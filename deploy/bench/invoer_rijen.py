"""The rows of the benchmark: tidy figures of one gemeente, always the same, as CSV and as XLSX."""

import csv
import io
import random
import zipfile
from decimal import Decimal

MAANDEN = [f"{2019 + n // 12}-{n % 12 + 1:02}" for n in range(60)]
DELEN = {
    "leveringsvorm": ["zin", "pgb", "anders"],
    "leeftijd": ["0-11", "12-17", "18-26", "27-44", "45-64", "65-plus"],
    "wijk": [f"wijk-{n:02}" for n in range(1, 19)],
}
SOORTEN = ["realisatie", "prognose"]
# unit, what is counted, decimals, from, to: in turns over the indicators
STIJLEN = [
    ("aantal", "personen", 0, 12, 3000),
    ("euro", "euro", 2, 20_000, 13_000_000),
    ("percentage", "overig", 1, 1, 99),
    ("aantal", "gebeurtenissen", 0, 0, 900),
    ("cijfer", "overig", 1, 5, 9),
]
KOP = ["gemeente", "indicator", "soort", "periode", "waarde", "status", "voetnoot", *DELEN]
GEMEENTE = "meetstad"


def indicatoren(aantal: int) -> list[tuple[str, str, str, int]]:
    """Code, unit, what is counted, decimals: as many as so many rows need."""
    per_stuk = len(SOORTEN) * len(MAANDEN) * (1 + sum(map(len, DELEN.values())))
    stijlen = [STIJLEN[n % len(STIJLEN)] for n in range(-(-aantal // per_stuk))]
    return [(f"cijfer-{n:02}", *stijl[:3]) for n, stijl in enumerate(stijlen)]


def rijen(aantal: int) -> list[list[str]]:
    """As a source system exports them: Dutch notation, some without a number, some with a note."""
    kans, uit = random.Random(41), []  # noqa: S311 - no secret
    plekken = [("", ""), *((d, c) for d, codes in DELEN.items() for c in codes)]
    for n, (code, _, _, decimalen) in enumerate(indicatoren(aantal)):
        laag, hoog = STIJLEN[n % len(STIJLEN)][3:]
        for soort in SOORTEN:
            for dimensie, categorie in plekken:
                peil = kans.uniform(laag, hoog)
                for maand in MAANDEN:
                    peil = min(hoog, max(laag, peil * kans.uniform(0.97, 1.03)))
                    rij = [GEMEENTE, code, soort, maand, _waarde(kans, peil, decimalen), "", ""]
                    rij[5] = "voorlopig" if maand >= "2023-07" else ""
                    rij[6] = f"Telling van {maand} is herzien." if kans.random() < 0.01 else ""
                    uit.append(rij + [categorie if d == dimensie else "" for d in DELEN])
    return uit[:aantal]


def _waarde(kans: random.Random, peil: float, decimalen: int) -> str:
    lot = kans.random()
    if lot < 0.01:
        return "<10" if decimalen == 0 else "niet gemeten"
    if lot < 0.015:
        return "nog niet bekend"
    getal = f"{Decimal(str(round(peil, decimalen))):,.{decimalen}f}"
    return getal.replace(",", " ").replace(".", ",").replace(" ", ".")


def als_csv(rijen_: list[list[str]]) -> bytes:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerows([KOP, *rijen_])
    return uit.getvalue().encode("utf-8")


# -- a workbook as a spreadsheet program saves it: numbers as numbers, words as shared texts --------

_HOOFD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = "http://schemas.openxmlformats.org"
_BLAD = f"{_NS}/spreadsheetml/2006/main"
_REL = f"{_NS}/officeDocument/2006/relationships"
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_VAST = {
    "[Content_Types].xml": f'<Types xmlns="{_NS}/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_MIME}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_MIME}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_MIME}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_BLAD}" xmlns:r="{_REL}"><sheets>'
    '<sheet name="waarnemingen" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def als_xlsx(rijen_: list[list[str]]) -> bytes:
    teksten: dict[str, int] = {}
    regels = [_regel(n, rij, teksten) for n, rij in enumerate([KOP, *rijen_], 1)]
    delen = _VAST | {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_BLAD}" xmlns:r="{_REL}"><sheetData>'
        + "".join(regels)
        + "</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_BLAD}" uniqueCount="{len(teksten)}">'
        + "".join(f"<si><t>{_xml(t)}</t></si>" for t in teksten)
        + "</sst>",
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as boek:
        for naam, inhoud in delen.items():
            boek.writestr(naam, _HOOFD + inhoud)
    return uit.getvalue()


def _regel(nummer: int, rij: list[str], teksten: dict[str, int]) -> str:
    cellen = []
    for letter, naam, tekst in zip("ABCDEFGHIJ", KOP, rij, strict=True):
        kaal = tekst.replace(".", "").replace(",", ".")
        if naam == "waarde" and kaal.replace(".", "").isdigit():
            cellen.append(f'<c r="{letter}{nummer}"><v>{float(kaal):.15g}</v></c>')
        elif tekst:
            plek = teksten.setdefault(tekst, len(teksten))
            cellen.append(f'<c r="{letter}{nummer}" t="s"><v>{plek}</v></c>')
    return f'<row r="{nummer}" spans="1:10">{"".join(cellen)}</row>'


def _xml(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;")

"""One row with one odd cell, written in each of the three formats."""

from __future__ import annotations

from collections.abc import Iterator
from csv import writer
from io import StringIO

from tests.corpus.maak import RIJ, WEIGER, Geval, ods_rij, ods_rijen, rij_xml, xlsx
from tests.invoer_bestanden import KOP

WAARDEN = {
    "NaN": "NaN",
    "oneindig": "Infinity",
    "min oneindig": "-inf",
    "1e308": "1e308",
    "1e400": "-1e400",
    "exponent": "7E2",
    "10 tot de 15e": "1000000000000000",
    "veertig cijfers": "9" * 40,
    "vijfduizend cijfers": "9" * 5000,
    "hexadecimaal": "0x2EC",
    "underscore": "7_48",
    "breuk": "½",
    "kwadraat": "²",
    "arabische cijfers": "٧٤٨",
    "brede cijfers": "７４８",
    "romeins": "Ⅶ",
    "engels": "1,234",
    "engels met decimalen": "1,234,567.89",
    "twee komma's": "1,2,3",
    "komma bij een aantal": "748,5",
    "streepje": "-",
    "twee minnen": "--5",
    "plus en min": "+-5",
    "onder nul": "-748",
    "alleen euro": "€",
    "euro bij een aantal": "€ 748",
    "procent bij een aantal": "7,5%",
    "omgekeerd bereik": "20-15",
    "half bereik": "15-",
    "vier kleiner": "<<<<10",
    "kleiner dan niets": "<",
    "formule": "=1+1",
    "opdracht": '=cmd|"/c calc"!A0',
    "apenstaart": "@SUM(A1)",
    "hyperlink": '=HYPERLINK("http://127.0.0.1","x")',
    "script": "<script>alert(1)</script>",
    "svg": "<svg/onload=alert(1)>",
    "sjabloon": "{{ settings.SECRET_KEY }}",
    "sql": "1'; DROP TABLE monitor_waarneming;--",
    "leesrichting": "7\u202e48",
    "breedteloos": "7\u200f48",
    "lang": "7" * 40_000,
    "woorden": "zeven honderd " * 4000,
    "foutwoord": "#N/A",
    "waar": "WAAR",
    "leeg": "",
    "emoji": "👍" * 20,
    "samengesteld": "e\u0301" * 50,
}
PERIODEN = ("13-2021", "2021-13", "2021-00", "0000", "99999", "2021-02-30", "9" * 5000, "t/m", "Q5 2021",
            "-1", "2021-P14", "٢٠٢١", "<script>", "2021-04_2021-01", "2021²")  # fmt: skip
ANDERS = {
    "indicator": ("", "clienten-jeugt", "../../x", "' OR 1=1", "\u202eclienten", "x" * 40_000),
    "soort": ("", "begroting", "=1", "realisatie;drop", "x" * 40_000),
}


def _als_csv(cellen: list[str]) -> bytes:
    buffer = StringIO()
    writer(buffer, delimiter=";").writerows([KOP, cellen])
    return buffer.getvalue().encode()


MAKERS = {
    "csv": _als_csv,
    "xlsx": lambda cellen: xlsx(rij_xml(1, *KOP) + rij_xml(2, *cellen)),
    "ods": lambda cellen: ods_rijen(ods_rij(*cellen)),
}


def _rijen() -> Iterator[tuple[str, list[str]]]:
    for naam, waarde in WAARDEN.items():
        yield f"waarde {naam}", [*RIJ[:3], waarde]
    for nummer, periode in enumerate(PERIODEN):
        yield f"periode {nummer} {periode[:12]}", [*RIJ[:2], periode, RIJ[3]]
    for kolom, waarden in ANDERS.items():
        for nummer, waarde in enumerate(waarden):
            rij = [waarde if k == kolom else w for k, w in zip(KOP, RIJ, strict=True)]
            yield f"{kolom} {nummer} {waarde[:12]}", rij


def maak_gevallen() -> Iterator[Geval]:
    for naam, rij in _rijen():
        for formaat, maak in MAKERS.items():
            yield Geval(f"{formaat} {naam}", f"a.{formaat}", WEIGER, lambda m=maak, r=rij: m(r))

"""CSV: encodings, separators, quotes, and what is no CSV at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.corpus.maak import GOED, RIJ, VRIJ, WEIGER, Geval, csv, xlsx
from tests.invoer_bestanden import KOP

GOEDE = csv(RIJ)
NOOT = [*RIJ, "café €"]
KOP_NOOT = [*KOP, "voetnoot"]
REGEL = ";".join(RIJ)


def _met_bom(codering: str, bom: bytes) -> bytes:
    return bom + csv(NOOT, kop=KOP_NOOT, codering=codering)


def _goed() -> dict[str, bytes]:
    teksten = {
        c: csv(NOOT, kop=KOP_NOOT, codering=c)
        for c in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
    }
    teksten["latin-1"] = csv([*RIJ, "café"], kop=KOP_NOOT, codering="latin-1")
    teksten["latin-9"] = csv(NOOT, kop=KOP_NOOT, codering="iso8859-15")
    return teksten | {
        "bom utf-16 le": _met_bom("utf-16-le", b"\xff\xfe"),
        "bom utf-16 be": _met_bom("utf-16-be", b"\xfe\xff"),
        "komma": csv(RIJ, sch=","),
        "tab": csv(RIJ, sch="\t"),
        "sep-regel": b"sep=;\r\n" + GOEDE,
        "sep-regel met aanhalingstekens": b'"sep=,"\r\n' + csv(RIJ, sch=","),
        "alleen LF": GOEDE.replace(b"\r\n", b"\n"),
        "alleen CR": GOEDE.replace(b"\r\n", b"\r"),
        "lege regels": b"\r\n\r\n" + GOEDE + b"\r\n\r\n;;;\r\n\r\n",
        "alles tussen aanhalingstekens": csv([f'"{w}"' for w in RIJ], kop=[f'"{k}"' for k in KOP]),
        "spaties": csv([f"  {w} " for w in RIJ], kop=[f" {k.upper()}  " for k in KOP]),
        "harde spaties": csv([f"\xa0{w}\xa0" for w in RIJ]),
        "geen regeleinde": GOEDE.rstrip(),
        "grote extensie": GOEDE,
    }


def _geweigerd() -> dict[str, bytes]:
    return {
        "leeg": b"",
        "een spatie": b" ",
        "alleen een BOM": b"\xef\xbb\xbf",
        "alleen een halve BOM": b"\xff\xfe",
        "alleen een kop": csv(),
        "alleen sep": b"sep=;",
        "alleen scheidingstekens": b";" * 5000,
        "NUL in de tekst": GOEDE.replace(b"748", b"74\x008"),
        "alleen NUL": bytes(5000),
        "utf-7": "+AGkAbgBkAGkAYwBhAHQAbwBy;soort\n".encode("ascii"),
        "oneven utf-16": csv(RIJ, codering="utf-16")[:-1],
        "los surrogaat in utf-16": b"\xff\xfe" + "a;b\n".encode("utf-16-le") + b"\x00\xd8\x41\x00",
        "utf-8 en cp1252 door elkaar": csv([*RIJ, "café"], kop=KOP_NOOT) + b"\r\n\xe9;\x80",
        "EBCDIC": csv(RIJ, codering="cp500"),
        "aanhalingsteken dat niet sluit": GOEDE.replace(b"748", b'"748'),
        "aanhalingsteken middenin": GOEDE.replace(b"748", b'"7"48'),
        "cel van een megabyte": GOEDE.replace(b"748", b"7" * 1_000_000),
        "kolomnaam van een megabyte": b"i" * 1_000_000 + b";" + GOEDE,
        "kolomnaam bijna goed en lang": b"indicator" * 12_000 + b";" + GOEDE,
        "tienduizend kolommen": csv(RIJ, kop=[*KOP, *(f"k{i}" for i in range(10_000))]),
        "tienduizend cellen": csv([*RIJ, *["1"] * 10_000]),
        "tienduizend lege kolomnamen": csv([*RIJ, *[""] * 10_000, "x"], kop=[*KOP, *[""] * 10_000]),
        "dubbele kolom": csv([*RIJ, "9"], kop=[*KOP, "Waarde"]),
        "onbekende kolom": csv([*RIJ, "9"], kop=[*KOP, "__class__"]),
        "kolom ontbreekt": csv(RIJ[:3], kop=KOP[:3]),
        "scheidingstekens door elkaar": b"indicator;soort,periode\twaarde\r\na;b,c\td",
        "sep liegt": b"sep=|\r\n" + GOEDE,
        "sep is een letter": b"sep=i\r\n" + GOEDE,
        "sep is een aanhalingsteken": b'sep="\r\n' + GOEDE,
        "sep is een regeleinde": b"sep=\r\r\n" + GOEDE,
        "sep is NUL-achtig": "sep=\u2028\r\n".encode() + GOEDE,
        "zelfde cijfer twee keer": csv(RIJ, RIJ),
        "andere gemeente": csv([*RIJ, "elders"], kop=[*KOP, "gemeente"]),
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "gzip": b"\x1f\x8b\x08\x00" + bytes(range(1, 200)),
        "zip": xlsx(),
        "webpagina": b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>",
        "xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "rtf": b"{\\rtf1 hallo}",
        "json": b'{"indicator": "clienten-jeugd"}',
        "oud excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "willekeurige bytes": bytes((i * 73 + 41) % 256 for i in range(5000)),
    }


def _namen() -> Iterator[Geval]:
    """Names that say something else than the file is, or that mean harm."""
    for naam in (
        "a", "", ".csv.exe", "a.xlsm", "a.xltm", "a.xlsb", "a.xls", "a.csv\x00.xlsx", "a.json",
        "a.xlsx", "a.ods", "a.CSV ", "a.", "a.csv/../b", "a.\u202evsc", "a." + "x" * 300,
    ):  # fmt: skip
        yield Geval(f"naam {naam[:40]!r}", naam, WEIGER, lambda: GOEDE)
    for naam in (
        "../../etc/a.csv",
        "C:\\a.csv",
        "a.xlsx.csv",
        "-rf.csv",
        "é€.csv",
        "x" * 300 + ".csv",
    ):
        yield Geval(f"naam {naam[:40]!r}", naam, GOED, lambda: GOEDE)


def _blanco(rijen: int) -> bytes:
    return GOEDE + b"\r\n" * rijen


def _veel(rijen: int) -> bytes:
    return GOEDE + b"\r\n" + b"a;b;c;1\r\n" * rijen


def maak_gevallen() -> Iterator[Geval]:
    for naam, inhoud in _goed().items():
        bestand = "A.CSV" if naam == "grote extensie" else "a.csv"
        yield Geval(f"csv {naam}", bestand, GOED, partial(bytes, inhoud))
    for naam, inhoud in _geweigerd().items():
        yield Geval(f"csv {naam}", "a.csv", WEIGER, partial(bytes, inhoud))
    yield from _namen()
    yield Geval("csv een miljoen lege regels", "a.csv", GOED, partial(_blanco, 1_000_000), True)
    yield Geval("csv 300.000 rijen", "a.csv", WEIGER, partial(_veel, 300_000), True)
    yield Geval("csv een regel van 9 MB", "a.csv", WEIGER, lambda: GOEDE + b"a" * 9_000_000, True)
    yield Geval(
        "csv 9 MB puntkomma's", "a.csv", WEIGER, lambda: GOEDE + b"\n" + b";" * 9_000_000, True
    )
    yield Geval(
        "csv 9 MB aanhalingstekens",
        "a.csv",
        WEIGER,
        lambda: GOEDE + b'\n"' + b'""' * 4_500_000,
        True,
    )
    yield Geval("csv te groot", "a.csv", WEIGER, lambda: GOEDE + b"\n" * 11_000_000, True)
    for i in range(8):  # a quote at each place: read otherwise or refused, never a crash
        plek = 7 * i + 3
        yield Geval(f"csv aanhalingsteken op {plek}", "a.csv", VRIJ,
                    lambda p=plek: GOEDE[:p] + b'"' + GOEDE[p:])  # fmt: skip

"""Files of a publication: each a pure function of the snapshot, the same bytes each time."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from monitor.publiceren.nota.docx import SOORT as DOCX
from monitor.publiceren.nota.docx import maak_docx
from monitor.publiceren.nota.odt import SOORT as ODT
from monitor.publiceren.nota.odt import maak_odt
from monitor.publiceren.rekenbladen import maak_ods, maak_xlsx
from monitor.publiceren.sdmx import maak_sdmx_csv
from monitor.publiceren.sdmxstructuur import maak_sdmx_structuur
from monitor.publiceren.veilig import VERBORGEN, dimensies, onschadelijk

__all__ = ["FORMATEN", "dimensies", "maak_csv", "maak_ods", "maak_xlsx", "onschadelijk", "rijen"]

VASTE_KOLOMMEN = (
    "gemeente",
    "uitgave",
    "indicator",
    "indicator_naam",
    "soort",
    "periode",
    "waarde",
    "tekst",
    "toestand",
    "status",
    "eenheid",
    "voetnoot",
    "bron",
)


def rijen(inhoud: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Every figure of the snapshot, one a row: tidy. A hidden figure has no `waarde`."""
    for indicator in inhoud["indicatoren"].values():
        for reeks in indicator["reeksen"]:
            delen = {d["dimensie"]: d["categorie"] for d in reeks["delen"]}
            for cel in reeks["cellen"]:
                yield _rij(inhoud, indicator, reeks, cel) | delen


def _rij(
    inhoud: dict[str, Any], indicator: dict[str, Any], reeks: dict[str, Any], cel: dict[str, Any]
) -> dict[str, str]:
    verborgen = cel["toestand"] in VERBORGEN
    return {
        "gemeente": inhoud["gemeente"]["slug"],
        "uitgave": inhoud["uitgave"]["slug"],
        "indicator": indicator["code"],
        "indicator_naam": indicator["naam"],
        "soort": reeks["soort"],
        "periode": cel["periode"],
        "waarde": "" if verborgen else (cel["waarde"] or "").replace(".", ","),
        "tekst": cel["tekst"],
        "toestand": "onderdrukt" if verborgen else cel["toestand"],
        "status": cel["status"],
        "eenheid": indicator["eenheid"],
        "voetnoot": cel["voetnoot"],
        "bron": indicator["bron"],
    }


def maak_csv(inhoud: dict[str, Any]) -> bytes:
    """Tidy, `;` between, decimal comma, UTF-8 with BOM: opens rightly in a Dutch spreadsheet."""
    kolommen = [*VASTE_KOLOMMEN, *(d for d in dimensies(inhoud) if d not in VASTE_KOLOMMEN)]
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(kolommen)
    for rij in rijen(inhoud):
        schrijver.writerow([onschadelijk(rij.get(k, ""), is_getal=k == "waarde") for k in kolommen])
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def maak_json(inhoud: dict[str, Any]) -> bytes:
    """The snapshot itself, made to be read by people."""
    return (json.dumps(inhoud, sort_keys=True, ensure_ascii=False, indent=2) + "\n").encode()


FORMATEN: dict[str, tuple[Callable[[dict[str, Any]], bytes], str]] = {
    "csv": (maak_csv, "text/csv; charset=utf-8"),
    "json": (maak_json, "application/json"),
    "xlsx": (maak_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (maak_ods, "application/vnd.oasis.opendocument.spreadsheet"),
    "odt": (maak_odt, ODT),
    "docx": (maak_docx, DOCX),
    "sdmx.csv": (maak_sdmx_csv, "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"),
    "sdmx.json": (maak_sdmx_structuur, "application/vnd.sdmx.structure+json; version=2.0.0"),
}

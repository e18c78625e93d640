"""The figures as SDMX-CSV 2.0: the notation of statistical offices, for programs.

Codes stay ours (upper case); status and confidentiality use the lists of SDMX (CL_OBS_STATUS 2.2,
CL_CONF_STATUS 1.3). What the codes mean is in the structure message, see `sdmxstructuur`.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from monitor.publiceren.veilig import GEHEIM, VERBORGEN, dimensies, onschadelijk
from monitor.regels.perioden_sdmx import sdmx_tijd

VOORAF = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
VAST = ("FREQ", "REF_AREA", "INDICATOR", "SOORT")
METING = ("OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "DECIMALS", "OBS_TEXT", "COMMENT_OBS")  # fmt: skip
TOTAAL = "_T"
_STATUS = {"definitief": "A", "voorlopig": "P", "geschat": "E"}
_MENSEN = ("personen", "huishoudens")
_LEEG = {"niet_gemeten": "L", "vervallen": "L", "nvt": "M"}


def structuur_id(inhoud: dict[str, Any]) -> str:
    return f"{agentschap(inhoud)}:{naam(inhoud)}(1.0)"


def agentschap(inhoud: dict[str, Any]) -> str:
    """Who keeps the structure: the CBS code of the gemeente, or its name in the address."""
    return str(inhoud["gemeente"]["cbs_code"] or code(f"GM-{inhoud['gemeente']['slug']}"))


def naam(inhoud: dict[str, Any]) -> str:
    return "SOCIAAL_DOMEIN_" + code(inhoud["uitgave"]["slug"])


def code(tekst: str) -> str:
    """An identifier that SDMX accepts."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" for c in tekst).upper()


def kolom(dimensie: str) -> str:
    """The column of a breakdown; never one that SDMX or we have already."""
    kop = code(dimensie).replace("-", "_")
    return f"UITSPLITSING_{kop}" if kop in {*VOORAF, *VAST, *METING, "TIME_PERIOD"} else kop


def is_verborgen(indicator: dict[str, Any], cel: dict[str, Any]) -> bool:
    """Hidden for privacy. "Less than a third" is a bound that the source gave, and hides nobody."""
    telt_mensen = indicator["eenheid"] == "aantal" and indicator["telt"] in _MENSEN
    return cel["toestand"] == "onderdrukt" or (cel["toestand"] == "kleiner_dan" and telt_mensen)


def status(indicator: dict[str, Any], cel: dict[str, Any]) -> str:
    """CL_OBS_STATUS: A normal, P provisional, E estimated, Q suppressed, L not collected, M cannot
    exist, O missing."""
    if is_verborgen(indicator, cel):
        return "Q"
    if cel["waarde"] is None:
        return _LEEG.get(cel["toestand"], "O")
    return "E" if cel["benadering"] else _STATUS[cel["status"]]


def heeft_geheim(inhoud: dict[str, Any]) -> bool:
    """Whether a count is hidden without saying whether it is small."""
    cellen = (c for i in inhoud["indicatoren"].values() for r in i["reeksen"] for c in r["cellen"])
    return any(c["tekst"] == GEHEIM for c in cellen)


def vertrouwelijk(indicator: dict[str, Any], cel: dict[str, Any]) -> str:
    """CL_CONF_STATUS: F free, A hidden because it is a small count, D hidden because a small count
    would follow from it, C hidden without saying which of these."""
    if not is_verborgen(indicator, cel):
        return "F"
    if cel["tekst"] == GEHEIM:
        return "C"
    return "A" if cel["tekst"].startswith("<") else "D"


def maak_sdmx_csv(inhoud: dict[str, Any]) -> bytes:
    """One row for each figure, `,` between, decimal point, UTF-8. A hidden figure has no OBS_VALUE."""
    splitsingen = dimensies(inhoud)
    kolommen = [*VOORAF, *VAST, *map(kolom, splitsingen), "TIME_PERIOD", *METING]
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, lineterminator="\r\n")
    schrijver.writerow(kolommen)
    vooraf = ["dataflow", structuur_id(inhoud), "I"]
    for rij in _rijen(inhoud, splitsingen):
        schrijver.writerow(vooraf + rij)
    return uit.getvalue().encode()


def _rijen(inhoud: dict[str, Any], splitsingen: list[str]) -> Iterator[list[str]]:
    gebied = agentschap(inhoud)
    for indicator in inhoud["indicatoren"].values():
        for reeks in indicator["reeksen"]:
            delen = {d["dimensie"]: code(d["categorie"]) for d in reeks["delen"]}
            sleutel = [gebied, code(indicator["code"]), code(reeks["soort"])]
            sleutel += [delen.get(d, TOTAAL) for d in splitsingen]
            for cel in reeks["cellen"]:
                frequentie, tijd = sdmx_tijd(cel["periode"])
                yield [frequentie, *sleutel, tijd, *_meting(indicator, cel)]


def _meting(indicator: dict[str, Any], cel: dict[str, Any]) -> list[str]:
    verborgen = cel["toestand"] in VERBORGEN
    return [
        "" if verborgen else cel["waarde"] or "",
        status(indicator, cel),
        vertrouwelijk(indicator, cel),
        code(indicator["eenheid"]),
        str(indicator["decimalen"]),
        onschadelijk(cel["tekst"]),
        onschadelijk(cel["voetnoot"]),
    ]

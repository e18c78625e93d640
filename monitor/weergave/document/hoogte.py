"""About how high a block is in a column of a printed page, in millimetres.

Enough to set blocks beside each other so that little paper stays white; nothing depends on it being exact.
"""

from collections.abc import Callable, Iterable
from math import ceil
from typing import Any

from monitor.weergave.tabellen import noten_van

Blok = dict[str, Any]
KOLOM, CIJFER = 86.0, 19.0  # the width of a column of the page, and of one of a table in it
LETTER, REGEL, RIJ = 1.5, 3.7, 5.0
TEKENING, STAAF = 40.0, 9.5


def regels(tekst: str, letter: float = LETTER, breed: float = KOLOM) -> int:
    """How many lines this text takes."""
    return ceil(len(tekst) * letter / breed)


def hoogte(blok: Blok, *, kop: bool = False) -> float:
    """The block with its title, notes and source; `kop`: with the heading of its section above it."""
    hoog = 4.5 + (9.0 if kop else 0.0) + (6.0 if blok["niet_bijgewerkt"] else 0.0)
    hoog += 4.5 * regels(blok["titel"], 1.95) + REGEL * regels(blok["ondertitel"], 1.65)
    hoog += REGEL * (regels(blok["tekst"], 1.65) + sum(regels(n) for n in noten_van(blok)))
    bron = "".join(blok[naam] for naam in ("bron", "stand", "eigenaar"))
    return hoog + REGEL * regels(bron + " " * 20) + _MATEN[blok["soort"]](blok["inhoud"])


def _rijen(labels: Iterable[str], koppen: list[str]) -> float:
    breed = KOLOM - CIJFER * len(koppen)
    kop = max((regels(k, 1.8, CIJFER) for k in koppen), default=1)
    hoog = [1.4 + REGEL * max(1, regels(label, LETTER, breed)) for label in labels]
    return 1.4 + REGEL * kop + sum(hoog)


def _tabel(inhoud: Blok) -> float:
    return _rijen((r["label"] for r in inhoud["rijen"]), [k["titel"] for k in inhoud["kolommen"]])


def _ranglijst(inhoud: Blok) -> float:
    return RIJ * len(inhoud["rijen"])


def _grafiek(inhoud: Blok) -> float:
    labels, reeksen = inhoud["labels"], [r["naam"] for r in inhoud["reeksen"]]
    tekening = TEKENING
    if inhoud["vorm"] == "staaf" and len(reeksen) == 1:
        return _rijen(labels, ["", ""])  # the bars stand in the table
    if inhoud["vorm"] == "staaf":
        tekening = STAAF * len(labels) * len(reeksen)
    elif inhoud["vorm"] == "deel":
        tekening = 14.0 + 5.5 * len(reeksen)
    if inhoud["vorm"] in {"lijn", "jaren", "cumulatief", "in_uit", "histogram"}:
        tekening += REGEL * regels(inhoud["samenvatting"], 1.65)
    if len(reeksen) > 4 and len(labels) == 1:
        return tekening + _rijen(reeksen, labels)
    return tekening + _rijen(labels, reeksen)


_MATEN: dict[str, Callable[[Blok], float]] = {
    "tabel": _tabel,
    "ranglijst": _ranglijst,
    "financieel": lambda inhoud: 12.0 + 7.0 * len(inhoud["kolommen"]) + 3 * REGEL,
    "grafiek": _grafiek,
}

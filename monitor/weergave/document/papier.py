"""How blocks are laid out on paper: small ones beside each other, wide ones on the whole line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from monitor.weergave.document.hoogte import hoogte
from monitor.weergave.indeling import Sectie

SMAL_KOLOMMEN, SMAL_RIJEN, SMAL_TEKST = 3, 14, 400
HOOGST = 70.0  # millimetres that may have to move to the next page together
BREDE_VORMEN = frozenset({"cumulatief", "in_uit"})  # too much in one drawing for half a page
LOS = 4.0  # what a stretch of its own costs, so that equal solutions keep things together
Blok = dict[str, Any]


@dataclass
class Deelsectie:
    """Blocks of one section that stand under each other."""

    sectie: Sectie
    is_eerste: bool  # its heading stands before its first blocks alone
    blokken: list[Blok] = field(default_factory=list)
    bron: str = ""  # said once, after its last blocks, when it holds for every block of the section
    eigenaar: str = ""


@dataclass(frozen=True)
class Los:
    """A block with its place in its section."""

    sectie: Sectie
    blok: Blok
    gedeeld: tuple[str, str]

    @property
    def is_eerste(self) -> bool:
        return self.blok["code"] == self.sectie.blokken[0]["code"]

    @property
    def is_laatste(self) -> bool:
        return self.blok["code"] == self.sectie.blokken[-1]["code"]


Strook = list[list[Deelsectie]]  # a stretch of the page: one column, or two


def stroken(secties: Iterable[Sectie]) -> list[Strook]:
    """All blocks in their order, as stretches that stand under each other on the page."""
    uit: list[Strook] = []
    smal: list[Los] = []
    for los in _losse(secties):
        if is_smal(los.blok):
            smal.append(los)
            continue
        uit += verdeel(smal)
        uit.append([_delen([los])])
        smal = []
    return uit + verdeel(smal)


def _losse(secties: Iterable[Sectie]) -> Iterable[Los]:
    for sectie in secties:
        bron, eigenaar = gedeeld(sectie.blokken)
        for blok in sectie.blokken:
            eigen = blok | ({"bron": "", "eigenaar": ""} if bron or eigenaar else {})
            if blok["stand"] and blok["stand"] in _opschrift(blok):
                eigen |= {"stand": ""}
            yield Los(sectie, eigen, (bron, eigenaar))


def _opschrift(blok: Blok) -> str:
    """What stands above the figures: a moment that is said there is not said under them again."""
    kolommen = blok["inhoud"]["kolommen"] if blok["soort"] == "tabel" else []
    return " ".join([blok["titel"], blok["ondertitel"], *(k["titel"] for k in kolommen)])


def gedeeld(blokken: list[Blok]) -> tuple[str, str]:
    """The source and owner of several blocks, when all have the same."""
    paren = {(b["bron"], b["eigenaar"]) for b in blokken}
    return paren.pop() if len(blokken) > 1 and len(paren) == 1 else ("", "")


def is_smal(blok: Blok) -> bool:
    """Whether the block fits on half the width of a page."""
    if len(blok["tekst"]) > SMAL_TEKST or blok["soort"] not in _MATEN:
        return False
    if blok["inhoud"].get("vorm") in BREDE_VORMEN:
        return False
    kolommen, rijen = _MATEN[blok["soort"]](blok["inhoud"])
    return kolommen <= SMAL_KOLOMMEN and rijen <= SMAL_RIJEN


_MATEN: dict[str, Callable[[Blok], tuple[int, int]]] = {
    "tabel": lambda inhoud: (len(inhoud["kolommen"]), len(inhoud["rijen"])),
    "ranglijst": lambda inhoud: (1, len(inhoud["rijen"])),
    "financieel": lambda inhoud: (2, 4 * len(inhoud["rijen"]) ** 2),  # one row: bars; more: a table
    "grafiek": lambda inhoud: (len(inhoud["reeksen"]), len(inhoud["labels"])),
}


def verdeel(smal: Sequence[Los]) -> list[Strook]:
    """Small blocks as stretches of two columns, left before right, with the least white under them."""
    hoog = [hoogte(los.blok, kop=los.is_eerste) for los in smal]
    beste: list[tuple[float, int, int]] = [
        (0.0, 0, 0)
    ]  # cost up to here, where it began, its middle
    for eind in range(1, len(smal) + 1):
        keuzes = [
            (beste[begin][0] + kosten, begin, midden)
            for begin in range(eind)
            for kosten, midden in [_kosten(hoog, begin, eind)]
        ]
        beste.append(min(keuzes))
    uit: list[Strook] = []
    eind = len(smal)
    while eind:
        _, begin, midden = beste[eind]
        kolommen = [smal[begin:midden], smal[midden:eind]]
        uit.insert(0, [_delen(kolom) for kolom in kolommen if kolom])
        eind = begin
    return uit


def _kosten(hoog: Sequence[float], begin: int, eind: int) -> tuple[float, int]:
    """How high these blocks stand in two columns at best, and where the second begins."""
    if eind - begin == 1:
        return hoog[begin] * 0.85 + LOS, eind
    hoogst, midden = min(
        (max(sum(hoog[begin:m]), sum(hoog[m:eind])), m) for m in range(begin + 1, eind)
    )
    return (hoogst + LOS if hoogst <= HOOGST or eind - begin == 2 else inf), midden


def _delen(losse: Sequence[Los]) -> list[Deelsectie]:
    uit: list[Deelsectie] = []
    for los in losse:
        if not uit or uit[-1].sectie is not los.sectie:
            uit.append(Deelsectie(los.sectie, los.is_eerste))
        uit[-1].blokken.append(los.blok)
        if los.is_laatste:
            uit[-1].bron, uit[-1].eigenaar = los.gedeeld
    return uit

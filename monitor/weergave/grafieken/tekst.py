"""Texts in a chart: how wide they are, where they break, numbers as the Dutch write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.weergave.grafieken.gegevens import Gegevens

SMAL = frozenset("iljtfrI.,:;'‘’|!()[] \u00a0")
BREED = frozenset("mwMW€%@")


def breedte(tekst: str, grootte: float, *, vet: bool = False) -> float:
    """Width in units of the drawing; on the wide side, for any of the usual sans-serif fonts."""
    em = sum(
        0.31 if c in SMAL else 0.86 if c in BREED else 0.66 if c.isupper() else 0.555 for c in tekst
    )
    return em * grootte * (1.05 if vet else 1)


def breek(
    tekst: str, ruimte: float, grootte: float, *, regels: int = 2, vet: bool = False
) -> list[str]:
    """The text in at most `regels` lines of `ruimte` wide; what does not fit ends in ‘…’."""
    uit: list[str] = []
    for woord in tekst.replace("-", "-\u200b").replace("/", "/\u200b").split(" "):
        for i, deel in enumerate(woord.split("\u200b")):
            scheiding = "" if i or not uit else " "
            if uit and breedte(uit[-1] + scheiding + deel, grootte, vet=vet) <= ruimte:
                uit[-1] += scheiding + deel
            else:
                uit.append(deel)
    if len(uit) > regels:
        uit = [*uit[: regels - 1], " ".join(uit[regels - 1 :])]
    return [_kort_af(r, ruimte, grootte, vet) for r in uit]


def _kort_af(regel: str, ruimte: float, grootte: float, vet: bool) -> str:
    if breedte(regel, grootte, vet=vet) <= ruimte:
        return regel
    while len(regel) > 1 and breedte(regel + "…", grootte, vet=vet) > ruimte:
        regel = regel[:-1]
    return regel.rstrip() + "…"


def nl(waarde: float, decimalen: int = 0) -> str:
    """`1.234,5`, with a real minus sign."""
    rond = Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    tekst = f"{abs(rond):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"−{tekst}" if rond < 0 else tekst


def getal(waarde: float, eenheid: str, decimalen: int = 0) -> str:
    """A figure that the chart itself works out (a sum, a median)."""
    tekst = nl(waarde, decimalen)
    if eenheid in {"euro", "euro_per_inwoner"}:
        return f"€\u00a0{tekst}"
    return f"{tekst}%" if eenheid == "percentage" else tekst


def langste_woord(tekst: str, grootte: float, *, vet: bool = False) -> float:
    """How wide a text must at least be to break only between words."""
    woorden = tekst.replace("-", "- ").replace("/", "/ ").split(" ")
    return max(breedte(w, grootte, vet=vet) for w in woorden)


SCHALEN = ((1e12, "bln"), (1e9, "mld"), (1e6, "mln"))


def schaal_voor(hoogste: float, stap: float) -> tuple[float, str]:
    """One scale for a whole axis: never thousands, and not so large that a step needs 3 decimals."""
    for grootte, naam in SCHALEN:
        if hoogste >= 2 * grootte and stap >= grootte / 100:
            return grootte, naam
    return 1.0, ""


def as_tekst(waarde: float, g: Gegevens, stap: float, hoogste: float) -> str:
    """A mark on the axis: `150`, `40%`, `12,5 mln`. The unit is in the subtitle."""
    grootte, naam = schaal_voor(hoogste, stap)
    decimalen = next((d for d in range(5) if _heel(stap / grootte * 10**d)), 4)
    tekst = nl(waarde / grootte, decimalen if waarde else 0)
    if naam:
        return f"{tekst}\u00a0{naam}" if waarde else "0"
    return f"{tekst}%" if g.eenheid == "percentage" else tekst


def kort(waarde: float, g: Gegevens) -> str:
    """A figure on little room, three significant digits for millions: `13,0 mln`."""
    grootte, naam = schaal_voor(abs(waarde), abs(waarde))
    if not naam:
        return getal(waarde, g.eenheid if g.eenheid == "percentage" else "", g.decimalen)
    deel = waarde / grootte
    return f"{nl(deel, 0 if abs(deel) >= 100 else 1)}\u00a0{naam}"


def _heel(x: float) -> bool:
    return abs(x - round(x)) < 1e-6 * max(1.0, abs(x))

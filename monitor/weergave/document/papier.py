"""How blocks are laid out on paper: two small tables beside each other, the rest one under another."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

SMAL_KOLOMMEN, SMAL_RIJEN, SMAL_TEKST = 2, 7, 200
Blok = dict[str, Any]


def regels(blokken: Iterable[Blok]) -> Iterator[list[Blok]]:
    """Blocks in order, one or two on a line. A line of two holds small blocks alone."""
    wacht: Blok | None = None
    for blok in blokken:
        if is_smal(blok):
            if wacht is None:
                wacht = blok
                continue
            yield [wacht, blok]
            wacht = None
            continue
        if wacht is not None:
            yield [wacht]
            wacht = None
        yield [blok]
    if wacht is not None:
        yield [wacht]


def is_smal(blok: Blok) -> bool:
    """Whether the block fits on half the width of a page."""
    if len(blok["tekst"]) > SMAL_TEKST or blok["soort"] not in _MATEN:
        return False
    kolommen, rijen = _MATEN[blok["soort"]](blok["inhoud"])
    return kolommen <= SMAL_KOLOMMEN and rijen <= SMAL_RIJEN


_MATEN: dict[str, Callable[[Blok], tuple[int, int]]] = {
    "tabel": lambda inhoud: (len(inhoud["kolommen"]), len(inhoud["rijen"])),
    "ranglijst": lambda inhoud: (1, len(inhoud["rijen"])),
    "grafiek": lambda inhoud: (len(inhoud["reeksen"]), len(inhoud["labels"])),
}

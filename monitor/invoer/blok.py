"""Rows below each other, by column: a column is worked on at once, a row is made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, islice

from monitor.invoer.cellen import Cel

RIJEN = 500  # of a block
Celrij = tuple[int, dict[int, Cel]]  # the number of a row and its filled cells by column number
Celkolom = list[Cel | None]


@dataclass(slots=True)
class Blok:
    """Rows that each have a cell. `kolommen` go by column number, from the left; None is an empty cell.

    A column without any cell in these rows may be absent.
    """

    nummers: list[int]
    kolommen: dict[int, Celkolom]

    def rijen(self) -> Iterator[Celrij]:
        plekken = list(self.kolommen)
        for nummer, cellen in zip(
            self.nummers, zip(*self.kolommen.values(), strict=True), strict=True
        ):
            yield nummer, {p: c for p, c in zip(plekken, cellen, strict=True) if c is not None}

    def na(self, aantal: int) -> Blok:
        """Without its first rows."""
        kolommen = {p: kolom[aantal:] for p, kolom in self.kolommen.items()}
        return Blok(self.nummers[aantal:], kolommen)


def blok_van(nummers: Sequence[int], kolommen: dict[int, Celkolom]) -> Blok | None:
    """A block of these columns, without the rows that are empty; None when all are."""
    leeg = [kolom.count(None) for kolom in kolommen.values()]
    gevuld = {
        p: kolom for (p, kolom), n in zip(kolommen.items(), leeg, strict=True) if n < len(nummers)
    }
    if not gevuld:
        return None
    if all(leeg):
        blijft = [any(c is not None for c in r) for r in zip(*gevuld.values(), strict=True)]
        gevuld = {p: list(compress(kolom, blijft)) for p, kolom in gevuld.items()}
        nummers = list(compress(nummers, blijft))
    return Blok(list(nummers), gevuld)


def in_blokken(rijen: Iterable[Celrij]) -> Iterator[Blok]:
    """Rows of cells as blocks."""
    rijen = iter(rijen)
    while True:
        if not (stuk := list(islice(rijen, RIJEN))):
            return
        kolommen: dict[int, Celkolom] = {}
        for i, (_, cellen) in enumerate(stuk):
            for plek, cel in cellen.items():
                if plek not in kolommen:
                    kolommen[plek] = [None] * len(stuk)
                kolommen[plek][i] = cel
        if blok := blok_van([nummer for nummer, _ in stuk], dict(sorted(kolommen.items()))):
            yield blok


@dataclass(slots=True)
class Ruw:
    """A sheet that is being read: its rows come by, once.

    `samengevoegd` and `verbergt` (rows or columns that are not shown) are known when they all did.
    """

    blad: str
    blokken: Iterator[Blok]
    andere_bladen: list[str] = field(default_factory=list)
    samengevoegd: list[str] = field(default_factory=list)
    verbergt: bool = False
    erboven: int = 0  # rows above the names of the columns that were left out

    @property
    def rijen(self) -> Iterator[Celrij]:
        """All rows that are left, one by one."""
        return chain.from_iterable(blok.rijen() for blok in self.blokken)

    def begin(self, aantal: int) -> list[Celrij]:
        """The first rows; they still come by."""
        gezien: list[Blok] = []
        rijen: list[Celrij] = []
        while len(rijen) < aantal and (blok := next(self.blokken, None)):
            gezien.append(blok)
            rijen += islice(blok.rijen(), aantal - len(rijen))
        self.blokken = chain(gezien, self.blokken)
        return rijen

    def sla_over(self, aantal: int) -> None:
        """Pass by the first rows."""
        while aantal and (blok := next(self.blokken, None)):
            if aantal < len(blok.nummers):
                self.blokken = chain([blok.na(aantal)], self.blokken)
                return
            aantal -= len(blok.nummers)

"""The figures of a delivery, one by one or by column.

A hundred thousand rows name a few thousand series and states: by column they share one object each, and
what must be known of it is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from monitor.invoer.memo import neem, per_object
from monitor.invoer.reeksen import Reekssleutel
from monitor.invoer.staat import Staat
from monitor.models import Categorie, Indicator


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure of a delivery, checked. `open_velden` are what the delivery says nothing about."""

    rij: int
    indicator: Indicator
    soort: str
    sleutel: str
    categorieen: tuple[Categorie, ...]
    periode: str
    staat: Staat
    open_velden: frozenset[str] = frozenset()

    @property
    def reeks(self) -> Reekssleutel:
        return (self.indicator.pk, self.soort, self.sleutel)


@dataclass(frozen=True, slots=True, eq=False)
class Reeksplek:
    """What the figures of one series in a delivery have in common."""

    indicator: Indicator
    soort: str
    sleutel: str
    categorieen: tuple[Categorie, ...]
    open_velden: frozenset[str]
    reeks: Reekssleutel
    status: str = ""  # when the kind of figure says it


@dataclass(slots=True)
class Cijfers(Sequence[Cijfer]):
    """Figures by column, all of one length; in the order of their rows."""

    rijen: list[int] = field(default_factory=list)
    plekken: list[Reeksplek] = field(default_factory=list)
    perioden: list[str] = field(default_factory=list)
    staten: list[Staat] = field(default_factory=list)

    @classmethod
    def van(cls, cijfers: Sequence[Cijfer]) -> Cijfers:
        """The same figures by column."""
        if isinstance(cijfers, Cijfers):
            return cijfers
        bekend: dict[tuple[Reekssleutel, frozenset[str]], Reeksplek] = {}
        uit = cls()
        for c in cijfers:
            plek = bekend.setdefault((c.reeks, c.open_velden), _plek_van(c))
            uit.voeg_toe(c.rij, plek, c.periode, c.staat)
        return uit

    def voeg_toe(self, rij: int, plek: Reeksplek, periode: str, staat: Staat) -> None:
        self.rijen.append(rij)
        self.plekken.append(plek)
        self.perioden.append(periode)
        self.staten.append(staat)

    def kies(self, welke: Sequence[int]) -> Cijfers:
        """Only these, by their place in the list."""
        return Cijfers(
            neem(self.rijen, welke),
            neem(self.plekken, welke),
            neem(self.perioden, welke),
            neem(self.staten, welke),
        )

    @property
    def sleutels(self) -> list[tuple[Reekssleutel, str]]:
        """Series and period of each."""
        return list(zip(per_object(lambda p: p.reeks, self.plekken), self.perioden, strict=True))

    def __len__(self) -> int:
        return len(self.rijen)

    @overload
    def __getitem__(self, i: int) -> Cijfer: ...
    @overload
    def __getitem__(self, i: slice) -> list[Cijfer]: ...
    def __getitem__(self, i: int | slice) -> Cijfer | list[Cijfer]:
        if isinstance(i, slice):
            return [self[n] for n in range(*i.indices(len(self)))]
        p = self.plekken[i]
        plek = (p.indicator, p.soort, p.sleutel, p.categorieen)
        return Cijfer(self.rijen[i], *plek, self.perioden[i], self.staten[i], p.open_velden)

    def __iter__(self) -> Iterator[Cijfer]:
        return (self[i] for i in range(len(self)))


def _plek_van(c: Cijfer) -> Reeksplek:
    return Reeksplek(c.indicator, c.soort, c.sleutel, c.categorieen, c.open_velden, c.reeks)

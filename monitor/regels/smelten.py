"""A wide table as a long one: one row for each filled cell of value, with where it stood.

A column a month, a column a category: the column says a part of what the value is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waardekolom:
    """A column of values: its number, and what stands in the long table for being in this column."""

    plek: int
    zet: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cijferrij(Generic[T]):
    """A row of the long table, and the cell (row and column number) of the wide one it came from."""

    rij: int
    plek: int
    cellen: dict[str, T | str]


def smelt(
    rijen: Iterable[tuple[int, Mapping[int, T]]],
    *,
    naar: Mapping[int, str],
    waarden: Sequence[Waardekolom],
    vast: Mapping[str, str],
    waarde: str = "waarde",
) -> Iterator[Cijferrij[T]]:
    """The long table, in the order of reading. An empty cell of value is no row.

    `naar` says for a column that describes its row in which long column it goes; `vast` is the same
    for all rows. A cell wins from what is fixed, the column of the value wins from both.
    """
    for nummer, cellen in rijen:
        eigen: dict[str, T | str] = {**vast}
        eigen |= {naam: cellen[plek] for plek, naam in naar.items() if plek in cellen}
        for kolom in waarden:
            if kolom.plek in cellen:
                rij = {**eigen, **kolom.zet, waarde: cellen[kolom.plek]}
                yield Cijferrij(nummer, kolom.plek, rij)

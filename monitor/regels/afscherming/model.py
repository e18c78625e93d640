"""Cells, the relations between them, and what is promised to whoever may be counted in one.

Values are whole counts of people; no floats. `None` as an upper bound is unbounded.
Source: METHODEN A3, A6.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Public = Literal["auto", "always", "never", "known"]
Status = Literal["shown", "small", "cover", "masked", "virtual"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One quantity. The same id in two tables is the same quantity.

    `value` is None when the source keeps it: then `min` and `max` are what it says. `public`: auto
    may be hidden; always is shown or was public before, so it cannot be hidden; never is not
    published, without a mark, but may follow from the rest; known is not shown here, but readers
    know it, so that it needs no protection any more. `level` 0 is a detail, a total is higher.
    `threshold` is its own, if not that of the policy.
    """

    id: str
    value: int | None
    level: int = 0
    unit: str = "persons"
    public: Public = "auto"
    min: int | None = None
    max: int | None = None
    threshold: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts add up to the total."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unique:
    """The total counts each person once: largest part <= total <= sum of the parts."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linear:
    """lo <= sum of coefficient x cell <= hi, such as a stock and its flows. None is no bound."""

    terms: Mapping[str, int]
    lo: int | None
    hi: int | None


Relation = Sum | Unique | Linear


@dataclass(frozen=True, slots=True)
class Policy:
    """`min_width` None demands the full range of the mark; K demands any K whole values.

    `floor`: fewer values than this (or than the mark itself has) is never safe. `seconds` bounds the
    exact search; after it the heuristic decides. `exact_cells`: larger components go to the heuristic.
    `mask`: where nothing else is safe, hide with a mark that says nothing; else that is refused.
    """

    threshold: int = 10
    zero: Literal["show", "hide"] = "show"
    marking: Literal["distinct", "uniform"] = "distinct"
    min_width: int | None = None
    floor: int = 5
    seconds: float = 5.0
    exact_cells: int = 150
    mask: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to show, and for each small count the values that a reader cannot tell apart.

    `masked` is hidden without saying whether it is small: where the marks would say too much.
    """

    status: Mapping[str, Status]
    interval: Mapping[str, tuple[int, int]]
    method: Literal["none", "exact", "heuristic"]
    proven: bool  # no pattern hides less
    relations: tuple[Relation, ...] = ()
    policy: Policy = Policy()
    seconds: float = field(default=0.0, compare=False)

    @property
    def n_cover(self) -> int:
        return sum(s == "cover" for s in self.status.values())

    def hidden(self) -> frozenset[str]:
        """What the next edition may pass as `sticky`."""
        return frozenset(i for i, s in self.status.items() if s in ("small", "cover", "masked"))

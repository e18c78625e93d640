"""The primary rule: which counts may identify people.

Persons and households only; events are not persons. A count equal to the threshold is shown
("onder de 10" is 1 to 9). Zero is shown. Source: METHODEN A1, A3.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

TELT_MENSEN = frozenset({"personen", "huishoudens"})


def is_klein(waarde: Decimal | None, drempel: int) -> bool:
    """True for a count from just above zero to just under the threshold."""
    return waarde is not None and 0 < waarde < drempel


def tweede_cel(delen: Mapping[str, Decimal], verborgen: Sequence[str]) -> str | None:
    """Which shown part must be hidden too, when one hidden part follows from total minus the rest.

    `delen` are all parts of one additive total that is shown. The smallest shown part above zero
    loses least; ties go by name, so that the pattern is the same each time. None when nothing is
    needed (no hidden part, or two already) or nothing can be done (the caller then hides the total).
    """
    if len(verborgen) != 1:
        return None
    kandidaten = [naam for naam in delen if naam not in verborgen and delen[naam] > 0]
    return min(kandidaten, key=lambda naam: (delen[naam], naam), default=None)

"""Slip: how much later than promised, in whole months, against the first plan and the last decision.

Slip runs from the end of what was promised to the end of what is expected. Months are counted between the
days after both ends, so that December to July is seven, whatever the length of the months; what is less
than a whole month is no slip. It never shrinks when the expectation moves back. A decision to re-plan moves the second
measure, never the first: it can only add to what is expected.

In words: ‘tot 5 maanden’ when the expectation is wide (a quarter or more), ‘ongeveer 7 maanden’ when either
is about (medio, eind), else plainly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from programma.regels.datums import Datum

RUIM = frozenset({"kwartaal", "halfjaar", "jaar", "reeks", "uiterlijk"})
VAAG = frozenset({"ongeveer", "delen"})


@dataclass(frozen=True)
class Moment:
    """A date that was said on a day: a decision to re-plan, or the expectation of a report."""

    op: date
    datum: Datum


@dataclass(frozen=True)
class Uitloop:
    maanden: int
    tekst: str  # "tot 5 maanden", "ongeveer 7 maanden", "12 maanden", "" when there is none


GEEN = Uitloop(0, "")


def hele_maanden(van: date, tot: date) -> int:
    """Whole months from the end of one period to the end of another; 0 when it is not later."""
    a, b = van + timedelta(days=1), tot + timedelta(days=1)
    maanden = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
    return max(0, maanden)


def verwachting(
    gepland: Datum | None, besluiten: Sequence[Moment], stand: Moment | None
) -> Datum | None:
    """What is expected now: the newest forecast, unless a decision after it says later.

    Without a forecast the latest of the plan and the decisions. None when nothing was ever promised.
    """
    if stand is not None:
        later = [b.datum for b in besluiten if b.op > stand.op]
        # A forecast that says "not known" is the news, whatever was decided before.
        return _laatste([stand.datum, *later]) if stand.datum.eind or later else stand.datum
    beloften = [d for d in (gepland, *(b.datum for b in besluiten)) if d is not None]
    return _laatste(beloften) if beloften else None


def eerste_belofte(gepland: Datum | None, besluiten: Sequence[Moment]) -> Datum | None:
    """The first plan; when that names no date, the first decision that names an end."""
    if gepland is not None and gepland.is_bekend:
        return gepland
    met_eind = [b for b in besluiten if b.datum.eind]
    return min(met_eind, key=lambda b: b.op).datum if met_eind else gepland


def laatste_besluit(besluiten: Sequence[Moment]) -> Datum | None:
    """The date of the newest decision; of two on one day, the one that was written later."""
    return max(besluiten, key=lambda b: b.op).datum if besluiten else None


def uitloop(belofte: Datum | None, verwacht: Datum | None, *, nu: date | None = None) -> Uitloop:
    """Slip of the expectation against a promise. With `nu` (not done yet) it is at least until now.

    `GEEN` when either has no end.
    """
    if belofte is None or belofte.eind is None:
        return GEEN
    tot = verwacht.eind if verwacht and verwacht.eind else None
    if nu is not None and (tot is None or tot < nu):
        maanden = hele_maanden(belofte.eind, nu)
        return Uitloop(maanden, f"al {in_maanden(maanden)}") if maanden else GEEN
    if tot is None or not (maanden := hele_maanden(belofte.eind, tot)):
        return GEEN
    return Uitloop(maanden, f"{_bepaling(belofte, verwacht)}{in_maanden(maanden)}")


def in_maanden(aantal: int) -> str:
    return "1 maand" if aantal == 1 else f"{aantal} maanden"


def _bepaling(belofte: Datum, verwacht: Datum | None) -> str:
    if verwacht is not None and verwacht.precisie in RUIM:
        return "tot "
    vaag = {belofte.precisie, verwacht.precisie if verwacht else ""} & VAAG
    return "ongeveer " if vaag else ""


def _laatste(datums: list[Datum]) -> Datum:
    """The one that ends last; one without an end counts only when there is no other."""
    met_eind = [d for d in datums if d.eind is not None]
    return max(met_eind, key=lambda d: d.eind or date.min) if met_eind else datums[-1]

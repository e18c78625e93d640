"""How large a risk is, and whether it grew: from its reports, never by hand when there are any."""

from collections.abc import Sequence

MAAT = {"klein": 1, "middel": 2, "groot": 3}


def zwaarte(kans: str, gevolg: str) -> int:
    """1 to 9; 0 when either is not known."""
    return MAAT.get(kans, 0) * MAAT.get(gevolg, 0)


def trend(verloop: Sequence[tuple[str, str]], *, gemeld: str = "") -> str:
    """Of the last two (chance, impact) in order of time; with fewer what a person said.

    A risk that moved within the same size (middle × large to large × middle) stays equal.
    """
    bekend = [zwaarte(*punt) for punt in verloop if zwaarte(*punt)]
    if len(bekend) < 2:
        return gemeld
    eerder, nu = bekend[-2:]
    return "groter" if nu > eerder else "kleiner" if nu < eerder else "gelijk"

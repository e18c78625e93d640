"""Whose lines these are: those of the functions that somebody holds in the programme.

A line belongs to the function that leads it, and without one to that of the part above it. Who holds the function of
programme manager has all lines of that programme. Who may change programmes may report on every line, and is shown his own
first; a track leader reports on his own alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor import rechten
from programma.bijwerken.lijst import Lijn
from programma.models import Functiehouder, Programma
from programma.regels.teksten import gelijk

ALLES = "programma.change_programma"
MIJN = "mijn"  # in the address: my own lines


@dataclass(frozen=True)
class Bereik:
    """What one user may report on in one programme."""

    mag_alles: bool
    is_manager: bool
    functies: frozenset[str]
    namen: tuple[str, ...]  # of the functions, as they are written

    def is_eigen(self, lijn: Lijn) -> bool:
        return self.is_manager or bool(lijn.eigenaar and gelijk(lijn.eigenaar) in self.functies)

    def mag(self, lijn: Lijn) -> bool:
        return self.mag_alles or self.is_eigen(lijn)


def bereik_van(user: object, programma: Programma) -> Bereik:
    rijen = Functiehouder.objects.van(user).filter(programma=programma)
    return _bereik(user, programma, [rij.functie for rij in rijen])


def bereiken_van(user: object, programmas: list[Programma]) -> dict[int, Bereik]:
    """Of each programme, in one query."""
    per: dict[int, list[str]] = {p.pk: [] for p in programmas}
    for rij in Functiehouder.objects.van(user).filter(programma__in=programmas):
        per[rij.programma_id].append(rij.functie)
    return {p.pk: _bereik(user, p, per[p.pk]) for p in programmas}


def _bereik(user: object, programma: Programma, namen: list[str]) -> Bereik:
    functies = frozenset(map(gelijk, namen))
    manager = gelijk(programma.programmamanager)
    return Bereik(
        mag_alles=rechten.mag(user, ALLES, programma.gemeente_id),
        is_manager=bool(manager) and manager in functies,
        functies=functies,
        namen=tuple(namen),
    )


def functies_in(programma: Programma) -> list[str]:
    """The functions that the programme names: its manager, who leads its parts, and those that have a holder."""
    onderdelen = programma.onderdelen.exclude(eigenaar="").values_list("eigenaar", flat=True)
    houders = programma.functiehouders.values_list("functie", flat=True)
    namen = [programma.programmamanager, *sorted({*onderdelen}), *sorted({*houders})]
    return list({gelijk(naam): naam for naam in reversed(namen) if naam}.values())[::-1]

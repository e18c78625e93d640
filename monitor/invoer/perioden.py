"""From a notation to the row of its period. Periods are made here and nowhere else."""

from collections.abc import Iterable

from monitor.models import Periode
from monitor.regels.perioden import Tijdvak, lees_periode

STAP = 500  # under the number of variables that SQLite takes in one statement


def periode_voor(code: str) -> Periode:
    """The period of a notation, made when it is new. Raises `NotatieFout`."""
    return perioden_voor([code])[code]


def perioden_voor(codes: Iterable[str]) -> dict[str, Periode]:
    """The periods by the notation they were asked with, in at most three queries per 500.

    Raises `NotatieFout` for the first notation that is none.
    """
    tijdvakken = {code: lees_periode(code) for code in codes}
    rijen = _bestaande({t.code for t in tijdvakken.values()})
    nieuw = {t.code: t for t in tijdvakken.values() if t.code not in rijen}
    if nieuw:
        # Somebody else may make the same period at this moment: let theirs stand, then read again.
        Periode.objects.bulk_create(map(_rij, nieuw.values()), STAP, ignore_conflicts=True)
        rijen |= _bestaande(set(nieuw))
    return {code: rijen[t.code] for code, t in tijdvakken.items()}


def _rij(t: Tijdvak) -> Periode:
    return Periode(code=t.code, soort=t.soort, begin=t.begin, eind=t.eind)


def _bestaande(codes: set[str]) -> dict[str, Periode]:
    lijst, gevonden = sorted(codes), {}
    for i in range(0, len(lijst), STAP):
        for periode in Periode.objects.filter(code__in=lijst[i : i + STAP]):
            gevonden[periode.code] = periode
    return gevonden

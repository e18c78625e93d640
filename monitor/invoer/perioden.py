"""From a notation to the row of its period. Periods are made here and nowhere else."""

from collections.abc import Iterable

from monitor.invoer.bulk import voeg_in
from monitor.models import Periode
from monitor.regels.perioden import Tijdvak, lees_periode

STAP = 500  # under the number of variables that SQLite takes in one statement


def periode_voor(code: str) -> Periode:
    """The period of a notation, made when it is new. Raises `NotatieFout`."""
    return perioden_voor([code])[code]


def perioden_voor(codes: Iterable[str]) -> dict[str, Periode]:
    """The periods by the notation they were asked with, in three statements.

    Raises `NotatieFout` for the first notation that is none.
    """
    tijdvakken = {code: lees_periode(code) for code in codes}
    rijen = _bestaande({t.code for t in tijdvakken.values()})
    nieuw = {t.code: t for t in tijdvakken.values() if t.code not in rijen}
    if nieuw:
        # Somebody else may make the same period at this moment: let theirs stand, then read again.
        _maak(list(nieuw.values()))
        rijen |= _bestaande(set(nieuw))
    return {code: rijen[t.code] for code, t in tijdvakken.items()}


def _maak(tijdvakken: list[Tijdvak]) -> None:
    velden = {naam: [getattr(t, naam) for t in tijdvakken] for naam in ("code", "soort")}
    dagen = {
        naam: [d.isoformat() if (d := getattr(t, naam)) else None for t in tijdvakken]
        for naam in ("begin", "eind")
    }
    voeg_in(Periode, velden | dagen, sla_bekende_over=True)


def _bestaande(codes: set[str]) -> dict[str, Periode]:
    """A long list is more than one statement can bear; then all there are."""
    rijen = Periode.objects.all()
    if len(codes) <= STAP:
        rijen = rijen.filter(code__in=codes)
    return {periode.code: periode for periode in rijen}

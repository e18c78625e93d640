"""The figures of an edition as they may be known, and how one stands in the snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monitor.publiceren.gegevens import Cijfer, ReeksId, plat
from monitor.publiceren.schema import Cel, PeriodeKop
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import Tijdvak, lees_periode

GEEN = "–"


@dataclass
class Cijferboek:
    """Looks up figures; knows nothing that was hidden."""

    reeksen: dict[ReeksId, list[Cijfer]]

    def alle(self, reeks: ReeksId) -> list[Cijfer]:
        """In order of time."""
        return self.reeksen.get(reeks, [])

    def op(self, reeks: ReeksId, periode: str) -> Cijfer | None:
        return next((c for c in self.alle(reeks) if c.tijdvak.code == periode), None)

    def nieuwste(self, reeks: ReeksId) -> Cijfer | None:
        """The newest that says anything; "not yet known" says nothing."""
        bekend = [c for c in self.alle(reeks) if c.toestand != "nog_niet_bekend"]
        return bekend[-1] if bekend else None

    def beloofd(self, reeks: ReeksId) -> Cijfer | None:
        """A "not yet known" that stands after the newest figure."""
        rijen = self.alle(reeks)
        return rijen[-1] if rijen and rijen[-1].toestand == "nog_niet_bekend" else None


def cel(cijfer: Cijfer) -> Cel:
    """One figure in the shape of the snapshot."""
    return {
        "periode": cijfer.tijdvak.code,
        "periode_tekst": cijfer.tijdvak.tekst,
        "waarde": plat(cijfer.waarde),
        "tekst": cijfer.tekst,
        "toestand": cijfer.toestand,
        "status": cijfer.status,
        "benadering": cijfer.benadering,
        "onder": plat(cijfer.onder),
        "boven": plat(cijfer.boven),
        "voetnoot": cijfer.voetnoot,
        "beloofd_voor": belofte(cijfer.beloofd_voor),
        "gecorrigeerd": None,
    }


def getal_van(cel: Mapping[str, Any]) -> Decimal | None:
    """The number in a cell of a snapshot; None when it has none that may be known."""
    return Decimal(cel["waarde"]) if cel["waarde"] is not None else None


def lege_cel(tijdvak: Tijdvak | None = None, toestand: str = "ontbreekt", tekst: str = GEEN) -> Cel:
    """A cell without an observation."""
    return {
        "periode": tijdvak.code if tijdvak else "",
        "periode_tekst": tijdvak.tekst if tijdvak else "",
        "waarde": None,
        "tekst": tekst,
        "toestand": toestand,
        "status": "definitief",
        "benadering": "",
        "onder": None,
        "boven": None,
        "voetnoot": "",
        "beloofd_voor": "",
        "gecorrigeerd": None,
    }


def belofte(tekst: str) -> str:
    """For when a figure was promised, in words for readers."""
    if not tekst:
        return ""
    try:
        return lees_periode(tekst).tekst
    except NotatieFout:
        return tekst


def periodekop(tijdvak: Tijdvak) -> PeriodeKop:
    return {
        "code": tijdvak.code,
        "tekst": tijdvak.tekst,
        "begin": tijdvak.begin.isoformat() if tijdvak.begin else None,
        "eind": tijdvak.eind.isoformat() if tijdvak.eind else None,
    }

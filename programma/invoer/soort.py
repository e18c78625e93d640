"""The kind ‘programma’: registered with the import of the monitor."""

from collections.abc import Callable
from functools import partial

from django.core.exceptions import ValidationError

from monitor.invoer.keuzes import CelFout
from monitor.invoer.rijsoorten import Bewerking, RijsoortenSoort
from monitor.invoer.tabel import Kolom, Rij, norm
from monitor.models import Gemeente
from programma.invoer.besluitrijen import beslisregel, besluit
from programma.invoer.kolommen import KOLOMMEN, RIJSOORTEN, VOORBEELDEN
from programma.invoer.lopend import Lopend
from programma.invoer.rijen import budget, deel, indicator, mijlpaal, onderdeel, programma, risico
from programma.invoer.teksten import bewaar_lijsten, verzamel
from programma.invoer.verslagrijen import aanname, herplanning, risicostand, stand

_MAKERS: dict[str, Callable[[Lopend, Rij], None]] = {
    "programma": programma, "onderdeel": onderdeel, "mijlpaal": mijlpaal, "deel": deel, "stand": stand,
    "herplanning": herplanning, "indicator": indicator, "aanname": aanname, "risico": risico,
    "risicostand": risicostand, "budget": budget, "beslisregel": beslisregel, "besluit": besluit,
    **{naam: partial(verzamel, naam) for naam in ("rol", "uitgangspunt", "partner", "bron")},
}  # fmt: skip


class ProgrammaSoort(RijsoortenSoort):
    code = "programma"
    naam = "Programma met mijlpalen"
    recht = "programma.add_programma"

    def kolommen(self, gemeente: Gemeente | None) -> list[Kolom]:
        return KOLOMMEN

    def voorbeelden(self, gemeente: Gemeente | None) -> list[dict[str, str]]:
        return VOORBEELDEN

    def verwerk(self, bewerking: Bewerking) -> None:
        lopend = Lopend(bewerking)
        for rij in bewerking.tabel.rijen:
            try:
                _verwerk(lopend, rij)
            except CelFout as fout:
                bewerking.controle.fouten.append(fout.fout)
            except ValidationError as fout:
                lopend.weiger(rij, fout)
        bewaar_lijsten(lopend)


def _verwerk(lopend: Lopend, rij: Rij) -> None:
    soort = norm(rij.tekst("rijsoort")) or "onderdeel"
    if soort not in _MAKERS:
        advies = f"Kies uit: {', '.join(RIJSOORTEN)}."
        raise CelFout(rij.fout("rijsoort", "Deze soort rij is niet bekend.", advies))
    if soort != "programma" and lopend.programma is None:
        if not lopend.is_mislukt:
            raise CelFout(
                rij.fout("rijsoort", "Boven deze rij staat geen programma.",
                         "Zet eerst een rij ‘programma’ met de code van het programma.")
            )  # fmt: skip
        return
    _MAKERS[soort](lopend, rij)


SOORT = ProgrammaSoort()

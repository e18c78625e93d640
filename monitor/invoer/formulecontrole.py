"""Formulas of a file of indicators: readable, about known indicators, and not about themselves."""

from __future__ import annotations

from monitor.invoer.fouten import bedoelt_u
from monitor.invoer.rijsoorten import Bewerking
from monitor.invoer.tabel import Rij
from monitor.models import Indicator
from monitor.regels.formules import lees_formule
from monitor.regels.fouten import NotatieFout


def controleer_formules(
    bewerking: Bewerking, rijen: list[Rij], indicatoren: dict[str, Indicator]
) -> None:
    """After all rows: a formula may name an indicator that stands below it."""
    namen = {code: _namen(i.formule) for code, i in indicatoren.items() if i.formule}
    for rij in rijen:
        if not rij.tekst("formule"):
            continue
        try:
            genoemd = {naam for naam, _ in lees_formule(rij.tekst("formule")).namen}
        except NotatieFout as fout:
            bewerking.fout(rij, "formule", fout.melding)
            continue
        for naam in sorted(genoemd - set(indicatoren)):
            advies = bedoelt_u(naam, indicatoren) or "Zet die indicator ook in het bestand."
            bewerking.fout(rij, "formule", f"De indicator ‘{naam}’ is niet bekend.", advies)
        if _draait_rond(rij.tekst("code"), namen):
            melding = "De formule verwijst in een kring naar zichzelf."
            bewerking.fout(rij, "formule", melding, "Haal de eigen code eruit.")


def _namen(formule: str) -> set[str]:
    try:
        return {naam for naam, _ in lees_formule(formule).namen}
    except NotatieFout:
        return set()


def _draait_rond(code: str, namen: dict[str, set[str]]) -> bool:
    gezien: set[str] = set()
    open_ = set(namen.get(code, ()))
    while open_:
        volgende = open_.pop()
        if volgende == code:
            return True
        if volgende not in gezien:
            gezien.add(volgende)
            open_ |= namen.get(volgende, set())
    return False

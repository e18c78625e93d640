"""Derived figures: computed from figures that may be known, never stored, never typed in.

What rests on a hidden figure is hidden, what rests on an unknown one is unknown.
"""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from monitor.models import Indicator
from monitor.models.enums import StroomOfStand
from monitor.publiceren.afschermen import NIET_GETOOND, drempel_van, toon_ruw
from monitor.publiceren.gegevens import Bron, Cijfer, ReeksId, Ruw
from monitor.publiceren.noemen import formule_van
from monitor.regels.formules import Formule, bereken
from monitor.regels.getallen import GRENS, rond
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.perioden import Tijdvak

JAAR = timedelta(days=366)
MAX_DIEP = 10
_STATUS = ("geschat", "voorlopig")


class Afleider:
    """Computes a derived series once, from the shielded series in `reeksen`."""

    def __init__(self, bron: Bron, reeksen: dict[ReeksId, list[Cijfer]]) -> None:
        self.bron = bron
        self.reeksen = reeksen

    def leid_af(self) -> None:
        """Add every derived series that the edition names."""
        for reeks in sorted(self.bron.genoemd):
            self.reeks(reeks, 0)

    def reeks(self, reeks: ReeksId, diep: int) -> list[Cijfer]:
        formule = formule_van(self.bron, reeks.indicator)
        if formule is None or diep > MAX_DIEP:  # deeper is a formula that rests on itself
            return self.reeksen.get(reeks, [])
        if reeks not in self.reeksen or diep == 0:
            self.reeksen[reeks] = self._bereken(reeks, formule, diep)
        return self.reeksen[reeks]

    def _bereken(self, reeks: ReeksId, formule: Formule, diep: int) -> list[Cijfer]:
        delen = {n: self._operand(reeks, n, diep + 1) for n in sorted(formule.namen, key=str)}
        if not delen or not all(delen.values()):
            return []
        leidend = max(delen.values(), key=len)
        uit = [self._cijfer(reeks, formule, delen, c.tijdvak) for c in leidend]
        return sorted((c for c in uit if c), key=lambda c: tijdvolgorde(c.tijdvak))

    def _operand(self, reeks: ReeksId, naam: tuple[str, str | None], diep: int) -> list[Cijfer]:
        """The same breakdown of the operand; its total when it has no breakdowns at all."""
        code, soort = naam
        eigen = ReeksId(code, soort or reeks.soort, reeks.sleutel)
        return self.reeks(eigen, diep) or self.reeks(eigen._replace(sleutel=""), diep)

    def _cijfer(
        self,
        reeks: ReeksId,
        formule: Formule,
        delen: dict[tuple[str, str | None], list[Cijfer]],
        tijdvak: Tijdvak,
    ) -> Cijfer | None:
        gekozen = {n: self._op(n[0], rijen, tijdvak) for n, rijen in delen.items()}
        cijfers = [c for c in gekozen.values() if c is not None]
        if len(cijfers) < len(gekozen):
            return None
        if any(c.is_verborgen for c in cijfers):
            return Cijfer(reeks, tijdvak, "onderdrukt", None, NIET_GETOOND)
        if wacht := next((c for c in cijfers if c.toestand == "nog_niet_bekend"), None):
            return replace(wacht, reeks=reeks, tijdvak=tijdvak)
        if any(c.waarde is None for c in cijfers):
            return Cijfer(reeks, tijdvak, "onbekend", None, "niet bekend")
        waarde = bereken(formule, {n: c.waarde for n, c in gekozen.items() if c})
        indicator = self.bron.indicatoren[reeks.indicator]
        if waarde is None or abs(waarde) >= GRENS:
            return Cijfer(reeks, tijdvak, "nvt", None, "niet van toepassing")
        return _toon(reeks, indicator, tijdvak, waarde, cijfers, self._drempel(indicator))

    def _drempel(self, indicator: Indicator) -> int | None:
        return drempel_van(indicator, self.bron.uitgave.gemeente.drempel)

    def _op(self, code: str, rijen: list[Cijfer], tijdvak: Tijdvak) -> Cijfer | None:
        """The operand over the same time; of a stock, else its newest within the year before."""
        precies = next((c for c in rijen if c.tijdvak.code == tijdvak.code), None)
        eind = tijdvak.eind
        indicator = self.bron.indicatoren[code]
        if precies or eind is None or indicator.stroom_of_stand != StroomOfStand.STAND:
            return precies
        eerder = [c for c in rijen if c.tijdvak.eind and eind - JAAR < c.tijdvak.eind <= eind]
        return eerder[-1] if eerder else None


def _toon(
    reeks: ReeksId,
    indicator: Indicator,
    tijdvak: Tijdvak,
    waarde: Decimal,
    uit: list[Cijfer],
    drempel: int | None,
) -> Cijfer:
    status = next((s for s in _STATUS if any(c.status == s for c in uit)), "definitief")
    afgerond = rond(waarde, indicator.decimalen)
    benadering = "ongeveer" if any(c.benadering for c in uit) else ""
    ruw = Ruw(tijdvak, "getal", afgerond, benadering=benadering, status=status)
    return toon_ruw(reeks, ruw, indicator, drempel)

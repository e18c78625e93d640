"""What the makers of blocks share while one snapshot is being made."""

from dataclasses import dataclass, field
from functools import cached_property

from monitor.models import Indicator
from monitor.models.enums import Frequentie
from monitor.publiceren.cijfers import Cijferboek, cel, lege_cel
from monitor.publiceren.correcties import Correcties
from monitor.publiceren.gegevens import Bron, Cijfer, ReeksId
from monitor.publiceren.schema import Cel
from monitor.publiceren.vergelijken import Vergelijking
from monitor.regels.peildatum import GEPLAND
from monitor.regels.perioden import Tijdvak, is_van_eerder, verwachte_periode


@dataclass
class Werk:
    """The sources of one edition, and what was found wrong with it on the way."""

    bron: Bron
    boek: Cijferboek
    correcties: Correcties
    fouten: list[str] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)

    @cached_property
    def vergelijking(self) -> Vergelijking:
        return Vergelijking(self.bron, self.boek, self.correcties)

    @cached_property
    def tijdvak(self) -> Tijdvak:
        """The span of the edition."""
        p = self.bron.uitgave.periode
        return Tijdvak(p.code, p.soort, p.begin, p.eind)

    def fout(self, tekst: str) -> None:
        if tekst not in self.fouten:
            self.fouten.append(tekst)

    def indicator(self, reeks: ReeksId) -> Indicator:
        return self.bron.indicatoren[reeks.indicator]

    def nieuwste(self, reeks: ReeksId) -> Cijfer | None:
        return self.boek.nieuwste(reeks)

    def cel(self, cijfer: Cijfer | None, tijdvak: Tijdvak | None = None) -> Cel:
        """The cell of a figure, marked when an earlier version showed it otherwise."""
        if cijfer is None:
            return lege_cel(tijdvak)
        return cel(cijfer) | {"gecorrigeerd": self.correcties.van(cijfer)}

    def loopt_achter(self, reeks: ReeksId) -> bool:
        """Whether a newer figure is due, by the rhythm of the indicator or by a promise."""
        indicator, cijfer = self.indicator(reeks), self.nieuwste(reeks)
        if self.boek.beloofd(reeks):
            return True
        if cijfer is None or cijfer.tijdvak.eind is None or not indicator.is_actief:
            return False
        verwacht = verwachte_periode(indicator.frequentie, self.bron.uitgave.peildatum)
        return bool(verwacht and verwacht.eind and cijfer.tijdvak.eind < verwacht.eind)

    def is_van_eerder(self, reeks: ReeksId) -> bool:
        """Whether the newest figure is over a time before this edition, of an indicator without a rhythm."""
        indicator, cijfer = self.indicator(reeks), self.nieuwste(reeks)
        if cijfer is None or not indicator.is_actief or reeks.soort in GEPLAND:
            return False
        zonder_ritme = indicator.frequentie == Frequentie.ONREGELMATIG
        return zonder_ritme and is_van_eerder(cijfer.tijdvak, self.tijdvak)

    def nieuw_cijfer(self, reeks: ReeksId) -> str:
        """When the next figure comes, in words. The next edition when nothing was promised, unless it has
        no rhythm: then nobody knows."""
        beloofd = self.boek.beloofd(reeks)
        if beloofd and beloofd.beloofd_voor:
            return cel(beloofd)["beloofd_voor"]
        if self.indicator(reeks).frequentie == Frequentie.ONREGELMATIG:
            return ""
        return self.bron.uitgave.volgende_verwacht

"""The rules of a block: rows without a name of their own, so they are replaced as a whole."""

from __future__ import annotations

from monitor.invoer.controle import GEWIJZIGD, NIEUW, ONGEWIJZIGD
from monitor.invoer.keuzes import CelFout, lees_soort, lees_tekst
from monitor.invoer.register import Register
from monitor.invoer.rijsoorten import Bewerking
from monitor.invoer.tabel import Rij
from monitor.models import Blok, Blokregel
from monitor.models.enums import Soort
from monitor.regels.sleutels import lees_sleutel

_VELDEN = ("indicator_id", "soort", "sleutel", "per_dimensie_id", "label")


class Blokregels:
    """Gathers the rules of the blocks in the file and writes the ones that differ."""

    def __init__(self, bewerking: Bewerking, register: Register) -> None:
        self.b, self.register = bewerking, register
        self._blokken: list[tuple[Rij, Blok]] = []
        self._regels: dict[int, list[Blokregel]] = {}

    def begin(self, rij: Rij, blok: Blok) -> None:
        self._blokken.append((rij, blok))
        self._regels[blok.pk] = []

    def lees(self, rij: Rij, blok: Blok) -> None:
        """Raises `CelFout` for what is not known."""
        soort, _ = lees_soort(rij, Soort.REALISATIE)
        sleutel = self.register.sleutel(rij, "uitsplitsing")
        per = self.register.dimensie(rij, "per_dimensie") if rij.tekst("per_dimensie") else None
        if per and per.code in lees_sleutel(sleutel):
            melding = f"‘{per.code}’ staat ook bij uitsplitsing."
            raise CelFout(rij.fout("per_dimensie", melding, "Kies een van beide."))
        regel = Blokregel(
            blok=blok,
            indicator=self.register.indicator(rij),
            soort=soort,
            sleutel=sleutel,
            per_dimensie=per,
            label=lees_tekst(rij, "label", 120),
            volgorde=len(self._regels[blok.pk]),
        )
        self._regels[blok.pk].append(regel)

    def schrijf(self) -> None:
        bekend: dict[int, list[Blokregel]] = {}
        for regel in Blokregel.objects.filter(blok__in=self._regels).order_by("volgorde", "pk"):
            bekend.setdefault(regel.blok_id, []).append(regel)
        for rij, blok in self._blokken:
            oud, nieuw = bekend.get(blok.pk, []), self._regels[blok.pk]
            wat = f"Regels van blok ‘{blok.code}’"
            if [_inhoud(r) for r in oud] == [_inhoud(r) for r in nieuw]:
                if nieuw:
                    self.b.noteer(rij, wat, ONGEWIJZIGD)
                continue
            Blokregel.objects.filter(blok=blok).delete()
            Blokregel.objects.bulk_create(nieuw)
            teksten = ({"regels": _tekst(oud)}, {"regels": _tekst(nieuw)})
            self.b.noteer(rij, wat, GEWIJZIGD if oud else NIEUW, *teksten)


def _inhoud(regel: Blokregel) -> tuple[object, ...]:
    return tuple(getattr(regel, veld) for veld in _VELDEN)


def _tekst(regels: list[Blokregel]) -> str:
    return ", ".join(f"{r.indicator.code}" for r in regels)

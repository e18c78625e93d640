"""The kind "waarnemingen": figures in tidy columns, one a row."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice
from typing import Any

from monitor.invoer.blok import Ruw
from monitor.invoer.breed import ZOEK, is_onze
from monitor.invoer.cijferkolommen import Lezing
from monitor.invoer.cijferrijen import VAST, VASTE_NAMEN
from monitor.invoer.controle import (
    GEWIJZIGD,
    MAX_VERSCHILLEN,
    NIEUW,
    ONGEWIJZIGD,
    Controle,
    Verschil,
)
from monitor.invoer.fouten import Fout
from monitor.invoer.soorten import Soort
from monitor.invoer.tabel import Kolom, Tabel
from monitor.invoer.toepassen import pas_toe
from monitor.invoer.vergelijken import Vergelijking, Vergelijkingen, vergelijk
from monitor.invoer.voortgang import Voortgang
from monitor.models import Aanlevering, Dimensie, Gemeente, Indicator, Publicatie
from monitor.models.enums import Soort as Waarheid
from monitor.regels.perioden import lees_periode

TITEL = 2  # cells in a row above the table, at most


class Waarnemingen(Soort):
    code = "waarnemingen"
    naam = "Cijfers"
    recht = "monitor.change_waarneming"
    is_herbruikbaar = True

    def zonder_kop(self, ruw: Ruw) -> Ruw:
        """A title or a date above the names of our columns is for people."""
        for erboven, (_, cellen) in enumerate(ruw.begin(ZOEK)):
            if len(cellen) > TITEL:
                if is_onze([(1, cellen)]):
                    ruw.sla_over(erboven)
                    ruw.erboven = erboven
                break
        return ruw

    def kolommen(self, gemeente: Gemeente | None) -> list[Kolom]:
        dimensies = Dimensie.objects.filter(gemeente=gemeente) if gemeente else []
        return VAST + [
            Kolom(d.code, f"Categorie van ‘{d.naam}’. Leeg: niet uitgesplitst.")
            for d in dimensies
            if d.code not in VASTE_NAMEN
        ]

    def voorbeelden(self, gemeente: Gemeente | None) -> list[dict[str, str]]:
        rij = {k.naam: k.voorbeeld for k in VAST} | {"gemeente": gemeente.slug if gemeente else ""}
        eerste = (
            Indicator.objects.filter(gemeente=gemeente, formule="").first() if gemeente else None
        )
        if eerste:
            rij["indicator"] = eerste.code
        return [rij]

    def controleer(self, tabel: Tabel, gemeente: Gemeente) -> Controle:
        lezing = Lezing(tabel, gemeente)
        fouten = tabel.fouten + nog_niet_gezegd(lezing.fouten, tabel.fouten)
        controle = Controle(rijen=len(tabel.rijen), fouten=fouten)
        controle.plan = lezing.cijfers
        return self.naast(controle, gemeente)

    def naast(self, controle: Controle, gemeente: Gemeente) -> Controle:
        uitkomst = controle.naast = vergelijk(gemeente, controle.naast or controle.plan)
        vul(controle, uitkomst)
        if controle.gewijzigd:
            _vraag_reden(controle, gemeente, uitkomst)
        return controle

    def pas_toe(
        self,
        controle: Controle,
        gemeente: Gemeente,
        *,
        aanlevering: Aanlevering,
        by: object,
        reden: str,
        voortgang: Voortgang | None = None,
    ) -> Controle:
        uitkomst = Controle(rijen=controle.rijen, fouten=controle.fouten, plan=controle.plan)
        wie: dict[str, Any] = {"aanlevering": aanlevering, "by": by, "reden": reden}
        vul(
            uitkomst, pas_toe(gemeente, controle.naast or controle.plan, **wie, voortgang=voortgang)
        )
        return uitkomst


def nog_niet_gezegd(fouten: list[Fout], gezegd: list[Fout]) -> list[Fout]:
    """Without what is said of cells that could not be read: to the rules these are empty."""
    plekken = {(f.rij, f.kolom) for f in gezegd}
    return [f for f in fouten if (f.rij, f.kolom) not in plekken] if plekken else fouten


def vul(controle: Controle, uitkomst: Vergelijkingen) -> None:
    """Counts of all, texts of the first: what changed, then what is new, then the rest."""
    per_soort = {
        GEWIJZIGD: uitkomst.gewijzigde,
        NIEUW: uitkomst.nieuwe,
        ONGEWIJZIGD: uitkomst.ongewijzigde,
    }
    controle.tellingen = Counter({naam: len(welke) for naam, welke in per_soort.items() if welke})
    paren = ((naam, i) for naam, welke in per_soort.items() for i in welke)
    controle.verschillen = [
        _verschil(naam, uitkomst[i]) for naam, i in islice(paren, MAX_VERSCHILLEN)
    ]
    controle.vingerafdruk = uitkomst.vingerafdruk


def _verschil(naam: str, v: Vergelijking) -> Verschil:
    indicator = v.cijfer.indicator
    stijl: dict[str, Any] = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
    delen = [indicator.naam, Waarheid(v.cijfer.soort).label, v.cijfer.sleutel, v.cijfer.periode]
    oud = v.oud.naast(v.nieuw, **stijl) if v.oud else ""
    nieuw = v.nieuw.naast(v.oud, **stijl)
    return Verschil(v.cijfer.rij, " · ".join(filter(None, delen)), naam, oud, nieuw)


def _vraag_reden(controle: Controle, gemeente: Gemeente, uitkomst: Vergelijkingen) -> None:
    """A known figure changes that a published edition may show: allowed, and the reason is asked."""
    grens = _gepubliceerd_tot(gemeente)
    if grens is None:
        return
    anders = Counter(uitkomst.cijfers.perioden[i] for i in uitkomst.gewijzigde)
    einden = {code: lees_periode(code).eind or date.max for code in anders}
    if aantal := sum(anders[code] for code, eind in einden.items() if eind <= grens):
        controle.vraagt_reden = True
        controle.opmerkingen.append(
            f"Bekende cijfers over een gepubliceerde periode die veranderen: {aantal}. De publicatie "
            "blijft zoals ze is. Geef een reden, en publiceer een correctie als lezers het nieuwe "
            "cijfer moeten zien."
        )


def _gepubliceerd_tot(gemeente: Gemeente) -> date | None:
    dagen = Publicatie.objects.filter(uitgave__gemeente=gemeente, ingetrokken_op__isnull=True)
    return (
        dagen.order_by("-uitgave__peildatum").values_list("uitgave__peildatum", flat=True).first()
    )


SOORT = Waarnemingen()

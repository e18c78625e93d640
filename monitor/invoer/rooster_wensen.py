"""From the rules of an edition's blocks to the figures it wants: series, and the periods of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from monitor.invoer.cijferrijen import INGEVOERD
from monitor.invoer.rooster_laden import Kennis
from monitor.models import Blok, Blokregel, Categorie, Indicator, Uitgave
from monitor.models.enums import Basis, BlokSoort, Soort
from monitor.regels.fouten import NotatieFout
from monitor.regels.keuze import lees_keuze
from monitor.regels.peildatum import GEPLAND
from monitor.regels.perioden import Tijdvak, jaar_, tijdvak
from monitor.regels.sleutels import lees_sleutel, maak_sleutel
from monitor.regels.verwachting import (
    Venster,
    is_tot_nu_toe,
    is_verwacht,
    tot_nu_toe,
    verwachte_perioden,
)


@dataclass(frozen=True, slots=True)
class Wens:
    """One figure that a block wants."""

    hoofdstuk: str
    label: str
    indicator: Indicator
    soort: str
    uitsplitsing: str
    delen: tuple[Categorie, ...]
    periode: Tijdvak
    is_verwacht: bool


@dataclass(frozen=True, slots=True)
class _Reeks:
    indicator: Indicator
    soort: str
    uitsplitsing: str
    label: str


def wensen(uitgave: Uitgave, venster: Venster, kennis: Kennis) -> Iterator[Wens]:
    """In the order of the page; the same figure may come twice."""
    for hoofdstuk in kennis.hoofdstukken:
        for blok in hoofdstuk.blokken.all():
            for regel in blok.regels.all():
                for reeks, perioden, verwacht in _van_regel(uitgave, venster, kennis, blok, regel):
                    delen = _categorieen(kennis, reeks.uitsplitsing)
                    if delen is None:
                        continue
                    for periode in perioden:
                        yield Wens(
                            hoofdstuk.titel,
                            reeks.label,
                            reeks.indicator,
                            reeks.soort,
                            reeks.uitsplitsing,
                            delen,
                            periode,
                            verwacht,
                        )


def _van_regel(
    uitgave: Uitgave, venster: Venster, kennis: Kennis, blok: Blok, regel: Blokregel
) -> Iterator[tuple[_Reeks, list[Tijdvak], bool]]:
    soorten = _geldsoorten(uitgave) if blok.soort == BlokSoort.FINANCIEEL else [regel.soort]
    for soort in soorten:
        if not regel.indicator.is_actief or (regel.indicator.formule and soort not in INGEVOERD):
            continue
        for reeks in _reeksen(kennis, regel, soort):
            if blok.soort == BlokSoort.FINANCIEEL:
                perioden = _geldperioden(venster, kennis, reeks)
                verwacht = is_verwacht("jaar", soort, venster.tot)
            else:
                perioden = _perioden(venster, kennis, reeks, blok.perioden)
                verwacht = is_verwacht(reeks.indicator.frequentie, soort, venster.tot)
            yield reeks, perioden, verwacht


def _geldsoorten(uitgave: Uitgave) -> list[str]:
    na = uitgave.financiele_basis == Basis.NA_WIJZIGING
    begroting = Soort.BEGROTING_NA_WIJZIGING if na else Soort.BEGROTING_PRIMITIEF
    return [begroting, Soort.PROGNOSE, Soort.REALISATIE, Soort.JAARREKENING]


def _geldperioden(venster: Venster, kennis: Kennis, reeks: _Reeks) -> list[Tijdvak]:
    """Of the finance table: the year, the year so far or its months, and the accounts of last year."""
    if reeks.soort == Soort.JAARREKENING:
        return [jaar_(venster.tot.year - 1)]
    if reeks.soort != Soort.REALISATIE:
        return [jaar_(venster.tot.year)]
    gewoonten = _gewoonten(venster, kennis, reeks)
    maanden = [t for t in gewoonten if t.soort == "maand"]
    if maanden and not any(map(is_tot_nu_toe, gewoonten)):
        return verwachte_perioden(venster, keuze="alles", frequentie="maand", gewoonten=maanden)
    return [tot_nu_toe(venster.tot)]


def _perioden(venster: Venster, kennis: Kennis, reeks: _Reeks, keuze: str) -> list[Tijdvak]:
    if (later := _maand_in_sleutel(reeks.uitsplitsing)) is not None:
        return _naar_maand(venster, keuze, later)
    try:
        return verwachte_perioden(
            venster,
            keuze=keuze,
            frequentie=reeks.indicator.frequentie,
            gewoonten=_gewoonten(venster, kennis, reeks),
            is_gepland=reeks.soort in GEPLAND,
        )
    except NotatieFout:
        return []  # the editor of the block is told; there is nothing to fill in


def _gewoonten(venster: Venster, kennis: Kennis, reeks: _Reeks) -> list[Tijdvak]:
    """Of the series itself, else of its total: a new category follows the others."""
    for uitsplitsing in (reeks.uitsplitsing, ""):
        plek = (reeks.indicator.pk, reeks.soort, uitsplitsing)
        if gevonden := kennis.gewoonten(plek, venster.tot):
            return gevonden
    return []


# -- which series --------------------------------------------------------------------------------


def _reeksen(kennis: Kennis, regel: Blokregel, soort: str) -> Iterator[_Reeks]:
    indicator, naam = regel.indicator, regel.indicator.naam
    if regel.per_dimensie is None:
        deel = _deelnaam(kennis, regel.sleutel)
        yield _Reeks(indicator, soort, regel.sleutel, f"{naam}: {deel}" if deel else naam)
        return
    dimensie, vast = regel.per_dimensie.code, lees_sleutel(regel.sleutel)
    alle = kennis.categorieen.get(dimensie, {})
    bestaand = [lees_sleutel(s) for s in kennis.uitsplitsingen.get((indicator.pk, soort), ())]
    in_gebruik = {
        d[dimensie]
        for d in bestaand
        if dimensie in d and {k: v for k, v in d.items() if k != dimensie} == vast
    }
    is_tijd = bool(alle) and all(tijdvak(code) for code in alle)
    for code, categorie in alle.items():
        if is_tijd or not in_gebruik or code in in_gebruik:
            sleutel = maak_sleutel({**vast, dimensie: code})
            yield _Reeks(indicator, soort, sleutel, f"{naam}: {categorie.naam}")


def _categorieen(kennis: Kennis, sleutel: str) -> tuple[Categorie, ...] | None:
    """The rows of the breakdown; None when a rule names what is not there."""
    delen = [kennis.categorieen.get(d, {}).get(c) for d, c in lees_sleutel(sleutel).items()]
    return tuple(c for c in delen if c is not None) if None not in delen else None


def _deelnaam(kennis: Kennis, sleutel: str) -> str:
    delen = _categorieen(kennis, sleutel)
    return ", ".join(c.naam for c in delen or ())


# -- a breakdown by time: what was paid in which month, over which month of care ------------------


def _maand_in_sleutel(sleutel: str) -> Tijdvak | None:
    vakken = [tijdvak(code) for code in lees_sleutel(sleutel).values()]
    return next((t for t in vakken if t is not None), None)


def _naar_maand(venster: Venster, keuze: str, later: Tijdvak) -> list[Tijdvak]:
    """Of a run-off triangle only the new diagonal: paid in this window, over this month or before."""
    if not venster.bevat(later) or later.soort not in ("maand", "kwartaal", "jaar"):
        return []
    gekozen = lees_keuze(keuze)
    aantal = gekozen.aantal if gekozen.soort == "laatste" else 1
    vroegst = date(venster.tot.year - 3, 1, 1)
    ruim = Venster(vroegst, venster.tot, venster.eigen)
    alle = verwachte_perioden(ruim, keuze=f"laatste {aantal}", frequentie=later.soort)
    return [t for t in alle if t.eind is not None and later.eind and t.eind <= later.eind]

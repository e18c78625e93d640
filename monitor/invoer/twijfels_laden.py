"""What the doubts need to know of some indicators: a fixed number of queries."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from monitor.invoer.perioden import STAP
from monitor.invoer.reeksen import Reekssleutel
from monitor.models import Categorie, Controleregel, Gemeente, Indicator, Reeks, Waarneming
from monitor.models.enums import Ernst
from monitor.regels.formules import Naam
from monitor.regels.fouten import NotatieFout
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.perioden import Tijdvak, een_jaar_eerder, lees_periode
from monitor.regels.sleutels import lees_sleutel, maak_sleutel
from monitor.regels.twijfel import (
    JAAR_EERDER,
    VORIGE,
    Instelling,
    Meting,
    Onderwerp,
    Regel,
    lees_plaats,
)

Verdelingen = dict[str, dict[str, list[tuple[str, Reekssleutel]]]]


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure: its time and value, and the bounds when it is not exactly known."""

    meting: Meting
    onder: Decimal | None = None
    boven: Decimal | None = None


@dataclass
class Kennis:
    """Figures of the series by the notation of their period, and everything to judge them with."""

    indicatoren: dict[int, Indicator]
    cijfers: dict[Reekssleutel, dict[str, Stand]]
    reeksen: dict[Reekssleutel, int] = field(default_factory=dict)
    perioden: dict[str, int] = field(default_factory=dict)
    ouders: dict[tuple[str, str], str] = field(default_factory=dict)
    namen: dict[tuple[str, str], str] = field(default_factory=dict)
    regels: list[tuple[Controleregel, Regel]] = field(default_factory=list)
    instellingen: dict[int | None, dict[str, Instelling]] = field(default_factory=dict)
    _op_tijd: dict[tuple[Reekssleutel, str], list[Meting]] = field(default_factory=dict)

    def onderwerp(self, reeks: Reekssleutel) -> Onderwerp:
        i = self.indicatoren[reeks[0]]
        return Onderwerp(i.eenheid, reeks[1], i.telt, i.decimalen, i.is_optelbaar)

    def instelling(self, indicator: int) -> dict[str, Instelling]:
        """What is set for this indicator goes before what is set for all."""
        return self.instellingen.get(None, {}) | self.instellingen.get(indicator, {})

    def op_tijd(self, reeks: Reekssleutel, soort: str) -> list[Meting]:
        """The figures of a series over periods of one kind, in order of time."""
        plek = (reeks, soort)
        if plek not in self._op_tijd:
            eigen = (s.meting for s in self.cijfers.get(reeks, {}).values())
            goed = [m for m in eigen if m.tijdvak.soort == soort]
            self._op_tijd[plek] = sorted(goed, key=lambda m: tijdvolgorde(m.tijdvak))
        return self._op_tijd[plek]

    def reeks_van(self, naam: Naam) -> Reekssleutel:
        p = lees_plaats(naam)
        return (self._per_code.get(p.code, 0), p.soort, p.sleutel)

    def waarde(self, naam: Naam, periode: str) -> Decimal | None:
        """The value that a name in an own rule has, when the rule is held against this period."""
        reeks, terug = self.reeks_van(naam), lees_plaats(naam).terug
        if terug == JAAR_EERDER:
            periode = een_jaar_eerder(lees_periode(periode)).code
        elif terug == VORIGE:
            nu = lees_periode(periode)
            return next((m.waarde for m in reversed(self.voor(reeks, nu))), None)
        stand = self.cijfers.get(reeks, {}).get(periode)
        return stand.meting.waarde if stand else None

    def voor(self, reeks: Reekssleutel, nu: Tijdvak) -> list[Meting]:
        """The figures of a series before this time, over periods of the same kind."""
        rij = self.op_tijd(reeks, nu.soort)
        return rij[: bisect_left(rij, tijdvolgorde(nu), key=lambda m: tijdvolgorde(m.tijdvak))]

    def na(self, reeks: Reekssleutel, nu: Tijdvak) -> list[Meting]:
        rij = self.op_tijd(reeks, nu.soort)
        return rij[bisect_right(rij, tijdvolgorde(nu), key=lambda m: tijdvolgorde(m.tijdvak)) :]

    def broers(self, indicator: int, soort: str) -> list[Reekssleutel]:
        """All series of an indicator and kind."""
        if not self._broers:
            for reeks in self.cijfers:
                self._broers[reeks[:2]].append(reeks)
        return self._broers.get((indicator, soort), [])

    def verdelingen(self, indicator: int, soort: str) -> Verdelingen:
        """By total or margin, by breakdown: its parts. A part has one category more than its whole."""
        plek = (indicator, soort)
        if plek not in self._verdelingen:
            uit: Verdelingen = defaultdict(lambda: defaultdict(list))
            for reeks in sorted(self.broers(indicator, soort)):
                delen = lees_sleutel(reeks[2])
                for dimensie, categorie in delen.items():
                    heel = maak_sleutel({d: c for d, c in delen.items() if d != dimensie})
                    uit[heel][dimensie].append((categorie, reeks))
            self._verdelingen[plek] = uit
        return self._verdelingen[plek]

    def pk_van(self, code: str) -> int | None:
        return self._per_code.get(code)

    def __post_init__(self) -> None:
        self._broers: dict[tuple[int, str], list[Reekssleutel]] = defaultdict(list)
        self._verdelingen: dict[tuple[int, str], Verdelingen] = {}
        self._per_code = {i.code: i.pk for i in self.indicatoren.values()}


def laad(gemeente: Gemeente, aangeraakt: Collection[int]) -> Kennis:
    """Six queries. Also loads the indicators that share a rule with the touched ones."""
    alle = {i.pk: i for i in Indicator.objects.filter(gemeente=gemeente)}
    kennis = Kennis(alle, defaultdict(dict))
    codes = {alle[pk].code for pk in aangeraakt if pk in alle}
    nodig = set(aangeraakt) | _regels(gemeente, kennis, codes)
    for c in Categorie.objects.filter(dimensie__gemeente=gemeente).values_list(
        "dimensie__code", "code", "naam", "ouder__code"
    ):
        kennis.namen[c[0], c[1]] = c[2]
        if c[3]:
            kennis.ouders[c[0], c[1]] = c[3]
    _cijfers(gemeente, kennis, nodig)
    return kennis


def _regels(gemeente: Gemeente, kennis: Kennis, codes: set[str]) -> set[int]:
    """The rules that name a touched figure, and the indicators they need."""
    nodig: set[int] = set()
    for rij in Controleregel.objects.filter(gemeente=gemeente).order_by("pk"):
        if rij.ingebouwd:
            kennis.instellingen.setdefault(rij.indicator_id, {})[rij.ingebouwd] = instelling(rij)
        elif rij.is_aan and (regel := als_regel(rij)) is not None:
            namen = {naam for naam, _ in regel.namen}
            if namen & codes:
                kennis.regels.append((rij, regel))
                nodig |= {pk for n in namen if (pk := kennis.pk_van(n)) is not None}
    return nodig


def instelling(rij: Controleregel) -> Instelling:
    return Instelling(rij.is_aan, rij.ernst, rij.ondergrens, rij.bovengrens, rij.marge_procent)


def als_regel(rij: Controleregel) -> Regel | None:
    """The rule as a plain value; None when its formulas can not be read (any more)."""
    rest: dict[str, Any] = {
        "marge": rij.marge or Decimal(0),
        "marge_procent": rij.marge_procent or Decimal(0),
        "ernst": str(rij.ernst or Ernst.TWIJFEL.value),
        "bij_leeg": str(rij.bij_leeg),
    }
    if rij.advies:
        rest["advies"] = rij.advies
    try:
        return Regel.lees(rij.code, rij.links, rij.operator, rij.rechts, **rest)
    except NotatieFout:
        return None


def _cijfers(gemeente: Gemeente, kennis: Kennis, nodig: Collection[int]) -> None:
    reeksen = Reeks.objects.filter(gemeente=gemeente).order_by("pk")
    rijen = Waarneming.objects.filter(reeks__gemeente=gemeente).order_by()
    if len(nodig) <= STAP:  # a longer list is more than one statement can bear
        reeksen = reeksen.filter(indicator_id__in=nodig)
        rijen = rijen.filter(reeks__indicator_id__in=nodig)
    per_pk: dict[int, Reekssleutel] = {}
    for pk, indicator, soort, sleutel in reeksen.values_list(
        "pk", "indicator_id", "soort", "sleutel"
    ):
        per_pk[pk] = (indicator, soort, sleutel)
    kennis.reeksen = {reeks: pk for pk, reeks in per_pk.items()}
    vakken: dict[str, Tijdvak] = {}
    tijd = ("periode__code", "periode__soort", "periode__begin", "periode__eind")
    velden = ("reeks_id", "periode_id", *tijd, "aard", "waarde", "onder", "boven")
    for reeks, periode, *vak, aard, waarde, onder, boven in rijen.values_list(*velden).iterator(
        5000
    ):
        tijdvak = vakken.setdefault(vak[0], Tijdvak(*vak))
        kennis.perioden[vak[0]] = periode
        kennis.cijfers[per_pk[reeks]][vak[0]] = Stand(Meting(tijdvak, waarde, aard), onder, boven)


def bovenste(kennis: Kennis, dimensie: str, codes: Iterable[str]) -> set[str]:
    """The categories that are not part of another one of these."""
    alle = set(codes)
    return {c for c in alle if not _onder(kennis, dimensie, c, alle)}


def _onder(kennis: Kennis, dimensie: str, code: str, alle: set[str]) -> bool:
    gezien = {code}
    ouder = kennis.ouders.get((dimensie, code))
    while ouder and ouder not in gezien:
        if ouder in alle:
            return True
        gezien.add(ouder)
        ouder = kennis.ouders.get((dimensie, ouder))
    return False

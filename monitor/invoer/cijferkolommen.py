"""A file of figures read by column: every rule once for each content that differs.

What a rule finds wrong is not worked out here: such a row is read again by itself (`Rijlezer`), so that
there is one place that says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from monitor.invoer.cellen import Cel, als_tekst
from monitor.invoer.cijferrijen import (
    INGEVOERD,
    VOORBEELDNOOT,
    Rijlezer,
    minder_dan_niemand,
)
from monitor.invoer.cijfers import Cijfers, Reeksplek
from monitor.invoer.fouten import Fout
from monitor.invoer.keuzes import CelFout, lees_soort
from monitor.invoer.memo import Memo, per_object
from monitor.invoer.rijsoorten import fout_in_gemeente
from monitor.invoer.staat import Staat
from monitor.invoer.tabel import Rij, Tabel
from monitor.models import Gemeente, Indicator
from monitor.regels.getallen import Getal

T = TypeVar("T")
Rest = dict[str, Any]
Stijl = tuple[str, int, str]  # all of an indicator that the reading of its values depends on
_REST = ("status", "voetnoot", "beloofd_voor", "brondatum")


class Lezing:
    """The rows as figures; every error of every row gathers in `fouten`."""

    def __init__(self, tabel: Tabel, gemeente: Gemeente) -> None:
        lezer = Rijlezer(tabel.kolommen, gemeente)
        kolommen = _Kolommen(tabel, lezer)
        goed = kolommen.goed()
        cijfers = Cijfers(kolommen.nummers, kolommen.plekken, kolommen.perioden, kolommen.staten())
        if len(goed) < len(cijfers):
            cijfers = _met_rijen(tabel, cijfers, goed, lezer)
        self.fouten: list[Fout] = lezer.fouten
        self.cijfers = self._zonder_dubbele(cijfers, tabel)

    def _zonder_dubbele(self, cijfers: Cijfers, tabel: Tabel) -> Cijfers:
        """Of two rows about one figure neither is chosen: the second is an error."""
        sleutels = cijfers.sleutels
        if len(set(sleutels)) == len(sleutels):
            return cijfers
        gezien: dict[object, int] = {}
        goed = []
        per_nummer = {rij.nummer: rij for rij in tabel.rijen}
        for i, sleutel in enumerate(sleutels):
            eerste = gezien.setdefault(sleutel, i)
            if eerste == i:
                goed.append(i)
                continue
            melding = f"Dit cijfer staat ook in rij {cijfers.rijen[eerste]}."
            rij = per_nummer[cijfers.rijen[i]]
            self.fouten.append(rij.fout("waarde", melding, "Laat één van de twee rijen staan."))
        self.fouten.sort(key=lambda f: f.rij or 0)
        return cijfers.kies(goed)


def _met_rijen(tabel: Tabel, cijfers: Cijfers, goed: list[int], lezer: Rijlezer) -> Cijfers:
    """The good ones, and of the other rows what reads well by itself; errors go to the reader."""
    is_goed = set(goed)
    uit = Cijfers()
    for i, nummer in enumerate(cijfers.rijen):
        if i in is_goed:
            uit.voeg_toe(nummer, cijfers.plekken[i], cijfers.perioden[i], cijfers.staten[i])
        elif gelezen := lezer.lees(tabel.rijen[i]):
            uit.voeg_toe(nummer, *gelezen)
    return uit


class _Kolommen:
    """What each rule makes of its column; None in a row where it does not hold."""

    def __init__(self, tabel: Tabel, lezer: Rijlezer) -> None:
        self.tabel, self.lezer = tabel, lezer
        self.nummers = tabel.nummers
        self.plekken: list[Any] = self._plekken()
        self.perioden: list[Any] = self._perioden()
        self.getallen = self._getallen()
        self.resten = self._resten()

    def goed(self) -> list[int]:
        """The rows that every rule accepts."""
        delen = zip(self.plekken, self.perioden, self.getallen, self.resten, strict=True)
        return [i for i, rij in enumerate(delen) if all(rij)]

    def staten(self) -> list[Any]:
        """One object for each number with the same status, note and promise."""
        bekend: dict[tuple[int, int], Staat] = {}
        uit: list[Staat | None] = []
        for getal, rest in zip(self.getallen, self.resten, strict=True):
            sleutel = (id(getal), id(rest))
            staat = bekend.get(sleutel)
            if staat is None and getal and rest:
                staat = bekend[sleutel] = Staat.van_getal(getal, **rest)
            uit.append(staat)
        return uit

    def _teksten(self, *namen: str) -> Iterable[tuple[str, ...]]:
        """The texts of these columns, row by row; an absent column is empty."""
        kolommen = []
        for naam in namen:
            if naam in self.tabel.kolommen:
                kolommen.append(_als_teksten(self.tabel.kolom(naam)))
            else:
                kolommen.append([""] * len(self.nummers))
        return zip(*kolommen, strict=True)

    def _plekken(self) -> list[Reeksplek | None]:
        namen = ("gemeente", "indicator", "soort", *self.lezer.dimensies)

        def lees(teksten: tuple[str, ...]) -> Reeksplek | None:
            rij = _rij(namen, teksten)
            if fout_in_gemeente(rij, self.lezer.gemeente):
                return None
            indicator, (soort, status) = self.lezer.register.indicator(rij), lees_soort(rij)
            if indicator.formule and soort not in INGEVOERD:
                return None
            voor = len(self.lezer.fouten)
            delen = self.lezer.delen(rij)
            if len(self.lezer.fouten) > voor:
                del self.lezer.fouten[voor:]
                return None
            return self.lezer.maak_plek(indicator, soort, status, delen)

        return Memo(_of_niets(lees)).van(self._teksten(*namen))

    def _perioden(self) -> list[str | None]:
        def lees(teksten: tuple[str, ...]) -> str:
            return self.lezer.periode(_rij(("periode",), teksten)).code

        return Memo(_of_niets(lees)).van(self._teksten("periode"))

    def _getallen(self) -> list[Getal | None]:
        voorbeeld: dict[Stijl, Indicator] = {}

        def eerste_met(plek: Reeksplek | None) -> int | None:
            """The first indicator of which values are read in the same way."""
            if plek is None:
                return None
            stijl = (plek.indicator.eenheid, plek.indicator.decimalen, plek.indicator.telt)
            return voorbeeld.setdefault(stijl, plek.indicator).pk

        def lees(sleutel: tuple[int | None, type, Cel | None]) -> Getal | None:
            pk, _, cel = sleutel
            if pk is None or cel is None:
                return None
            getal = self.lezer.getal(Rij(0, {"waarde": cel}), indicatoren[pk])
            return None if minder_dan_niemand(indicatoren[pk], getal) else getal

        stijlen, cellen = per_object(eerste_met, self.plekken), self.tabel.kolom("waarde")
        indicatoren = {indicator.pk: indicator for indicator in voorbeeld.values()}
        # 1, Decimal(1) and True are one key; as cells they are three.
        sleutels = zip(stijlen, map(type, cellen), cellen, strict=True)
        return Memo(_of_niets(lees)).van(sleutels)

    def _resten(self) -> list[Rest | None]:
        def lees(sleutel: tuple[str, str | None, tuple[str, ...]]) -> Rest | None:
            status, aard, teksten = sleutel
            rij = _rij(_REST, teksten)
            if aard is None or rij.tekst("voetnoot") == VOORBEELDNOOT:
                return None
            return self.lezer.rest(rij, status, Getal(aard))

        statussen = per_object(lambda p: p.status if p else "", self.plekken)
        aarden = per_object(lambda g: str(g.aard) if g else None, self.getallen)
        sleutels = zip(statussen, aarden, self._teksten(*_REST), strict=True)
        return Memo(_of_niets(lees)).van(sleutels)


def _of_niets(lees: Callable[[Any], T | None]) -> Callable[[Any], T | None]:
    """The rule, without what it says of a wrong cell."""

    def probeer(sleutel: Any) -> T | None:
        try:
            return lees(sleutel)
        except CelFout:
            return None

    return probeer


def _als_teksten(cellen: list[Cel | None]) -> list[str]:
    if set(map(type, cellen)) <= {str, type(None)}:
        return [c or "" for c in cellen]  # type: ignore[misc]
    return list(map(als_tekst, cellen))


def _rij(namen: tuple[str, ...], teksten: tuple[str, ...]) -> Rij:
    return Rij(0, {n: t for n, t in zip(namen, teksten, strict=True) if t})

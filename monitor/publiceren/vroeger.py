"""What hidden figures were when an earlier publication was made, and the sums that held then.

A publication says nothing of what it hid; the history of the figures does. With it a correction cannot
give a small count away: version n minus version n + 1. Source: METHODEN A4.6.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation

from monitor.models import Indicator, Wijziging
from monitor.publiceren.achter import NOEMER
from monitor.publiceren.gegevens import Bron, ReeksId
from monitor.publiceren.grootboek import CelId, Editie
from monitor.publiceren.heelal import Heelal, cel_id
from monitor.regels.afscherming import Cell, Linear, Relation, Sum, is_klein

Rij = tuple[dict[str, int], int | None, int | None]  # cell -> coefficient, least and most


def laad_wijzigingen(bron: Bron, pks: dict[int, ReeksId]) -> None:
    """The changes of these series since the oldest publication, oldest first; one query."""
    if not bron.momenten:
        return
    rijen = Wijziging.objects.filter(
        waarneming__reeks_id__in=[
            pk for pk, r in pks.items() if _telt_mee(bron.indicatoren[r.indicator])
        ],
        gewijzigd_op__gt=min(bron.momenten),
    ).order_by("gewijzigd_op", "pk")
    for reeks, periode, op, oud in rijen.values_list(
        "waarneming__reeks_id", "waarneming__periode__code", "gewijzigd_op", "oud"
    ):
        bron.wijzigingen.setdefault((pks[reeks], periode), []).append((op, _getal(oud)))


def _telt_mee(indicator: Indicator) -> bool:
    """Counts of people, and percentages of them."""
    return indicator.is_afgeschermd or indicator.eenheid in NOEMER


def _getal(oud: dict[str, object] | None) -> Decimal | None:
    try:
        return Decimal(str(oud["waarde"])) if oud and oud.get("waarde") is not None else None
    except InvalidOperation:
        return None


def leg_vroeger(heelal: Heelal) -> None:
    """Each sum of now, as it was for every earlier publication in which something of it was otherwise."""
    betrokken: dict[str, list[Relation]] = defaultdict(list)
    for relatie in list(heelal.relaties):
        for id_ in {i for termen, _, _ in _rijen(relatie) for i in termen}:
            betrokken[id_].append(relatie)
    celnaam = {
        cel_id((r, v.code)): (r, v.code) for r, vakken in heelal.tijdvakken.items() for v in vakken
    }
    gezien: set[tuple[object, ...]] = set()
    edities = [
        Toen(heelal, editie, op, celnaam)
        for editie, op in zip(heelal.bron.grootboek, heelal.bron.momenten, strict=False)
    ]
    for toen in edities:
        anders = [id_ for id_ in toen.getoond if id_ in heelal.cellen and toen.is_anders(id_)]
        anders += [cel_id(c) for c in heelal.bron.wijzigingen if toen.is_anders(cel_id(c))]
        alle = {id(r): r for id_ in sorted(set(anders)) for r in betrokken.get(id_, ())}
        for relatie in alle.values():
            for nieuw in toen.relatie(relatie):
                sleutel = (*sorted(nieuw.terms.items()), nieuw.lo, nieuw.hi)
                if sleutel not in gezien:
                    gezien.add(sleutel)
                    heelal.relaties.append(nieuw)
    for toen in edities:
        toen.onthoud_merken()


def _rijen(relatie: Relation) -> Iterator[Rij]:
    """A relation as sums, each with what it is at least and at most."""
    if isinstance(relatie, Linear):
        yield dict(relatie.terms), relatie.lo, relatie.hi
        return
    som = {relatie.total: 1} | dict.fromkeys(relatie.parts, -1)
    if isinstance(relatie, Sum):
        yield som, 0, 0
        return
    yield som, None, 0
    for deel in relatie.parts:
        yield {relatie.total: 1, deel: -1}, 0, None


class Toen:
    """One earlier publication: what it showed, and what it hid."""

    def __init__(
        self, heelal: Heelal, editie: Editie, op: datetime, celnaam: dict[str, CelId]
    ) -> None:
        self.heelal, self.editie, self.op, self.celnaam = heelal, editie, op, celnaam
        self.getoond = {cel_id(c): w for c, w in editie.cellen.items() if w is not None}

    def waarde(self, id_: str) -> int | None:
        """What it was, whether it was shown or not."""
        if id_ in self.getoond:
            return int(self.getoond[id_]) if self.getoond[id_] == int(self.getoond[id_]) else None
        later = self.heelal.bron.wijzigingen.get(self.celnaam.get(id_, (ReeksId("", ""), "")), ())
        oud = next((w for op, w in later if op > self.op), None)
        if oud is not None:
            return int(oud) if oud == int(oud) else None
        return self.heelal.waarde(id_)

    def is_anders(self, id_: str) -> bool:
        return self.waarde(id_) != self.heelal.waarde(id_)

    def relatie(self, relatie: Relation) -> Iterator[Linear]:
        """With the numbers of then: those shown filled in, those hidden and otherwise as cells of their
        own. Nothing when it did not hold, or says nothing."""
        for termen, laag, hoog in _rijen(relatie):
            waarden = {i: self.waarde(i) for i in termen}
            som = sum(k * (waarden[i] or 0) for i, k in termen.items())
            past = (laag is None or laag <= som) and (hoog is None or som <= hoog)
            if None not in waarden.values() and past:
                yield from self._rij(termen, waarden, laag, hoog)

    def _rij(
        self,
        termen: dict[str, int],
        waarden: dict[str, int | None],
        laag: int | None,
        hoog: int | None,
    ) -> Iterator[Linear]:
        rest, over = 0, {}
        for id_, k in termen.items():
            if id_ in self.getoond:
                rest -= k * (waarden[id_] or 0)
            else:
                over[self._naam(id_, waarden[id_] or 0)] = k
        if over:
            grenzen = (None if g is None else g + rest for g in (laag, hoog))
            yield Linear(over, *grenzen)

    def _naam(self, id_: str, waarde: int) -> str:
        if waarde == self.heelal.waarde(id_) and not self._is_uitkomst(id_):
            return id_
        oud, cel = oude_naam(id_, waarde), self.heelal.cellen[id_]
        if oud not in self.heelal.cellen:
            self.heelal.virtueel(oud, f"{cel.label}, zoals het was", waarde, cel.threshold or 10)
        return oud

    def _is_uitkomst(self, id_: str) -> bool:
        """Of a formula with an operand that was otherwise: that it is the same by chance, nobody knows."""
        indicator = self.heelal.bron.indicatoren.get(id_.partition("|")[0])
        return bool(indicator and indicator.formule) and id_ not in self.getoond

    def onthoud_merken(self) -> None:
        """What this publication said of a figure by hiding it, readers still know: no more than that."""
        for cellen, is_klein_merk in ((self.editie.klein, True), (self.editie.dekt, False)):
            for cel in cellen:
                id_ = cel_id(cel)
                waarde = self.waarde(id_)
                if waarde is None:
                    continue
                naam = id_ if waarde == self.heelal.waarde(id_) else oude_naam(id_, waarde)
                if naam in self.heelal.cellen:
                    self._weet(self.heelal.cellen[naam], waarde, is_klein_merk)

    def _weet(self, cel: Cell, waarde: int, is_klein_merk: bool) -> None:
        drempel = cel.threshold or 10
        if is_klein_merk and is_klein(Decimal(waarde), drempel):
            grenzen = {"min": max(cel.min or 0, 1), "max": drempel - 1}
        elif not is_klein_merk and waarde >= drempel:
            grenzen = {"min": max(cel.min or 0, drempel)}
        else:
            return  # another threshold than now
        self.heelal.cellen[cel.id] = replace(cel, **grenzen)  # type: ignore[arg-type]


def oude_naam(id_: str, waarde: int) -> str:
    return f"{id_}#{waarde}"

"""Stocks: begin plus in minus out is end, and one day has one stock whatever the period is called.

Only what the model declares (`Indicator.verloop`) and what the figures bear out. Source: METHODEN A1.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise

from monitor.models.enums import StroomOfStand
from monitor.publiceren.gegevens import ReeksId
from monitor.publiceren.heelal import Heelal, cel_id
from monitor.publiceren.noemen import rijen
from monitor.regels.afscherming import Linear
from monitor.regels.formules import Naam, lees_verloop
from monitor.regels.perioden import Tijdvak

DAG = timedelta(days=1)


def leg_standen(heelal: Heelal) -> None:
    getekend = list(_uit_grafieken(heelal))
    for code, indicator in sorted(heelal.bron.indicatoren.items()):
        if indicator.stroom_of_stand != StroomOfStand.STAND or not heelal.drempel(code):
            continue
        reeksen = sorted(r for r in heelal.tijdvakken if r.indicator == code)
        _zelfde_dag(heelal, reeksen)
        gezegd = lees_verloop(indicator.verloop)
        for reeks in reeksen:
            for stromen in [gezegd] if gezegd else [s for r, s in getekend if r == reeks]:
                _verloop(heelal, reeks, stromen)


def _uit_grafieken(heelal: Heelal) -> Iterator[tuple[ReeksId, dict[Naam, int]]]:
    """A chart of inflow, outflow and stock says by itself how the three hang together."""
    for hoofdstuk in heelal.bron.hoofdstukken:
        for blok in hoofdstuk.blokken.all():
            lijst = [r.reeks for r in rijen(heelal.bron, blok)] if blok.vorm == "in_uit" else []
            soorten = [heelal.bron.indicatoren[r.indicator].stroom_of_stand for r in lijst]
            if len(lijst) == 3 and soorten.count(StroomOfStand.STAND) == 1:
                stand = lijst.pop(soorten.index(StroomOfStand.STAND))
                for tekens in ((1, -1), (-1, 1)):  # the order in the block is free
                    yield (
                        stand,
                        {(r.indicator, r.soort): k for r, k in zip(lijst, tekens, strict=True)},
                    )


def _zelfde_dag(heelal: Heelal, reeksen: list[ReeksId]) -> None:
    """The stock of June and of the second quarter are one, unless some figure says otherwise."""
    paren: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for reeks in reeksen:
        for a, b in combinations(_op_eind(heelal.tijdvakken[reeks]), 2):
            if a.eind == b.eind:
                ids = cel_id((reeks, a.code)), cel_id((reeks, b.code))
                paren[a.code, b.code].append(ids)
    for gelijk in paren.values():
        if all(_past(heelal, {a: 1, b: -1}) for a, b in gelijk):
            heelal.relaties += [Linear({a: 1, b: -1}, 0, 0) for a, b in gelijk]


def _op_eind(vakken: list[Tijdvak]) -> list[Tijdvak]:
    uniek = {v.code: v for v in vakken if v.eind}
    return sorted(uniek.values(), key=lambda v: (v.eind or date.max, v.code))


def _verloop(heelal: Heelal, reeks: ReeksId, stromen: Mapping[Naam, int]) -> None:
    standen = _op_eind(heelal.tijdvakken[reeks])
    opvolgers = set(pairwise(standen))
    drempel = heelal.drempel(reeks.indicator)
    assert drempel
    for begin, eind in combinations(standen, 2):
        if begin.eind == eind.eind:
            continue
        termen = {cel_id((reeks, eind.code)): 1, cel_id((reeks, begin.code)): -1}
        mist: list[tuple[Naam, int]] = []
        for naam, teken in stromen.items():
            stroom = ReeksId(naam[0], naam[1] or reeks.soort, reeks.sleutel)
            delen = list(_tussen(heelal, stroom, begin, eind, (begin, eind) in opvolgers))
            termen |= dict.fromkeys(delen, -teken)
            if not delen:
                mist.append((naam, teken))
        if len(mist) == 1:
            _wat_volgt(heelal, reeks, eind, termen, mist[0], drempel)
        elif not mist and _past(heelal, termen):
            heelal.relaties.append(Linear(termen, 0, 0))


def _tussen(
    heelal: Heelal, stroom: ReeksId, begin: Tijdvak, eind: Tijdvak, opvolgend: bool
) -> Iterator[str]:
    """The flow from the one stock to the other: one figure over exactly that time, else its months."""
    vakken = [v for v in heelal.tijdvakken.get(stroom, ()) if v.begin and v.eind]
    assert begin.eind and eind.eind
    eerste = {begin.eind + DAG} | ({begin.eind} if begin.soort == "peildatum" else set())
    heel = next((v for v in vakken if v.begin in eerste and v.eind == eind.eind), None)
    if heel is not None:
        yield cel_id((stroom, heel.code))
        return
    volgende = {v.begin: v for v in vakken if v.soort == "maand"}
    keten: list[Tijdvak] = []
    dag = next((d for d in sorted(eerste) if d in volgende), date.max)
    while opvolgend and dag in volgende and dag <= eind.eind:
        keten.append(volgende[dag])
        dag = (keten[-1].eind or date.max) + DAG
    if keten and keten[-1].eind == eind.eind:
        yield from (cel_id((stroom, v.code)) for v in keten)


def _wat_volgt(
    heelal: Heelal,
    reeks: ReeksId,
    eind: Tijdvak,
    termen: dict[str, int],
    mist: tuple[Naam, int],
    drempel: int,
) -> None:
    """The one flow that nobody prints: who knows the rest can work it out."""
    (code, _), teken = mist
    rest = _som(heelal, termen)
    waarde = None if rest is None else rest * teken
    if waarde is None or waarde < 0:
        return
    indicator = heelal.bron.indicatoren.get(code)
    naam = f"{indicator.naam if indicator else code}, {eind.tekst}"
    id_ = f"{cel_id((reeks, eind.code))}#{code}{len(heelal.relaties)}"
    heelal.virtueel(id_, naam, waarde, heelal.drempel(code) or drempel)
    heelal.relaties.append(Linear(termen | {id_: -teken}, 0, 0))


def _som(heelal: Heelal, termen: Mapping[str, int]) -> int | None:
    waarden = {i: heelal.waarde(i) for i in termen}
    if None in waarden.values() or heelal.onprecies & set(termen):
        return None
    return sum(c * (waarden[i] or 0) for i, c in termen.items())


def _past(heelal: Heelal, termen: Mapping[str, int]) -> bool:
    """Whether the figures bear the relation out; one that the source keeps does not deny it."""
    if heelal.onprecies & set(termen):
        return False
    onbekend = any(heelal.waarde(i) is None for i in termen)
    return not onbekend and _som(heelal, termen) == 0

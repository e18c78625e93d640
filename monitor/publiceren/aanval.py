"""The attack on what is about to be published, together with all that was published before.

Its input is JSON and the structure that everybody can see; how figures were hidden it does not know.
Source: METHODEN A4.6, A4.7.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from monitor.publiceren.aanvalsnamen import Namen
from monitor.publiceren.aanvalsstanden import aandelen, relaties
from monitor.publiceren.feiten import Feit, Feiten
from monitor.regels.aanvaller import Lek, Tegenspraak, lekken
from monitor.regels.formules import Naam
from monitor.regels.perioden import tijdvak
from monitor.regels.sleutels import lees_sleutel, maak_sleutel

DAG = timedelta(days=1)
TWIJFEL = ("stand", "tijd", "toen", "delen", "vast")  # most doubtful relations first


@dataclass(frozen=True)
class Structuur:
    """What is no secret: which breakdowns exist, how categories nest, what adds up."""

    ouders: Mapping[tuple[str, str], str]  # (dimension, category) -> category above it
    sleutels: Mapping[tuple[str, str], frozenset[str]]  # (indicator, kind) -> breakdowns kept
    optelbaar: frozenset[str]
    stroom: frozenset[str]
    stand: frozenset[str] = frozenset()
    verloop: Mapping[str, Mapping[Naam, int]] = field(default_factory=dict)  # stock -> flows
    formules: Mapping[str, Mapping[Naam, int]] = field(default_factory=dict)  # pluses and minuses
    aandelen: Mapping[str, Mapping[Naam, int]] = field(default_factory=dict)  # name -> whole - part


@dataclass
class Verband:
    """A relation in the words of the attacker. `soort`: time goes first when things contradict."""

    soort: str  # stand · tijd · toen · delen · vast
    relatie: dict[str, Any]

    @property
    def ids(self) -> set[str]:
        if self.relatie["kind"] == "linear":
            return set(self.relatie["terms"])
        return {self.relatie["total"], *self.relatie["parts"]}


@dataclass
class Slagveld:
    structuur: Structuur
    cellen: dict[str, Feit] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    verbanden: list[Verband] = field(default_factory=list)
    toen: list[dict[str, str]] = field(default_factory=list)  # id -> name, of each publication

    def beproef(self) -> list[Lek]:
        """The attack. Where publications contradict each other some figure was corrected: then the
        most doubtful relations go first, and the attack is done again."""
        while True:
            try:
                return lekken([self._momentopname()])
            except Tegenspraak as fout:
                hier = [v for v in self.verbanden if v.ids & set(fout.ids)]
                twijfel = [soort for soort in TWIJFEL if any(v.soort == soort for v in hier)]
                if not twijfel:
                    raise
                weg = {id(v) for v in hier if v.soort == twijfel[0]}
                self.verbanden = [v for v in self.verbanden if id(v) not in weg]

    def _momentopname(self) -> dict[str, Any]:
        nodig = {i for v in self.verbanden for i in v.ids}
        return {
            "cells": {
                i: {
                    "value": f.waarde,
                    "mark": f.merk,
                    "threshold": f.drempel,
                    "min": f.laag,
                    "max": f.hoog,
                }
                for i, f in self.cellen.items()
                if i in nodig
            },
            "relations": [v.relatie for v in self.verbanden],
            "policy": {"threshold": 10, "zero": "show", "floor": 5, "min_width": None},
        }


def stel_op(
    nu: Feiten,
    eerder: Sequence[Feiten],
    structuur: Structuur,
    versies: Sequence[Mapping[str, int]] = (),
) -> Slagveld:
    """`eerder`: newest first. What says something else of the same cell is another quantity, and what was
    corrected since: `versies` says that, of each of `eerder`."""
    veld = Slagveld(structuur)
    namen = Namen(veld.cellen, structuur.formules)
    toen: list[Mapping[str, int]] = [{}, *(versies or [{} for _ in eerder])]
    for feiten, versie in zip((nu, *eerder), toen, strict=True):
        naam = namen.neem(feiten, versie)
        for oud, nieuw in naam.items():
            veld.labels.setdefault(nieuw, feiten.labels[oud])
        for termen, laag, hoog in feiten.gelijk:
            relatie = {
                "kind": "linear",
                "terms": {naam.get(i, i): c for i, c in termen.items()},
                "lo": laag,
                "hi": hoog,
            }
            veld.verbanden.append(Verband("vast" if feiten is nu else "toen", relatie))
    veld.toen = namen.edities()
    nu_ids = [i for i in veld.cellen if "#" not in i]
    for naam in namen.anders():
        _leg_delen(veld, naam, "toen")
    _leg_delen(veld, {i: i for i in nu_ids}, "delen")
    _leg_tijd(veld)
    verloop = dict(structuur.verloop) | nu.verloop
    for feiten in eerder:
        verloop = feiten.verloop | verloop
    gevonden = relaties(veld.cellen, veld.labels, structuur.stand, verloop, structuur.formules)
    veld.verbanden += [Verband("stand", r) for r in gevonden]
    gevonden = aandelen(veld.cellen, veld.labels, structuur.aandelen)
    veld.verbanden += [Verband("stand", r) for r in gevonden]
    return veld


# Breakdowns


def _leg_delen(veld: Slagveld, naam: Mapping[str, str], soort: str) -> None:
    """`naam`: id as published -> id here. Each whole with its parts."""
    tafels: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for id_ in naam:
        reeks, _, periode = id_.rpartition("@")
        code, soort_, sleutel = reeks.split("|", 2)
        tafels[code, soort_, periode].add(sleutel)
    bestaat = {
        reeks: delingen(veld.structuur, sleutels)
        for reeks, sleutels in veld.structuur.sleutels.items()
    }
    for (code, soort_, periode), sleutels in sorted(tafels.items()):
        groepen = delingen(veld.structuur, sleutels)
        for groep in sorted(groepen):
            if groep[0] not in sleutels:
                continue
            ids = [f"{code}|{soort_}|{d}@{periode}" for d in (groep[0], *sorted(groepen[groep]))]
            alle = bestaat.get((code, soort_), {}).get(groep, set())
            mist = not alle <= groepen[groep]  # other parts are kept: these need not be all
            veld.verbanden += _lijn(veld, code, [naam.get(i, i) for i in ids], mist, soort)


def delingen(structuur: Structuur, sleutels: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    """(whole, breakdown) -> parts."""
    groepen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sleutel in sleutels:
        delen = lees_sleutel(sleutel)
        for dimensie, code in delen.items():
            rest = {d: c for d, c in delen.items() if d != dimensie}
            if ouder := structuur.ouders.get((dimensie, code)):
                rest[dimensie] = ouder
            groepen[maak_sleutel(rest), dimensie].add(sleutel)
    return dict(groepen)


def _lijn(veld: Slagveld, code: str, ids: list[str], mist: bool, soort: str) -> Iterator[Verband]:
    totaal, delen = ids[0], ids[1:]
    if not any(veld.cellen[i].waarde is None for i in ids) and not mist:
        return  # all shown, and nothing else to find
    hoog = [_grenzen(veld.cellen[i]) for i in ids]
    laagste = sum(h[0] for h in hoog[1:])
    hoogste = sum(h[1] for h in hoog[1:])
    if code not in veld.structuur.optelbaar:
        grootste = max(h[0] for h in hoog[1:])
        if hoog[0][1] >= grootste:
            heel = not mist and hoog[0][0] <= hoogste
            yield from _hooguit(totaal, delen, heel, soort)
        return
    if laagste > hoog[0][1]:
        return  # they are no parts of it
    if mist or hoogste < hoog[0][0]:
        rest = f"{totaal}#rest{len(veld.verbanden)}"
        veld.cellen[rest] = Feit(None, "none", veld.cellen[totaal].drempel)
        veld.labels[rest] = f"{veld.labels[totaal]}, zonder de delen"
        delen = [*delen, rest]
    yield Verband(soort, {"kind": "sum", "total": totaal, "parts": delen})


def _hooguit(totaal: str, delen: list[str], heel: bool, soort: str) -> Iterator[Verband]:
    """Who is in two parts counts once in the total."""
    if heel:
        yield Verband(soort, {"kind": "unique", "total": totaal, "parts": delen})
        return
    for deel in delen:
        termen = {totaal: 1, deel: -1}
        yield Verband(soort, {"kind": "linear", "terms": termen, "lo": 0, "hi": None})


def _grenzen(feit: Feit) -> tuple[float, float]:
    if feit.waarde is not None:
        return feit.waarde, feit.waarde
    laag = {"small": 1, "cover": feit.drempel}.get(feit.merk, 0)
    return max(laag, feit.laag or 0), float("inf") if feit.hoog is None else feit.hoog


# Time


def tijdlijnen(ids: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each span with the published spans that lie end to end over it."""
    spans: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for id_ in sorted(ids):
        reeks, _, periode = id_.rpartition("@")
        vak = tijdvak(periode)
        if vak and vak.begin and vak.eind:
            spans[reeks].append((vak.begin, vak.eind + DAG, id_))
    for eigen in spans.values():
        for begin, eind, id_ in eigen:
            binnen = [s for s in eigen if s[2] != id_ and begin <= s[0] and s[1] <= eind]
            for lengte in {s[1] - s[0] for s in binnen if s[0] == begin}:
                keten, dag = [], begin
                for s in sorted(binnen, key=lambda s: (s[0], abs(s[1] - s[0] - lengte))):
                    if s[0] == dag:
                        keten.append(s[2])
                        dag = s[1]
                if dag == eind:
                    yield id_, keten


def _leg_tijd(veld: Slagveld) -> None:
    """Of a flow: every span is the sum of the smallest stretches that all spans cut time into."""
    reeksen: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for id_ in sorted(veld.cellen):
        reeks, _, periode = id_.rpartition("@")
        vak = tijdvak(periode) if "#" not in periode else None
        if vak and vak.begin and vak.eind and reeks.split("|")[0] in veld.structuur.stroom:
            reeksen[reeks].append((vak.begin, vak.eind + DAG, id_))
    for reeks, spans in reeksen.items():
        punten = sorted({d for begin, eind, _ in spans for d in (begin, eind)})
        eigen = {(begin, eind): id_ for begin, eind, id_ in spans}
        for begin, eind, id_ in spans:
            binnen = punten[punten.index(begin) : punten.index(eind) + 1]
            paren = list(pairwise(binnen))
            if len(paren) > 1:
                delen = [_stukje(veld, reeks, eigen, paar, id_) for paar in paren]
                relatie = {"kind": "sum", "total": id_, "parts": delen}
                veld.verbanden.append(Verband("tijd", relatie))


def _stukje(
    veld: Slagveld,
    reeks: str,
    eigen: Mapping[tuple[date, date], str],
    paar: tuple[date, date],
    totaal: str,
) -> str:
    if paar in eigen:
        return eigen[paar]
    id_ = f"{reeks}@{paar[0]}..{paar[1]}#stuk"
    if id_ not in veld.cellen:
        veld.cellen[id_] = Feit(None, "none", veld.cellen[totaal].drempel)
        naam = veld.labels[totaal].rpartition(", ")[0]
        veld.labels[id_] = f"{naam}, van {paar[0]:%d-%m-%Y} tot {paar[1]:%d-%m-%Y}"
    return id_

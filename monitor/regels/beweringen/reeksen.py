"""The figures of an edition as series: of which one is this number, and what was it before?"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitor.regels.beweringen.gegevens import Document
from monitor.regels.beweringen.onderwerp import kernwoorden, stammen
from monitor.regels.beweringen.tijden import Tijd
from monitor.regels.beweringen.zinnen import Zin
from monitor.regels.perioden import tijdvak


@dataclass(frozen=True)
class Punt:
    """One figure of a series, with the span it is about."""

    van: date
    tot: date
    waarde: Decimal


@dataclass(frozen=True)
class Reeks:
    """One indicator, or one category of it, through time: oldest first."""

    label: str
    woorden: frozenset[str]
    hoofdstuk: str
    eenheid: str
    is_deel: bool
    punten: tuple[Punt, ...]

    @property
    def laatste(self) -> Punt:
        return self.punten[-1]

    def op(self, tijd: Tijd) -> Punt | None:
        """The figure of the period that a text names: by its last day, else by its month."""
        if tijd.tot is None:
            return None
        precies = [
            p for p in self.punten if p.tot == tijd.tot or (p.van, p.tot) == (tijd.van, tijd.tot)
        ]
        ruim = [
            p for p in self.punten if (p.tot.year, p.tot.month) == (tijd.tot.year, tijd.tot.month)
        ]
        return next(iter([*precies, *ruim]), None)


class Reeksen:
    """All series that were counted, worked out once for all texts."""

    def __init__(self, doc: Document) -> None:
        self.eind = doc.periode.eind or doc.peildatum
        self.begin = doc.periode.begin or doc.peildatum
        groepen: dict[tuple[str, str, str], list[Punt]] = defaultdict(list)
        over: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        for f in doc.cijfers:
            vak = tijdvak(f.periode)
            if f.waarde is None or f.is_verborgen or f.soort != "realisatie" or vak is None:
                continue
            if vak.begin is None or vak.eind is None:
                continue
            sleutel = (f.code, f.dimensie, f.categorie)
            groepen[sleutel].append(Punt(vak.begin, vak.eind, f.waarde))
            over[sleutel] = (f.label, f.hoofdstuk, f.eenheid)
        self.alle = [
            Reeks(label, kernwoorden(label), hoofdstuk, eenheid, bool(sleutel[1]),
                  tuple(sorted(groepen[sleutel], key=lambda p: (p.tot, p.van))))
            for sleutel, (label, hoofdstuk, eenheid) in over.items()
        ]  # fmt: skip

    def met(self, waarde: Decimal, hoofdstuk: str) -> list[Reeks]:
        """The series that had this value, those of the chapter first; a small number says too little."""
        if abs(waarde) < 10:
            return []
        raak = [r for r in self.alle if any(p.waarde == waarde for p in r.punten)]
        eigen = [r for r in raak if r.hoofdstuk == hoofdstuk]
        return eigen or raak

    def genoemd(self, tekst: str, hoofdstuk: str) -> list[Reeks]:
        """The whole series whose every word stands in the text, those of the chapter alone if there are."""
        hier = set(stammen(tekst))
        raak = [r for r in self.alle if r.woorden and r.woorden <= hier and not r.is_deel]
        eigen = [r for r in raak if r.hoofdstuk == hoofdstuk] or raak
        meeste = max((len(r.woorden) for r in eigen), default=0)
        return [r for r in eigen if len(r.woorden) == meeste]


_VORIG_JAAR = re.compile(
    r"\b(?:vorig jaar|(?:een|1) jaar (?:geleden|eerder|daarvoor|ervoor)|jaar (?:eerder|daarvoor|ervoor)|op jaarbasis)\b",
    re.IGNORECASE,
)
_VORIGE = re.compile(
    r"\b(?:(?:vorige?|voorgaande?|afgelopen) (?:kwartaal|maand|periode|halfjaar|monitor|uitgave|rapportage|editie|meting)|"
    r"(?:kwartaal|maand|periode|halfjaar) (?:eerder|geleden|daarvoor|ervoor|hiervoor))\b",
    re.IGNORECASE,
)


def vergeleken_punt(zin: Zin, reeks: Reeks) -> tuple[Punt | None, bool]:
    """The figure that a sentence compares with, and whether it says so: a period, "vorig jaar", "een maand eerder"."""
    for t in zin.tijden:
        punt = reeks.op(t)
        if punt is not None and punt is not reeks.laatste:
            return punt, True
    laatste = reeks.laatste
    if _VORIG_JAAR.search(zin.tekst):
        toen = [
            p
            for p in reeks.punten
            if (p.tot.year, p.tot.month) == (laatste.tot.year - 1, laatste.tot.month)
        ]
        return next(iter(toen), None), True
    if _VORIGE.search(zin.tekst) and len(reeks.punten) > 1:
        return reeks.punten[-2], True
    anders = [t for t in zin.tijden if t.tot is not None and t.tot < laatste.van]
    return None, bool(anders)


def waarden(reeksen: Sequence[Reeks]) -> set[Decimal]:
    return {p.waarde for r in reeksen for p in r.punten}

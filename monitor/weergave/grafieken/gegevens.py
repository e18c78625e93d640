"""What a chart may know: the block's `GrafiekInhoud`, with everything hidden already gone.

A value counts only when its `toestand` is "getal"; whatever else a cell might hold is dropped here,
before any scale, path, label or endpoint sees it (DESIGN, invariant 3).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from monitor.publiceren.veilig import VERBORGEN
from monitor.weergave.grafieken.tekst import getal

MET_WOORD = VERBORGEN | {"bereik"}
STATUS_WOORD = {"voorlopig": "voorlopig", "geschat": "geschat"}
# A sign alone is not heard, and says little in a drawing.
GEHOORD = {"": "geen cijfer", "–": "geen cijfer", "·": "niet getoond", "x": "niet getoond"}
MAX_DELEN = 4
PER_JAAR = ((r"\d{4}-\d\d", 12), (r"\d{4}-P\d\d", 13), (r"\d{4}-K\d", 4), (r"\d{4}-H\d", 2))
REDEN = {
    "ontbreekt": "niet bekend",
    "onbekend": "niet bekend",
    "nog_niet_bekend": "nog niet bekend",
    "niet_gemeten": "niet gemeten",
    "zie_toelichting": "zie toelichting",
    "nvt": "niet van toepassing",
    "vervallen": "vervallen",
    "onderdrukt": "niet getoond",
    "kleiner_dan": "niet getoond",
    "bereik": "niet precies bekend",
}


@dataclass(frozen=True)
class Punt:
    """One figure. `waarde` is None when there is a gap; `tekst` is what a reader may read."""

    waarde: float | None
    tekst: str
    toestand: str = "getal"
    status: str = "definitief"
    periode: str = ""

    @property
    def woord(self) -> str:
        """ "voorlopig", "geschat" or nothing."""
        return STATUS_WOORD.get(self.status, "") if self.waarde is not None else ""

    @property
    def gat_tekst(self) -> str:
        """What stands in the gap: "<10", "15-20"; nothing when there simply is no figure."""
        return self.tekst if self.toestand in MET_WOORD else ""

    @property
    def voluit(self) -> str:
        """The text with its status: "187 (voorlopig)"."""
        return f"{self.tekst} ({self.woord})" if self.woord else self.tekst


@dataclass(frozen=True)
class Reeks:
    naam: str
    soort: str
    indicator: str
    punten: tuple[Punt, ...]

    @property
    def waarden(self) -> list[float | None]:
        return [p.waarde for p in self.punten]

    @property
    def laatste(self) -> int | None:
        """The index of the last visible point."""
        zichtbaar = [i for i, p in enumerate(self.punten) if p.waarde is not None]
        return zichtbaar[-1] if zichtbaar else None


@dataclass(frozen=True)
class Gegevens:
    vorm: str
    eenheid: str
    decimalen: int
    labels: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    breuken: frozenset[int] = frozenset()
    eigen: str = ""  # the name of the gemeente itself, dark among others

    @property
    def zichtbaar(self) -> list[float]:
        return [w for r in self.reeksen for w in r.waarden if w is not None]

    @property
    def per_jaar(self) -> int:
        """How many labels make a year: 12 for months, 4 for quarters; 0 when that has no meaning."""
        perioden = {p.periode for r in self.reeksen for p in r.punten if p.periode}
        passend = (n for patroon, n in PER_JAAR if all(re.fullmatch(patroon, p) for p in perioden))
        return next(passend, 0) if perioden else 0

    @property
    def heeft_tijd(self) -> bool:
        """Whether the labels are moments; otherwise they are categories of one moment."""
        perioden = [[p.periode for p in r.punten if p.periode] for r in self.reeksen]
        return any(len(p) > 1 for p in perioden) and all(len(set(p)) == len(p) for p in perioden)


def lees_punt(cel: Mapping[str, Any]) -> Punt:
    toestand = cel.get("toestand", "ontbreekt")
    ruw = cel.get("waarde") if toestand == "getal" else None
    waarde = None if ruw is None else float(ruw)
    return Punt(
        waarde,
        _tekst(cel.get("tekst", ""), toestand),
        toestand,
        cel.get("status") or "definitief" if waarde is not None else "definitief",
        cel.get("periode", ""),
    )


def _tekst(tekst: str, toestand: str) -> str:
    return tekst if tekst not in GEHOORD else REDEN.get(toestand, "niet bekend")


def lees(inhoud: Mapping[str, Any], eigen: str = "") -> Gegevens:
    """Read a `GrafiekInhoud` of the snapshot."""
    labels = tuple(inhoud.get("labels", ()))
    reeksen = [
        Reeks(
            r.get("naam", ""),
            r.get("soort", ""),
            r.get("indicator", ""),
            tuple(lees_punt(c) for c in r["punten"][: len(labels)]),
        )
        for r in inhoud.get("reeksen", ())
    ]
    return Gegevens(
        inhoud.get("vorm", "lijn"),
        inhoud.get("eenheid", "aantal"),
        int(inhoud.get("decimalen", 0)),
        labels,
        tuple(reeksen),
        frozenset(i for i in inhoud.get("breuken", ()) if 0 < i < len(labels)),
        eigen,
    )


def voor_vorm(g: Gegevens) -> Gegevens:
    """The series as the chart shows them: parts beyond four together as ‘Overig’."""
    if g.vorm == "deel" and len(g.reeksen) == 1:
        g = gekanteld(g)
    if g.vorm not in {"gestapeld", "deel"}:
        return g
    overig = [r for r in g.reeksen if is_overig(r)]
    delen = [r for r in g.reeksen if not is_overig(r)]
    if len(delen) <= MAX_DELEN:
        return replace(g, reeksen=(*delen, *overig))
    volgorde = sorted(delen, key=lambda r: -sum(abs(w or 0) for w in r.waarden))
    grote = set(map(id, volgorde[:MAX_DELEN]))
    rest = [r for r in delen if id(r) not in grote] + overig
    blijft = [r for r in delen if id(r) in grote]
    return replace(g, reeksen=(*blijft, _samen(rest, g)))


def is_overig(reeks: Reeks) -> bool:
    return reeks.naam.strip().lower() in {"overig", "overige", "anders"}


def gekanteld(g: Gegevens) -> Gegevens:
    """One series over categories becomes a series for each category."""
    (enige,) = g.reeksen
    reeksen = [
        Reeks(naam, enige.soort, enige.indicator, (punt,))
        for naam, punt in zip(g.labels, enige.punten, strict=True)
    ]
    return replace(g, labels=(enige.naam,), reeksen=tuple(reeksen), breuken=frozenset())


def _samen(rest: Iterable[Reeks], g: Gegevens) -> Reeks:
    rest = tuple(rest)
    punten = tuple(_som([r.punten[i] for r in rest], g) for i in range(len(g.labels)))
    return Reeks("Overig", rest[0].soort, "", punten)


def _som(punten: list[Punt], g: Gegevens) -> Punt:
    """A sum of parts. One hidden part hides the sum: the rest would give it away or mislead."""
    hier = punten[0].periode
    if any(p.toestand in MET_WOORD for p in punten):
        return Punt(None, REDEN["onderdrukt"], "onderdrukt", periode=hier)
    getallen = [p.waarde for p in punten if p.waarde is not None]
    if not getallen or len(getallen) < len(punten):
        return Punt(None, REDEN["ontbreekt"], "ontbreekt", periode=hier)
    status = next((s for s in ("geschat", "voorlopig") if any(p.status == s for p in punten)), "")
    som = sum(getallen)
    return Punt(som, getal(som, g.eenheid, g.decimalen), "getal", status or "definitief", hier)

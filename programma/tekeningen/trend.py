"""Milestone trend chart: to the right the reports, upward the date that was expected. Level is stable.

Drawn twice: wide with the name of each line at its end, narrow with its mark alone; the table has all.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from programma.tekeningen.vormen import (
    GRIJS,
    INKT,
    KLAAR,
    LATER,
    RASTER,
    SCHEMA,
    WIT,
    Vorm,
    cirkel,
    driehoek,
    pad,
    teken,
    tekst,
)

MAX_LIJNEN = 8
_KORT = ("jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
REGEL = 34.0  # room for a name of two lines


@dataclass(frozen=True)
class Maat:
    """Size of a drawing, and the plot inside it."""

    breed: int
    hoog: int
    links: int
    rechts: int
    is_smal: bool
    boven: int = 12
    onder: int = 34


BREED = Maat(760, 400, 96, 250, False)
SMAL = Maat(340, 320, 76, 44, True)


@dataclass(frozen=True)
class Vlak:
    """Days on the axes, and where they are."""

    maat: Maat
    x0: date
    x1: date
    y0: date
    y1: date

    def x(self, dag: date) -> float:
        ruimte = self.maat.breed - self.maat.links - self.maat.rechts
        return self.maat.links + ruimte * (dag - self.x0).days / max(1, (self.x1 - self.x0).days)

    def y(self, dag: date) -> float:
        ruimte = self.maat.hoog - self.maat.boven - self.maat.onder
        return self.maat.hoog - self.maat.onder - ruimte * (dag - self.y0).days / max(1, (self.y1 - self.y0).days)  # fmt: skip


def trend_context(p: dict[str, Any]) -> dict[str, Any] | None:
    """Rows of the table, and both drawings; None when there is no trend to see."""
    lijnen = p.get("mijlpaaltrend") or []
    if not lijnen:
        return None
    momenten = {q["op"]: q["op_tekst"] for lijn in lijnen for q in lijn["punten"]}
    rijen = [
        lijn
        | {
            "merk": lijn["nummer"] or chr(65 + i % 26),
            "cellen": [
                next((q["tekst"] for q in lijn["punten"] if q["op"] == m), "")
                for m in sorted(momenten)
            ],
        }
        for i, lijn in enumerate(lijnen)
    ]
    gekozen = sorted(rijen, key=lambda r: -abs(r["maanden"]))[:MAX_LIJNEN]
    return {
        "rijen": rijen,
        "momenten": [momenten[m] for m in sorted(momenten)],
        "tekeningen": [
            {"breed": m.breed, "hoog": m.hoog, "is_smal": m.is_smal, "vormen": _teken(gekozen, m)}
            for m in (BREED, SMAL)
        ],
        "zin": samenvatting(rijen),
        "niet_getekend": len(rijen) - len(gekozen),
    }


def samenvatting(rijen: list[dict[str, Any]]) -> str:
    """The drawing in a sentence."""
    later = sum(r["maanden"] > 0 for r in rijen)
    eerder = sum(r["maanden"] < 0 for r in rijen)
    stabiel = len(rijen) - later - eerder
    delen = [f"{stabiel} stabiel", f"{later} opgeschoven naar later"]
    delen += [f"{eerder} naar eerder"] if eerder else []
    return f"{', '.join(delen[:-1])} en {delen[-1]}, sinds het eerste verslag."


def _teken(rijen: list[dict[str, Any]], maat: Maat) -> list[Vorm]:
    vlak = _vlak(rijen, maat)
    vormen = _assen(vlak, sorted({q["op"] for r in rijen for q in r["punten"]}))
    einden, merken = [], []
    for r in sorted(rijen, key=lambda r: r["maanden"] > 0):
        punten = [(vlak.x(_dag(q["op"])), vlak.y(_dag(q["eind"]))) for q in r["punten"]]
        kleur = LATER if r["maanden"] > 0 else SCHEMA
        vormen.append(pad(punten, kleur, dikte="2.5"))
        merken += _merktekens(r, punten, kleur)
        einden.append((punten[-1], r, kleur))
    return vormen + merken + _namen(einden, maat)


def _vlak(rijen: list[dict[str, Any]], maat: Maat) -> Vlak:
    op = [_dag(q["op"]) for r in rijen for q in r["punten"]]
    eind = [_dag(q["eind"]) for r in rijen for q in r["punten"]]
    marge = timedelta(days=max(20, (max(eind) - min(eind)).days // 12))
    return Vlak(maat, min(op), max(op), min(eind) - marge, max(eind) + marge)


def _assen(v: Vlak, momenten: list[str]) -> list[Vorm]:
    m = v.maat
    rechts, onder = m.breed - m.rechts, m.hoog - m.onder
    vormen = []
    for dag in _merken(v):
        vormen.append(pad([(m.links, v.y(dag)), (rechts, v.y(dag))], RASTER))
        vormen.append(tekst(m.links - 14, v.y(dag) + 4, _kort(dag), kleur=GRIJS, anker="end"))
    van, tot = max(v.x0, v.y0), min(v.x1, v.y1)
    if van < tot:
        diagonaal = [(v.x(van), v.y(van)), (v.x(tot), v.y(tot))]
        vormen.append(pad(diagonaal, GRIJS, dikte="1.5", stippel="2 4"))
    vormen.append(pad([(m.links, onder), (rechts, onder)], GRIJS))
    return vormen + _verslagen(v, momenten)


def _verslagen(v: Vlak, momenten: list[str]) -> list[Vorm]:
    """A mark for each report; a name where there is room, always at the newest."""
    onder, vormen, volgende = v.maat.hoog - v.maat.onder, list[Vorm](), 9999.0
    for moment in reversed(momenten):
        x = v.x(_dag(moment))
        vormen.append(pad([(x, onder), (x, onder + 5)], GRIJS))
        if volgende - x >= 72:
            vormen.append(tekst(x, onder + 20, _kort(_dag(moment)), kleur=GRIJS, anker="middle"))
            volgende = x
    return vormen


def _merken(v: Vlak) -> list[date]:
    """First days of quarters, half years or years, so that there are at most eight."""
    for stap in (3, 6, 12, 24, 60):
        maanden = range(v.y0.year * 12, (v.y1.year + 1) * 12, stap)
        dagen = [date(m // 12, m % 12 + 1, 1) for m in maanden]
        if len(gekozen := [d for d in dagen if v.y0 <= d <= v.y1]) <= 8:
            return gekozen
    return []


def _merktekens(r: dict[str, Any], punten: list[tuple[float, float]], kleur: str) -> list[Vorm]:
    """A triangle where it went later than the report before, else a dot; the sign of done at its end."""
    vormen = []
    for i, ((x, y), q) in enumerate(zip(punten, r["punten"], strict=True)):
        if q["is_klaar"]:
            vormen.append(teken(x - 11, y - 11, "klaar"))
        elif i and q["eind"] > r["punten"][i - 1]["eind"]:
            vormen.append(driehoek(x, y, LATER))
        else:
            vormen.append(cirkel(x, y, "4.5", WIT, kleur))
    return vormen


def _namen(einden: list[tuple[tuple[float, float], dict[str, Any], str]], maat: Maat) -> list[Vorm]:
    """The name at the end of each line, moved apart so that none covers another."""
    regel = 18.0 if maat.is_smal else REGEL
    x = maat.breed - maat.rechts + 20
    vormen = []
    einden = sorted(einden, key=lambda e: e[0][1])
    hoogten = _spreid([e[0][1] for e in einden], regel, maat.hoog - maat.onder)
    for ((x0, y0), r, kleur), y in zip(einden, hoogten, strict=True):
        vormen.append(pad([(x0 + 12, y0), (x - 4, y)], GRIJS, dikte="0.75"))
        kleur = KLAAR if r["punten"][-1]["is_klaar"] else kleur
        if maat.is_smal:
            vormen.append(tekst(x, y + 4, r["merk"], kleur=kleur, vet=True, grootte="12"))
            continue
        vormen.append(tekst(x, y - 1, _naam(r), kleur=INKT, vet=True))
        vormen.append(tekst(x, y + 14, _wat(r), kleur=kleur, grootte="12"))
    return vormen


def _spreid(gewenst: list[float], regel: float, onder: float) -> list[float]:
    """The heights asked for, at least one row apart, and not below the plot."""
    uit: list[float] = []
    for y in gewenst:
        uit.append(max(y, uit[-1] + regel) if uit else max(y, regel / 2))
    grens = onder
    for i in range(len(uit) - 1, -1, -1):
        uit[i] = min(uit[i], grens)
        grens = uit[i] - regel
    return uit


def _naam(r: dict[str, Any]) -> str:
    naam = f"{r['merk']} {r['titel']}"
    return naam if len(naam) <= 31 else f"{naam[:30].rstrip()}…"


def _wat(r: dict[str, Any]) -> str:
    return f"klaar, {r['verschuiving']}" if r["punten"][-1]["is_klaar"] else r["verschuiving"]


def _dag(tekst_: str) -> date:
    return date.fromisoformat(tekst_)


def _kort(dag: date) -> str:
    return f"{_KORT[dag.month - 1]} {dag.year}"

"""The colours of the product. Never a house style's: they are measured for contrast and for sight.

Source: PRESENTATIE, section 4 (contrast on white, distance in CAM02-UCS, lightness for grey print).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.weergave.grafieken.gegevens import Gegevens, Reeks, is_overig

INKT = "#1b2530"
GRIJS = "#505b66"
RASTER = "#e1e5e9"
NULLIJN = "#84909c"
WIT = "#ffffff"
PALET = ("#182f56", "#c87405", "#8b3c53", "#047e8a")
OVERIG = "#8b8680"
JAREN = ("#182f56", "#5c7893", "#84909c")
OUDER_TEKST = "#505b66"
STREEP = {"voorlopig": "7 5", "geschat": "2 3"}  # a dash means only this
LIJNEN = frozenset({"lijn", "jaren", "cumulatief"})
BREUK = "1 4"
SOORT = {
    "begroting": "#5c7893",
    "prognose": "#182f56",
    "realisatie": "#182f56",
    "jaarrekening": "#84909c",
    "verplichting": "#c87405",
}
VORMEN = ("circle", "rect", "triangle", "rectRot")  # as Chart.js calls them
# Text needs 4.5 on white where a line needs 3.
TEKST = {"#c87405": "#8f5200", OVERIG: OUDER_TEKST, "#84909c": OUDER_TEKST, "#5c7893": "#4d6883"}


@dataclass(frozen=True)
class Stijl:
    kleur: str
    dikte: float = 3.0
    punt: str = "circle"
    is_licht: bool = False  # a forecast: lighter, with an outline
    is_lijn: bool = False  # a reference that is drawn thin and straight

    @property
    def tekst(self) -> str:
        return TEKST.get(self.kleur, self.kleur)

    @property
    def vulling(self) -> str:
        return tint(self.kleur) if self.is_licht else self.kleur


def tint(kleur: str, deel: float = 0.22) -> str:
    """The colour thinned with white."""
    kanalen = (int(kleur[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - k) * deel):02x}" for k in kanalen)


def stijlen(g: Gegevens) -> list[Stijl]:
    """A style for each series, the same in the drawing and in the endpoint."""
    if g.vorm == "jaren" or (len(g.reeksen) > 1 and all(jaar(r) for r in g.reeksen)):
        return _jaren(g)
    if g.vorm == "stippen":
        return [Stijl(PALET[0] if i == eigen(g) else JAREN[2]) for i in range(len(g.reeksen))]
    if g.vorm == "in_uit":
        kleuren = {"in": PALET[3], "uit": PALET[1], "voorraad": PALET[0]}
        return [Stijl(kleuren[r]) for r in rollen(g)]
    if g.vorm in {"kolom", "staaf"} and (op_soort := _op_soort(g)):
        return op_soort
    teller = iter(range(len(g.reeksen)))
    is_naast_eigen = any(r.soort != "referentie" for r in g.reeksen)
    return [_stijl(r, g.vorm, teller, is_naast_eigen) for r in g.reeksen]


def _op_soort(g: Gegevens) -> list[Stijl] | None:
    """Budget, forecast and outcome side by side: each kind its own look, always the same."""
    soorten = ["begroting" if is_maatlat(r) else r.soort for r in g.reeksen]
    if len(set(soorten)) < max(2, len(soorten)) or not set(soorten) <= set(SOORT):
        return None
    return [Stijl(SOORT[s], is_licht=s == "prognose") for s in soorten]


def _stijl(reeks: Reeks, vorm: str, teller: Iterator[int], is_naast_eigen: bool) -> Stijl:
    if is_overig(reeks):
        return Stijl(OVERIG, 2.2)
    if reeks.soort == "referentie" and is_naast_eigen:
        return Stijl(JAREN[2], 2.2)
    if is_maatlat(reeks) and vorm in LIJNEN:
        return Stijl(GRIJS, 1.6, is_lijn=True)
    i = next(teller)
    kleur = PALET[i] if i < len(PALET) else OVERIG
    return Stijl(kleur, 3.0, VORMEN[i % len(VORMEN)], is_licht=reeks.soort == "prognose")


def is_maatlat(reeks: Reeks) -> bool:
    """Whether the series is something to measure by: a budget or a target."""
    return reeks.soort.startswith("begroting") or reeks.soort == "streefwaarde"


def jaar(reeks: Reeks) -> int | None:
    gevonden = re.fullmatch(r"\D*((?:19|20)\d\d)\D*", reeks.naam)
    return int(gevonden[1]) if gevonden else None


def _jaren(g: Gegevens) -> list[Stijl]:
    """The newest year dark and thick, the one before lighter, older ones grey."""
    laatste_eerst = sorted(range(len(g.reeksen)), key=lambda i: -(jaar(g.reeksen[i]) or -i))
    rang = {i: n for n, i in enumerate(laatste_eerst)}
    return [Stijl(JAREN[min(rang[i], 2)], 2.2 if rang[i] else 3.5) for i in range(len(g.reeksen))]


def per_rij(g: Gegevens, stijl: Stijl, label: str) -> Stijl:
    """In a comparison of one figure the own gemeente is dark and the others are grey."""
    if g.eigen not in g.labels or len(g.labels) < 2 or len(g.reeksen) > 1:
        return stijl
    return Stijl(PALET[0] if label == g.eigen else JAREN[2], is_licht=stijl.is_licht)


def eigen(g: Gegevens) -> int:
    """Which series of a comparison is the gemeente itself."""
    op_naam = [i for i, r in enumerate(g.reeksen) if g.eigen and r.naam == g.eigen]
    if op_naam:
        return op_naam[0]
    return next((i for i, r in enumerate(g.reeksen) if r.soort != "referentie"), 0)


IN = re.compile(r"^in\b|instroom", re.I)
UIT = re.compile(r"^uit\b|uitstroom", re.I)


def rollen(g: Gegevens) -> list[str]:
    """In, out or stock for each series: by its name, else by its place (in, out, stock)."""
    namen = ["in" if IN.search(r.naam) else "uit" if UIT.search(r.naam) else "" for r in g.reeksen]
    if namen.count("in") == namen.count("uit") == 1:
        return [n or "voorraad" for n in namen]
    return [("in", "uit", "voorraad")[min(i, 2)] for i in range(len(g.reeksen))]

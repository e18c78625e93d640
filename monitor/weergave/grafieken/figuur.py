"""A chart block as its template needs it: drawing, leesliniaal and the one table under it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from monitor.publiceren.veilig import VERBORGEN
from monitor.weergave.grafieken.gegevens import GEHOORD, Gegevens, lees
from monitor.weergave.grafieken.kleuren import is_maatlat, jaar
from monitor.weergave.grafieken.svg import naar_svg
from monitor.weergave.grafieken.tekenen import teken
from monitor.weergave.grafieken.tekening import (
    BREED,
    PAPIER_BREED,
    PAPIER_HALF,
    PAPIER_SMAL,
    SMAL,
    Maat,
    Tekening,
)
from monitor.weergave.opmaak import cel_html, cel_tekst
from monitor.weergave.tabellen import noten_van

STAPPEN = 3  # two are seen, and heard in the summary, at once
HALVE_TABEL = 44  # characters that fit beside a drawing of half the page
MAANDEN = {
    "jan": "januari",
    "feb": "februari",
    "mrt": "maart",
    "apr": "april",
    "jun": "juni",
    "jul": "juli",
    "aug": "augustus",
    "sep": "september",
    "okt": "oktober",
    "nov": "november",
    "dec": "december",
    "mei": "mei",
}
SOORT_LABEL = (
    (r"\d{4}-\d\d", "Kies een maand"),
    (r"\d{4}-P\d\d", "Kies een periode"),
    (r"\d{4}-K\d", "Kies een kwartaal"),
    (r"\d{4}-H\d", "Kies een half jaar"),
    (r"\d{4}", "Kies een jaar"),
)


@dataclass(frozen=True)
class Cel:
    """A figure in the table; `waarde` and `status` are what the script reads."""

    html: SafeString
    waarde: str
    status: str


@dataclass(frozen=True)
class Liniaal:
    """The native range input: which step it starts at and what that says."""

    kop: str
    hoogste: int
    begin: int
    tekst: str


@dataclass(frozen=True)
class Figuur:
    blok: Mapping[str, Any]
    bron: str = ""  # the address of the data for Chart.js
    eigen: str = ""  # the name of the gemeente

    @cached_property
    def inhoud(self) -> Mapping[str, Any]:
        return self.blok["inhoud"]

    @cached_property
    def gegevens(self) -> Gegevens:
        return lees(self.inhoud)

    @property
    def toon(self) -> bool:
        """Whether there is something that may be drawn."""
        return bool(self.inhoud.get("toon_grafiek", True) and self.gegevens.zichtbaar)

    @property
    def waarom_niet(self) -> str:
        cellen = [c for r in self.inhoud["reeksen"] for c in r["punten"]]
        if any(c["toestand"] in VERBORGEN for c in cellen):
            return "Wij tekenen hier geen grafiek. Te veel aantallen zijn te klein om te tonen."
        if not self.gegevens.zichtbaar:
            return "Wij tekenen hier geen grafiek. Er zijn nog geen cijfers."
        return "Wij tekenen hier geen grafiek. De tabel laat alles zien."

    @cached_property
    def _breed(self) -> Tekening:
        return teken(self.inhoud, BREED, self.eigen)

    @property
    def svg(self) -> SafeString:
        return self._svg(self._breed, BREED)

    @property
    def svg_smal(self) -> SafeString:
        return self._svg(teken(self.inhoud, SMAL, self.eigen), SMAL)

    @property
    def svg_papier(self) -> SafeString:
        """The drawing for a printed page, as narrow as the table beside it asks."""
        maat = {"smal": PAPIER_SMAL, "half": PAPIER_HALF}.get(self.op_papier, PAPIER_BREED)
        return self._svg(teken(self.inhoud, maat, self.eigen), maat)

    def _svg(self, tekening: Tekening, maat: Maat) -> SafeString:
        return naar_svg(tekening, maat, alt=self.inhoud["alt"])

    @property
    def zin_over_as(self) -> str:
        return self._breed.zin

    @property
    def is_levend(self) -> bool:
        """Whether Chart.js has something to take over."""
        return bool(self.bron and self._breed.mag_over and self._breed.merken)

    # The table: a row for each label, or for each series when there are more of those.

    @cached_property
    def is_gekanteld(self) -> bool:
        return len(self.gegevens.reeksen) > 4 and len(self.gegevens.labels) == 1

    @property
    def past_op_papier(self) -> bool:
        """Whether the table fits beside its drawing on a printed page."""
        return len(self.rijen) <= 14 and len(self.koppen) <= 6

    @property
    def zegt_verloop(self) -> bool:
        """Whether the summary says more than a short table beside the drawing does."""
        return self.gegevens.vorm in {"lijn", "jaren", "cumulatief", "in_uit", "histogram"}

    @property
    def op_papier(self) -> str:
        """How wide the drawing is on paper: `smal` or `half` with the table beside it, else `breed`."""
        if not self.past_op_papier:
            return "breed"
        if len(self.koppen) <= 3 and self.gegevens.vorm != "cumulatief":
            return "smal"
        return "half" if self._tekens_breed <= HALVE_TABEL else "breed"

    @property
    def _tekens_breed(self) -> int:
        """How many characters the table is wide, with one between its columns."""
        labels = [self.rijkop, *(label for label, _ in self.rijen)]
        kolommen = zip(*(rij for _, rij in self.rijen), strict=True)
        breedten = [max(map(len, labels))]
        for kop, kolom in zip(self.koppen, kolommen, strict=True):
            woorden = [*kop.split(), *(strip_tags(cel.html) for cel in kolom)]
            breedten.append(max(map(len, woorden)) + 1)
        return sum(breedten)

    @property
    def rijkop(self) -> str:
        return "Periode" if self.gegevens.heeft_tijd and not self.is_gekanteld else "Onderdeel"

    @property
    def koppen(self) -> list[str]:
        if self.is_gekanteld:
            return [voluit(label) for label in self.gegevens.labels]
        return [r.naam for r in self.gegevens.reeksen]

    @property
    def rijen(self) -> list[tuple[str, list[Cel]]]:
        noten, code = noten_van(self.blok), self.blok["code"]
        cellen = [[_cel(c, noten, code) for c in r["punten"]] for r in self.inhoud["reeksen"]]
        if self.is_gekanteld:
            return list(zip((r.naam for r in self.gegevens.reeksen), cellen, strict=True))
        per_label = zip(*cellen, strict=True) if cellen else ()
        labels = (voluit(label) for label in self.gegevens.labels)
        return [(label, list(rij)) for label, rij in zip(labels, per_label, strict=False)]

    @property
    def liniaal(self) -> Liniaal | None:
        g = self.gegevens
        if not self._breed.mag_over or len(g.labels) < STAPPEN:
            return None
        begin = self._begin()
        return Liniaal(self._kop(), len(g.labels) - 1, begin, self.leestekst(begin))

    def _begin(self) -> int:
        """The newest figure: that of the newest year, and never of a budget for the whole year."""
        g = self.gegevens
        reeksen = [r for r in g.reeksen if r.laatste is not None]
        if g.vorm == "jaren":
            reeksen = sorted(reeksen, key=lambda r: -(jaar(r) or 0))[:1]
        gemeten = [r for r in reeksen if not is_maatlat(r)] or reeksen
        return max(r.laatste or 0 for r in gemeten)

    def _kop(self) -> str:
        perioden = [p.periode for r in self.gegevens.reeksen for p in r.punten]
        if all(label.partition(" ")[0] in MAANDEN for label in self.gegevens.labels):
            return "Kies een maand"
        if self.gegevens.vorm == "histogram" or not self.gegevens.heeft_tijd:
            return "Kies een groep"
        return next(
            (kop for p, kop in SOORT_LABEL if all(re.fullmatch(p, code) for code in perioden)),
            "Kies een periode",
        )

    def leestekst(self, i: int) -> str:
        """`april: 2021 187 (voorlopig) · 2020 150`, as the script makes it from the table."""
        delen = []
        for reeks in self.inhoud["reeksen"]:
            cel = reeks["punten"][i]
            status = f" ({cel['status']})" if _status(cel) in {"voorlopig", "geschat"} else ""
            cijfer = GEHOORD.get(cel_tekst(cel), cel_tekst(cel))
            delen.append(f"{reeks['naam']} {cijfer}{status}".strip())
        return f"{voluit(self.gegevens.labels[i])}: {' · '.join(delen)}"


def _cel(cel: Mapping[str, Any], noten: tuple[str, ...], code: str) -> Cel:
    waarde = cel["waarde"] if cel["toestand"] == "getal" else None
    return Cel(cel_html(cel, noten, code), waarde or "", _status(cel))


def _status(cel: Mapping[str, Any]) -> str:
    """The status of a figure, or why there is none."""
    return cel["status"] if cel["toestand"] == "getal" else cel["toestand"]


def voluit(label: str) -> str:
    """The month in full: `apr 2021` is `april 2021` in the table and in the leesliniaal."""
    eerste, _, rest = label.partition(" ")
    return f"{MAANDEN.get(eerste.rstrip('.').lower(), eerste)} {rest}".strip()

"""The frame of a chart with a vertical axis: gridlines, marks, labels underneath, gaps in words."""

from collections.abc import Iterable, Sequence

from monitor.weergave.grafieken.assen import As, stap_labels
from monitor.weergave.grafieken.gegevens import Gegevens
from monitor.weergave.grafieken.kleuren import BREUK, GRIJS, NULLIJN, RASTER
from monitor.weergave.grafieken.tekening import Maat, Pad, Tekening, Tekst, Vlak
from monitor.weergave.grafieken.tekst import as_tekst, breedte, breek, nl

ONDER_LABEL = 9.0


class Kader:
    """Knows where a label and a value stand; draws everything that is not data."""

    def __init__(
        self,
        g: Gegevens,
        maat: Maat,
        as_: As,
        *,
        rechts: float = 14.0,
        boven: float = 16.0,
        staand: bool = False,
        met_labels: bool = True,
        tekening: Tekening | None = None,
        onderkant: float | None = None,
        links: float = 0.0,
        spiegel: bool = False,
    ) -> None:
        self.g, self.maat, self.n = g, maat, max(1, len(g.labels))
        self.spiegel = spiegel  # what goes down is an amount too, not a negative one
        self.staand = staand or self.n == 1
        x0 = max(links, self.links_nodig(g, maat, as_))
        x1 = max(maat.breed - rechts, x0 + 60.0)
        self._breed = x1 - x0
        self._regels = self._breek_labels() if met_labels else []
        hoog = max((len(r) for r in self._regels), default=0) * maat.grootte * 1.2
        y1 = (onderkant or maat.hoog) - (hoog + ONDER_LABEL if met_labels else 4.0)
        self.vlak = Vlak(x0, boven, x1, y1, as_)
        self.tek = tekening or Tekening(maat.breed, maat.hoog, is_staand=self.staand)
        self.tek.vlakken.append(self.vlak)
        self._raster()
        self._x_labels()

    @staticmethod
    def links_nodig(g: Gegevens, maat: Maat, as_: As) -> float:
        hoogste = max(abs(as_.laag), abs(as_.hoog))
        teksten = (as_tekst(m, g, as_.stap, hoogste) for m in as_.merken)
        return max(breedte(t, maat.grootte) for t in teksten) + 10

    @property
    def per_label(self) -> float:
        return self._breed / (self.n if self.staand else self.n - 1)

    def x(self, i: int) -> float:
        return self.vlak.x0 + (i + 0.5 if self.staand else i) * self.per_label

    def y(self, waarde: float) -> float:
        return self.vlak.y(waarde)

    @property
    def nul(self) -> float:
        as_ = self.vlak.as_
        return self.vlak.y(min(max(0.0, as_.laag), as_.hoog))

    def _raster(self) -> None:
        as_, v = self.vlak.as_, self.vlak
        hoogste = max(abs(as_.laag), abs(as_.hoog))
        for merk in as_.merken:
            y = v.y(merk)
            if merk == as_.laag and as_.is_gescheurd:
                self._scheur(y)
            else:
                kleur = NULLIJN if merk == 0 else RASTER
                self.tek.onder.append(Pad(((v.x0, y), (v.x1, y)), kleur))
            getoond = abs(merk) if self.spiegel else merk
            tekst = as_tekst(getoond, self.g, as_.stap, hoogste)
            self.tek.onder.append(
                Tekst(v.x0 - 8, y + 5, tekst, GRIJS, "end", grootte=self.maat.grootte)
            )

    def _scheur(self, y: float) -> None:
        """A torn bottom line: this axis does not start at zero."""
        v, stap = self.vlak, 7.0
        aantal = int((v.x1 - v.x0) / stap)
        punten = [(v.x0 + i * stap, y + (2.5 if i % 2 else -2.5)) for i in range(aantal + 1)]
        self.tek.onder.append(Pad((*punten, (v.x1, y)), NULLIJN, 1.2))
        as_ = v.as_
        decimalen = next(d for d in range(6) if round(as_.laag, d) == as_.laag or d == 5)
        self.tek.zin = f"De as begint bij {nl(as_.laag, decimalen)}."

    def _breek_labels(self) -> list[list[str]]:
        grootte = self.maat.grootte
        if not self.staand or self.n > (6 if self.g.heeft_tijd else 16):
            ruimte = self.maat.breed * 0.45
            return [breek(label, ruimte, grootte, regels=1) for label in self.g.labels]
        regels = 4 if self.maat.is_smal else 3
        return [breek(t, self.per_label - 8, grootte, regels=regels) for t in self.g.labels]

    def _x_labels(self) -> None:
        grootte = self.maat.grootte
        if not self._regels:
            return
        for i in self._getoonde_labels():
            for j, regel in enumerate(self._regels[i]):
                half = breedte(regel, grootte) / 2
                x = min(max(self.x(i), half + 1), self.maat.breed - half - 1)
                y = self.vlak.y1 + ONDER_LABEL + (j + 0.85) * grootte * 1.15
                self.tek.onder.append(Tekst(x, y, regel, GRIJS, "middle", grootte=grootte))

    def _getoonde_labels(self) -> list[int]:
        """All labels when they fit; else every so many, and the last when it stands free."""
        breedten = [max(breedte(r, self.maat.grootte) for r in regels) for regels in self._regels]
        if self.n == 1 or any(len(r) > 1 for r in self._regels):
            return list(range(self.n))
        stap = stap_labels(max(breedten) + 10, self.per_label, self.g.per_jaar)
        getoond = list(range(0, self.n, stap))
        laatste = self.n - 1
        vrij = self.per_label * (laatste - getoond[-1])
        ver_genoeg = laatste - getoond[-1] >= 0.7 * stap
        if ver_genoeg and vrij > (breedten[laatste] + breedten[getoond[-1]]) / 2 + 10:
            getoond.append(laatste)
        return getoond

    def breuken(self) -> None:
        """A dotted line where the definition changed, with the words beside it."""
        v, grootte = self.vlak, self.maat.grootte
        woorden = "andere telling"
        for i in sorted(self.g.breuken):
            x = (self.x(i - 1) + self.x(i)) / 2
            self.tek.onder.append(Pad(((x, 2.0), (x, v.y1)), GRIJS, 1.4, BREUK))
            past = x + 6 + breedte(woorden, grootte) < self.maat.breed
            self.tek.boven.append(
                Tekst(
                    x + (6 if past else -6),
                    13.0,
                    woorden,
                    GRIJS,
                    "start" if past else "end",
                    grootte=grootte,
                )
            )

    def gaten(self, gaten: Iterable[tuple[int, str]]) -> None:
        """The words in the gaps (`<10`) just above the zero line; one for a row of equal gaps."""
        bezet: list[tuple[float, float, int]] = []
        for begin, eind, tekst in rijen(sorted(set(gaten))):
            x, half = (self.x(begin) + self.x(eind)) / 2, breedte(tekst, self.maat.grootte) / 2
            x = min(max(x, half + 1), self.maat.breed - half - 1)
            laag = next(
                (
                    k
                    for k in range(4)
                    if not any(a < x + half and x - half < b and k == n for a, b, n in bezet)
                ),
                None,
            )
            if laag is None:
                continue
            bezet.append((x - half - 3, x + half + 3, laag))
            y = self.vlak.y1 - 7 - laag * self.maat.grootte * 1.2
            self.tek.boven.append(Tekst(x, y, tekst, GRIJS, "middle", grootte=self.maat.grootte))

    def leeg(self) -> Tekening:
        """Nothing to draw is said, never shown as an empty frame without words."""
        v = self.vlak
        midden = ((v.x0 + v.x1) / 2, (v.y0 + v.y1) / 2)
        self.tek.boven.append(
            Tekst(*midden, "Geen cijfer om te tekenen", GRIJS, "middle", grootte=self.maat.grootte)
        )
        return self.tek


def los_of_samen(kader: Kader, paren: Iterable[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """The words over columns: on each where they fit, else once over a run of equal ones."""
    op_volgorde = sorted(set(paren))
    if all(breedte(t, kader.maat.grootte) + 6 <= kader.per_label for _, t in op_volgorde):
        return [(i, i, t) for i, t in op_volgorde]
    return rijen(op_volgorde)


def rijen(gaten: Sequence[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """Neighbouring gaps with the same words as (first, last, words)."""
    uit: list[tuple[int, int, str]] = []
    for i, tekst in gaten:
        for k, (begin, eind, oud) in enumerate(uit):
            if oud == tekst and eind == i - 1:
                uit[k] = (begin, i, oud)
                break
        else:
            uit.append((i, i, tekst))
    return uit

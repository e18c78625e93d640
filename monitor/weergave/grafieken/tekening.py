"""Drawing instructions: what a geometry makes, and what becomes SVG. No text is measured here."""

from dataclasses import dataclass, field

from monitor.weergave.grafieken.assen import As
from monitor.weergave.grafieken.kleuren import INKT

Plek = tuple[float, float]


@dataclass(frozen=True)
class Maat:
    """A layout: the width of the drawing in its own units, in which text is `grootte` high."""

    naam: str
    breed: float
    hoog: float
    grootte: float = 15.0
    dicht: float = 1.0  # how thick lying bars are, and how far apart

    @property
    def is_smal(self) -> bool:
        return self.naam == "smal"

    def label_ruimte(self, langste_woord: float = 0.0) -> float:
        """Room for a label beside the chart: more when a single word asks for it."""
        gewoon, meest = (104.0, 142.0) if self.is_smal else (236.0, 260.0)
        return min(max(gewoon, langste_woord), meest)


BREED = Maat("breed", 744, 340)
SMAL = Maat("smal", 304, 300)
PAPIER_BREED = Maat("breed", 744, 280)
PAPIER_HALF = Maat("breed", 480, 260)
PAPIER_SMAL = Maat("smal", 304, 184, dicht=0.6)


@dataclass(frozen=True)
class Pad:
    punten: tuple[Plek, ...]
    kleur: str
    dikte: float = 1.0
    streep: str = ""
    reeks: int = -1  # the series whose data this is; -1: part of the frame


@dataclass(frozen=True)
class Vak:
    x: float
    y: float
    breed: float
    hoog: float
    vulling: str
    rand: str = ""
    streep: str = ""
    reeks: int = -1
    plaats: int = -1  # which label


@dataclass(frozen=True)
class Merk:
    x: float
    y: float
    straal: float
    vorm: str
    vulling: str
    rand: str
    dikte: float = 2.0
    streep: str = ""
    reeks: int = -1
    plaats: int = -1


@dataclass(frozen=True)
class Tekst:
    x: float
    y: float
    tekst: str
    kleur: str = INKT
    anker: str = "start"
    vet: bool = False
    grootte: float = 15.0


Element = Pad | Vak | Merk | Tekst


@dataclass(frozen=True)
class Vlak:
    """The rectangle in which an axis runs. Several may stand above each other."""

    x0: float
    y0: float
    x1: float
    y1: float
    as_: As

    def y(self, waarde: float) -> float:
        return self.y1 - self.as_.deel(waarde) * (self.y1 - self.y0)

    def waarde(self, y: float) -> float:
        """The way back, for the test that compares the drawing with the table."""
        return self.as_.laag + (self.y1 - y) / (self.y1 - self.y0) * (self.as_.hoog - self.as_.laag)


@dataclass
class Tekening:
    """`onder` and `boven` stay when Chart.js comes; `merken` are the data that it takes over."""

    breed: float
    hoog: float
    onder: list[Element] = field(default_factory=list)
    merken: list[Element] = field(default_factory=list)
    boven: list[Element] = field(default_factory=list)
    vlakken: list[Vlak] = field(default_factory=list)
    is_staand: bool = False  # labels in the middle of their column, not at the ends
    vulling: float = 0.72  # part of the room of a label that its columns take
    mag_over: bool = False  # Chart.js may take the marks over
    zin: str = ""  # what a reader must know about the axis

    @property
    def alles(self) -> list[Element]:
        return [*self.onder, *self.merken, *self.boven]

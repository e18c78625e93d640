"""What the claim check is given and what it gives back: plain values, no Django.

A `Document` is one edition as its readers would see it: its texts with the figures filled in, its
figures, the rows of its finance tables. A hidden figure is handed in without its value, so that no
finding can quote it.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from monitor.regels.perioden import Tijdvak

FOUT, LET_OP = "fout", "let_op"
# Around a number that a reference filled in: it cannot contradict its table.
VAN, TOT = "\ue000", "\ue001"

SOORTEN = {
    "PCT": "Percentage klopt niet",
    "AVG": "Gemiddelde klopt niet",
    "SUM": "Optelling klopt niet",
    "SALDO": "Tekst en tabel verschillen",
    "RICHTING": "Woord en getal spreken elkaar tegen",
    "STALE": "Tekst van een andere periode",
    "DATE": "Datum klopt niet",
    "XREF": "Verwijzing naar wat er niet is",
    "UNIT": "Eenheid of tijd ontbreekt",
    "LOS": "Getal zonder cijfer erachter",
    "DUP": "Twee keer dezelfde zin",
}


@dataclass(frozen=True)
class Tekst:
    """One text of an edition. `plek` is its key, `waar` says it in words."""

    plek: str
    waar: str
    tekst: str
    hoofdstuk: str = ""
    blok: str = ""
    is_noot: bool = False  # a note beside a table, not a story of its own
    is_ongewijzigd: bool = False  # the same words as in the previous edition


@dataclass(frozen=True)
class Cijferfeit:
    """One figure that readers see. `waarde` is None when it is hidden or not a number."""

    code: str
    label: str
    eenheid: str
    periode: str
    soort: str
    waarde: Decimal | None
    hoofdstuk: str = ""
    blok: str = ""
    dimensie: str = ""
    categorie: str = ""
    is_verborgen: bool = False
    is_optelbaar: bool = False
    eenheid_tekst: str = ""


@dataclass(frozen=True)
class Geldrij:
    """A row of a finance table."""

    label: str
    hoofdstuk: str
    blok: str
    begroting: Decimal
    prognose: Decimal
    is_totaal: bool = False
    is_deel: bool = False  # a breakdown of another row

    @property
    def saldo(self) -> Decimal:
        return self.begroting - self.prognose


@dataclass(frozen=True)
class Tabel:
    """A table or chart: what a sentence can point at, and how new it is."""

    hoofdstuk: str
    blok: str
    soort: str  # tabel · grafiek · tegels · financieel · ranglijst · tekst · programma
    titel: str = ""
    nieuwste: Tijdvak | None = None
    perioden: tuple[str, ...] = ()
    is_gemarkeerd: bool = False  # says itself that it is not up to date


@dataclass(frozen=True)
class Document:
    periode: Tijdvak
    peildatum: date
    geschreven_op: date
    teksten: tuple[Tekst, ...]
    hoofdstukken: tuple[tuple[str, str], ...] = ()  # code, title
    cijfers: tuple[Cijferfeit, ...] = ()
    geldrijen: tuple[Geldrij, ...] = ()
    tabellen: tuple[Tabel, ...] = ()
    overig: frozenset[Decimal] = field(default_factory=frozenset)  # other numbers that it shows
    vorige: Tijdvak | None = None
    volgende: str = ""  # when the next one is announced, as written


@dataclass(frozen=True)
class Bevinding:
    """Something that does not agree. `som` says the arithmetic, `advies` what to do."""

    soort: str
    ernst: str
    plek: str
    waar: str
    citaat: str
    som: str
    advies: str
    hoofdstuk: str = ""
    blok: str = ""

    @property
    def vingerafdruk(self) -> str:
        """The same finding in the same place keeps its name; a changed sentence is a new one."""
        kern = "|".join((self.soort, self.plek, " ".join(self.citaat.split())))
        return hashlib.sha256(kern.encode()).hexdigest()[:40]

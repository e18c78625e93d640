"""What the checks are given and what they give back: plain values, no Django."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from monitor.regels.getallen import rond
from monitor.regels.perioden import Tijdvak
from monitor.regels.tonen import toon_getal

FOUT, TWIJFEL, LET_OP = "fout", "twijfel", "let_op"


class Soortregel(NamedTuple):
    naam: str
    ernst: str
    uitleg: str


INGEBOUWD: dict[str, Soortregel] = {
    "teken": Soortregel("Getal onder nul", FOUT, "Een aantal is nooit kleiner dan nul."),
    "bereik": Soortregel("Buiten het bereik", FOUT, "Een rapportcijfer ligt tussen 0 en 10."),
    "decimalen": Soortregel("Half geteld", FOUT, "Wat geteld wordt, is een heel getal."),
    "eenheid": Soortregel("Andere eenheid", TWIJFEL, "Tien, honderd of duizend keer zo groot."),
    "sprong": Soortregel("Sprong", TWIJFEL, "Een grotere stap dan dit cijfer ooit maakte."),
    "seizoen": Soortregel("Tegen het seizoen", TWIJFEL, "Een ander verschil met vorig jaar."),
    "tekst": Soortregel("Woord in plaats van getal", LET_OP, "Eerder stond hier een getal."),
    "delen": Soortregel("Delen en totaal", FOUT, "De delen zijn samen niet het totaal."),
    "begroting": Soortregel("Begrotingsregels", FOUT, "De regels zijn samen niet de begroting."),
    "deel_boven": Soortregel("Deel boven geheel", FOUT, "Een deel is nooit meer dan het geheel."),
    "deel_is_al": Soortregel("Deel is het totaal", TWIJFEL, "Eén deel is zo groot als alles."),
    "honderd": Soortregel("Samen 100%", TWIJFEL, "De aandelen zijn samen geen 100%."),
}


@dataclass(frozen=True)
class Instelling:
    """How a gemeente wants a built-in rule for an indicator; empty is as it comes."""

    is_aan: bool = True
    ernst: str = ""
    onder: Decimal | None = None
    boven: Decimal | None = None
    marge: Decimal | None = None  # percent


Instellingen = Mapping[str, Instelling]
GEWOON = Instelling()


@dataclass(frozen=True)
class Onderwerp:
    """What a figure is about: enough of its indicator and series to doubt it."""

    eenheid: str
    soort: str = "realisatie"
    telt: str = "overig"
    decimalen: int = 0
    is_optelbaar: bool = False

    @property
    def is_geteld(self) -> bool:
        return self.eenheid == "aantal" and self.telt in (
            "personen",
            "huishoudens",
            "gebeurtenissen",
        )

    def schrijf(self, waarde: Decimal) -> str:
        """ "1.135", "€ 12.994.629", "40%"."""
        return toon_getal(rond(waarde, 4), eenheid=self.eenheid, decimalen=self.decimalen)


@dataclass(frozen=True)
class Meting:
    """A figure in time. `waarde` is None when it is not a number."""

    tijdvak: Tijdvak
    waarde: Decimal | None
    aard: str = "getal"


@dataclass(frozen=True)
class Bevinding:
    """Something that may be wrong. `som` says the arithmetic, `advies` what to do."""

    regel: str
    ernst: str
    som: str
    advies: str
    bewijs: tuple[str, ...] = ()  # the values it rests on: when one changes it is another finding

    @property
    def vingerafdruk(self) -> str:
        return hashlib.sha256("|".join((self.regel, *self.bewijs)).encode()).hexdigest()[:40]

    @property
    def mag_verklaard(self) -> bool:
        return self.ernst != FOUT


def kaal(waarde: Decimal | None) -> str:
    """A value for the evidence: equal values, equal text."""
    return "" if waarde is None else f"{waarde.normalize():f}"


def procent(waarde: Decimal) -> str:
    return toon_getal(rond(abs(waarde), 1), eenheid="percentage")


def maak(
    regel: str,
    som: str,
    advies: str,
    instellingen: Instellingen,
    *bewijs: Decimal | str | None,
    ernst: str = "",
) -> Bevinding:
    """A finding with the severity of the gemeente, else that of this case, else the usual one."""
    eigen = instellingen.get(regel, GEWOON).ernst
    grond = tuple(b if isinstance(b, str) else kaal(b) for b in bewijs)
    return Bevinding(regel, eigen or ernst or INGEBOUWD[regel].ernst, som, advies, grond)

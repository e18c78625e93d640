"""What the makers of a snapshot pass to each other: plain values, no queries.

`Ruw` is a figure as it is stored and never leaves this station; `Cijfer` is a figure as it may be
known. Only `afschermen` makes the second from the first.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from monitor.models import Categorie, Hoofdstuk, Inbreng, Indicator, Uitgave
from monitor.models.enums import Soort
from monitor.publiceren.veilig import VERBORGEN
from monitor.regels.perioden import Tijdvak

if TYPE_CHECKING:
    from monitor.publiceren.grootboek import Editie
    from monitor.publiceren.nota.vormen import Notabron

BEGROTING = frozenset({Soort.BEGROTING_PRIMITIEF, Soort.BEGROTING_NA_WIJZIGING})


class ReeksId(NamedTuple):
    """Names a series within one gemeente."""

    indicator: str
    soort: str
    sleutel: str = ""

    def __str__(self) -> str:
        return f"{self.indicator}|{self.soort}|{self.sleutel}"


@dataclass(frozen=True, slots=True)
class Ruw:
    """A stored observation, before disclosure control."""

    tijdvak: Tijdvak
    aard: str
    waarde: Decimal | None = None
    onder: Decimal | None = None
    boven: Decimal | None = None
    benadering: str = ""
    status: str = "definitief"
    voetnoot: str = ""
    beloofd_voor: str = ""


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure as it may be known. `waarde` is None unless `toestand` is "getal"."""

    reeks: ReeksId
    tijdvak: Tijdvak
    toestand: str
    waarde: Decimal | None
    tekst: str
    status: str = "definitief"
    benadering: str = ""
    onder: Decimal | None = None
    boven: Decimal | None = None
    voetnoot: str = ""
    beloofd_voor: str = ""

    @property
    def is_verborgen(self) -> bool:
        return self.toestand in VERBORGEN


@dataclass
class Bron:
    """All that one edition needs, read in a constant number of queries."""

    uitgave: Uitgave
    hoofdstukken: list[Hoofdstuk]
    indicatoren: dict[str, Indicator]
    categorieen: dict[str, dict[str, Categorie]]  # dimension code -> category code -> category
    dimensies: dict[str, str]  # code -> name
    nota: "Notabron"
    sleutels: dict[tuple[str, str], list[str]]  # (indicator, soort) -> breakdowns that exist
    inbreng: list[Inbreng] = field(default_factory=list)  # what the council said, oldest first
    ruw: dict[ReeksId, list[Ruw]] = field(default_factory=dict)
    genoemd: set[ReeksId] = field(default_factory=set)
    elders: set[ReeksId] = field(default_factory=set)  # named by registered blocks (programmes)
    vorige: dict[str, Any] | None = None  # newest published snapshot of the previous edition
    vorige_ruw_tot: date | None = None  # when it was never published: figures up to this day
    eerdere: dict[str, Any] | None = None  # newest published snapshot of this edition
    grootboek: "list[Editie]" = field(default_factory=list)  # all publications ever, newest first
    momenten: list[datetime] = field(default_factory=list)  # when each of these was published
    # of counts of people: (moment, what it was before), oldest first
    wijzigingen: dict[tuple[ReeksId, str], list[tuple[datetime, Decimal | None]]] = field(
        default_factory=dict
    )
    bezwaren: list[str] = field(default_factory=list)  # why disclosure control refuses
    opmerkingen: list[str] = field(default_factory=list)  # what it points out


def plat(waarde: Decimal | None) -> str | None:
    """Plain notation: `Decimal("748.0000")` becomes "748"."""
    if waarde is None:
        return None
    return format(waarde.normalize(), "f") if waarde else "0"

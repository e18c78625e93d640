"""What the cockpit shows: counts of a chapter or owner, and the state of the whole edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.rooster import Roosterrij
from monitor.models import Akkoord, BewustLeeg, Hoofdstuk, Uitgave, Waarneming
from monitor.models.enums import Ernst


@dataclass
class Deel:
    """The expected figures of one chapter or owner, counted."""

    naam: str
    verwacht: int = 0
    ingevuld: int = 0
    gecontroleerd: int = 0  # filled in, and nothing doubtful left
    bewust_leeg: int = 0
    twijfels: int = 0
    fouten: int = 0
    heeft_adres: bool = True

    def tel(self, rij: Roosterrij, bewust: bool) -> None:
        fouten = sum(t.ernst == Ernst.FOUT for t in rij.twijfels)
        self.fouten += fouten
        self.twijfels += len(rij.twijfels) - fouten
        if rij.is_verwacht:
            self.verwacht += 1
            self.ingevuld += not rij.is_leeg
            self.gecontroleerd += not rij.is_leeg and not rij.twijfels
            self.bewust_leeg += rij.is_leeg and bewust

    @property
    def open(self) -> int:
        return self.verwacht - self.ingevuld - self.bewust_leeg

    @property
    def is_compleet(self) -> bool:
        return self.open == 0

    @property
    def is_zuiver(self) -> bool:
        return not self.twijfels and not self.fouten

    @property
    def stand(self) -> str:
        if self.fouten:
            return "fout"
        if self.open:
            return "nog open"
        return "twijfel" if self.twijfels else "compleet"


@dataclass
class Hoofdstukdeel(Deel):
    hoofdstuk: Hoofdstuk | None = None
    vingerafdruk: str = ""
    akkoord: Akkoord | None = None

    @property
    def is_akkoord(self) -> bool:
        return self.akkoord is not None and self.akkoord.vingerafdruk == self.vingerafdruk

    @property
    def is_verlopen(self) -> bool:
        """Approved once, and figures changed since."""
        return self.akkoord is not None and not self.is_akkoord


@dataclass
class Cockpit:
    uitgave: Uitgave
    vandaag: date
    rijen: list[Roosterrij]
    totaal: Deel
    hoofdstukken: list[Hoofdstukdeel]
    eigenaren: list[Deel]
    leeg: dict[Cijferplek, BewustLeeg] = field(default_factory=dict)
    beloften: list[Waarneming] = field(default_factory=list)
    dicht: str = ""

    @property
    def dagen(self) -> int | None:
        """Days until the deadline; below zero when it has passed; None without one."""
        voor = self.uitgave.aanleveren_voor
        return (voor - self.vandaag).days if voor else None

    @property
    def is_te_laat(self) -> bool:
        return self.dagen is not None and self.dagen < 0 and self.totaal.open > 0

    @property
    def aftellen(self) -> str:
        """ "nog 12 dagen", "vandaag", "3 dagen te laat"; what is in on time is not late."""
        if self.dagen is None:
            return ""
        aantal = abs(self.dagen)
        woord = f"{aantal} {'dag' if aantal == 1 else 'dagen'}"
        if self.dagen == 0:
            return "vandaag is de laatste dag"
        if self.dagen > 0:
            return f"nog {woord}"
        return f"{woord} te laat" if self.totaal.open else "de termijn is voorbij"

    @property
    def is_compleet(self) -> bool:
        return self.totaal.is_compleet

    @property
    def is_akkoord(self) -> bool:
        return all(h.is_akkoord for h in self.hoofdstukken if h.verwacht)

    @property
    def is_klaar(self) -> bool:
        return bool(
            self.totaal.verwacht and self.is_compleet and self.totaal.is_zuiver and self.is_akkoord
        )

    @property
    def ontbrekend(self) -> list[Roosterrij]:
        return [r for r in self.rijen if r.is_open and r.plek not in self.leeg]

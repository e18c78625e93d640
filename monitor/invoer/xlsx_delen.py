"""The parts of an XLSX, each read element by element. See `lees_xlsx`."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from monitor.invoer.archief import BESCHADIGD
from monitor.invoer.cellen import MAX_KOLOMMEN
from monitor.invoer.fouten import LeesFout

_ADRES = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
RuweCel = tuple[str, str | None, int, bool]  # type, value, style, is a formula


class Deel:
    """A target that listens to nothing; parts listen to what they need."""

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None: ...
    def eind(self, tag: str) -> None: ...
    def tekst(self, tekst: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Blad:
    naam: str
    rel: str
    is_zichtbaar: bool


class Werkmap(Deel):
    def __init__(self) -> None:
        self.bladen: list[Blad] = []
        self.is_1904 = False

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "workbookPr":
            self.is_1904 = kenmerken.get("date1904") in ("1", "true")
        elif tag == "sheet":
            zichtbaar = kenmerken.get("state", "visible") == "visible"
            naam, rel = kenmerken.get("name", ""), kenmerken.get("id", "")
            self.bladen.append(Blad(naam, rel, zichtbaar))


class Verwijzingen(Deel):
    def __init__(self) -> None:
        self._rijen: dict[str, tuple[str, str]] = {}

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "Relationship" and kenmerken.get("TargetMode") != "External":
            soort = kenmerken.get("Type", "").rpartition("/")[2]
            self._rijen[kenmerken.get("Id", "")] = (soort, kenmerken.get("Target", ""))

    def soort(self, rel: str) -> str:
        return self._rijen.get(rel, ("", ""))[0]

    def doel(self, rel: str) -> str:
        return self._rijen.get(rel, ("", ""))[1]

    def doel_van_soort(self, soort: str) -> str:
        return next((doel for s, doel in self._rijen.values() if s == soort), "")


class Teksten(Deel):
    """The shared texts; runs of rich text are joined, reading aids of Japanese left out."""

    def __init__(self) -> None:
        self.lijst: list[str] = []
        self._delen: list[str] = []
        self._in_tekst = self._in_hulp = False

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "si":
            self._delen = []
        self._in_hulp = self._in_hulp or tag == "rPh"
        self._in_tekst = tag == "t" and not self._in_hulp

    def eind(self, tag: str) -> None:
        self._in_tekst = False
        if tag == "rPh":
            self._in_hulp = False
        elif tag == "si":
            self.lijst.append("".join(self._delen))

    def tekst(self, tekst: str) -> None:
        if self._in_tekst:
            self._delen.append(tekst)


class Stijlen(Deel):
    """Number format of each cell style."""

    def __init__(self) -> None:
        self.formaten: dict[int, str] = {}
        self.xfs: list[int] = []
        self._in_cellen = False

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "cellXfs":
            self._in_cellen = True
        elif tag == "numFmt":
            self.formaten[int(kenmerken.get("numFmtId", 0))] = kenmerken.get("formatCode", "")
        elif tag == "xf" and self._in_cellen:
            self.xfs.append(int(kenmerken.get("numFmtId", 0)))

    def eind(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cellen = False


class Rijen(Deel):
    """The rows of a sheet: `klaar` holds the ones that are complete, for the reader to take off."""

    def __init__(self) -> None:
        self.klaar: deque[tuple[int, dict[int, RuweCel]]] = deque()
        self.samengevoegd: list[str] = []
        self.rij = 0
        self.in_gegevens = False
        self._cellen: dict[int, RuweCel] = {}
        self._kolom = -1
        self._soort, self._stijl = "n", 0
        self._is_formule = self._luistert = self._in_hulp = False
        self._delen: list[str] | None = None

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "row":
            self._begin_rij(kenmerken.get("r"))
        elif tag == "sheetData":
            self.in_gegevens = True
        elif tag == "c":
            self._begin_cel(kenmerken)
        elif tag == "f":
            self._is_formule = True
        elif tag == "rPh":
            self._in_hulp = True
        elif tag in ("v", "t") and not self._in_hulp:
            self._luistert = True
            self._delen = self._delen or []
        elif tag == "mergeCell" and len(self.samengevoegd) < 1000:
            self.samengevoegd.append(kenmerken.get("ref", ""))

    def eind(self, tag: str) -> None:
        self._luistert = False
        if tag == "c":
            waarde = None if self._delen is None else "".join(self._delen)
            if waarde is not None or self._is_formule:
                self._cellen[self._kolom] = (self._soort, waarde, self._stijl, self._is_formule)
        elif tag == "rPh":
            self._in_hulp = False
        elif tag == "sheetData":
            self.in_gegevens = False
        elif tag == "row":
            if self._cellen:
                self.klaar.append((self.rij, self._cellen))
            self._cellen = {}

    def tekst(self, tekst: str) -> None:
        if self._luistert and self._delen is not None:
            self._delen.append(tekst)

    def _begin_rij(self, nummer: str | None) -> None:
        nieuw = int(nummer) if nummer and nummer.isdigit() else self.rij + 1
        if nieuw <= self.rij:
            raise LeesFout(BESCHADIGD)
        self.rij, self._kolom = nieuw, -1

    def _begin_cel(self, kenmerken: dict[str, str]) -> None:
        if adres := kenmerken.get("r"):
            gevonden = _ADRES.fullmatch(adres)
            if gevonden is None or int(gevonden[2]) != self.rij:
                raise LeesFout(BESCHADIGD)
            kolom = kolomnummer(gevonden[1])
        else:
            kolom = self._kolom + 1
        if not self._kolom < kolom < MAX_KOLOMMEN:
            raise LeesFout(BESCHADIGD)
        self._kolom = kolom
        stijl = kenmerken.get("s", "0")
        self._soort, self._stijl = kenmerken.get("t", "n"), int(stijl) if stijl.isdigit() else 0
        self._is_formule, self._delen = False, None


def kolomnummer(letters: str) -> int:
    """A → 0, AA → 26."""
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - 64
    return nummer - 1

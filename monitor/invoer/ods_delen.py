"""The elements of an ODS's content: first its sheets and formats, then the cells of one sheet."""

from __future__ import annotations

from collections import deque
from datetime import date
from decimal import Decimal

from monitor.invoer.archief import BESCHADIGD
from monitor.invoer.cellen import (
    MAX_KOLOMMEN,
    Cel,
    Kapot,
    Procent,
    kolomletter,
    lees_kommagetal,
    schone_tekst,
)
from monitor.invoer.fouten import LeesFout
from monitor.invoer.lees_xlsx import ALS_TEKST, FORMULE_LEEG, datum_cel, rekenfout, vreemd_geld
from monitor.invoer.xlsx_delen import Blad, Deel

CELLEN = ("table-cell", "covered-table-cell")


class Bladen(Deel):
    """Names and visibility of the sheets, and which cell styles show a month or a year only."""

    def __init__(self) -> None:
        self._bladen: list[tuple[str, str]] = []
        self._verborgen: set[str] = set()
        self._formaat_van: dict[str, str] = {}
        self._delen: dict[str, set[str]] = {}
        self._stijl = self._formaat = ""
        self._diepte = 0

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "style":
            self._stijl = kenmerken.get("name", "")
            if "data-style-name" in kenmerken:
                self._formaat_van[self._stijl] = kenmerken["data-style-name"]
        elif tag == "table-properties" and kenmerken.get("display") == "false":
            self._verborgen.add(self._stijl)
        elif tag == "date-style":
            self._formaat = kenmerken.get("name", "")
            self._delen[self._formaat] = set()
        elif tag in ("day", "month", "year") and self._formaat:
            self._delen[self._formaat].add(tag)
        elif tag == "table":
            if self._diepte == 0:
                self._bladen.append((kenmerken.get("name", ""), kenmerken.get("style-name", "")))
            self._diepte += 1

    def eind(self, tag: str) -> None:
        if tag == "table":
            self._diepte -= 1
        elif tag == "date-style":
            self._formaat = ""

    def lijst(self) -> list[Blad]:
        return [
            Blad(naam, str(i), stijl not in self._verborgen)
            for i, (naam, stijl) in enumerate(self._bladen)
        ]

    def opmaken(self) -> dict[str, str]:
        soorten = {}
        for stijl, formaat in self._formaat_van.items():
            delen = self._delen.get(formaat, set())
            if delen and "day" not in delen and "year" in delen:
                soorten[stijl] = "maand" if "month" in delen else "jaar"
        return soorten


class Rijen(Deel):
    """The rows of the sheet with this number; `klaar` holds (row, how often, cells)."""

    def __init__(self, blad: int, opmaken: dict[str, str]) -> None:
        self.klaar: deque[tuple[int, int, dict[int, Cel]]] = deque()
        self.samengevoegd: list[str] = []
        self.verbergt = self._is_verborgen = False
        self._gezocht, self._blad, self._diepte = blad, -1, 0
        self._opmaken = opmaken
        self._kolomstijlen: list[tuple[int, str]] = []
        self._rij, self._herhaal_rij, self._kolom = 1, 1, 0
        self._cellen: dict[int, Cel] = {}
        self._kenmerken: dict[str, str] | None = None
        self._in_cel: list[str] = []
        self._alineas: list[list[str]] = []

    @property
    def _actief(self) -> bool:
        return self._blad == self._gezocht and self._diepte == 1

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None:
        if self._kenmerken is not None:
            self._binnen_cel(tag, kenmerken)
        elif tag == "table":
            self._blad += self._diepte == 0
            self._diepte += 1
        elif not self._actief:
            return
        elif tag == "table-column":
            self._kolomstijl(kenmerken)
        elif tag == "table-row":
            self._herhaal_rij = _aantal(kenmerken.get("number-rows-repeated"))
            self._is_verborgen = kenmerken.get("visibility") in ("collapse", "filter")
            self._kolom, self._cellen = 0, {}
        elif tag in CELLEN:
            self._kenmerken, self._in_cel, self._alineas = kenmerken, [], []

    def eind(self, tag: str) -> None:
        if self._in_cel:
            self._in_cel.pop()
        elif self._kenmerken is not None and tag in CELLEN:
            self._eind_cel(self._kenmerken, is_bedekt=tag == CELLEN[1])
            self._kenmerken = None
        elif tag == "table":
            self._diepte -= 1
        elif tag == "table-row" and self._actief:
            if self._cellen:
                self.verbergt = self.verbergt or self._is_verborgen
                self.klaar.append((self._rij, self._herhaal_rij, self._cellen))
            self._rij += self._herhaal_rij

    def tekst(self, tekst: str) -> None:
        if self._alineas and self._in_cel[:1] == ["p"] and "annotation" not in self._in_cel:
            self._alineas[-1].append(tekst)

    def _binnen_cel(self, tag: str, kenmerken: dict[str, str]) -> None:
        if tag == "p" and not self._in_cel:
            self._alineas.append([])
        elif self._in_cel[:1] == ["p"] and tag in ("s", "tab", "line-break"):
            wit = {"tab": "\t", "line-break": "\n"}.get(
                tag, " " * min(_aantal(kenmerken.get("c")), 99)
            )
            self._alineas[-1].append(wit)
        self._in_cel.append(tag)

    def _kolomstijl(self, kenmerken: dict[str, str]) -> None:
        aantal = _aantal(kenmerken.get("number-columns-repeated"))
        self._kolomstijlen.append((aantal, kenmerken.get("default-cell-style-name", "")))

    def _stijl_van_kolom(self, kolom: int) -> str:
        for aantal, stijl in self._kolomstijlen:
            if kolom < aantal:
                return stijl
            kolom -= aantal
        return ""

    def _eind_cel(self, kenmerken: dict[str, str], *, is_bedekt: bool) -> None:
        aantal = _aantal(kenmerken.get("number-columns-repeated"))
        breed = _aantal(kenmerken.get("number-columns-spanned"))
        hoog = _aantal(kenmerken.get("number-rows-spanned"))
        if (breed > 1 or hoog > 1) and len(self.samengevoegd) < 1000:
            van, tot = kolomletter(self._kolom), kolomletter(self._kolom + min(breed, 16384) - 1)
            self.samengevoegd.append(f"{van}{self._rij}:{tot}{self._rij + hoog - 1}")
        cel = None if is_bedekt else self._waarde(kenmerken)
        if cel is not None and cel != "":
            if self._kolom >= MAX_KOLOMMEN:
                raise LeesFout(BESCHADIGD)
            # One too many is enough to be refused, so a long repetition costs nothing.
            for kolom in range(self._kolom, self._kolom + min(aantal, 1000)):
                self._cellen[kolom] = cel
        self._kolom += aantal

    def _waarde(self, kenmerken: dict[str, str]) -> Cel | None:
        soort = kenmerken.get("value-type", "")
        tekst = "\n".join("".join(delen) for delen in self._alineas)
        is_formule = "formula" in kenmerken
        if is_formule and (soort == "error" or tekst.startswith(("#", "Err:", "Fout:"))):
            return rekenfout(tekst)
        if not soort:
            return FORMULE_LEEG if is_formule else schone_tekst(tekst) or None
        if soort == "string":
            return schone_tekst(kenmerken.get("string-value", tekst))
        if soort == "boolean":
            return kenmerken.get("boolean-value") == "true"
        try:
            return self._getal(soort, kenmerken)
        except (ValueError, OverflowError):
            return Kapot(tekst[:60], "Deze cel bevat geen leesbare waarde.", ALS_TEKST)

    def _getal(self, soort: str, kenmerken: dict[str, str]) -> Cel:
        if soort == "date":
            stijl = kenmerken.get("style-name") or self._stijl_van_kolom(self._kolom)
            dag = date.fromisoformat(kenmerken.get("date-value", "")[:10])
            return datum_cel(dag, self._opmaken.get(stijl, "dag"))
        if soort == "time":
            raise ValueError(soort)
        getal = lees_kommagetal(kenmerken.get("value", ""))
        if soort == "currency" and kenmerken.get("currency", "EUR") != "EUR":
            return vreemd_geld(kenmerken["value"])
        return Procent(Decimal(getal)) if soort == "percentage" else getal


def _aantal(tekst: str | None) -> int:
    """A repetition; a nonsense one is a damaged file."""
    if tekst is None:
        return 1
    if not (tekst.isdigit() and int(tekst[:9]) > 0 and len(tekst) < 9):
        raise LeesFout(BESCHADIGD)
    return int(tekst)

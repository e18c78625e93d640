"""Formulas of derived figures: codes, numbers, + - * / and brackets. Our own parser, no eval.

`lasten-jeugd / clienten-jeugd`, `lasten-jeugd[prognose] - 1000`. A minus needs spaces around it,
because a code may hold hyphens. What rests on an unknown figure is unknown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from monitor.regels.fouten import NotatieFout

Naam = tuple[str, str | None]  # indicator code, soort

_VORM = (
    r"\s*(?:(?P<naam>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)(?:\[(?P<soort>%s)\])?"
    r"|(?P<getal>[0-9]+(?:,[0-9]+)?)(?![\w-])|(?P<op>[+\-*/()]))"
)
_TEKEN = re.compile(_VORM % "[a-z_]+")
_TEKEN_RUIM = re.compile(_VORM % "[a-z0-9_=; -]+")
MAX_DIEP = 20


@dataclass(frozen=True)
class Formule:
    """A read formula. `namen` are the figures it rests on; `boom` is nested tuples."""

    tekst: str
    boom: object
    namen: frozenset[Naam]


def lees_formule(tekst: str, *, ruim: bool = False) -> Formule:
    """Read a formula. Raises `NotatieFout` naming the part that could not be read.

    With `ruim` more may stand between brackets than a kind: see `twijfel.plaats`.
    """
    lezer = _Lezer(tekst, _tekens(tekst, _TEKEN_RUIM if ruim else _TEKEN))
    boom = lezer.som(0)
    if lezer.rest:
        raise lezer.fout(f"bij ‘{lezer.rest[0][1]}’")
    return Formule(tekst, boom, frozenset(lezer.namen))


def bereken(formule: Formule, waarden: Mapping[Naam, Decimal | None]) -> Decimal | None:
    """The value; None when a figure is unknown or a division is by zero."""
    return _waarde(formule.boom, waarden)


def _waarde(boom: object, waarden: Mapping[Naam, Decimal | None]) -> Decimal | None:
    if isinstance(boom, Decimal):
        return boom
    assert isinstance(boom, tuple)
    if boom[0] == "naam":
        return waarden.get(boom[1])
    links, rechts = _waarde(boom[1], waarden), _waarde(boom[2], waarden)
    if links is None or rechts is None:
        return None
    if boom[0] == "/":
        return None if rechts == 0 else links / rechts
    return {"+": links + rechts, "-": links - rechts, "*": links * rechts}[boom[0]]


def _tekens(tekst: str, patroon: re.Pattern[str]) -> list[tuple[str, str, str | None]]:
    uit, plek = [], 0
    kaal = tekst.rstrip()
    while plek < len(kaal):
        gevonden = patroon.match(kaal, plek)
        if gevonden is None or gevonden.lastgroup is None:
            raise NotatieFout(
                f"De formule ‘{tekst}’ is niet te lezen bij ‘{kaal[plek:].strip()[:20]}’. "
                "Gebruik codes van cijfers, getallen, + - * / en haakjes."
            )
        soort = "naam" if gevonden["naam"] else "getal" if gevonden["getal"] else "op"
        uit.append((soort, gevonden[soort], gevonden["soort"]))
        plek = gevonden.end()
    return uit


class _Lezer:
    def __init__(self, tekst: str, tekens: list[tuple[str, str, str | None]]) -> None:
        self.tekst, self.rest, self.namen = tekst, tekens, set[Naam]()

    def fout(self, waar: str) -> NotatieFout:
        return NotatieFout(f"De formule ‘{self.tekst}’ klopt niet {waar}.")

    def neem(self, *tekens: str) -> str | None:
        if self.rest and self.rest[0][0] == "op" and self.rest[0][1] in tekens:
            return self.rest.pop(0)[1]
        return None

    def som(self, diep: int) -> object:
        links = self.product(diep)
        while op := self.neem("+", "-"):
            links = (op, links, self.product(diep))
        return links

    def product(self, diep: int) -> object:
        links = self.deel(diep)
        while op := self.neem("*", "/"):
            links = (op, links, self.deel(diep))
        return links

    def deel(self, diep: int) -> object:
        if diep > MAX_DIEP:
            raise self.fout("omdat er te veel haakjes in elkaar staan")
        if self.neem("("):
            binnen = self.som(diep + 1)
            if not self.neem(")"):
                raise self.fout("omdat er een haakje openstaat")
            return binnen
        if self.neem("-"):
            return ("-", Decimal(0), self.deel(diep + 1))
        if not self.rest or self.rest[0][0] == "op":
            raise self.fout("omdat er een cijfer ontbreekt")
        soort, waarde, truth = self.rest.pop(0)
        if soort == "getal":
            return Decimal(waarde.replace(",", "."))
        self.namen.add((waarde, truth))
        return ("naam", (waarde, truth))


def rechte_vorm(boom: object) -> dict[Naam, int]:
    """name -> coefficient of a formula of pluses and minuses; empty for any other."""
    if not isinstance(boom, tuple):
        return {}
    if boom[0] == "naam":
        return {boom[1]: 1}
    if boom[0] not in "+-":
        return {}
    links, rechts = rechte_vorm(boom[1]), rechte_vorm(boom[2])
    if not links or not rechts or links.keys() & rechts.keys():
        return {}
    return links | {n: k if boom[0] == "+" else -k for n, k in rechts.items()}


def rest_van_aandeel(tekst: str) -> dict[Naam, int]:
    """`part / whole * 100` says that one count is a part of another: whole - part is what is left. Empty for
    any other formula."""
    try:
        boven, onder = _factoren(lees_formule(tekst).boom) if tekst else ([], [])
    except NotatieFout:
        return {}
    if len(boven) != 1 or len(onder) != 1 or boven[0][0] == onder[0][0]:
        return {}
    return {onder[0]: 1, boven[0]: -1} if boven[0][1] == onder[0][1] else {}


def _factoren(boom: object) -> tuple[list[Naam], list[Naam]]:
    """The names that are multiplied, and those that are divided by; a sum counts as two."""
    if not isinstance(boom, tuple):
        return [], []
    if boom[0] == "naam":
        return [boom[1]], []
    if boom[0] not in ("*", "/"):
        return [("", None)] * 2, []
    (a, b), (c, d) = _factoren(boom[1]), _factoren(boom[2])
    return (a + c, b + d) if boom[0] == "*" else (a + d, b + c)


def lees_verloop(tekst: str) -> dict[Naam, int]:
    """How flows change a stock, `instroom - uitstroom`; empty when it says nothing of that kind."""
    try:
        return rechte_vorm(lees_formule(tekst).boom) if tekst else {}
    except NotatieFout:
        return {}

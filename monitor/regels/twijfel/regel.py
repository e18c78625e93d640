"""A rule that a gemeente wrote itself: an expression, an operator, an expression.

`clienten-pw * gemiddelde-pw * 12` = `lasten-pw`, within one percent. The formulas are those of
`monitor.regels.formules`; what a name means is in `plaats`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext

from monitor.regels.formules import Formule, Naam, bereken, lees_formule
from monitor.regels.getallen import rond
from monitor.regels.tonen import cijfers
from monitor.regels.twijfel.gegevens import TWIJFEL, Bevinding, kaal, procent
from monitor.regels.twijfel.plaats import lees_plaats

GELIJK, ANDERS, HOOGUIT, MINSTENS = "=", "!=", "<=", ">="
WOORD = {
    GELIJK: "gelijk aan",
    ANDERS: "iets anders dan",
    HOOGUIT: "hooguit",
    MINSTENS: "minstens",
}
DOOR_NUL = "De controle kan niet: er wordt gedeeld door nul."
RUIM = 60  # digits: products of large figures keep their cents
OVERSLAAN, ALS_NUL, MELDEN = "overslaan", "nul", "melden"


@dataclass(frozen=True)
class Regel:
    """`marge` is in the unit of the figures, `marge_procent` of the right side."""

    code: str
    links: Formule
    operator: str
    rechts: Formule
    marge: Decimal = Decimal(0)
    marge_procent: Decimal = Decimal(0)
    ernst: str = TWIJFEL
    bij_leeg: str = OVERSLAAN
    advies: str = "Kijk welk van de twee niet klopt."

    @classmethod
    def lees(cls, code: str, links: str, operator: str, rechts: str, **rest: object) -> Regel:
        """Raises `NotatieFout` when a formula can not be read."""
        kanten = [lees_formule(tekst, ruim=True) for tekst in (links, rechts)]
        for naam in kanten[0].namen | kanten[1].namen:
            lees_plaats(naam)
        return cls(code, kanten[0], operator, kanten[1], **rest)  # type: ignore[arg-type]

    @property
    def namen(self) -> frozenset[Naam]:
        return self.links.namen | self.rechts.namen


def toets(regel: Regel, waarden: Mapping[Naam, Decimal | None]) -> Bevinding | None:
    """None when the rule holds, or when what it needs is missing and missing may be."""
    with localcontext() as context:
        context.prec = RUIM
        try:
            return _toets(regel, waarden)
        except InvalidOperation:
            return None  # an outcome of more digits than any figure has


def uit_te_rekenen(regel: Regel, waarden: Mapping[Naam, Decimal | None]) -> bool:
    """Whether both sides have an outcome: a division by zero has none."""
    bekend = {naam: waarden.get(naam) or Decimal(0) for naam in regel.namen}
    with localcontext() as context:
        context.prec = RUIM
        try:
            return None not in (bereken(regel.links, bekend), bereken(regel.rechts, bekend))
        except InvalidOperation:
            return False


def _toets(regel: Regel, waarden: Mapping[Naam, Decimal | None]) -> Bevinding | None:
    bekend = {naam: waarden.get(naam) for naam in regel.namen}
    leeg = sorted(_naam(naam) for naam, waarde in bekend.items() if waarde is None)
    if leeg and regel.bij_leeg == ALS_NUL:
        bekend = {naam: w if w is not None else Decimal(0) for naam, w in bekend.items()}
    elif leeg and regel.bij_leeg == MELDEN and len(leeg) < len(bekend):
        som = f"De controle kan niet: {', '.join(leeg)} is er niet."
        return Bevinding(regel.code, regel.ernst, som, "Vul aan wat ontbreekt.", tuple(leeg))
    links, rechts = bereken(regel.links, bekend), bereken(regel.rechts, bekend)
    if links is None or rechts is None:
        return _zonder_uitkomst(regel) if not leeg else None
    if _klopt(regel, links, rechts):
        return None
    som = (
        f"{_uitgeschreven(regel.links, bekend, links)}; "
        f"{_uitgeschreven(regel.rechts, bekend, rechts)}. {_verschil(regel, links, rechts)}"
    )
    bewijs = tuple(kaal(bekend[naam]) for naam in sorted(bekend, key=_naam))
    return Bevinding(regel.code, regel.ernst, som, regel.advies, bewijs)


def _zonder_uitkomst(regel: Regel) -> Bevinding | None:
    """All figures are there, and a division is by zero: told where missing is told."""
    if regel.bij_leeg != MELDEN:
        return None
    return Bevinding(regel.code, regel.ernst, DOOR_NUL, "Kijk of de nul klopt.", ())


def _klopt(regel: Regel, links: Decimal, rechts: Decimal) -> bool:
    speling = max(regel.marge, abs(rechts) * regel.marge_procent / 100)
    if regel.operator == GELIJK:
        return abs(links - rechts) <= speling
    if regel.operator == ANDERS:
        return abs(links - rechts) > speling
    if regel.operator == HOOGUIT:
        return links <= rechts + speling
    return links >= rechts - speling


def _verschil(regel: Regel, links: Decimal, rechts: Decimal) -> str:
    if regel.operator == ANDERS:
        return "Die zijn hetzelfde, en dat hoort niet."
    verschil = abs(links - rechts)
    deel = f" ({procent(verschil / abs(rechts) * 100)})" if rechts else ""
    return (
        f"Links hoort {WOORD[regel.operator]} rechts te zijn; het scheelt {_getal(verschil)}{deel}."
    )


def _uitgeschreven(
    formule: Formule, waarden: Mapping[Naam, Decimal | None], uitkomst: Decimal
) -> str:
    """ "815 × 1.190 × 12 = 11.638.200", or only the name and the value of a single figure."""
    if len(formule.namen) == 1 and isinstance(formule.boom, tuple) and formule.boom[0] == "naam":
        return f"{formule.tekst.strip()} is {_getal(uitkomst)}"
    return f"{_boom(formule.boom, waarden)} = {_getal(uitkomst)}"


def _boom(boom: object, waarden: Mapping[Naam, Decimal | None], diep: int = 0) -> str:
    if isinstance(boom, Decimal):
        return _getal(boom)
    assert isinstance(boom, tuple)
    if boom[0] == "naam":
        waarde = waarden.get(boom[1])
        return _naam(boom[1]) if waarde is None else _getal(waarde)
    op = {"*": "×", "/": ":", "-": "−"}.get(boom[0], boom[0])
    zwaar = 2 if boom[0] in "*/" else 1
    rechts = zwaar + (boom[0] in "-/")
    tekst = f"{_boom(boom[1], waarden, zwaar)} {op} {_boom(boom[2], waarden, rechts)}"
    return f"({tekst})" if zwaar < diep else tekst


def _getal(waarde: Decimal) -> str:
    return ("−" if waarde < 0 else "") + cijfers(rond(waarde, 2))


def _naam(naam: Naam) -> str:
    return f"{naam[0]}[{naam[1]}]" if naam[1] else naam[0]

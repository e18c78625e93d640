"""Amounts of money behind small counts: which others to hide, so that none follows from a sum.

An amount is wide enough when a reader can still think it a fifth less and a fifth more.
Source: METHODEN A6 (amounts).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from monitor.regels.afscherming.lp import ONBEGRENSD, Model

RUIMTE = 0.2


@dataclass(frozen=True)
class Bedragen:
    """`waarden`: every amount that readers would see. `lijnen`: (total, parts) that add up, or nearly.
    `vast`: public already, cannot be hidden. `open`: what nobody prints, but stands in a line."""

    waarden: Mapping[str, float]
    lijnen: Sequence[tuple[str, tuple[str, ...]]]
    vast: Collection[str] = ()
    open: Collection[str] = ()


def dek_bedragen(
    b: Bedragen, geheim: Collection[str], ook: Collection[str] = ()
) -> tuple[set[str], list[str]]:
    """(what to hide beside `geheim`, which of `geheim` still follow because nothing is left to hide).
    `ook`: hidden anyway, and need no width of their own."""
    vooraf = {*geheim, *ook}
    weg = set(vooraf)
    while krap := [i for i in sorted(geheim) if not _ruim(b, weg, i)]:
        keuze = [k for doel in krap if (k := _volgende(b, weg, doel)) is not None]
        if not keuze:
            return weg - vooraf, krap
        weg.add(keuze[0])
    for id_ in sorted(weg - vooraf, key=lambda i: -abs(b.waarden[i])):
        if all(_ruim(b, weg - {id_}, i) for i in sorted(geheim)):
            weg.discard(id_)
    return weg - vooraf, []


def _volgende(b: Bedragen, weg: set[str], doel: str) -> str | None:
    """The smallest amount, parts before totals, in a line with the target that can hide it."""
    totalen = {t for t, _ in b.lijnen}
    nodig = abs(b.waarden[doel]) * RUIMTE
    bij = _samenhang(b, weg, doel)
    kan = [i for i in bij if i in b.waarden and i not in weg and i not in b.vast]
    rang = sorted(
        kan, key=lambda i: (abs(b.waarden[i]) < nodig, i in totalen, abs(b.waarden[i]), i)
    )
    return rang[0] if rang else None


def _samenhang(b: Bedragen, weg: set[str], doel: str) -> set[str]:
    """Everything in the lines that hang together with the target through what is hidden."""
    binnen = {doel}
    gegroeid = True
    while gegroeid:
        gegroeid = False
        for totaal, delen in b.lijnen:
            lijn = {totaal, *delen}
            if lijn & binnen & (weg | set(b.open)) and not lijn <= binnen:
                binnen |= lijn
                gegroeid = True
    return binnen


def _ruim(b: Bedragen, weg: set[str], doel: str) -> bool:
    laag, hoog = bereik(b, weg, doel)
    waarde = b.waarden[doel]
    ruimte = max(abs(waarde) * RUIMTE, 0.5)
    return laag <= waarde - ruimte and hoog >= waarde + ruimte


def bereik(b: Bedragen, weg: Collection[str], doel: str) -> tuple[float, float]:
    """What a reader can work out of one hidden amount. Below zero only where some amount is."""
    onbekend = sorted({*weg, *b.open} & {i for t, d in b.lijnen for i in (t, *d)} | {doel})
    plek = {id_: k for k, id_ in enumerate(onbekend)}
    rijen = []
    for totaal, delen in b.lijnen:
        termen = {totaal: 1} | dict.fromkeys(delen, -1)
        binnen = {plek[i]: c for i, c in termen.items() if i in plek}
        if binnen:
            rest = sum(c * b.waarden[i] for i, c in termen.items() if i in plek)
            rijen.append((binnen, rest, rest))
    top = 10 * max((abs(w) for w in b.waarden.values()), default=0) + 1000
    bodem = -top if any(w < 0 for w in b.waarden.values()) else 0.0
    model = Model(len(onbekend), rijen)
    model.grenzen([bodem] * len(onbekend), [top] * len(onbekend))
    return _uiterste(model, plek[doel], 1, bodem, top), _uiterste(model, plek[doel], -1, bodem, top)


def _uiterste(model: Model, k: int, teken: int, bodem: float, top: float) -> float:
    model.doel(k, float(teken))
    uitkomst = model.los_op()
    if uitkomst is None:
        return ONBEGRENSD * teken  # nothing proven: never wide enough
    x = uitkomst.x[k]
    return -ONBEGRENSD if x <= bodem < 0 else ONBEGRENSD if x >= top else x

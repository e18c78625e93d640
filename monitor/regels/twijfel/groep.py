"""Parts against their whole, in one period: sums, shares, and a part that is too large."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from monitor.regels.peildatum import GEPLAND
from monitor.regels.twijfel.gegevens import (
    GEWOON,
    Bevinding,
    Instellingen,
    Onderwerp,
    maak,
)

MEEST = 6  # parts that are written out
HONDERD = Decimal(100)


@dataclass(frozen=True)
class Groep:
    """The parts of one breakdown. `is_volledig`: every part that is usually there, is there.

    `onbekend` is the least and the most that the parts without a number (`<10`, a range) can add.
    """

    totaal: Decimal | None
    delen: Mapping[str, Decimal] = field(default_factory=dict)
    is_volledig: bool = True
    onbekend: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))

    @property
    def som(self) -> Decimal:
        return sum(self.delen.values(), Decimal(0))


def beoordeel_groep(
    o: Onderwerp, groep: Groep, instellingen: Instellingen | None = None
) -> Iterator[Bevinding]:
    """All findings about a total and its parts. Adding is asked only where parts add up."""
    inst = instellingen or {}
    if len(groep.delen) < 1:
        return
    if o.is_optelbaar:
        yield from _aan(aandelen(o, groep, inst), inst)
        yield from _aan(delen_tegen_totaal(o, groep, inst), inst)
    yield from _aan(deel_boven_geheel(o, groep, inst), inst)
    yield from _aan(deel_is_al(o, groep, inst), inst)


def _aan(bevindingen: Iterator[Bevinding], inst: Instellingen) -> Iterator[Bevinding]:
    return (b for b in bevindingen if inst.get(b.regel, GEWOON).is_aan)


def delen_tegen_totaal(o: Onderwerp, groep: Groep, inst: Instellingen) -> Iterator[Bevinding]:
    """Too much is always wrong; too little only when no part is missing."""
    if groep.totaal is None or o.eenheid == "percentage":
        return
    regel = "begroting" if o.eenheid == "euro" and o.soort in GEPLAND else "delen"
    speling = _speling(o, groep, inst, regel)
    laagst, hoogst = groep.som + groep.onbekend[0], groep.som + groep.onbekend[1]
    if laagst <= groep.totaal + speling and (
        not groep.is_volledig or hoogst >= groep.totaal - speling
    ):
        return
    verschil = groep.som - groep.totaal
    woord = "te veel" if verschil > 0 else "te weinig"
    som = (
        f"{_optelling(o, groep)}; het totaal is {o.schrijf(groep.totaal)}. "
        f"De delen zijn samen {o.schrijf(abs(verschil))} {woord}."
    )
    advies = "Verbeter het totaal of een van de delen."
    yield maak(regel, som, advies, inst, groep.totaal, groep.som)


def aandelen(o: Onderwerp, groep: Groep, inst: Instellingen) -> Iterator[Bevinding]:
    """Shares that add up are 100 together."""
    if o.eenheid != "percentage" or not groep.is_volledig or len(groep.delen) < 2:
        return
    speling = _speling(o, groep, inst, "honderd")
    if abs(groep.som - HONDERD) <= speling:
        return
    verschil = groep.som - HONDERD
    som = f"{_optelling(o, groep)}. Dat is {o.schrijf(abs(verschil))} "
    som += "meer dan 100%." if verschil > 0 else "minder dan 100%."
    yield maak("honderd", som, "Verbeter een aandeel, of zeg wat er ontbreekt.", inst, groep.som)


def deel_boven_geheel(o: Onderwerp, groep: Groep, inst: Instellingen) -> Iterator[Bevinding]:
    """A part of people or things that were counted is never more than all of them."""
    if groep.totaal is None or not (o.is_geteld or (o.is_optelbaar and o.eenheid == "aantal")):
        return
    for naam, waarde in groep.delen.items():
        if waarde > groep.totaal:
            som = (
                f"{naam} is {o.schrijf(waarde)}; het geheel is {o.schrijf(groep.totaal)}. "
                f"Het deel is {o.schrijf(waarde - groep.totaal)} meer dan het geheel."
            )
            yield maak(
                "deel_boven", som, "Verbeter het deel of het geheel.", inst, waarde, groep.totaal
            )


def deel_is_al(o: Onderwerp, groep: Groep, inst: Instellingen) -> Iterator[Bevinding]:
    """One part equals the total while others hold something too: the total in the wrong cell?"""
    if groep.totaal is None or len(groep.delen) < 2 or not (o.is_geteld or o.is_optelbaar):
        return
    for naam, waarde in groep.delen.items():
        rest = groep.som - waarde
        if waarde == groep.totaal and waarde > 0 and rest > 0:
            som = (
                f"{naam} is {o.schrijf(waarde)}, precies het totaal; de andere delen zijn samen "
                f"nog {o.schrijf(rest)}."
            )
            advies = "Kijk of het totaal bij een deel is ingevuld."
            yield maak("deel_is_al", som, advies, inst, waarde, rest)


def _speling(o: Onderwerp, groep: Groep, inst: Instellingen, regel: str) -> Decimal:
    """Rounding of each part by half of its last digit, or the margin of the gemeente in percent."""
    marge = inst.get(regel, GEWOON).marge
    if marge is not None:
        return abs(groep.totaal if groep.totaal is not None else HONDERD) * marge / 100
    if o.is_geteld:
        return Decimal(0)
    return Decimal("0.5").scaleb(-o.decimalen) * (len(groep.delen) + 1)


def _optelling(o: Onderwerp, groep: Groep) -> str:
    waarden = [o.schrijf(w) for w in groep.delen.values()]
    if len(waarden) > MEEST:
        return f"{len(waarden)} delen zijn samen {o.schrijf(groep.som)}"
    return f"{' + '.join(waarden)} = {o.schrijf(groep.som)}"

"""Checks on one figure alone: sign, range, decimals, and a word where a number was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from monitor.regels.tonen import ZONDER_GETAL
from monitor.regels.twijfel.gegevens import (
    GEWOON,
    TWIJFEL,
    Bevinding,
    Instellingen,
    Meting,
    Onderwerp,
    maak,
)

NUL = Decimal(0)
# Unit → lowest and highest value that it can have.
BEREIK: dict[str, tuple[Decimal | None, Decimal | None]] = {
    "cijfer": (NUL, Decimal(10)),
    "percentage": (None, Decimal(100)),
    "rang": (Decimal(1), None),
}
NOOIT_ONDER_NUL = frozenset({"aantal", "uren", "maanden", "dagen", "per_1000", "rang", "cijfer"})
KORTE_HISTORIE = 3
GEEN_GETAL = frozenset({"zie_toelichting", "niet_gemeten", "onbekend", "nvt", "vervallen"})


def teken(
    o: Onderwerp, nu: Decimal, eerder: Sequence[Decimal], inst: Instellingen
) -> Iterator[Bevinding]:
    """Below zero: impossible for a count, odd for money that was always above it."""
    if nu >= 0 or ("bereik" in inst and inst["bereik"].onder is not None):
        return
    if o.eenheid in NOOIT_ONDER_NUL:
        som = f"{o.schrijf(nu)} is kleiner dan nul."
        yield maak("teken", som, "Haal de min weg, of verbeter het getal.", inst, nu)
    elif len(eerder) >= KORTE_HISTORIE and min(eerder) >= 0:
        som = f"{o.schrijf(nu)} is kleiner dan nul; eerder was dit cijfer dat nooit."
        yield maak("teken", som, "Klopt de min? Leg dan uit waarom.", inst, nu, ernst=TWIJFEL)


def bereik(o: Onderwerp, nu: Decimal, inst: Instellingen) -> Iterator[Bevinding]:
    """Outside the bounds of the unit, or outside those that the gemeente set."""
    eigen = inst.get("bereik", GEWOON)
    onder, boven = BEREIK.get(o.eenheid, (None, None))
    onder = eigen.onder if eigen.onder is not None else onder
    boven = eigen.boven if eigen.boven is not None else boven
    hard = TWIJFEL if o.eenheid == "percentage" or eigen.onder or eigen.boven else ""
    if onder is not None and nu < onder:
        som = f"{o.schrijf(nu)} is lager dan {o.schrijf(onder)}, de laagste waarde die hier kan."
        yield maak("bereik", som, "Kijk of er een cijfer te weinig staat.", inst, nu, ernst=hard)
    if boven is not None and nu > boven:
        som = f"{o.schrijf(nu)} is hoger dan {o.schrijf(boven)}, de hoogste waarde die hier kan."
        yield maak("bereik", som, "Kijk of er een komma ontbreekt.", inst, nu, ernst=hard)


def decimalen(o: Onderwerp, nu: Decimal, inst: Instellingen) -> Iterator[Bevinding]:
    """What is counted, comes in whole numbers."""
    if o.eenheid != "aantal" or o.decimalen or nu == nu.to_integral_value():
        return
    som = f"{o.schrijf(nu)} is geen heel getal, en dit cijfer is een telling."
    ernst = "" if o.is_geteld else TWIJFEL
    yield maak("decimalen", som, "Vul een heel getal in.", inst, nu, ernst=ernst)


def tekst(
    o: Onderwerp, nu: Meting, eerder: Sequence[Meting], inst: Instellingen
) -> Iterator[Bevinding]:
    """A word where a number stood before."""
    if nu.aard not in GEEN_GETAL or not eerder or eerder[-1].waarde is None:
        return
    vorig = eerder[-1]
    assert vorig.waarde is not None
    som = (
        f"Hier staat ‘{ZONDER_GETAL[nu.aard]}’; over {vorig.tijdvak.tekst} "
        f"stond er {o.schrijf(vorig.waarde)}."
    )
    yield maak("tekst", som, "Vul het getal in, of leg uit waarom het er niet is.", inst, nu.aard)

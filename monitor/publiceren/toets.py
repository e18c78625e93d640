"""The last look before freezing: what a reader could find out, from the snapshot alone.

Separate from the code that hides, and knowing only what is about to be published. What it finds blocks
publication. The full attack (METHODEN A4.7) takes the place of `lekken`, with the same answer.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from monitor.models import Uitgave
from monitor.models.enums import Eenheid
from monitor.publiceren.schema import Indicator as IndicatorInhoud
from monitor.publiceren.schema import Inhoud
from monitor.regels.afscherming import TELT_MENSEN, is_klein
from monitor.regels.sleutels import maak_sleutel

Waarden = dict[str, Decimal | None]  # breakdown -> shown value


def lekken(uitgave: Uitgave, inhoud: Inhoud) -> list[str]:
    """Every small count of people that the snapshot shows, or that follows from one subtraction."""
    eigen = dict(uitgave.gemeente.indicatoren.values_list("code", "drempel"))
    gevonden: list[str] = []
    for code, indicator in inhoud["indicatoren"].items():
        if indicator["telt"] in TELT_MENSEN and indicator["eenheid"] == Eenheid.AANTAL:
            drempel = eigen.get(code) or inhoud["gemeente"]["drempel"]
            gevonden += _getoond(inhoud, indicator, drempel)
            gevonden += _af_te_leiden(indicator, drempel)
    return list(dict.fromkeys(gevonden))


def _getoond(inhoud: Inhoud, indicator: IndicatorInhoud, drempel: int) -> Iterator[str]:
    for plek in (indicator, *(b["inhoud"] for h in inhoud["hoofdstukken"] for b in h["blokken"])):
        for cel in _cellen(plek, indicator["code"], plek is indicator):
            waarde = Decimal(cel["waarde"]) if cel["waarde"] is not None else None
            if is_klein(waarde, drempel):
                yield (
                    f"{indicator['naam']}, {cel['periode_tekst']}: een klein aantal is zichtbaar. "
                    "Meld dit aan de beheerder; de uitgave kan zo niet naar buiten."
                )


def _cellen(deel: Any, code: str, eigen: bool) -> Iterator[dict[str, Any]]:
    """The cells that belong to an indicator, wherever in a piece of snapshot they stand."""
    if isinstance(deel, list):
        for d in deel:
            yield from _cellen(d, code, eigen)
    elif isinstance(deel, dict):
        if "toestand" in deel and "periode_tekst" in deel:
            if eigen:
                yield deel
            return
        hier = deel["indicator"] == code if isinstance(deel.get("indicator"), str) else eigen
        for waarde in deel.values():
            yield from _cellen(waarde, code, hier)


def _af_te_leiden(indicator: IndicatorInhoud, drempel: int) -> Iterator[str]:
    """Total minus the shown parts, when parts are missing and what is left is a small count."""
    if not indicator["is_optelbaar"]:
        return
    tafels: dict[tuple[str, str], Waarden] = defaultdict(dict)
    for reeks in indicator["reeksen"]:
        for cel in reeks["cellen"]:
            waarde = Decimal(cel["waarde"]) if cel["waarde"] is not None else None
            tafels[reeks["soort"], cel["periode"]][reeks["sleutel"]] = waarde
    delen = {
        r["sleutel"]: {d["dimensie"]: d["categorie"] for d in r["delen"]}
        for r in indicator["reeksen"]
    }
    for (_, periode), waarden in sorted(tafels.items()):
        for geheel, rest in _resten(waarden, delen):
            if is_klein(rest, drempel):
                yield (
                    f"{indicator['naam']}, {periode}: uit het totaal{f' van {geheel}' if geheel else ''} "
                    "is een klein aantal af te leiden. Laat de uitsplitsing weg of voeg categorieën samen."
                )


def _resten(waarden: Waarden, delen: dict[str, dict[str, str]]) -> Iterator[tuple[str, Decimal]]:
    """(total, what is left after the shown parts) of each breakdown in which something is hidden."""
    groepen: dict[tuple[str, str], list[Decimal | None]] = defaultdict(list)
    for sleutel, waarde in waarden.items():
        for dimensie in delen[sleutel]:
            boven = {d: c for d, c in delen[sleutel].items() if d != dimensie}
            groepen[maak_sleutel(boven), dimensie].append(waarde)
    for (geheel, _), onderdelen in groepen.items():
        totaal = waarden.get(geheel)
        if totaal is not None and None in onderdelen:
            yield geheel, totaal - sum((w for w in onderdelen if w is not None), Decimal(0))

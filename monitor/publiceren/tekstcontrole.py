"""Numbers in a snapshot: which ones it says itself, and small numbers of people in its texts.

What the claim check says of typed numbers is in `beweringen`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from monitor.publiceren.schema import Inhoud

_MENSEN = (
    r"(?:inwoners?|kind(?:eren)?|jeugdigen?|cli[eë]nt(?:en)?|personen|persoon|mensen|gezinnen|gezin|"
    r"huishoudens?|statushouders?|jongeren|ouderen|vrouwen|mannen|leerlingen?)"
)
_KLEIN_AANTAL = re.compile(
    r"(?<![\w.,])(?:[1-9]|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen)\s+"
    rf"(?:[a-zë]+\s+)?{_MENSEN}\b",
    re.IGNORECASE,
)


def bekende_getallen(inhoud: object) -> set[Decimal]:
    """Every number that the snapshot itself says: figures, balances, differences, percentages."""
    if isinstance(inhoud, list):
        return {w for deel in inhoud for w in bekende_getallen(deel)}
    if not isinstance(inhoud, dict):
        return set()
    eigen = {w for sleutel in ("waarde", "onder", "boven") if (w := _decimaal(inhoud.get(sleutel)))}
    for sleutel in ("groei_tekst", "procent_tekst"):
        procent = str(inhoud.get(sleutel) or "").removesuffix("%").replace(",", ".")
        eigen |= {w for w in [_decimaal(procent)] if w is not None}
    return eigen.union(*(bekende_getallen(v) for v in inhoud.values()))


def _decimaal(tekst: Any) -> Decimal | None:
    if not isinstance(tekst, str) or not re.fullmatch(r"-?\d+(?:\.\d+)?", tekst):
        return None
    return abs(Decimal(tekst))


def kleine_aantallen(inhoud: Inhoud) -> Iterator[str]:
    """A small number beside a word for people in a text: perhaps somebody can be recognised."""
    for waar, tekst in _gevulde_teksten(inhoud):
        for gevonden in _KLEIN_AANTAL.finditer(tekst):
            yield (
                f"{waar}: ‘{gevonden[0]}’ is een klein aantal mensen. "
                "Kan iemand zo herkend worden? Haal het dan weg."
            )


def _gevulde_teksten(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    u = inhoud["uitgave"]
    eigen = (*u["in_het_kort"].values(), *u["hoogtepunten"], u["anders"], u["aanbieding"])
    for tekst in (*eigen, *u.get("verklaringen", ())):
        yield "De uitgave", str(tekst)
    for s in inhoud["nota"]["secties"] if "nota" in inhoud else ():
        yield f"De nota, {s['kop']}", s["tekst"]
    for regel in inhoud.get("inbreng", ()):
        yield f"{regel['soort_tekst']} van {regel['van']}", f"{regel['tekst']} {regel['antwoord']}"
    for h in inhoud["hoofdstukken"]:
        for tekst in (*h["in_het_kort"].values(), h["toelichting"], *h.get("verklaringen", ())):
            yield f"Hoofdstuk {h['titel']}", str(tekst)
        for b in h["blokken"]:
            yield (
                f"Hoofdstuk {h['titel']}",
                " ".join((b["titel"], b["ondertitel"], b["tekst"], *b.get("verklaringen", ()))),
            )

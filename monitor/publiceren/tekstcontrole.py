"""Figures in texts: a typed number that no figure supports, and small numbers of people.

Nothing here blocks; it points out to the writer what a reader could trip over. A number that is a
reference (`{clienten-jeugd}`) cannot contradict its table and is not looked at.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from monitor.publiceren.gegevens import Bron
from monitor.publiceren.schema import Inhoud
from monitor.publiceren.teksten import alle_teksten
from monitor.regels.getallen import rond
from monitor.regels.perioden import MAANDEN

MAX_PER_PLEK = 5
_VERWIJZING = re.compile(r"\{[^{}\n]*\}|https?://\S+|\[[^\]]*\]\([^)]*\)")
_GETAL = re.compile(
    r"(?<![\w.,/\-‑–])(?<![Pp]er )(?<!van de )(?P<cijfers>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    r"(?P<maal>\s(?:mln|miljoen|miljard)\b)?"
    r"(?P<na>%|\s+\w+)?(?![\w/\-‑–]|[.,]\d)"
)
_MAAL = {"mln": 10**6, "miljoen": 10**6, "miljard": 10**9}
_GEEN_CIJFER = frozenset({*MAANDEN, "jaar", "jaren", "week", "weken", "maanden", "dagen", "uur"})
_MENSEN = (
    r"(?:inwoners?|kind(?:eren)?|jeugdigen?|cli[eë]nt(?:en)?|personen|persoon|mensen|gezinnen|gezin|"
    r"huishoudens?|statushouders?|jongeren|ouderen|vrouwen|mannen|leerlingen?)"
)
_KLEIN_AANTAL = re.compile(
    r"(?<![\w.,])(?:[1-9]|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen)\s+"
    rf"(?:[a-zë]+\s+)?{_MENSEN}\b",
    re.IGNORECASE,
)


def losse_getallen(bron: Bron, inhoud: Inhoud) -> Iterator[str]:
    """Numbers that somebody typed and that are no figure of this edition, a few for each text."""
    bekend = bekende_getallen(inhoud)
    gemeld: set[tuple[str, str]] = set()
    for waar, tekst in alle_teksten(bron):
        verdacht = (g for g in getallen(tekst) if not _gesteund(g, bekend))
        for getal, _, _ in islice(verdacht, MAX_PER_PLEK):
            if (waar, getal) not in gemeld:
                gemeld.add((waar, getal))
                yield (
                    f"In {waar} staat ‘{getal}’; dat is geen cijfer van deze uitgave. Klopt het? "
                    "Gebruik liever een verwijzing, zoals {clienten-jeugd}."
                )


def getallen(tekst: str) -> Iterator[tuple[str, Decimal, int]]:
    """(as written, value, decimals kept) of the typed numbers that look like figures."""
    for g in _GETAL.finditer(_VERWIJZING.sub(" ", tekst)):
        cijfers, na = g["cijfers"], (g["na"] or "").strip().casefold()
        is_jaar = re.fullmatch(r"(?:19|20)\d\d", cijfers) is not None
        waarde = Decimal(cijfers.replace(".", "").replace(",", "."))
        is_klein = "," not in cijfers and waarde <= 10 and na != "%" and not g["maal"]
        if is_jaar or is_klein or na in _GEEN_CIJFER:
            continue
        maal = _MAAL[g["maal"].strip()] if g["maal"] else 1
        achter = len(cijfers.partition(",")[2]) - len(str(maal)) + 1
        yield cijfers + (g["maal"] or "") + ("%" if na == "%" else ""), waarde * maal, achter


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


def _gesteund(getal: tuple[str, Decimal, int], bekend: set[Decimal]) -> bool:
    """Exactly one of the figures, or one of them rounded to what is written."""
    _, waarde, achter = getal
    if waarde in bekend:
        return True
    return (achter > 0 or achter < -2) and any(rond(b, achter) == waarde for b in bekend)


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
    for tekst in (*u["in_het_kort"].values(), *u["hoogtepunten"], u["anders"], u["aanbieding"]):
        yield "De uitgave", str(tekst)
    for h in inhoud["hoofdstukken"]:
        for tekst in (*h["in_het_kort"].values(), h["toelichting"]):
            yield f"Hoofdstuk {h['titel']}", str(tekst)
        for b in h["blokken"]:
            yield f"Hoofdstuk {h['titel']}", " ".join((b["titel"], b["ondertitel"], b["tekst"]))

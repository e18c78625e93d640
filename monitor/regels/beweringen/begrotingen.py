"""SALDO: a budget or a forecast that a text names, against the row of the finance table."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from monitor.regels.beweringen.gegevens import Bevinding, Document
from monitor.regels.beweringen.melden import meld, noem, schrijf
from monitor.regels.beweringen.onderwerp import Onderwerp, onderwerpen, stammen
from monitor.regels.beweringen.zinnen import Noemer, Zin, past_grof

_BEGROOT = re.compile(
    r"\b(?:begroting|budget|begroot|begroot(?: is| was)?|beschikbaar)\b(?:\s+(?!van\b|is\b|bedraagt\b)[a-zë-]+){0,3}\s*"
    r"(?:van|is|bedraagt|voor \d{4} is|:)?\s*(?:circa\s+|ongeveer\s+|ruim\s+|bijna\s+)?$",
    re.IGNORECASE,
)
_PROGNOSE = re.compile(
    r"\b(?:prognose|naar verwachting|verwachte (?:kosten|lasten|uitgaven)|verwacht\w* (?:we|wij)?)\b(?:\s+(?!van\b|is\b)[a-zë-]+){0,3}\s*"
    r"(?:van|is|bedraagt|komt uit op|:)?\s*(?:circa\s+|ongeveer\s+|ruim\s+|bijna\s+)?$",
    re.IGNORECASE,
)
_NA_BEGROOT = re.compile(r"^\s*(?:is|was)?\s*(?:begroot|beschikbaar)\b", re.IGNORECASE)
_NA_PROGNOSE = re.compile(r"^\s*uit te geven\b", re.IGNORECASE)
_ANDERS = re.compile(
    r"\b(?:waarvan|deel|extra|meer|minder|hoger|lager|uitgegeven|besteed|gerealiseerd|tot en met|t/m|primitie\w+|oorspronkelijk\w*|structurele?|"
    r"bezuinig\w*|reserves?|tekort\w*|overschot\w*|nadeel|nadelig\w*|voordeel|voordelig\w*|saldo|overschrijding|onderschrijding|subsidie|"
    r"per (?:inwoner|cliënt|jeugdige|persoon|maand|uur)|vorig\w*|incidente\w+|rijk\w*|gemiddeld\w*)\b",
    re.IGNORECASE,
)


def controleer(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    if not doc.geldrijen:
        return
    keuze = onderwerpen(doc)
    jaar = (doc.periode.eind or doc.peildatum).year
    bekend = {f.waarde for f in doc.cijfers if f.waarde is not None and f.eenheid == "euro"}
    bekend |= {b for o in keuze for b in (o.begroting, o.prognose)}
    for zin in alle:
        if zin.is_geciteerd or _ANDERS.search(zin.tekst):
            continue
        if any(t.van is None or t.van.year != jaar for t in zin.tijden):
            continue
        over = _over(zin, keuze)
        for g in zin.van_vorm("euro") if over is not None else ():
            soort = "" if g.is_verwezen else _soort(zin, g)
            if over is not None and soort and not any(past_grof(g, b) for b in bekend):
                yield from _toets(zin, g, over, soort)


def _soort(zin: Zin, g: Noemer) -> str:
    voor, na = zin.voor(g, 60), zin.na(g, 30)
    if _NA_BEGROOT.match(na) or _BEGROOT.search(voor):
        return "begroting"
    return "prognose" if _NA_PROGNOSE.match(na) or _PROGNOSE.search(voor) else ""


def _over(zin: Zin, keuze: Sequence[Onderwerp]) -> Onderwerp | None:
    """The one subject of which the sentence has every word."""
    hier = set(stammen(zin.tekst))
    raak = [o for o in keuze if o.woorden and o.woorden <= hier]
    bedragen = {(o.begroting, o.prognose) for o in raak}
    return raak[0] if len(bedragen) == 1 else None


def _toets(zin: Zin, g: Noemer, o: Onderwerp, soort: str) -> Iterator[Bevinding]:
    echt = o.begroting if soort == "begroting" else o.prognose
    if echt * Decimal("0.5") <= g.waarde <= echt * 2:
        yield meld(
            zin, "SALDO", f"{o.naam}: de {soort} is {schrijf(echt, 'euro')}, de tekst zegt {noem(g)}",
            "Neem het bedrag uit de tabel over met een verwijzing.",
        )  # fmt: skip

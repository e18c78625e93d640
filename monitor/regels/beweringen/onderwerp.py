"""Of which row or chapter a sentence speaks: matching the words of a label."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monitor.regels.beweringen.gegevens import Document, Geldrij
from monitor.regels.beweringen.woorden import STOP

_WOORD = re.compile(r"[a-zë0-9]+(?:-[a-zë0-9]+)*", re.IGNORECASE)


def stam(woord: str) -> str:
    """Roughly one form for singular and plural: "uitkeringen" and "uitkering"."""
    kort = woord.casefold().replace("ë", "e")
    for einde in ("en", "s", "e"):
        if len(kort) > len(einde) + 3 and kort.endswith(einde):
            kort = kort.removesuffix(einde)
            break
    return kort[:-1] if len(kort) > 4 and kort[-1] == kort[-2] else kort


def stammen(tekst: str) -> list[str]:
    return [stam(m[0]) for m in _WOORD.finditer(tekst)]


def kernwoorden(label: str) -> frozenset[str]:
    """The words of a label that tell it from others."""
    return frozenset(
        stam(m[0]) for m in _WOORD.finditer(label) if m[0].casefold() not in STOP and len(m[0]) > 2
    )


@dataclass(frozen=True)
class Onderwerp:
    """Something that has a budget and a forecast, with the words it is known by."""

    naam: str
    woorden: frozenset[str]
    begroting: Decimal
    prognose: Decimal
    hoofdstuk: str = ""
    is_geheel: bool = False  # a chapter or the whole edition

    @property
    def saldo(self) -> Decimal:
        return self.begroting - self.prognose


GEHEEL = frozenset({"sociaal-domein", "domein"})


def onderwerpen(doc: Document) -> list[Onderwerp]:
    """Rows, chapters and the whole, each with its own amounts."""
    gevonden = [
        Onderwerp(r.label, kernwoorden(r.label), r.begroting, r.prognose, r.hoofdstuk)
        for r in doc.geldrijen
        if not r.is_totaal
    ]
    per_hoofdstuk = [
        Onderwerp(titel, kernwoorden(titel), *som, hoofdstuk=code, is_geheel=True)
        for code, titel in doc.hoofdstukken
        if (som := _totaal(r for r in doc.geldrijen if r.hoofdstuk == code))
    ]
    geheel = _geheel(doc, per_hoofdstuk)
    return gevonden + per_hoofdstuk + geheel


def _totaal(rijen: Iterable[Geldrij]) -> tuple[Decimal, Decimal] | None:
    """The total row of a chapter; without one, the rows that are no part of another."""
    alle = list(rijen)
    if not alle:
        return None
    totalen = [r for r in alle if r.is_totaal]
    tellen = totalen[:1] or [r for r in alle if not r.is_deel] or alle
    return sum((r.begroting for r in tellen), Decimal(0)), sum(
        (r.prognose for r in tellen), Decimal(0)
    )


def _geheel(doc: Document, delen: Sequence[Onderwerp]) -> list[Onderwerp]:
    """The whole: a total row over more than one chapter's subject, else all chapters together."""
    if not delen:
        return []
    som = (
        sum((d.begroting for d in delen), Decimal(0)),
        sum((d.prognose for d in delen), Decimal(0)),
    )
    groot = max(delen, key=lambda d: d.begroting)
    anderen = som[0] - groot.begroting
    overzicht = len(delen) > 1 and groot.begroting >= anderen  # a chapter that shows all others
    bedragen = (groot.begroting, groot.prognose) if overzicht else som
    return [Onderwerp("sociaal domein", frozenset(), *bedragen, is_geheel=True)]


def genoemd(tekst: str, keuze: Iterable[Onderwerp]) -> list[Onderwerp]:
    """Those whose words stand in the text; most words in common first, and only the best."""
    hier = set(stammen(tekst))
    punten = [(len(o.woorden & hier), o) for o in keuze if o.woorden & hier]
    if not punten:
        return []
    beste = max(aantal for aantal, _ in punten)
    return [o for aantal, o in punten if aantal == beste]

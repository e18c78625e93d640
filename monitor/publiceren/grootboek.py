"""The ledger: what earlier publications of the gemeente have shown. What was ever public stays public.

Every version of every edition counts, withdrawn ones too. A publication never changes, so what was
read of one is kept by its fingerprint. Source: METHODEN A4.6.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from monitor.models import Publicatie
from monitor.publiceren.afschermen import NIET_GETOOND
from monitor.publiceren.gegevens import ReeksId
from monitor.regels.afscherming import TELT_MENSEN

CelId = tuple[ReeksId, str]  # series, period code
MAX_BEWAARD = 400


@dataclass(frozen=True)
class Editie:
    """What one publication said of people: each cell that stood in it, None where it was hidden."""

    titel: str
    cellen: Mapping[CelId, Decimal | None]
    bedragen: Mapping[CelId, Decimal | None] = field(default_factory=dict)
    klein: frozenset[CelId] = frozenset()  # hidden, with the mark of a small count
    dekt: frozenset[CelId] = frozenset()  # hidden, with the mark that says "not a small one"
    aandelen_weg: frozenset[CelId] = frozenset()  # percentages and rates that it hid
    aandelen: Mapping[CelId, Decimal] = field(default_factory=dict)  # those that it showed
    uitkomsten: frozenset[tuple[str, CelId]] = (
        frozenset()
    )  # formula, and a cell that showed what came out


_gelezen: dict[str, Editie] = {}


def laad_grootboek(gemeente_id: int, koppen: Iterable[tuple[int, str]]) -> list[Editie]:
    """The editions of these publications (primary key, fingerprint); at most one query."""
    koppen = list(koppen)
    nodig = [pk for pk, sha256 in koppen if sha256 not in _gelezen]
    if len(_gelezen) + len(nodig) > MAX_BEWAARD:
        _gelezen.clear()
        nodig = [pk for pk, _ in koppen]
    nieuw = {}
    if nodig:
        rijen = Publicatie.objects.filter(pk__in=nodig, uitgave__gemeente_id=gemeente_id)
        for sha256, tekst in rijen.values_list("sha256", "inhoud").iterator():
            nieuw[sha256] = lees_editie(json.loads(tekst))
        _gelezen.update(nieuw)
    return [e for _, sha256 in koppen if (e := _gelezen.get(sha256))]


def lees_editie(inhoud: Mapping[str, Any]) -> Editie:
    mensen, geld = (
        {
            (ReeksId(code, reeks["soort"], reeks["sleutel"]), cel["periode"]): (
                Decimal(cel["waarde"]) if cel["waarde"] is not None else None
            )
            for code, indicator in inhoud["indicatoren"].items()
            if hoort(indicator) and not indicator["formule"]
            for reeks in indicator["reeksen"]
            for cel in reeks["cellen"]
        }
        for hoort in (lambda i: i["telt"] in TELT_MENSEN, lambda i: i["eenheid"] == "euro")
    )
    weg = {
        (ReeksId(code, reeks["soort"], reeks["sleutel"]), cel["periode"]): cel["tekst"]
        for code, indicator in inhoud["indicatoren"].items()
        if indicator["telt"] in TELT_MENSEN and not indicator["formule"]
        for reeks in indicator["reeksen"]
        for cel in reeks["cellen"]
        if cel["waarde"] is None
    }
    klein = frozenset(cel for cel, tekst in weg.items() if tekst.startswith("<"))
    aandelen = {
        (ReeksId(code, reeks["soort"], reeks["sleutel"]), cel["periode"]): cel
        for code, indicator in inhoud["indicatoren"].items()
        if indicator["eenheid"] in ("percentage", "per_1000") and not indicator["formule"]
        for reeks in indicator["reeksen"]
        for cel in reeks["cellen"]
    }
    aandelen_weg = frozenset(c for c, cel in aandelen.items() if cel["toestand"] == "onderdrukt")
    getoond = {c: Decimal(cel["waarde"]) for c, cel in aandelen.items() if cel["waarde"]}
    dekt = frozenset(cel for cel, tekst in weg.items() if tekst == NIET_GETOOND)
    uitkomsten = frozenset(_uitkomsten(inhoud))
    return Editie(
        inhoud["uitgave"]["titel"], mensen, geld, klein, dekt, aandelen_weg, getoond, uitkomsten
    )


def _uitkomsten(inhoud: Mapping[str, Any]) -> Iterator[tuple[str, CelId]]:
    for code, indicator in inhoud["indicatoren"].items():
        for reeks in indicator["reeksen"] if indicator["formule"] else ():
            eigen = ReeksId(code, reeks["soort"], reeks["sleutel"])
            for cel in reeks["cellen"]:
                if cel["waarde"] is not None:
                    yield indicator["formule"], (eigen, cel["periode"])

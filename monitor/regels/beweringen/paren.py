"""Pairs of numbers that a sentence compares: what it was, and what it became."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from monitor.regels.beweringen.breuken import in_breuk
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.zinnen import Noemer, Zin

_BIJWOORD = r"(?:(?:een|de|het|zo['’]n|circa|ongeveer|bijna|ruim|nu|liefst|maar liefst|nog)\s+)*"
_NAAR = re.compile(
    rf"^[^.;]{{0,60}}?(?:\b(?:naar|tot|werd|werden|werd dat|wordt)|→|->)\s+(?:er\s+)?{_BIJWOORD}$"
)
_GAAT_NAAR = re.compile(r"\(|\b(?:gaan|gingen|gaat|ging) naar\b", re.IGNORECASE)
_VAN_HET = re.compile(r"^\s*(?:van|op)\s+(?:(?:de|het|alle|in totaal|totaal)\s+)*$")
_VERGELEKEN = re.compile(
    r"\b(?:tegen(?:over)?|vergeleken met|ten opzichte van|t\.o\.v\.|tegen|was|waren|dan|vorig jaar|"
    r"een jaar eerder|vorige)\b",
    re.IGNORECASE,
)
_DAN = re.compile(
    r"\b(?:dan|tegen(?:over)?|ten opzichte van|t\.o\.v\.|vergeleken met)\b|[,(;]\s*(?:(?:dit|dat|het)\s+)?was\b|\b(?:was|waren) (?:dat|dit|het|er)\b",
    re.IGNORECASE,
)
_NU = re.compile(r"\b(?:nu|thans|inmiddels|dit jaar|deze maand|dit kwartaal)\b", re.IGNORECASE)
_NOG = re.compile(r"\b(?:nog|toen|eerder|daarvoor)\b", re.IGNORECASE)
_GELEDEN = re.compile(r"\b(?:geleden|eerder|daarvoor|toen)\b", re.IGNORECASE)
_TOEN = r"(?:was|waren|toen|vorig[e]?|eerder|daarvoor|ervoor|voorheen|eind|ultimo|begin|vergeleken|tegen|t\.o\.v\.)"
_HAAKJE = re.compile(
    rf"^[^().;]{{0,40}}\((?P<in>[^().\d]{{0,30}}|[^()]{{0,40}}?[:=]\s*)€?\s*{_BIJWOORD}$"
)
_EEN_TOEN = re.compile(rf"\b{_TOEN}\b", re.IGNORECASE)
_MAATSTAF = re.compile(
    r"\b(?:doel|norm|streef\w*|regio\w*|landelijk\w*|gemiddeld\w*|begroot|begroting|raming|nederland|budget|"
    r"totaal|maximaal|minimaal|plafond)\b",
    re.IGNORECASE,
)  # fmt: skip
_LEEFTIJD = re.compile(
    r"\b(?:ouder|jonger|boven|onder|vanaf|tot)\s+(?:zijn\s+|is\s+)?(?:dan\s+|de\s+)?$",
    re.IGNORECASE,
)
_ANDER = re.compile(r"^\s*(?:[a-zë]+\s+)?per (?:maand|week|jaar|dag|kwartaal)\b", re.IGNORECASE)


class Paar(NamedTuple):
    """From old to new; `zeker` when the sentence itself says so."""

    oud: Noemer
    nieuw: Noemer
    zeker: bool = True


def paren(zin: Zin) -> list[Paar]:
    """ "van 684 naar 985" and what means the same."""
    gevonden = []
    for a, b in pairwise(zin.getallen):
        tussen = zin.tussen(a, b)
        if (
            a.begin not in zin.mutaties
            and a.vorm == b.vorm
            and _NAAR.match(tussen)
            and not _GAAT_NAAR.search(tussen)
        ):
            gevonden.append(Paar(a, b))
    return gevonden or _haakjes(zin) or _twee_tijden(zin)


def _haakjes(zin: Zin) -> list[Paar]:
    """ "486 cliënten (april: 459)", "2.252 (was 2.252)": what it was stands in brackets."""
    gevonden = []
    for a, b in pairwise(g for g in zin.getallen if g.begin not in zin.mutaties):
        m = _HAAKJE.match(zin.tussen(a, b))
        if a.vorm != b.vorm or m is None or is_los(a):
            continue
        open_, dicht = a.eind + m.start("in"), zin.tekst.find(")", b.eind)
        tekst = zin.tekst[open_ : dicht if 0 <= dicht < b.eind + 40 else b.eind]
        tijd = any(t.van and open_ <= t.begin < open_ + len(tekst) for t in zin.tijden)
        if (tijd or _EEN_TOEN.search(tekst)) and not _MAATSTAF.search(tekst):
            gevonden.append(Paar(b, a))
    return gevonden


def _twee_tijden(zin: Zin) -> list[Paar]:
    """Two numbers of one kind, each with its own moment: the older one is where it came from."""
    kaal = [
        g for g in zin.van_vorm("aantal", "euro")
        if not is_los(g) and not is_tarief(zin, g) and g.begin not in zin.mutaties
    ]  # fmt: skip
    if len(kaal) != 2 or kaal[0].vorm != kaal[1].vorm or _VAN_HET.match(zin.tussen(*kaal)):
        return []
    if re.search(r"\bvan (?:de|het|alle|deze)\s+$", zin.voor(kaal[0]), re.IGNORECASE):
        return []  # a whole and its part
    tussen = zin.tussen(*kaal)
    if _DAN.search(tussen) and not _NU.search(tussen + zin.na(kaal[1], 20)):
        return [Paar(kaal[1], kaal[0])]
    tijden = _om_en_om(zin, kaal) or [_tijd_bij(zin, g, kaal) for g in kaal]
    if tijden[0] is not None and tijden[1] is not None and tijden[0] != tijden[1]:
        oud, nieuw = kaal if tijden[0] < tijden[1] else kaal[::-1]
        return [Paar(oud, nieuw)]
    if _NU.search(tussen) and _GELEDEN.search(zin.na(kaal[1], 40)):
        return [Paar(kaal[1], kaal[0])]
    if _VERGELEKEN.search(tussen):
        return [Paar(kaal[1], kaal[0], zeker=False)]
    return []


def _om_en_om(zin: Zin, kaal: Sequence[Noemer]) -> list[date | None]:
    """ "175 bezoeken in januari en 188 in februari": each its own, in order."""
    if len(zin.tijden) != 2 or any(t.van is None for t in zin.tijden):
        return []
    a, b = (t.begin for t in zin.tijden)
    x, y = (g.begin for g in kaal)
    om_en_om = x < a < y < b or a < x < b < y
    return [zin.moment(t) for t in zin.tijden] if om_en_om else []


def _tijd_bij(zin: Zin, getal: Noemer, alle: Sequence[Noemer]) -> date | None:
    """The start of the period that stands nearest to a number."""
    ander = alle[1] if getal is alle[0] else alle[0]
    eigen = [
        (min(abs(t.begin - getal.eind), abs(getal.begin - t.eind)), zin.moment(t))
        for t in zin.tijden
        if t.van is not None
        and min(abs(t.begin - getal.eind), abs(getal.begin - t.eind))
        <= min(abs(t.begin - ander.eind), abs(ander.begin - t.eind))
    ]
    return min(eigen, key=lambda paar: paar[0])[1] if eigen else None


def is_tarief(zin: Zin, g: Noemer) -> bool:
    """An average or a rate, beside the totals that are compared."""
    return is_gemiddelde(zin, g) or _ANDER.match(zin.na(g, 24)) is not None


def is_los(g: Noemer) -> bool:
    """A small word number is more often a way of speaking than a figure."""
    return g.is_woord and abs(g.waarde) < 10


_DUREN = ("jaar", "jaren", "maanden", "weken", "dagen", "minuten", "jarigen")


def is_leeftijd(zin: Zin, g: Noemer, *, met_uren: bool = True) -> bool:
    """Of people, or of how long it took: "ouder dan 65", "12 tot 18 jaar"."""
    if g.naam in _DUREN or (met_uren and g.naam in ("uur", "keer")):
        return True
    return bool(
        _LEEFTIJD.search(zin.voor(g, 24)) or re.match(r"\s?-?(?:jarige|plusser)", zin.na(g, 10))
    )


def tellende(zin: Zin, *vormen: str) -> list[Noemer]:
    """The counts or amounts of a sentence: no averages, rates, pieces of "2 op de 5" or ways of speaking."""
    return [
        g for g in zin.van_vorm(*(vormen or ("aantal", "euro")))
        if not is_los(g)
        and not is_tarief(zin, g)
        and not in_breuk(zin, g)
        and g.begin not in zin.mutaties
    ]  # fmt: skip


def over_zinnen(alle: Sequence[Zin]) -> list[Paar]:
    """One total in each of two sentences, with the moments they name."""
    totalen = [(zin, eigen[0]) for zin in alle if len(eigen := tellende(zin)) == 1]
    if len(totalen) != 2 or totalen[0][1].vorm != totalen[1][1].vorm:
        return []
    (zin_a, a), (zin_b, b) = totalen
    van_a = next((zin_a.moment(t) for t in zin_a.tijden if t.van), None)
    van_b = next((zin_b.moment(t) for t in zin_b.tijden if t.van), None)
    if van_a and van_b and van_a != van_b:
        return [Paar(a, b) if van_a < van_b else Paar(b, a)]
    if van_b and not van_a and _NOG.search(zin_b.tekst):
        return [Paar(b, a)]
    if _NU.search(zin_b.tekst) and not _NU.search(zin_a.tekst):
        return [Paar(a, b)]
    if re.search(r"\b(?:vorig|eerder|toen)\w*", zin_b.tekst) and not van_b:
        return [Paar(b, a)]
    return []

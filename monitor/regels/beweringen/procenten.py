"""PCT: percentages, differences and directions that do not follow from their two numbers."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.breuken import in_breuk
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, procent, schrijf
from monitor.regels.beweringen.zinnen import Noemer, Zin, is_gemiddelde, past
from monitor.regels.verschillen import aandeel, groei

_NAAR = re.compile(
    r"^[^.;]{0,60}?\b(?:naar|tot|→)\s+(?:(?:een|de|het|zo['’]n|circa|ongeveer|bijna|ruim|nu)\s+)*$"
)
_GAAT_NAAR = re.compile(r"\(|\b(?:gaan|gingen|gaat|ging) naar\b", re.IGNORECASE)
_VAN_HET = re.compile(r"^\s*(?:van|op)\s+(?:(?:de|het|alle|in totaal|totaal)\s+)*$")
_VAN_DE = re.compile(
    r"(?:^|[.,:;]\s+|\bdat\s+)van (?:de|alle|het|deze)(?: in totaal)?\s+$", re.IGNORECASE
)
_ZIJN_ER = re.compile(r"^[^.;,(]{0,60}$")
_VERGELEKEN = re.compile(
    r"\b(?:tegen(?:over)?|vergeleken met|ten opzichte van|t\.o\.v\.|tegen|was|waren|dan|vorig jaar|"
    r"een jaar eerder|vorige)\b",
    re.IGNORECASE,
)
_TERUG = re.compile(
    r"\b(?:dit|dat|deze|die|hiermee|daarmee|ofwel|oftewel|een (?:stijging|daling|toename|afname|groei)"
    r"|het aantal|de (?:stijging|daling|toename|afname|groei))\b",
    re.IGNORECASE,
)
_ANDER = re.compile(r"^\s*(?:[a-zë]+\s+)?per (?:maand|week|jaar|dag|kwartaal)\b", re.IGNORECASE)
_DEEL = re.compile(r"\bvan (?:de|het|alle|al|onze|deze)\b|\baandeel\b|\bdeel\b", re.IGNORECASE)
HERSTEL = "Verbeter het getal dat niet klopt, of zet er een verwijzing naar het cijfer neer."


class Paar(NamedTuple):
    """From old to new; `zeker` when the sentence itself says so."""

    oud: Noemer
    nieuw: Noemer
    zeker: bool = True


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        yield from _groei(zin, alle[max(0, i - 2) : i])
        yield from _delen(zin)


def paren(zin: Zin) -> list[Paar]:
    """ "van 684 naar 985" and what means the same."""
    gevonden = []
    for a, b in pairwise(zin.getallen):
        if (
            a.vorm == b.vorm
            and _NAAR.match(zin.tussen(a, b))
            and not _GAAT_NAAR.search(zin.tussen(a, b))
        ):
            gevonden.append(Paar(a, b))
    return gevonden or _twee_tijden(zin)


def _twee_tijden(zin: Zin) -> list[Paar]:
    """Two numbers of one kind, each with its own moment: the older one is where it came from."""
    kaal = [
        g for g in zin.van_vorm("aantal", "euro")
        if not is_los(g) and not _is_ander(zin, g)
    ]  # fmt: skip
    if len(kaal) != 2 or kaal[0].vorm != kaal[1].vorm or _VAN_HET.match(zin.tussen(*kaal)):
        return []
    tijden = _om_en_om(zin, kaal) or [_tijd_bij(zin, g, kaal) for g in kaal]
    if tijden[0] is not None and tijden[1] is not None and tijden[0] != tijden[1]:
        oud, nieuw = kaal if tijden[0] < tijden[1] else kaal[::-1]
        return [Paar(oud, nieuw)]
    if _VERGELEKEN.search(zin.tussen(*kaal)):
        return [Paar(kaal[1], kaal[0], zeker=False)]
    return []


def _om_en_om(zin: Zin, kaal: Sequence[Noemer]) -> list[date | None]:
    """ "175 bezoeken in januari en 188 in februari": each its own, in order."""
    if len(zin.tijden) != 2 or any(t.van is None for t in zin.tijden):
        return []
    a, b = (t.begin for t in zin.tijden)
    x, y = (g.begin for g in kaal)
    om_en_om = x < a < y < b or a < x < b < y
    return [t.van for t in zin.tijden] if om_en_om else []


def _is_ander(zin: Zin, g: Noemer) -> bool:
    """An average or a rate, beside the totals that are compared."""
    return is_gemiddelde(zin, g) or _ANDER.match(zin.na(g, 24)) is not None


def is_los(g: Noemer) -> bool:
    """A small word number is more often a way of speaking than a figure."""
    return g.is_woord and abs(g.waarde) < 10


def _tijd_bij(zin: Zin, getal: Noemer, alle: Sequence[Noemer]) -> date | None:
    """The start of the period that stands nearest to a number."""
    ander = alle[1] if getal is alle[0] else alle[0]
    eigen = [
        (min(abs(t.begin - getal.eind), abs(getal.begin - t.eind)), t.van)
        for t in zin.tijden
        if t.van is not None
        and min(abs(t.begin - getal.eind), abs(getal.begin - t.eind))
        <= min(abs(t.begin - ander.eind), abs(ander.begin - t.eind))
    ]
    return min(eigen, key=lambda paar: paar[0])[1] if eigen else None


def _groei(zin: Zin, eerder: Sequence[Zin]) -> Iterator[Bevinding]:
    if not (w.OP.search(zin.tekst) or w.NEER.search(zin.tekst)):
        return
    gevonden = paren(zin)
    gebruikt = {id(g) for p in gevonden for g in (p.oud, p.nieuw)}
    wijziging = [
        g for g in zin.van_vorm("procent", "procentpunt")
        if id(g) not in gebruikt and not _DEEL.match(zin.na(g, 12).strip())
    ]  # fmt: skip
    if wijziging and not gevonden and _TERUG.search(zin.tekst):
        gevonden = _uit_vorige(zin, eerder)
    if len(gevonden) == 1:
        gevonden = gevonden * len(wijziging)
    if len(gevonden) < len(wijziging):
        gevonden = []
    for g, paar in zip(wijziging, gevonden, strict=False):
        yield from _vergelijk(zin, g, paar)
    if len(gevonden) == 1 and not wijziging:
        yield from _met_aantal(zin, gevonden[0])


def _uit_vorige(zin: Zin, eerder: Sequence[Zin]) -> list[Paar]:
    """The pair that "dit is een stijging van" points back to."""
    if any(g.vorm in ("aantal", "euro") and not is_los(g) for g in zin.getallen):
        return _over_zinnen([*eerder[-1:], zin])
    if eerder and (gevonden := paren(eerder[-1])):
        return gevonden[-1:]
    return _over_zinnen(eerder)


def _over_zinnen(alle: Sequence[Zin]) -> list[Paar]:
    """One total in each of two sentences, with the moments they name."""
    totalen = []
    for zin in alle:
        eigen = [
            g for g in zin.van_vorm("aantal", "euro")
            if not is_los(g) and not _is_ander(zin, g)
        ]  # fmt: skip
        if len(eigen) == 1:
            totalen.append((zin, eigen[0]))
    if len(totalen) != 2 or totalen[0][1].vorm != totalen[1][1].vorm:
        return []
    (zin_a, a), (zin_b, b) = totalen
    van_a = next((t.van for t in zin_a.tijden if t.van), None)
    van_b = next((t.van for t in zin_b.tijden if t.van), None)
    if van_a and van_b and van_a != van_b:
        return [Paar(a, b) if van_a < van_b else Paar(b, a)]
    if re.search(r"\b(?:vorig|eerder|toen)\w*", zin_b.tekst) and not van_b:
        return [Paar(b, a)]
    return []


def _vergelijk(zin: Zin, g: Noemer, paar: Paar) -> Iterator[Bevinding]:
    oud, nieuw = paar.oud, paar.nieuw
    if oud.vorm == "procent":
        yield from _procentpunten(zin, g, paar)
        return
    echt = groei(nieuw.waarde, oud.waarde)
    if echt is None:
        return
    if not paar.zeker and (omgekeerd := groei(oud.waarde, nieuw.waarde)) and past(g, omgekeerd):
        return
    if g.vorm == "procentpunt":
        yield meld(
            zin, "PCT", f"{noem(oud)} naar {noem(nieuw)} is {procent(echt, True)}, geen procentpunten",
            "Schrijf ‘procent’ in plaats van ‘procentpunt’, of verbeter het getal.",
        )  # fmt: skip
    elif not past(g, echt):
        yield meld(
            zin, "PCT",
            f"{noem(oud)} naar {noem(nieuw)} is {procent(echt, True)}, de tekst zegt {noem(g)}",
            HERSTEL,
        )  # fmt: skip


def _procentpunten(zin: Zin, g: Noemer, paar: Paar) -> Iterator[Bevinding]:
    punten = paar.nieuw.waarde - paar.oud.waarde
    echt = groei(paar.nieuw.waarde, paar.oud.waarde)
    som = f"{noem(paar.oud)} naar {noem(paar.nieuw)} is {schrijf(abs(punten))} procentpunt"
    if g.vorm == "procentpunt" and not past(g, punten):
        yield meld(zin, "PCT", f"{som}, de tekst zegt {noem(g)}", HERSTEL)
    elif g.vorm == "procent" and echt is not None and not past(g, echt):
        yield meld(
            zin, "PCT", f"{som}, dat is {procent(echt, True)}; de tekst zegt {noem(g)}",
            "Schrijf ‘procentpunt’ achter het verschil tussen twee percentages.",
        )  # fmt: skip


_MET = re.compile(
    r"\b(?:met|van|dat is|dus|ofwel|stijging|daling|toename|afname|groei|plus|min)\s*\(?[+]?$",
    re.IGNORECASE,
)


def _met_aantal(zin: Zin, paar: Paar) -> Iterator[Bevinding]:
    """ "van 100 naar 130, een stijging van 40": the difference itself."""
    for g in zin.van_vorm(paar.oud.vorm):
        if g in (paar.oud, paar.nieuw) or is_los(g) or _is_ander(zin, g):
            continue
        bij_richting = w.OP.search(zin.na(g, 16)) or w.NEER.search(zin.na(g, 16))
        if not (_MET.search(zin.voor(g)) and w.OP.search(zin.tekst + " ")) and not bij_richting:
            continue
        verschil = paar.nieuw.waarde - paar.oud.waarde
        if not past(g, verschil):
            yield meld(
                zin, "SUM",
                f"{noem(paar.oud)} naar {noem(paar.nieuw)} is een verschil van "
                f"{schrijf(abs(verschil), g.vorm)}, de tekst zegt {noem(g)}",
                HERSTEL,
            )  # fmt: skip


def _delen(zin: Zin) -> Iterator[Bevinding]:
    """ "251 van de 277 aanvragen (91%)", "van de 80 aanvragen zijn er 60 toegekend (70%)"."""
    for deel, geheel in _deelparen(zin):
        echt = aandeel(deel.waarde, geheel.waarde)
        if echt is None:
            continue
        if deel.waarde > geheel.waarde > 0:
            yield meld(
                zin, "SUM", f"{noem(deel)} is meer dan {noem(geheel)} waar het een deel van is", HERSTEL
            )  # fmt: skip
        elif (g := _procent_bij(zin, deel, geheel)) and not past(g, echt):
            yield meld(
                zin, "PCT",
                f"{noem(deel)} van {noem(geheel)} is {procent(echt)}, de tekst zegt {noem(g)}", HERSTEL,
            )  # fmt: skip


def _deelparen(zin: Zin) -> Iterator[tuple[Noemer, Noemer]]:
    for a, b in pairwise(zin.getallen):
        if a.vorm != b.vorm or a.vorm not in ("aantal", "euro") or in_breuk(zin, a):
            continue
        if _VAN_HET.match(zin.tussen(a, b)):
            yield a, b
        elif _VAN_DE.search(zin.voor(a)) and _ZIJN_ER.match(zin.tussen(a, b)):
            yield b, a


def _procent_bij(zin: Zin, a: Noemer, b: Noemer) -> Noemer | None:
    """The one percentage of the sentence, when it speaks of the share and not of a change."""
    alle = zin.van_vorm("procent")
    delen = [p for p in zin.getallen if p not in (a, b) and p.vorm == a.vorm and not is_los(p)]
    if len(alle) != 1 or delen:
        return None
    rond_om = zin.voor(alle[0], 30) + zin.na(alle[0], 30)
    return None if w.OP.search(rond_om) or w.NEER.search(rond_om) else alle[0]


def som_tekst(delen: Sequence[Decimal], vorm: str = "aantal") -> str:
    """ "1.340.000 + 440.000 − 310.000"."""
    uit = schrijf(delen[0], vorm)
    for deel in delen[1:]:
        uit += f" {'+' if deel >= 0 else '−'} {schrijf(abs(deel), vorm)}"
    return uit

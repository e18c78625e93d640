"""AVG: an average against its total and its number."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from monitor.regels.beweringen.breuken import in_breuk
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, schrijf
from monitor.regels.beweringen.onderwerp import stam
from monitor.regels.beweringen.paren import is_leeftijd, is_los
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.wijzigingen import HERSTEL
from monitor.regels.beweringen.zinnen import Noemer, Zin, past

_PER = re.compile(
    r"^\s*(?:[a-zë-]+\s+){0,3}?(?:per|elke|iedere|in de|ieder)\s+(?P<wat>[a-zë]+)", re.IGNORECASE
)
_PER_ERVOOR = re.compile(r"\bper\s+(?P<wat>[a-zë]+)\s+(?:\w+\s+){1,3}$", re.IGNORECASE)
_PER_MAAND = {"maand": Decimal(1), "kwartaal": Decimal(3), "jaar": Decimal(12), "half": Decimal(6)}
_VAK = re.compile(
    r"\b(?:in|over|van|gedurende)\s+(?:het|dit|een)\s+(?:hele\s+|gehele\s+|afgelopen\s+)*(?:(?P<half>half\s?jaar)|"
    r"(?P<kwartaal>kwartaal)|jaar)\b",
    re.IGNORECASE,
)
_MEERVOUD = {
    "maand": ("maanden",), "kwartaal": ("kwartalen",), "jaar": ("jaar", "jaren"),
    "week": ("weken",), "dag": ("dagen",),
}  # fmt: skip


def controleer(alle: Sequence[Zin], maanden: Sequence[int] = ()) -> Iterator[Bevinding]:
    """The checks on one text; `maanden`: how long the edition's own period is, where a text names none."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        for g in zin.van_vorm("aantal", "euro"):
            if is_gemiddelde(zin, g):
                gevonden = list(_tegen_totaal(zin, g, alle[max(0, i - 1) : i], maanden))
                yield from gevonden or _tegen_twee(zin, g)
            elif g.vorm == "euro" and _PER.match(zin.na(g, 50)):
                yield from _tarief(zin, g)
                yield from _tegen_delen(zin, g)


def _tarief(zin: Zin, g: Noemer) -> Iterator[Bevinding]:
    """ "24.000 ritten kostten € 288.000, € 12 per rit": a rate of a total and of what it counts."""
    per = _PER.match(zin.na(g, 50))
    wat = per["wat"].casefold() if per else ""
    totalen = [k for k in zin.van_vorm("euro") if k is not g and not _PER.match(zin.na(k, 24))]
    dingen = [n for n in zin.van_vorm("aantal") if _zelfde_ding(n.naam, wat) and n.waarde > 1]
    if len(totalen) != 1 or len(dingen) != 1:
        return
    echt = totalen[0].waarde / dingen[0].waarde
    if not _past(g, totalen[0], dingen[0].waarde) and echt / 3 < g.waarde < echt * 3:
        yield _fout(zin, g, totalen[0], dingen[0].waarde)


def _tegen_twee(zin: Zin, g: Noemer) -> Iterator[Bevinding]:
    """ "1.345 uur voor 538 huishoudens, gemiddeld 2,5 uur": a total in the same thing, and one number."""
    if not re.search(r"\bgemiddeld|, (?:elk|ieder) ", zin.tekst, re.IGNORECASE):
        return
    rest = [
        n for n in zin.van_vorm("aantal", "euro")
        if n is not g and not is_los(n) and not in_breuk(zin, n) and not is_leeftijd(zin, n, met_uren=False)
    ]  # fmt: skip
    if len(rest) != 2:
        return
    for totaal, n in (rest, rest[::-1]):
        groot = not g.naam and totaal.waarde > n.waarde and not _PER.match(zin.na(g, 50))
        zelfde = totaal.vorm == g.vorm and (
            g.vorm == "euro" or groot or (g.naam and totaal.naam == g.naam)
        )
        if not zelfde or n.vorm != "aantal" or n.naam == totaal.naam or n.waarde < 2:
            continue
        echt = totaal.waarde / n.waarde
        if not past(g, echt, ruimte=g.stap / 2) and echt / 3 < g.waarde < echt * 3:
            yield _fout(zin, g, totaal, n.waarde)


def _fout(zin: Zin, g: Noemer, totaal: Noemer, n: Decimal) -> Bevinding:
    return meld(
        zin, "AVG",
        f"{noem(totaal)} gedeeld door {schrijf(n)} is {schrijf(totaal.waarde / n, g.vorm)}, "
        f"de tekst zegt {noem(g)} ({noem(g)} × {schrijf(n)} = {schrijf(g.waarde * n, g.vorm)})",
        HERSTEL,
    )  # fmt: skip


def _tegen_totaal(
    zin: Zin, g: Noemer, eerder: Sequence[Zin], maanden: Sequence[int]
) -> Iterator[Bevinding]:
    """`total / n` against what is written; `n` from a span of time or a counted thing."""
    per = _PER.match(zin.na(g, 50)) or _PER_ERVOOR.search(zin.voor(g, 50))
    if per is None:
        return
    waar = zin
    wat = per["wat"].casefold()
    totaal = _totaal(zin, g, wat)
    if totaal is None and eerder:
        waar = eerder[-1]
        totaal = _totaal(waar, None, wat)
    if totaal is None or totaal.vorm != g.vorm:
        return
    mogelijk = list(_aantallen(zin, waar, totaal, per["wat"].casefold()))
    if not mogelijk and per["wat"].casefold() == "maand" and not waar.tijden:
        mogelijk = [Decimal(n) for n in maanden if n > 1]
    if not mogelijk or any(_past(g, totaal, n) for n in mogelijk):
        return
    n = mogelijk[0]
    if (
        "gemiddeld" not in zin.tekst.casefold()
        and not Decimal("0.5") <= g.waarde * n / totaal.waarde <= 2
    ):
        return  # no word says average: only what comes near is one
    yield _fout(zin, g, totaal, n)


def _past(g: Noemer, totaal: Noemer, n: Decimal) -> bool:
    """Rounded or cut off; a total in millions is itself rounded."""
    grof = totaal.stap / n / 2 if totaal.stap > 1 else Decimal(0)
    return past(g, totaal.waarde / n, ruimte=min(g.stap, Decimal(1)) / 2 + grof)


def _totaal(zin: Zin, g: Noemer | None, wat: str) -> Noemer | None:
    """The total nearest to an average, before it when there is one."""
    kandidaten = [
        k for k in zin.van_vorm("aantal", "euro")
        if k is not g and not is_gemiddelde(zin, k) and not k.is_woord
        and k.naam not in ("maanden", "weken", "kwartalen", "jaar", "jaren", "dagen")
        and not _zelfde_ding(k.naam, wat) and (g is None or k.vorm == g.vorm) and not _PER.match(zin.na(k, 24))
    ]  # fmt: skip
    if g is None:
        return kandidaten[0] if len(kandidaten) == 1 else None
    voor = [k for k in kandidaten if k.eind <= g.begin]
    zelfde = [k for k in voor if g.naam and k.naam == g.naam]
    if zelfde:
        return zelfde[-1]
    return voor[-1] if voor else next(iter(kandidaten), None)


def _aantallen(zin: Zin, waar: Zin, totaal: Noemer, wat: str) -> Iterator[Decimal]:
    for z in (zin, waar) if waar is not zin else (zin,):
        for n in z.getallen:
            if n.naam in _MEERVOUD.get(wat, ()) and n.waarde > 1:
                yield n.waarde
            if (
                n.vorm == "aantal"
                and _zelfde_ding(n.naam, wat)
                and n is not totaal
                and n.waarde > 1
            ):
                yield n.waarde
    maanden = _PER_MAAND.get(wat)
    if maanden is None:
        return
    tijden = sorted(
        (t for t in waar.tijden if t.maanden > 1),
        key=lambda t: min(abs(t.begin - totaal.eind), abs(totaal.begin - t.eind)),
    )
    for t in tijden[:1]:
        if t.maanden > maanden:
            yield t.maanden / maanden
    if not tijden and (m := _VAK.search(waar.tekst)):
        lengte = Decimal(6 if m["half"] else 3 if m["kwartaal"] else 12)
        if lengte > maanden:
            yield lengte / maanden


def _zelfde_ding(meervoud: str, enkelvoud: str) -> bool:
    """ "ritten" and "rit", "uitkeringen" and "uitkering", "banenmarkten" and "markt"."""
    if len(enkelvoud) < 3 or enkelvoud in _MEERVOUD:
        return False
    kern, een = stam(meervoud), stam(enkelvoud)
    if len(kern) > 3 and kern[-1] == kern[-2]:
        kern = kern[:-1]  # ritten, rit
    return len(kern) > 2 and (
        een == kern
        or (len(een) > 3 and (kern.endswith(een) or een.startswith(kern)))
        or (len(een) > 3 and kern.startswith(een) and len(kern) - len(een) < 3)
    )


def _tegen_delen(zin: Zin, g: Noemer) -> Iterator[Bevinding]:
    """An average of numbers in the same sentence lies between them."""
    rest = [
        k for k in zin.van_vorm(g.vorm)
        if k is not g and k.eind <= g.begin and not k.is_woord and k.stap == g.stap
    ]  # fmt: skip
    if len(rest) < 2 or _PER.match(zin.na(g, 50)) or g.stap >= 1 or g.waarde > 10:
        return
    laag, hoog = min(k.waarde for k in rest), max(k.waarde for k in rest)
    if not laag <= g.waarde <= hoog:
        yield meld(
            zin, "AVG",
            f"een gemiddelde ligt tussen het laagste ({schrijf(laag)}) en het hoogste "
            f"({schrijf(hoog)}) cijfer, de tekst zegt {noem(g)}",
            HERSTEL,
        )  # fmt: skip

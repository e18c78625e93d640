"""From loaded figures to findings: each place judged on its own past, in its group, and by own rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from monitor.invoer.reeksen import Reekssleutel
from monitor.invoer.toepassen import Plek
from monitor.invoer.twijfels_laden import Kennis, Stand, bovenste, delen_van
from monitor.models import Controleregel
from monitor.models.enums import Aard, Soort
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.twijfel import (
    Bevinding,
    Groep,
    Meting,
    Regel,
    beoordeel,
    beoordeel_groep,
    toets,
)

TERUG = 36  # figures of the past that a check looks at
ZONDER_VERLEDEN = frozenset({Soort.STREEFWAARDE, Soort.REFERENTIE})
NUL = Decimal(0)
_JAAR = re.compile(r"(?:^|(?<=_))\d{4}")


def oordeelplekken(kennis: Kennis, aangeraakt: Iterable[Plek]) -> set[Plek]:
    """The touched places and those that lean on them: the next in time, the group, own rules."""
    uit: set[Plek] = set()
    for reeks, periode in aangeraakt:
        uit.add((reeks, periode))
        uit |= {(broer, periode) for broer in kennis.broers(*reeks[:2])}
        uit |= set(_later(kennis, reeks, periode))
    for plek in list(uit):
        uit |= set(_van_regels(kennis, plek))
    return uit


def _later(kennis: Kennis, reeks: Reekssleutel, periode: str) -> Iterator[Plek]:
    """The next figure of the series, and that of a year later."""
    stand = kennis.cijfers.get(reeks, {}).get(periode)
    if stand is None:
        return
    rij = kennis.op_tijd(reeks, stand.meting.tijdvak.soort)
    volgende = rij[_plaats(rij, stand.meting) + 1 :][:1]
    yield from ((reeks, m.tijdvak.code) for m in volgende)
    jaar_later = _JAAR.sub(lambda j: f"{int(j[0]) + 1:04}", periode)
    if jaar_later in kennis.cijfers[reeks]:
        yield (reeks, jaar_later)


def _van_regels(kennis: Kennis, plek: Plek) -> Iterator[Plek]:
    (indicator, soort, sleutel), periode = plek
    if sleutel:
        return
    code = kennis.indicatoren[indicator].code
    for rij, regel in kennis.regels:
        raakt = any(n == code and (s or Soort.REALISATIE) == soort for n, s in regel.namen)
        if raakt and (anker := _anker(kennis, rij, regel, periode)) is not None:
            yield anker


def _anker(kennis: Kennis, rij: Controleregel, regel: Regel, periode: str) -> Plek | None:
    """Beside which figure a finding of an own rule stands: that of the rule, else the right side's."""
    namen = [*sorted(regel.rechts.namen, key=str), *sorted(regel.links.namen, key=str)]
    for code, soort in sorted(namen, key=lambda n: kennis.pk_van(n[0]) != rij.indicator_id):
        pk = kennis.pk_van(code)
        reeks = (pk or 0, str(soort or Soort.REALISATIE.value), "")
        if periode in kennis.cijfers.get(reeks, {}):
            return (reeks, periode)
    return None


def oordeel(kennis: Kennis, plekken: Iterable[Plek]) -> dict[Plek, list[Bevinding]]:
    """All findings of these places. A place without a figure has none."""
    uit: dict[Plek, list[Bevinding]] = defaultdict(list)
    gekozen = set(plekken)
    for plek in gekozen:
        reeks, periode = plek
        stand = kennis.cijfers.get(reeks, {}).get(periode)
        if stand is not None and reeks[0] in kennis.indicatoren:
            uit[plek] += _los(kennis, reeks, stand)
            uit[plek] += _eigen(kennis, plek)
    for (indicator, soort), periode in {((r[0], r[1]), p) for r, p in gekozen}:
        for anker, bevinding in _groepen(kennis, (indicator, soort, ""), periode):
            if anker in gekozen:
                uit[anker].append(bevinding)
    return uit


def _los(kennis: Kennis, reeks: Reekssleutel, stand: Stand) -> list[Bevinding]:
    nu = stand.meting
    eerder = []
    if reeks[1] not in ZONDER_VERLEDEN:
        rij = kennis.op_tijd(reeks, nu.tijdvak.soort)
        eerder = rij[max(0, (plek := _plaats(rij, nu)) - TERUG) : plek]
    return beoordeel(kennis.onderwerp(reeks), nu, eerder, kennis.instelling(reeks[0]))


def _plaats(rij: list[Meting], nu: Meting) -> int:
    return bisect_left(rij, tijdvolgorde(nu.tijdvak), key=lambda m: tijdvolgorde(m.tijdvak))


def _eigen(kennis: Kennis, plek: Plek) -> Iterator[Bevinding]:
    periode = plek[1]
    for rij, regel in kennis.regels:
        if _anker(kennis, rij, regel, periode) != plek:
            continue
        waarden = {
            (code, soort): kennis.waarde(code, str(soort or Soort.REALISATIE.value), periode)
            for code, soort in regel.namen
        }
        if (bevinding := toets(regel, waarden)) is not None:
            yield bevinding


def _groepen(
    kennis: Kennis, totaal: Reekssleutel, periode: str
) -> Iterator[tuple[Plek, Bevinding]]:
    """Findings about the parts of each breakdown, beside the total, else beside the first part."""
    if totaal[0] not in kennis.indicatoren:
        return
    heel = kennis.cijfers.get(totaal, {}).get(periode)
    for dimensie, delen in delen_van(kennis, totaal).items():
        boven = bovenste(kennis, dimensie, (c for c, _ in delen))
        gebruikt = [(c, r) for c, r in delen if c in boven]
        er = {c: s for c, r in gebruikt if (s := kennis.cijfers[r].get(periode)) is not None}
        if not er:
            continue
        groep = _groep(kennis, dimensie, heel, er, is_heel=len(er) == len(gebruikt))
        anker = totaal if heel is not None else next(r for c, r in gebruikt if c in er)
        inst = kennis.instelling(totaal[0])
        for bevinding in beoordeel_groep(kennis.onderwerp(totaal), groep, inst):
            yield (anker, periode), bevinding


def _groep(
    kennis: Kennis, dimensie: str, heel: Stand | None, er: dict[str, Stand], *, is_heel: bool
) -> Groep:
    bekend, onder, boven = {}, NUL, NUL
    for code, stand in er.items():
        if stand.meting.waarde is not None:
            bekend[kennis.namen.get((dimensie, code), code)] = stand.meting.waarde
        elif stand.meting.aard in (Aard.KLEINER_DAN, Aard.BEREIK):
            onder += stand.onder or NUL
            boven += stand.boven or NUL
        elif stand.meting.aard != Aard.NIET_VAN_TOEPASSING:
            is_heel = False
    return Groep(heel.meting.waarde if heel else None, bekend, is_heel, (onder, boven))

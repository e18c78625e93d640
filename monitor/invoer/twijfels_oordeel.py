"""From loaded figures to findings: each place judged on its own past, in its group, and by own rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from monitor.invoer.reeksen import Reekssleutel
from monitor.invoer.toepassen import Plek
from monitor.invoer.twijfels_laden import Kennis, Stand, bovenste
from monitor.models import Controleregel
from monitor.models.enums import Aard, Eenheid, Soort
from monitor.regels.formules import Naam
from monitor.regels.perioden import lees_periode
from monitor.regels.twijfel import (
    JAAR_EERDER,
    VORIGE,
    Bevinding,
    Groep,
    Regel,
    beoordeel,
    beoordeel_groep,
    lees_plaats,
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
    volgende = kennis.na(reeks, stand.meting.tijdvak)[:1]
    yield from ((reeks, m.tijdvak.code) for m in volgende)
    if (jaar_later := _jaar_later(periode)) in kennis.cijfers[reeks]:
        yield (reeks, jaar_later)


def _jaar_later(periode: str) -> str:
    return _JAAR.sub(lambda j: f"{int(j[0]) + 1:04}", periode)


def _van_regels(kennis: Kennis, plek: Plek) -> Iterator[Plek]:
    reeks, periode = plek
    for rij, regel in kennis.regels:
        for naam in regel.namen:
            if kennis.reeks_van(naam) != reeks:
                continue
            for code in _steunend(kennis, regel, naam, periode):
                if (anker := _anker(kennis, rij, regel, code)) is not None:
                    yield anker


def _steunend(kennis: Kennis, regel: Regel, naam: Naam, periode: str) -> set[str]:
    """The periods whose outcome rests on the figure that a name has in this one."""
    terug = lees_plaats(naam).terug
    if terug == JAAR_EERDER:
        return {_jaar_later(periode)}
    if terug != VORIGE:
        return {periode}
    nu = lees_periode(periode)
    eigen = [n for n in regel.namen if not lees_plaats(n).terug]
    later = (kennis.na(kennis.reeks_van(n), nu)[:1] for n in eigen)
    return {m.tijdvak.code for eerste in later for m in eerste}


def _anker(kennis: Kennis, rij: Controleregel, regel: Regel, periode: str) -> Plek | None:
    """Beside which figure a finding of an own rule stands: that of the rule, else the right side's."""
    namen = [*sorted(regel.rechts.namen, key=str), *sorted(regel.links.namen, key=str)]
    for naam in sorted(namen, key=lambda n: kennis.pk_van(n[0]) != rij.indicator_id):
        reeks = kennis.reeks_van(naam)
        if not lees_plaats(naam).terug and periode in kennis.cijfers.get(reeks, {}):
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
        for heel in kennis.verdelingen(indicator, soort):
            for anker, bevinding in _groepen(kennis, (indicator, soort, heel), periode):
                if anker in gekozen:
                    uit[anker].append(bevinding)
    return uit


def _los(kennis: Kennis, reeks: Reekssleutel, stand: Stand) -> list[Bevinding]:
    nu = stand.meting
    eerder = []
    if reeks[1] not in ZONDER_VERLEDEN:
        eerder = kennis.voor(reeks, nu.tijdvak)[-TERUG:]
    return beoordeel(kennis.onderwerp(reeks), nu, eerder, kennis.instelling(reeks[0]))


def _eigen(kennis: Kennis, plek: Plek) -> Iterator[Bevinding]:
    periode = plek[1]
    for rij, regel in kennis.regels:
        if _anker(kennis, rij, regel, periode) != plek:
            continue
        waarden = {naam: kennis.waarde(naam, periode) for naam in regel.namen}
        if (bevinding := toets(regel, waarden)) is not None:
            yield bevinding


def _groepen(
    kennis: Kennis, totaal: Reekssleutel, periode: str
) -> Iterator[tuple[Plek, Bevinding]]:
    """Findings about the parts of each breakdown, beside the total, else beside the first part.

    A margin of a crossed breakdown is a whole too, when it is known itself; shares of it need not be
    a hundred together, for they may be shares of everything.
    """
    if totaal[0] not in kennis.indicatoren:
        return
    heel = kennis.cijfers.get(totaal, {}).get(periode)
    onderwerp = kennis.onderwerp(totaal)
    if totaal[2] and (heel is None or onderwerp.eenheid == Eenheid.PERCENTAGE):
        return
    for dimensie, delen in kennis.verdelingen(*totaal[:2])[totaal[2]].items():
        boven = bovenste(kennis, dimensie, (c for c, _ in delen))
        gebruikt = [(c, r) for c, r in delen if c in boven]
        er = {c: s for c, r in gebruikt if (s := kennis.cijfers[r].get(periode)) is not None}
        if not er:
            continue
        groep = _groep(kennis, dimensie, heel, er, is_heel=len(er) == len(gebruikt))
        anker = totaal if heel is not None else next(r for c, r in gebruikt if c in er)
        inst = kennis.instelling(totaal[0])
        for bevinding in beoordeel_groep(onderwerp, groep, inst):
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

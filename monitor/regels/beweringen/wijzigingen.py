"""PCT, SUM and RICHTING: a change that a text states, against what it was and what it became.

The two numbers stand in the sentence, in the one before it, or are figures of the edition. A change
that follows from any of these is right; one that follows from none is told with the nearest pair.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import WISSEL, meld, noem, procent, schrijf
from monitor.regels.beweringen.mutaties import Wijziging
from monitor.regels.beweringen.paren import Paar, is_los, over_zinnen, tellende
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.reeksen import Reeks, Reeksen, vergeleken_punt
from monitor.regels.beweringen.zinnen import Noemer, Zin, past
from monitor.regels.verschillen import groei

HERSTEL = "Verbeter het getal dat niet klopt, of zet er een verwijzing naar het cijfer neer."
_TERUG = re.compile(
    r"\b(?:dit|dat|deze|die|dus|hiermee|daarmee|ofwel|oftewel|procentue\w+|in procenten|"
    r"(?:een|de) (?:[a-zë]+ )?(?:stijging|daling|toename|afname|groei|krimp|verslechtering|verbetering)|bijna|ruim|erbij|eraf|verschil)\b",
    re.IGNORECASE,
)
_NIEUW_ONDERWERP = re.compile(
    r"^(?:het|de)\s+(?:aantal|tarie\w+|prij\w+|kosten|lasten|uitgaven|lonen|tarief|budget|cao|bijstandsnorm\w*|wachtt\w+)\b",
    re.IGNORECASE,
)
_REF = re.compile(
    r"\b(?:dan|tegen(?:over)?|ten opzichte van|t\.o\.v\.|vergeleken met|toen|was|waren|vorig[e]?|eerder|daarvoor)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_PER = re.compile(r"^\s*(?:per|elk|ieder)\s", re.IGNORECASE)
_DEEL = re.compile(r"^\s*(?:van|op) (?:de|het|alle|al|onze|deze|dit)\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:doel\w*|norm|streef\w*|verwacht\w*|raming|geraamd|index\w*|ge[iï]ndexeerd|tarie\w*|cao\w*|begroot|begroting|budget)\b",
    re.IGNORECASE,
)


def controleer(reeksen: Reeksen, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        gevonden = wijzigingen(zin)
        for nummer, wijziging in enumerate(gevonden):
            eigen = zin.paren
            if len(eigen) == len(gevonden) > 1:
                eigen = [eigen[nummer]]
            sterk, zwak = _kandidaten(zin, wijziging, eigen, alle[max(0, i - 2) : i], reeksen)
            yield from _toets(zin, wijziging, sterk, zwak)


def wijzigingen(zin: Zin) -> list[Wijziging]:
    """The numbers of a sentence that say how much something changed."""
    stappen = {m.teken for m in zin.mutaties.values() if m.getal.vorm == "aantal"}
    stromen = {1, -1} <= stappen  # so many in and so many out: see `stromen`
    in_paar = {id(g) for p in zin.paren for g in (p.oud, p.nieuw)}
    return [
        wijziging for g in zin.getallen
        if id(g) not in in_paar and not _is_stand(zin, g) and not (stromen and g.vorm == "aantal") and not is_gemiddelde(zin, g) and not _PER.match(zin.na(g, 8))
        and not (g.vorm in ("procent", "procentpunt") and _DEEL.match(zin.na(g, 14)))
        and (wijziging := zin.mutaties.get(g.begin))
    ]  # fmt: skip


def _is_stand(zin: Zin, g: Noemer) -> bool:
    """ "met 24 dagen korter dan in mei (29 dagen)": not the difference, but what it is now."""
    na = [x for x in tellende(zin, g.vorm) if x.begin > g.eind]
    if g.vorm != "aantal" or not na or not re.search(r"\bmet\s+$", zin.voor(g)):
        return False
    tussen = zin.tussen(g, na[0])
    return " dan " in tussen and na[0].waarde / 2 < g.waarde < na[0].waarde * 2


def _kandidaten(
    zin: Zin, wijziging: Wijziging, eigen: Sequence[Paar], eerder: Sequence[Zin], reeksen: Reeksen
) -> tuple[list[Paar], list[Paar]]:
    """The pairs that the change must, and may, be about."""
    g = wijziging.getal
    if eigen:
        return list(eigen), _alle_paren(zin, g)
    if g.vorm == "procentpunt":
        return _percentages(zin, g, eerder), []
    wijzigers = {id(x.getal) for x in wijzigingen(zin)}
    vormen = (g.vorm,) if g.vorm in ("aantal", "euro") else ("aantal", "euro")
    hier = [x for x in tellende(zin, *vormen) if id(x) not in wijzigers]
    terug = bool(_TERUG.search(zin.tekst)) and not _NIEUW_ONDERWERP.match(zin.tekst)
    sterk: list[Paar] = []
    zwak = _alle_paren(zin, g)
    if terug and eerder:
        sterk = _over_de_punt(zin, hier, eerder, vormen)
        zwak += [
            Paar(a, b)
            for z in eerder
            for a in tellende(z, *vormen)
            for b in [*hier, *tellende(z, *vormen)]
            if a is not b
        ]
    bron = hier or (tellende(eerder[-1], *vormen) if terug and eerder else [])
    if not sterk:
        sterk = _uit_verschil(zin, g, hier)
    cijfers_sterk, cijfers = _uit_cijfers(zin, bron, reeksen)
    return sterk or cijfers_sterk, zwak + cijfers + cijfers_sterk


def _percentages(zin: Zin, g: Noemer, eerder: Sequence[Zin]) -> list[Paar]:
    """The two percentages that differ so many points."""
    for alle in ([zin], [*eerder[-1:], zin]):
        delen = [
            x
            for z in alle
            for x in z.van_vorm("procent")
            if x is not g and x.begin not in z.mutaties
        ]
        if len(delen) == 2:
            return [Paar(delen[1], delen[0], zeker=False)]
    return []


def _uit_verschil(zin: Zin, g: Noemer, hier: Sequence[Noemer]) -> list[Paar]:
    """ "1.240 cliënten, 40 meer, een groei van 3,3%": what it was follows from the difference."""
    stappen = [m for m in zin.mutaties.values() if m.getal.vorm in ("aantal", "euro") and m.teken]
    if (
        g.vorm != "procent"
        or len(hier) != 1
        or len(stappen) != 1
        or stappen[0].getal.vorm != hier[0].vorm
    ):
        return []
    oud = hier[0].waarde - stappen[0].teken * abs(stappen[0].getal.waarde)
    return [Paar(_als(hier[0], oud), hier[0])] if oud > 0 else []


def _over_de_punt(
    zin: Zin, hier: Sequence[Noemer], eerder: Sequence[Zin], vormen: tuple[str, ...]
) -> list[Paar]:
    """What was, or what is, stands in the sentence before."""
    if not hier:
        return eerder[-1].paren[-1:] or over_zinnen(eerder)
    vorig = tellende(eerder[-1], *vormen)
    if len(hier) != 1 or len(vorig) != 1 or hier[0].vorm != vorig[0].vorm:
        return over_zinnen([*eerder[-1:], zin])
    if _REF.search(zin.tekst[: hier[0].begin]):
        return [Paar(hier[0], vorig[0])]
    return over_zinnen([*eerder[-1:], zin])


def _alle_paren(zin: Zin, g: Noemer) -> list[Paar]:
    tel = [x for x in tellende(zin) if x is not g]
    return [Paar(a, b) for a in tel for b in tel if a is not b and a.vorm == b.vorm]


def _uit_cijfers(
    zin: Zin, bron: Sequence[Noemer], reeksen: Reeksen
) -> tuple[list[Paar], list[Paar]]:
    """The series of which a number in the text is one figure: against its others."""
    sterk, zwak = [], []
    for x in bron:
        for reeks in reeksen.met(x.waarde, zin.bij.hoofdstuk):
            alle = [
                Paar(_als(x, p.waarde), _als(x, reeks.laatste.waarde)) for p in reeks.punten[:-1]
            ]
            zwak += alle + [
                Paar(_als(x, a.waarde), _als(x, b.waarde)) for a, b in pairwise(reeks.punten)
            ]
            punt = _genoemd_punt(zin, reeks)
            if punt is not None and x.waarde == reeks.laatste.waarde:
                sterk.append(Paar(_als(x, punt), x))
            elif x.waarde != reeks.laatste.waarde and _REF.search(zin.tekst[: x.begin]):
                sterk.append(Paar(x, _als(x, reeks.laatste.waarde)))
    return sterk, zwak


def _genoemd_punt(zin: Zin, reeks: Reeks) -> Decimal | None:
    """The figure that the sentence compares with; where it does not say, the only other one."""
    punt, genoemd = vergeleken_punt(zin, reeks)
    if punt is not None:
        return punt.waarde
    return reeks.punten[0].waarde if not genoemd and len(reeks.punten) == 2 else None


def _als(x: Noemer, waarde: Decimal) -> Noemer:
    """A figure of the edition in the place of a number of the text."""
    tekst = schrijf(waarde, x.vorm)
    return Noemer(**(x.__dict__ | {"waarde": waarde, "tekst": tekst, "zweem": ""}))


def _toets(
    zin: Zin, wijziging: Wijziging, sterk: Sequence[Paar], zwak: Sequence[Paar]
) -> Iterator[Bevinding]:
    raak = [p for p in sterk if _past(wijziging.getal, p)]
    if any(_klopt_teken(wijziging, p) for p in raak):
        return
    if raak:
        yield from _richting(zin, wijziging, raak[0])
    elif (
        sterk
        and not any(_past(wijziging.getal, p) and _klopt_teken(wijziging, p) for p in zwak)
        and not is_los(wijziging.getal)
    ):
        yield from _fout(zin, wijziging.getal, sterk[-1])


def _klopt_teken(wijziging: Wijziging, p: Paar) -> bool:
    verschil = p.nieuw.waarde - p.oud.waarde
    return not p.zeker or wijziging.teken == 0 or verschil * wijziging.teken >= 0


def _past(g: Noemer, p: Paar) -> bool:
    verschil = p.nieuw.waarde - p.oud.waarde
    if g.vorm == "procentpunt":
        return p.oud.vorm == "procent" and past(g, verschil)
    if g.vorm != "procent":
        return p.oud.vorm == g.vorm and past(
            g, verschil, ruimte=(p.oud.stap + p.nieuw.stap) / 2 if p.oud.stap != 1 else Decimal(0)
        )
    echt = groei(p.nieuw.waarde, p.oud.waarde)
    anders = groei(p.oud.waarde, p.nieuw.waarde) if not p.zeker else None
    return any(e is not None and past(g, e) for e in (echt, anders))


def _richting(zin: Zin, wijziging: Wijziging, p: Paar) -> Iterator[Bevinding]:
    wat = "meer" if p.nieuw.waarde > p.oud.waarde else "minder"
    yield meld(
        zin, "RICHTING",
        f"{noem(p.oud)} naar {noem(p.nieuw)} is {wat}, de tekst zegt ‘{wijziging.woord}’",
        WISSEL,
    )  # fmt: skip


def _fout(zin: Zin, g: Noemer, p: Paar) -> Iterator[Bevinding]:
    oud, nieuw = p.oud, p.nieuw
    verschil, echt = nieuw.waarde - oud.waarde, groei(nieuw.waarde, oud.waarde)
    van_naar = f"{noem(oud)} naar {noem(nieuw)} is"
    if oud.vorm == "procent" and g.vorm in ("procent", "procentpunt"):
        som = f"{van_naar} {schrijf(abs(verschil))} procentpunt"
        if g.vorm == "procent" and echt is not None:
            som += f", dat is {procent(echt, True)}"
        yield meld(zin, "PCT", f"{som}; de tekst zegt {noem(g)}", HERSTEL)
    elif g.vorm == "procentpunt":
        if echt is not None:
            yield meld(zin, "PCT", f"{van_naar} {procent(echt, True)}, geen procentpunten",
                       "Schrijf ‘procent’ in plaats van ‘procentpunt’, of verbeter het getal.")  # fmt: skip
    elif g.vorm == "procent":
        if echt is not None:
            yield meld(
                zin, "PCT", f"{van_naar} {procent(echt, True)}, de tekst zegt {noem(g)}", HERSTEL
            )
    elif g.vorm == oud.vorm and (oud in zin.getallen or not _PLAN.search(zin.tekst)):
        yield meld(
            zin, "SUM",
            f"{van_naar} een verschil van {schrijf(abs(verschil), g.vorm)}, de tekst zegt {noem(g)}", HERSTEL,
        )  # fmt: skip

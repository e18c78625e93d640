"""SUM of what became of a number of requests, and of a total with its parts in brackets."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from monitor.regels.beweringen.gegevens import LET_OP, Bevinding
from monitor.regels.beweringen.melden import meld, noem, schrijf, som_tekst
from monitor.regels.beweringen.optellen import HERSTEL, naast_elkaar
from monitor.regels.beweringen.paren import tellende
from monitor.regels.beweringen.zinnen import Noemer, Zin

_OPERATOR = re.compile(r"\s*(?:(?P<plus>\+|plus)|-|–|min)\s*", re.IGNORECASE)
_IS = re.compile(
    r"\s*,?\s*(?:=|is|zijn|maakt|dus|dat is|dat maakt|komt uit op|geeft)\s*(?:per saldo\s*)?",
    re.IGNORECASE,
)
_SAMEN = re.compile(
    r"^(?:(?:dat|dit) (?:zijn|is)(?: er)? )?(?:samen|bij elkaar|alles bij elkaar|in totaal|totaal|opgeteld|tezamen)\b",
    re.IGNORECASE,
)
_OVERIGE = re.compile(
    r"\b(?:de|het|hun) (?:overige|andere|resterende)\s+$|\bde rest[,:]? \(?$", re.IGNORECASE
)
_VAN_DE = re.compile(r"\bvan (?:de|het|alle|deze|onze|die)\s+$", re.IGNORECASE)
_HAAKJES = re.compile(r"\(([^()]*)\)")
_GEEN_DELEN = re.compile(
    r"%|\b(?:was|waren|tegen|vorig\w*|toen|naar|tot|t/m|doel|norm|gemiddeld|per|dan|waaronder|bijvoorbeeld|vooral|met name|regio)\b",
    re.IGNORECASE,
)
_TUSSEN = re.compile(r",|\ben\b|\+|/|;", re.IGNORECASE)


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if not zin.is_geciteerd:
            yield from _tussen_haakjes(zin)
            yield from _rekensom(zin)
            yield from _rest(zin, alle[max(0, i - 1) : i])
            yield from _bij_elkaar(zin, alle[max(0, i - 1) : i])
    yield from _afgehandeld(alle)


def _rekensom(zin: Zin) -> Iterator[Bevinding]:
    """A sum that is written out: "334 min 14 plus 8 is 328"."""
    getallen = [g for g in zin.getallen if g.vorm in ("aantal", "euro")]
    for i, eerste in enumerate(getallen):
        som, j = eerste.waarde, i + 1
        while j < len(getallen) and (
            m := _OPERATOR.fullmatch(zin.tussen(getallen[j - 1], getallen[j]))
        ):
            som += getallen[j].waarde * (1 if m["plus"] else -1)
            j += 1
        if j - i < 2:
            continue
        if j < len(getallen) and _IS.fullmatch(zin.tussen(getallen[j - 1], getallen[j])):
            yield from _uitkomst(zin, getallen[i:j], som, getallen[j])
        return


def _uitkomst(zin: Zin, leden: Sequence[Noemer], som: Decimal, doel: Noemer) -> Iterator[Bevinding]:
    alle = [*leden, doel]
    ruimte = (
        sum((g.stap / 2 for g in alle if g.stap != 1), Decimal(0)) if doel.stap > 1 else Decimal(0)
    )
    if any(g.vorm != doel.vorm for g in leden) or abs(abs(som) - abs(doel.waarde)) <= ruimte:
        return
    tekst = zin.tekst[leden[0].begin : leden[-1].eind]
    yield meld(
        zin, "SUM", f"{tekst} = {schrijf(som, doel.vorm)}, de tekst zegt {noem(doel)}", HERSTEL
    )


def _rest(zin: Zin, eerder: Sequence[Zin]) -> Iterator[Bevinding]:
    """ "Van de 90 vonden er 36 werk; de overige 54 …": what is left of the whole."""
    for n in zin.van_vorm("aantal"):
        if not _OVERIGE.search(zin.voor(n)):
            continue
        voor = [g for g in tellende(zin, "aantal") if g.eind <= n.begin]
        bron = zin if voor else eerder[-1] if eerder else zin
        tel = voor or (tellende(bron, "aantal") if bron is not zin else [])
        if len(tel) < 2 or not _VAN_DE.search(bron.voor(tel[0], 24)):
            continue
        geheel, delen = tel[0], tel[1:]
        rest = geheel.waarde - sum((g.waarde for g in delen), Decimal(0))
        if rest != n.waarde and rest > 0 and not any(g.zweem for g in (geheel, *delen, n)):
            som = f"{schrijf(geheel.waarde)} − {' − '.join(schrijf(g.waarde) for g in delen)} = {schrijf(rest)}"
            yield meld(zin, "SUM", f"{som}, de tekst zegt {noem(n)}", HERSTEL)


def _bij_elkaar(zin: Zin, eerder: Sequence[Zin]) -> Iterator[Bevinding]:
    """ "560 met begeleiding en 360 met vervoer. Bij elkaar 920 mensen.": the total in the next sentence."""
    totalen = tellende(zin)
    if not eerder or len(totalen) != 1 or not _SAMEN.match(zin.tekst):
        return
    delen = [g for g in tellende(eerder[-1]) if g.vorm == totalen[0].vorm]
    if len(delen) < 2 or not naast_elkaar(eerder[-1], delen) or any(g.zweem for g in delen):
        return
    som = sum((g.waarde for g in delen), Decimal(0))
    if som != totalen[0].waarde and totalen[0].vorm == "aantal" and not totalen[0].zweem:
        delen_tekst = som_tekst([g.waarde for g in delen])
        yield meld(
            zin, "SUM", f"{delen_tekst} = {schrijf(som)}, de tekst zegt {noem(totalen[0])}", HERSTEL
        )


def _tussen_haakjes(zin: Zin) -> Iterator[Bevinding]:
    """ "175 mensen (85 in het eerste en 90 in het tweede kwartaal)": all parts of what stands before."""
    for m in _HAAKJES.finditer(zin.tekst):
        delen = [g for g in zin.getallen if m.start() < g.begin and g.eind < m.end()]
        voor = [g for g in zin.getallen if g.eind <= m.start() and m.start() - g.eind < 45]
        if (
            len(delen) < 2
            or not voor
            or _GEEN_DELEN.search(m[1])
            or delen[0].vorm not in ("aantal", "euro")
        ):
            continue
        totaal, waarden = voor[-1], [d.waarde for d in delen]
        tussen = [zin.tussen(a, b) for a, b in pairwise(delen)]
        if any(g.vorm != totaal.vorm for g in delen) or not all(_TUSSEN.search(t) for t in tussen):
            continue
        som = sum(waarden, Decimal(0))
        ruimte = sum((g.stap / 2 for g in [*delen, totaal] if g.stap != 1), Decimal(0))
        if (
            abs(som - totaal.waarde) > ruimte
            and totaal.waarde * 2 > som * 3 / 2 > totaal.waarde
            and not totaal.zweem
        ):
            yield meld(
                zin, "SUM",
                f"{som_tekst(waarden, totaal.vorm)} = {schrijf(som, totaal.vorm)}, de tekst zegt {noem(totaal)}", HERSTEL,
            )  # fmt: skip


_BEHANDELD = re.compile(r"\b(?:afgehandeld|afgerond|behandeld|beoordeeld)\b", re.IGNORECASE)
_UITSLAG = re.compile(
    r"\b(?:toegekend|toegewezen|toewijzing(?:en)?|gehonoreerd|toekenning(?:en)?|goedgekeurd|afgewezen|afwijzing(?:en)?|geweigerd|ingetrokken|"
    r"niet in behandeling|buiten behandeling|stopgezet|ingewilligd)\b",
    re.IGNORECASE,
)


def _afgehandeld(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """Handled requests whose outcomes do not make the whole."""
    for i, zin in enumerate(alle):
        behandeld = _bij_woord(zin, _BEHANDELD)
        if behandeld is None or zin.is_geciteerd:
            continue
        uitslagen = [g for z in alle[i : i + 2] for g in _uitslagen(z) if g != behandeld]
        if i + 1 < len(alle) and _bij_woord(alle[i + 1], _BEHANDELD):
            uitslagen = [g for g in _uitslagen(zin) if g != behandeld]
        rest = behandeld.waarde - sum((g.waarde for g in uitslagen), Decimal(0))
        if uitslagen and rest != 0:
            delen = " − ".join(schrijf(g.waarde) for g in uitslagen)
            som = f"{schrijf(behandeld.waarde)} afgehandeld − {delen} = {schrijf(rest)}"
            hoe = "; de tekst zegt niet wat er met de rest is gebeurd" if rest > 0 else ""
            yield meld(zin, "SUM", som + hoe, HERSTEL, LET_OP)


def _bij_woord(zin: Zin, patroon: re.Pattern[str]) -> Noemer | None:
    """The number nearest before the word; the only one when it stands behind."""
    m = patroon.search(zin.tekst)
    if m is None:
        return None
    voor = [g for g in zin.van_vorm("aantal") if g.eind <= m.start() and m.start() - g.eind < 60]
    return voor[-1] if voor else None


def _uitslagen(zin: Zin) -> list[Noemer]:
    gevonden: list[Noemer] = []
    vanaf = 0
    for m in _UITSLAG.finditer(zin.tekst):
        eigen = [g for g in zin.van_vorm("aantal") if vanaf <= g.begin and g.eind <= m.start()]
        if not eigen:
            na = [g for g in zin.van_vorm("aantal") if 0 <= g.begin - m.end() < 12]
            eigen = na[:1]
        if eigen and eigen[-1] not in gevonden:
            gevonden.append(eigen[-1])
        vanaf = m.end()
    return gevonden

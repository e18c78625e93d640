"""SUM: parts against their total, within one sentence or one passage."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.breuken import in_breuk
from monitor.regels.beweringen.gegevens import LET_OP, Bevinding
from monitor.regels.beweringen.melden import meld, noem, schrijf, som_tekst
from monitor.regels.beweringen.onderwerp import stam
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.zinnen import Noemer, Zin

_OPENT = re.compile(
    r"\b(?:waarvan|bestaat uit|bestaande uit|bestaan uit|namelijk|te weten|verdeeld (?:in|over)|verdelen (?:in|over)|gaan naar|gingen naar|valt uiteen in|vallen uiteen in|"
    r"onderverdeeld|opgebouwd uit|uitgesplitst|dit zijn|dat zijn|dit is|komt door)|:",
    re.IGNORECASE,
)
_OPEN_EIND = re.compile(
    r"\b(?:waaronder|onder andere|o\.a\.|onder meer|zoals|vooral|met name|bijvoorbeeld)",
    re.IGNORECASE,
)
_SLUIT = re.compile(
    r"\b(?:samen|in totaal|totaal(?: van)?|bij elkaar|opgeteld|tezamen|gezamenlijk)\b",
    re.IGNORECASE,
)
_VERVOLG = re.compile(
    r"^(?:(?:dit|dat|deze|die|het)\s+(?:\w+\s+){0,2}(?:bestaat uit|bestaan uit|is opgebouwd uit|"
    r"komt door|betreft)\b|(?:dit|dat)\s+(?:zijn|is)\b|(?:daarvan|hiervan|waarvan)\b)",
    re.IGNORECASE,
)
_VAN_DE = re.compile(
    r"\b(?:van|onder|over) (?:de|het|alle|deze|onze|die|in totaal)\s+(?:in totaal\s+|totaal\s+|(?:[a-zë-]+\s+){1,5}van\s+)?$",
    re.IGNORECASE,
)
_KOMMA_EN = re.compile(r"[,;]|\b(?:en|of)\b", re.IGNORECASE)
_WERKWOORD = re.compile(
    r"\s*(?:[a-zë]+\s+)?(?:is|zijn|was|waren|heeft|hebben|had|hadden|krijgt|krijgen|kreeg|kregen|woont|wonen|maakt|maken|ontvangt|"
    r"ontvangen|gebruikt|gebruiken|gaat|gaan|ging|gingen)\b",
    re.IGNORECASE,
)
HERSTEL = "Verbeter het deel of het totaal dat niet klopt, of noem wat er ontbreekt."


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        if (gevonden := _in_zin(zin) or _over_zinnen(zin, alle[i - 1] if i else None)) is not None:
            yield gevonden
        yield from _honderd(zin)
    yield from _zonder_aandeel(alle)


def _in_zin(zin: Zin) -> Bevinding | None:
    for vorm in ("euro", "aantal", "procent"):
        getallen = _tellende(zin, vorm)
        if len(getallen) < 3:
            continue
        if (gevonden := _delen_en_totaal(zin, getallen)) is not None:
            return gevonden
    return None


def _tellende(zin: Zin, vorm: str) -> list[Noemer]:
    """Numbers that can be added: no averages, no pairs in time, no way of speaking."""
    uit = {g for p in zin.paren for g in (p.oud, p.nieuw)}
    return [
        g for g in zin.van_vorm(vorm)
        if g not in uit and not is_gemiddelde(zin, g) and not in_breuk(zin, g)
        and not (g.is_woord and g.waarde < 2)
        and g.naam not in ("jaar", "jaren", "maanden", "weken", "dagen", "uur")
        and not (g.naam == "keer" and g.waarde < 10)
        and not re.match(r"\s*(?:per|meer|minder|hoger|lager)\b", zin.na(g, 8))
        and not (vorm == "aantal" and g.begin in zin.mutaties)
    ]  # fmt: skip


def _delen_en_totaal(zin: Zin, getallen: Sequence[Noemer]) -> Bevinding | None:
    eerste, rest = getallen[0], getallen[1:]
    tussen = zin.tussen(eerste, rest[0])
    is_kop = tussen.startswith(":") and eerste.waarde < max(g.waarde for g in rest)  # "TOZO 3: …"
    if _OPENT.search(tussen) and not is_kop and not _OPEN_EIND.search(zin.tekst[eerste.eind :]):
        return _toets(zin, eerste, rest)
    laatste, delen = getallen[-1], getallen[:-1]
    rond_om = zin.tussen(delen[-1], laatste) + "|" + zin.na(laatste, 24)
    if _SLUIT.search(rond_om) and not _OPEN_EIND.search(zin.tekst):
        return _toets(zin, laatste, delen)
    if _SLUIT.search(zin.voor(eerste, 24)) and re.search(r"[(:]", tussen):
        return _toets(zin, eerste, rest)
    met_min = re.search(r"\bmin\b|[-−]\s", zin.tekst)  # that is a sum of its own
    if (
        not met_min
        and re.match(r"^[^,;]*\bplus\b", zin.tussen(delen[0], delen[-1]))
        and re.search(r"\b(?:is|=|maakt)\b", rond_om)
    ):
        return _toets(zin, laatste, delen)
    van_de = _VAN_DE.search(zin.voor(eerste, 60)) or _tussen_haakjes(zin, eerste, rest)
    if van_de and naast_elkaar(zin, rest):
        return _van_geheel(zin, eerste, rest)
    return None


def naast_elkaar(zin: Zin, delen: Sequence[Noemer]) -> bool:
    """ "974 door de huisarts, 797 door het wijkteam en 266 …": one list, of one thing."""
    tussen = [zin.tussen(a, b) for a, b in pairwise(delen)]
    return (
        len(delen) > 1
        and all(len(t) < 70 and _KOMMA_EN.search(t) for t in tussen)
        and not any(_WERKWOORD.match(zin.na(g, 30)) for g in delen[1:])
    )


def _tussen_haakjes(zin: Zin, geheel: Noemer, delen: Sequence[Noemer]) -> bool:
    """ "De 702 jeugdigen wonen in Grensdorp (340), Veldhuizen (221) en Oosterwold (141)"."""
    los = [zin.voor(g, 1) == "(" and zin.na(g, 1) == ")" for g in (geheel, *delen)]
    groot = geheel.waarde >= max(g.waarde for g in delen)
    return len(delen) > 2 and groot and not los[0] and all(los[1:])


def _van_geheel(zin: Zin, geheel: Noemer, delen: Sequence[Noemer]) -> Bevinding | None:
    """Parts of a whole: never more than it; a little less is told when the list looks complete."""
    if _OPEN_EIND.search(zin.tekst):
        return None
    som = sum((d.waarde for d in delen), Decimal(0))
    rest = geheel.waarde - som
    compleet = len(delen) > 2 or re.search(r"\b(?:overige?|rest|ander(?:e|en)?)\b", zin.tekst, re.I)
    if rest < 0 or (compleet and 0 < rest <= geheel.waarde / 8):
        return _toets(zin, geheel, delen)
    return None


def _over_zinnen(zin: Zin, vorige: Zin | None) -> Bevinding | None:
    """ "Het overschot is € 1.170.000. Dit bestaat uit …": the total stands in the sentence before."""
    if vorige is None or vorige.is_geciteerd:
        return None
    opent = _VERVOLG.match(zin.tekst)
    if opent is None or _OPEN_EIND.search(zin.tekst):
        return None
    for vorm in ("euro", "aantal"):
        totalen, delen = _tellende(vorige, vorm), _tellende(zin, vorm)
        if len(delen) >= 2 and totalen and not re.search(r"\bgemiddeld", zin.tekst):
            mag_minder = (
                opent[0].casefold().startswith(("daarvan", "hiervan", "waarvan", "dat zijn"))
            )
            return _toets(zin, totalen[-1], delen, mag_minder=mag_minder, bij=vorige)
    return None


def _toets(
    zin: Zin,
    totaal: Noemer,
    delen: Sequence[Noemer],
    *,
    mag_minder: bool = False,
    bij: Zin | None = None,
) -> Bevinding | None:
    if len(delen) < 2 or (
        totaal.is_woord and re.search(r"\been\s+(?:bij|in|voor|van|uit|op)\b", zin.tekst)
    ):
        return None
    if totaal.is_woord and totaal.waarde < 10 and any(d.waarde > totaal.waarde for d in delen):
        return None  # "drie dingen vallen op: …"
    tekens = [_teken(zin, d) for d in delen] if totaal.vorm == "euro" else [1] * len(delen)
    waarden = [t * abs(d.waarde) for t, d in zip(tekens, delen, strict=True)]
    hoofd = _teken(bij or zin, totaal) if totaal.vorm == "euro" else 1
    som, doel = sum(waarden, Decimal(0)), hoofd * abs(totaal.waarde)
    ruimte = sum((d.stap / 2 for d in delen if d.stap > 1 or d.vorm == "procent"), Decimal(0))
    ruimte += _grof(totaal) + sum((_grof(d) for d in delen), Decimal(0))
    verschil = min(abs(som - doel), abs(som + doel)) if len(set(tekens)) == 1 else abs(som - doel)
    if verschil <= ruimte or (mag_minder and abs(som) < abs(doel)):
        return None
    return meld(
        zin, "SUM",
        f"{som_tekst(waarden, totaal.vorm)} = {schrijf(som, totaal.vorm)}, "
        f"de tekst zegt {noem(totaal)}",
        HERSTEL,
    )  # fmt: skip


def _grof(g: Noemer) -> Decimal:
    """Room for an amount that says itself that it is rounded."""
    if g.zweem:
        return min(g.korrel, abs(g.waarde) / 50) / 2 + abs(g.waarde) / 200
    return g.stap / 2 if g.stap > 1 or g.stap < 1 else Decimal(0)


def _teken(zin: Zin, getal: Noemer) -> int:
    voor = zin.tekst[: getal.begin]
    if getal.waarde < 0:
        return -1
    min_ = max((m.end() for m in w.TEKORT.finditer(voor)), default=-1)
    plus = max((m.end() for m in w.OVERSCHOT.finditer(voor)), default=-1)
    return -1 if min_ > plus else 1


def _honderd(zin: Zin) -> Iterator[Bevinding]:
    """Three shares or more that nearly make a hundred, and do not."""
    delen = [g for g in zin.van_vorm("procent") if not g.zweem]
    if len(delen) < 3 or w.OP.search(zin.tekst) or w.NEER.search(zin.tekst):
        return
    som = sum((g.waarde for g in delen), Decimal(0))
    ruimte = sum((g.stap / 2 for g in delen), Decimal(0))
    if Decimal(85) <= som <= Decimal(115) and abs(som - 100) > ruimte:
        yield meld(
            zin,
            "SUM",
            f"{' + '.join(noem(g) for g in delen)} = {schrijf(som)}%, niet 100%",
            HERSTEL,
        )


_LIJST = re.compile(
    r"[a-zë-]{4,}(?:,\s+[a-zë-]{4,})+(?:,)?\s+(?:en|of)\s+[a-zë-]{4,}", re.IGNORECASE
)


def _zonder_aandeel(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """Shares that add up to a hundred while somebody on the list has none."""
    lijsten = [(z, _namen(m[0])) for z in alle for m in _LIJST.finditer(z.tekst)]
    for i, zin in enumerate(alle):
        delen, hier = _aandelen_vanaf(alle, i)
        if len(delen) < 2 or sum((g.waarde for g in delen), Decimal(0)) != 100:
            continue
        for lijst, namen in lijsten:
            weg = [n for n in namen if not _genoemd(n, hier)]
            if lijst is not zin and len(namen) - len(weg) >= 2 and len(weg) == 1:
                yield meld(
                    zin, "SUM",
                    f"{' + '.join(noem(g) for g in delen)} = 100%, dus 0% voor {weg[0]}; "
                    "die staat wel in de opsomming",
                    "Noem ook dat aandeel, of schrijf dat het nul is.", LET_OP,
                )  # fmt: skip
                return


def _aandelen_vanaf(alle: Sequence[Zin], i: int) -> tuple[list[Noemer], str]:
    delen = alle[i].van_vorm("procent")
    tekst = alle[i].tekst
    volgende = alle[i + 1] if i + 1 < len(alle) else None
    som = sum((g.waarde for g in delen), Decimal(0))
    if (
        delen
        and som < 100
        and volgende
        and som + sum((g.waarde for g in volgende.van_vorm("procent")), Decimal(0)) == 100
    ):
        delen, tekst = delen + volgende.van_vorm("procent"), f"{tekst} {volgende.tekst}"
    return delen, tekst


def _namen(lijst: str) -> list[str]:
    return [n for n in re.split(r",\s*|\s+(?:en|of)\s+", lijst) if n]


def _genoemd(naam: str, tekst: str) -> bool:
    kern = stam(naam).rstrip("-")[:8]
    return any(stam(woord).startswith(kern) for woord in re.findall(r"[a-zë-]+", tekst.casefold()))

"""RICHTING: "meer dan", "korter", "overtrof", against the two numbers that are compared."""

import re
from collections.abc import Iterator, Sequence

from monitor.regels.beweringen.breuken import in_breuk
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import WISSEL, meld, noem
from monitor.regels.beweringen.paren import is_los
from monitor.regels.beweringen.richtingen import DAALT, STIJGT
from monitor.regels.beweringen.zinnen import Noemer, Zin

_BOVEN = r"(?= (?:het niveau|dat|de stand|die) van)"
_VERGROTEND = re.compile(
    rf"\b(?P<m>meer|hoger|vaker|groter|langer|overtr(?:of|eft)|oversteeg|overstijgt|boven{_BOVEN})\b|"
    rf"\b(?P<n>minder|lager|kleiner|korter|sneller|bleef achter bij|blijft achter bij|onder{_BOVEN})\b",
    re.IGNORECASE,
)
_DAN = re.compile(
    r"\b(?:meer|hoger|vaker|groter|langer|minder|lager|kleiner|korter|sneller)\b(?:\s+[a-zë]+){0,3}\s+dan\b|"
    r"\b(?:boven|onder) (?:het niveau|dat|de stand|die) van\b|\boverstijgt\b|\boversteeg\b|\bovertr(?:of|eft)\b|\bachter bij\b",
    re.IGNORECASE,
)
_TEGEN = re.compile(r"[,():;]*\s*(?:tegen(?:over)?|dan in|dan)\b", re.IGNORECASE)


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for zin in alle:
        if not zin.is_geciteerd:
            yield from _meer_of_minder(zin)


def _meer_of_minder(zin: Zin) -> Iterator[Bevinding]:
    """ "minder aanvragen: 310, tegen 288 in het kwartaal daarvoor"; "met 1.655 meer dan in januari (1.702)"."""
    woorden = list(_VERGROTEND.finditer(zin.tekst))
    if len(woorden) != 1 or STIJGT.search(zin.tekst) or DAALT.search(zin.tekst):
        return
    m, twee = woorden[0], _nu_en_toen(zin)
    if twee is None or not _hoort_bij(zin, m, twee[1]):
        return
    nu, toen = twee
    wat = "meer" if nu.waarde > toen.waarde else "minder" if nu.waarde < toen.waarde else "gelijk"
    if (wat == "meer") != bool(m["m"]) or wat == "gelijk":
        yield meld(
            zin, "RICHTING", f"{noem(nu)} is {wat} dan {noem(toen)}, de tekst zegt ‘{m[0]}’",
            WISSEL,
        )  # fmt: skip


def _nu_en_toen(zin: Zin) -> tuple[Noemer, Noemer] | None:
    """The two numbers: the first is compared with the second."""
    alle = [g for g in zin.getallen if not is_los(g) and not in_breuk(zin, g)]
    tel = [g for g in alle if g.begin not in zin.mutaties]
    if (
        len(tel) != 2
        and len(alle) == 2
        and alle[1].waarde / 2 < alle[0].waarde < alle[1].waarde * 2
    ):
        tel = (
            alle  # "met 1.655 cliënten meer dan in januari (1.702)": no difference, but what it is
        )
    if len(tel) != 2 or tel[0].vorm != tel[1].vorm:
        return None
    zeker = [p for p in zin.paren if p.zeker and {p.oud, p.nieuw} == set(tel)]
    if zeker:
        return zeker[0].nieuw, zeker[0].oud
    tussen = zin.tussen(*tel)
    return (tel[0], tel[1]) if _TEGEN.match(tussen) or _DAN.search(tussen) else None


def _hoort_bij(zin: Zin, m: re.Match[str], toen: Noemer) -> bool:
    if m.end() > max(toen.begin, zin.getallen[-1].begin):
        return False
    if re.match(r"\s*(?:uit|kosten|dan\s+[\d€])", zin.tekst[m.end() :]):
        return False
    return not re.search(r"[\d%]\s*$", zin.tekst[: m.start()])  # "34 meer": the difference itself

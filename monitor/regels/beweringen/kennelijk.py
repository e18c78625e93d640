"""RICHTING: a word of direction about a figure of the edition, without the two numbers beside it."""

import re
from collections.abc import Iterator, Sequence

from monitor.regels.beweringen.gegevens import FOUT, LET_OP, Bevinding
from monitor.regels.beweringen.melden import meld, schrijf
from monitor.regels.beweringen.paren import tellende
from monitor.regels.beweringen.reeksen import Punt, Reeks, Reeksen, vergeleken_punt
from monitor.regels.beweringen.richtingen import DAALT, NIET, STIJGT
from monitor.regels.beweringen.tijden import dag_tekst
from monitor.regels.beweringen.zinnen import Noemer, Zin

_ONZEKER = re.compile(
    r"\b(?:zal|zullen|zou|zouden|kan|kunnen|als|indien|verwacht\w*|prognose|willen|wil|doel|landelijk\w*|regio\w*|sinds|al jaren|jarenlang|"
    r"trend|structureel|eerst|vanaf|minder|meer|geleidelijk|groei van|daling van de|stijging van de)\b",
    re.IGNORECASE,
)
_AANTAL = re.compile(
    r"\b(?:het|de) (?:totale? )?(?:aantal|aantallen|instroom|uitstroom|wachtlijst|wachttijd|doorlooptijd)\b",
    re.IGNORECASE,
)
_NAAR = re.compile(r"\b(?:naar|tot|op)\s+(?:ruim\s+|bijna\s+|circa\s+|de\s+)*$", re.IGNORECASE)


def controleer(reeksen: Reeksen, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for zin in alle:
        stijgt, daalt = STIJGT.search(zin.tekst), DAALT.search(zin.tekst)
        woord = stijgt or daalt
        if zin.is_geciteerd or zin.paren or woord is None or bool(stijgt) == bool(daalt):
            continue
        if _ONZEKER.search(zin.tekst) or NIET.search(zin.tekst[: woord.start()]) or zin.breuken:
            continue
        if (gevonden := _toets(zin, reeksen, woord[0], 1 if stijgt else -1)) is not None:
            yield gevonden


def _toets(zin: Zin, reeksen: Reeksen, woord: str, teken: int) -> Bevinding | None:
    tel = [g for g in tellende(zin, "aantal") if g.begin not in zin.mutaties]
    reeks = _reeks(zin, reeksen, tel)
    if reeks is None or len(reeks.punten) < 2 or reeks.laatste.tot < reeksen.begin:
        return None
    toen, zeker = _toen(zin, reeks)
    if toen is None or (toen.waarde - reeks.laatste.waarde) * teken <= 0:
        return None
    return meld(
        zin, "RICHTING",
        f"{reeks.label}: {schrijf(toen.waarde)} ({dag_tekst(toen.tot)}) naar {schrijf(reeks.laatste.waarde)} "
        f"({dag_tekst(reeks.laatste.tot)}), de tekst zegt ‘{woord}’",
        "Verbeter het woord, of zeg waarmee u vergelijkt.", FOUT if zeker else LET_OP,
    )  # fmt: skip


def _reeks(zin: Zin, reeksen: Reeksen, tel: Sequence[Noemer]) -> Reeks | None:
    """The series of the one number, or that of which the sentence has every word."""
    if len(tel) > 1 or (zin.van_vorm("procent", "euro") and not tel):
        return None
    if tel:
        raak = [r for r in reeksen.met(tel[0].waarde, zin.bij.hoofdstuk) if not r.is_deel]
        raak = [r for r in raak if r.laatste.waarde == tel[0].waarde]
        return raak[0] if len(raak) == 1 and _NAAR.search(zin.voor(tel[0])) else None
    raak = reeksen.genoemd(zin.tekst, zin.bij.hoofdstuk)
    return raak[0] if len(raak) == 1 and _AANTAL.search(zin.tekst) else None


def _toen(zin: Zin, reeks: Reeks) -> tuple[Punt | None, bool]:
    """What it is compared with: what the sentence says, else all before it, if these agree."""
    punt, genoemd = vergeleken_punt(zin, reeks)
    if genoemd:
        return punt, True
    eerder = reeks.punten[-13:-1]
    tekens = {(p.waarde > reeks.laatste.waarde) - (p.waarde < reeks.laatste.waarde) for p in eerder}
    return (eerder[-1] if len(tekens) == 1 else None), len(eerder) == 1

"""RICHTING and PCT: words of direction, and "verdubbeld", against the two numbers of the sentence."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.breuken import HERSTEL, breuken, getal_van, is_stap
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import WISSEL, meld, noem, procent, schrijf
from monitor.regels.beweringen.paren import Paar, over_zinnen
from monitor.regels.beweringen.zinnen import Zin

_KEER = re.compile(
    r"\b(?P<twee>verdubbel\w*)|\b(?P<drie>verdrievoudig\w*)|\b(?P<vier>verviervoudig\w*)|"
    r"\b(?P<half>gehalveerd\w*|halveer\w*|halvering)|\b(?P<anderhalf>anderhalf)\s+(?:keer|maal)\s+zo|"
    r"\b(?P<maal>twee|drie|vier|vijf|zes|\d(?:,\d)?)\s+(?:keer|maal)\s+zo",
    re.IGNORECASE,
)

STIJGT = re.compile(
    r"\b(?:ge|toe)?(?:stegen|stijg(?:t|en|ing)|steeg|groei(?:t|de|den)?|gegroeid|toegenomen|toename|nam(?:en)? toe|neemt toe|(?:nam(?:en)?|neemt|nemen)\b[^.;]{1,60}\btoe|"
    r"opgelopen|verlengd|vergroot|verhoogd|uitgebreid|toe te nemen|liep(?:en)? op|loopt op|klom(?:men)?|klimt|geklommen|(?:ging(?:en)?|gaat|gaan|gegaan) omhoog|omhoog gegaan|"
    r"(?:werd(?:en)?|wordt|worden|is|zijn) (?:hoger|langer|groter|duurder))\b",
    re.IGNORECASE,
)
DAALT = re.compile(
    r"\b(?:gedaald|dal(?:en|ing)|daal(?:t|de|den)|afgenomen|afname|nam(?:en)? af|neemt af|(?:nam(?:en)?|neemt|nemen)\b[^.;]{1,60}\baf|gekrompen|kromp(?:en)?|"
    r"teruggelopen|verkort|verkleind|verlaagd|verminderd|teruggebracht|slonk(?:en)?|slinkt|geslonken|af te nemen|liep(?:en)? terug|loopt terug|gezakt|zakt(?:e|en)?|(?:ging(?:en)?|gaat|gaan|gegaan) omlaag|"
    r"(?:werd(?:en)?|wordt|worden|is|zijn) (?:lager|korter|kleiner|goedkoper))\b",
    re.IGNORECASE,
)
_BETER = re.compile(r"\b(?:verbeterd|verbeterde|verbetering|beter)\b", re.IGNORECASE)
_SLECHTER = re.compile(r"\b(?:verslechterd|verslechterde|verslechtering|slechter)\b", re.IGNORECASE)
_CIJFER = re.compile(r"\b(?:tevreden\w*|\w*cijfer|waardering|score)\b", re.IGNORECASE)
_WACHTEN = re.compile(r"\b(?:wacht\w+|doorlooptijd|levertijd|reactietijd)\b", re.IGNORECASE)
NIET = re.compile(
    r"\b(?:niet|geen)\s+(?:meer\s+|verder\s+|langer\s+|sprake van een\s+)?$", re.IGNORECASE
)


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if not zin.is_geciteerd:
            yield from _keer(zin)
            yield from _richting(zin, alle[max(0, i - 1) : i])


_ZELFDE = re.compile(
    r"\b(?:dat|dit|dus|daarmee|nu|inmiddels|thans|het aantal|derhalve|aldus|"
    r"een (?:lichte |forse |kleine )?(?:stijging|daling|toename|afname|groei))\b",
    re.IGNORECASE,
)


def _paar(zin: Zin, eerder: Sequence[Zin]) -> list[Paar]:
    """The sure pair of the sentence, else of this one and the one before."""
    eigen = [p for p in zin.paren if p.zeker]
    if eigen or zin.paren or not eerder or not _ZELFDE.search(zin.tekst) or eerder[-1].paren:
        return eigen
    samen = over_zinnen([*eerder, zin])
    return [p for p in samen if p.oud.waarde / 2 < p.nieuw.waarde < p.oud.waarde * 2]


def _woorden(zin: Zin) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The words for more and for less; "verbeterd" is more of a grade and less of a wait."""
    stijgt, daalt = STIJGT.search(zin.tekst), DAALT.search(zin.tekst)
    if stijgt or daalt:
        return stijgt, daalt
    beter, slechter = _BETER.search(zin.tekst), _SLECHTER.search(zin.tekst)
    if _CIJFER.search(zin.tekst):
        return beter, slechter
    return (slechter, beter) if _WACHTEN.search(zin.tekst) else (None, None)


def _richting(zin: Zin, eerder: Sequence[Zin]) -> Iterator[Bevinding]:
    """A word of direction against the sign of the pair in the same sentence."""
    stijgt, daalt = _woorden(zin)
    gevonden = _paar(zin, eerder)
    if len(gevonden) != 1 or (bool(stijgt) == bool(daalt) and not w.GELIJK.search(zin.tekst)):
        return
    oud, nieuw = gevonden[0].oud, gevonden[0].nieuw
    verschil = nieuw.waarde - oud.waarde
    wat = "meer" if verschil > 0 else "minder" if verschil < 0 else "gelijk"
    woord = stijgt or daalt or w.GELIJK.search(zin.tekst)
    if (stijgt and daalt) or woord is None:
        return
    verwacht = "meer" if stijgt else "minder" if daalt else "gelijk"
    if NIET.search(zin.tekst[: woord.start()]):
        if wat == verwacht:
            yield meld(
                zin, "RICHTING",
                f"{noem(oud)} naar {noem(nieuw)} is {wat}, de tekst zegt ‘niet {woord[0]}’",
                WISSEL,
            )  # fmt: skip
    elif wat != verwacht:
        yield meld(
            zin, "RICHTING",
            f"{noem(oud)} naar {noem(nieuw)} is {wat}, de tekst zegt ‘{woord[0]}’",
            WISSEL,
        )  # fmt: skip


def _keer(zin: Zin) -> Iterator[Bevinding]:
    """ "verdubbeld, van 24 naar 31"; "nam met een kwart af, van 200 naar 150"."""
    gevonden = zin.paren
    if len(gevonden) != 1 or not gevonden[0].oud.waarde:
        return
    oud, nieuw = gevonden[0].oud, gevonden[0].nieuw
    echt = nieuw.waarde / oud.waarde * 100
    for b in breuken(zin):
        if is_stap(zin, b) and not b.past(abs(echt - 100)):
            yield meld(
                zin, "PCT",
                f"{noem(oud)} naar {noem(nieuw)} is {procent(echt - 100, True)}, de tekst zegt ‘{b.tekst}’",
                HERSTEL,
            )  # fmt: skip
            return
    m = _KEER.search(zin.tekst)
    if m is None:
        return
    doel = _factor(m)
    voor = zin.tekst[max(0, m.start() - 24) : m.start()]
    na = re.match(r"\s+(?:bijna|vrijwel|nagenoeg)\b", zin.tekst[m.end() :])
    zweem = (
        "bijna" if na else next((naam for patroon, naam in w.ZWEMEN if patroon.search(voor)), "")
    )
    laag = doel * (
        Decimal("0.85") if zweem in ("bijna", "minder_dan", "ongeveer") else Decimal("0.95")
    )
    bijna_half = doel < 100 and zweem == "bijna"  # nearly halved: a little more than half is left
    if bijna_half:
        laag, zweem = doel * Decimal("0.95"), "ruim"
    hoog = doel * (Decimal("1.25") if zweem in ("ruim", "meer_dan") else Decimal("1.05"))
    past_om = not gevonden[0].zeker and laag <= 10000 / echt <= hoog
    if not laag <= echt <= hoog and not past_om:
        yield meld(
            zin, "PCT",
            f"{noem(nieuw)} is {schrijf(echt / 100)} keer {noem(oud)}, de tekst zegt ‘{m[0].strip()}’",
            HERSTEL,
        )  # fmt: skip


def _factor(m: re.Match[str]) -> Decimal:
    vast = {"twee": 200, "drie": 300, "vier": 400, "half": 50, "anderhalf": 150}
    for naam, waarde in vast.items():
        if m[naam]:
            return Decimal(waarde)
    tekst = m["maal"].replace(",", ".")
    return Decimal(tekst) * 100 if tekst[0].isdigit() else Decimal(getal_van(tekst) * 100)

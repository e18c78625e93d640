"""Reading stated changes: "een toename van 45", "11 minder", "+5,9%", "met 3% gedaald"."""

import re
from dataclasses import dataclass

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.melden import noem
from monitor.regels.beweringen.zinnen import Noemer, Zin

_SALDO = re.compile(r"\(\+?$|\b(?:saldo|verschil|netto)\s*[:(]?\s*\+?$", re.IGNORECASE)
_ZWEEM = r"(?:(?:circa|ca\.?|ongeveer|ruim|bijna|zo['’]n|maar liefst|liefst|slechts|nog geen|afgerond|een|meer dan|iets meer dan)\s+)*"
_ZELFSTANDIG = re.compile(
    r"\b(?P<op>toename|stijging|groei|plus|verhoging|uitbreiding|aanwas)\b|"
    r"\b(?P<neer>afname|daling|krimp|min|vermindering|verlaging|terugloop|teruggang|reductie)\b|"
    r"\b(?P<geen>verschil|verslechtering|verbetering|mutatie|verandering)\b",
    re.IGNORECASE,
)
_NAAR_GETAL = re.compile(
    rf"^(?:\s+(?!van\b|met\b)[a-zë-]+){{0,5}}?(?:\s*[:=(]|\s+(?:van|met|is|bedraagt|bedroeg|was|komt uit op|kwam uit op|komt neer op|kwam neer op|betreft|op))\s*(?:per saldo\s+|netto\s+|daarmee\s+|hiermee\s+|dus\s+|nu\s+|dan\s+|mitsdien\s+|derhalve\s+|aldus\s+|namelijk\s+)*\(?{_ZWEEM}[+-]?$",
    re.IGNORECASE,
)
_ERNA = re.compile(
    r"^\s*(?:(?!of\b|en\b|van\b|dan\b|die\b|dat\b)[a-zë-]+\s+){0,2}?(?:(?P<op>meer|hoger|erbij|gestegen|toegenomen|gegroeid|omhoog|opgelopen|groter|langer|boven(?=\s+(?:dat|het (?:niveau|aantal|cijfer)|de stand|die)\b))|"
    r"(?P<neer>minder|lager|eraf|eruit|gedaald|afgenomen|gekrompen|omlaag|verminderd|teruggelopen|kleiner|korter|onder(?=\s+(?:dat|het (?:niveau|aantal|cijfer)|de stand|die)\b)))\b(?!\s+(?:bij|op|aan|uit\b|dan\s+(?:[\d€]|een\s+(?:week|maand|uur|dag|jaar|half\w*)(?!\s+(?:geleden|eerder|daarvoor))|(?:één|twee|drie|vier|vijf|zes|acht|tien|twaalf)\b(?!\s+\w+\s+(?:geleden|eerder|daarvoor))|de norm|begroot|verwacht|geraamd|gepland)))",
    re.IGNORECASE,
)
_SCHEELT = re.compile(rf"\bscheelt\s+{_ZWEEM}$", re.IGNORECASE)
_DAN_NU = re.compile(r"\s+dan\s+(?:nu|thans|inmiddels|dit)\b", re.IGNORECASE)
_KWAM = re.compile(rf"\b(?:kwam|kwamen|komen)\b(?:\s+(?:er|daar))?\s+{_ZWEEM}$", re.IGNORECASE)
_BIJ = re.compile(r"^\s*(?:[a-zë-]+\s+){0,2}(?:er)?bij\b", re.IGNORECASE)
_GING = re.compile(
    rf"\b(?:ging|gingen|viel|vielen|gaan)\b(?:\s+(?:er|daar))?\s+{_ZWEEM}$", re.IGNORECASE
)
_WEG = re.compile(r"^\s*(?:[a-zë-]+\s+){0,2}(?:(?:er)?af|weg)\b", re.IGNORECASE)
_OFWEL = re.compile(
    r"\b(?:dat is|dit is|ofwel|oftewel|zijnde|hetgeen)\s+(?:een\s+)?(?:met\s+)?(?:ruim\s+|bijna\s+|circa\s+)?$",
    re.IGNORECASE,
)
_ERBIJ = re.compile(r"\bkwam(?:en)?\b[^.;]{0,40}\bbij\b|\berbij\b", re.IGNORECASE)
_ERAF = re.compile(
    r"\b(?:ging(?:en)?|vielen|viel)\b[^.;]{0,40}\b(?:af|weg)\b|\beraf\b", re.IGNORECASE
)
_NAAR = re.compile(
    r"^[^.;,(]{0,40}\b(?:naar|tot)\s+(?:ruim\s+|bijna\s+|circa\s+)?€?\s?\d", re.IGNORECASE
)
_VAN_NAAR = re.compile(r"\bvan\b[^()]*\d[^()]*\bnaar\b[^()]*\d[^()]*\($", re.IGNORECASE)
_MET = re.compile(rf"\bmet\s+{_ZWEEM}$", re.IGNORECASE)
_VERGROTEND = re.compile(r"\b(?:meer|minder|hoger|lager)\b", re.IGNORECASE)
_WERKWOORD = re.compile(
    rf"\b(?:stegen|steeg|stijgt|daalden?|daalt|groeide|groeit|groeiden|kromp|zakte)\s+(?:licht\s+|fors\s+|flink\s+|sterk\s+|iets\s+)*{_ZWEEM}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Wijziging:
    """A stated change; `teken` +1 more, -1 less, 0 not said."""

    getal: Noemer
    teken: int
    woord: str


def _bijzin(zin: Zin, g: Noemer) -> str:
    """The clause in which a number stands."""
    begin = max(zin.tekst.rfind(c, 0, g.begin) for c in ",;:")
    einde = [p for c in (", ", "; ", ": ") if (p := zin.tekst.find(c, g.eind)) >= 0]
    return zin.tekst[begin + 1 : min(einde, default=len(zin.tekst))]


def mutatie(zin: Zin, g: Noemer) -> Wijziging | None:
    voor = zin.tekst[max(0, g.begin - 70) : g.begin].removesuffix("-")
    getekend = voor.endswith("+") or (g.waarde < 0 and voor[-1:] in ("(", " "))
    if getekend and g.vorm != "euro" and (g.vorm != "aantal" or _SALDO.search(voor)):
        return Wijziging(g, -1 if g.waarde < 0 else 1, noem(g))
    if (
        g.vorm == "procent"
        and _VAN_NAAR.search(zin.tekst[: g.begin])
        and (teken := _teken_van(zin.tekst))
    ):
        return Wijziging(g, *teken)
    if re.search(r"\bverschil,\s+$", voor, re.IGNORECASE):
        return Wijziging(g, 0, "verschil")
    if _SCHEELT.search(voor):
        return Wijziging(g, 0, "scheelt")
    if _KWAM.search(voor) and _BIJ.match(zin.na(g, 40)):
        return Wijziging(g, 1, "erbij")
    if _GING.search(voor) and _WEG.match(zin.na(g, 40)):
        return Wijziging(g, -1, "eraf")
    if g.vorm == "procent" and _OFWEL.search(voor) and (teken := _teken_van(zin.tekst)):
        return Wijziging(g, *teken)
    if m := _ERNA.match(zin.na(g, 40)):
        andersom = -1 if _DAN_NU.match(zin.tekst[g.eind + m.end() :]) else 1
        return Wijziging(g, andersom if m["op"] else -andersom, (m["op"] or m["neer"]).strip())
    for m in reversed(list(_ZELFSTANDIG.finditer(voor))):
        if g.vorm == "euro" and m[0].casefold() in ("min", "plus"):
            continue  # a balance: "een min van € 140.000"
        if _NAAR_GETAL.match(voor[m.end() :]) and not _NAAR.match(zin.na(g, 60)):
            return Wijziging(g, 1 if m["op"] else -1 if m["neer"] else 0, m[0])
    bij_werkwoord = _MET.search(voor) or (g.vorm == "procent" and _WERKWOORD.search(voor))
    if bij_werkwoord and (
        teken := _teken_van(
            _VERGROTEND.sub(" ", zin.tekst if g.vorm == "procent" else _bijzin(zin, g))
        )
    ):
        return Wijziging(g, *teken)
    return None


def _teken_van(tekst: str) -> tuple[int, str] | None:
    """The one direction that the words of a sentence have."""
    op, neer = (
        w.OP.search(tekst) or _ERBIJ.search(tekst),
        w.NEER.search(tekst) or _ERAF.search(tekst),
    )
    if bool(op) == bool(neer):
        return (0, (op or neer)[0]) if op and neer else None
    m = op or neer
    return None if m is None else (1 if op else -1, m[0])

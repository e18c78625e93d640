"""Dates and periods in a sentence, as people write them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.regels.beweringen.woorden import RANG
from monitor.regels.perioden import MAANDEN

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_KORT = {m[:3]: i for i, m in enumerate(MAANDEN, 1)} | {"mrt": 3, "sept": 9}
_NUMMER = {m: i for i, m in enumerate(MAANDEN, 1)}
_MAAND = "|".join((*MAANDEN, *_KORT))
_JAAR = r"(?:19|20)\d\d"
_TM = r"(?:\s*(?:-|–|/|t/m|tot en met|tot|en)\s*)"
_RANG = "|".join(RANG)

_PATRONEN = (
    ("iso", rf"(?<!\d)(?P<j>{_JAAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    ("cijfers", rf"(?<![\d.,])(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<j>{_JAAR})(?!\d)"),
    (
        "dag",
        rf"(?:(?P<w>{'|'.join(DAGEN)})\s+)?(?<![\d.,])(?P<d>\d\d?)\s+(?P<m>{_MAAND})\b\.?"
        rf"(?:\s+(?P<j>{_JAAR})\b)?",
    ),
    (
        "maanden",
        rf"\b(?P<m>{_MAAND})\b(?:\s+(?P<k>{_JAAR}))?{_TM}(?P<n>{_MAAND})\b(?:\s+(?P<j>{_JAAR})\b)?",
    ),
    ("maand", rf"\b(?P<m>{'|'.join(MAANDEN)})\b(?:\s+(?:van\s+)?(?P<j>{_JAAR})\b)?"),
    (
        "kwartaal",
        rf"\b(?:[QK](?P<q>[1-4])|(?P<r>{_RANG})\s+kwartaal|kwartaal\s+(?P<t>[1-4]))\b"
        rf"(?:[\s-]+(?:van\s+)?(?P<j>{_JAAR})\b)?",
    ),
    ("ellips", r"(?<=in het )(?P<r>tweede|derde|vierde)(?=\s*(?:[.,;)]|$))"),
    (
        "helft",
        rf"\b(?P<r>eerste|tweede|1e|2e)\s+(?:helft|half\s?jaar)(?:\s+van)?(?:\s+(?P<j>{_JAAR})\b)?",
    ),
    ("jaren", rf"(?<![\d.,€-])(?P<k>{_JAAR}){_TM}(?P<j>{_JAAR})(?![\d%]|[.,]\d)"),
    ("jaar", rf"(?<![\d.,€-])(?<!€ )(?P<j>{_JAAR})(?![\d%]|[.,]\d)"),
)
_ALLES = [(naam, re.compile(patroon, re.IGNORECASE)) for naam, patroon in _PATRONEN]
_TELWOORD = re.compile(
    r"\s+(?:nieuwe\s+|unieke\s+|lopende\s+)?(?:aanvragen|aanmeldingen|cliënten|inwoners|jongeren|"
    r"jeugdigen|uitkeringen|voorzieningen|meldingen|signalen|dossiers|zaken|huishoudens|gezinnen|mensen|"
    r"personen|leerlingen|kinderen|bezoeken|deelnemers|vrijwilligers|klachten|besluiten)\b",
    re.IGNORECASE,
)
_VOORZETSEL = re.compile(
    r"\b(?:sinds|in|van|vanaf|over|tot|tijdens|eind|begin|medio|jaar|en|na|voor)\s+$", re.IGNORECASE
)


_TOT_EN_MET = re.compile(
    r"(?<!\d\s)(?<!vanaf\s)\b(?:tot en met|t/m)\s+(?:eind\s+|de maand\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Tijd:
    """A moment or span named in a text. `onmogelijk` says why it cannot be."""

    vorm: str  # dag · maand · maanden · kwartaal · helft · jaar · jaren
    tekst: str
    begin: int
    eind: int
    van: date | None = None
    tot: date | None = None
    heeft_jaar: bool = True
    onmogelijk: str = ""

    @property
    def maanden(self) -> int:
        """How many calendar months it spans."""
        if self.van is None or self.tot is None:
            return 0
        return (self.tot.year - self.van.year) * 12 + self.tot.month - self.van.month + 1


def vind_tijden(tekst: str, jaar: int) -> list[Tijd]:
    """Every date and period, in order. `jaar` is meant where the text names none."""
    gevonden: list[Tijd] = []
    bezet: list[tuple[int, int]] = []
    for naam, patroon in _ALLES:
        for m in patroon.finditer(tekst):
            vrij = all(m.end() <= a or m.start() >= b for a, b in bezet)
            if vrij and (tijd := _maak(naam, m, jaar, tekst)):
                gevonden.append(tijd)
                bezet.append(m.span())
    return sorted(gevonden, key=lambda t: t.begin)


def _maak(naam: str, m: re.Match[str], jaar: int, tekst: str) -> Tijd | None:
    g = m.groupdict()
    eigen = int(g.get("j") or jaar)
    basis = {"tekst": m[0], "begin": m.start(), "eind": m.end(), "heeft_jaar": bool(g.get("j"))}
    if naam in ("iso", "cijfers", "dag"):
        return _dag(m, g, eigen, basis)
    ervoor = tekst[max(0, m.start() - 12) : m.start()]
    if naam == "jaar" and _TELWOORD.match(tekst, m.end()) and not _VOORZETSEL.search(ervoor):
        return None  # ‘1980 aanvragen’ counts
    if naam == "ellips":  # "1.200 in het eerste kwartaal en 1.240 in het tweede"
        if "kwartaal" not in tekst[: m.start()]:
            return None
        naam, g = "kwartaal", g | {"q": None, "t": None, "j": None}
    van, tot = _span(naam, g, eigen)
    if naam == "maand" and _TOT_EN_MET.search(tekst[: m.start()]) and tot.month > 1:
        van = van.replace(month=1)  # "tot en met augustus": since January
        naam = "maanden"
    if van > tot:
        reden = f"‘{m[0]}’ eindigt voordat het begint"
        return Tijd(naam, **basis, onmogelijk=reden)  # type: ignore[arg-type]
    return Tijd(naam, van=van, tot=tot, **basis)  # type: ignore[arg-type]


def _span(naam: str, g: dict[str, str | None], jaar: int) -> tuple[date, date]:
    if naam == "maanden":
        begin = int(g["k"] or jaar)
        return _maandvak(begin, maandnummer(g["m"] or ""))[0], _maandvak(
            jaar, maandnummer(g["n"] or "")
        )[1]
    if naam == "maand":
        return _maandvak(jaar, maandnummer(g["m"] or ""))
    if naam == "kwartaal":
        nummer = int(g["q"] or g["t"] or 0) or RANG[(g["r"] or "").casefold()] or 4
        return date(jaar, 3 * nummer - 2, 1), _maandvak(jaar, 3 * nummer)[1]
    if naam == "helft":
        nummer = RANG[(g["r"] or "").casefold()]
        return date(jaar, 6 * nummer - 5, 1), _maandvak(jaar, 6 * nummer)[1]
    begin = int(g.get("k") or jaar)
    return date(begin, 1, 1), date(jaar, 12, 31)


def _maandvak(jaar: int, nummer: int) -> tuple[date, date]:
    return date(jaar, nummer, 1), date(jaar, nummer, monthrange(jaar, nummer)[1])


def maandnummer(naam: str) -> int:
    klein = naam.casefold()
    return _NUMMER.get(klein) or _KORT[klein]


def _dag(
    m: re.Match[str], g: dict[str, str | None], jaar: int, basis: dict[str, object]
) -> Tijd | None:
    dag, maand = int(g["d"] or 0), g["m"] or ""
    nummer = int(maand) if maand.isdigit() else maandnummer(maand)
    try:
        op = date(jaar, nummer, dag)
    except ValueError:
        reden = f"‘{m[0]}’ bestaat niet"
        return Tijd("dag", **basis, onmogelijk=reden)  # type: ignore[arg-type]
    reden = ""
    if g.get("w") and basis["heeft_jaar"] and DAGEN[op.weekday()] != (g["w"] or "").casefold():
        reden = f"{dag} {MAANDEN[nummer - 1]} {jaar} is een {DAGEN[op.weekday()]}"
    return Tijd("dag", van=op, tot=op, onmogelijk=reden, **basis)  # type: ignore[arg-type]


def dag_tekst(op: date) -> str:
    return f"{op.day} {MAANDEN[op.month - 1]} {op.year}"


def eerder(op: date, dagen: int) -> date:
    return op - timedelta(days=dagen)

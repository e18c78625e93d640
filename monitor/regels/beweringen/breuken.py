"""PCT in words: "een derde", "2 op de 5", "driekwart", "verdubbeld", "gehalveerd"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, procent
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.zinnen import Noemer, Zin, past

_HELE = {
    "half": 2, "helft": 2, "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip
_TELLER = r"(?P<t>een|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen|\d{1,2})"
_DEEL = re.compile(
    rf"\b(?:(?P<helft>de helft)|{_TELLER}\s?(?P<n>derden?|kwart|vierden?|vijfden?|zesden?|zevenden?|"
    r"achtsten?|negenden?|tienden?)(?=\b(?!\s+(?:kwartaal|keer|maal|week|maand|jaar|monitor|rapportage|"
    r"helft|plaats|tabel|grafiek|kwartaalrapportage))))",
    re.IGNORECASE,
)
_OP_DE = re.compile(
    rf"\b{_TELLER}\s+(?:op|van)\s+(?:de|elke|iedere)\s+(?P<n>twee|drie|vier|vijf|zes|zeven|acht|negen|"
    r"tien|twintig|honderd|\d{1,3})\b(?!\.?\d)",
    re.IGNORECASE,
)
MET_DEEL = re.compile(r"\b(?:met|van)\s+(?:ruim\s+|bijna\s+|circa\s+|ongeveer\s+)?$", re.IGNORECASE)
_STAP = re.compile(
    r"^\s*(?:meer|minder|hoger|lager|erbij|eraf|gestegen|gedaald|toegenomen|afgenomen|gegroeid)\b",
    re.IGNORECASE,
)
_VAN_DE_N = re.compile(
    r"\bvan (?:de|het|die|alle|deze|onze|in totaal)(?:\s+in totaal)?\s+$", re.IGNORECASE
)
_BUDGET_VAN = re.compile(
    r"\b(?:budget|begroting|totaal|bedrag)\s*(?:van\s+|\()$|\bvan\s+(?:de|het)\s+$", re.IGNORECASE
)
_LEEFTIJD = re.compile(r"\b(?:ouder|jonger|boven|onder|vanaf)\s+(?:dan\s+|de\s+)?$", re.IGNORECASE)
HERSTEL = "Verbeter het woord of het getal dat niet klopt."
PUNTEN = Decimal(3)  # how far a share may be from "een derde", in percentage points
RUIM = Decimal(8)


@dataclass(frozen=True)
class Breuk:
    """A share in words. `zweem` as of a number: "ruim", "bijna", "circa"."""

    tekst: str
    procent: Decimal
    begin: int
    eind: int
    zweem: str

    def past(self, echt: Decimal) -> bool:
        if self.zweem in ("ruim", "meer_dan"):
            return self.procent - 1 <= echt <= self.procent + RUIM
        if self.zweem in ("bijna", "minder_dan"):
            return self.procent - RUIM <= echt <= self.procent + 1
        return abs(echt - self.procent) <= PUNTEN * (2 if self.zweem else 1)


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for zin in alle:
        if not zin.is_geciteerd:
            yield from _aandeel(zin)
            yield from _procent_van(zin)


def breuken(zin: Zin) -> list[Breuk]:
    """The shares in words of a sentence, in order."""
    uit = []
    for m in _OP_DE.finditer(zin.tekst):
        teller, noemer = getal_van(m["t"]), getal_van(m["n"])
        telt = " van " in m[0] and noemer > 10  # "79 van de 328" counts
        if 0 < teller < noemer and not telt:
            uit.append(_breuk(zin, m, Decimal(teller * 100) / noemer))
    bezet = [(b.begin, b.eind) for b in uit]
    for m in _DEEL.finditer(zin.tekst):
        if all(m.end() <= a or m.start() >= b for a, b in bezet):
            waarde = Decimal(50) if m["helft"] else _waarde(m)
            if 0 < waarde < 100:
                uit.append(_breuk(zin, m, waarde))
    return sorted(uit, key=lambda b: b.begin)


def past_breuk(deel: Noemer | Breuk, echt: Decimal) -> bool:
    """Whether a share, as a percentage or in words, can stand for the true one."""
    return deel.past(echt) if isinstance(deel, Breuk) else past(deel, echt)


def _waarde(m: re.Match[str]) -> Decimal:
    noemer = _HELE[m["n"].casefold().removesuffix("n")]
    return Decimal(getal_van(m["t"]) * 100) / noemer


def _breuk(zin: Zin, m: re.Match[str], waarde: Decimal) -> Breuk:
    voor = zin.tekst[max(0, m.start() - 24) : m.start()]
    zweem = next((naam for patroon, naam in w.ZWEMEN if patroon.search(voor)), "")
    return Breuk(m[0], waarde, m.start(), m.end(), zweem)


def getal_van(tekst: str) -> int:
    if tekst.isdigit():
        return int(tekst)
    return {"een": 1, "honderd": 100}.get(tekst.casefold()) or w.lees_woord(tekst) or 0


def is_stap(zin: Zin, b: Breuk) -> bool:
    """Whether a share says a change: "een derde meer", "met een kwart"."""
    return bool(_STAP.match(zin.tekst[b.eind :]) or MET_DEEL.search(zin.tekst[: b.begin]))


def in_breuk(zin: Zin, g: Noemer) -> bool:
    """Whether a number is a piece of a share in words: the 2 of "2 op de 5"."""
    return any(b.begin <= g.begin and g.eind <= b.eind for b in zin.breuken)


def _aandeel(zin: Zin) -> Iterator[Bevinding]:
    """ "een derde" against the part and the whole that the sentence names, or against its percentage."""
    gevonden = [b for b in breuken(zin) if not is_stap(zin, b)]
    if len(gevonden) != 1:
        return
    breuk = gevonden[0]
    procenten = [g for g in zin.van_vorm("procent") if _dichtbij(zin, breuk, g)]
    paar = deel_en_geheel(zin)
    if paar is None:
        if len(procenten) == 1 and not breuk.past(procenten[0].waarde):
            yield meld(
                zin, "PCT", f"{breuk.tekst} is {procent(breuk.procent)}, de tekst zegt {noem(procenten[0])}",
                HERSTEL,
            )  # fmt: skip
        return
    deel, geheel = paar
    echt = deel.waarde / geheel.waarde * 100
    if not breuk.past(echt):
        yield meld(
            zin, "PCT", f"{noem(deel)} van {noem(geheel)} is {procent(echt)}, de tekst zegt ‘{breuk.tekst}’",
            HERSTEL,
        )  # fmt: skip


def _dichtbij(zin: Zin, b: Breuk, g: Noemer) -> bool:
    """A percentage in brackets behind it: the same thing said twice."""
    return (
        g.begin > b.eind
        and zin.voor(g, 3).rstrip().endswith("(")
        and not zin.getallen[-1].begin > g.begin
    )


def deel_en_geheel(zin: Zin) -> tuple[Noemer, Noemer] | None:
    """ "Van de 618 … (124)", "164 van de 1.310": when the sentence has two counts and no more."""
    tel = [
        g for g in zin.van_vorm("aantal", "euro")
        if not in_breuk(zin, g) and not is_gemiddelde(zin, g) and not (g.is_woord and g.waarde < 10)
        and not _LEEFTIJD.search(zin.voor(g, 20)) and g.naam not in ("jaar", "jaren", "weken", "maanden")
    ]  # fmt: skip
    if len(tel) != 2 or tel[0].vorm != tel[1].vorm:
        return None
    for geheel, deel in (tel, tel[::-1]):
        if _VAN_DE_N.search(zin.voor(geheel)) and 0 < deel.waarde < geheel.waarde:
            return deel, geheel
    return None


def _procent_van(zin: Zin) -> Iterator[Bevinding]:
    """ "€ 470.000 op een budget van € 12,4 miljoen is 5%", "van de 296 is 31% (74)"."""
    alle = zin.van_vorm("procent")
    if len(alle) != 1 or w.OP.search(zin.voor(alle[0], 30)) or w.NEER.search(zin.voor(alle[0], 30)):
        return
    g = alle[0]
    tel = [n for n in zin.getallen if n.vorm in ("aantal", "euro") and not in_breuk(zin, n)]
    tel = [n for n in tel if not (n.is_woord and n.waarde < 10)]
    if len(tel) != 2 or tel[0].vorm != tel[1].vorm:
        return
    for geheel, deel in (tel, tel[::-1]):
        achter = _BUDGET_VAN.search(zin.voor(geheel)) or _VAN_DE_N.search(zin.voor(geheel))
        haakje = zin.voor(deel, 2).rstrip().endswith("(") and deel.begin - g.eind < 4
        direct = 0 <= geheel.begin - g.eind < 30 or deel.vorm == "euro" or haakje
        if achter and direct and 0 < deel.waarde < geheel.waarde:
            echt = deel.waarde / geheel.waarde * 100
            if not past(g, echt):
                yield meld(
                    zin, "PCT", f"{noem(deel)} van {noem(geheel)} is {procent(echt)}, de tekst zegt {noem(g)}",
                    HERSTEL,
                )  # fmt: skip
            return

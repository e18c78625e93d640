"""From a text to sentences with their numbers, dates and quotations.

Nothing here raises: what cannot be read is left out. Positions are those in the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.gegevens import TOT, VAN, Tekst
from monitor.regels.beweringen.tijden import Tijd, vind_tijden

if TYPE_CHECKING:
    from monitor.regels.beweringen.breuken import Breuk
    from monitor.regels.beweringen.mutaties import Wijziging
    from monitor.regels.beweringen.paren import Paar

MAX_TEKST = 60_000
_VLAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-", "‑": "-"})
_AFKORTING = re.compile(
    r"(?:\b(?:ca|nr|bijv|incl|excl|art|blz|resp|mln|mrd|max|min|gem|vgl|dhr|mevr|st|evt|m\.n|o\.a|"
    r"d\.d|t\.o\.v|m\.b\.t|i\.v\.m|n\.a\.v|a\.g\.v|i\.p\.v|t\.a\.v|e\.d|[A-Z]))$",
    re.IGNORECASE,
)
_EINDE = re.compile(r"[.!?](?:[’”\"')*_]*)(?=\s+[^a-z\s]|\s*$)|\n+|;(?=\s*\n)")
_OPMAAK = re.compile(r"\]\([^)\s]*\)|https?://\S+|^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s)|\*\*|__", re.M)
_LINK = re.compile(r"\[[^\]\n]{0,200}\]\([^)\s]*\)")  # the name of a document may have a number
_CITAAT = re.compile(r"‘[^’\n]*’|“[^”\n]*”|\"[^\"\n]*\"|„[^”\n]*”")
_GETAL = re.compile(
    r"(?<![\w,\-–])(?<!\d\.)(?P<euro>€\s?)?(?P<min>-\s?)?"
    r"(?P<cijfers>\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4})?)(?P<leeg>,-{1,2})?"
    r"(?P<maal>\s?(?:mln\.?|miljoen|miljard|ton|duizend)\b)?"
    r"(?P<na>\s?%|\s(?:procentpunt(?:en)?|procent|euro)\b)?(?![\w]|[.,]\d|-\w|–\d|/\d)",
    re.IGNORECASE,
)
_WOORD = re.compile(
    r"(?<![\w-])(?P<woord>[a-zéë]{3,40})(?P<maal>\s(?:mln|miljoen|miljard|ton|duizend)\b)?"
    r"(?P<na>\s(?:procentpunt(?:en)?|procent|euro)\b)?(?![\w-])",
    re.IGNORECASE,
)
_NAAM = re.compile(r"\s+(?:nieuwe\s+|unieke\s+|lopende\s+)?([a-zë]+(?:-[a-z]+)?)", re.IGNORECASE)


@dataclass(frozen=True)
class Noemer:
    """A number in a sentence."""

    waarde: Decimal
    vorm: str  # aantal · euro · procent · procentpunt
    tekst: str
    begin: int
    eind: int
    stap: Decimal  # what one more in the last written digit is worth
    zweem: str = ""  # "" · ongeveer · ruim · bijna · meer_dan · minder_dan
    naam: str = ""  # the word behind it
    is_verwezen: bool = False
    is_woord: bool = False

    @property
    def korrel(self) -> Decimal:
        """To what it was rounded: the last digit that is not zero. € 50.000 → 10.000."""
        geheel = int(abs(self.waarde) / self.stap)
        korrel = self.stap
        while geheel and geheel % 10 == 0:
            geheel //= 10
            korrel *= 10
        return korrel


@dataclass(frozen=True)
class Zin:
    """One sentence; `nummer` is its place in the text."""

    bij: Tekst
    nummer: int
    tekst: str
    verwezen: tuple[tuple[int, int], ...]
    jaar: int
    tot: date | None = None  # when it was written

    @cached_property
    def tijden(self) -> list[Tijd]:
        return vind_tijden(self.tekst, self.jaar)

    def moment(self, t: Tijd) -> date | None:
        """When a period begins; a month without a year that had not come is that of the year before."""
        if t.van and self.tot and not t.heeft_jaar and t.van > self.tot:
            return t.van - timedelta(days=365)
        return t.van

    @cached_property
    def getallen(self) -> list[Noemer]:
        return list(_getallen(self))

    @cached_property
    def breuken(self) -> list["Breuk"]:
        from monitor.regels.beweringen.breuken import breuken

        return breuken(self)

    @cached_property
    def mutaties(self) -> dict[int, "Wijziging"]:
        """The changes that it states, by where their number begins."""
        from monitor.regels.beweringen.mutaties import mutatie

        return {g.begin: m for g in self.getallen if (m := mutatie(self, g))}

    @cached_property
    def paren(self) -> list["Paar"]:
        from monitor.regels.beweringen.paren import paren

        return paren(self)

    @cached_property
    def citaten(self) -> list[tuple[int, int]]:
        return [m.span() for m in _CITAAT.finditer(self.tekst)]

    @property
    def is_geciteerd(self) -> bool:
        return w.GECITEERD.search(self.tekst) is not None

    def van_vorm(self, *vormen: str) -> list[Noemer]:
        return [g for g in self.getallen if g.vorm in vormen]

    def voor(self, getal: Noemer, lengte: int = 40) -> str:
        return self.tekst[max(0, getal.begin - lengte) : getal.begin]

    def na(self, getal: Noemer, lengte: int = 40) -> str:
        return self.tekst[getal.eind : getal.eind + lengte]

    def tussen(self, a: Noemer, b: Noemer) -> str:
        return self.tekst[a.eind : b.begin]


def zinnen(bij: Tekst, jaar: int, tot: date | None = None) -> list[Zin]:
    """The sentences of a text, with lists and headings each on their own."""
    kaal = _LINK.sub(lambda m: re.sub(r"\d", " ", m[0]), bij.tekst[:MAX_TEKST].translate(_VLAK))
    tekst = _OPMAAK.sub(lambda m: " " * len(m[0]), kaal)
    gevonden: list[Zin] = []
    begin = 0
    for m in _EINDE.finditer(tekst):
        if m[0].startswith(".") and _AFKORTING.search(tekst[begin : m.start()]):
            continue
        _voeg_toe(gevonden, bij, tekst[begin : m.end()], jaar, tot)
        begin = m.end()
    _voeg_toe(gevonden, bij, tekst[begin:], jaar, tot)
    return gevonden


def _voeg_toe(gevonden: list[Zin], bij: Tekst, ruw: str, jaar: int, tot: date | None) -> None:
    kaal, verwezen, open_ = [], [], -1
    lengte = 0
    for teken in ruw.strip():
        if teken == VAN:
            open_ = lengte
        elif teken == TOT:
            if open_ >= 0:
                verwezen.append((open_, lengte))
            open_ = -1
        else:
            kaal.append(teken)
            lengte += 1
    tekst = "".join(kaal)
    if any(c.isalpha() or c == "=" for c in tekst):
        gevonden.append(Zin(bij, len(gevonden), tekst, tuple(verwezen), jaar, tot))


def _getallen(zin: Zin) -> Iterator[Noemer]:
    bezet = [(t.begin, t.eind) for t in zin.tijden] + zin.citaten
    gevonden = [_lees(zin, m) for m in _GETAL.finditer(zin.tekst)]
    cijfers = [g for g in gevonden if g and _vrij(g.begin, g.eind, bezet)]
    bezet += [(g.begin, g.eind) for g in cijfers]
    telwoorden = (_lees_telwoord(zin, m) for m in _WOORD.finditer(zin.tekst))
    alle = cijfers + [g for g in telwoorden if g and _vrij(g.begin, g.eind, bezet)]
    yield from sorted(alle, key=lambda g: g.begin)


def _vrij(begin: int, eind: int, bezet: list[tuple[int, int]]) -> bool:
    return all(eind <= a or begin >= b for a, b in bezet)


def _lees(zin: Zin, m: re.Match[str]) -> Noemer | None:
    cijfers, maal = m["cijfers"], _maal(m["maal"])
    waarde = Decimal(cijfers.replace(".", "").replace(",", ".")) * maal
    achter = len(cijfers.partition(",")[2])
    vorm = _vorm(m["na"], bool(m["euro"]) or _is_ton(zin, m))
    begin = m.start() if not m["min"] or m["euro"] else m.start("cijfers")
    teken = -1 if m["min"] and (m["euro"] or m["min"] == "-") else 1
    return _noemer(zin, teken * waarde, vorm, begin, m.end(), Decimal(maal).scaleb(-achter))


_HALVEN = {"een": Decimal(1), "één": Decimal(1), "half": Decimal("0.5"), "halve": Decimal("0.5"),
           "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}  # fmt: skip


def _lees_telwoord(zin: Zin, m: re.Match[str]) -> Noemer | None:
    klein = _HALVEN.get(m["woord"].casefold()) if m["maal"] else None
    waarde = klein or w.lees_woord(m["woord"])
    if waarde is None:
        return None
    maal = _maal(m["maal"])
    vorm = _vorm(m["na"], _is_ton(zin, m))
    stap = Decimal(maal) / 10 if klein else Decimal(maal)
    gelezen = _noemer(zin, Decimal(waarde) * maal, vorm, m.start(), m.end(), stap)
    return Noemer(**(gelezen.__dict__ | {"is_woord": True}))


def _noemer(zin: Zin, waarde: Decimal, vorm: str, begin: int, eind: int, stap: Decimal) -> Noemer:
    naam = _NAAM.match(zin.tekst, eind)
    return Noemer(
        waarde=waarde,
        vorm=vorm,
        tekst=zin.tekst[begin:eind].strip(),
        begin=begin,
        eind=eind,
        stap=stap,
        zweem=_zweem(zin.tekst[max(0, begin - 24) : begin]),
        naam=naam[1].casefold() if naam else "",
        is_verwezen=any(a <= begin and eind <= b + 1 for a, b in zin.verwezen),
    )


_OVER_GELD = re.compile(
    r"€|\beuro\b|\b(?:tekort\w*|overschot\w*|nadeel|nadelig\w*|voordeel|voordelig\w*|overschrijding|onderschrijding|"
    r"begrot\w+|begroot|budget\w*|kosten|lasten|uitgaven|uitgegeven|uit te geven|reserve)\b",
    re.IGNORECASE,
)
_MENSEN = re.compile(
    r"\s+(?:inwoners|mensen|nederlanders|huishoudens|jongeren|kinderen|personen|uur|uren|keer|zones|ritten|km)\b",
    re.IGNORECASE,
)


def _is_ton(zin: Zin, m: re.Match[str]) -> bool:
    """Four "ton" is money, unless it is waste that is weighed; so are millions where money is meant."""
    maal = (m["maal"] or "").strip().rstrip(".").casefold()
    if maal in ("mln", "miljoen", "miljard"):
        return bool(_OVER_GELD.search(zin.tekst)) and not _MENSEN.match(zin.tekst, m.end())
    return maal == "ton" and not re.match(
        r"\s*(?:afval|co2|restafval|gft)\b", zin.tekst[m.end() :], re.I
    )


def _maal(tekst: str | None) -> int:
    return w.MAAL[tekst.strip().rstrip(".").casefold()] if tekst else 1


def _vorm(na: str | None, is_euro: bool) -> str:
    achter = (na or "").strip().casefold()
    if achter.startswith("procentpunt"):
        return "procentpunt"
    if achter in ("%", "procent"):
        return "procent"
    return "euro" if is_euro or achter == "euro" else "aantal"


def _zweem(voor: str) -> str:
    return next((naam for patroon, naam in w.ZWEMEN if patroon.search(voor)), "")


def past(getal: Noemer, echt: Decimal, *, ruimte: Decimal = Decimal(0)) -> bool:
    """Whether a written number can stand for the true one, rounded as it was written.

    "circa" leaves 5 % on either side, "ruim" and "bijna" 10 % on one; `ruimte` is added to all.
    """
    v, e = abs(getal.waarde), abs(echt)
    half = getal.stap / 2 + ruimte
    if getal.zweem in ("ruim", "bijna", "meer_dan", "minder_dan"):
        half = min(half, max(v / 50, Decimal("0.5") if getal.stap <= 1 else Decimal(0)))
    if abs(v - e) <= half:
        return True
    if getal.zweem in ("ruim", "meer_dan"):
        return v <= e <= v * (Decimal("1.10") if getal.zweem == "ruim" else Decimal("1.5"))
    if getal.zweem in ("bijna", "minder_dan"):
        return v * (Decimal("0.9") if getal.zweem == "bijna" else Decimal("0.5")) <= e <= v
    if getal.zweem == "ongeveer":
        return abs(v - e) <= max(half, e * Decimal("0.05"))
    return False


def past_grof(getal: Noemer, echt: Decimal) -> bool:
    """As `past`, and a large amount may have been rounded to its own zeros: € 50.000 for 51.371."""
    korrel = min(getal.korrel, max(abs(getal.waarde) / 10, getal.stap))
    grof = korrel / 2 if getal.vorm == "euro" or getal.waarde >= 1000 else Decimal(0)
    return past(getal, echt, ruimte=max(Decimal(0), grof - getal.stap / 2))

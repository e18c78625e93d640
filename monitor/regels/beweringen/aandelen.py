"""PCT: a share, in percent or in words, against the part and the whole that stand with it.

The part stands beside the share, in or before brackets; the whole is what it is "van" or "waarvan". A
share that follows from any two numbers of the passage is right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monitor.regels.beweringen.breuken import Breuk, is_stap, past_breuk
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, procent
from monitor.regels.beweringen.paren import is_leeftijd, tellende
from monitor.regels.beweringen.wijzigingen import HERSTEL
from monitor.regels.beweringen.zinnen import Noemer, Zin
from monitor.regels.verschillen import aandeel

_VAN = re.compile(
    r"\b(?:van|op)\s+(?:(?:de|het|alle|al|onze|deze|die|in totaal|totaal|circa|ruim|bijna)\s+)*$",
    re.IGNORECASE,
)
_HAAKJE_ERNA = re.compile(
    r"^\s*(?:van (?:de|het|hen|alle|deze)\s+)?(?:[a-zë-]+\s+){0,3}\(\s*(?:ofwel\s+)?$",
    re.IGNORECASE,
)
_DAT_ZIJN = re.compile(
    r"^[^.()\d]{0,40}[;,:]\s*(?:(?:dat|dit) (?:zijn|is|waren|betreft)(?: er)?|ofwel|oftewel|te weten)\s+$",
    re.IGNORECASE,
)
_VAN_ERNA = re.compile(r"^\s+van (?:de|het|alle)\b[^.;,()]{0,40}$", re.IGNORECASE)
_ERVOOR = re.compile(
    r"^\s*(?:[\wë-]+\s+){0,8}[\wë-]*\s*(?:\(\s*|[,:]\s*(?:(?:een|ofwel|oftewel|dus|dat is|dit is|dat zijn|goed voor|dat betekent)\s+)*)(?:ruim\s+|bijna\s+|circa\s+|ongeveer\s+)?$",
    re.IGNORECASE,
)
_VERDER = re.compile(
    r"^(?:daarvan|hiervan|van (?:hen|deze|die)|dat|dit|waarvan|daarmee|hiermee)\b", re.IGNORECASE
)
_DEEL_VAN = re.compile(r"\b(?:van|waarvan|daarvan|hiervan|op)\b", re.IGNORECASE)
_BUDGET = re.compile(
    r"^[\s)]*(?:van|op) (?:de|het|dit|onze)?\s*[a-zë]*(?:begroting|budget|lasten|norm)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Deel:
    """A stated share with where it stands."""

    bron: Noemer | Breuk

    @property
    def begin(self) -> int:
        return self.bron.begin

    @property
    def eind(self) -> int:
        return self.bron.eind

    @property
    def tekst(self) -> str:
        return noem(self.bron) if isinstance(self.bron, Noemer) else f"‘{self.bron.tekst}’"


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        vorige = alle[i - 1] if i else None
        for deel in _gestelde(zin):
            yield from _toets(zin, deel, vorige)


def _gestelde(zin: Zin) -> Iterator[Deel]:
    for g in zin.van_vorm("procent"):
        if g.begin not in zin.mutaties and not _BUDGET.match(zin.na(g, 40)):
            yield Deel(g)
    yield from (Deel(b) for b in zin.breuken if not is_stap(zin, b))


def _toets(zin: Zin, deel: Deel, vorige: Zin | None) -> Iterator[Bevinding]:
    tel = delers(zin)
    if (terug := _van_vorige(zin, deel, tel, vorige)) is not None:
        yield from terug
        return
    stuk = _stuk(zin, deel, tel)
    if stuk is None or zin.paren:
        return
    geheel = _geheel(zin, stuk, tel, vorige)
    if geheel is None or not 0 < stuk.waarde < geheel.waarde:
        return
    bij = [*tel, *(delers(vorige) if vorige else [])]
    if any(_past(deel, a, b) for a in bij for b in bij if a is not b and a.vorm == b.vorm):
        return
    echt = aandeel(stuk.waarde, geheel.waarde)
    if echt is not None:
        yield _fout(zin, stuk, geheel, echt, deel)


def _van_vorige(
    zin: Zin, deel: Deel, tel: Sequence[Noemer], vorige: Zin | None
) -> list[Bevinding] | None:
    """ "5.388 jeugdigen krijgen hulp. Dat is 15,4% van alle 34.900": the part stands in the sentence before."""
    if vorige is None or len(tel) != 1 or not _VERDER.match(zin.tekst) or tel[0].begin < deel.eind:
        return None
    stukken = [g for g in delers(vorige) if g.vorm == tel[0].vorm]
    if not _VAN.search(zin.voor(tel[0])) or len(stukken) != 1 or stukken[0].waarde >= tel[0].waarde:
        return None
    if _past(deel, stukken[0], tel[0]):
        return []
    echt = aandeel(stukken[0].waarde, tel[0].waarde) or Decimal(0)
    return [_fout(zin, stukken[0], tel[0], echt, deel)]


def _fout(zin: Zin, stuk: Noemer, geheel: Noemer, echt: Decimal, deel: Deel) -> Bevinding:
    som = f"{noem(stuk)} van {noem(geheel)} is {procent(echt)}, de tekst zegt {deel.tekst}"
    return meld(zin, "PCT", som, HERSTEL)


def delers(zin: Zin) -> list[Noemer]:
    """The numbers that can be a part or a whole."""
    return [g for g in tellende(zin) if g.begin not in zin.mutaties and not is_leeftijd(zin, g)]


def _stuk(zin: Zin, deel: Deel, tel: Sequence[Noemer]) -> Noemer | None:
    """The part: right behind the share in brackets, else right before it."""
    na = next((g for g in tel if g.begin >= deel.eind), None)
    if na is not None and _DAT_ZIJN.match(zin.tekst[deel.eind : na.begin]):
        return na
    if na is not None and _HAAKJE_ERNA.match(zin.tekst[deel.eind : na.begin]):
        return na
    if len(tel) == 2 and _VAN.fullmatch(zin.tussen(*tel).strip() + " "):
        return tel[0]  # "1 op de 3 … (29 van 88)"
    voor = [g for g in tel if g.eind <= deel.begin]
    if (
        len(tel) == 2
        and len(voor) == 1
        and _VAN.search(zin.voor(tel[0]))
        and _in_haakjes(zin, tel[1])
    ):
        return tel[1]  # "van de 88 meldingen was 75% op tijd klaar (66)"
    if len(tel) == 2 and len(voor) == 1 and _VAN_ERNA.match(zin.tekst[deel.eind : tel[1].begin]):
        return tel[0]  # "de 36 die werk vonden, vormen 40% van de uitstroom van 90"
    if voor and _ERVOOR.match(zin.tekst[voor[-1].eind : deel.begin]):
        return voor[-1]
    return None


def _in_haakjes(zin: Zin, g: Noemer) -> bool:
    return zin.voor(g, 1) == "(" and zin.na(g, 1) == ")"


def _geheel(zin: Zin, stuk: Noemer, tel: Sequence[Noemer], vorige: Zin | None) -> Noemer | None:
    """The whole: what the sentence takes it from, else the one number of the sentence before."""
    zelfde = [g for g in tel if g is not stuk and g.vorm == stuk.vorm]
    van = [g for g in zelfde if _VAN.search(zin.voor(g))]
    if len(van) == 1:
        return van[0]
    voor = [g for g in zelfde if g.eind <= stuk.begin]
    if voor and re.search(r"\bwaarvan\b", zin.tekst[voor[0].eind : stuk.begin], re.IGNORECASE):
        return voor[0]
    if len(zelfde) == 1 and _DEEL_VAN.search(zin.tekst):
        return zelfde[0]
    if not zelfde and vorige is not None and _VERDER.match(zin.tekst):
        eerder = [g for g in delers(vorige) if g.vorm == stuk.vorm]
        return eerder[0] if len(eerder) == 1 else None
    return None


def _past(deel: Deel, a: Noemer, b: Noemer) -> bool:
    echt = aandeel(a.waarde, b.waarde)
    return echt is not None and past_breuk(deel.bron, echt)

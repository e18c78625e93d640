"""LOS: typed numbers that no figure supports, and those that a figure contradicts.

Left alone: years and dates, ranks, small numbers, ages, times, "1 op de 8", laws and house rules, and
what is quoted.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from monitor.regels.beweringen.buiten import is_van_buiten
from monitor.regels.beweringen.gegevens import LET_OP, Bevinding, Cijferfeit, Document
from monitor.regels.beweringen.melden import meld, noem, schrijf
from monitor.regels.beweringen.onderwerp import kernwoorden, stammen
from monitor.regels.beweringen.paren import is_leeftijd
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.samenhang import gesteund
from monitor.regels.beweringen.zinnen import Noemer, Zin, past, past_grof

_GEEN_CIJFER = re.compile(
    r"^\s*(?:jaar|jaren|jarigen?|-jarigen?|week|weken|maanden?|dagen|dag|uur|minuten|plus|plussers?|"
    r"km|meter|m2|x|keer|maal|procentpunt|februari|maart|op de)\b",
    re.IGNORECASE,
)
_ERVOOR = re.compile(
    r"(?:\b(?:per|van de|van elke|artikel|art\.?|lid|wet|nummer|nr\.?|stap|fase|spoor|tafel|groep|wijk|"
    r"route|versie|punt|bijlage|pagina|tabel|grafiek|hoofdstuk|TOZO|COVID|boven|onder de|vanaf|tot en met|"
    r"ouder dan|jonger dan|drempel(?: van)?|leeftijd(?: van)?|telefoon|om)\s*|[(<>]\s*(?=\d{1,2}\)))(?:€\s*)?$",
    re.IGNORECASE,
)
_BAND_NA = re.compile(r"^\s*(?:tot|-|–|en)\s*[\d.]+\s+inwoners\b", re.IGNORECASE)
_BAND_VOOR = re.compile(
    r"\d\s*(?:tot|-|–)\s*$|\btussen\s+(?:de\s+)?$|\btussen\s+[\d.]+\s+en\s+$", re.IGNORECASE
)
_IN_SCHAAL = re.compile(
    r"\b(?:bedragen|cijfers)\b[^.;]{0,20}(?:(?P<mln>miljoen(?:en)?|mln|1\.000\.000)|duizend(?:en)?|1\.000)\b",
    re.IGNORECASE,
)
MAX = 8
_SOORTEN = {
    "euro": ("euro", "euro_per_inwoner"),
    "procent": ("percentage",),
    "procentpunt": ("percentage",),
}


class Bekend:
    """What the edition itself says, worked out once for all its texts."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.waarden = bekende_waarden(doc)
        self._procenten: dict[str, set[Decimal]] = {}

    def procenten(self, hoofdstuk: str) -> set[Decimal]:
        if hoofdstuk not in self._procenten:
            self._procenten[hoofdstuk] = _procenten(self.doc, hoofdstuk)
        return self._procenten[hoofdstuk]

    def kent(self, g: Noemer) -> bool:
        """Whether it is a figure of this edition, to the digit."""
        return abs(g.waarde) in self.waarden

    def steunt(self, zin: Zin, g: Noemer, buren: Sequence[Noemer]) -> bool:
        if _gesteund(g, self.waarden, buren) or _gedeeld(zin, g, buren):
            return True
        return g.vorm == "procent" and any(past(g, p) for p in self.procenten(zin.bij.hoofdstuk))


def controleer(bekend: Bekend, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """A finding for each contradiction, and one for all loose numbers of a text together."""
    if not bekend.doc.cijfers:
        return
    los: list[tuple[Zin, Noemer]] = []
    maal = _schaal(alle)
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        buren = [*(alle[i - 1].getallen if i else ()), *zin.getallen]
        vast = gesteund(zin, alle[i - 1].getallen if i else (), bekend.kent)
        hier = [
            g for g in zin.getallen
            if is_cijfer(zin, g) and g.begin not in vast and not bekend.steunt(zin, g, buren)
            and abs(g.waarde) * maal not in bekend.waarden
        ]  # fmt: skip
        tegen = next(((g, f) for g in hier if (f := _weerspreekt(bekend.doc, zin, g))), None)
        if tegen is not None:
            yield _tegen(zin, *tegen)
        else:
            los += [(zin, g) for g in hier]
    if los:
        yield _samen(los)


def _schaal(alle: Sequence[Zin]) -> int:
    """In what a text says that its amounts are written: "Bedragen in miljoenen euro's"."""
    m = next((m for z in alle if (m := _IN_SCHAAL.search(z.tekst))), None)
    return 1 if m is None else 1_000_000 if m["mln"] else 1000


def _samen(los: Sequence[tuple[Zin, Noemer]]) -> Bevinding:
    namen = list(dict.fromkeys(f"‘{noem(g)}’" for _, g in los))
    zin = los[0][0]
    rest = f" en nog {len(namen) - MAX} andere" if len(namen) > MAX else ""
    return meld(
        zin, "LOS",
        f"{', '.join(namen[:MAX])}{rest} {'is' if len(namen) == 1 else 'zijn'} geen cijfer van deze uitgave",
        "Klopt het? Gebruik liever een verwijzing, zoals {clienten-jeugd}.", LET_OP,
    )  # fmt: skip


def is_cijfer(zin: Zin, g: Noemer) -> bool:
    """Whether a typed number looks like a figure of the monitor."""
    if g.is_verwezen or g.is_woord:
        return False
    if g.vorm == "aantal" and g.stap == 1 and abs(g.waarde) <= 10:
        return False
    if _GEEN_CIJFER.match(zin.na(g, 20)) or _ERVOOR.search(zin.voor(g, 24)):
        return False
    if g.vorm == "procent" and g.waarde in (0, 100):
        return False
    if is_van_buiten(zin, g) or is_leeftijd(zin, g):
        return False
    return not (_BAND_NA.match(zin.na(g, 40)) or _BAND_VOOR.search(zin.voor(g, 20)))


def bekende_waarden(doc: Document) -> set[Decimal]:
    """Every number that the edition itself shows, with the balances that follow from it."""
    bekend = {abs(f.waarde) for f in doc.cijfers if f.waarde is not None} | set(doc.overig)
    for r in doc.geldrijen:
        bekend |= {abs(r.begroting), abs(r.prognose), abs(r.saldo)}
    return bekend | set(_verschillen(doc))


def _verschillen(doc: Document) -> Iterator[Decimal]:
    """The newest of each series minus those before it: "49 meer dan in het tweede kwartaal"."""
    reeksen: dict[tuple[str, str, str, str], list[Decimal]] = defaultdict(list)
    for f in doc.cijfers:
        if f.waarde is not None:
            reeksen[f.code, f.soort, f.dimensie, f.categorie].append(f.waarde)
    for waarden in reeksen.values():
        yield from (abs(a - b) for a, b in pairwise(waarden[-13:]))
        yield from (abs(waarden[-1] - a) for a in waarden[-13:-1])


def _gesteund(g: Noemer, bekend: set[Decimal], buren: Sequence[Noemer]) -> bool:
    """One of the figures, one of them rounded, or a share or difference of numbers beside it."""
    if abs(g.waarde) in bekend:
        return True
    if g.stap != 1 and any(past(g, b) for b in bekend):
        return True
    if (g.korrel >= 1000 or g.zweem) and g.waarde >= 100 and any(past_grof(g, b) for b in bekend):
        return True
    return any(past(g, v) for v in _afgeleid(g, buren))


def _procenten(doc: Document, hoofdstuk: str) -> set[Decimal]:
    """Growth within each series of this chapter: the newest against each, and each against the next."""
    reeksen: dict[tuple[str, str, str, str], list[Decimal]] = defaultdict(list)
    for f in doc.cijfers:
        if f.waarde is not None and (not hoofdstuk or f.hoofdstuk in ("", hoofdstuk)):
            reeksen[f.code, f.soort, f.dimensie, f.categorie].append(f.waarde)
    uit = set()
    for waarden in reeksen.values():
        paren = [(waarden[-1], w) for w in waarden[-13:-1]] + list(pairwise(waarden[-13:]))
        for a, b in paren:
            uit |= {abs(a - b) / abs(w) * 100 for w in (a, b) if w}
    return uit | set(_aandelen(doc, hoofdstuk))


def _aandelen(doc: Document, hoofdstuk: str) -> Iterator[Decimal]:
    """The share of each category in its total, and of each balance in its budget."""
    totalen = {(f.code, f.soort, f.periode): f.waarde for f in doc.cijfers if not f.dimensie}
    for f in doc.cijfers:
        geheel = totalen.get((f.code, f.soort, f.periode))
        if f.dimensie and f.waarde is not None and geheel and f.hoofdstuk in ("", hoofdstuk):
            yield abs(f.waarde / geheel * 100)
    for rij in doc.geldrijen:
        if rij.begroting:
            yield abs(rij.saldo / rij.begroting * 100)


def _afgeleid(g: Noemer, buren: Sequence[Noemer]) -> Iterator[Decimal]:
    """What follows from two other numbers in the sentence or the one before."""
    anderen = [a.waarde for a in buren if a is not g and a.waarde]
    for i, a in enumerate(anderen):
        for b in anderen[i + 1 :]:
            if g.vorm == "procent":
                yield abs(a - b) / abs(a) * 100
                yield abs(a - b) / abs(b) * 100
                yield abs(a) / abs(b) * 100
                yield abs(b) / abs(a) * 100
            else:
                yield abs(a - b)
    for a in anderen if g.vorm in ("aantal", "euro") else ():
        yield from (abs(a) / n for n in (2, 3, 4, 6, 8, 12))  # half of it, or so much a month


def _gedeeld(zin: Zin, g: Noemer, buren: Sequence[Noemer]) -> bool:
    """An average or a rate that is one number of the passage by another."""
    if not (is_gemiddelde(zin, g) or re.match(r"\s*(?:[a-zë]+\s+)?per\b", zin.na(g, 24))):
        return False
    kaal = [a.waarde for a in buren if a is not g and a.waarde > 0 and a.vorm in ("aantal", "euro")]
    return any(past(g, a / b, ruimte=g.stap / 2) for a in kaal for b in kaal if a > b)


def _lijkt_op(g: Noemer, waarde: Decimal) -> bool:
    """The same digits in another order, or one of three or more that is another."""
    a, b = str(abs(g.waarde)), str(abs(waarde))
    if len(a) != len(b) or len(a) < 2:
        return False
    return sorted(a) == sorted(b) or (
        len(a) > 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    )


def _weerspreekt(doc: Document, zin: Zin, g: Noemer) -> Cijferfeit | None:
    """A figure with this name in this sentence, near the number and not equal to it."""
    hier = set(stammen(zin.tekst))
    eenheden = _SOORTEN.get(g.vorm, ("aantal", "uren", "dagen", "maanden", "cijfer", "per_1000"))
    gevonden = []
    for f in doc.cijfers:
        woorden = kernwoorden(f.label)
        if f.waarde is None or f.eenheid not in eenheden or f.dimensie or f.soort != "realisatie":
            continue
        if not woorden or not woorden <= hier or (len(woorden) < 2 and not _lijkt_op(g, f.waarde)):
            continue
        dichtbij = abs(f.waarde - g.waarde) <= abs(f.waarde) / 5 or _lijkt_op(g, f.waarde)
        if dichtbij and f.waarde != g.waarde:
            gevonden.append(f)
    return gevonden[-1] if gevonden else None


def _tegen(zin: Zin, g: Noemer, f: Cijferfeit) -> Bevinding:
    waarde = schrijf(f.waarde or Decimal(0), "euro" if f.eenheid == "euro" else "aantal")
    return meld(
        zin, "LOS",
        f"{f.label} is {waarde} ({f.periode}), de tekst zegt {noem(g)}",
        "Neem het cijfer over met een verwijzing.", LET_OP,
    )  # fmt: skip

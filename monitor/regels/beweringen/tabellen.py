"""SUM in tables: number × average × 12 = total, parts against total, a total in a part's place.

Only shown figures take part. A hidden one stops the sum it belongs to: what is left would give it away.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from monitor.regels.beweringen.gegevens import (
    FOUT,
    LET_OP,
    Bevinding,
    Cijferfeit,
    Document,
    Geldrij,
)
from monitor.regels.beweringen.melden import meld, noem, schrijf
from monitor.regels.beweringen.onderwerp import kernwoorden, stam, stammen
from monitor.regels.beweringen.zinnen import Noemer, Zin, past_grof

Sleutel = tuple[str, str]  # kind, period
MARGE = Decimal("0.02")
HERSTEL = "Verbeter het deel of het totaal dat niet klopt."
_BEGROOT = re.compile(r"\bbegro(?:ot|te|ting)", re.IGNORECASE)
_PROGNOSE = re.compile(r"\b(?:prognose|verwacht)", re.IGNORECASE)


class Product(NamedTuple):
    """What number × average × months comes to, for one kind and period, by category."""

    soort: str
    periode: str
    woorden: frozenset[str]
    delen: dict[str, Decimal]
    uitleg: dict[str, str]
    feit: Cijferfeit


def controleer(doc: Document) -> Iterator[Bevinding]:
    """The checks on the figures themselves."""
    for product in producten(doc):
        yield from _product_tegen_totaal(doc, product)
    yield from _uitsplitsingen(doc)
    yield from _geldtotalen(doc)
    yield from _totaal_op_plek_van_deel(doc)


def controleer_tekst(gemaakt: Sequence[Product], alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """Amounts in a text against number × average × 12."""
    gemaakt = [p for p in gemaakt if len(p.delen) > 1]
    for i, zin in enumerate(alle if gemaakt else ()):
        if zin.is_geciteerd:
            continue
        for g in zin.van_vorm("euro"):
            voor = zin.tekst[: g.begin]
            soort = _soort_voor(voor, zin.na(g, 20))
            if not soort:
                continue
            over = zin.tekst if i == 0 else f"{alle[i - 1].tekst} {zin.tekst}"
            for p in gemaakt:
                yield from _bedrag(zin, g, p, over) if p.soort.startswith(soort) else ()


def _soort_voor(voor: str, na: str) -> str:
    """Budget or forecast: the nearest word before the amount, else right behind it."""
    b = max((m.start() for m in _BEGROOT.finditer(voor)), default=-1)
    p = max((m.start() for m in _PROGNOSE.finditer(voor)), default=-1)
    if max(b, p) >= max(0, len(voor) - 45):
        return "begroting" if b > p else "prognose"
    if _BEGROOT.match(na.strip()):
        return "begroting"
    return "prognose" if _PROGNOSE.match(na.strip()) else ""


def _bedrag(zin: Zin, g: Noemer, p: Product, over: str) -> Iterator[Bevinding]:
    hier = set(stammen(over))
    gekozen = [c for c in p.delen if stam(c) in hier]
    if not gekozen or len(gekozen) == len(p.delen):
        return
    som = sum((p.delen[c] for c in gekozen), Decimal(0))
    if abs(som - g.waarde) > som * MARGE and not past_grof(g, som) and som / 3 < g.waarde < som * 3:
        rekening = " + ".join(p.uitleg[c] for c in gekozen)
        yield meld(
            zin, "SUM",
            f"{rekening} = {schrijf(som, 'euro')}, de tekst zegt {noem(g)}",
            "Verbeter het bedrag of de tegels, of leg uit waardoor ze verschillen.",
        )  # fmt: skip


def producten(doc: Document) -> list[Product]:
    """Every pair of "average number" and "average amount a month" that share their breakdown."""
    groepen: dict[tuple[str, str, str, str], dict[str, Cijferfeit]] = defaultdict(dict)
    for f in doc.cijfers:
        if f.dimensie and f.categorie:
            groepen[f.code, f.soort, f.periode, f.dimensie][f.categorie] = f
    bedragen = {k: v for k, v in groepen.items() if _is_maandbedrag(next(iter(v.values())))}
    gevonden = []
    for (code, soort, periode, dimensie), per in bedragen.items():
        for (ander, s, t, d), aantallen in groepen.items():
            if ander == code or (s, t, d) != (soort, periode, dimensie) or "-" in periode:
                continue
            eerste = next(iter(aantallen.values()))
            if eerste.eenheid != "aantal" or set(aantallen) != set(per):
                continue
            alle = [*aantallen.values(), *per.values()]
            if any(f.waarde is None or f.is_verborgen for f in alle):
                continue
            gevonden.append(_product(soort, periode, aantallen, per))
    return gevonden


def _is_maandbedrag(f: Cijferfeit) -> bool:
    return f.eenheid == "euro" and re.search(r"\bper maand\b", f.label, re.IGNORECASE) is not None


def _product(
    soort: str, periode: str, aantallen: dict[str, Cijferfeit], per: dict[str, Cijferfeit]
) -> Product:
    delen, uitleg = {}, {}
    for c, n in aantallen.items():
        aantal, bedrag = n.waarde or Decimal(0), per[c].waarde or Decimal(0)
        delen[c] = aantal * bedrag * 12
        uitleg[c] = f"{schrijf(aantal)} × {schrijf(bedrag, 'euro')} × 12"
    feit = next(iter(per.values()))
    woorden = kernwoorden(feit.label) & kernwoorden(next(iter(aantallen.values())).label)
    return Product(soort, periode, woorden, delen, uitleg, feit)


def _product_tegen_totaal(doc: Document, p: Product) -> Iterator[Bevinding]:
    som = sum(p.delen.values(), Decimal(0))
    for f in doc.cijfers:
        zelfde = (f.periode, f.dimensie, f.eenheid) == (p.periode, "", "euro")
        soort = f.soort.split("_")[0] == p.soort.split("_")[0]
        if not zelfde or not soort or f.waarde is None or not kernwoorden(f.label) & p.woorden:
            continue
        if _is_maandbedrag(f) or f.is_verborgen or abs(som - f.waarde) <= f.waarde * MARGE:
            continue
        if f.waarde / 2 < som < f.waarde * 2:
            yield _cijfer(
                doc, f, "SUM",
                f"{' + '.join(p.uitleg.values())} = {schrijf(som, 'euro')}, "
                f"{f.label} ({f.soort.replace('_', ' ')}) is {schrijf(f.waarde, 'euro')}",
                "Zoek uit welk van de cijfers niet klopt, of leg het verschil uit.", LET_OP,
            )  # fmt: skip


def _uitsplitsingen(doc: Document) -> Iterator[Bevinding]:
    """An additive breakdown that is shown whole must make its total."""
    groepen: dict[tuple[str, str, str], list[Cijferfeit]] = defaultdict(list)
    totalen: dict[tuple[str, str, str], Cijferfeit] = {}
    for f in doc.cijfers:
        if f.dimensie:
            groepen[f.code, f.soort, f"{f.periode}|{f.dimensie}"].append(f)
        else:
            totalen[f.code, f.soort, f.periode] = f
    for (code, soort, wat), delen in groepen.items():
        totaal = totalen.get((code, soort, wat.partition("|")[0]))
        if totaal is None or totaal.waarde is None or not totaal.is_optelbaar or len(delen) < 2:
            continue
        if any(d.waarde is None for d in delen):
            continue
        waarden = [d.waarde for d in delen if d.waarde is not None]
        som = sum(waarden, Decimal(0))
        tekort = totaal.waarde - som
        bijna = len(delen) > 1 and 0 < tekort <= totaal.waarde / 10 and tekort > len(delen)
        afronding = Decimal(len(delen)) if totaal.eenheid == "aantal" else totaal.waarde * MARGE
        if som > totaal.waarde + afronding or bijna:
            yield _cijfer(
                doc, totaal, "SUM",
                f"{' + '.join(schrijf(v) for v in waarden)} = {schrijf(som)}, "
                f"het totaal is {schrijf(totaal.waarde)}",
                HERSTEL, LET_OP,
            )  # fmt: skip


def _geldtotalen(doc: Document) -> Iterator[Bevinding]:
    """The total row of a finance table, against its rows."""
    per_blok: dict[tuple[str, str], list[Geldrij]] = defaultdict(list)
    for rij in doc.geldrijen:
        per_blok[rij.hoofdstuk, rij.blok].append(rij)
    for (hoofdstuk, blok), rijen in per_blok.items():
        totalen = [r for r in rijen if r.is_totaal]
        delen = [r for r in rijen if not r.is_totaal and not r.is_deel]
        if len(totalen) != 1 or len(delen) < 2:
            continue
        for wat in ("begroting", "prognose"):
            waarden = [getattr(r, wat) for r in delen]
            som, totaal = sum(waarden, Decimal(0)), getattr(totalen[0], wat)
            if abs(som - totaal) > len(delen):
                titel = dict(doc.hoofdstukken).get(hoofdstuk, "de cijfers")
                yield Bevinding(
                    "SUM", LET_OP, f"{hoofdstuk}/{blok}/cijfers", f"Hoofdstuk {titel}, de cijfers",
                    f"{totalen[0].label}: {schrijf(totaal, 'euro')}",
                    f"{' + '.join(schrijf(v, 'euro') for v in waarden)} = {schrijf(som, 'euro')}, het totaal "
                    f"({wat}) is {schrijf(totaal, 'euro')}",
                    HERSTEL, hoofdstuk, blok,
                )  # fmt: skip


def _totaal_op_plek_van_deel(doc: Document) -> Iterator[Bevinding]:
    """A part that equals the sum of all parts of a sister figure: perhaps the total was filled in."""
    groepen: dict[tuple[str, str, str, str], dict[str, Cijferfeit]] = defaultdict(dict)
    for f in doc.cijfers:
        if f.dimensie and f.eenheid == "aantal" and f.waarde is not None and not f.is_verborgen:
            groepen[f.code, f.soort, f.periode, f.dimensie][f.categorie] = f
    for (a, eerste), (b, tweede) in combinations(groepen.items(), 2):
        if a[0] == b[0] or a[3] != b[3] or len(eerste) < 3 or set(eerste) != set(tweede):
            continue
        yield from _verwisseld(doc, eerste, tweede)
        yield from _verwisseld(doc, tweede, eerste)


def _verwisseld(
    doc: Document, delen: dict[str, Cijferfeit], ander: dict[str, Cijferfeit]
) -> Iterator[Bevinding]:
    waarden = [f.waarde for f in ander.values() if f.waarde is not None]
    som = sum(waarden, Decimal(0))
    for c, f in delen.items():
        naast = ander[c].waarde
        if f.waarde == som and som >= 100 and naast is not None and naast != som:
            yield _cijfer(
                doc, f, "SUM",
                f"{' + '.join(schrijf(v) for v in waarden)} = {schrijf(som)}: dat is het totaal, maar "
                f"het staat bij {f.label}, {c}",
                "Kijk of hier het totaal is ingevuld in plaats van het deel.", LET_OP,
            )  # fmt: skip


def _cijfer(
    doc: Document, f: Cijferfeit, soort: str, som: str, advies: str, ernst: str = FOUT
) -> Bevinding:
    titel = dict(doc.hoofdstukken).get(f.hoofdstuk, "de cijfers")
    plek = f"{f.hoofdstuk}/{f.blok}/cijfers"
    citaat = f"{f.label}, {f.categorie}" if f.categorie else f.label
    return Bevinding(
        soort, ernst, plek, f"Hoofdstuk {titel}, de cijfers", f"{citaat}: {schrijf(f.waarde or Decimal(0), f.eenheid if f.eenheid == 'euro' else 'aantal')}",
        som, advies, f.hoofdstuk, f.blok,
    )  # fmt: skip

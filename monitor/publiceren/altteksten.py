"""The words of a chart: its alternative text and its summary, from its own points alone.

Templates: PRESENTATIE 4. A hidden point is never counted in, not even as highest or lowest.
"""

from collections.abc import Callable
from decimal import Decimal
from statistics import median

from monitor.models.enums import Eenheid, GrafiekVorm
from monitor.publiceren.schema import Cel, GrafiekInhoud, GrafiekReeks
from monitor.publiceren.veilig import VERBORGEN
from monitor.regels.getallen import rond
from monitor.regels.tonen import toon_getal
from monitor.regels.verschillen import aandeel, procent_tekst

MAX_ALT = 300
Punt = tuple[str, Cel]  # label, cell


def alt_tekst(g: GrafiekInhoud, onderwerp: str) -> str:
    """What the picture says, in at most about 300 characters."""
    tekst = _SOORT.get(g["vorm"], "Grafiek") + f": {onderwerp}. " + _kern(g) + _ontbrekend(g)
    return _kort(" ".join(tekst.split()))


def samenvatting(g: GrafiekInhoud, onderwerp: str) -> str:
    """The same in a sentence for under the chart."""
    return " ".join((_kern(g) + _ontbrekend(g)).split()) or f"Van {onderwerp} zijn geen cijfers."


def _kern(g: GrafiekInhoud) -> str:
    if not any(bekend(g, r) for r in g["reeksen"]):
        return ""
    return _KERN.get(g["vorm"], _staven)(g)


def bekend(g: GrafiekInhoud, reeks: GrafiekReeks) -> list[Punt]:
    """The points of a series that have a value."""
    paren = zip(g["labels"], reeks["punten"], strict=True)
    return [(label, p) for label, p in paren if p["waarde"] is not None]


def _waarde(p: Punt) -> Decimal:
    return Decimal(p[1]["waarde"] or 0)


def _lijn(g: GrafiekInhoud) -> str:
    zinnen = []
    for reeks in g["reeksen"][:4]:
        punten = bekend(g, reeks)
        if not punten:
            continue
        zinnen.append(f"{reeks['naam']}: {_gang(punten)}.")
    return " ".join(zinnen)


def _gang(punten: list[Punt]) -> str:
    """ "stijgt van 721 in februari 2021 naar 748 in april 2021 (voorlopig)"."""
    a, b = punten[0][1], punten[-1][1]
    status = f" ({b['status']})" if b["status"] != "definitief" else ""
    if a["periode"] == b["periode"]:
        return f"{b['tekst']} in {b['periode_tekst']}{status}"
    if a["tekst"] == b["tekst"]:
        return f"blijft gelijk, {b['tekst']} in {a['periode_tekst']} en in {b['periode_tekst']}{status}"
    woord = "stijgt" if _waarde(punten[-1]) > _waarde(punten[0]) else "daalt"
    van, naar = (f"{p['tekst']} in {p['periode_tekst']}" for p in (a, b))
    return f"{woord} van {van} naar {naar}{status}"


def _jaren(g: GrafiekInhoud) -> str:
    """The newest year, and the same month one year before."""
    nu = g["reeksen"][-1]
    zin = _lijn(g | {"reeksen": [nu]})
    punten = bekend(g, nu)
    if len(g["reeksen"]) > 1 and punten:
        vorig = dict(bekend(g, g["reeksen"][-2])).get(punten[-1][0])
        if vorig:
            zin += f" In {vorig['periode_tekst']} was het {vorig['tekst']}."
    return zin


def _staven(g: GrafiekInhoud) -> str:
    reeks = g["reeksen"][0]
    punten = bekend(g, reeks)
    if len(g["reeksen"]) > 1:
        return _lijn(g)
    opsomming = "; ".join(f"{label}: {p['tekst']}" for label, p in punten) + "."
    if len(punten) < 3:
        return opsomming
    hoog, laag = max(punten, key=_waarde), min(punten, key=_waarde)
    return f"{opsomming} Hoogste: {hoog[0]}. Laagste: {laag[0]}."


def _gestapeld(g: GrafiekInhoud) -> str:
    """Total and largest part of the newest column in which every part is known."""
    for i in reversed(range(len(g["labels"]))):
        punten = [(r["naam"], r["punten"][i]) for r in g["reeksen"]]
        if punten and all(p["waarde"] is not None for _, p in punten):
            som = sum((_waarde(p) for p in punten), Decimal(0))
            groot = max(punten, key=_waarde)
            totaal = toon_getal(som, eenheid=g["eenheid"], decimalen=g["decimalen"])
            deel = procent_tekst(rond(aandeel(_waarde(groot), som) or Decimal(0), 0), 0)
            toen = punten[0][1]["periode_tekst"]
            return f"Totaal {toen}: {totaal}. Grootste deel: {groot[0]}, {deel}."
    return ""


def _in_uit(g: GrafiekInhoud) -> str:
    if len(g["reeksen"]) < 3:
        return _lijn(g)
    for i in reversed(range(len(g["labels"]))):
        in_, uit, stand = (r["punten"][i] for r in g["reeksen"][:3])
        if None not in (in_["waarde"], uit["waarde"], stand["waarde"]):
            return (
                f"In {in_['periode_tekst']} kwamen er {in_['tekst']} bij en gingen er {uit['tekst']} weg. "
                f"Aan het einde waren het er {stand['tekst']}."
            )
    return ""


def _histogram(g: GrafiekInhoud) -> str:
    punten = bekend(g, g["reeksen"][0])
    hoog = max(punten, key=_waarde)
    return f"De meeste ({hoog[1]['tekst']}) vallen in de klasse ‘{hoog[0]}’."


def _deel(g: GrafiekInhoud) -> str:
    """Shares only when every part is known: otherwise a share would give the hidden part."""
    punten = bekend(g, g["reeksen"][0])
    som = sum((_waarde(p) for p in punten), Decimal(0))
    if len(punten) < len(g["labels"]) or not som:
        return "; ".join(f"{label}: {p['tekst']}" for label, p in punten) + "."
    if g["eenheid"] == Eenheid.PERCENTAGE:
        return "; ".join(f"{label}: {p['tekst']}" for label, p in punten) + "."
    delen = [
        (label, procent_tekst(rond(_waarde((label, p)) / som * 100, 0), 0)) for label, p in punten
    ]
    return "; ".join(f"{label}: {deel}" for label, deel in delen) + "."


def _stippen(g: GrafiekInhoud) -> str:
    punten = bekend(g, g["reeksen"][0])
    waarden = [_waarde(p) for p in punten]

    def als_tekst(waarde: Decimal) -> str:
        return toon_getal(rond(waarde, 4), eenheid=g["eenheid"], decimalen=g["decimalen"])

    eigen = f"{punten[0][0]}: {punten[0][1]['tekst']}."
    if len(punten) < 3:
        return eigen
    return (
        f"{eigen} Middelste van {len(punten)}: {als_tekst(median(waarden))}. "
        f"Laagste {als_tekst(min(waarden))}, hoogste {als_tekst(max(waarden))}."
    )


def _ontbrekend(g: GrafiekInhoud) -> str:
    """Names what is not drawn, so that a gap is never read as nought."""
    verborgen = [
        (r["naam"], label)
        for r in g["reeksen"]
        for label, p in zip(g["labels"], r["punten"], strict=True)
        if p["toestand"] in VERBORGEN
    ]
    if not verborgen:
        return ""
    if len(verborgen) > 4:
        return " Kleine aantallen zijn niet getoond."
    waar = ", ".join(dict.fromkeys(label for _, label in verborgen))
    return f" Niet getoond, om privacy: {waar}."


def _kort(tekst: str) -> str:
    """At most about 300 characters, cut after a whole sentence where there is one."""
    if len(tekst) <= MAX_ALT:
        return tekst
    stuk = tekst[:MAX_ALT]
    heel = stuk.rfind(". ")
    stuk = stuk[: heel + 1] if heel > MAX_ALT // 3 else stuk[: stuk.rfind(" ")] + " …"
    return f"{stuk} Alle cijfers staan in de tabel."


_SOORT: dict[str, str] = {
    GrafiekVorm.LIJN: "Lijngrafiek",
    GrafiekVorm.JAREN: "Lijngrafiek met een lijn per jaar",
    GrafiekVorm.KOLOM: "Kolommengrafiek",
    GrafiekVorm.GESTAPELD: "Gestapelde kolommen",
    GrafiekVorm.STAAF: "Staafgrafiek",
    GrafiekVorm.IN_UIT: "Grafiek van in- en uitstroom",
    GrafiekVorm.CUMULATIEF: "Lijngrafiek, opgeteld door het jaar",
    GrafiekVorm.HISTOGRAM: "Verdeling over klassen",
    GrafiekVorm.DEEL: "Balk van 100%",
    GrafiekVorm.STIPPEN: "Vergelijking met anderen",
}
_KERN: dict[str, Callable[[GrafiekInhoud], str]] = {
    GrafiekVorm.LIJN: _lijn,
    GrafiekVorm.JAREN: _jaren,
    GrafiekVorm.CUMULATIEF: _lijn,
    GrafiekVorm.GESTAPELD: _gestapeld,
    GrafiekVorm.IN_UIT: _in_uit,
    GrafiekVorm.HISTOGRAM: _histogram,
    GrafiekVorm.DEEL: _deel,
    GrafiekVorm.STIPPEN: _stippen,
}

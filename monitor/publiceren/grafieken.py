"""Charts as data: labels, series of points, breaks, and the words that say the same."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from monitor.models import Blok
from monitor.models.enums import GrafiekVorm, Soort, StroomOfStand
from monitor.publiceren.altteksten import alt_tekst, samenvatting
from monitor.publiceren.gegevens import BEGROTING, Cijfer, plat
from monitor.publiceren.noemen import Rij, rijen
from monitor.publiceren.schema import Cel, GrafiekInhoud, GrafiekReeks
from monitor.publiceren.tabellen import kies, volgorde, zonder_lege
from monitor.publiceren.veilig import VERBORGEN
from monitor.publiceren.vergelijken import breuk_tussen
from monitor.publiceren.werk import Werk
from monitor.regels.perioden import MAANDEN, Tijdvak
from monitor.regels.tonen import toon_getal

MAX_JAREN = 4
MAX_VERBORGEN = Decimal("0.25")


@dataclass
class Tekening:
    """A chart before its words: `as_` has a time for each label when the axis is time."""

    labels: list[str]
    reeksen: list[GrafiekReeks]
    as_: list[Tijdvak]


def maak_grafiek(werk: Werk, blok: Blok) -> GrafiekInhoud:
    lijst = rijen(werk.bron, blok)
    tekening = _MAKERS.get(blok.vorm, _over_tijd)(werk, blok, lijst)
    eerste = werk.indicator(lijst[0].reeks) if lijst else None
    inhoud: GrafiekInhoud = {
        "vorm": blok.vorm,
        "eenheid": eerste.eenheid if eerste else "aantal",
        "eenheid_tekst": (eerste.eenheid_tekst or eerste.get_eenheid_display()) if eerste else "",
        "decimalen": eerste.decimalen if eerste else 0,
        "labels": tekening.labels,
        "reeksen": tekening.reeksen,
        "breuken": _breuken(werk, lijst, tekening.as_),
        "toon_grafiek": toon_grafiek(tekening.reeksen),
        "alt": "",
        "samenvatting": "",
    }
    onderwerp = blok.ondertitel or (lijst[0].label if lijst else blok.titel)
    inhoud["alt"] = alt_tekst(inhoud, onderwerp)
    inhoud["samenvatting"] = samenvatting(inhoud, onderwerp)
    return inhoud


def toon_grafiek(reeksen: list[GrafiekReeks]) -> bool:
    """False when over a quarter of the points is hidden, or when there is nothing to draw."""
    punten = [p for r in reeksen for p in r["punten"] if p["toestand"] != "ontbreekt"]
    weg = sum(p["toestand"] in VERBORGEN for p in punten)
    return any(p["waarde"] is not None for p in punten) and weg <= MAX_VERBORGEN * len(punten)


def _reeks(rij: Rij, punten: list[Cel], naam: str = "") -> GrafiekReeks:
    return {
        "naam": naam or rij.label,
        "indicator": rij.reeks.indicator,
        "reeks": str(rij.reeks),
        "soort": rij.reeks.soort,
        "punten": punten,
    }


def _over_tijd(werk: Werk, blok: Blok, lijst: list[Rij]) -> Tekening:
    """Time on the axis, a line or column for each series."""
    vakken = kies(werk, blok, lijst, standaard="alles")
    punten = [[werk.cel(werk.boek.op(r.reeks, v.code), v) for v in vakken] for r in lijst]
    lijst, punten = zonder_lege(lijst, punten)
    reeksen = [_reeks(r, p) for r, p in zip(lijst, punten, strict=True)]
    return Tekening(as_labels(vakken), reeksen, vakken)


def _in_uit(werk: Werk, blok: Blok, lijst: list[Rij]) -> Tekening:
    """The flows first, as in the block, and the stock last, whatever the block's order was."""
    stand = [r for r in lijst if werk.indicator(r.reeks).stroom_of_stand == StroomOfStand.STAND]
    if len(stand) == 1:
        lijst = [*(r for r in lijst if r not in stand), *stand]
    return _over_tijd(werk, blok, lijst)


def _over_categorieen(werk: Werk, blok: Blok, lijst: list[Rij]) -> Tekening:
    """The rows on the axis, as they stand in the block."""
    alle = [(r, _nieuwste(werk, blok, r)) for r in lijst]
    nieuwste = [(r, c) for r, c in alle if c is not None or not r.is_verdeeld]
    if blok.vorm == GrafiekVorm.STAAF:
        nieuwste.sort(key=lambda paar: volgorde(paar[1], paar[0].label))
    if not nieuwste:
        return Tekening([], [], [])
    teksten = {c.tijdvak.tekst for _, c in nieuwste if c}
    naam = teksten.pop() if len(teksten) == 1 else ""
    punten = [werk.cel(c) for _, c in nieuwste]
    labels = [r.label for r, _ in nieuwste]
    return Tekening(labels, [_reeks(_eigen(lijst), punten, naam or "Nieuwste")], [])


def _eigen(lijst: list[Rij]) -> Rij:
    """The gemeente's own row: it names the series, whoever comes first in the chart."""
    return next((r for r in lijst if r.reeks.soort != Soort.REFERENTIE), lijst[0])


def _nieuwste(werk: Werk, blok: Blok, rij: Rij) -> Cijfer | None:
    if not blok.perioden:
        return werk.nieuwste(rij.reeks)
    vakken = kies(werk, blok, [rij])
    return werk.boek.op(rij.reeks, vakken[-1].code) if vakken else None


def _kolom(werk: Werk, blok: Blok, lijst: list[Rij]) -> Tekening:
    """Columns over time; over the rows when each has one figure."""
    meer = len(lijst) > 1 and len(kies(werk, blok, lijst)) <= 1
    return (_over_categorieen if meer else _over_tijd)(werk, blok, lijst)


def _jaren(werk: Werk, blok: Blok, lijst: list[Rij]) -> Tekening:
    """Years over each other: the parts of the year on the axis, a line for each of four years."""
    if not lijst:
        return Tekening([], [], [])
    rij = lijst[0]
    vakken = [v for v in kies(werk, blok, [rij], standaard="alles") if _deel(v)]
    vakken = [v for v in vakken if v.soort == vakken[-1].soort]
    jaren = sorted({v.code[:4] for v in vakken})[-MAX_JAREN:]
    delen = _aaneen(sorted({_deel(v) for v in vakken if v.code[:4] in jaren}))
    reeksen = [
        _reeks(rij, [_punt(werk, rij, f"{jaar}-{deel}") for deel in delen], jaar) for jaar in jaren
    ]
    return Tekening([_deel_tekst(d) for d in delen], reeksen, [])


def _punt(werk: Werk, rij: Rij, code: str) -> Cel:
    return werk.cel(werk.boek.op(rij.reeks, code))


def _cumulatief(werk: Werk, blok: Blok, lijst: list[Rij]) -> Tekening:
    """Months added up through the newest year, with the budget of the year as a straight line."""
    lopend = [r for r in lijst if r.reeks.soort not in BEGROTING]
    jaar = str(werk.bron.uitgave.peildatum.year)
    maanden = [f"{jaar}-{m:02}" for m in range(1, 13)]
    reeksen = []
    for rij in lijst:
        if rij in lopend:
            reeksen.append(_reeks(rij, _optelling(werk, rij, maanden)))
        else:
            reeksen.append(_reeks(rij, [werk.cel(werk.boek.op(rij.reeks, jaar))] * 12))
    return Tekening([_deel_tekst(m[5:]) for m in maanden], reeksen, [])


def _optelling(werk: Werk, rij: Rij, maanden: list[str]) -> list[Cel]:
    """Running totals; after the first month that is not known there are none."""
    som, uit, gestopt = Decimal(0), [], False
    indicator = werk.indicator(rij.reeks)
    for code in maanden:
        cijfer = werk.boek.op(rij.reeks, code)
        if gestopt or cijfer is None or cijfer.waarde is None:
            uit.append(werk.cel(None if gestopt else cijfer))
            gestopt = True
            continue
        som += cijfer.waarde
        tekst = toon_getal(som, eenheid=indicator.eenheid, decimalen=indicator.decimalen)
        uit.append(werk.cel(cijfer) | {"waarde": plat(som), "tekst": tekst, "gecorrigeerd": None})
    return uit


def _deel(v: Tijdvak) -> str:
    """The part of the year of a month, quarter, half-year or four weeks; empty for anything else."""
    return v.code[5:] if v.soort in ("maand", "kwartaal", "halfjaar", "vier_weken") else ""


def _aaneen(delen: list[str]) -> list[str]:
    """Months without holes: one that is not known must be seen as a gap."""
    if not all(d.isdigit() for d in delen):
        return delen
    return [f"{m:02}" for m in range(int(delen[0]), int(delen[-1]) + 1)] if delen else []


def _deel_tekst(deel: str) -> str:
    kort = MAANDEN[int(deel) - 1][:3] if deel.isdigit() else deel
    return "mrt" if kort == "maa" else kort


def as_labels(vakken: list[Tijdvak]) -> list[str]:
    """Short names on a time axis: "apr" within one year, "apr 2021" over more."""
    een_jaar = len({v.code[:4] for v in vakken}) == 1
    return [_as_label(v, een_jaar=een_jaar and len(vakken) > 1) for v in vakken]


def _as_label(v: Tijdvak, *, een_jaar: bool) -> str:
    if v.soort == "maand":
        kort = _deel_tekst(v.code[5:])
        return kort if een_jaar else f"{kort} {v.code[:4]}"
    if v.soort in ("kwartaal", "halfjaar", "vier_weken"):
        return v.code[5:] if een_jaar else f"{v.code[5:]} {v.code[:4]}"
    return v.tekst


def _breuken(werk: Werk, lijst: list[Rij], as_: list[Tijdvak]) -> list[int]:
    codes = {r.reeks.indicator for r in lijst}
    paren = list(enumerate(pairwise(as_), 1))
    return [i for i, (a, b) in paren if any(breuk_tussen(werk.bron, c, a, b) for c in codes)]


_MAKERS: dict[str, Callable[[Werk, Blok, list[Rij]], Tekening]] = {
    GrafiekVorm.JAREN: _jaren,
    GrafiekVorm.KOLOM: _kolom,
    GrafiekVorm.IN_UIT: _in_uit,
    GrafiekVorm.STAAF: _over_categorieen,
    GrafiekVorm.CUMULATIEF: _cumulatief,
    GrafiekVorm.HISTOGRAM: _over_categorieen,
    GrafiekVorm.DEEL: _over_categorieen,
    GrafiekVorm.STIPPEN: _over_categorieen,
}

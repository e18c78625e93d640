"""Secondary suppression: what else must be hidden, so that a small count does not follow from the rest.

This is the simple method, line by line: in each additive line (a total and its parts, shown over the
same time) a reader who adds and subtracts must be left with the full range 1..threshold-1 for every
small count. The full method (METHODEN A4: all equations at once, solved and audited, with a ledger of
what was published before) takes the place of `dek`, with the same arguments and the same answer.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from monitor.models import Indicator
from monitor.models.enums import StroomOfStand
from monitor.publiceren.afschermen import drempel_van
from monitor.publiceren.gegevens import Bron, Cijfer, ReeksId
from monitor.publiceren.noemen import formule_van
from monitor.regels.afscherming import is_klein
from monitor.regels.formules import bereken
from monitor.regels.perioden import Tijdvak
from monitor.regels.sleutels import lees_sleutel, maak_sleutel

CelId = tuple[ReeksId, str]  # series, period code
DAG = timedelta(days=1)


@dataclass(frozen=True)
class Lijn:
    """`totaal` is the sum of `delen`."""

    totaal: CelId
    delen: tuple[CelId, ...]
    drempel: int


@dataclass
class Cellen:
    """What stands in each cell: its true value when it is shown, and which are small."""

    waarde: dict[CelId, Decimal]
    klein: set[CelId]
    openbaar: set[ReeksId]
    eerder: frozenset[CelId] = frozenset()  # shown by an earlier publication: hiding it comes late

    def getoond(self, cel: CelId, weg: set[CelId]) -> bool:
        return cel in self.waarde and cel[0] in self.openbaar and cel not in weg


def dek(bron: Bron, getoond: dict[ReeksId, list[Cijfer]]) -> set[CelId]:
    """The cells to hide beside the small ones."""
    cellen = Cellen({}, set(), bron.genoemd, _eerder_getoond(bron))
    for reeks, cijfers in getoond.items():
        for c in cijfers:
            if c.waarde is not None:
                cellen.waarde[reeks, c.tijdvak.code] = c.waarde
            elif c.is_verborgen:
                cellen.klein.add((reeks, c.tijdvak.code))
    return dek_lijnen(
        [*_uitsplitsingen(bron, getoond), *_tijden(bron, getoond), *_formules(bron, cellen)], cellen
    )


def _eerder_getoond(bron: Bron) -> frozenset[CelId]:
    return frozenset(
        (ReeksId(code, reeks["soort"], reeks["sleutel"]), cel["periode"])
        for inhoud in (bron.vorige, bron.eerdere)
        for code, indicator in (inhoud or {}).get("indicatoren", {}).items()
        for reeks in indicator["reeksen"]
        for cel in reeks["cellen"]
        if cel["waarde"] is not None
    )


def dek_lijnen(lijnen: list[Lijn], cellen: Cellen) -> set[CelId]:
    """Hide until every line is safe. Hiding only ever grows, so it ends."""
    weg: set[CelId] = set()
    while nieuw := [cel for lijn in lijnen if (cel := volgende(lijn, cellen, weg))]:
        weg.update(nieuw)
    return weg


def volgende(lijn: Lijn, cellen: Cellen, weg: set[CelId]) -> CelId | None:
    """The next cell of the line to hide; None when it is safe or nothing can be hidden any more."""
    if is_veilig(lijn, cellen, weg):
        return None
    kandidaten = sorted(
        (c for c in lijn.delen if cellen.getoond(c, weg) and cellen.waarde[c] > 0),
        key=lambda c: (c in cellen.eerder, cellen.waarde[c], c),
    )
    for kandidaat in kandidaten:
        if is_veilig(lijn, cellen, weg | {kandidaat}):
            return kandidaat
    if kandidaten:
        return kandidaten[0]
    return lijn.totaal if cellen.getoond(lijn.totaal, weg) else None


def is_veilig(lijn: Lijn, cellen: Cellen, weg: set[CelId]) -> bool:
    """Whether total minus shown parts leaves every small count its full range."""
    klein = [c for c in lijn.delen if c in cellen.klein]
    merk = [c for c in klein if c[0] in cellen.openbaar]
    bedekt = [c for c in lijn.delen if c in weg]
    zichtbaar = [c for c in lijn.delen if cellen.getoond(c, weg)]
    vrij = len(lijn.delen) - len(merk) - len(bedekt) - len(zichtbaar)  # unknown, and without a mark
    onbekend = len(merk) + len(bedekt) + vrij
    if not cellen.getoond(lijn.totaal, weg):
        return (
            lijn.totaal not in weg or onbekend > 0
        )  # a hidden total must not be the sum of its parts
    if not klein and not bedekt:
        return True
    rest = cellen.waarde[lijn.totaal] - sum((cellen.waarde[c] for c in zichtbaar), Decimal(0))
    if onbekend == 1 or is_klein(rest, lijn.drempel):
        return False
    hoogst = lijn.drempel - 1
    laag = rest - hoogst * (len(merk) - 1) if not (bedekt or vrij) else Decimal(1)
    hoog = rest - (len(merk) - 1) - lijn.drempel * len(bedekt)
    return not merk or (laag <= 1 and hoog >= hoogst)


def _uitsplitsingen(bron: Bron, getoond: dict[ReeksId, list[Cijfer]]) -> Iterator[Lijn]:
    """A total and its categories, and a category and the categories within it, in each period."""
    delen: dict[tuple[ReeksId, str], list[ReeksId]] = defaultdict(list)
    for reeks in sorted(getoond):
        if _optelbaar(bron.indicatoren[reeks.indicator]):
            for geheel, naam in _boven(bron, reeks):
                delen[geheel, naam].append(reeks)
    perioden = {r: {c.tijdvak.code for c in cijfers} for r, cijfers in getoond.items()}
    for (geheel, _), reeksen in delen.items():
        drempel = drempel_van(bron.indicatoren[geheel.indicator], bron.uitgave.gemeente.drempel)
        for code in sorted(perioden.get(geheel, ())):
            met = tuple((r, code) for r in reeksen if code in perioden[r])
            if met and drempel:
                yield Lijn((geheel, code), met, drempel)


def _optelbaar(indicator: Indicator) -> bool:
    return indicator.is_optelbaar and indicator.is_afgeschermd


def _boven(bron: Bron, reeks: ReeksId) -> Iterator[tuple[ReeksId, str]]:
    """For each breakdown of the series: the series it is a part of, and along which breakdown."""
    delen = lees_sleutel(reeks.sleutel)
    for dimensie, code in delen.items():
        categorie = bron.categorieen[dimensie].get(code)
        rest = {d: c for d, c in delen.items() if d != dimensie}
        if categorie is not None and categorie.ouder_id is not None:
            ouders = (c for c in bron.categorieen[dimensie].values() if c.pk == categorie.ouder_id)
            rest[dimensie] = next(ouders).code
        yield reeks._replace(sleutel=maak_sleutel(rest)), dimensie


def _tijden(bron: Bron, getoond: dict[ReeksId, list[Cijfer]]) -> Iterator[Lijn]:
    """Of a flow: a quarter and its months, the year to date and what came since the one before."""
    for reeks in sorted(getoond):
        indicator = bron.indicatoren[reeks.indicator]
        drempel = drempel_van(indicator, bron.uitgave.gemeente.drempel)
        if drempel and indicator.stroom_of_stand == StroomOfStand.STROOM:
            for geheel, delen in stukken([c.tijdvak for c in getoond[reeks]]):
                yield Lijn((reeks, geheel), tuple((reeks, d) for d in delen), drempel)


@dataclass(frozen=True, order=True)
class Stuk:
    """A closed span of time."""

    begin: date
    eind: date
    code: str
    soort: str


def stukken(vakken: list[Tijdvak]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each span with the spans that together are exactly it: all of one kind, or any two."""
    alle = sorted(Stuk(v.begin, v.eind, v.code, v.soort) for v in vakken if v.begin and v.eind)
    gezien: set[tuple[str, tuple[str, ...]]] = set()
    for geheel in alle:
        binnen = [
            s for s in alle if s != geheel and geheel.begin <= s.begin and s.eind <= geheel.eind
        ]
        keuzen = [[s for s in binnen if s.soort == soort] for soort in {s.soort for s in binnen}]
        vooraan = [s for s in binnen if s.begin == geheel.begin]
        achteraan = [s for s in binnen if s.eind == geheel.eind]
        keuzen += [[een, twee] for een in vooraan for twee in achteraan]
        for keuze in keuzen:
            vondst = (geheel.code, tuple(s.code for s in keuze))
            if vondst not in gezien and _sluit_aan(geheel, keuze):
                gezien.add(vondst)
                yield vondst


def _sluit_aan(geheel: Stuk, delen: list[Stuk]) -> bool:
    """Whether the parts, in order of time, lie end to end over the whole."""
    volgend = geheel.begin
    for deel in delen:
        if deel.begin != volgend:
            return False
        volgend = deel.eind + DAG
    return volgend == geheel.eind + DAG


def _formules(bron: Bron, cellen: Cellen) -> Iterator[Lijn]:
    """`a - b - c` of people that comes out small: a is the sum of it and the others."""
    for reeks in sorted(bron.genoemd):
        indicator = bron.indicatoren.get(reeks.indicator)
        formule = formule_van(bron, reeks.indicator)
        drempel = indicator and drempel_van(indicator, bron.uitgave.gemeente.drempel)
        if formule is None or not drempel or not (leden := _verschilvorm(formule.boom)):
            continue
        ids = [ReeksId(n, s or reeks.soort, reeks.sleutel) for n, s in leden]
        for code in sorted({p for r, p in cellen.waarde if r == ids[0]}):
            waarden = {n: cellen.waarde.get((i, code)) for n, i in zip(leden, ids, strict=True)}
            if is_klein(bereken(formule, waarden), drempel):
                cellen.klein.add((reeks, code))
                yield Lijn((ids[0], code), ((reeks, code), *((i, code) for i in ids[1:])), drempel)


def _verschilvorm(boom: object) -> list[tuple[str, str | None]]:
    """The names of `a - b - c`, in order; empty for any other formula."""
    assert isinstance(boom, tuple | Decimal)
    if isinstance(boom, Decimal):
        return []
    if boom[0] == "naam":
        return [boom[1]]
    links = _verschilvorm(boom[1]) if boom[0] == "-" else []
    rechts = boom[2]
    if links and isinstance(rechts, tuple) and rechts[0] == "naam":
        return [*links, rechts[1]]
    return []

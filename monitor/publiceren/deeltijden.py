"""A percentage of people as it was at each publication, with the count it is of and how the parts add up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from monitor.models.enums import Aard
from monitor.publiceren.gegevens import Bron, ReeksId
from monitor.publiceren.grootboek import CelId, Editie
from monitor.publiceren.heelal import Heelal, cel_id
from monitor.publiceren.lezerskennis import Som
from monitor.publiceren.verbanden import groepen
from monitor.publiceren.vroeger import Toen, oude_naam


@dataclass(frozen=True)
class Deel:
    """How many people a percentage is about. The same name is the same number of people."""

    naam: str
    telling: str  # name of the count it is a part of
    mensen: int
    aandeel: Decimal | None
    vak: tuple[str, str]  # kind, period
    getoond: bool = False  # in an earlier publication
    is_bekend: bool = False  # readers have the count of then


@dataclass
class Tijd:
    delen: dict[CelId, Deel] = field(default_factory=dict)  # by cell of the percentage
    lijnen: list[tuple[tuple[str, str], Som]] = field(default_factory=list)


def tijden(bron: Bron, heelal: Heelal, code: str, telling: str) -> Iterator[Tijd]:
    """Now first, then each earlier publication."""
    cellen = {
        (reeks, vak.code): (reeks, vak.code)
        for reeks, vakken in heelal.tijdvakken.items()
        if reeks.indicator == telling
        for vak in vakken
    }
    aandelen = {
        (reeks, ruw.tijdvak.code): ruw.waarde
        for reeks, rijen in bron.ruw.items()
        if reeks.indicator == code
        for ruw in rijen
        if ruw.aard == Aard.GETAL
    }
    namen = {cel_id(c): c for c in cellen}
    edities: list[tuple[Editie | None, datetime | None]] = [(None, None)]
    edities += zip(bron.grootboek, bron.momenten, strict=False)
    for editie, op in edities:
        toen = Toen(heelal, editie, op, namen) if editie and op else None
        tijd = Tijd()
        for cel in cellen:
            if deel := _deel(heelal, toen, cel, code, aandelen):
                tijd.delen[cel[0]._replace(indicator=code), cel[1]] = deel
        if bron.indicatoren[telling].is_optelbaar:
            tijd.lijnen = list(_lijnen(bron, tijd, code, telling))
        yield tijd


def _deel(
    heelal: Heelal,
    toen: Toen | None,
    cel: CelId,
    code: str,
    aandelen: dict[CelId, Decimal | None],
) -> Deel | None:
    id_, eigen = cel_id(cel), (cel[0]._replace(indicator=code), cel[1])
    nu = heelal.waarde(id_)
    mensen = toen.waarde(id_) if toen else nu
    if mensen is None or id_ in heelal.onprecies:
        return None
    naam = id_ if mensen == nu else oude_naam(id_, mensen)
    aandeel = aandelen.get(eigen)
    getoond = False
    if toen:
        later = heelal.bron.wijzigingen.get(eigen, ())
        aandeel = next((w for op, w in later if op > toen.op), aandeel)
        getoond = eigen in toen.editie.aandelen
        aandeel = toen.editie.aandelen.get(eigen, aandeel)
    deel = f"{cel_id(eigen)}~{naam}~{None if aandeel is None else aandeel.normalize()}"
    vak = (cel[0].soort, cel[1])
    return Deel(deel, naam, mensen, aandeel, vak, getoond, bool(toen and id_ in toen.getoond))


def _lijnen(
    bron: Bron, tijd: Tijd, code: str, telling: str
) -> Iterator[tuple[tuple[str, str], Som]]:
    """Wholes with parts that were all the people of it."""
    per_vak: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reeks, periode in tijd.delen:
        per_vak[reeks.soort, periode].add(reeks.sleutel)
    for (soort, periode), sleutels in sorted(per_vak.items()):
        for geheel, delen in groepen(bron, telling, soort, sleutels, diep=False):
            cellen = [(ReeksId(code, soort, r.sleutel), periode) for r in (geheel, *delen)]
            if cellen[0] not in tijd.delen:
                continue
            totaal, *leden = (tijd.delen[c] for c in cellen)
            if totaal.mensen == sum(d.mensen for d in leden):
                som = {totaal.naam: 1} | {d.naam: -1 for d in leden}
                yield (soort, periode), (som, 0, 0)

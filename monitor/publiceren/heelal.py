"""All counts of people that an edition rests on, as cells for disclosure control to decide over.

Those that the edition names, those it computes with, and those that nobody names but that follow
from what is named. One id for each (series, period). Source: METHODEN A4.1.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from monitor.models.enums import Aard
from monitor.publiceren.afschermen import drempel_van, is_gevoelig
from monitor.publiceren.gegevens import Bron, ReeksId, Ruw
from monitor.publiceren.grootboek import CelId
from monitor.publiceren.noemen import formule_van, reeks_label, verwanten
from monitor.regels.afscherming import Cell, Linear, Relation, Sum, is_klein
from monitor.regels.perioden import Tijdvak
from monitor.regels.perioden import tijdvak as lees_tijdvak


def cel_id(cel: CelId) -> str:
    return f"{cel[0]}@{cel[1]}"


@dataclass
class Heelal:
    """Cells by id, the relations between them, and what does not add up (for the editor)."""

    bron: Bron
    cellen: dict[str, Cell] = field(default_factory=dict)
    relaties: list[Relation] = field(default_factory=list)
    wat: dict[str, CelId] = field(default_factory=dict)  # cells that stand in the edition
    onprecies: set[str] = field(default_factory=set)  # about, or not whole: they need not add up
    tijdvakken: dict[ReeksId, list[Tijdvak]] = field(default_factory=lambda: defaultdict(list))
    publiek: set[ReeksId] = field(default_factory=set)  # named, or shown before
    fouten: list[str] = field(default_factory=list)
    bekend_klein: list[str] = field(default_factory=list)  # small, and public before

    def drempel(self, indicator: str) -> int | None:
        gevonden = self.bron.indicatoren.get(indicator)
        if gevonden is None:
            return None
        return drempel_van(gevonden, self.bron.uitgave.gemeente.drempel)

    def label(self, cel: CelId) -> str:
        reeks, code = cel
        indicator = self.bron.indicatoren[reeks.indicator]
        vak = lees_tijdvak(code)
        deel = reeks_label(self.bron, reeks.sleutel)
        return f"{indicator.naam}{f': {deel}' if deel else ''}, {vak.tekst if vak else code}"

    def waarde(self, id_: str) -> int | None:
        cel = self.cellen.get(id_)
        return cel.value if cel else None

    def virtueel(self, id_: str, label: str, waarde: int | None, drempel: int) -> str:
        """A count that nobody prints but anybody can make."""
        self.cellen[id_] = Cell(id_, waarde, public="never", threshold=drempel, label=label)
        return id_


def maak_heelal(bron: Bron) -> Heelal:
    heelal = Heelal(bron)
    open_ = openbaar(bron)
    getoond = _eerder_getoond(bron)
    gemerkt = {cel for editie in bron.grootboek for cel in editie.klein}
    for reeks, rijen in sorted(bron.ruw.items()):
        drempel = heelal.drempel(reeks.indicator)
        if drempel is None or formule_van(bron, reeks.indicator):
            continue
        for ruw in rijen:
            cel = (reeks, ruw.tijdvak.code)
            _neem_op(heelal, cel, ruw, drempel, reeks in open_, getoond)
            if cel in gemerkt and is_klein(ruw.waarde, drempel) and cel_id(cel) not in heelal.wat:
                # an earlier edition says that it is small: it needs as much as one of this edition
                eigen = heelal.cellen[cel_id(cel)]
                if eigen.public == "never":
                    heelal.cellen[eigen.id] = replace(eigen, public="auto")
    _neem_eerdere_op(heelal, getoond)
    return heelal


def openbaar(bron: Bron) -> set[ReeksId]:
    """The named series, and the operands of named formulas: a shown result tells about them."""
    uit: set[ReeksId] = set()
    stapel = sorted(bron.genoemd)
    while stapel:
        reeks = stapel.pop()
        if reeks in uit:
            continue
        uit.add(reeks)
        if formule := formule_van(bron, reeks.indicator):
            for code, soort in formule.namen:
                eigen = ReeksId(code, soort or reeks.soort, reeks.sleutel)
                stapel += [eigen, eigen._replace(sleutel="")]
    return uit


def _eerder_getoond(bron: Bron) -> dict[CelId, set[Decimal]]:
    uit: dict[CelId, set[Decimal]] = defaultdict(set)
    for editie in bron.grootboek:
        for cel, waarde in editie.cellen.items():
            if waarde is not None:
                uit[cel].add(waarde)
    return uit


def _neem_op(
    heelal: Heelal,
    cel: CelId,
    ruw: Ruw,
    drempel: int,
    genoemd: bool,
    getoond: dict[CelId, set[Decimal]],
) -> None:
    id_ = cel_id(cel)
    basis = Cell(
        id_,
        None,
        public="auto" if genoemd else "never",
        threshold=drempel,
        label=heelal.label(cel),
    )
    gemaakt = _cel(basis, ruw, drempel)
    if gemaakt is None:
        return
    if ruw.waarde is not None and (ruw.benadering or ruw.waarde != int(ruw.waarde)):
        heelal.onprecies.add(id_)
    if ruw.waarde is not None and ruw.waarde in getoond.get(cel, ()):
        klein = is_klein(ruw.waarde, drempel)
        gemaakt = replace(gemaakt, public="known" if klein else "always")
        if klein:
            heelal.bekend_klein.append(gemaakt.label)
    heelal.cellen[id_] = gemaakt
    heelal.tijdvakken[cel[0]].append(ruw.tijdvak)
    if genoemd:
        heelal.wat[id_] = cel
        heelal.publiek.add(cel[0])


def _cel(basis: Cell, ruw: Ruw, drempel: int) -> Cell | None:
    """What is stored, as a count; None when it says nothing that can be computed with."""
    if ruw.aard == Aard.GETAL and ruw.waarde is not None:
        if ruw.waarde < 0:
            return None
        heel = round(ruw.waarde)
        klein = is_klein(ruw.waarde, drempel)
        return replace(basis, value=min(max(heel, 1), drempel - 1) if klein else heel)
    if ruw.aard not in (Aard.KLEINER_DAN, Aard.BEREIK) or ruw.boven is None:
        return None
    boven = int(ruw.boven) - (ruw.aard == Aard.KLEINER_DAN)
    if not is_gevoelig(ruw, drempel):
        return replace(basis, min=max(int(ruw.onder or 0), 0), max=max(boven, 0))
    if ruw.aard == Aard.BEREIK and boven >= drempel:
        return replace(basis, public="never")  # hidden with the mark of a cover: says nothing
    return replace(basis, max=drempel - 1)


def _neem_eerdere_op(heelal: Heelal, getoond: dict[CelId, set[Decimal]]) -> None:
    """Figures of the same indicators that only an earlier publication has."""
    codes = verwanten(heelal.bron, {reeks.indicator for reeks, _ in heelal.wat.values()})
    for cel, waarden in sorted(getoond.items(), key=lambda paar: paar[0]):
        id_, waarde = cel_id(cel), max(waarden)
        vak = lees_tijdvak(cel[1])
        drempel = heelal.drempel(cel[0].indicator)
        if cel[0].indicator not in codes or id_ in heelal.cellen or not drempel or vak is None:
            continue
        if waarde == int(waarde) and waarde >= 0:
            heelal.cellen[id_] = Cell(
                id_,
                int(waarde),
                public="known" if is_klein(waarde, drempel) else "always",
                threshold=drempel,
                label=heelal.label(cel),
            )
            heelal.tijdvakken[cel[0]].append(vak)
            heelal.publiek.add(cel[0])


def met_niveaus(heelal: Heelal) -> Iterator[Cell]:
    """The cells, a total above its parts."""
    delen: dict[str, set[str]] = defaultdict(set)
    for r in heelal.relaties:
        if isinstance(r, Linear):
            boven = [i for i, c in r.terms.items() if c > 0]
            if len(boven) == 1:
                delen[boven[0]] |= {i for i, c in r.terms.items() if c < 0}
        else:
            delen[r.total] |= set(r.parts)
    bekend: dict[str, int] = {}

    def niveau(id_: str, bezig: frozenset[str]) -> int:
        if id_ not in bekend:
            onder = [d for d in sorted(delen.get(id_, ())) if d not in bezig]
            bekend[id_] = max((1 + niveau(d, bezig | {id_}) for d in onder), default=0)
        return bekend[id_]

    for id_ in sorted(heelal.cellen):
        yield replace(heelal.cellen[id_], level=niveau(id_, frozenset()))


def som(totaal: str, delen: list[str]) -> Sum:
    return Sum(totaal, tuple(sorted(delen)))

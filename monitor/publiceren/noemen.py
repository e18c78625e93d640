"""Which series an edition names: those of its blocks and of the figures in its texts.

A series that nobody names is not in the snapshot, however much it was needed to compute another.
"""

from dataclasses import dataclass

from monitor.models import Blok, Blokregel, Uitgave
from monitor.models.enums import Basis, BlokSoort, Soort
from monitor.publiceren.gegevens import Bron, ReeksId
from monitor.publiceren.teksten import genoemd_in_teksten
from monitor.regels.formules import Formule, lees_formule, lees_verloop
from monitor.regels.fouten import NotatieFout
from monitor.regels.sleutels import lees_sleutel


@dataclass(frozen=True)
class Rij:
    """One series of a block, with the name it has there."""

    reeks: ReeksId
    label: str
    categorie: str = ""  # code, when the rule is spread over a breakdown
    is_verdeeld: bool = False  # one of the categories of a rule that is spread out
    is_onderdeel: bool = False  # a category within another category of the same breakdown


def formule_van(bron: Bron, code: str) -> Formule | None:
    """The formula of a derived indicator; None when it has none or it cannot be read."""
    indicator = bron.indicatoren.get(code)
    if indicator is None or not indicator.formule:
        return None
    try:
        return lees_formule(indicator.formule)
    except NotatieFout:
        return None


def operanden(bron: Bron, codes: set[str]) -> set[str]:
    """The indicators themselves and everything their formulas rest on."""
    klaar: set[str] = set()
    open_ = set(codes)
    while open_:
        code = open_.pop()
        klaar.add(code)
        if formule := formule_van(bron, code):
            open_ |= {naam for naam, _ in formule.namen} - klaar
    return klaar


def verwanten(bron: Bron, codes: set[str]) -> set[str]:
    """The indicators themselves, and those that stand in a formula of pluses and minuses with them."""
    uit = set(codes)
    for code, indicator in bron.indicatoren.items():
        for tekst in filter(None, (indicator.formule, indicator.verloop)):
            samen = {code} | {naam for naam, _ in lees_verloop(tekst)}
            if samen & codes:
                uit |= samen
    return uit


def begroting_soort(uitgave: Uitgave) -> Soort:
    if uitgave.financiele_basis == Basis.NA_WIJZIGING:
        return Soort.BEGROTING_NA_WIJZIGING
    return Soort.BEGROTING_PRIMITIEF


def begrotingen(uitgave: Uitgave) -> list[Soort]:
    """The budget of this edition; after a change of basis, also that of the previous one (the bridge)."""
    nu = begroting_soort(uitgave)
    toen = begroting_soort(uitgave.vorige) if uitgave.vorige else nu
    return [nu] if nu == toen else [nu, toen]


def sleutels(bron: Bron, code: str, soort: str, *, diep: int = 0) -> list[str]:
    """The breakdowns in which a figure exists; those of a derived one are those of its operands."""
    formule = formule_van(bron, code)
    if formule is None or diep > 10:
        return list(bron.sleutels.get((code, soort), ()))
    alle = {
        s
        for naam, eigen in formule.namen
        for s in sleutels(bron, naam, eigen or soort, diep=diep + 1)
    }
    return sorted(alle)


def rijen(bron: Bron, blok: Blok) -> list[Rij]:
    """The series of a block, in order, with breakdowns spread out."""
    return [rij for regel in blok.regels.all() for rij in _van_regel(bron, regel)]


def _van_regel(bron: Bron, regel: Blokregel) -> list[Rij]:
    code = regel.indicator.code
    if regel.per_dimensie is None:
        reeks = ReeksId(code, regel.soort, regel.sleutel)
        deel = reeks_label(bron, regel.sleutel)
        naam = f"{regel.indicator.naam}: {deel}" if deel else regel.indicator.naam
        return [Rij(reeks, regel.label or naam)]
    dimensie = regel.per_dimensie.code
    vast = lees_sleutel(regel.sleutel)
    gevonden = []
    for sleutel in sleutels(bron, code, regel.soort):
        delen = lees_sleutel(sleutel)
        categorie = bron.categorieen[dimensie].get(delen.pop(dimensie, ""))
        if categorie is not None and delen == vast:
            volgorde = (categorie.volgorde, categorie.naam)
            rij = Rij(
                ReeksId(code, regel.soort, sleutel),
                categorie.naam,
                categorie.code,
                is_verdeeld=True,
                is_onderdeel=categorie.ouder_id is not None,
            )
            gevonden.append((volgorde, rij))
    return [rij for _, rij in sorted(gevonden, key=lambda paar: paar[0])]


def reeks_label(bron: Bron, sleutel: str) -> str:
    """ "PGB", "Pw, tot 21 jaar"; empty for the total."""
    namen = []
    for dimensie, code in lees_sleutel(sleutel).items():
        categorie = bron.categorieen[dimensie].get(code)
        namen.append(categorie.naam if categorie else code)
    return ", ".join(namen)


def noem(bron: Bron) -> set[ReeksId]:
    """Every series that the snapshot may hold."""
    genoemd = {r for r in bron.elders if r.indicator in bron.indicatoren}
    for hoofdstuk in bron.hoofdstukken:
        for blok in hoofdstuk.blokken.all():
            genoemd |= _van_blok(bron, blok)
    for verwijzing in genoemd_in_teksten(bron):
        if verwijzing.code in bron.indicatoren:
            genoemd.add(ReeksId(verwijzing.code, verwijzing.soort, verwijzing.sleutel))
    return genoemd


def _van_blok(bron: Bron, blok: Blok) -> set[ReeksId]:
    genoemd = {rij.reeks for rij in rijen(bron, blok)}
    if blok.soort == BlokSoort.FINANCIEEL:
        soorten = [Soort.PROGNOSE, Soort.REALISATIE, Soort.JAARREKENING]
        soorten += begrotingen(bron.uitgave)
        return {ReeksId(r.indicator, soort, r.sleutel) for r in genoemd for soort in soorten}
    if blok.totaal:  # unique persons do not add up: the total is the series itself
        genoemd |= {
            ReeksId(r.indicator.code, r.soort, r.sleutel)
            for r in blok.regels.all()
            if r.per_dimensie_id and not r.indicator.is_optelbaar
        }
    return genoemd

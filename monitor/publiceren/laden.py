"""Reading an edition: a constant number of queries, whatever its size."""

import json
from collections import defaultdict

from django.db.models import Prefetch

from monitor.models import (
    Blok,
    Blokregel,
    Categorie,
    Hoofdstuk,
    Indicator,
    Publicatie,
    Reeks,
    Uitgave,
    Waarneming,
)
from monitor.models.enums import Soort
from monitor.publiceren.achter import NOEMER, achterliggend
from monitor.publiceren.bloktypen import genoemd_door
from monitor.publiceren.gegevens import Bron, ReeksId, Ruw
from monitor.publiceren.grootboek import laad_grootboek
from monitor.publiceren.inbreng import lees_inbreng
from monitor.publiceren.noemen import formule_van, noem, operanden, verwanten
from monitor.publiceren.nota.vormen import lees_nota
from monitor.publiceren.teksten import genoemd_in_teksten
from monitor.publiceren.teruggerekend import vul_grootboek_aan
from monitor.publiceren.vroeger import laad_wijzigingen
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.peildatum import GEPLAND, hoort_erin
from monitor.regels.perioden import Tijdvak


def laad(uitgave: Uitgave) -> Bron:
    """Everything `samenstellen` needs to know of the edition."""
    bron = Bron(
        uitgave=uitgave,
        hoofdstukken=_hoofdstukken(uitgave),
        indicatoren=_indicatoren(uitgave),
        categorieen=defaultdict(dict),
        dimensies={},
        nota=lees_nota(uitgave),
        sleutels=defaultdict(list),
        inbreng=lees_inbreng(uitgave),
    )
    for categorie in Categorie.objects.filter(
        dimensie__gemeente_id=uitgave.gemeente_id
    ).select_related("dimensie"):
        bron.dimensies[categorie.dimensie.code] = categorie.dimensie.naam
        bron.categorieen[categorie.dimensie.code][categorie.code] = categorie
    bron.elders = {
        ReeksId(*naam)
        for hoofdstuk in bron.hoofdstukken
        for blok in hoofdstuk.blokken.all()
        for naam in genoemd_door(blok)
    }
    _laad_publicaties(bron)
    _laad_cijfers(bron)
    return bron


def _hoofdstukken(uitgave: Uitgave) -> list[Hoofdstuk]:
    regels = Blokregel.objects.select_related("indicator", "per_dimensie")
    blokken = Blok.objects.prefetch_related(Prefetch("regels", regels))
    hoofdstukken = list(
        Hoofdstuk.objects.filter(uitgave=uitgave)
        .select_related("domein")
        .prefetch_related(Prefetch("blokken", blokken))
    )
    for hoofdstuk in hoofdstukken:
        hoofdstuk.uitgave = uitgave  # known already: no query for who asks
    return hoofdstukken


def _indicatoren(uitgave: Uitgave) -> dict[str, Indicator]:
    rijen = Indicator.objects.filter(gemeente_id=uitgave.gemeente_id)
    return {i.code: i for i in rijen.select_related("domein").prefetch_related("definitieversies")}


def _laad_publicaties(bron: Bron) -> None:
    """The newest snapshot of this edition and of the previous one, and what all ever showed."""
    uitgave = bron.uitgave
    koppen = list(
        Publicatie.objects.filter(uitgave__gemeente_id=uitgave.gemeente_id)
        .order_by("-gepubliceerd_op", "-pk")
        .values_list("pk", "sha256", "uitgave_id", "versie", "ingetrokken_op", "gepubliceerd_op")
    )
    bron.grootboek = laad_grootboek(uitgave.gemeente_id, [k[:2] for k in koppen])
    bron.momenten = [k[-1] for k in koppen]
    eigen = [(versie, pk) for pk, _, van, versie, *_ in koppen if van == uitgave.pk]
    vorige = [
        (versie, pk)
        for pk, _, van, versie, weg, _ in koppen
        if van == uitgave.vorige_id and not weg
    ]
    nieuwste = {max(rij)[1] for rij in (eigen, vorige) if rij}
    for p in Publicatie.objects.filter(pk__in=nieuwste):
        if p.uitgave_id == uitgave.pk:
            bron.eerdere = json.loads(p.inhoud)
        else:
            bron.vorige = json.loads(p.inhoud)
    if bron.vorige is None and uitgave.vorige:
        bron.vorige_ruw_tot = uitgave.vorige.peildatum


def _laad_cijfers(bron: Bron) -> None:
    """The observations of the named series, and of those they are computed or protected with."""
    pks = _reeksen(bron)
    rijen = Waarneming.objects.filter(reeks_id__in=list(pks)).select_related("periode")
    ruw: dict[ReeksId, list[Ruw]] = defaultdict(list)
    for w in rijen.iterator(chunk_size=5000):
        reeks = pks[w.reeks_id]
        tijdvak = Tijdvak(w.periode.code, w.periode.soort, w.periode.begin, w.periode.eind)
        if hoort_erin(tijdvak, bron.uitgave.peildatum, is_gepland=reeks.soort in GEPLAND):
            ruw[reeks].append(_ruw(w, tijdvak))
    laad_wijzigingen(bron, pks)
    for cijfers in ruw.values():
        cijfers.sort(key=lambda r: tijdvolgorde(r.tijdvak))
    bron.ruw = dict(ruw)
    vul_grootboek_aan(bron)


def _reeksen(bron: Bron) -> dict[int, ReeksId]:
    """Primary keys of the series to read; fills `bron.sleutels` and `bron.genoemd`."""
    codes = operanden(bron, _genoemde_codes(bron))
    achter = achterliggend(bron.indicatoren)
    codes |= {achter[c] for c in codes if c in achter}
    samen = _hangt_samen(bron, codes)
    codes |= samen
    rijen = Reeks.objects.filter(
        gemeente_id=bron.uitgave.gemeente_id, indicator__code__in=sorted(codes)
    ).values_list("pk", "indicator__code", "soort", "sleutel")
    alle = {pk: ReeksId(code, soort, sleutel) for pk, code, soort, sleutel in rijen}
    for reeks in sorted(alle.values()):
        bron.sleutels[reeks.indicator, reeks.soort].append(reeks.sleutel)
    bron.genoemd = noem(bron)
    helpers = _helpers(bron, codes) | samen
    return {
        pk: r
        for pk, r in alle.items()
        if r in bron.genoemd or r.indicator in helpers or r.soort == Soort.STREEFWAARDE
    }


def _hangt_samen(bron: Bron, codes: set[str]) -> set[str]:
    """Counts of people that follow from these, by a formula or by stock and flow. An earlier edition
    may have shown a part of them: what it hid must stay hidden."""
    mensen = {c for c, i in bron.indicatoren.items() if i.is_afgeschermd}
    return (operanden(bron, verwanten(bron, codes)) - codes) & mensen


def _helpers(bron: Bron, codes: set[str]) -> set[str]:
    """Read but not published: operands of formulas, and siblings that protect a breakdown."""
    rekenen = {n for c in codes if (f := formule_van(bron, c)) for n, _ in f.namen}
    optelbaar = {i.code for i in bron.indicatoren.values() if i.is_optelbaar and i.is_afgeschermd}
    achter = achterliggend(bron.indicatoren)
    rekenen |= {achter[r.indicator] for r in bron.genoemd if r.indicator in achter}
    # what an earlier edition showed of a percentage tells beside what this one shows
    rekenen |= {
        r.indicator
        for r in bron.genoemd
        if r.indicator in achter and bron.indicatoren[r.indicator].eenheid in NOEMER
    }
    rekenen |= {achter[n] for n in rekenen if n in achter}
    return rekenen | (optelbaar & {r.indicator for r in bron.genoemd})


def _genoemde_codes(bron: Bron) -> set[str]:
    regels = {
        r.indicator.code for h in bron.hoofdstukken for b in h.blokken.all() for r in b.regels.all()
    }
    regels |= {r.indicator for r in bron.elders if r.indicator in bron.indicatoren}
    return regels | {v.code for v in genoemd_in_teksten(bron) if v.code in bron.indicatoren}


def _ruw(w: Waarneming, tijdvak: Tijdvak) -> Ruw:
    return Ruw(
        tijdvak=tijdvak,
        aard=w.aard,
        waarde=w.waarde,
        onder=w.onder,
        boven=w.boven,
        benadering=w.benadering,
        status=w.status,
        voetnoot=w.voetnoot,
        beloofd_voor=w.beloofd_voor,
    )

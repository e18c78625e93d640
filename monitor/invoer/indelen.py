"""Mapping the columns of one delivery: what to show of its file, and keeping what was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import transaction

from monitor.invoer.bewaren import lees_bewaard
from monitor.invoer.blok import Ruw
from monitor.invoer.breed import ZOEK, Herkomst, Kop, is_onze, kan_kop, kies_kop, lees_met
from monitor.invoer.cellen import als_tekst
from monitor.invoer.fouten import InvoerFout, LeesFout
from monitor.invoer.indeling import Indeling, IndelingFout, kenmerk, kopdelen
from monitor.invoer.indeling_voorstel import stel_voor
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.register import Register
from monitor.invoer.tabel import norm
from monitor.models import Aanlevering, Bronindeling, Gemeente

KIJK = 2000  # rows that are looked through for words
TOON = 20  # tidy rows of the preview
GEEN_TABEL = "In dit bestand staat geen tabel waarvan de kolommen in te delen zijn."


@dataclass
class Bron:
    """The table of a delivery as it came: its header, and what to call its columns."""

    koprij: int
    kop: Kop
    bewaard: Bronindeling | None
    voorbeelden: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Voorbeeldrij:
    """A row of the preview: the cell it comes from, and what it becomes."""

    rij: int
    kolom: str
    cellen: list[str]


@dataclass
class Voorbeeld:
    kolommen: list[str]
    rijen: list[Voorbeeldrij]
    meer: bool
    woorden: dict[str, list[str]]  # our column → words that are no code


def open_bron(aanlevering: Aanlevering) -> Bron:
    """Raises `InvoerFout` when there is no table with columns of its own in the file."""
    ruw = _lees(aanlevering)
    begin = ruw.begin(ZOEK)
    if aanlevering.soort != "waarnemingen" or is_onze(begin):
        raise InvoerFout(GEEN_TABEL)
    koppen = {kenmerk(c): (n, c) for n, c in filter(kan_kop, reversed(begin))}
    bekend = Bronindeling.objects.filter(
        gemeente=aanlevering.gemeente_id, kenmerk__in=koppen
    ).first()
    gekozen = koppen[bekend.kenmerk] if bekend else kies_kop(begin)
    if gekozen is None:
        raise InvoerFout(GEEN_TABEL)
    nummer, kop = gekozen
    bron = Bron(nummer, kop, bekend)
    for plek, deel in kopdelen(kop).items():
        cellen = (als_tekst(c.get(plek)) for n, c in begin if n > nummer)
        if deel not in bron.voorbeelden:
            bron.voorbeelden[deel] = list(dict.fromkeys(t[:30] for t in cellen if t))[:3]
    return bron


def begin_indeling(register: Register, bron: Bron) -> Indeling:
    """The mapping that is kept for this header, else a proposal."""
    try:
        return Indeling.van_json(bron.bewaard.indeling if bron.bewaard else None)
    except IndelingFout:
        return stel_voor(register, bron.kop, bron.voorbeelden)


def bekijk(aanlevering: Aanlevering, bron: Bron, indeling: Indeling) -> Voorbeeld:
    """The first tidy rows by a mapping, and the words that the register does not know."""
    gemeente = aanlevering.gemeente
    tabel, herkomst = lees_met(gemeente, _lees(aanlevering), bron.koprij, bron.kop, indeling)
    try:
        rijen = list(islice(tabel.rijen, KIJK + 1))
    except LeesFout as fout:
        raise InvoerFout(str(fout)) from fout
    kolommen = {i: als_tekst(naam) for i, naam in rijen[0][1].items()}
    register = Register(gemeente)
    getoond = [_voorbeeldrij(herkomst, n, c, kolommen) for n, c in rijen[1 : TOON + 1]]
    woorden = _onbekend(register, kolommen, rijen[1:])
    return Voorbeeld(list(kolommen.values()), getoond, len(rijen) > TOON + 1, woorden)


def _voorbeeldrij(
    herkomst: Herkomst, nummer: int, cellen: dict[int, Any], kolommen: dict[int, str]
) -> Voorbeeldrij:
    rij, plek = herkomst.cel(nummer)
    teksten = [als_tekst(cellen.get(i))[:80] for i in kolommen]
    return Voorbeeldrij(rij, herkomst.naam(plek), teksten)


def _onbekend(
    register: Register, kolommen: dict[int, str], rijen: list[tuple[int, dict[int, Any]]]
) -> dict[str, list[str]]:
    uit = {}
    for i, naam in kolommen.items():
        if naam == "indicator":
            bekend = set(register.indicatoren)
        elif naam in register.categorieen:
            rij = register.categorieen[naam]
            bekend = {*rij, *(norm(c.naam) for c in rij.values())}
        else:
            continue
        woorden = dict.fromkeys(als_tekst(c[i])[:200] for _, c in rijen if i in c)
        if vreemd := [w for w in woorden if w.casefold() not in bekend and norm(w) not in bekend]:
            uit[naam] = vreemd
    return uit


def bewaar_indeling(gemeente: Gemeente, kop: Kop, naam: str, indeling: Indeling) -> Bronindeling:
    """Keep a mapping for its shape of header, in the place of what was kept for it."""
    with transaction.atomic():
        rij, _ = Bronindeling.objects.select_for_update().update_or_create(
            gemeente=gemeente,
            kenmerk=kenmerk(kop),
            defaults={
                "naam": naam,
                "kop": [als_tekst(kop[p])[:120] for p in sorted(kop)],
                "indeling": indeling.als_json(),
            },
        )
    return rij


def _lees(aanlevering: Aanlevering) -> Ruw:
    try:
        inhoud = lees_bewaard(aanlevering)
        return lees_bestand(aanlevering.bestandsnaam, inhoud, aanlevering.soort)
    except LeesFout as fout:
        raise InvoerFout(str(fout)) from fout

"""What the grid must know of an edition and its figures: at most ten queries, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Min, Prefetch, Q, QuerySet

from monitor.invoer.perioden import STAP
from monitor.invoer.reeksen import Cijferplek, Reekssleutel
from monitor.invoer.staat import VELDEN, Staat
from monitor.models import (
    BewustLeeg,
    Blok,
    Blokregel,
    Categorie,
    Hoofdstuk,
    Publicatie,
    Reeks,
    Uitgave,
    Waarneming,
    Wijziging,
)
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.perioden import Tijdvak

JAREN = 2  # whole years before the one of the edition


@dataclass(frozen=True, slots=True)
class Bekend:
    """A known figure."""

    tijdvak: Tijdvak
    staat: Staat
    versie: int
    pk: int


@dataclass
class Kennis:
    hoofdstukken: list[Hoofdstuk]
    categorieen: dict[str, dict[str, Categorie]]  # by breakdown, then by code
    uitsplitsingen: dict[tuple[int, str], list[str]]  # (indicator, kind) -> breakdowns that exist
    cijfers: dict[Reekssleutel, dict[str, Bekend]] = field(default_factory=dict)
    bewust_leeg: dict[Cijferplek, str] = field(default_factory=dict)  # and why

    def gewoonten(self, reeks: Reekssleutel, peildatum: object) -> list[Tijdvak]:
        """The newest known period of each kind, no later than the day (planned: begun by then)."""
        nieuwste: dict[str, Tijdvak] = {}
        for bekend in self.cijfers.get(reeks, {}).values():
            t = bekend.tijdvak
            if (t.begin or t.eind) > peildatum:  # type: ignore[operator]
                continue
            if t.soort not in nieuwste or tijdvolgorde(nieuwste[t.soort]) < tijdvolgorde(t):
                nieuwste[t.soort] = t
        return list(nieuwste.values())


def laad(uitgave: Uitgave) -> Kennis:
    hoofdstukken = _hoofdstukken(uitgave)
    indicatoren = {r.indicator_id for r in _regels(hoofdstukken)}
    kennis = Kennis(hoofdstukken, _categorieen(uitgave), defaultdict(list))
    reeksen = Reeks.objects.filter(
        gemeente_id=uitgave.gemeente_id, indicator_id__in=indicatoren
    ).order_by("pk")
    plekken: dict[int, Reekssleutel] = {}
    for pk, indicator, soort, sleutel in reeksen.values_list(
        "pk", "indicator_id", "soort", "sleutel"
    ):
        plekken[pk] = (indicator, soort, sleutel)
        kennis.uitsplitsingen[indicator, soort].append(sleutel)
    kennis.cijfers = _cijfers(uitgave, indicatoren, plekken)
    leeg = BewustLeeg.objects.filter(uitgave=uitgave).order_by()
    for indicator, soort, sleutel, periode, reden in leeg.values_list(
        "indicator_id", "soort", "sleutel", "periode__code", "reden"
    ):
        kennis.bewust_leeg[indicator, soort, sleutel, periode] = reden
    return kennis


def sinds_vorige_gelijk(uitgave: Uitgave, cijfers: Collection[int]) -> set[int]:
    """Which of these figures did not change since the previous edition was first published."""
    if not cijfers or uitgave.vorige_id is None:
        return set()
    uit = Publicatie.objects.filter(uitgave_id=uitgave.vorige_id, ingetrokken_op__isnull=True)
    moment = uit.aggregate(eerste=Min("gepubliceerd_op"))["eerste"]
    if moment is None:
        return set()
    rijen = Wijziging.objects.filter(
        waarneming_id__in=list(cijfers)[:STAP], gewijzigd_op__gt=moment
    )
    return set(cijfers) - set(rijen.values_list("waarneming_id", flat=True))


def _hoofdstukken(uitgave: Uitgave) -> list[Hoofdstuk]:
    regels = Blokregel.objects.select_related("indicator", "per_dimensie")
    blokken = Blok.objects.prefetch_related(Prefetch("regels", regels))
    rijen = Hoofdstuk.objects.filter(uitgave=uitgave)
    return list(rijen.prefetch_related(Prefetch("blokken", blokken)))


def _regels(hoofdstukken: Iterable[Hoofdstuk]) -> Iterable[Blokregel]:
    return (r for h in hoofdstukken for b in h.blokken.all() for r in b.regels.all())


def _categorieen(uitgave: Uitgave) -> dict[str, dict[str, Categorie]]:
    gevonden: dict[str, dict[str, Categorie]] = defaultdict(dict)
    rijen = Categorie.objects.filter(dimensie__gemeente_id=uitgave.gemeente_id)
    for categorie in rijen.select_related("dimensie"):
        gevonden[categorie.dimensie.code][categorie.code] = categorie
    return gevonden


def _cijfers(
    uitgave: Uitgave, indicatoren: set[int], plekken: dict[int, Reekssleutel]
) -> dict[Reekssleutel, dict[str, Bekend]]:
    """The figures of the last years; of a series that has none in them, all it has."""
    gevonden: dict[Reekssleutel, dict[str, Bekend]] = defaultdict(dict)
    rijen = Waarneming.objects.filter(
        reeks__gemeente_id=uitgave.gemeente_id, reeks__indicator_id__in=indicatoren
    ).order_by()
    vanaf = date(uitgave.peildatum.year - JAREN, 1, 1)
    recent = rijen.filter(Q(periode__eind__gte=vanaf) | Q(periode__eind__isnull=True))
    _lees(recent, plekken, gevonden)
    stil = [pk for pk, plek in plekken.items() if plek not in gevonden]
    if stil:
        _lees(rijen.filter(reeks_id__in=stil[:STAP]), plekken, gevonden)
    return gevonden


def _lees(
    rijen: QuerySet[Waarneming],
    plekken: dict[int, Reekssleutel],
    gevonden: dict[Reekssleutel, dict[str, Bekend]],
) -> None:
    tijd = ("periode__code", "periode__soort", "periode__begin", "periode__eind")
    vakken: dict[str, Tijdvak] = {}
    for pk, reeks, versie, code, soort, begin, eind, *velden in rijen.values_list(
        "pk", "reeks_id", "versie", *tijd, *VELDEN
    ).iterator(5000):
        vak = vakken.setdefault(code, Tijdvak(code, soort, begin, eind))
        gevonden[plekken[reeks]][code] = Bekend(vak, Staat(*velden), versie, pk)

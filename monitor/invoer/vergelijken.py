"""The figures of a delivery beside what is known of them, by column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any, NamedTuple, overload

from django.db import DEFAULT_DB_ALIAS, connection, connections

from monitor.invoer.cijfers import Cijfer, Cijfers
from monitor.invoer.controle import maak_vingerafdruk
from monitor.invoer.memo import Memo, neem, per_object
from monitor.invoer.perioden import STAP
from monitor.invoer.reeksen import Reekssleutel, bekende_reeksen
from monitor.invoer.staat import VELDEN, Staat
from monitor.invoer.stand import stand_van
from monitor.models import Gemeente, Periode, Waarneming

BROK = 5000  # rows taken from the database at a time


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A figure of a delivery beside what is known of it. `oud` is None when it is new."""

    cijfer: Cijfer
    oud: Staat | None
    versie: int
    nieuw: Staat

    @property
    def is_veranderd(self) -> bool:
        return self.oud != self.nieuw


class Bekend(NamedTuple):
    """A figure as it stands."""

    pk: int
    versie: int
    staat: Staat


@dataclass
class Vergelijkingen(Sequence[Vergelijking]):
    """All of them; `bekend` is None where the figure is new. Equal states are one object."""

    cijfers: Cijfers
    bekend: list[Bekend | None]
    nieuw: list[Staat]
    reeksen: Mapping[Reekssleutel, int]
    perioden: Mapping[str, int]
    stand: int | None = None  # of the figures when it was made; None: of a part of them

    @cached_property
    def nieuwe(self) -> list[int]:
        """The places in the list of what was not known."""
        return [i for i, b in enumerate(self.bekend) if b is None]

    @cached_property
    def gewijzigde(self) -> list[int]:
        paren = enumerate(zip(self.bekend, self.nieuw, strict=True))
        return [i for i, (b, nieuw) in paren if b is not None and b.staat is not nieuw]

    @cached_property
    def ongewijzigde(self) -> list[int]:
        paren = enumerate(zip(self.bekend, self.nieuw, strict=True))
        return [i for i, (b, nieuw) in paren if b is not None and b.staat is nieuw]

    @cached_property
    def teksten(self) -> list[str]:
        """The new states as they are remembered."""
        return per_object(Staat.als_tekst, self.nieuw)

    @cached_property
    def vingerafdruk(self) -> str:
        """Of what would be written, and what it would replace."""
        welke = [*self.nieuwe, *self.gewijzigde]
        oud = [b.staat.als_tekst() for i in self.gewijzigde if (b := self.bekend[i])]
        delen = (map(str, neem(self.cijfers.rijen, welke)), oud, neem(self.teksten, welke))
        return maak_vingerafdruk("\n\n".join(map("\n".join, delen)) if welke else "")

    def __len__(self) -> int:
        return len(self.nieuw)

    @overload
    def __getitem__(self, i: int) -> Vergelijking: ...
    @overload
    def __getitem__(self, i: slice) -> list[Vergelijking]: ...
    def __getitem__(self, i: int | slice) -> Vergelijking | list[Vergelijking]:
        if isinstance(i, slice):
            return [self[n] for n in range(*i.indices(len(self)))]
        b = self.bekend[i]
        oud, versie = (b.staat, b.versie) if b is not None else (None, 0)
        return Vergelijking(self.cijfers[i], oud, versie, self.nieuw[i])

    def __iter__(self) -> Iterator[Vergelijking]:
        return (self[i] for i in range(len(self)))

    def kies(self, welke: Sequence[int]) -> Vergelijkingen:
        """Only these, by their place in the list."""
        bekend, nieuw = neem(self.bekend, welke), neem(self.nieuw, welke)
        return Vergelijkingen(self.cijfers.kies(welke), bekend, nieuw, self.reeksen, self.perioden)


def vergelijk(gemeente: Gemeente, cijfers: Sequence[Cijfer] | Vergelijkingen) -> Vergelijkingen:
    """Each figure beside the known one, in four queries whatever their number.

    What was compared before is given back as it is, when no figure was written since.
    """
    stand = stand_van(gemeente)  # before the figures: who writes in between makes it too old
    if isinstance(cijfers, Vergelijkingen):
        if cijfers.stand == stand:
            return cijfers
        cijfers = cijfers.cijfers
    kolommen = Cijfers.van(cijfers)
    indicatoren = {p.indicator.pk for p in {id(p): p for p in kolommen.plekken}.values()}
    reeksen = bekende_reeksen(gemeente, indicatoren)
    perioden = _bekende_perioden(set(kolommen.perioden))
    gelijken: dict[Staat, Staat] = {}

    def een(staat: Staat) -> Staat:
        return gelijken.setdefault(staat, staat)

    staten = kolommen.staten
    gevonden: list[Bekend | None] = [None] * len(kolommen)
    bekend = _bekende(gemeente, indicatoren, perioden, een) if reeksen and perioden else {}
    if bekend:
        reeks_pks = per_object(lambda p: reeksen.get(p.reeks, 0), kolommen.plekken)
        periode_pks = map(perioden.get, kolommen.perioden, repeat(0))
        gevonden = list(map(bekend.get, zip(reeks_pks, periode_pks, strict=True)))
        staten = [
            s if b is None or b.staat is s else een(s.met_oude(b.staat, plek.open_velden))
            for b, s, plek in zip(gevonden, per_object(een, staten), kolommen.plekken, strict=True)
        ]
    return Vergelijkingen(kolommen, gevonden, staten, reeksen, perioden, stand)


def _bekende_perioden(codes: set[str]) -> dict[str, int]:
    """A long list is more than one statement can bear; then all there are."""
    rijen = Periode.objects.order_by()
    if len(codes) <= STAP:
        rijen = rijen.filter(code__in=codes)
    return dict(rijen.values_list("code", "pk"))


def _bekende(
    gemeente: Gemeente,
    indicatoren: set[int],
    perioden: Mapping[str, int],
    een: Callable[[Staat], Staat],
) -> dict[tuple[int, int], Bekend]:
    """By series and period. Filters are left out when the lists grow long."""
    vraag = Waarneming.objects.filter(reeks__gemeente=gemeente).order_by()
    if len(indicatoren) <= STAP:
        vraag = vraag.filter(reeks__indicator_id__in=indicatoren)
    if len(perioden) <= STAP // 2:
        vraag = vraag.filter(periode_id__in=list(perioden.values()))
    staat = _lezer()
    lees: Memo[tuple[Any, ...], Staat] = Memo(lambda ruw: een(staat(ruw)))
    uit = {}
    for rij in _ruw(vraag.values_list("reeks_id", "periode_id", "pk", "versie", *VELDEN)):
        uit[rij[:2]] = Bekend(rij[2], rij[3], lees[rij[4:]])
    return uit


def _ruw(vraag: Any) -> Iterator[tuple[Any, ...]]:
    """The rows as the database gives them: what is converted once need not be converted each time."""
    opdracht, waarden = vraag.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        while rijen := cursor.fetchmany(BROK):
            yield from rijen


def _lezer() -> Callable[[tuple[Any, ...]], Staat]:
    """From the columns of a row to its state, converted as the model converts them."""
    verbinding = connections[DEFAULT_DB_ALIAS]
    velden: list[Any] = [Waarneming._meta.get_field(naam) for naam in VELDEN]
    kolommen = [veld.get_col(Waarneming._meta.db_table) for veld in velden]
    omzetters = [verbinding.ops.get_db_converters(kolom) for kolom in kolommen]

    def lees(ruw: tuple[Any, ...]) -> Staat:
        waarden = list(ruw)
        for i, stappen in enumerate(omzetters):
            for zet_om in stappen if waarden[i] is not None else ():
                waarden[i] = zet_om(waarden[i], kolommen[i], verbinding)
        return Staat(*waarden)

    return lees

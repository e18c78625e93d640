"""Reading a programme in a constant number of queries, as it was known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from programma.models import (
    Budgetregel,
    Herplanning,
    Mijlpaal,
    Mijlpaaldeel,
    Onderdeel,
    OnderdeelIndicator,
    Programma,
    Risico,
    Stand,
)

# Which line a report is about: onderdeel, milestone, part; all None for the whole programme.
Sleutel = tuple[int | None, int | None, int | None]
V = TypeVar("V", Stand, Herplanning)


@dataclass
class Gegevens:
    """Everything of one programme that may be known on `peildatum`."""

    programma: Programma
    peildatum: date
    onderdelen: dict[int, Onderdeel]
    mijlpalen: list[Mijlpaal]
    delen: dict[tuple[str, int], list[Mijlpaaldeel]]
    alle_standen: list[Stand]
    alle_besluiten: list[Herplanning]
    cijfers: dict[int, list[OnderdeelIndicator]]
    risicos: list[Risico]
    budget: list[Budgetregel]
    standen: dict[Sleutel, list[Stand]] = field(init=False)
    besluiten: dict[Sleutel, list[Herplanning]] = field(init=False)

    def __post_init__(self) -> None:
        self.standen = per_regel(s for s in self.alle_standen if s.datum <= self.peildatum)
        self.besluiten = per_regel(
            b for b in self.alle_besluiten if b.besloten_op <= self.peildatum
        )

    def op(self, peildatum: date) -> Gegevens:
        """The same programme as it was known on an earlier day; no query."""
        return Gegevens(
            self.programma, peildatum, self.onderdelen, self.mijlpalen, self.delen, self.alle_standen,
            self.alle_besluiten, self.cijfers, self.risicos, self.budget,
        )  # fmt: skip

    @property
    def laatste_stand(self) -> date | None:
        return max((s.datum for s in self.alle_standen if s.datum <= self.peildatum), default=None)


def per_regel(rijen: Iterable[V]) -> dict[Sleutel, list[V]]:
    per: dict[Sleutel, list[V]] = defaultdict(list)
    for rij in rijen:
        per[(rij.onderdeel_id, rij.mijlpaal_id, rij.deel_id)].append(rij)
    return per


def laad(programma: Programma, peildatum: date) -> Gegevens:
    onderdelen = _zichtbaar(list(programma.onderdelen.all()))
    mijlpalen = [
        m
        for m in programma.mijlpalen.filter(is_gearchiveerd=False)
        if m.onderdeel_id is None or m.onderdeel_id in onderdelen
    ]
    cijfers: dict[int, list[OnderdeelIndicator]] = defaultdict(list)
    koppelingen = OnderdeelIndicator.objects.filter(onderdeel__programma=programma)
    for koppeling in koppelingen.select_related("indicator", "tegenindicator").prefetch_related(
        "standen"
    ):
        cijfers[koppeling.onderdeel_id].append(koppeling)
    return Gegevens(
        programma=programma,
        peildatum=peildatum,
        onderdelen=onderdelen,
        mijlpalen=mijlpalen,
        delen=_delen(programma, onderdelen, {m.pk: m for m in mijlpalen}),
        alle_standen=list(programma.standen.filter(datum__lte=peildatum)),
        alle_besluiten=list(programma.herplanningen.filter(besloten_op__lte=peildatum)),
        cijfers=cijfers,
        risicos=list(programma.risicos.prefetch_related("standen")),
        budget=list(programma.budgetregels.select_related("reeks__indicator")),
    )


def _delen(
    programma: Programma, onderdelen: dict[int, Onderdeel], mijlpalen: dict[int, Mijlpaal]
) -> dict[tuple[str, int], list[Mijlpaaldeel]]:
    """Per line; each part knows its line, so that asking for it is no query."""
    delen: dict[tuple[str, int], list[Mijlpaaldeel]] = defaultdict(list)
    for deel in programma.delen.all():
        if deel.onderdeel_id in onderdelen:
            deel.onderdeel = onderdelen[deel.onderdeel_id]
        if deel.mijlpaal_id in mijlpalen:
            deel.mijlpaal = mijlpalen[deel.mijlpaal_id]
        soort = "onderdeel" if deel.onderdeel_id else "mijlpaal"
        delen[(soort, deel.onderdeel_id or deel.mijlpaal_id or 0)].append(deel)
    return delen


def _zichtbaar(rijen: list[Onderdeel]) -> dict[int, Onderdeel]:
    """Those that are reached from the top without passing one that is archived; in order."""
    kinderen: dict[int | None, list[int]] = defaultdict(list)
    for o in rijen:
        if not o.is_gearchiveerd:
            kinderen[o.ouder_id].append(o.pk)
    zichtbaar: set[int] = set()
    nog = list(kinderen[None])
    while nog:
        pk = nog.pop()
        zichtbaar.add(pk)
        nog += kinderen[pk]
    return {o.pk: o for o in rijen if o.pk in zichtbaar}

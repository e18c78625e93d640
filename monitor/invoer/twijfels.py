"""Doubts in step with the figures: judged after each delivery, shown beside the cells.

    werk_bij(gemeente, plekken)     # after a delivery: what it touched, and what leans on that
    controleer_uitgave(uitgave)     # on demand: everything an edition expects
    voorspel(gemeente, cijfers)     # before it is written
    bij(rijen)                      # the open doubts of rows of the grid

The number of queries is fixed. A large delivery is judged in the background.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from monitor import taken
from monitor.invoer.bulk import voeg_objecten_in, werk_objecten_bij
from monitor.invoer.perioden import STAP
from monitor.invoer.toepassen import Cijfer, Plek, register_naderhand
from monitor.invoer.twijfels_laden import Kennis, Stand, laad
from monitor.invoer.twijfels_oordeel import oordeel, oordeelplekken
from monitor.models import Aanlevering, Controleregel, Gemeente, Twijfel, Uitgave, Wijziging
from monitor.models.enums import TwijfelStand
from monitor.regels.perioden import lees_periode
from monitor.regels.twijfel import Bevinding, Meting

if TYPE_CHECKING:
    from monitor.invoer.rooster import Roosterrij

DIRECT = 2000  # figures that are judged at once; more go to the background
MAX_VOORSPELD = 100
WERK = "twijfels"


class TwijfelFout(ValueError):
    """A doubt can not be settled this way. The text is for people."""


# -- after a delivery ------------------------------------------------------------------------------


def na_levering(
    gemeente: Gemeente, plekken: Sequence[Plek], aanlevering: Aanlevering | None
) -> None:
    if aanlevering is not None and len(plekken) > DIRECT:
        taken.start(WERK, gemeente=gemeente, aanlevering=aanlevering.pk)
    else:
        werk_bij(gemeente, plekken)


def _op_de_achtergrond(loop: taken.Loop, *, aanlevering: int) -> str:
    levering = Aanlevering.objects.select_related("gemeente").get(pk=aanlevering)
    rijen = Wijziging.objects.filter(aanlevering=levering).order_by()
    reeks = "waarneming__reeks__"
    velden = (f"{reeks}indicator_id", f"{reeks}soort", f"{reeks}sleutel")
    gevonden = rijen.values_list(*velden, "waarneming__periode__code").iterator(5000)
    werk_bij(levering.gemeente, [((i, s, u), p) for i, s, u, p in gevonden])
    return "De cijfers van de levering zijn gecontroleerd."


@transaction.atomic
def werk_bij(gemeente: Gemeente, plekken: Iterable[Plek]) -> None:
    """Judge these figures and what leans on them, and keep what was found."""
    plekken = list(plekken)
    if not plekken:
        return
    kennis = laad(gemeente, {reeks[0] for reeks, _ in plekken})
    te_doen = oordeelplekken(kennis, plekken)
    _bewaar(gemeente, kennis, te_doen, oordeel(kennis, te_doen))


def controleer_uitgave(uitgave: Uitgave) -> None:
    """Judge every figure that the edition expects, as when a rule was changed."""
    from monitor.invoer.rooster import rijen_voor

    rijen = rijen_voor(uitgave, met_twijfels=False)
    werk_bij(uitgave.gemeente, [(r.plek[:3], r.periode.code) for r in rijen])


def _bewaar(
    gemeente: Gemeente,
    kennis: Kennis,
    te_doen: set[Plek],
    gevonden: Mapping[Plek, list[Bevinding]],
) -> None:
    bekend = _bekende(gemeente, kennis, te_doen)
    nieuw, anders = [], []
    for plek in sorted(te_doen):
        reeks, periode = kennis.reeksen.get(plek[0]), kennis.perioden.get(plek[1])
        if reeks is None or periode is None:
            continue
        oud = bekend.get((reeks, periode), {})
        for bevinding in {(b.regel, b.vingerafdruk): b for b in gevonden.get(plek, ())}.values():
            rij = oud.pop((bevinding.regel, bevinding.vingerafdruk), None)
            if rij is None:
                nieuw.append(_nieuwe(gemeente, reeks, periode, bevinding))
            elif _blijft(rij, bevinding):
                anders.append(rij)
        for rij in oud.values():
            if rij.stand != TwijfelStand.GECORRIGEERD:
                rij.stand = TwijfelStand.GECORRIGEERD
                anders.append(rij)
    voeg_objecten_in(nieuw)
    werk_objecten_bij(anders, ["stand", "ernst", "som", "advies"])


def _bekende(
    gemeente: Gemeente, kennis: Kennis, te_doen: set[Plek]
) -> dict[tuple[int, int], dict[tuple[str, str], Twijfel]]:
    indicatoren = {reeks[0] for reeks, _ in te_doen}
    rijen = Twijfel.objects.filter(gemeente=gemeente)
    if len(indicatoren) <= STAP:
        rijen = rijen.filter(reeks__indicator_id__in=indicatoren)
    uit: dict[tuple[int, int], dict[tuple[str, str], Twijfel]] = defaultdict(dict)
    for rij in rijen:
        uit[rij.reeks_id, rij.periode_id][rij.regel, rij.vingerafdruk] = rij
    return uit


def _nieuwe(gemeente: Gemeente, reeks: int, periode: int, b: Bevinding) -> Twijfel:
    eigen = b.regel.removeprefix("eigen-")
    return Twijfel(
        gemeente=gemeente,
        reeks_id=reeks,
        periode_id=periode,
        regel=b.regel,
        controleregel_id=int(eigen) if eigen.isdecimal() else None,
        vingerafdruk=b.vingerafdruk,
        ernst=b.ernst,
        som=b.som,
        advies=b.advies[:240],
    )


def _blijft(rij: Twijfel, b: Bevinding) -> bool:
    """Bring a known doubt up to date; True when it must be written.

    A figure that came back brings its doubt back as open: an explanation ended when it changed.
    """
    stand = rij.stand
    if stand == TwijfelStand.GECORRIGEERD or (
        stand == TwijfelStand.VERKLAARD and not b.mag_verklaard
    ):
        stand = TwijfelStand.OPEN
    nieuw = (stand, b.ernst, b.som, b.advies[:240])
    if nieuw == (rij.stand, rij.ernst, rij.som, rij.advies):
        return False
    rij.stand, rij.ernst, rij.som, rij.advies = nieuw
    return True


# -- before a delivery -----------------------------------------------------------------------------


def voorspel(gemeente: Gemeente, cijfers: Sequence[Cijfer]) -> list[tuple[Cijfer, Bevinding]]:
    """What would be doubted if these figures were written; nothing for a delivery that is too large."""
    if not cijfers or len(cijfers) > DIRECT:
        return []
    kennis = laad(gemeente, {c.indicator.pk for c in cijfers})
    per_plek: dict[Plek, Cijfer] = {}
    for c in cijfers:
        s = c.staat
        meting = Meting(lees_periode(c.periode), s.waarde, s.aard)
        kennis.cijfers[c.reeks][c.periode] = Stand(meting, s.onder, s.boven)
        per_plek[c.reeks, c.periode] = c
    gevonden = oordeel(kennis, set(per_plek))
    paren = [(per_plek[plek], b) for plek, lijst in gevonden.items() for b in lijst]
    paren.sort(key=lambda p: (p[1].mag_verklaard, p[0].rij))
    return paren[:MAX_VOORSPELD]


# -- beside the cells ------------------------------------------------------------------------------


def open_bij(gemeente_id: int, rijen: Sequence[Roosterrij]) -> dict[str, list[Twijfel]]:
    """The open doubts of rows of the grid, by the key of the row, gravest first: one query."""
    per_plek = {r.plek: r.sleutel for r in rijen}
    twijfels = Twijfel.objects.filter(
        gemeente_id=gemeente_id,
        stand=TwijfelStand.OPEN,
        periode__code__in={r.periode.code for r in rijen},
    ).select_related("reeks", "periode")
    uit: dict[str, list[Twijfel]] = defaultdict(list)
    for t in sorted(twijfels, key=lambda t: (_VOLGORDE.get(t.ernst, 9), t.pk)):
        plek = (t.reeks.indicator_id, t.reeks.soort, t.reeks.sleutel, t.periode.code)
        if plek in per_plek:
            uit[per_plek[plek]].append(t)
    return uit


def bij(rijen: Sequence[Roosterrij]) -> dict[str, list[Twijfel]]:
    return open_bij(rijen[0].indicator.gemeente_id, rijen) if rijen else {}


_VOLGORDE = {"fout": 0, "twijfel": 1, "let_op": 2}


# -- settling --------------------------------------------------------------------------------------


@transaction.atomic
def verklaar(twijfel: Twijfel, toelichting: str, *, by: Any) -> Twijfel:
    """Settle a doubt with an explanation. Raises `TwijfelFout` for an error or an empty text."""
    twijfel = Twijfel.objects.select_for_update().get(pk=twijfel.pk)
    if not twijfel.mag_verklaard:
        raise TwijfelFout("Dit is een fout. Die kunt u niet verklaren; verbeter het cijfer.")
    if twijfel.stand == TwijfelStand.GECORRIGEERD:
        raise TwijfelFout("Het cijfer is intussen veranderd. Uitleggen hoeft niet meer.")
    if not toelichting.strip():
        raise TwijfelFout("Leg in een paar woorden uit waarom het cijfer klopt.")
    twijfel.stand = TwijfelStand.VERKLAARD
    twijfel.toelichting = toelichting.strip()[:2000]
    twijfel.verklaard_door, twijfel.verklaard_op = by, timezone.now()
    twijfel.save(update_fields=["stand", "toelichting", "verklaard_door", "verklaard_op"])
    return twijfel


def ruim_regel_op(regel: Controleregel) -> None:
    """A rule that was changed or switched off: what it found is judged anew by `controleer_uitgave`."""
    open_ = Twijfel.objects.filter(gemeente_id=regel.gemeente_id, regel=regel.code)
    if regel.ingebouwd and regel.indicator_id:
        open_ = open_.filter(reeks__indicator_id=regel.indicator_id)
    open_.exclude(stand=TwijfelStand.VERKLAARD).update(stand=TwijfelStand.GECORRIGEERD)


register_naderhand(na_levering)
taken.register_werk(WERK, _op_de_achtergrond, transactie=None, titel="Cijfers nakijken")

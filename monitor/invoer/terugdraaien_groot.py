"""Taking a large delivery back by a worker: asked in the request, done whole in one transaction.

The delivery that takes back is made when it is asked, in the state `bezig`; that state guards the work, so
that it can come twice. When it can not be done it lets the other delivery go, which can then be tried again.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from monitor import rechten, taken
from monitor.invoer.controle import MAX_VERSCHILLEN
from monitor.invoer.fouten import Fout
from monitor.invoer.stand import op_slot, stand_van
from monitor.invoer.terugdraaien import (
    TerugdraaiFout,
    Voorstel,
    aantal_geraakt,
    bekijk,
    eis_reden,
    gepubliceerd,
    maak_tegenhanger,
    schrijf,
)
from monitor.models import Aanlevering, Taak
from monitor.models.enums import AanleveringStand as Stand

WERK = "draai-levering-terug"
RECHT = "monitor.change_waarneming"
ZOEKEN, SCHRIJVEN = "Cijfers en hun verloop lezen", "Oude waarden terugzetten"
GEEN_RECHT = "Wie dit vroeg, mag het niet meer. Er is niets veranderd."


def is_groot(aanlevering: Aanlevering) -> bool:
    """Whether a worker does it."""
    return aantal_geraakt(aanlevering) > settings.INVOER_ACHTERGROND_RIJEN


def bekijk_eerste(aanlevering: Aanlevering) -> Voorstel:
    """What would happen: of a large delivery to its first figures, so that the page does not wait."""
    hooguit = MAX_VERSCHILLEN if is_groot(aanlevering) else None
    return bekijk(aanlevering, hooguit=hooguit)


@transaction.atomic
def vraag_terug(aanlevering: Aanlevering, *, by: Any, reden: str) -> Aanlevering:
    """Ask a worker to take it back. Raises `TerugdraaiFout` with the reasons that are known at once."""
    eis_reden(reden)
    rij = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
    if redenen := bekijk_eerste(rij).redenen:
        raise TerugdraaiFout(redenen)
    terug = maak_tegenhanger(rij, by, reden, Stand.BEZIG)
    terug.taak = taken.start(
        WERK,
        gemeente=rij.gemeente,
        by=by,
        levering=terug.pk,
        van=rij.pk,
        user=by.pk,
    )
    terug.save(update_fields=["taak"])
    return terug


def draai_terug_in_worker(loop: taken.Loop, *, levering: int, van: int, user: int) -> str:
    """Take back what was asked, if nobody did so yet."""
    terug = Aanlevering.objects.select_related("gemeente", "draait_terug__gemeente").get(
        pk=levering
    )
    eerste, by = terug.draait_terug, get_user_model().objects.filter(pk=user).first()
    if terug.stand != Stand.BEZIG or eerste is None:
        return f"Deze levering staat al op ‘{terug.get_stand_display()}’."
    if not rechten.mag(by, RECHT, terug.gemeente_id):
        raise taken.WerkFout(GEEN_RECHT)
    loop.begin(ZOEKEN, eerste.nieuw + eerste.gewijzigd)
    try:
        voorstel = _eis(bekijk(eerste, voor=terug, voortgang=loop.rijen))
        loop.begin(SCHRIJVEN, voorstel.aantal)
        _zet_terug(loop, terug, eerste, voorstel, by)
    except TerugdraaiFout as fout:
        _weiger(terug, fout.redenen)
        raise taken.WerkFout("Deze levering kan niet worden teruggedraaid.") from fout
    return f"Teruggedraaid: {terug.gewijzigd} cijfers."


@transaction.atomic
def _zet_terug(
    loop: taken.Loop, terug: Aanlevering, eerste: Aanlevering, voorstel: Voorstel, by: Any
) -> None:
    """Under the lock: what was read holds while no figure was written since."""
    op_slot(terug.gemeente_id)
    if not Aanlevering.objects.filter(pk=terug.pk, stand=Stand.BEZIG).update(stand=Stand.VERWERKT):
        return
    if stand_van(terug.gemeente) == voorstel.stand:
        voorstel.redenen = gepubliceerd(eerste, voorstel)
    else:
        voorstel = bekijk(eerste, voor=terug)
    schrijf(terug, _eis(voorstel), by=by, voortgang=loop.rijen)


def _eis(voorstel: Voorstel) -> Voorstel:
    if voorstel.redenen:
        raise TerugdraaiFout(voorstel.redenen)
    return voorstel


def _weiger(terug: Aanlevering, redenen: list[str]) -> None:
    Aanlevering.objects.filter(pk=terug.pk, stand=Stand.BEZIG).update(
        stand=Stand.AFGEKEURD,
        draait_terug=None,
        fouten=[Fout(reden).als_dict() for reden in redenen],
        aantal_fouten=len(redenen),
    )


def _niet_teruggedraaid(taak: Taak, stand: str) -> None:
    """Nothing was written; the other delivery can be taken back again."""
    wacht = Aanlevering.objects.filter(taak=taak, stand=Stand.BEZIG)
    wacht.update(stand=Stand.INGETROKKEN, draait_terug=None)


taken.register_werk(
    WERK,
    draai_terug_in_worker,
    transactie=None,
    niet_gelukt=_niet_teruggedraaid,
    titel="Een levering terugdraaien",
)

"""Large deliveries: stored first, then checked and applied by a worker, in two steps on one file.

The state of the delivery guards each step, so that work that is done twice is applied once.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from monitor import taken
from monitor.invoer.aanleveren import (
    GEEN_REDEN,
    Stand,
    Verouderd,
    controleer_levering,
    mag_bevestigen,
    meld_stand,
    moet_ingedeeld,
    te_bevestigen,
    trek_in,
    verwerk,
)
from monitor.invoer.bewaren import bewaar, lees_bewaard
from monitor.invoer.fouten import InvoerFout
from monitor.invoer.soorten import Soort, get_soort
from monitor.invoer.voorbeeld import voorbeeldvelden
from monitor.invoer.voortgang import schat_cijfers
from monitor.models import Aanlevering, Gemeente, Taak, Uitgave
from monitor.models.enums import TaakStand

CONTROLEER, VERWERK = "controleer-levering", "verwerk-levering"
LEZEN, SCHRIJVEN = "Rijen lezen en controleren", "Cijfers wegschrijven"
OPNIEUW = (Stand.INDELEN, Stand.GECONTROLEERD, Stand.AFGEKEURD)
INDELEN = "Zeg eerst wat de kolommen van dit bestand zijn."
GEEN_RECHT = "Wie dit bevestigde, mag het niet meer inlezen. Er is niets veranderd."


def is_groot(inhoud: bytes) -> bool:
    """Whether a worker does it, by an estimate of the figures."""
    return schat_cijfers(inhoud) > settings.INVOER_ACHTERGROND_RIJEN


def neem_in(
    gemeente: Gemeente,
    soort: Soort,
    naam: str,
    inhoud: bytes,
    *,
    by: object,
    reden: str = "",
    uitgave: Uitgave | None = None,
) -> Aanlevering:
    """Keep the file and ask for its check. The file stays when the broker is away.

    `uitgave` is the edition that a workbook must be for.
    """
    with transaction.atomic():
        velden: dict[str, object] = {"stand": Stand.ONTVANGEN, "reden": reden[:400]}
        velden |= {"uitgave": uitgave}
        aanlevering = bewaar(gemeente, soort, naam, inhoud, by, velden)
        _vraag(aanlevering, CONTROLEER, by)
    return aanlevering


@transaction.atomic
def bevestig(aanlevering: Aanlevering, *, by: object, vingerafdruk: str, reden: str = "") -> None:
    """Ask a worker to apply what was shown. Raises `InvoerFout` when that can not be."""
    te_bevestigen(aanlevering, by)
    reden = (reden or aanlevering.reden)[:400]
    if aanlevering.vraagt_reden and not reden.strip():
        raise InvoerFout(GEEN_REDEN)
    if vingerafdruk != aanlevering.vingerafdruk:
        raise InvoerFout("Er is een nieuwer voorbeeld. Bekijk het en bevestig dan opnieuw.")
    wacht = Aanlevering.objects.filter(pk=aanlevering.pk, stand=Stand.GECONTROLEERD)
    if not wacht.update(stand=Stand.BEZIG, reden=reden):
        aanlevering.refresh_from_db()
        raise InvoerFout(meld_stand(aanlevering))
    _vraag(aanlevering, VERWERK, by)


@transaction.atomic
def opnieuw(aanlevering: Aanlevering, *, by: object) -> None:
    """Ask for the check once more, after it was given up. Raises `InvoerFout` when it was not."""
    rij = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
    klaar = rij.taak is not None and rij.taak.stand == TaakStand.MISLUKT
    if rij.stand != Stand.ONTVANGEN or not klaar:
        raise InvoerFout("Deze levering hoeft niet opnieuw: zij loopt nog, of is al klaar.")
    _vraag(rij, CONTROLEER, by)


def controleer_opnieuw(aanlevering: Aanlevering, *, by: object) -> None:
    """Check a delivery again after its columns were mapped; a large one by a worker.

    Raises `InvoerFout` when it is applied or withdrawn, or its file is gone.
    """
    soort = get_soort(aanlevering.soort)
    if aanlevering.stand not in OPNIEUW or soort is None:
        raise InvoerFout(meld_stand(aanlevering))
    if is_groot(lees_bewaard(aanlevering)):
        with transaction.atomic():
            _zet(aanlevering, aanlevering.stand, {"stand": Stand.ONTVANGEN})
            _vraag(aanlevering, CONTROLEER, by)
        return
    aanlevering.gecontroleerd_op = None  # a new preview: nothing changed since
    controle = controleer_levering(aanlevering, soort)
    _zet(aanlevering, aanlevering.stand, voorbeeldvelden(controle))


def stop(aanlevering: Aanlevering) -> None:
    """Cancel the work of a delivery: between two blocks of rows, and nothing of it stays."""
    if aanlevering.taak is not None:
        taken.vraag_stop(aanlevering.taak)


def _vraag(aanlevering: Aanlevering, werk: str, by: Any) -> None:
    taak = taken.start(
        werk,
        gemeente=aanlevering.gemeente,
        by=by,
        levering=aanlevering.pk,
        user=getattr(by, "pk", None),
    )
    Aanlevering.objects.filter(pk=aanlevering.pk).update(taak=taak)
    aanlevering.taak = taak


# -- in the worker ---------------------------------------------------------------------------------


def controleer(loop: taken.Loop, *, levering: int, user: int | None) -> str:
    """The check of a stored file. Done twice it does nothing the second time."""
    aanlevering, soort = _levering(levering)
    if aanlevering.stand != Stand.ONTVANGEN:
        return meld_stand(aanlevering)
    loop.begin(LEZEN)
    try:
        inhoud = lees_bewaard(aanlevering)
        if moet_ingedeeld(aanlevering.gemeente, soort, aanlevering.bestandsnaam, inhoud):
            _zet(aanlevering, Stand.ONTVANGEN, {"stand": Stand.INDELEN})
            return INDELEN
        controle = controleer_levering(aanlevering, soort, loop.rijen)
    except InvoerFout as fout:
        raise taken.WerkFout(str(fout)) from fout
    loop.rijen(controle.rijen, controle.rijen)
    _zet(aanlevering, Stand.ONTVANGEN, voorbeeldvelden(controle))
    return f"Gecontroleerd: {controle.rijen} rijen, {len(controle.fouten)} fouten."


def verwerk_levering(loop: taken.Loop, *, levering: int, user: int | None) -> str:
    """Apply a confirmed delivery in one transaction, if nobody did so yet."""
    aanlevering, soort = _levering(levering)
    by = get_user_model().objects.get(pk=user) if user else None
    if aanlevering.stand != Stand.BEZIG:
        return meld_stand(aanlevering)
    if not mag_bevestigen(aanlevering, soort, by):
        raise taken.WerkFout(GEEN_RECHT)
    loop.begin(LEZEN, aanlevering.rijen)
    try:
        controle = controleer_levering(aanlevering, soort, loop.rijen)
        loop.begin(SCHRIJVEN, controle.rijen)
        verwerk(
            aanlevering,
            soort,
            controle,
            by=by,
            reden=aanlevering.reden,
            verwacht=aanlevering.vingerafdruk,
            van=Stand.BEZIG,
            voortgang=loop.rijen,
        )
    except Verouderd as fout:
        _zet(aanlevering, Stand.BEZIG, voorbeeldvelden(fout.controle))
        raise taken.WerkFout(str(fout)) from fout
    except InvoerFout as fout:
        raise taken.WerkFout(str(fout)) from fout
    if aanlevering.stand != Stand.VERWERKT:
        return f"Afgekeurd: {aanlevering.aantal_fouten} fouten. Er is niets veranderd."
    return f"Verwerkt: {aanlevering.nieuw} nieuw, {aanlevering.gewijzigd} gewijzigd."


def _levering(pk: int) -> tuple[Aanlevering, Soort]:
    aanlevering = Aanlevering.objects.select_related("gemeente").filter(pk=pk).first()
    soort = get_soort(aanlevering.soort) if aanlevering else None
    if aanlevering is None or soort is None:
        raise taken.WerkFout("Deze levering bestaat niet meer.")
    return aanlevering, soort


def _zet(aanlevering: Aanlevering, van: str, velden: dict[str, Any]) -> None:
    Aanlevering.objects.filter(pk=aanlevering.pk, stand=van).update(**velden)


def _niet_gecontroleerd(taak: Taak, stand: str) -> None:
    """A check that was stopped leaves nothing; one that failed can be asked for again."""
    aanlevering = Aanlevering.objects.filter(taak=taak, stand=Stand.ONTVANGEN).first()
    if aanlevering is not None and stand == TaakStand.GESTOPT:
        trek_in(aanlevering)


def _niet_verwerkt(taak: Taak, stand: str) -> None:
    """Nothing of it was written: the delivery waits again to be confirmed."""
    wacht = Aanlevering.objects.filter(taak=taak, stand=Stand.BEZIG)
    wacht.update(stand=Stand.GECONTROLEERD)


taken.register_werk(
    CONTROLEER,
    controleer,
    transactie=None,
    niet_gelukt=_niet_gecontroleerd,
    titel="Een levering controleren",
)
taken.register_werk(
    VERWERK,
    verwerk_levering,
    transactie=None,
    niet_gelukt=_niet_verwerkt,
    titel="Een levering verwerken",
)

"""A delivery from file to figures: taken in and checked, then confirmed, or refused whole.

A delivery that waits for confirmation belongs to who made it, and expires after a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from monitor import rechten
from monitor.invoer.bewaren import bewaar, lees_bewaard
from monitor.invoer.controle import Controle
from monitor.invoer.controleren import (
    controleer_bestand,
    lees_en_controleer,
    moet_ingedeeld,
    sleutel_van,
)
from monitor.invoer.fouten import InvoerFout
from monitor.invoer.gelezen import al_verwerkt, herkenning
from monitor.invoer.soorten import Soort, get_soort
from monitor.invoer.voorbeeld import intussen, voorbeeldvelden
from monitor.invoer.voortgang import Voortgang
from monitor.models import Aanlevering, Gemeente
from monitor.models.enums import AanleveringStand

HOUDBAAR = timedelta(hours=24)
Stand = AanleveringStand
WACHTEND = (Stand.ONTVANGEN, Stand.INDELEN, Stand.GECONTROLEERD)
GEEN_REDEN = "Vul een reden in: er verandert een cijfer dat al gepubliceerd is."


class Verouderd(InvoerFout):
    """What the delivery would replace changed after its preview; `controle` is the new preview."""

    def __init__(self, controle: Controle) -> None:
        super().__init__(
            "De cijfers zijn veranderd nadat u dit voorbeeld zag. Bekijk de verschillen opnieuw en "
            "bevestig dan nog een keer."
        )
        self.controle = controle


def neem_in(
    gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes, *, by: object, reden: str = ""
) -> tuple[Aanlevering, Controle | None]:
    """Keep the file and its preview. Refused files are kept as well, to be looked at.

    No preview yet for a table in columns of its own, that somebody has to map first.
    """
    sleutel = sleutel_van(gemeente, soort, naam, inhoud)
    controle = al_verwerkt(gemeente, soort.code, inhoud, sleutel) if sleutel else None
    if controle is None and moet_ingedeeld(gemeente, soort, naam, inhoud):
        wacht: dict[str, object] = {"stand": Stand.INDELEN, "reden": reden[:400]}
        return bewaar(gemeente, soort, naam, inhoud, by, wacht), None
    controle = controle or lees_en_controleer(gemeente, soort, naam, inhoud, sleutel)
    _meld_eerdere(gemeente, soort, inhoud, controle)
    velden = voorbeeldvelden(controle) | {"reden": reden[:400]}
    return bewaar(gemeente, soort, naam, inhoud, by, velden), controle


def bevestig(
    aanlevering: Aanlevering, *, by: object, vingerafdruk: str, reden: str = ""
) -> Aanlevering:
    """Apply a delivery that was looked at; its stored file is read again.

    Raises `InvoerFout` when it is not the user's, expired, or applied already; `Verouderd` when what
    it replaces is not what the preview showed.
    """
    soort = te_bevestigen(aanlevering, by)
    controle = controleer_levering(aanlevering, soort)
    reden = reden or aanlevering.reden
    if controle.vraagt_reden and not reden.strip():
        raise InvoerFout(GEEN_REDEN)
    return verwerk(aanlevering, soort, controle, by=by, reden=reden, verwacht=vingerafdruk)


def te_bevestigen(aanlevering: Aanlevering, by: object) -> Soort:
    """The kind of a delivery that this user may confirm now. Raises `InvoerFout` when he may not."""
    soort = get_soort(aanlevering.soort)
    if soort is None or not mag_bevestigen(aanlevering, soort, by):
        raise InvoerFout("U kunt deze levering niet bevestigen. Dat kan alleen wie hem inleverde.")
    if aanlevering.stand == Stand.GECONTROLEERD and is_verlopen(aanlevering):
        trek_in(aanlevering)
        raise InvoerFout("Deze levering is ouder dan een dag. Lever het bestand opnieuw aan.")
    if aanlevering.stand != Stand.GECONTROLEERD:
        raise InvoerFout(meld_stand(aanlevering))
    return soort


def controleer_levering(
    aanlevering: Aanlevering, soort: Soort, voortgang: Voortgang | None = None
) -> Controle:
    """Check the stored file again. Raises `InvoerFout` when it is not what was delivered.

    What others changed since the preview that was shown stands among the remarks.
    """
    gemeente, naam = aanlevering.gemeente, aanlevering.bestandsnaam
    inhoud = lees_bewaard(aanlevering)
    controle = controleer_bestand(gemeente, soort.bij(aanlevering), naam, inhoud, voortgang)
    controle.opmerkingen += intussen(aanlevering, controle)
    return controle


def lever(
    gemeente: Gemeente,
    soort: Soort,
    naam: str,
    inhoud: bytes,
    *,
    by: object = None,
    reden: str = "",
    proef: bool = False,
) -> tuple[Aanlevering | None, Controle]:
    """Check and apply in one go, as the command does. With `proef` nothing at all is kept."""
    controle = controleer_bestand(gemeente, soort, naam, inhoud)
    if proef:
        return None, controle
    velden = controle.voor_aanlevering() | {"stand": Stand.AFGEKEURD, "reden": reden[:400]}
    if not controle.kan:
        return bewaar(gemeente, soort, naam, inhoud, by, velden), controle
    aanlevering = bewaar(gemeente, soort, naam, inhoud, by, velden | {"stand": Stand.GECONTROLEERD})
    verwerk(aanlevering, soort, controle, by=by, reden=reden)
    return aanlevering, controle


def zichtbare_leveringen(user: object) -> QuerySet[Aanlevering]:
    """One's own deliveries; of a gemeente where one keeps the register, those of colleagues too."""
    eigen = Q(gemeente__in=rechten.gemeenten_met(user, "monitor.view_aanlevering"))
    beheerd = Q(gemeente__in=rechten.gemeenten_met(user, "monitor.change_indicator"))
    van_mij = Q(gemaakt_door_id=getattr(user, "pk", None))
    return Aanlevering.objects.filter(eigen & (van_mij | beheerd))


def mag_bevestigen(aanlevering: Aanlevering, soort: Soort, user: object) -> bool:
    eigen = aanlevering.gemaakt_door_id == getattr(user, "pk", None)
    return eigen and rechten.mag(user, soort.recht, aanlevering.gemeente_id)


def is_verlopen(aanlevering: Aanlevering, *, at: datetime | None = None) -> bool:
    return aanlevering.gemaakt_op + HOUDBAAR < (at or timezone.now())


def trek_in(aanlevering: Aanlevering) -> None:
    """Withdraw a delivery that was not confirmed; its file is removed."""
    with transaction.atomic():
        wacht = Aanlevering.objects.filter(pk=aanlevering.pk, stand__in=WACHTEND)
        if not wacht.update(stand=Stand.INGETROKKEN, bestand=""):
            return
    aanlevering.bestand.delete(save=False)


def ruim_op(*, at: datetime | None = None) -> int:
    """Withdraw what waited for more than a day; called by the scheduler. The number withdrawn."""
    grens = (at or timezone.now()) - HOUDBAAR
    verlopen = list(Aanlevering.objects.filter(stand__in=WACHTEND, gemaakt_op__lt=grens))
    for aanlevering in verlopen:
        trek_in(aanlevering)
    return len(verlopen)


def verwerk(
    aanlevering: Aanlevering,
    soort: Soort,
    controle: Controle,
    *,
    by: object,
    reden: str,
    verwacht: str | None = None,
    van: Stand = Stand.GECONTROLEERD,
    voortgang: Voortgang | None = None,
) -> Aanlevering:
    """Apply in one transaction; of two confirmations at once the second finds it done.

    `van` is the state in which the delivery waits to be applied.
    """
    with transaction.atomic():
        wacht = Aanlevering.objects.filter(pk=aanlevering.pk, stand=van)
        if not wacht.update(stand=Stand.BEZIG):
            aanlevering.refresh_from_db()
            raise InvoerFout(meld_stand(aanlevering))
        uitkomst = controle
        if controle.kan and not controle.is_al_verwerkt:
            uitkomst = _pas_toe(aanlevering, soort, controle, by, reden, voortgang)
        if uitkomst.kan and verwacht is not None and verwacht != uitkomst.vingerafdruk:
            raise Verouderd(_nieuw_voorbeeld(aanlevering, controle, uitkomst))
        if uitkomst.kan:
            if controle.sleutel:
                aanlevering.herkenning = herkenning(controle.sleutel, aanlevering.gemeente)
            _leg_uitkomst_vast(aanlevering, uitkomst, Stand.VERWERKT, reden)
        else:
            transaction.set_rollback(True)
    if not uitkomst.kan:
        _leg_uitkomst_vast(aanlevering, uitkomst, Stand.AFGEKEURD, reden)
    controle.fouten, controle.tellingen = uitkomst.fouten, uitkomst.tellingen
    return aanlevering


def _pas_toe(
    aanlevering: Aanlevering,
    soort: Soort,
    controle: Controle,
    by: object,
    reden: str,
    voortgang: Voortgang | None,
) -> Controle:
    """What writing it came to, in the rows of the file as it was sent."""
    wie: dict[str, Any] = {"aanlevering": aanlevering, "by": by, "reden": reden[:400]}
    uitkomst = soort.pas_toe(controle, aanlevering.gemeente, **wie, voortgang=voortgang)
    if controle.herkomst is not None:
        controle.herkomst.vertaal(uitkomst)
    return uitkomst


def _nieuw_voorbeeld(aanlevering: Aanlevering, controle: Controle, uitkomst: Controle) -> Controle:
    """What is to be confirmed now, with what others wrote until the lock was ours."""
    regels = dict.fromkeys([*controle.opmerkingen, *intussen(aanlevering, controle)])
    return replace(uitkomst, vraagt_reden=controle.vraagt_reden, opmerkingen=[*regels])


def _leg_uitkomst_vast(
    aanlevering: Aanlevering, uitkomst: Controle, stand: Stand, reden: str
) -> None:
    for naam, waarde in uitkomst.voor_aanlevering().items():
        setattr(aanlevering, naam, waarde)
    aanlevering.stand, aanlevering.reden = stand, reden[:400]
    aanlevering.verwerkt_op = timezone.now()
    aanlevering.save()


def _meld_eerdere(gemeente: Gemeente, soort: Soort, inhoud: bytes, controle: Controle) -> None:
    eerder = Aanlevering.objects.filter(
        gemeente=gemeente,
        soort=soort.code,
        sha256=sha256(inhoud).hexdigest(),
        stand=Stand.VERWERKT,
    ).first()
    if eerder and eerder.verwerkt_op:
        op = timezone.localtime(eerder.verwerkt_op)
        controle.opmerkingen.append(f"Dit bestand is al ingelezen op {op:%d-%m-%Y om %H:%M}.")


def meld_stand(aanlevering: Aanlevering) -> str:
    """For who comes too late: the step that is asked was taken, or is past."""
    return f"Deze levering staat op ‘{aanlevering.get_stand_display()}’ en kan niet meer bevestigd worden."

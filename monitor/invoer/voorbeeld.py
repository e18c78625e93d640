"""The preview of a delivery as it is stored, and what others changed since it was made."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from django.utils import timezone

from monitor.invoer.cijfers import Cijfers
from monitor.invoer.controle import GEWIJZIGD, NIEUW, ONGEWIJZIGD, Controle, Verschil
from monitor.invoer.fouten import Fout
from monitor.invoer.staat import Staat
from monitor.invoer.toepassen import Plek
from monitor.models import Aanlevering, Wijziging
from monitor.models.enums import AanleveringStand

MEEST = 20  # changes of others that are told one by one


def voorbeeldvelden(controle: Controle) -> dict[str, Any]:
    """The fields of an `Aanlevering` that hold its preview, and the state that follows from it."""
    return controle.voor_aanlevering() | {
        "opmerkingen": controle.opmerkingen,
        "vraagt_reden": controle.vraagt_reden,
        "vingerafdruk": controle.vingerafdruk,
        "gecontroleerd_op": timezone.now(),
        "indeling": controle.herkomst.indeling if controle.herkomst else None,
        "stand": AanleveringStand.GECONTROLEERD if controle.kan else AanleveringStand.AFGEKEURD,
    }


def bewaard_voorbeeld(aanlevering: Aanlevering) -> Controle:
    """The stored preview; without a plan, so it can be shown and not be applied."""
    a = aanlevering
    tellingen = Counter({NIEUW: a.nieuw, GEWIJZIGD: a.gewijzigd, ONGEWIJZIGD: a.ongewijzigd})
    return Controle(
        rijen=a.rijen,
        tellingen=tellingen,
        fouten=[Fout(**fout) for fout in a.fouten],
        verschillen=[Verschil(**verschil) for verschil in a.verschillen],
        opmerkingen=list(a.opmerkingen),
        vraagt_reden=a.vraagt_reden,
        vingerafdruk=a.vingerafdruk,
    )


def intussen(aanlevering: Aanlevering, controle: Controle) -> list[str]:
    """What others did since the preview to figures that this delivery changes, a line each.

    A file that was applied meanwhile is not read again: then they are the changes of its twin.
    """
    if aanlevering.gecontroleerd_op is None:
        return []
    rijen = (
        Wijziging.objects.filter(
            waarneming__reeks__gemeente=aanlevering.gemeente_id,
            gewijzigd_op__gt=aanlevering.gecontroleerd_op,
        )
        .exclude(aanlevering=aanlevering)
        .select_related("waarneming__reeks__indicator", "waarneming__periode", "gewijzigd_door")
        .order_by("gewijzigd_op", "pk")
    )
    if controle.is_al_verwerkt:
        tweeling = rijen.filter(aanlevering__sha256=aanlevering.sha256)
        eerste, aantal = list(tweeling[:MEEST]), tweeling.count()
    else:
        eigen = cache(lambda: plekken(controle))  # not asked for when nobody did anything
        anders = [w for w in rijen.iterator() if _plek(w) in eigen()]
        eerste, aantal = anders[:MEEST], len(anders)
    regels = [_regel(w) for w in eerste]
    if aantal > MEEST:
        regels.append(f"Nog meer cijfers die intussen veranderden: {aantal - MEEST}.")
    return regels


def plekken(controle: Controle) -> set[Plek]:
    """Where the delivery has a figure; none when it is of another kind."""
    plan = controle.plan[0] if isinstance(controle.plan, tuple) else controle.plan
    return set(Cijfers.van(plan).sleutels) if isinstance(plan, list | Cijfers) else set()


def _plek(w: Wijziging) -> Plek:
    reeks = w.waarneming.reeks
    return (reeks.indicator_id, reeks.soort, reeks.sleutel), w.waarneming.periode.code


def _regel(w: Wijziging) -> str:
    indicator = w.waarneming.reeks.indicator
    stijl: dict[str, Any] = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
    oud, nieuw = (Staat.van_json(s).tekst(**stijl) if s else "" for s in (w.oud, w.nieuw))
    op = timezone.localtime(w.gewijzigd_op)
    van = f"van {oud} naar {nieuw}" if oud else f"nieuw, {nieuw}"
    wie = w.gewijzigd_door or "het systeem"
    return f"Intussen veranderd door {wie}, {op:%d-%m om %H:%M}: {w.waarneming}, {van}."

"""Freezing: from a draft edition to a publication that never changes any more."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from monitor.models import Publicatie, Uitgave
from monitor.models.enums import UitgaveStand
from monitor.publiceren.beweringen import houd_bij
from monitor.publiceren.bezwaren import bezwaren, waarschuwingen
from monitor.publiceren.canoniek import canoniek, vingerafdruk
from monitor.publiceren.lezen import een_toestand
from monitor.publiceren.samenstellen import Samenstelling, stel_samen
from monitor.publiceren.stappen import loop_tot_vastgesteld, noteer, te_vroeg

__all__ = ["PubliceerFout", "canoniek", "publish_uitgave", "vingerafdruk", "warnings"]
POGINGEN = 3
Wie = User | None  # None: from the command line


class PubliceerFout(Exception):
    """Why an edition cannot be published: every reason at once, in Dutch, saying what to do."""

    def __init__(self, redenen: list[str]) -> None:
        self.redenen = redenen
        super().__init__(" ".join(redenen))


def mag_publiceren(uitgave: Uitgave, by: Wie) -> bool:
    """A publicist of this gemeente, or the command line (None)."""
    return by is None or by.is_superuser or by.has_perm("monitor.publish_uitgave", uitgave)


def publish_uitgave(
    uitgave: Uitgave, *, by: Wie, note: str = "", besluit: Mapping[str, Any] | None = None
) -> Publicatie:
    """Freeze the edition as its readers will see it; a second call makes a correction.

    A person publishes what the college has decided on; the command line (None) walks the steps before
    it by itself. `besluit` goes into the step, for who looks back.

    Raises `PubliceerFout` with every reason at once. Two people who publish at the same moment get
    two versions after each other, or the second is told that nothing changed.
    """
    buitenste = not connection.in_atomic_block
    for poging in range(POGINGEN):
        try:
            return _publiceer(uitgave, by, note.strip(), besluit or {})
        except OperationalError:  # PostgreSQL: somebody published in between; look again
            if not buitenste or poging == POGINGEN - 1:
                raise
    raise AssertionError  # pragma: no cover - the loop returns or raises


def _publiceer(uitgave: Uitgave, by: Wie, note: str, besluit: Mapping[str, Any]) -> Publicatie:
    with een_toestand():
        uitgave = Uitgave.objects.select_for_update(of=("self",)).get(pk=uitgave.pk)
        if not mag_publiceren(uitgave, by):
            raise PubliceerFout(
                ["U mag deze uitgave niet publiceren. Vraag het een publicist van de gemeente."]
            )
        if redenen := te_vroeg(uitgave, by):
            raise PubliceerFout(redenen)
        eerdere = uitgave.publicaties.order_by("-versie").first()
        gemaakt = stel_samen(uitgave, notitie=note)
        tekst = canoniek(gemaakt.inhoud)
        redenen = bezwaren(uitgave, gemaakt) + _over_versie(eerdere, vingerafdruk(tekst), note)
        if redenen:
            raise PubliceerFout(redenen)
        houd_bij(uitgave, gemaakt.bevindingen)
        publicatie = _bevries(uitgave, gemaakt, tekst, eerdere, by, note)
        _noteer(uitgave, publicatie, by, besluit)
        return publicatie


def _over_versie(eerdere: Publicatie | None, sha256: str, note: str) -> list[str]:
    """A correction says what it corrects; the same snapshot again is made only when asked for."""
    if eerdere is None or note:
        return []
    if eerdere.sha256 == sha256:
        return [
            f"Er is niets veranderd sinds versie {eerdere.versie}. "
            "Wilt u toch een nieuwe versie? Schrijf dan in de notitie waarom."
        ]
    return [
        f"Dit wordt versie {eerdere.versie + 1}. Schrijf in de notitie wat er anders is en waarom; "
        "lezers zien die notitie."
    ]


def _bevries(
    uitgave: Uitgave,
    gemaakt: Samenstelling,
    tekst: str,
    eerdere: Publicatie | None,
    by: Wie,
    note: str,
) -> Publicatie:
    nu = timezone.now()
    return Publicatie.objects.create(
        uitgave=uitgave,
        versie=eerdere.versie + 1 if eerdere else 1,
        schema_versie=gemaakt.inhoud["schema"],
        inhoud=tekst,
        sha256=vingerafdruk(tekst),
        notitie=note,
        openbaarheid=uitgave.openbaarheid,
        openbaar_vanaf=_openbaar_vanaf(uitgave, nu),
        gepubliceerd_door=by,
    )


def _noteer(uitgave: Uitgave, publicatie: Publicatie, by: Wie, besluit: Mapping[str, Any]) -> None:
    """The step to published; a correction does not undo the debate."""
    loop_tot_vastgesteld(uitgave, by=by)
    is_behandeld = uitgave.stand == UitgaveStand.BEHANDELD
    naar = UitgaveStand.BEHANDELD if is_behandeld else UitgaveStand.GEPUBLICEERD
    wat = {"versie": publicatie.versie, "openbaarheid": publicatie.openbaarheid}
    noteer(uitgave, naar, by=by, reden=publicatie.notitie, besluit=wat | dict(besluit))


def _openbaar_vanaf(uitgave: Uitgave, nu: datetime) -> datetime:
    return max(uitgave.embargo_tot or nu, nu)


def warnings(uitgave: Uitgave) -> list[str]:
    """What a publicist should look at before pressing the button; none of it blocks."""
    return waarschuwingen(uitgave, stel_samen(uitgave))


def beoordeel(uitgave: Uitgave) -> tuple[list[str], list[str]]:
    """(what blocks publication, what to look at), from one reading of the edition."""
    gemaakt = stel_samen(uitgave)
    return bezwaren(uitgave, gemaakt), waarschuwingen(uitgave, gemaakt)


@transaction.atomic
def intrekken(publicatie: Publicatie, *, by: Wie, reden: str) -> Publicatie:
    """Withdraw a version: readers get the newest other one. What was public stays on record.

    Raises `PubliceerFout` without a reason, without the right, or when it was withdrawn before.
    """
    publicatie = Publicatie.objects.select_for_update().get(pk=publicatie.pk)
    uitgave = publicatie.uitgave
    redenen = []
    if not mag_publiceren(uitgave, by):
        redenen.append("U mag deze uitgave niet intrekken. Vraag het een publicist.")
    if not reden.strip():
        redenen.append("Schrijf waarom u deze versie intrekt; lezers zien die reden.")
    if publicatie.ingetrokken_op:
        redenen.append("Deze versie is al ingetrokken.")
    if redenen:
        raise PubliceerFout(redenen)
    publicatie.ingetrokken_op = timezone.now()
    publicatie.reden_ingetrokken = reden.strip()
    publicatie.save(update_fields=["ingetrokken_op", "reden_ingetrokken"])
    if not uitgave.publicaties.filter(ingetrokken_op__isnull=True).exists():
        noteer(uitgave, UitgaveStand.INGETROKKEN, by=by, reden=publicatie.reden_ingetrokken)
    return publicatie

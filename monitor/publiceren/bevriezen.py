"""Freezing: from a draft edition to a publication that never changes any more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from monitor.models import Gemeente, Publicatie, Publicatieverzoek, Uitgave
from monitor.models.enums import UitgaveStand, VerzoekSoort
from monitor.publiceren.beweringen import houd_bij
from monitor.publiceren.bezwaren import bezwaren, waarschuwingen
from monitor.publiceren.canoniek import canoniek, vingerafdruk
from monitor.publiceren.inbreng import sluit_af
from monitor.publiceren.lezen import een_toestand
from monitor.publiceren.samenstellen import Meld, Samenstelling, stel_samen, zwijg
from monitor.publiceren.stappen import loop_tot_vastgesteld, noteer, te_vroeg

__all__ = ["PubliceerFout", "canoniek", "publish_uitgave", "vingerafdruk", "warnings"]
POGINGEN = 3
Wie = User | None  # None: from the command line
Kenmerk = tuple[str, tuple[tuple[int, datetime | None], ...]]


class PubliceerFout(Exception):
    """Why an edition cannot be published: every reason at once, in Dutch, saying what to do."""

    def __init__(self, redenen: list[str]) -> None:
        self.redenen = redenen
        super().__init__(" ".join(redenen))


class Verouderd(Exception):
    """The gemeente published something, or took a step, since the snapshot was judged."""


def mag_publiceren(uitgave: Uitgave, by: Wie) -> bool:
    """A publicist of this gemeente, or the command line (None)."""
    return by is None or by.is_superuser or by.has_perm("monitor.publish_uitgave", uitgave)


def publish_uitgave(
    uitgave: Uitgave,
    *,
    by: Wie,
    note: str = "",
    besluit: Mapping[str, Any] | None = None,
    verzoek: Publicatieverzoek | None = None,
    tweede: Wie = None,
    meld: Meld = zwijg,
) -> Publicatie:
    """Freeze the edition as its readers will see it; a second call makes a correction.

    A person publishes what the college has decided on; the command line (None) walks the steps before
    it by itself. `besluit` goes into the step, for who looks back. With `verzoek` the request is closed
    in the same transaction, and a request that was carried out before gives what came out of it;
    `tweede` is who confirmed it, for a gemeente that wants a second person.

    The long part only reads; the freezing is one short transaction, that begins anew when the gemeente
    published something in between. Raises `PubliceerFout` with every reason at once. Two people who
    publish at the same moment get two versions after each other, or the second is told that nothing
    changed.
    """
    buitenste = not connection.in_atomic_block
    for poging in range(POGINGEN):
        try:
            gereed = _maak_gereed(uitgave, (by, tweede), note.strip(), verzoek, meld)
            meld("Bevriezen", 85)
            return _bevries(gereed, by, note.strip(), besluit or {}, verzoek)
        except Verouderd:  # somebody published in between; look again
            continue
        except OperationalError:  # PostgreSQL: two at once
            if not buitenste or poging == POGINGEN - 1:
                raise
    raise PubliceerFout(["Een ander publiceert op dit moment ook. Probeer het zo opnieuw."])


@dataclass(frozen=True)
class Gereed:
    """A snapshot that may be frozen, as long as `kenmerk` holds."""

    uitgave: Uitgave
    gemaakt: Samenstelling
    tekst: str
    eerdere: Publicatie | None
    kenmerk: Kenmerk


def kenmerk(uitgave: Uitgave) -> Kenmerk:
    """What a judgement rests on beside the figures: the state, and all that can be read already."""
    rijen = Publicatie.objects.filter(uitgave__gemeente_id=uitgave.gemeente_id).order_by("pk")
    return uitgave.stand, tuple(rijen.values_list("pk", "ingetrokken_op"))


def _maak_gereed(
    uitgave: Uitgave,
    wie: tuple[Wie, Wie],
    note: str,
    verzoek: Publicatieverzoek | None,
    meld: Meld,
) -> Gereed:
    """Compose, shield and judge one state of the database; writes nothing."""
    with een_toestand(alleen_lezen=True):
        uitgave = Uitgave.objects.select_related("gemeente").get(pk=uitgave.pk)
        if redenen := mag_niet(uitgave, *wie) or te_vroeg(uitgave, wie[0]):
            raise PubliceerFout(redenen)
        eerdere = uitgave.publicaties.defer("inhoud").order_by("-versie").first()
        if verzoek and (redenen := _ingehaald(verzoek, eerdere)):
            raise PubliceerFout(redenen)
        gemaakt = stel_samen(uitgave, notitie=note, meld=meld)
        meld("Toetsen", 60)
        tekst = canoniek(gemaakt.inhoud)
        redenen = bezwaren(uitgave, gemaakt) + _over_versie(eerdere, vingerafdruk(tekst), note)
        if redenen:
            raise PubliceerFout(redenen)
        return Gereed(uitgave, gemaakt, tekst, eerdere, kenmerk(uitgave))


def _ingehaald(verzoek: Publicatieverzoek, eerdere: Publicatie | None) -> list[str]:
    """Whether another version came since the page was shown on which the button was pressed."""
    nu = eerdere.versie if eerdere else 0
    if verzoek.soort != VerzoekSoort.PUBLICATIE or nu == verzoek.na_versie:
        return []
    return [f"Intussen is versie {nu} gepubliceerd. Kijk eerst of er nog iets anders is."]


def mag_niet(uitgave: Uitgave, by: Wie, tweede: Wie) -> list[str]:
    """Why this person may not publish, or not alone."""
    if not mag_publiceren(uitgave, by):
        return ["U mag deze uitgave niet publiceren. Vraag het een publicist van de gemeente."]
    if by is None or not uitgave.gemeente.tweede_persoon:
        return []
    if tweede is None or tweede.pk == by.pk or not mag_publiceren(uitgave, tweede):
        return ["In deze gemeente bevestigt een tweede persoon een publicatie. Vraag een collega."]
    return []


@transaction.atomic
def _bevries(
    gereed: Gereed,
    by: Wie,
    note: str,
    besluit: Mapping[str, Any],
    verzoek: Publicatieverzoek | None,
) -> Publicatie:
    """All or nothing: the version, its step, and the end of the request."""
    if verzoek is not None:
        verzoek = Publicatieverzoek.objects.select_for_update(of=("self",)).get(pk=verzoek.pk)
        if verzoek.publicatie is not None:
            return verzoek.publicatie
    Gemeente.objects.select_for_update().get(pk=gereed.uitgave.gemeente_id)
    uitgave = Uitgave.objects.select_for_update(of=("self",)).get(pk=gereed.uitgave.pk)
    if kenmerk(uitgave) != gereed.kenmerk:
        raise Verouderd
    houd_bij(uitgave, gereed.gemaakt.bevindingen)
    sluit_af(uitgave)
    publicatie = _schrijf(uitgave, gereed, by, note)
    if verzoek is not None:
        verzoek.publicatie, verzoek.gesloten_op = publicatie, timezone.now()
        verzoek.save(update_fields=["publicatie", "gesloten_op"])
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


def _schrijf(uitgave: Uitgave, gereed: Gereed, by: Wie, note: str) -> Publicatie:
    return Publicatie.objects.create(
        uitgave=uitgave,
        versie=gereed.eerdere.versie + 1 if gereed.eerdere else 1,
        schema_versie=gereed.gemaakt.inhoud["schema"],
        inhoud=gereed.tekst,
        sha256=vingerafdruk(gereed.tekst),
        notitie=note,
        openbaarheid=uitgave.openbaarheid,
        openbaar_vanaf=_openbaar_vanaf(uitgave, timezone.now()),
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

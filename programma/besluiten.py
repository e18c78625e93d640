"""Decision rules, looked at when an edition is published: is a bound passed, and who must know.

At publication and not when a figure is stored: a stored figure may still be a typing error or a draft, a published
one stands. The mail names the figure and the bound, never the value: a mailbox is no place for a small count.

A figure that is corrected before anything was decided, and then no longer passes the bound, makes the decision lapse; its
owner is told that too. What was decided already stays.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.db.models import QuerySet
from django.utils import timezone

from monitor.models import Periode, Publicatie, Waarneming
from monitor.models.enums import Aard
from monitor.taken import Loop, start
from programma.mail import stuur
from programma.models import Beslisregel, Besluit, Programma

WERK = "programma.beslisregels"


def open_besluiten(programma: Programma) -> QuerySet[Besluit]:
    return (
        Besluit.objects.open()
        .filter(beslisregel__programma=programma)
        .select_related("beslisregel__indicator", "periode")
    )


def na_publicatie(publicatie: Publicatie) -> None:
    """Ask for the work, when there is a rule to look at."""
    gemeente = publicatie.uitgave.gemeente
    if _regels(gemeente.pk).exists():
        start(WERK, gemeente=gemeente, publicatie=publicatie.pk)


def bij_publicatie(
    sender: object, instance: Publicatie, created: bool, raw: bool = False, **rest: object
) -> None:
    if created and not raw:
        na_publicatie(instance)


def _regels(gemeente_id: int) -> QuerySet[Beslisregel]:
    return Beslisregel.objects.filter(
        is_actief=True, programma__is_gearchiveerd=False, programma__gemeente_id=gemeente_id
    ).select_related("programma", "indicator")


def bekijk(loop: Loop, *, publicatie: int) -> str:
    """The work: record each bound that is passed for the first time in a period, and tell its owner."""
    uitgave = Publicatie.objects.select_related("uitgave").get(pk=publicatie).uitgave
    regels = list(_regels(uitgave.gemeente_id))
    weg = [besluit for regel in regels for besluit in _laat_vervallen(regel)]
    nieuw = [b for r in regels if (b := _merk_op(r, uitgave.peildatum)) is not None]
    gemaild = sum(_vertel(besluit) for besluit in [*weg, *nieuw])
    vervallen = f", {len(weg)} vervallen" if weg else ""
    return f"{len(nieuw)} grenzen gepasseerd{vervallen}, {gemaild} keer bericht gestuurd."


def _merk_op(regel: Beslisregel, peildatum: date) -> Besluit | None:
    """The passed bound, when it was not known yet or had lapsed."""
    gevonden = nieuwste(regel, peildatum)
    if gevonden is None or not regel.is_gepasseerd(gevonden[0]):
        return None
    besluit, is_nieuw = Besluit.objects.get_or_create(beslisregel=regel, periode=gevonden[1])
    if besluit.vervallen_op is not None:
        besluit.vervallen_op, is_nieuw = None, True
        besluit.save()
    return besluit if is_nieuw else None


def _laat_vervallen(regel: Beslisregel) -> list[Besluit]:
    """What was not decided yet, and whose figure is a number that does not pass the bound any more."""
    weg = []
    for besluit in regel.besluiten.open().filter(besloten_op=None).select_related("periode"):
        rij = _cijfers(regel).filter(periode=besluit.periode).first()
        if rij is None or rij.waarde is None or regel.is_gepasseerd(rij.waarde):
            continue
        besluit.vervallen_op = timezone.localdate()
        besluit.save()
        weg.append(besluit)
    return weg


def nieuwste(regel: Beslisregel, peildatum: date) -> tuple[Decimal, Periode] | None:
    """The newest figure, not split, of a period that ended by the peildatum."""
    rijen = _cijfers(regel).filter(periode__eind__lte=peildatum).select_related("periode")
    rij = rijen.order_by("-periode__eind", "-periode__begin").first()
    return (rij.waarde, rij.periode) if rij is not None and rij.waarde is not None else None


def _cijfers(regel: Beslisregel) -> QuerySet[Waarneming]:
    """The numbers of the whole series that the rule is about."""
    return Waarneming.objects.filter(
        reeks__gemeente_id=regel.programma.gemeente_id,
        reeks__indicator=regel.indicator,
        reeks__soort=regel.soort,
        reeks__sleutel="",
        aard=Aard.GETAL,
        waarde__isnull=False,
    )


def _vertel(besluit: Besluit) -> bool:
    regel = besluit.beslisregel
    if not regel.programma.email:
        return False
    stuur(
        f"besluit-{besluit.pk}-{uuid4().hex}",  # in one transaction with what it tells
        regel.programma.gemeente,
        regel.programma.email,
        f"Grens {'toch niet ' if besluit.vervallen_op else ''}gepasseerd: {regel.indicator.naam}",
        "grens_vervallen.txt" if besluit.vervallen_op else "grens.txt",
        besluit=besluit,
        regel=regel,
    )
    return True

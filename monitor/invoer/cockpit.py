"""Who still owes what for an edition: shares delivered, doubts, promises, approval, the deadline.

    stand = stel_op(uitgave, vandaag=timezone.localdate())     # a fixed number of queries

`compleet` means that every blank is there on purpose; `akkoord` that somebody of the redactie who
did not enter the figures approved them. The one says nothing about the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from monitor.invoer.cockpitdelen import Cockpit, Deel, Hoofdstukdeel
from monitor.invoer.perioden import periode_voor
from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.rooster import Roosterrij, reden_dicht, rijen_voor
from monitor.invoer.stand import op_slot
from monitor.models import (
    Akkoord,
    BewustLeeg,
    Eigenaar,
    Hoofdstuk,
    Uitgave,
    Waarneming,
    Wijziging,
)
from monitor.models.enums import Aard
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode


class CockpitFout(ValueError):
    """This can not be done now. The text is for people."""


def stel_op(uitgave: Uitgave, *, vandaag: date) -> Cockpit:
    rijen = rijen_voor(uitgave)
    leeg = bewust_leeg(uitgave)
    totaal = Deel("Alles")
    for rij in rijen:
        totaal.tel(rij, rij.plek in leeg)
    return Cockpit(
        uitgave,
        vandaag,
        rijen,
        totaal,
        _per_hoofdstuk(uitgave, rijen, leeg),
        _per_eigenaar(uitgave, rijen, leeg),
        leeg,
        beloften(uitgave),
        reden_dicht(uitgave),
    )


def bewust_leeg(uitgave: Uitgave) -> dict[Cijferplek, BewustLeeg]:
    rijen = BewustLeeg.objects.filter(uitgave=uitgave).select_related("periode", "gezet_door")
    return {(b.indicator_id, b.soort, b.sleutel, b.periode.code): b for b in rijen}


def _per_hoofdstuk(
    uitgave: Uitgave, rijen: Iterable[Roosterrij], leeg: dict[Cijferplek, BewustLeeg]
) -> list[Hoofdstukdeel]:
    hoofdstukken = Hoofdstuk.objects.filter(uitgave=uitgave).select_related("akkoord__door")
    delen: dict[str, Hoofdstukdeel] = {}
    for h in hoofdstukken:
        deel = Hoofdstukdeel(h.titel, hoofdstuk=h, akkoord=getattr(h, "akkoord", None))
        delen.setdefault(h.titel, deel)
    per: dict[str, list[Roosterrij]] = {titel: [] for titel in delen}
    for rij in rijen:
        delen[rij.hoofdstuk].tel(rij, rij.plek in leeg)
        per[rij.hoofdstuk].append(rij)
    for titel, deel in delen.items():
        deel.vingerafdruk = afdruk(per[titel], leeg)
    return [d for d in delen.values() if per[d.naam]]


def afdruk(rijen: Iterable[Roosterrij], leeg: dict[Cijferplek, BewustLeeg]) -> str:
    """Of the figures of a chapter: an approval holds as long as it is the same."""
    regels = (
        f"{r.sleutel} {r.versie} {b.reden if (b := leeg.get(r.plek)) and r.is_leeg else ''}"
        for r in rijen
    )
    return hashlib.sha256("\n".join(sorted(regels)).encode()).hexdigest()[:40]


def _per_eigenaar(
    uitgave: Uitgave, rijen: Iterable[Roosterrij], leeg: dict[Cijferplek, BewustLeeg]
) -> list[Deel]:
    adressen = Eigenaar.objects.filter(gemeente_id=uitgave.gemeente_id)
    bekend = {naam.casefold() for naam in adressen.values_list("functie", flat=True)}
    delen: dict[str, Deel] = {}
    for rij in rijen:
        heeft = rij.eigenaar.casefold() in bekend
        deel = delen.setdefault(rij.eigenaar, Deel(rij.eigenaar, heeft_adres=heeft))
        deel.tel(rij, rij.plek in leeg)
    return sorted(delen.values(), key=lambda d: (-d.open, d.naam.casefold()))


def beloften(uitgave: Uitgave) -> list[Waarneming]:
    """Figures that were promised for this edition or before, and are still not known."""
    rijen = (
        Waarneming.objects.filter(reeks__gemeente_id=uitgave.gemeente_id, aard=Aard.NOG_NIET_BEKEND)
        .exclude(beloofd_voor="")
        .select_related("reeks__indicator", "periode")
        .order_by("beloofd_voor", "pk")
    )
    return [w for w in rijen if _is_zover(w.beloofd_voor, uitgave)]


def _is_zover(belofte: str, uitgave: Uitgave) -> bool:
    if belofte == uitgave.periode.code:
        return True
    try:
        t = lees_periode(belofte)
    except NotatieFout:
        return True  # nobody can tell for when: then somebody should look
    begin = t.begin or t.eind
    return begin is not None and begin <= uitgave.peildatum


# -- blank on purpose, and approval ----------------------------------------------------------------


@transaction.atomic
def zet_leeg(uitgave: Uitgave, sleutel: str, reden: str, *, by: Any) -> str:
    """Leave an expected figure empty, with a reason; without one it is expected again.

    Answers the name of the figure. Raises `CockpitFout` when it is not an empty, expected figure.
    """
    if dicht := reden_dicht(uitgave):
        raise CockpitFout(dicht)
    rijen = rijen_voor(uitgave, met_twijfels=False)
    rij = next((r for r in rijen if r.sleutel == sleutel), None)
    if rij is None or not (rij.is_verwacht and rij.is_leeg):
        raise CockpitFout("Dit cijfer is intussen ingevuld, of hoort niet bij deze uitgave.")
    plek: dict[str, Any] = {
        "uitgave": uitgave,
        "indicator": rij.indicator,
        "soort": rij.soort,
        "sleutel": rij.uitsplitsing,
        "periode": periode_voor(rij.periode.code),
    }
    if reden.strip():
        waarden = {"reden": reden.strip()[:300], "gezet_door": by}
        BewustLeeg.objects.update_or_create(**plek, defaults=waarden)
    else:
        BewustLeeg.objects.filter(**plek).delete()
    return rij.label


@transaction.atomic
def geef_akkoord(uitgave: Uitgave, hoofdstuk: int, *, by: Any) -> Akkoord:
    """Approve the figures of a chapter as they are now.

    Raises `CockpitFout` when blanks or doubts are open, or when who approves entered one of them.
    """
    op_slot(uitgave.gemeente_id)
    rijen, leeg = rijen_voor(uitgave), bewust_leeg(uitgave)
    delen = _per_hoofdstuk(uitgave, rijen, leeg)
    deel = next((d for d in delen if d.hoofdstuk and d.hoofdstuk.pk == hoofdstuk), None)
    if deel is None:
        raise CockpitFout("Dit hoofdstuk heeft geen cijfers in deze uitgave.")
    if not deel.is_compleet:
        raise CockpitFout(f"Er zijn nog {deel.open} cijfers open. Vul ze in, of zeg waarom niet.")
    if not deel.is_zuiver:
        raise CockpitFout("Er staan nog twijfels open. Verbeter de cijfers of verklaar ze eerst.")
    if eigen := eigen_invoer([r for r in rijen if r.hoofdstuk == deel.naam], by):
        raise CockpitFout(
            f"U hebt zelf cijfers van dit hoofdstuk ingevuld ({eigen}). Vraag een collega."
        )
    akkoord, _ = Akkoord.objects.update_or_create(
        hoofdstuk_id=hoofdstuk, defaults={"vingerafdruk": deel.vingerafdruk, "door": by}
    )
    return akkoord


def eigen_invoer(rijen: Sequence[Roosterrij], user: Any) -> str:
    """The first figure whose present value this user entered; "" when there is none."""
    per_plek = {r.plek: r.label for r in rijen}
    plek = ("waarneming__reeks__indicator_id", "waarneming__reeks__soort")
    plek += ("waarneming__reeks__sleutel", "waarneming__periode__code")  # type: ignore[assignment]
    rijen_ = Wijziging.objects.filter(
        waarneming__reeks__indicator_id__in={p[0] for p in per_plek},
        waarneming__periode__code__in={p[3] for p in per_plek},
    ).order_by("pk")
    laatste = {tuple(r[:4]): r[4] for r in rijen_.values_list(*plek, "gewijzigd_door_id")}
    eigen = (naam for p, naam in per_plek.items() if laatste.get(p) == user.pk)
    return next(eigen, "")

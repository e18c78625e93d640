"""What is known of publications without opening a snapshot, and which of them a reader may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Value, When

from monitor.models import Publicatie
from monitor.models.enums import Openbaarheid
from monitor.weergave.toegankelijkheid import Toegankelijkheid


@dataclass(frozen=True)
class Kop:
    """What is known of a publication without opening its snapshot."""

    pk: int
    uitgave: str
    titel: str
    versie: int
    sha256: str
    notitie: str
    is_openbaar: bool
    openbaar_vanaf: datetime
    gepubliceerd_op: datetime
    zaaknummer: str
    jaar: int
    ingetrokken_op: datetime | None = None
    reden_ingetrokken: str = ""

    @classmethod
    def van(cls, p: Publicatie) -> Kop:
        return cls(
            pk=p.pk,
            uitgave=p.uitgave.slug,
            titel=p.uitgave.titel,
            versie=p.versie,
            sha256=p.sha256,
            notitie=p.notitie,
            is_openbaar=p.openbaarheid == Openbaarheid.OPENBAAR,
            openbaar_vanaf=p.openbaar_vanaf,
            gepubliceerd_op=p.gepubliceerd_op,
            zaaknummer=p.uitgave.zaaknummer,
            jaar=p.uitgave.peildatum.year,
            ingetrokken_op=p.ingetrokken_op,
            reden_ingetrokken=p.reden_ingetrokken,
        )


def nieuwste_versies(koppen: Iterable[Kop]) -> list[Kop]:
    """Of every edition its newest version, in the given order."""
    gezien: dict[str, Kop] = {}
    for kop in koppen:
        gezien.setdefault(kop.uitgave, kop)
    return list(gezien.values())


def _zichtbaar(user: object) -> Any:
    """Per row: may this reader see it. Without a signed-in user no other table is touched."""
    if getattr(user, "is_authenticated", False):
        return Exists(Publicatie.objects.visible_to(user).filter(pk=OuterRef("pk")))
    return Case(
        When(openbaarheid=Openbaarheid.OPENBAAR, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


@dataclass(frozen=True)
class Koppen:
    """What one reader may see of a gemeente."""

    zichtbaar: tuple[Kop, ...] = ()  # newest edition and version first
    weg: tuple[Kop, ...] = ()  # withdrawn after this reader could read them
    heeft_besloten: bool = False  # there are also publications that not everybody may see
    verklaring: Toegankelijkheid | None = None


def lees_koppen(user: object, gemeente_slug: str) -> Koppen:
    """One query, for all that a page says of other publications and of the gemeente today."""
    rijen = list(
        Publicatie.objects.released()
        .filter(uitgave__gemeente__slug=gemeente_slug)
        .select_related("uitgave__periode", "uitgave__gemeente")
        .defer("inhoud")
        .annotate(is_zichtbaar=_zichtbaar(user))
        .order_by("-uitgave__peildatum", "-uitgave_id", "-versie")
    )
    gezien = [p for p in rijen if p.is_zichtbaar]
    return Koppen(
        zichtbaar=tuple(Kop.van(p) for p in gezien if p.ingetrokken_op is None),
        weg=tuple(Kop.van(p) for p in gezien if p.ingetrokken_op is not None),
        heeft_besloten=any(
            p.openbaarheid != Openbaarheid.OPENBAAR for p in rijen if p.ingetrokken_op is None
        ),
        verklaring=Toegankelijkheid.van(gezien[0].uitgave.gemeente) if gezien else None,
    )


def koppen_van(user: object, gemeente_slug: str) -> tuple[Kop, ...]:
    """The publications this reader may see, newest edition and version first."""
    return lees_koppen(user, gemeente_slug).zichtbaar


def kies_kop(koppen: Iterable[Kop], uitgave_slug: str | None, versie: int | None) -> Kop | None:
    """The asked version of the asked edition; by default the newest of both."""
    koppen = list(koppen)
    slug = uitgave_slug or (koppen[0].uitgave if koppen else None)
    for kop in koppen:
        if kop.uitgave == slug and versie in (None, kop.versie):
            return kop
    return None

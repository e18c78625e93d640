"""The figures of a delivery with their history, to take it back. One query, whatever their number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from monitor.invoer.cijfers import Reeksplek
from monitor.invoer.memo import Memo
from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.staat import Staat
from monitor.invoer.voortgang import BLOK, Voortgang
from monitor.models import Aanlevering, Indicator, Waarneming, Wijziging
from monitor.models.enums import Aard

LEEG = Staat(str(Aard.NOG_NIET_BEKEND))


class Geraakt(NamedTuple):
    """A figure that the delivery changed: what it was before, and what came after."""

    plek: Cijferplek
    nu: Staat
    wordt: Staat
    sinds: datetime
    later: str = ""


class _Regel(NamedTuple):
    """A line of history."""

    waarneming: int
    indicator: int
    soort: str
    sleutel: str
    periode: str
    levering: int | None
    op: datetime
    door: str | None
    oud: str | None
    nieuw: str


def geraakte(
    aanlevering: Aanlevering, hooguit: int | None, voortgang: Voortgang | None
) -> Iterator[Geraakt]:
    """In the order in which they were made; with `hooguit` the first ones."""
    eigen = Waarneming.objects.filter(wijzigingen__aanlevering=aanlevering).order_by("pk")
    if hooguit is not None:
        eigen = eigen.distinct()[:hooguit]
    plek = ("reeks__indicator_id", "reeks__soort", "reeks__sleutel", "periode__code")
    regels = (
        Wijziging.objects.filter(waarneming__in=eigen.values("pk"))
        .order_by("waarneming_id", "-pk")
        .values_list(
            "waarneming_id",
            *(f"waarneming__{p}" for p in plek),
            "aanlevering_id",
            "gewijzigd_op",
            "gewijzigd_door__username",
            Cast("oud", TextField()),
            Cast("nieuw", TextField()),
        )
    )
    lees: Memo[str, Staat | None] = Memo(_lees)
    for aantal, (_, groep) in enumerate(groupby(regels.iterator(2000), key=itemgetter(0))):
        if voortgang is not None and aantal % BLOK == 0:
            voortgang(aantal, aanlevering.nieuw + aanlevering.gewijzigd)
        yield _van_verloop(aanlevering.pk, [_Regel(*r) for r in groep], lees)


def _lees(tekst: str) -> Staat | None:
    bewaard = json.loads(tekst)
    return Staat.van_json(bewaard) if bewaard else None


def _van_verloop(levering: int, verloop: list[_Regel], lees: Memo[str, Staat | None]) -> Geraakt:
    """Back to before the last unbroken run of changes by this delivery; the newest line comes first."""
    eerste = verloop[0]
    nu = lees[eerste.nieuw] or LEEG
    plek = (eerste.indicator, eerste.soort, eerste.sleutel, eerste.periode)
    if eerste.levering != levering:
        op = timezone.localtime(eerste.op)
        door = f" door {eerste.door}" if eerste.door else ""
        return Geraakt(plek, nu, nu, eerste.op, f"op {op:%d-%m-%Y om %H:%M}{door}")
    laatste = eerste
    for regel in verloop:
        if regel.levering != levering:
            break
        laatste = regel
    oud = lees[laatste.oud] if laatste.oud else None
    return Geraakt(plek, nu, oud or LEEG, laatste.op)


def reeksplekken(geraakt: Sequence[Geraakt]) -> dict[Any, Reeksplek]:
    """By indicator, kind and breakdown: what the figures of one series share."""
    reeksen = dict.fromkeys(g.plek[:3] for g in geraakt)
    indicatoren = Indicator.objects.in_bulk({r[0] for r in reeksen})
    return {
        (pk, soort, sleutel): Reeksplek(
            indicatoren[pk], soort, sleutel, (), frozenset(), (pk, soort, sleutel)
        )
        for pk, soort, sleutel in reeksen
    }

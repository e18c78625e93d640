"""The only writer of figures: a `Waarneming` and its `Wijziging` in the same transaction.

Writers of one gemeente wait for each other on its row, so what was compared is what is replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from monitor.invoer.fouten import InmiddelsGewijzigd
from monitor.invoer.perioden import STAP, perioden_voor
from monitor.invoer.reeksen import Reekssleutel, reeksen_voor
from monitor.invoer.staat import VELDEN, Staat
from monitor.models import (
    Aanlevering,
    Categorie,
    Gemeente,
    Indicator,
    Periode,
    Reeks,
    Waarneming,
    Wijziging,
)
from monitor.models.enums import WaarnemingStatus
from monitor.regels.getallen import Getal

Plek = tuple[Reekssleutel, str]  # a series and the notation of a period
Naderhand = Callable[[Gemeente, Sequence[Plek], Aanlevering | None], None]
_naderhand: list[Naderhand] = []


def register_naderhand(functie: Naderhand) -> None:
    """Have it called after figures were written, in the same transaction, with their places."""
    if functie not in _naderhand:
        _naderhand.append(functie)


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure of a delivery, checked. `open_velden` are what the delivery says nothing about."""

    rij: int
    indicator: Indicator
    soort: str
    sleutel: str
    categorieen: tuple[Categorie, ...]
    periode: str
    staat: Staat
    open_velden: frozenset[str] = frozenset()

    @property
    def reeks(self) -> Reekssleutel:
        return (self.indicator.pk, self.soort, self.sleutel)


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A figure of a delivery beside what is known of it. `oud` is None when it is new."""

    cijfer: Cijfer
    oud: Staat | None
    versie: int
    nieuw: Staat

    @property
    def is_veranderd(self) -> bool:
        return self.oud != self.nieuw


def vergelijk(gemeente: Gemeente, cijfers: Sequence[Cijfer]) -> list[Vergelijking]:
    """Each figure beside the known one, in one query whatever their number."""
    bekend = _bekende(gemeente, cijfers)
    uitkomst = []
    for cijfer in cijfers:
        oud, versie = bekend.get((*cijfer.reeks, cijfer.periode), (None, 0))
        nieuw = cijfer.staat.met_oude(oud, cijfer.open_velden)
        uitkomst.append(Vergelijking(cijfer, oud, versie, nieuw))
    return uitkomst


@transaction.atomic
def pas_toe(
    gemeente: Gemeente,
    cijfers: Sequence[Cijfer],
    *,
    aanlevering: Aanlevering | None,
    by: object = None,
    reden: str = "",
) -> list[Vergelijking]:
    """Write what is new or changed, with its history, and the counts of the delivery.

    The number of statements is fixed, apart from the batches in which rows are written.
    """
    _op_slot(gemeente)
    uitkomst = vergelijk(gemeente, cijfers)
    anders = [v for v in uitkomst if v.is_veranderd]
    if anders:
        waarnemingen = _schrijf(gemeente, anders, aanlevering)
        oud_nieuw = ((w, v.oud, v.nieuw) for w, v in zip(waarnemingen, anders, strict=True))
        _onthoud(oud_nieuw, aanlevering=aanlevering, by=by, reden=reden)
        _meld(gemeente, [(v.cijfer.reeks, v.cijfer.periode) for v in anders], aanlevering)
    if aanlevering is not None:
        _tel(aanlevering, uitkomst)
    return uitkomst


@transaction.atomic
def leg_vast(
    reeks: Reeks,
    periode: Periode,
    getal: Getal,
    *,
    by: object,
    status: str = WaarnemingStatus.DEFINITIEF.value,
    voetnoot: str = "",
    beloofd_voor: str = "",
    brondatum: date | None = None,
    reden: str = "",
    verwachte_versie: int | None = None,
    aanlevering: Aanlevering | None = None,
) -> Waarneming:
    """Write one figure of a form. An unchanged figure writes nothing.

    `verwachte_versie` is the version that the form showed, 0 when it showed no figure; when somebody
    else changed it in between, raises `InmiddelsGewijzigd` with both values.
    """
    _op_slot(reeks.gemeente)
    waarneming = Waarneming.objects.filter(reeks=reeks, periode=periode).first()
    oud = Staat.van(waarneming) if waarneming else None
    rest = {"voetnoot": voetnoot, "beloofd_voor": beloofd_voor, "brondatum": brondatum}
    nieuw = Staat.van_getal(getal, status=str(status), **rest)
    if waarneming is not None and oud == nieuw:
        return waarneming
    if verwachte_versie is not None:
        _weiger_als_anders(waarneming, oud, nieuw, reeks, verwachte_versie)
    waarneming = waarneming or Waarneming(reeks=reeks, periode=periode, versie=0)
    for naam, waarde in nieuw.velden().items():
        setattr(waarneming, naam, waarde)
    waarneming.versie += 1
    waarneming.aanlevering = aanlevering
    waarneming.save()
    _onthoud([(waarneming, oud, nieuw)], aanlevering=aanlevering, by=by, reden=reden)
    plek = ((reeks.indicator_id, reeks.soort, reeks.sleutel), periode.code)
    _meld(reeks.gemeente, [plek], aanlevering)
    return waarneming


def _meld(gemeente: Gemeente, plekken: Sequence[Plek], aanlevering: Aanlevering | None) -> None:
    for functie in _naderhand:
        functie(gemeente, plekken, aanlevering)


def _op_slot(gemeente: Gemeente) -> None:
    """Writers of one gemeente come one after the other (SQLite: the transaction itself does it)."""
    Gemeente.objects.select_for_update(no_key=True).only("pk").get(pk=gemeente.pk)


def _weiger_als_anders(
    waarneming: Waarneming | None, oud: Staat | None, nieuw: Staat, reeks: Reeks, versie: int
) -> None:
    if (waarneming.versie if waarneming else 0) == versie:
        return
    stijl = {"eenheid": reeks.indicator.eenheid, "decimalen": reeks.indicator.decimalen}
    laatste = (
        waarneming.wijzigingen.select_related("gewijzigd_door").first() if waarneming else None
    )
    raise InmiddelsGewijzigd(
        nu=oud.tekst(**stijl) if oud else "geen cijfer",
        eigen=nieuw.tekst(**stijl),
        door=str(laatste.gewijzigd_door) if laatste and laatste.gewijzigd_door else "",
    )


def _bekende(
    gemeente: Gemeente, cijfers: Sequence[Cijfer]
) -> dict[tuple[int, str, str, str], tuple[Staat, int]]:
    """State and version by series and period. Filters are left out when the lists grow long."""
    indicatoren = {c.indicator.pk for c in cijfers}
    perioden = {c.periode for c in cijfers}
    rijen = Waarneming.objects.filter(reeks__gemeente=gemeente).order_by()
    if len(indicatoren) <= STAP:
        rijen = rijen.filter(reeks__indicator_id__in=indicatoren)
    if len(perioden) <= STAP // 2:
        rijen = rijen.filter(periode__in=Periode.objects.filter(code__in=perioden))
    plek = ("reeks__indicator_id", "reeks__soort", "reeks__sleutel", "periode__code")
    waarden = rijen.values_list(*plek, "versie", *VELDEN).iterator()
    return {tuple(r[:4]): (Staat(*r[5:]), r[4]) for r in waarden}


def _schrijf(
    gemeente: Gemeente, anders: Sequence[Vergelijking], aanlevering: Aanlevering | None
) -> list[Waarneming]:
    perioden = perioden_voor({v.cijfer.periode for v in anders})
    reeksen = reeksen_voor(gemeente, {v.cijfer.reeks: v.cijfer.categorieen for v in anders})
    rijen = [
        Waarneming(
            reeks_id=reeksen[v.cijfer.reeks],
            periode=perioden[v.cijfer.periode],
            versie=v.versie + 1,
            aanlevering=aanlevering,
            **v.nieuw.velden(),
        )
        for v in anders
    ]
    return Waarneming.objects.bulk_create(
        rijen,
        STAP,
        update_conflicts=True,
        unique_fields=["reeks", "periode"],
        update_fields=[*VELDEN, "versie", "aanlevering"],
    )


def _onthoud(
    wat: Iterable[tuple[Waarneming, Staat | None, Staat]],
    *,
    aanlevering: Aanlevering | None,
    by: object,
    reden: str,
    op: datetime | None = None,
) -> None:
    zelfde: dict[str, Any] = {
        "reden": reden,
        "aanlevering": aanlevering,
        "gewijzigd_door": by,
        "gewijzigd_op": op or timezone.now(),
    }
    Wijziging.objects.bulk_create(
        [
            Wijziging(
                waarneming=w, oud=oud.als_json() if oud else None, nieuw=nieuw.als_json(), **zelfde
            )
            for w, oud, nieuw in wat
        ],
        STAP,
    )


def _tel(aanlevering: Aanlevering, uitkomst: Sequence[Vergelijking]) -> None:
    aanlevering.rijen = len(uitkomst)
    aanlevering.nieuw = sum(v.oud is None for v in uitkomst)
    aanlevering.ongewijzigd = sum(not v.is_veranderd for v in uitkomst)
    aanlevering.gewijzigd = aanlevering.rijen - aanlevering.nieuw - aanlevering.ongewijzigd
    aanlevering.save(update_fields=["rijen", "nieuw", "gewijzigd", "ongewijzigd"])

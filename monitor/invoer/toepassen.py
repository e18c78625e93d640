"""The only writer of figures: a `Waarneming` and its `Wijziging` in the same transaction.

Writers of one gemeente wait for each other on its row, so what was compared is what is replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from monitor.invoer.bulk import neem_sleutels, voeg_in, werk_bij, zelfde
from monitor.invoer.cijfers import Cijfer
from monitor.invoer.fouten import InmiddelsGewijzigd
from monitor.invoer.memo import neem, per_object, zonder_rondes
from monitor.invoer.perioden import perioden_voor
from monitor.invoer.reeksen import Reekssleutel, maak_reeksen
from monitor.invoer.staat import Staat, kolommen_van
from monitor.invoer.stand import op_slot, tel_op
from monitor.invoer.vergelijken import Vergelijking, Vergelijkingen, vergelijk
from monitor.invoer.voortgang import Voortgang
from monitor.models import Aanlevering, Gemeente, Periode, Reeks, Waarneming, Wijziging
from monitor.models.enums import WaarnemingStatus
from monitor.regels.getallen import Getal

__all__ = ["Cijfer", "Plek", "Vergelijking", "leg_vast", "pas_toe", "vergelijk"]

Plek = tuple[Reekssleutel, str]  # a series and the notation of a period
Naderhand = Callable[[Gemeente, Sequence[Plek], Aanlevering | None], None]
_naderhand: list[Naderhand] = []


def register_naderhand(functie: Naderhand) -> None:
    """Have it called after figures were written, in the same transaction, with their places."""
    if functie not in _naderhand:
        _naderhand.append(functie)


@transaction.atomic
@zonder_rondes()
def pas_toe(
    gemeente: Gemeente,
    cijfers: Sequence[Cijfer] | Vergelijkingen,
    *,
    aanlevering: Aanlevering | None,
    by: object = None,
    reden: str = "",
    voortgang: Voortgang | None = None,
) -> Vergelijkingen:
    """Write what is new or changed, with its history, and the counts of the delivery.

    The number of statements does not depend on the number of figures. Between them `voortgang` is
    told how far it is; what it raises takes all back.
    """
    op_slot(gemeente.pk)
    uitkomst = vergelijk(gemeente, cijfers)
    anders = [*uitkomst.nieuwe, *uitkomst.gewijzigde]
    if anders:
        zeg = voortgang or _zwijg
        zeg(len(uitkomst.ongewijzigde), len(uitkomst))
        _schrijf(gemeente, uitkomst, aanlevering, _geschiedenis(aanlevering, by, reden), zeg)
        tel_op(gemeente)
        zeg(len(uitkomst), len(uitkomst))
        _meld(gemeente, uitkomst.cijfers.kies(anders).sleutels, aanlevering)
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
    op_slot(reeks.gemeente_id)
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
    tel_op(reeks.gemeente)
    teksten = ([oud.als_tekst() if oud else None], [nieuw.als_tekst()])
    _onthoud([waarneming.pk], *teksten, _geschiedenis(aanlevering, by, reden))
    plek = ((reeks.indicator_id, reeks.soort, reeks.sleutel), periode.code)
    _meld(reeks.gemeente, [plek], aanlevering)
    return waarneming


def _zwijg(gedaan: int, totaal: int) -> None:
    """Nobody looks on."""


def _meld(gemeente: Gemeente, plekken: Sequence[Plek], aanlevering: Aanlevering | None) -> None:
    for functie in _naderhand:
        functie(gemeente, plekken, aanlevering)


def _weiger_als_anders(
    waarneming: Waarneming | None, oud: Staat | None, nieuw: Staat, reeks: Reeks, versie: int
) -> None:
    if (waarneming.versie if waarneming else 0) == versie:
        return
    stijl: dict[str, Any] = {
        "eenheid": reeks.indicator.eenheid,
        "decimalen": reeks.indicator.decimalen,
    }
    laatste = (
        waarneming.wijzigingen.select_related("gewijzigd_door").first() if waarneming else None
    )
    raise InmiddelsGewijzigd(
        nu=oud.tekst(**stijl) if oud else "geen cijfer",
        eigen=nieuw.tekst(**stijl),
        door=str(laatste.gewijzigd_door) if laatste and laatste.gewijzigd_door else "",
    )


def _schrijf(
    gemeente: Gemeente,
    uitkomst: Vergelijkingen,
    aanlevering: Aanlevering | None,
    geschiedenis: Mapping[str, Any],
    zeg: Voortgang,
) -> None:
    """What is new, then what changed, then both in the history: a statement or two for each."""
    levering, cijfers = aanlevering.pk if aanlevering else None, uitkomst.cijfers
    reeksen, perioden = _plaatsen(gemeente, uitkomst)
    nieuwe, gewijzigde = uitkomst.nieuwe, uitkomst.gewijzigde
    pks: dict[int, int] = dict(zip(nieuwe, neem_sleutels(Waarneming, len(nieuwe)), strict=True))
    pks |= {i: b.pk for i in gewijzigde if (b := uitkomst.bekend[i]) is not None}
    if nieuwe:
        plek = {
            "id": list(pks.values())[: len(nieuwe)],
            "reeks_id": per_object(lambda p: reeksen[p.reeks], neem(cijfers.plekken, nieuwe)),
            "periode_id": list(map(perioden.__getitem__, neem(cijfers.perioden, nieuwe))),
            "versie": zelfde(1, len(nieuwe)),
            "aanlevering_id": zelfde(levering, len(nieuwe)),
        }
        voeg_in(Waarneming, plek | kolommen_van(neem(uitkomst.nieuw, nieuwe)))
    if gewijzigde:
        versies = [b.versie + 1 for i in gewijzigde if (b := uitkomst.bekend[i]) is not None]
        plek = {
            "id": [pks[i] for i in gewijzigde],
            "versie": versies,
            "aanlevering_id": zelfde(levering, len(gewijzigde)),
        }
        werk_bij(Waarneming, plek | kolommen_van(neem(uitkomst.nieuw, gewijzigde)))
    welke = [*nieuwe, *gewijzigde]
    zeg(len(uitkomst) - len(welke) // 2, len(uitkomst))  # their history is as much work again
    oud = [b.staat.als_tekst() if (b := uitkomst.bekend[i]) else None for i in welke]
    _onthoud(list(map(pks.__getitem__, welke)), oud, neem(uitkomst.teksten, welke), geschiedenis)


def _plaatsen(
    gemeente: Gemeente, uitkomst: Vergelijkingen
) -> tuple[dict[Reekssleutel, int], dict[str, int]]:
    """The series and periods of all figures, with those that had to be made."""
    plekken = {
        p.reeks: p.categorieen for p in {id(p): p for p in uitkomst.cijfers.plekken}.values()
    }
    reeksen = {r: c for r, c in plekken.items() if r not in uitkomst.reeksen}
    codes = set(uitkomst.cijfers.perioden) - set(uitkomst.perioden)
    nieuw = {code: p.pk for code, p in perioden_voor(codes).items()} if codes else {}
    return (
        dict(uitkomst.reeksen) | maak_reeksen(gemeente, reeksen),
        dict(uitkomst.perioden) | nieuw,
    )


def _onthoud(
    waarnemingen: Sequence[int],
    oud: Sequence[str | None],
    nieuw: Sequence[str],
    geschiedenis: Mapping[str, Any],
) -> None:
    kolommen = {"waarneming_id": waarnemingen, "oud": oud, "nieuw": nieuw}
    vast = {naam: zelfde(waarde, len(nieuw)) for naam, waarde in geschiedenis.items()}
    voeg_in(Wijziging, kolommen | vast)


def _geschiedenis(aanlevering: Aanlevering | None, by: Any, reden: str) -> dict[str, Any]:
    """What all lines in the history of one delivery have in common, as the database takes it."""
    nu = connection.ops.adapt_datetimefield_value(timezone.now())
    return {
        "reden": reden,
        "aanlevering_id": aanlevering.pk if aanlevering else None,
        "gewijzigd_door_id": by.pk if by is not None else None,
        "gewijzigd_op": str(nu),
    }


def _tel(aanlevering: Aanlevering, uitkomst: Vergelijkingen) -> None:
    aanlevering.rijen = len(uitkomst)
    aanlevering.nieuw = len(uitkomst.nieuwe)
    aanlevering.gewijzigd = len(uitkomst.gewijzigde)
    aanlevering.ongewijzigd = len(uitkomst.ongewijzigde)
    aanlevering.save(update_fields=["rijen", "nieuw", "gewijzigd", "ongewijzigd"])

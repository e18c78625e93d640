"""The calendar: editions beside the moments of the council that they should be in time for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils import timezone

from monitor.models import Raadsmoment, Uitgave
from monitor.models.enums import UitgaveStand

_VOOR_LEZERS = (UitgaveStand.GEPUBLICEERD, UitgaveStand.BEHANDELD)


@dataclass(frozen=True)
class Dag:
    """One line of the calendar."""

    op: date
    wat: str
    uitgave: Uitgave | None = None
    moment: Raadsmoment | None = None
    let_op: str = ""


def leesbaar_op(uitgave: Uitgave) -> date | None:
    """The day from which the council can read it: of its first version, else as planned."""
    if uitgave.stand in _VOOR_LEZERS and (moment := _eerste_moment(uitgave)) is not None:
        return timezone.localdate(moment)
    if uitgave.embargo_tot:
        return timezone.localdate(uitgave.embargo_tot)
    return uitgave.college_op


def _eerste_moment(uitgave: Uitgave) -> datetime | None:
    """When its first version could be read; the calendar has asked it for all editions at once."""
    if hasattr(uitgave, "eerste_moment"):
        return uitgave.eerste_moment
    return uitgave.publicaties.aggregate(moment=models.Min("openbaar_vanaf"))["moment"]


def te_laat(uitgave: Uitgave) -> Iterator[str]:
    """Whether the edition comes after the moment that it should serve."""
    moment = uitgave.raadsmoment
    if moment is None:
        return
    klaar = moment.stukken_op or moment.datum
    dag = leesbaar_op(uitgave) or (
        timezone.localdate() if uitgave.stand not in _VOOR_LEZERS else None
    )
    if uitgave.peildatum > moment.datum:
        yield (
            f"De peildatum ligt na {moment.naam} ({moment.datum:%d-%m-%Y}). "
            "Kies een later moment van de raad, of een eerdere peildatum."
        )
    elif dag and dag > klaar:
        yield (
            f"De uitgave komt na {moment.naam}: de stukken moeten er zijn op {klaar:%d-%m-%Y}, en ze is "
            f"te lezen vanaf {dag:%d-%m-%Y}. Vervroeg haar, of kies een ander moment van de raad."
        )


def kalender(
    uitgaven: models.QuerySet[Uitgave], momenten: models.QuerySet[Raadsmoment]
) -> list[Dag]:
    """Moments and the days of editions, in order of time."""
    dagen = [Dag(m.datum, m.naam, moment=m) for m in momenten]
    uitgaven = uitgaven.annotate(eerste_moment=models.Min("publicaties__openbaar_vanaf"))
    for u in uitgaven.select_related("gemeente", "periode", "raadsmoment"):
        dagen += _van(u)
    return sorted(dagen, key=lambda d: (d.op, d.uitgave is None, d.wat))


def _van(u: Uitgave) -> Iterator[Dag]:
    yield Dag(u.peildatum, "peildatum", u)
    if u.college_op:
        yield Dag(u.college_op, "besluit van het college", u)
    if dag := leesbaar_op(u):
        woord = "te lezen" if u.stand in _VOOR_LEZERS else "te lezen volgens planning"
        yield Dag(dag, woord, u, let_op=" ".join(te_laat(u)))
    if u.raad_op:
        yield Dag(u.raad_op, "behandeling in de raad", u)

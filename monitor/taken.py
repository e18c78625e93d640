"""Background work as rows of our own: asked, claimed, kept alive, retaken, finished.

The row is the truth and the broker's message only a wake-up call: a lost message is sent again by
`herstel`, a doubled one loses the claim. Work with a `transactie` ends in the same transaction as
its row, so that a worker that dies has done nothing or everything.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from celery import current_app
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from monitor.models import Gemeente, Taak
from monitor.models.enums import TaakStand
from monitor.taakloop import Gestopt, Loop, hartslag, stil

__all__ = ["Gestopt", "Loop", "WerkFout", "herstel", "register_werk", "start", "stil", "voer_uit"]

MAX_POGINGEN = 3
_KORT = {"max_retries": 1, "interval_start": 0.1}
TEKEN = "hartslag:"  # rows with this prefix are signs of life, not work

logger = logging.getLogger(__name__)


class WerkFout(Exception):
    """The work can not be done, and trying again will not help. The text is for people."""


Werk = Callable[..., str | None]  # (loop, **argumenten) -> message for people
Transactie = Callable[[], AbstractContextManager[object]]
NietGelukt = Callable[[Taak, TaakStand], None]


@dataclass(frozen=True)
class _Registratie:
    functie: Werk
    transactie: Transactie | None
    titel: str = ""
    stappen: tuple[str, ...] = ()
    niet_gelukt: NietGelukt | None = None


_werk: dict[str, _Registratie] = {}


def register_werk(
    naam: str,
    functie: Werk,
    *,
    transactie: Transactie | None = transaction.atomic,
    titel: str = "",
    stappen: tuple[str, ...] = (),
    niet_gelukt: NietGelukt | None = None,
) -> None:
    """Make `naam` known work. `titel` and `stappen` are what the page of its progress shows.

    With a transaction (the default) the work must be done well within `TAAK_STIL`: it shows no sign
    of life, because it holds the locks. Without one it may last, and must bear being done twice.
    `niet_gelukt` is called in the transaction in which the row is given up or stopped.
    """
    _werk[naam] = _Registratie(functie, transactie, titel, stappen, niet_gelukt)


def titel_van(taak: Taak) -> str:
    """What the work is called, for people."""
    registratie = _werk.get(taak.naam)
    return registratie.titel if registratie and registratie.titel else taak.naam


def stappen_van(taak: Taak) -> tuple[str, ...]:
    """The steps that the work goes through, in order; empty when it has none."""
    registratie = _werk.get(taak.naam)
    return registratie.stappen if registratie else ()


def start(
    naam: str,
    *,
    gemeente: Gemeente | None = None,
    by: User | None = None,
    adres: str = "",
    **argumenten: Any,
) -> Taak:
    """Ask for work; a worker begins after this transaction. Give keys in `argumenten`, no figures.

    `adres` is the page where the person goes on when it is done or refused.
    """
    taak = Taak.objects.create(
        naam=naam, gemeente=gemeente, gemaakt_door=by, adres=adres, argumenten=argumenten
    )
    transaction.on_commit(lambda: wek(taak.pk))
    return taak


def wek(pk: int) -> None:
    """Send the wake-up call for one row."""
    stuur("monitor.tasks.voer_uit", pk)


def stuur(bericht: str, *sleutels: int) -> None:
    """Send a message. A broker that is down is no error: `herstel` calls again."""
    try:
        current_app.send_task(bericht, args=sleutels, retry_policy=_KORT)
    except (OperationalError, OSError):
        logger.warning("De berichtendienst antwoordt niet: %s %s blijft liggen.", bericht, sleutels)


def vraag_stop(taak: Taak) -> None:
    """Stop what waits, or has gone quiet, at once; running work stops between two blocks."""
    taak.refresh_from_db()
    wacht = taak.stand == TaakStand.WACHT
    is_stil = taak.hartslag is not None and taak.hartslag < timezone.now() - stil()
    if (wacht or (taak.stand == TaakStand.BEZIG and is_stil)) and _eindig(
        taak, TaakStand.GESTOPT, _GESTOPT
    ):
        return
    Taak.objects.filter(pk=taak.pk, stand=TaakStand.BEZIG).update(is_stop_gevraagd=True)


def voer_uit(pk: int) -> bool:
    """Do the work of one row, if nobody else has it. True when it was ours."""
    taak = _neem(pk, timezone.now())
    if taak is None:
        return False
    loop = Loop(taak)
    try:
        _doe(taak, loop)
    except WerkFout as fout:
        _eindig(taak, TaakStand.MISLUKT, str(fout), loop.adres)
    except Gestopt:
        _eindig(taak, TaakStand.GESTOPT, _GESTOPT)
    except _Ingehaald:
        logger.warning("Taak %s (%s) was intussen door een ander overgenomen.", pk, taak.naam)
    except Exception:
        logger.exception("Taak %s (%s) ging mis.", pk, taak.naam)
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()  # the database may have been away
        _probeer_later(taak)
    return True


def herstel(*, at: datetime | None = None) -> int:
    """Wake or give up what has gone quiet. Returns how many rows it touched."""
    grens = (at or timezone.now()) - stil()
    stille = Taak.objects.filter(
        Q(stand=TaakStand.WACHT, hartslag__isnull=True, gemaakt_op__lt=grens)
        | Q(stand__in=[TaakStand.WACHT, TaakStand.BEZIG], hartslag__lt=grens)
    )
    rijen = list(stille.order_by("pk"))
    for taak in rijen:
        if taak.pogingen >= MAX_POGINGEN:
            _eindig(taak, TaakStand.MISLUKT, _OPGEGEVEN.format(taak=taak.pk))
        else:
            wek(taak.pk)
    return len(rijen)


def teken_van_leven(deel: str) -> None:
    """Note that a part of the program (worker, planner) is alive now."""
    nu = timezone.now()
    if not Taak.objects.filter(naam=TEKEN + deel).update(hartslag=nu):
        Taak.objects.create(naam=TEKEN + deel, stand=TaakStand.KLAAR, hartslag=nu)


def laatste_teken(deel: str) -> datetime | None:
    """When that part of the program was last alive; None when never."""
    rij = Taak.objects.filter(naam=TEKEN + deel).order_by("-hartslag").first()
    return rij.hartslag if rij else None


_GESTOPT = "Gestopt op verzoek. Er is niets veranderd."
_OPGEGEVEN = (
    "Het werk is drie keer begonnen en niet afgekomen. Probeer het opnieuw; gaat het weer mis, "
    "geef de beheerder dan dit nummer: taak {taak}."
)


def _neem(pk: int, at: datetime) -> Taak | None:
    """Claim the row in one statement: of many claimants at most one wins."""
    vrij = Q(stand=TaakStand.WACHT) | Q(stand=TaakStand.BEZIG, hartslag__lt=at - stil())
    gewonnen = Taak.objects.filter(vrij, pk=pk, pogingen__lt=MAX_POGINGEN).update(
        stand=TaakStand.BEZIG, hartslag=at, pogingen=F("pogingen") + 1
    )
    return Taak.objects.get(pk=pk) if gewonnen else None


def _doe(taak: Taak, loop: Loop) -> None:
    registratie = _werk.get(taak.naam)
    if registratie is None:
        raise WerkFout(f"Het programma kent het werk ‘{taak.naam}’ niet.")
    if taak.is_stop_gevraagd:
        raise Gestopt
    with registratie.transactie() if registratie.transactie else hartslag(loop):
        melding = registratie.functie(loop, **taak.argumenten) or ""
        if not _eindig(taak, TaakStand.KLAAR, melding, loop.adres):
            raise _Ingehaald(taak.pk)


class _Ingehaald(Exception):
    """Somebody else has taken this work since: what we did is rolled back."""


def _eindig(taak: Taak, stand: TaakStand, melding: str, adres: str = "") -> bool:
    """Close the row, unless it was taken over since this try began."""
    nu = timezone.now()
    onze = Taak.objects.filter(pk=taak.pk, stand=taak.stand, pogingen=taak.pogingen)
    velden = {"stand": stand, "melding": melding, "hartslag": nu, "klaar_op": nu, "fase": ""}
    velden |= {"adres": adres} if adres else {}
    if stand == TaakStand.KLAAR:
        velden["voortgang"] = 100
    with transaction.atomic():
        gelukt = bool(onze.update(**velden))
        registratie = _werk.get(taak.naam)
        if gelukt and stand != TaakStand.KLAAR and registratie and registratie.niet_gelukt:
            registratie.niet_gelukt(taak, stand)
    return gelukt


def _probeer_later(taak: Taak) -> None:
    if taak.pogingen >= MAX_POGINGEN:
        _eindig(taak, TaakStand.MISLUKT, _OPGEGEVEN.format(taak=taak.pk))
        return
    Taak.objects.filter(pk=taak.pk, stand=taak.stand, pogingen=taak.pogingen).update(
        stand=TaakStand.WACHT, hartslag=timezone.now()
    )

"""Background work as rows of our own: asked, claimed, kept alive, retaken, finished.

The row is the truth and the broker's message only a wake-up call: a lost message is sent again by
`herstel`, a doubled one loses the claim. Work with a `transactie` ends in the same transaction as
its row, so that a worker that dies has done nothing or everything.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from django.conf import settings
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from monitor.models import Gemeente, Taak
from monitor.models.enums import TaakStand

MAX_POGINGEN = 3
_KORT = {"max_retries": 1, "interval_start": 0.1}
TEKEN = "hartslag:"  # rows with this prefix are signs of life, not work

logger = logging.getLogger(__name__)


class WerkFout(Exception):
    """The work can not be done, and trying again will not help. The text is for people."""


@dataclass
class Loop:
    """What running work knows of itself. `voortgang` (percent) and `fase` are stored with the heartbeat,
    `adres` (where the result is to be seen) when it ends."""

    taak: Taak
    voortgang: int = 0
    fase: str = ""
    adres: str = ""
    _seintje: threading.Event = field(default_factory=threading.Event)

    def meld(self, fase: str, voortgang: int) -> None:
        """Tell at once which phase begins. Never inside a transaction that writes: it would wait."""
        self.fase, self.voortgang = fase, voortgang
        self._seintje.set()


Werk = Callable[..., str | None]  # (loop, **argumenten) -> message for people
Transactie = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class _Registratie:
    functie: Werk
    transactie: Transactie | None
    titel: str = ""
    stappen: tuple[str, ...] = ()


_werk: dict[str, _Registratie] = {}


def register_werk(
    naam: str,
    functie: Werk,
    *,
    transactie: Transactie | None = transaction.atomic,
    titel: str = "",
    stappen: tuple[str, ...] = (),
) -> None:
    """Make `naam` known work. `titel` and `stappen` are what the page of its progress shows.

    With a transaction (the default) the work must be done well within `TAAK_STIL`: it shows no sign
    of life, because it holds the locks. Without one it may last, and must bear being done twice.
    """
    _werk[naam] = _Registratie(functie, transactie, titel, stappen)


def titel_van(taak: Taak) -> str:
    """What the work is called, for people."""
    registratie = _werk.get(taak.naam)
    return registratie.titel if registratie and registratie.titel else taak.naam


def stappen_van(taak: Taak) -> tuple[str, ...]:
    """The steps that the work goes through, in order; empty when it has none."""
    registratie = _werk.get(taak.naam)
    return registratie.stappen if registratie else ()


def stil() -> timedelta:
    """How long work may be quiet before somebody else takes it."""
    return timedelta(seconds=settings.TAAK_STIL)


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
    except _Ingehaald:
        logger.warning("Taak %s (%s) was intussen door een ander overgenomen.", pk, taak.naam)
    except Exception:
        logger.exception("Taak %s (%s) ging mis.", pk, taak.naam)
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
    with registratie.transactie() if registratie.transactie else _hartslag(loop):
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
    return bool(onze.update(**velden))


def _probeer_later(taak: Taak) -> None:
    if taak.pogingen >= MAX_POGINGEN:
        _eindig(taak, TaakStand.MISLUKT, _OPGEGEVEN.format(taak=taak.pk))
        return
    Taak.objects.filter(pk=taak.pk, stand=taak.stand, pogingen=taak.pogingen).update(
        stand=TaakStand.WACHT, hartslag=timezone.now()
    )


@contextmanager
def _hartslag(loop: Loop) -> Iterator[None]:
    """Keep the row alive from a thread while the work runs."""
    if connection.in_atomic_block:  # nobody would see it, and writing beside it would wait
        yield
        return
    klaar = threading.Event()
    draad = threading.Thread(target=_klop, args=(loop, klaar), daemon=True)
    draad.start()
    try:
        yield
    finally:
        klaar.set()
        loop._seintje.set()
        draad.join()


def _klop(loop: Loop, klaar: threading.Event) -> None:
    eigen = Taak.objects.filter(pk=loop.taak.pk, pogingen=loop.taak.pogingen)
    while True:
        loop._seintje.wait(stil().total_seconds() / 4)
        loop._seintje.clear()
        if klaar.is_set():
            return
        try:
            eigen.filter(stand=TaakStand.BEZIG).update(
                hartslag=timezone.now(), voortgang=min(loop.voortgang, 99), fase=loop.fase
            )
        except DatabaseError:
            logger.warning("Geen hartslag geschreven voor taak %s.", loop.taak.pk)
        finally:
            connection.close()

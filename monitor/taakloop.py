"""Running work, seen from outside: how far it is, that it lives, and whether it must stop.

A thread with a connection of its own writes what the work tells, so that people see it while the
work holds a transaction, and reads whether somebody asked it to stop.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.utils import timezone

from monitor.models import Taak
from monitor.models.enums import TaakStand

TIK = 1.0  # seconds between two looks at what the work tells

logger = logging.getLogger(__name__)


class Gestopt(Exception):
    """Somebody asked the work to stop; what it did in its transaction is rolled back."""


@dataclass
class Loop:
    """What running work knows of itself, stored while it runs. `voortgang` is in percent, `gedaan` and
    `totaal` are rows of this phase; `adres` (where the result is to be seen) is stored when it ends."""

    taak: Taak
    voortgang: int = 0
    fase: str = ""
    fase_op: datetime | None = None
    gedaan: int = 0
    totaal: int = 0
    adres: str = ""
    stop: threading.Event = field(default_factory=threading.Event)
    seintje: threading.Event = field(default_factory=threading.Event)

    def meld(self, fase: str, voortgang: int) -> None:
        """Tell at once which phase begins. Never inside a transaction that writes: it would wait."""
        self.fase, self.voortgang = fase, voortgang
        self.seintje.set()

    def begin(self, fase: str, totaal: int = 0) -> None:
        """A next phase of `totaal` rows (0: not known) begins. Raises `Gestopt`."""
        self.fase_op = timezone.now()
        self.meld(fase, 0)
        self.rijen(0, totaal)

    def rijen(self, gedaan: int, totaal: int) -> None:
        """Rows done of all in this phase; call it between blocks. Raises `Gestopt`."""
        if self.stop.is_set():
            raise Gestopt
        self.gedaan, self.totaal = gedaan, totaal
        if totaal:
            self.voortgang = min(gedaan * 100 // totaal, 100)

    def velden(self) -> dict[str, object]:
        return {
            "voortgang": min(self.voortgang, 99),
            "fase": self.fase[:60],
            "fase_op": self.fase_op,
            "gedaan": self.gedaan,
            "totaal": self.totaal,
        }


def stil() -> timedelta:
    """How long work may be quiet before somebody else takes it."""
    return timedelta(seconds=settings.TAAK_STIL)


@contextmanager
def hartslag(loop: Loop) -> Iterator[None]:
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
        loop.seintje.set()
        draad.join()


def _klop(loop: Loop, klaar: threading.Event) -> None:
    geschreven, op = loop.velden(), timezone.now()
    while True:
        loop.seintje.wait(min(TIK, stil().total_seconds() / 4))
        loop.seintje.clear()
        if klaar.is_set():
            return
        nu, velden = timezone.now(), loop.velden()
        try:
            _lees_stop(loop)
            if velden != geschreven or nu - op >= stil() / 4:
                _eigen(loop).filter(stand=TaakStand.BEZIG).update(hartslag=nu, **velden)
                geschreven, op = velden, nu
        except DatabaseError:
            logger.warning("Geen hartslag geschreven voor taak %s.", loop.taak.pk)
        finally:
            connection.close()


def _lees_stop(loop: Loop) -> None:
    if _eigen(loop).filter(is_stop_gevraagd=True).exists():
        loop.stop.set()


def _eigen(loop: Loop) -> QuerySet[Taak]:
    """The row, as long as this try is the latest."""
    return Taak.objects.filter(pk=loop.taak.pk, pogingen=loop.taak.pogingen)

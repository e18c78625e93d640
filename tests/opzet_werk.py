"""Work for the fault tests, loaded by the worker that `tests.opzet_toezicht` starts."""

import os
import time
from functools import partial
from pathlib import Path

from django.db.models.signals import post_save

from monitor import taken
from monitor.invoer.toepassen import register_naderhand
from monitor.models import Publicatie
from monitor.publiceren import verzoeken

MAP = Path(os.environ.get("DATA_DIR", "."))


def wacht_op_bestand(loop: taken.Loop) -> str:
    """Tell that it began (file `begonnen-<try>`) and go on when the file `door` is there."""
    loop.voortgang = 40
    (MAP / f"begonnen-{loop.taak.pogingen}").touch()
    while not (MAP / "door").exists():
        time.sleep(0.05)
    return f"Klaar bij poging {loop.taak.pogingen}."


def publiceer_en_wacht(loop: taken.Loop, *, verzoek: int) -> str:
    """Publish, and wait when the phase `WACHT_BIJ` begins: there the test pulls the plug."""
    meld = loop.meld

    def meld_en_wacht(fase: str, voortgang: int) -> None:
        meld(fase, voortgang)
        if fase == os.environ.get("WACHT_BIJ"):
            wacht_op_bestand(loop)

    loop.meld = meld_en_wacht  # type: ignore[method-assign]
    wacht = partial(_wacht_in_transactie, loop)
    if os.environ.get("WACHT_BIJ") == "in de transactie":
        post_save.connect(wacht, sender=Publicatie, weak=False)
    return verzoeken.voer_uit(loop, verzoek=verzoek)


def _wacht_in_transactie(loop: taken.Loop, **_: object) -> None:
    """The version is written, and not yet committed."""
    wacht_op_bestand(loop)


if os.environ.get("WACHT_BIJ"):
    taken.register_werk(verzoeken.WERK, publiceer_en_wacht, transactie=None)
taken.register_werk("wacht-op-bestand", wacht_op_bestand, transactie=None)


def _houd_vast(*_: object) -> None:
    """Called after figures were written, in their transaction: wait there when `houd-vast` is there."""
    if (MAP / "houd-vast").exists():
        (MAP / f"geschreven-{os.getpid()}").touch()
        while not (MAP / "door").exists():
            time.sleep(0.05)


register_naderhand(_houd_vast)


def _wacht_bij_rij(loop: taken.Loop, gedaan: int, totaal: int, rijen=taken.Loop.rijen) -> None:
    """Past the first block of rows: wait there when `houd-rij` is there, until `door` or a stop."""
    rijen(loop, gedaan, totaal)
    if gedaan and (MAP / "houd-rij").exists():
        while not ((MAP / "door").exists() or loop.stop.is_set()):
            time.sleep(0.05)
        rijen(loop, gedaan, totaal)


taken.Loop.rijen = _wacht_bij_rij  # type: ignore[method-assign]

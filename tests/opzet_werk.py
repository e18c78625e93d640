"""Work for the fault tests, loaded by the worker that `tests.opzet_toezicht` starts."""

import os
import time
from pathlib import Path

from monitor import taken

MAP = Path(os.environ.get("DATA_DIR", "."))


def wacht_op_bestand(loop: taken.Loop) -> str:
    """Tell that it began (file `begonnen-<try>`) and go on when the file `door` is there."""
    loop.voortgang = 40
    (MAP / f"begonnen-{loop.taak.pogingen}").touch()
    while not (MAP / "door").exists():
        time.sleep(0.05)
    return f"Klaar bij poging {loop.taak.pogingen}."


taken.register_werk("wacht-op-bestand", wacht_op_bestand, transactie=None)

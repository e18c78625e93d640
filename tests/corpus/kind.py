"""Read each bomb of the corpus in a process of its own, that may not grow; print what came of it.

`INVOER_MAX_BYTES_UITGEPAKT=12582912 python -m tests.corpus.kind`: a JSON object, the name of a file to [refused or not, peak in MB].
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection

RUIMTE = 512 * 1024 * 1024  # address space above what the process has, so that the machine is safe


def _geheugen(naam: str) -> int:
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(r.split()[1]) * 1024 for r in status if r.startswith(f"{naam}:"))


def _lees(bestandsnaam: str, inhoud: bytes) -> bool:
    from monitor.invoer.cijferrijen import VAST
    from monitor.invoer.fouten import LeesFout
    from monitor.invoer.lezer import lees_bestand
    from monitor.invoer.tabel import maak_tabel

    try:
        return bool(maak_tabel(lees_bestand(bestandsnaam, inhoud, "waarnemingen"), VAST).fouten)
    except LeesFout:
        return True


def meet(uit: Connection, bestandsnaam: str, maak: Callable[[], bytes]) -> None:
    inhoud = maak()
    resource.setrlimit(resource.RLIMIT_AS, (_geheugen("VmSize") + RUIMTE,) * 2)
    with open("/proc/self/clear_refs", "w", encoding="ascii") as peil:
        peil.write("5")  # the peak from here on
    voor = _geheugen("VmRSS")
    is_geweigerd = _lees(bestandsnaam, inhoud)
    uit.send((is_geweigerd, (_geheugen("VmHWM") - voor) // 1_000_000))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaaldomein.settings")
    import django

    django.setup()
    from tests.corpus import GEVALLEN

    gemeten, soort = {}, get_context("fork")
    for geval in (g for g in GEVALLEN.values() if g.is_bom):
        ontvang, stuur = soort.Pipe(duplex=False)
        kind = soort.Process(target=meet, args=(stuur, geval.bestandsnaam, geval.maak))
        kind.start()
        stuur.close()
        try:
            gemeten[geval.naam] = ontvang.recv()
        except EOFError:
            gemeten[geval.naam] = ("gevallen", 0)
        kind.join()
    json.dump(gemeten, sys.stdout)


if __name__ == "__main__":
    main()

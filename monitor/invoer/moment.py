"""A moment in a cell: day and time in the Netherlands, also around the change to summer time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from django.utils import timezone

from monitor.invoer.keuzes import CelFout
from monitor.invoer.tabel import Rij
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode

_TIJD = re.compile(r"^(.*?)[ T](?:om )?(\d{1,2})[:.](\d{2})(?::\d{2})?(?: uur)?$")
ADVIES = "Schrijf bijvoorbeeld 2021-06-01 08:00."


def lees_moment(rij: Rij, kolom: str) -> datetime | None:
    """ "2021-06-01 08:00"; without a time the start of the day. Raises `CelFout`."""
    tekst = rij.tekst(kolom)
    if not tekst:
        return None
    gevonden = _TIJD.match(tekst)
    dag = gevonden[1] if gevonden else tekst
    try:
        uur = time(int(gevonden[2]), int(gevonden[3])) if gevonden else time()
        begin = lees_periode(dag)
    except NotatieFout as fout:
        raise CelFout(rij.fout(kolom, fout.melding, ADVIES)) from fout
    except ValueError as fout:
        raise CelFout(rij.fout(kolom, "Deze tijd bestaat niet.", ADVIES)) from fout
    if begin.soort != "peildatum" or begin.begin is None:
        raise CelFout(rij.fout(kolom, "Dit is geen dag met een tijd.", ADVIES))
    return _in_nederland(rij, kolom, datetime.combine(begin.begin, uur))


def _in_nederland(rij: Rij, kolom: str, kaal: datetime) -> datetime:
    """Raises `CelFout` for an hour that the clock skips or passes twice."""
    zone = timezone.get_default_timezone()
    eerste, tweede = (kaal.replace(tzinfo=zone, fold=f) for f in (0, 1))
    if eerste.utcoffset() != tweede.utcoffset():
        melding = "Dit uur bestaat niet of komt twee keer voor, omdat de klok dan wordt verzet."
        raise CelFout(rij.fout(kolom, melding, "Kies een uur eerder of later."))
    return eerste.astimezone(UTC)

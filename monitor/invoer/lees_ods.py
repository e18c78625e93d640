"""ODS, as a stream of elements: the stored value of a cell, never the text it shows.

Source: OpenDocument 1.3 part 3, chapters 9 and 19.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.invoer.archief import BESCHADIGD, MACROS, WACHTWOORD, Archief
from monitor.invoer.blok import Celrij, Ruw, in_blokken
from monitor.invoer.fouten import LeesFout
from monitor.invoer.lees_xlsx import kies_blad
from monitor.invoer.ods_delen import Bladen, Rijen

MIME = b"application/vnd.oasis.opendocument.spreadsheet"


def lees_ods(archief: Archief, soort: str) -> Ruw:
    """The sheet named after the kind, else the first visible one. Raises `LeesFout`."""
    if any(n.startswith(("Basic/", "Scripts/")) and not n.endswith("/") for n in archief.namen):
        raise LeesFout(MACROS)
    if "META-INF/manifest.xml" in archief.namen and b"encryption-data" in archief.lees(
        "META-INF/manifest.xml"
    ):
        raise LeesFout(WACHTWOORD)
    if "content.xml" not in archief.namen:
        raise LeesFout(BESCHADIGD)
    bladen = Bladen()
    archief.lees_xml("content.xml", bladen)
    blad, andere = kies_blad(bladen.lijst(), soort)
    ruw = Ruw(blad.naam, iter(()), andere)
    ruw.blokken = in_blokken(_rijen(archief, Rijen(int(blad.rel), bladen.opmaken()), ruw))
    return ruw


def _rijen(archief: Archief, doel: Rijen, ruw: Ruw) -> Iterator[Celrij]:
    for _ in archief.stapsgewijs("content.xml", doel):
        while doel.klaar:
            nummer, aantal, cellen = doel.klaar.popleft()
            for herhaling in range(aantal):
                yield nummer + herhaling, cellen
    ruw.samengevoegd, ruw.verbergt = doel.samengevoegd, doel.verbergt

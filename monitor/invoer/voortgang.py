"""How large a file is, and how far its reading has come."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from monitor.invoer.blok import Blok
from monitor.invoer.lees_csv import SCHEIDINGEN

BLOK = 500  # rows between two signs
BREED = 20  # columns: more is a table with a column a month or a category
BREEDST = 250  # columns: a row of more is no table
BYTES_PER_RIJ = 200  # of a row of four or five cells in an unpacked sheet

Voortgang = Callable[[int, int], None]  # rows done, all rows (0: not known)


def schat_cijfers(inhoud: bytes) -> int:
    """About how many figures a file holds: a row of a text with many columns holds many."""
    rijen = schat_rijen(inhoud)
    if inhoud.startswith(b"PK"):
        return rijen  # by its cells
    begin = re.split(rb"[\r\n]+", inhoud[:100_000], maxsplit=20)[:20]
    breed = max(regel.count(teken) for regel in begin for teken in SCHEIDINGEN.encode())
    return rijen * min(breed, BREEDST) if breed > BREED else rijen


def schat_rijen(inhoud: bytes) -> int:
    """About how many rows a file holds, without reading it. A damaged file has none."""
    if not inhoud.startswith(b"PK"):
        return max(inhoud.count(b"\n"), inhoud.count(b"\r"))
    try:
        delen = zipfile.ZipFile(BytesIO(inhoud)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0
    return sum(deel.file_size for deel in delen) // BYTES_PER_RIJ


def tel_rijen(
    blokken: Iterable[Blok], voortgang: Voortgang, naam: str, inhoud: bytes
) -> Iterator[Blok]:
    """The same rows; a sign before each block. A workbook has no total until it is read.

    After the last row the total is unknown again: how long the check still takes can not be said.
    """
    totaal = schat_rijen(inhoud) if naam.lower().endswith(".csv") else 0
    aantal = 0
    for blok in blokken:
        voortgang(aantal, max(totaal, aantal + 1) if totaal else 0)
        yield blok
        aantal += len(blok.nummers)
    voortgang(aantal, 0)

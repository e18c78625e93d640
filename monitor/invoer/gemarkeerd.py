"""A refused file as it came, with each wrong cell marked and a note beside it saying what to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from monitor.invoer.blok import Ruw
from monitor.invoer.cellen import Cel, als_tekst
from monitor.invoer.fouten import Fout
from monitor.invoer.rondgang import INVULLEN, MERK
from monitor.invoer.rondgang_blad import Rekenblad, schrijf_rekenblad
from monitor.invoer.schrijver import Waarde
from monitor.invoer.tabel import norm

MEEST = 1000  # marked cells: a note is slow to make, and nobody reads more at once
HEEL = 5000  # rows: a longer sheet takes too long to make while somebody waits
BOVEN = 20  # rows at the top that always come along
ALLEEN_FOUTE = (
    f"Hier staan de eerste {BOVEN} rijen en daarna alleen de rijen met de eerste fouten, op hun eigen "
    "plaats. Verbeter ze in uw eigen bestand en lever dat opnieuw in."
)


def met_meldingen(
    ruw: Ruw, fouten: list[Fout], formaat: str, *, aantal: int = 0, alleen_foute: bool = False
) -> bytes:
    """The rows as they came, marked, as a workbook ("xlsx" or "ods"). `aantal` are all the errors.

    With `alleen_foute` the rows without a mark stay out but for the top, so that a large file takes no
    longer than a small one; the others keep their number.
    """
    getoond = fouten[:MEEST]
    alle = dict(_rijen(ruw, getoond, alleen_foute))
    kop = _koprij(alle)
    breedte = max((max(c) for c in alle.values()), default=0) + 1
    regels: dict[int, list[Waarde]] = {
        n: [als_tekst(cellen.get(i)) for i in range(breedte)] for n, cellen in alle.items()
    }
    kolommen = [norm(str(k)) for k in regels.get(kop, [])]
    blad = Rekenblad(regels, kop, kolommen, frozenset(INVULLEN), titel="Rekenblad met meldingen")
    if (meer := max(aantal, len(fouten)) - len(getoond)) > 0:
        blad.meld(0, "", f"Gemarkeerd zijn de eerste {len(getoond)} fouten. Nog {meer} niet.")
    if alleen_foute:
        blad.meld(0, "", ALLEEN_FOUTE)
    for fout in getoond:
        kolom = norm(fout.kolom) if norm(fout.kolom) in kolommen else ""
        blad.meld(fout.rij or 0, kolom, f"{fout.melding} {fout.advies}".strip())
    return schrijf_rekenblad(blad, formaat)


def _rijen(
    ruw: Ruw, fouten: list[Fout], alleen_foute: bool
) -> Iterator[tuple[int, dict[int, Cel]]]:
    """The rows that are not empty; of a large file no further than the last one that is marked."""
    if not alleen_foute:
        return ((n, cellen) for n, cellen in ruw.rijen if cellen)
    foute = {f.rij or 0 for f in fouten}
    laatste = max(foute, default=0)
    begin = takewhile(lambda rij: rij[0] <= max(laatste, BOVEN), ruw.rijen)
    return ((n, cellen) for n, cellen in begin if cellen and (n in foute or n <= BOVEN))


def _koprij(alle: dict[int, dict[int, Cel]]) -> int:
    """The row with the names of our columns, else the first."""
    namen = ((n, {norm(als_tekst(x)) for x in c.values()}) for n, c in alle.items())
    return next((n for n, kop in namen if kop >= MERK), min(alle, default=1))

"""Whether a sheet hides rows or columns: what people do not see is read all the same, and they are told.

Looks at the bytes on their way to the reader, so that it costs next to nothing.
"""

from __future__ import annotations

from monitor.invoer.blok import Ruw
from monitor.invoer.xlsx_snel import Doorloop

_TEKENS = (b'hidden="1"', b'hidden="true"', b"<filterColumn", b":filterColumn")
_OVERLAP = max(map(len, _TEKENS)) - 1


class Kijker:
    """Stands before `Doorloop` and changes nothing."""

    def __init__(self, doorloop: Doorloop, ruw: Ruw) -> None:
        self._doorloop, self._ruw, self._eind = doorloop, ruw, b""

    def __call__(self, brok: bytes) -> bytes:
        if not self._ruw.verbergt:
            stuk = self._eind + brok
            self._ruw.verbergt = any(teken in stuk for teken in _TEKENS)
            self._eind = stuk[-_OVERLAP:]
        return self._doorloop(brok)

    def einde(self) -> bytes:
        return self._doorloop.einde()

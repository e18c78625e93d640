"""A workbook is a zip of XML parts. Opened here within bounds, counted while it is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.conf import settings

from monitor.invoer.fouten import LeesFout

BROK = 64 * 1024
MAX_DELEN = 1000
BYTES_PER_ELEMENT = 15  # a worksheet has about 19 bytes an element; less is no worksheet
MAX_STUK = 1024 * 1024  # from the end of a tag to the end of the next: no cell or tag is longer
MAX_DIEP = 200

BESCHADIGD = (
    "Het bestand is beschadigd of niet helemaal verstuurd. "
    "Open het in uw rekenprogramma, sla het opnieuw op en probeer het nog eens."
)
WACHTWOORD = "Het bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en sla het op."
VERWIJZING = (
    "In het bestand staat een verwijzing naar buiten of een eigen XML-definitie. Dat hoort niet in "
    "een rekenblad. Neem de cellen over in een nieuw bestand."
)
MACROS = (
    "Het bestand bevat macro's en wordt daarom niet gelezen. "
    "Sla het op als gewone werkmap (.xlsx of .ods) zonder macro's."
)
_ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)


class Doel(Protocol):
    """Gets the elements of a part one by one, without their namespace."""

    def begin(self, tag: str, kenmerken: dict[str, str]) -> None: ...
    def eind(self, tag: str) -> None: ...
    def tekst(self, tekst: str) -> None: ...


class Voorloop(Protocol):
    """Reads what it can of the bytes of a part, and gives back what the parser must read."""

    def __call__(self, brok: bytes) -> bytes: ...
    def einde(self) -> bytes: ...


class Archief:
    """Raises `LeesFout` for what is damaged, locked, too large or too many."""

    def __init__(self, inhoud: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(inhoud))
        except _ZIPFOUTEN as fout:
            raise LeesFout(BESCHADIGD) from fout
        delen = self._zip.infolist()
        if len(delen) > MAX_DELEN:
            raise LeesFout(f"Het bestand bestaat uit {len(delen)} delen. Dat is geen rekenblad.")
        self.namen = {d.filename for d in delen}
        if len(self.namen) != len(delen):
            raise LeesFout(BESCHADIGD)
        if any(d.flag_bits & 0x1 for d in delen):
            raise LeesFout(WACHTWOORD)
        self._max = settings.INVOER_MAX_BYTES_UITGEPAKT
        self._gelezen = self._elementen = 0
        if sum(d.file_size for d in delen) > self._max:
            raise self._te_groot()

    def lees(self, naam: str) -> bytes:
        return b"".join(self.brokken(naam))

    def brokken(self, naam: str) -> Iterator[bytes]:
        """The unpacked bytes of a part. The count runs over the whole archive."""
        try:
            with self._zip.open(naam) as deel:
                while brok := deel.read(BROK):
                    self._gelezen += len(brok)
                    if self._gelezen > self._max:
                        raise self._te_groot()
                    yield brok
        except _ZIPFOUTEN as fout:
            raise LeesFout(BESCHADIGD) from fout

    def lees_xml(self, naam: str, doel: Doel) -> None:
        for _ in self.stapsgewijs(naam, doel):
            pass

    def stapsgewijs(self, naam: str, doel: Doel, eerst: Voorloop | None = None) -> Iterator[None]:
        """Feed a part to its target; a step after each piece, so that rows can be taken off.

        `eerst` gets each piece before the parser, which reads what it gives back.
        """
        parser = DefusedXMLParser(target=_Doorgeef(doel, self), forbid_dtd=True)
        try:
            los = 0
            for brok in self.brokken(naam):
                plek = brok.rfind(b">")
                los = los + len(brok) if plek < 0 else len(brok) - plek
                if los > MAX_STUK:
                    raise LeesFout(BESCHADIGD)
                parser.feed(eerst(brok) if eerst else brok)
                yield
            if eerst:
                parser.feed(eerst.einde())
                yield
            parser.close()
        except DefusedXmlException as fout:
            raise LeesFout(VERWIJZING) from fout
        except (ParseError, LookupError, ValueError, RecursionError) as fout:
            raise LeesFout(BESCHADIGD) from fout
        yield

    def tel_element(self, aantal: int = 1) -> None:
        self._elementen += aantal
        if self._elementen > self._max // BYTES_PER_ELEMENT:
            raise self._te_groot()

    def _te_groot(self) -> LeesFout:
        mb = self._max // (1024 * 1024)
        return LeesFout(
            f"Het bestand is uitgepakt groter dan {mb} MB. "
            "Verwijder opmaak en lege cellen buiten de tabel, of knip het bestand in delen."
        )


class _Doorgeef:
    """The parser's target: takes the namespaces off and counts."""

    def __init__(self, doel: Doel, archief: Archief) -> None:
        self.data = doel.tekst
        self._doel, self._archief = doel, archief
        self._diep = 0

    def start(self, tag: str, kenmerken: dict[str, str]) -> None:
        self._archief.tel_element()
        self._diep += 1
        if self._diep > MAX_DIEP:
            raise LeesFout(BESCHADIGD)
        self._doel.begin(kaal(tag), {kaal(naam): w for naam, w in kenmerken.items()})

    def end(self, tag: str) -> None:
        self._diep -= 1
        self._doel.eind(kaal(tag))

    def close(self) -> Any:
        return None


def kaal(naam: str) -> str:
    return naam.rpartition("}")[2]

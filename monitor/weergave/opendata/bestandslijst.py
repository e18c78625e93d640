"""The files of an edition with what a reader wants to know first: format, size, fingerprint."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from monitor.publiceren.bestanden import FORMATEN
from monitor.weergave.publicaties import Gelezen

# Of each format: its name for readers, for whom it is, and its name in the European list of file types.
UITLEG: dict[str, tuple[str, str, str]] = {
    "pdf": ("PDF", "De hele monitor om te lezen, te bewaren en af te drukken.", "PDF"),
    "csv": ("CSV", "Elk cijfer op een regel. Opent in een rekenblad.", "CSV"),
    "xlsx": ("Rekenblad (XLSX)", "Een blad per hoofdstuk, met definities en uitleg.", "XLSX"),
    "ods": ("Rekenblad (ODS)", "Hetzelfde in de open vorm.", "ODS"),
    "odt": ("Nota (ODT)", "De nota bij deze monitor, als tekst.", "ODT"),
    "docx": ("Nota (DOCX)", "De nota bij deze monitor, als tekst.", "DOCX"),
    "json": ("JSON", "De hele inhoud, voor programma’s.", "JSON"),
    "sdmx.csv": ("SDMX-CSV", "De cijfers zoals statistische bureaus ze uitwisselen.", "CSV"),
    "sdmx.json": ("SDMX-structuur", "Wat de codes in de SDMX-CSV betekenen.", "JSON"),
}
_MEEST = 2000


@dataclass(frozen=True)
class Bestand:
    formaat: str
    naam: str
    uitleg: str
    adres: str
    mediatype: str
    eu_soort: str
    grootte: int  # bytes
    sha256: str


class _Kenmerken:
    """(size, fingerprint) of files that were made before. A snapshot never changes, nor do its files."""

    def __init__(self) -> None:
        self._bekend: OrderedDict[tuple[str, str], tuple[int, str]] = OrderedDict()
        self._slot = Lock()

    def van(self, gelezen: Gelezen, formaat: str) -> tuple[int, str]:
        sleutel = (gelezen.kop.sha256 if gelezen.kop else "", formaat)
        with self._slot:
            if sleutel in self._bekend:
                return self._bekend[sleutel]
        lijf = FORMATEN[formaat][0](gelezen.inhoud)
        kenmerk = len(lijf), hashlib.sha256(lijf).hexdigest()
        with self._slot:
            self._bekend[sleutel] = kenmerk
            while len(self._bekend) > _MEEST:
                self._bekend.popitem(last=False)
        return kenmerk


kenmerken = _Kenmerken()


def bestandslijst(gelezen: Gelezen) -> list[Bestand]:
    """Every registered file of the edition, in the order of `UITLEG`, unknown ones last."""
    volgorde = sorted(FORMATEN, key=lambda f: list(UITLEG).index(f) if f in UITLEG else len(UITLEG))
    return [_bestand(gelezen, formaat) for formaat in volgorde]


def _bestand(gelezen: Gelezen, formaat: str) -> Bestand:
    naam, uitleg, eu_soort = UITLEG.get(formaat, (formaat.upper(), "", formaat.upper()))
    grootte, sha256 = kenmerken.van(gelezen, formaat)
    return Bestand(
        formaat=formaat,
        naam=naam,
        uitleg=uitleg,
        adres=gelezen.adressen.bestand(formaat),
        mediatype=FORMATEN[formaat][1].split(";")[0],
        eu_soort=eu_soort,
        grootte=grootte,
        sha256=sha256,
    )

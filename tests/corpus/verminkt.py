"""Good files, damaged by chance from a fixed seed: cut off, bits fallen over, pieces swapped or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from tests.corpus.maak import RIJ, VRIJ, Geval, csv, ods, ods_delen, xlsx, xlsx_delen, zip_van

ZAAD = 20211104
KEER = 12
BESTANDEN: dict[str, Callable[[], bytes]] = {
    "csv": partial(csv, RIJ, [*RIJ[:2], "2021-03", "<10"]),
    "xlsx": xlsx,
    "ods": ods,
}


def _kap(r: Random, b: bytes) -> bytes:
    return b[: r.randrange(1, len(b))]


def _val_om(r: Random, b: bytes) -> bytes:
    kopie = bytearray(b)
    for _ in range(r.choice((1, 1, 4, 30))):
        kopie[r.randrange(len(kopie))] ^= 1 << r.randrange(8)
    return bytes(kopie)


def _verlies(r: Random, b: bytes) -> bytes:
    begin = r.randrange(len(b))
    return b[:begin] + b[begin + r.randrange(1, 60) :]


def _verdubbel(r: Random, b: bytes) -> bytes:
    begin = r.randrange(len(b))
    eind = begin + r.randrange(1, 200)
    return b[:eind] + b[begin:eind] + b[eind:]


def _voeg_ruis_toe(r: Random, b: bytes) -> bytes:
    plek = r.randrange(len(b))
    return b[:plek] + r.randbytes(r.randrange(1, 40)) + b[plek:]


VERMINKINGEN = {
    "afgekapt": _kap,
    "omgevallen": _val_om,
    "verloren": _verlies,
    "dubbel": _verdubbel,
    "ruis": _voeg_ruis_toe,
}


def _in_de_xml(
    delen: dict[str, str | bytes], doe: Callable[[Random, bytes], bytes], zaad: str
) -> bytes:
    """Damage one part inside a sound archive: its checksum is right."""
    r = Random(zaad)
    naam = r.choice(sorted(delen))
    deel = delen[naam]
    return zip_van(delen | {naam: doe(r, deel.encode() if isinstance(deel, str) else deel)})


def maak_gevallen() -> Iterator[Geval]:
    for formaat, heel in BESTANDEN.items():
        for soort, doe in VERMINKINGEN.items():
            for nummer in range(KEER):
                naam = f"{formaat} {soort} {nummer}"
                # What the checksums of an archive guard is refused, or read as it was.
                als = None if formaat == "csv" else heel
                yield Geval(
                    naam, f"a.{formaat}", VRIJ, lambda d=doe, h=heel, n=naam: d(Random(f"{ZAAD}{n}"), h()), als=als
                )  # fmt: skip
    for formaat, delen in (("xlsx", xlsx_delen), ("ods", ods_delen)):
        for soort, doe in VERMINKINGEN.items():
            for nummer in range(KEER):
                naam = f"{formaat} deel {soort} {nummer}"
                yield Geval(
                    naam, f"a.{formaat}", VRIJ, lambda d=doe, x=delen, n=naam: _in_de_xml(x(), d, f"{ZAAD}{n}")
                )  # fmt: skip

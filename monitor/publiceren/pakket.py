"""A zip with the same bytes each time. Office files are a zip of XML, written by hand."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

TIJD = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold; never the clock


def maak_pakket(delen: Iterable[tuple[str, str | bytes]], *, eerst_los: bool = False) -> bytes:
    """A zip with fixed times; an open document wants its first part uncompressed."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as z:
        for i, (naam, tekst) in enumerate(delen):
            kop = zipfile.ZipInfo(naam, TIJD)
            los = eerst_los and i == 0
            kop.compress_type = zipfile.ZIP_STORED if los else zipfile.ZIP_DEFLATED
            z.writestr(kop, tekst if isinstance(tekst, bytes) else tekst.encode())
    return uit.getvalue()


def schoon(tekst: str) -> str:
    """Text for XML, without the control characters it cannot hold."""
    return escape(
        "".join(c for c in tekst if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
    )

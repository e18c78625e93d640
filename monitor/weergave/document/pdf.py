"""The document as PDF/UA-1. Fetches nothing but our own static files; the same bytes each time."""

import ctypes
import hashlib
import importlib.util
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from monitor.weergave.document.opmaken import maak_html
from monitor.weergave.thema import thema_css

SOORT = "application/pdf"
BIBLIOTHEKEN = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
REDEN = (
    "Op deze machine kan geen PDF worden gemaakt: een onderdeel van het besturingssysteem ontbreekt. "
    "Vraag de beheerder om libpango-1.0-0, libpangoft2-1.0-0 en libharfbuzz-subset0 te installeren."
)


class GeenPdf(Exception):
    """This machine can not make a PDF. The text says what is missing, in Dutch."""


@lru_cache(maxsize=1)
def kan_pdf() -> bool:
    """Whether the libraries that draw text are on this machine. Cheap: loads no Python of it."""
    return all(map(_is_er, BIBLIOTHEKEN)) and importlib.util.find_spec("weasyprint") is not None


def _is_er(bibliotheek: str) -> bool:
    try:
        ctypes.CDLL(bibliotheek)
    except OSError:
        return False
    return True


def maak_pdf(inhoud: dict[str, Any], *, concept: bool = False) -> bytes:
    """The whole monitor. Takes seconds: done once for each publication, in the background.

    Raises `GeenPdf` where the libraries are missing.
    """
    if not kan_pdf():
        raise GeenPdf(REDEN)
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from monitor.weergave.document.ophalen import Eigen

    ophalen, letters = Eigen(Path(settings.BASE_DIR) / "static"), FontConfiguration()
    stijlen = [
        CSS(url=f"static:css/{naam}.css", url_fetcher=ophalen, font_config=letters)
        for naam in ("tokens", "onderdelen", "breedtes", "programma", "document")
    ]
    stijlen.append(CSS(string=thema_css(inhoud["gemeente"]["thema"]), url_fetcher=ophalen))
    if concept:
        stijlen.append(CSS(url="static:css/document-concept.css", url_fetcher=ophalen))
    html = HTML(string=maak_html(inhoud, concept=concept), url_fetcher=ophalen)
    return html.write_pdf(
        pdf_variant="pdf/ua-1",
        stylesheets=stijlen,
        font_config=letters,
        pdf_identifier=kenmerk(inhoud, concept=concept),
    )


def kenmerk(inhoud: dict[str, Any], *, concept: bool) -> bytes:
    """The identifier in the file: of what is in it, never of the clock."""
    tekst = json.dumps([inhoud, concept], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()[:32].encode()

"""The preview: a snapshot that was not published, drawn with exactly the pages readers get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from monitor.weergave import paginas
from monitor.weergave.adressen import Adressen
from monitor.weergave.bestandpagina import bestand
from monitor.weergave.grafieken.views import blokdata
from monitor.weergave.publicaties import Gelezen

Tekenaar = Callable[..., HttpResponse]
_eigen: dict[str, Tekenaar] = {}


def register_conceptpagina(eerste_deel: str, tekenaar: Tekenaar) -> None:
    """Let another app draw the pages under this first word, such as `programma`.

    `tekenaar(request, gelezen, *delen)` gets the rest of the path, split at its slashes.
    """
    _eigen[eerste_deel] = tekenaar


def render_concept(
    request: HttpRequest, inhoud: dict[str, Any], pad: str = "", *, basis: str
) -> HttpResponse:
    """A page of a draft. `pad` is the address after the edition's own ("", "jeugd/", "cijfers/x/");
    `basis` is the address of the preview itself, under which every link stays.

    Raises `Http404` when the draft has no such page. Never cached.
    """
    kop, uitgave = inhoud["gemeente"], inhoud["uitgave"]
    adressen = Adressen(kop["slug"], uitgave["slug"], basis=basis)
    gelezen = Gelezen(kop=None, inhoud=inhoud, adressen=adressen)
    response = _teken(request, gelezen, [deel for deel in pad.split("/") if deel])
    response["Cache-Control"] = "no-store, private"
    return response


def _teken(request: HttpRequest, gelezen: Gelezen, delen: list[str]) -> HttpResponse:
    match delen:
        case []:
            return paginas.uitgave(request, gelezen)
        case ["nota"]:
            return paginas.nota(request, gelezen)
        case ["vragen"]:
            return paginas.vragen(request, gelezen)
        case [naam] if naam.startswith("monitor."):
            return bestand(request, gelezen, naam.removeprefix("monitor."))
        case ["cijfers"]:
            return paginas.cijfers(request, gelezen)
        case ["cijfers", code]:
            return paginas.cijfer(request, gelezen, code)
        case ["grafiek", hoofdstuk, blok]:
            return blokdata(request, gelezen, hoofdstuk, blok.removesuffix(".json"))
        case [eerste, _, *_] if eerste in _eigen:  # alone it is a chapter of that name
            return _eigen[eerste](request, gelezen, *delen[1:])
        case [code]:
            return paginas.hoofdstuk(request, gelezen, code)
    raise Http404("Deze pagina staat niet in het concept.")

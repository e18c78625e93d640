"""What may be asked: pages, versions, filters. Each is read whole or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from monitor.regels.perioden import tijdvak
from monitor.weergave.api.antwoord import OngeldigeVraag
from monitor.weergave.publicaties import Gelezen, get_publicatie

BLADEREN = ("pagina", "aantal")
STANDAARD, MEEST = 100, 1000


def lees(request: HttpRequest, gemeente: str, uitgave: str) -> Gelezen:
    """The publication that everybody may see, in the asked version. Raises `Http404`."""
    versie = geheel(request, "versie", hoogste=9999) if "versie" in request.GET else None
    return get_publicatie(AnonymousUser(), gemeente, uitgave, versie)


def geheel(request: HttpRequest, naam: str, *, standaard: int = 1, hoogste: int = 100_000) -> int:
    """A whole number from 1. Raises `OngeldigeVraag`."""
    tekst = request.GET.get(naam, str(standaard))
    if not tekst.isascii() or not tekst.isdigit() or not 1 <= int(tekst[:9]) <= hoogste:
        raise OngeldigeVraag(naam, f"‘{naam}’ moet een heel getal zijn van 1 tot en met {hoogste}.")
    return int(tekst)


def uit_lijst(request: HttpRequest, naam: str, lijst: Sequence[str]) -> str:
    """One of the list, or "" when it was not asked for. Raises `OngeldigeVraag`."""
    waarde = request.GET.get(naam, "")
    if naam in request.GET and waarde not in lijst:
        raise OngeldigeVraag(naam, f"‘{naam}’ moet een van deze zijn: {', '.join(lijst)}.")
    return waarde


def periode(request: HttpRequest) -> str:
    """The canonical code of a period, or "". Raises `OngeldigeVraag`."""
    waarde = request.GET.get("periode", "")
    try:
        bekend = tijdvak(waarde)
    except ValueError:
        bekend = None
    if "periode" in request.GET and bekend is None:
        raise OngeldigeVraag("periode", "Schrijf ‘periode’ als 2021, 2021-H2, 2021-K1 of 2021-04.")
    return waarde


def pagina(
    request: HttpRequest, rijen: Sequence[Any], toon: Callable[[Any], Any]
) -> dict[str, Any]:
    """One page of the rows, each shown by `toon`, with the addresses of the pages around it."""
    nummer, aantal = (
        geheel(request, "pagina"),
        geheel(request, "aantal", standaard=STANDAARD, hoogste=MEEST),
    )
    van = (nummer - 1) * aantal
    return {
        "totaal": len(rijen),
        "pagina": nummer,
        "aantal": aantal,
        "vorige": _adres(request, nummer - 1) if nummer > 1 else None,
        "volgende": _adres(request, nummer + 1) if van + aantal < len(rijen) else None,
        "resultaten": [toon(rij) for rij in islice(rijen, van, van + aantal)],
    }


def _adres(request: HttpRequest, nummer: int) -> str:
    vraag = request.GET.copy()
    vraag["pagina"] = str(nummer)
    return request.build_absolute_uri(f"{request.path}?{vraag.urlencode()}")

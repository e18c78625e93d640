"""The page with all files of an edition, and what there is of all editions of a gemeente."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from monitor.models import Publicatie
from monitor.publiceren.jsonschema import ADRES
from monitor.publiceren.licentie import LICENTIE_ADRES, LICENTIE_TEKST
from monitor.weergave.antwoord import leespagina, toon, verstuur
from monitor.weergave.koppen import Kop, nieuwste_versies
from monitor.weergave.opendata.alles import MEESTE_UITGAVEN, zip_gemeente
from monitor.weergave.opendata.bestandslijst import bestandslijst
from monitor.weergave.opendata.bijbestanden import SCHRIJF, SOORTEN, wortel
from monitor.weergave.opendata.dcat import Dcat
from monitor.weergave.publicaties import Gelezen, get_publicatie, ontleed


@leespagina
def bestanden(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    context = {
        "bestanden": bestandslijst(gelezen),
        "licentie": LICENTIE_TEKST,
        "licentie_adres": LICENTIE_ADRES,
        "schema": ADRES,
    }
    return toon(request, gelezen, "weergave/bestanden.html", plek="bestanden", **context)


@require_safe
def catalogus(request: HttpRequest, gemeente: str, formaat: str) -> HttpResponse:
    """All open editions of a gemeente, for data portals: the same for everybody."""

    def maak(gelezen: Gelezen) -> HttpResponse:
        dcat = Dcat(gelezen.inhoud["gemeente"], wortel(request))
        knopen = dcat.catalogus(nieuwste_versies(gelezen.koppen))
        return _open(SCHRIJF[formaat](knopen), SOORTEN[formaat])

    return _voor_allen(request, gemeente, maak)


@require_safe
def alles(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The figures of the newest open editions of a gemeente in one package."""

    def maak(gelezen: Gelezen) -> HttpResponse:
        koppen = nieuwste_versies(gelezen.koppen)[:MEESTE_UITGAVEN]
        dcat = Dcat(gelezen.inhoud["gemeente"], wortel(request))
        pak = zip_gemeente(_een_voor_een(koppen), dcat, dcat.catalogus(koppen))
        response = _open(pak, SOORTEN["zip"])
        response["Content-Disposition"] = f'attachment; filename="monitors-{gemeente}.zip"'
        return response

    return _voor_allen(request, gemeente, maak)


def _een_voor_een(koppen: list[Kop]) -> Iterator[dict[str, Any]]:
    """The snapshots in this order, in one query, never more than one of them parsed."""
    rijen = Publicatie.objects.filter(pk__in=[k.pk for k in koppen])
    rijen = rijen.order_by("-uitgave__peildatum", "-uitgave_id")
    for tekst in rijen.values_list("inhoud", flat=True).iterator(chunk_size=1):
        yield ontleed(tekst)


def _voor_allen(
    request: HttpRequest, gemeente: str, maak: Callable[[Gelezen], HttpResponse]
) -> HttpResponse:
    """As a visitor who is not signed in would get it, whoever asks; made once, then kept."""
    niemand = AnonymousUser()
    gelezen = get_publicatie(niemand, gemeente)
    return verstuur(request, gelezen, niemand, lambda: maak(gelezen))


def _open(lijf: bytes, soort: str) -> HttpResponse:
    return HttpResponse(lijf, content_type=soort, headers={"Access-Control-Allow-Origin": "*"})

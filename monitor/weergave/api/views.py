"""The addresses of the API; what each gives is in `vormen`, what may be asked in `vraag`."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse

from monitor.models.enums import Soort
from monitor.publiceren.jsonschema import ADRES, maak_schema
from monitor.weergave.api import vormen
from monitor.weergave.api.antwoord import alleen_lezen, bron, json_antwoord
from monitor.weergave.api.openapi import maak_openapi
from monitor.weergave.api.vraag import BLADEREN, lees, pagina, periode, uit_lijst
from monitor.weergave.koppen import koppen_van, nieuwste_versies
from monitor.weergave.publicaties import get_gemeente
from monitor.weergave.startpagina import gemeenten_met_monitor

Stuk = dict[str, Any]


@bron(*BLADEREN)
def gemeenten(request: HttpRequest) -> Stuk:
    rijen = gemeenten_met_monitor()
    return pagina(request, rijen, lambda r: _gemeente(r["gemeente"], r["kop"]))


@bron()
def gemeente(request: HttpRequest, gemeente: str) -> Stuk:
    koppen = koppen_van(AnonymousUser(), gemeente)
    return _gemeente(get_gemeente(gemeente), koppen[0] if koppen else None)


def _gemeente(rij: Any, kop: Any) -> Stuk:
    return {
        "code": rij.slug,
        "naam": rij.naam,
        "cbsCode": rij.cbs_code,
        "isFictief": rij.is_fictief,
        "eersteUitgaveVerwacht": rij.eerste_uitgave_verwacht,
        "nieuwsteUitgave": kop.uitgave if kop else None,
    }


@bron(*BLADEREN)
def uitgaven(request: HttpRequest, gemeente: str) -> Stuk:
    get_gemeente(gemeente)
    koppen = koppen_van(AnonymousUser(), gemeente)
    return pagina(request, nieuwste_versies(koppen), vormen.uitgave_kort)


@bron("versie")
def uitgave(request: HttpRequest, gemeente: str, uitgave: str) -> Stuk:
    return vormen.uitgave(lees(request, gemeente, uitgave))


@bron(*BLADEREN)
def versies(request: HttpRequest, gemeente: str, uitgave: str) -> Stuk:
    koppen = koppen_van(AnonymousUser(), gemeente)
    eigen = [k for k in koppen if k.uitgave == uitgave]
    if not eigen:
        raise Http404("Deze uitgave is er niet, of nog niet.")
    return pagina(request, eigen, vormen.uitgave_kort)


@bron("versie", *BLADEREN)
def hoofdstukken(request: HttpRequest, gemeente: str, uitgave: str) -> Stuk:
    inhoud = lees(request, gemeente, uitgave).inhoud
    return pagina(
        request, inhoud["hoofdstukken"], lambda h: {"code": h["code"], "titel": h["titel"]}
    )


@bron("versie")
def hoofdstuk(request: HttpRequest, gemeente: str, uitgave: str, hoofdstuk: str) -> Stuk:
    return vormen.hoofdstuk(lees(request, gemeente, uitgave).hoofdstuk(hoofdstuk))


@bron("versie", *BLADEREN)
def indicatoren(request: HttpRequest, gemeente: str, uitgave: str) -> Stuk:
    inhoud = lees(request, gemeente, uitgave).inhoud
    return pagina(request, list(inhoud["indicatoren"].values()), vormen.indicator)


@bron("versie")
def indicator(request: HttpRequest, gemeente: str, uitgave: str, indicator: str) -> Stuk:
    return vormen.indicator(lees(request, gemeente, uitgave).indicator(indicator))


@bron("versie", "indicator", "soort", "periode", *BLADEREN)
def cijfers(request: HttpRequest, gemeente: str, uitgave: str) -> Stuk:
    filters = {
        "code": request.GET.get("indicator", ""),
        "soort": uit_lijst(request, "soort", Soort.values),
        "periode": periode(request),
    }
    rijen = vormen.cijfers(lees(request, gemeente, uitgave).inhoud, **filters)
    return pagina(request, list(rijen), vormen.cijfer)


@bron("versie", *BLADEREN)
def programmas(request: HttpRequest, gemeente: str, uitgave: str) -> Stuk:
    inhoud = lees(request, gemeente, uitgave).inhoud
    return pagina(request, list(inhoud["programmas"].values()), vormen.programma_kort)


@bron("versie")
def programma(request: HttpRequest, gemeente: str, uitgave: str, programma: str) -> Stuk:
    gevonden = lees(request, gemeente, uitgave).inhoud["programmas"].get(programma)
    if gevonden is None:
        raise Http404("Dit programma staat niet in deze uitgave.")
    return vormen.kameel(gevonden)


@alleen_lezen
def openapi(request: HttpRequest) -> HttpResponse:
    return json_antwoord(request, maak_openapi(request.build_absolute_uri("/")))


@alleen_lezen
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of a snapshot, which is `monitor.json` of an edition."""
    inhoud = maak_schema() | {"$id": request.build_absolute_uri(ADRES)}
    return json_antwoord(request, inhoud, soort="application/schema+json")


@alleen_lezen
def onbekend(request: HttpRequest, rest: str = "") -> HttpResponse:
    raise Http404("Dit adres is er niet. Alle adressen staan in /api/v1/openapi.json.")

"""The reader pages. Each draws one snapshot; what it shows was computed when it was frozen."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from monitor.weergave import bestandpagina, paginas, vergelijking
from monitor.weergave import zoeken as zoekpagina
from monitor.weergave.antwoord import leespagina, toon
from monitor.weergave.bronnen import over_context
from monitor.weergave.publicaties import Gelezen, get_gemeente
from monitor.weergave.startpagina import gemeenten_met_monitor
from monitor.weergave.thema import thema_css

gemeente = uitgave = leespagina(paginas.uitgave)
hoofdstuk = leespagina(paginas.hoofdstuk)
nota = leespagina(paginas.nota)
cijfers = leespagina(paginas.cijfers)
cijfer = leespagina(paginas.cijfer)
vragen = leespagina(paginas.vragen)
bestand = leespagina(bestandpagina.bestand)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """All gemeenten. Only what is open to everybody, so that it is the same for every reader."""
    response = render(request, "weergave/start.html", {"rijen": gemeenten_met_monitor()})
    response["Cache-Control"] = "public, max-age=60"
    return response


@leespagina
def uitgaven(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    return toon(request, gelezen, "weergave/uitgaven.html", plek="archief")


@leespagina
def over(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    return toon(request, gelezen, "weergave/over.html", plek="over", **over_context(gelezen))


@leespagina
def toegankelijkheid(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    return toon(request, gelezen, "weergave/toegankelijkheid.html", plek="toegankelijkheid")


@partial(leespagina, ook=vergelijking.ook_nodig)
def vergelijken(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    context = vergelijking.vergelijk_context(gelezen, request.GET)
    return toon(request, gelezen, "weergave/vergelijken.html", plek="vergelijken", **context)


@partial(leespagina, ook=zoekpagina.ook_nodig)
def zoeken(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    context = zoekpagina.zoek_context(gelezen, request.GET)
    return toon(request, gelezen, "weergave/zoeken.html", plek="zoeken", **context)


@require_safe
@cache_control(public=True, max_age=3600)
def thema(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The colours of a gemeente as a style sheet, so that no page needs an inline style."""
    return HttpResponse(thema_css(get_gemeente(gemeente).thema), content_type="text/css")

"""The page behind a mailed link: no account, no menu, exactly the lines of that link, once.

Whatever is wrong with a link (unknown, altered, used, expired, withdrawn, too many tries), the answer is the same page.
"""

from __future__ import annotations

from functools import wraps
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from monitor.adres import adres_van
from monitor.regels.fouten import NotatieFout
from programma.bijwerken.lijst import maak_lijst
from programma.bijwerken.opslaan import bewaar
from programma.bijwerken.pagina import ALLES, Pagina, open_pagina
from programma.links import verbruik, zoek
from programma.models import Bijwerklink
from programma.regels.datums import MAX_LENGTE, gelezen_als, lees_datum

MISSERS, TIJD = 30, 600  # wrong links from one address, in so many seconds


def besloten(view: Any) -> Any:
    """Kept nowhere and found nowhere."""

    @wraps(view)
    def binnen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        antwoord = view(request, *args, **kwargs)
        antwoord["X-Robots-Tag"] = "noindex, nofollow"
        return antwoord

    return never_cache(binnen)


@besloten
@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def bijwerken(request: HttpRequest, token: str) -> HttpResponse:
    if _te_vaak(request):
        return _werkt_niet(request, 429)
    link = zoek(token)
    if link is None:
        _noteer_misser(request)
        return _werkt_niet(request, 404)
    vandaag = timezone.localdate()
    lijnen = maak_lijst(link.programma, vandaag=vandaag, sleutels=set(link.regels))
    if request.method != "POST":
        return _toon(request, link, open_pagina(lijnen))
    pagina = open_pagina(lijnen, request.POST.copy())
    if not pagina.gevuld:
        return _toon(request, link, pagina, leeg=True)
    if _stuur_in(link, pagina):
        return render(request, "programma/bijwerken/bedankt.html", {"aantal": len(pagina.gevuld)})
    return _toon(request, link, pagina) if pagina.mis else _werkt_niet(request, 404)


def _stuur_in(link: Bijwerklink, pagina: Pagina) -> bool:
    """All that was filled in, or nothing; the link is spent in the same transaction."""
    with transaction.atomic():
        bewaar(pagina.gekozen(ALLES), datum=timezone.localdate(), via=link)
        goed = not pagina.mis and verbruik(link)
        if not goed:
            transaction.set_rollback(True)
    return goed


def _toon(
    request: HttpRequest, link: Bijwerklink, pagina: Pagina, *, leeg: bool = False
) -> HttpResponse:
    context = {"link": link, "pagina": pagina, "leeg": leeg, "is_partner": True}
    return render(request, "programma/bijwerken/partner.html", context)


def _werkt_niet(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "programma/bijwerken/werkt_niet.html", status=status)


def _sleutel(request: HttpRequest) -> str:
    return f"bijwerken:{sha256(adres_van(request).encode()).hexdigest()[:24]}"


def _te_vaak(request: HttpRequest) -> bool:
    return int(cache.get(_sleutel(request), 0)) >= MISSERS


def _noteer_misser(request: HttpRequest) -> None:
    sleutel = _sleutel(request)
    if not cache.add(sleutel, 1, TIJD):
        try:
            cache.incr(sleutel)
        except ValueError:  # it expired in between
            cache.set(sleutel, 1, TIJD)


@besloten
@require_safe
def datum(request: HttpRequest) -> HttpResponse:
    """How words are read as a date, while somebody types. Holds no data of anybody."""
    tekst = request.GET.get("tekst", "").strip()
    if not tekst or len(tekst) > MAX_LENGTE:
        return JsonResponse({"gelezen": "", "melding": ""})
    try:
        gelezen = gelezen_als(lees_datum(tekst, referentie=timezone.localdate()))
    except NotatieFout as fout:
        return JsonResponse({"gelezen": "", "melding": fout.melding})
    return JsonResponse({"gelezen": gelezen, "melding": ""})

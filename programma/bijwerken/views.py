"""The update page of staff: own programmes, and the lines of one that want word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from monitor import rechten
from programma.besluiten import open_besluiten
from programma.bijwerken.eigen import MIJN, Bereik, bereik_van, bereiken_van
from programma.bijwerken.lijst import Lijn, maak_lijst, periode_vanaf
from programma.bijwerken.opslaan import bewaar
from programma.bijwerken.pagina import Pagina, gestuurd, na_bewaren, open_pagina, verdwenen
from programma.hiaten import hiaten_van, per_soort
from programma.models import Programma

RECHT = "programma.add_stand"
PER_BLAD = 100  # lines on one page


def programmas_met(request: HttpRequest, recht: str = RECHT) -> Any:
    """The programmes in which this user may do this; refused to who may nowhere."""
    if not rechten.mag(request.user, recht):
        raise PermissionDenied
    gemeenten = rechten.gemeenten_met(request.user, recht)
    return Programma.objects.filter(gemeente__in=gemeenten).select_related("gemeente")


def eigen_programma(request: HttpRequest, pk: int, recht: str = RECHT) -> Programma:
    return get_object_or_404(programmas_met(request, recht), pk=pk)


def toon(request: HttpRequest, template: str, titel: str, **context: Any) -> HttpResponse:
    basis = admin.site.each_context(request) | {"title": titel}
    return TemplateResponse(request, f"programma/bijwerken/{template}.html", basis | context)


@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """His own programmes first; with only one, its lines at once."""
    programmas = list(programmas_met(request).filter(is_gearchiveerd=False))
    bereik = bereiken_van(request.user, programmas)
    programmas = [p for p in programmas if bereik[p.pk].mag_alles or bereik[p.pk].functies]
    if len(programmas) == 1:
        return HttpResponseRedirect(reverse("admin_bijwerken:programma", args=[programmas[0].pk]))
    programmas.sort(key=lambda p: not bereik[p.pk].functies)
    rijen = [(p, bereik[p.pk], _telling(p, bereik[p.pk])) for p in programmas[:20]]
    return toon(request, "overzicht", "Mijn mijlpalen bijwerken", rijen=rijen)


def _telling(programma: Programma, bereik: Bereik) -> dict[str, int]:
    """Of his own lines; of all lines for who holds no function there."""
    lijnen = maak_lijst(programma, vandaag=timezone.localdate())
    vragend = [x for x in lijnen if x.vraagt and (bereik.is_eigen(x) or not bereik.functies)]
    return {"vraagt": len(vragend), "over_tijd": sum(x.regel["is_over_tijd"] for x in vragend)}


@require_http_methods(["GET", "HEAD", "POST"])
def programma(request: HttpRequest, programma_pk: int) -> HttpResponse:
    programma = eigen_programma(request, programma_pk)
    lijnen, keuze = _lijnen(request, programma)
    if request.method != "POST":
        blad = Paginator(lijnen, PER_BLAD).get_page(request.GET.get("blad"))
        return _toon(request, programma, open_pagina(blad.object_list), keuze, blad)
    # What was sent, and not what would be on this page now: a colleague may have moved the lines since.
    pagina = open_pagina(gestuurd(lijnen, request.POST), request.POST.copy())
    gekozen = pagina.gekozen(request.POST.get("bewaar", ""))
    standen = bewaar(gekozen, datum=timezone.localdate(), by=wie(request))
    klaar = [f.lijn.sleutel for f in gekozen if not f.is_mis]
    weg = verdwenen(lijnen, request.POST)
    _zeg(request, len(standen), len(gekozen), weg)
    is_klaar = not pagina.mis and {f.lijn.sleutel for f in pagina.gevuld} <= set(klaar)
    if is_klaar and "los" not in request.POST:  # `los`: the script puts the one line in its place
        return HttpResponseRedirect(request.get_full_path())
    nieuw, keuze = _lijnen(request, programma)
    vers = na_bewaren(pagina, gestuurd(nieuw, request.POST), klaar)
    return _toon(request, programma, vers, keuze)


def wie(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # the admin lets nobody else in
    return request.user


@dataclass(frozen=True)
class Keuze:
    """Whose lines are shown, out of which functions; `bereik` says which he may report on at all."""

    bereik: Bereik
    eigenaar: str
    eigenaren: list[str]
    aantal: int
    vragend: int


def _lijnen(request: HttpRequest, programma: Programma) -> tuple[list[Lijn], Keuze]:
    """The lines that this user may report on: his own, all, or those of one function."""
    bereik = bereik_van(request.user, programma)
    lijnen = [x for x in maak_lijst(programma, vandaag=timezone.localdate()) if bereik.mag(x)]
    eigenaar = request.GET.get("eigenaar", MIJN if bereik.functies else "")
    eigenaren = sorted({x.eigenaar for x in lijnen if x.eigenaar})
    if eigenaar == MIJN:
        lijnen = [x for x in lijnen if bereik.is_eigen(x)]
    else:
        lijnen = [x for x in lijnen if not eigenaar or x.eigenaar == eigenaar]
    vragend = sum(x.vraagt for x in lijnen)
    return lijnen, Keuze(bereik, eigenaar, eigenaren, len(lijnen), vragend)


def _zeg(request: HttpRequest, bewaard: int, gekozen: int, weg: list[str]) -> None:
    for tekst in weg:
        messages.error(
            request,
            f"Een regel die u invulde is hier niet meer: gearchiveerd, of van een ander. Niet bewaard: {tekst}",
        )
    if bewaard:
        woord = "bericht" if bewaard == 1 else "berichten"
        messages.success(request, f"{bewaard} {woord} bewaard.")
    if not gekozen and not weg:
        messages.warning(request, "Er was niets ingevuld. Vul een regel in en bewaar die.")
    elif bewaard < gekozen:
        over = "Eén regel is" if gekozen - bewaard == 1 else f"{gekozen - bewaard} regels zijn"
        messages.error(request, f"{over} nog niet bewaard. Bij de regel staat wat u kunt doen.")


def _toon(
    request: HttpRequest,
    programma: Programma,
    pagina: Pagina,
    keuze: Keuze,
    blad: Page[Lijn] | None = None,
) -> HttpResponse:
    return toon(
        request,
        "programma",
        f"Bijwerken: {programma}",
        programma=programma,
        pagina=pagina,
        vanaf=periode_vanaf(programma, timezone.localdate()),
        keuze=keuze,
        blad=blad,
        besluiten=open_besluiten(programma),
        mag_mailen=rechten.mag(request.user, "programma.add_bijwerklink", programma.gemeente_id),
    )


@require_safe
def hiaten(request: HttpRequest, programma_pk: int) -> HttpResponse:
    """What the programme lacks; for who may see it, also without the right to report."""
    programma = eigen_programma(request, programma_pk, "programma.view_programma")
    gevonden = hiaten_van(programma, peildatum=timezone.localdate())
    return toon(
        request,
        "hiaten",
        f"Wat ontbreekt er? {programma}",
        programma=programma,
        aantal=len(gevonden),
        soorten=per_soort(gevonden),
        besluiten=open_besluiten(programma),
    )

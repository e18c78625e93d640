"""What every reader page shares: who reads, which version, and what caches may keep."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from monitor.models import Gemeente
from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.documenten import BEWAARD
from monitor.weergave.adressen import Adressen
from monitor.weergave.bewaard import bewaard, mag_bewaren, wil_gzip
from monitor.weergave.document.pdf import kan_pdf
from monitor.weergave.koppen import Kop, koppen_van
from monitor.weergave.publicaties import Gelezen, get_publicatie

MINUUT = 60
_BRONNEN = (
    "templates/weergave",
    "templates/programma",
    "static/css",
    "static/js",
    "monitor/publiceren",
    "monitor/weergave",
    "programma",
)


@lru_cache(maxsize=1)
def codeversie() -> str:
    """A fingerprint of what draws the pages: a new release makes new ETags."""
    som = hashlib.sha256()
    for bron in _BRONNEN:
        for pad in sorted((Path(settings.BASE_DIR) / bron).rglob("*.*")):
            if pad.suffix in {".html", ".css", ".js", ".py"}:
                som.update(pad.read_bytes())
    return som.hexdigest()[:12]


def lezer(request: HttpRequest) -> Any:
    """Who reads. Without a session cookie the session is not touched, so that the answer does not
    vary by cookie and any cache on the way may keep it."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return request.user
    return AnonymousUser()


def gevraagde_versie(request: HttpRequest) -> int | None:
    versie = request.GET.get("versie")
    if versie is None:
        return None
    if not versie.isascii() or not versie.isdigit() or len(versie) > 4:
        raise Http404("Deze versie is er niet.")
    return int(versie)


def etag_van(gelezen: Gelezen, user: object, vorm: str = "") -> str:
    """Of the snapshot, of all other publications the page may name, of the code and the reader;
    `vorm` tells apart the forms in which the same page is sent."""
    delen = [codeversie(), str(getattr(user, "pk", None)), vorm]
    delen += [gelezen.kop.sha256 if gelezen.kop else "concept"]
    delen += [
        f"{k.uitgave}:{k.sha256}:{k.versie}:{k.titel}:{k.zaaknummer}:{k.notitie}:"
        f"{k.gepubliceerd_op:%Y%m%d}:{k.is_openbaar}"
        for k in gelezen.koppen
    ]
    delen += [repr(gelezen.verklaring)]
    delen += [
        f"{k.uitgave}:{k.versie}:{k.ingetrokken_op}:{k.reden_ingetrokken}" for k in gelezen.weg
    ]
    return f'"{hashlib.sha256("|".join(delen).encode()).hexdigest()[:32]}"'


def is_voor_iedereen(gelezen: Gelezen, user: object) -> bool:
    """Is this page the same for all who may read it without signing in?"""
    openbaar = gelezen.kop is not None and gelezen.kop.is_openbaar
    return openbaar and not getattr(user, "is_authenticated", False)


def bewaarregels(response: HttpResponse, gelezen: Gelezen, user: object) -> HttpResponse:
    """Everybody's page may be kept for a minute; what is for members only stays with the reader."""
    if response.status_code in (202, 404):  # a file that is not there, or not yet
        return _niet_bewaren(response)
    openbaar = gelezen.kop is not None and gelezen.kop.is_openbaar
    if is_voor_iedereen(gelezen, user):
        response["Cache-Control"] = f"public, max-age={MINUUT}"
    else:
        response["Cache-Control"] = "private, no-cache"
    if gelezen.heeft_besloten or not openbaar:
        patch_vary_headers(response, ["Cookie"])
    return response


def verstuur(
    request: HttpRequest, gelezen: Gelezen, user: object, maak: Callable[[], HttpResponse]
) -> HttpResponse:
    """The page: 304 when the reader already has it, else its stored bytes, else drawn now.

    What a signed-in reader sees is neither stored nor compressed.
    """
    if settings.DEBUG:
        return bewaarregels(maak(), gelezen, user)
    opslaan = is_voor_iedereen(gelezen, user) and mag_bewaren(request)
    klein = opslaan and wil_gzip(request)
    etag = etag_van(gelezen, user, "gzip" if klein else "")
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = bewaard(request, etag, maak, klein=klein) if opslaan else maak()
        if response.status_code == 200:
            response["ETag"] = etag
    return bewaarregels(response, gelezen, user)


def _niet_bewaren(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Cookie"])
    return response


def niet_gevonden(
    request: HttpRequest,
    gemeente: str,
    reden: str,
    koppen: Sequence[Kop],
    status: int = 404,
    uitgave: str | None = None,
) -> HttpResponse:
    """A 404 that leads on: to the current monitor and the archive of the gemeente, if it has any."""
    adressen = Adressen(gemeente, koppen[0].uitgave) if koppen else Adressen()
    deze = next((k for k in koppen if k.uitgave == uitgave), None)
    context = {"reden": reden, "koppen": koppen, "adressen": adressen, "status": status}
    context |= {"deze": deze}
    return _niet_bewaren(render(request, "weergave/niet_gevonden.html", context, status=status))


def _leeg(request: HttpRequest, slug: str) -> HttpResponse | None:
    """The page of a gemeente without a monitor that this reader may see."""
    gemeente = Gemeente.objects.filter(slug=slug).first()
    if gemeente is None:
        return None
    return _niet_bewaren(render(request, "weergave/leeg.html", {"gemeente": gemeente}))


Ook = Callable[[HttpRequest, Sequence[Kop]], Iterable[Kop]]


def leespagina(view: Callable[..., HttpResponse], ook: Ook | None = None) -> Callable[..., Any]:
    """Gives the view the publication instead of its address: `view(request, gelezen, **rest)`.

    Decides who may read, answers 304, sets the cache rules, and turns a 404 into a friendly one.
    `ook(request, koppen)` names further publications the page will open.
    """

    @require_safe
    @wraps(view)
    def pagina(
        request: HttpRequest, gemeente: str, uitgave: str | None = None, **rest: Any
    ) -> HttpResponse:
        user, koppen = lezer(request), None
        mee = partial(ook, request) if ook else None
        try:
            versie = gevraagde_versie(request)
            gelezen = get_publicatie(user, gemeente, uitgave, versie, ook=mee)
            koppen = gelezen.koppen
            return verstuur(request, gelezen, user, lambda: view(request, gelezen, **rest))
        except Http404 as fout:
            koppen = getattr(fout, "koppen", koppen)
            if koppen is None:
                koppen = koppen_van(user, gemeente)
            if not koppen and uitgave is None and (leeg := _leeg(request, gemeente)):
                return leeg
            status = getattr(fout, "status", 404)
            return niet_gevonden(request, gemeente, str(fout), koppen, status, uitgave)

    return pagina


def toon(request: HttpRequest, gelezen: Gelezen, template: str, **context: Any) -> HttpResponse:
    """Draw a page of an edition; used by the views here, by `programma` and by the preview."""
    basis = {
        "gelezen": gelezen,
        "inhoud": gelezen.inhoud,
        "gemeente": gelezen.inhoud["gemeente"],
        "uitgave": gelezen.inhoud["uitgave"],
        "adressen": gelezen.adressen,
        "concept": gelezen.is_concept,
        "formaten": (*FORMATEN, *(BEWAARD if kan_pdf() else ())),
    }
    return render(request, template, basis | context)

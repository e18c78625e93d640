"""How the API answers: JSON with an ETag, problems as RFC 9457, open to every site.

It reads as a visitor who is not signed in, whoever asks: the answer is the same for everybody and
any cache on the way may keep it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

API_VERSIE = "1.0.0"
METHODEN = "GET, HEAD, OPTIONS"
MINUUT = 60
_KOPPEN = {
    "API-Version": API_VERSIE,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Link",
}


class OngeldigeVraag(Exception):
    """A parameter that cannot be; `naam` says which, the message what it may be."""

    def __init__(self, naam: str, melding: str) -> None:
        super().__init__(melding)
        self.naam = naam


def json_antwoord(
    request: HttpRequest, inhoud: Any, *, soort: str = "application/json"
) -> HttpResponse:
    """The answer, or 304 when the asker already has it."""
    lijf = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()
    etag = f'"{hashlib.sha256(lijf).hexdigest()[:32]}"'
    response = HttpResponse(lijf, content_type=soort, headers=_KOPPEN)
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={MINUUT}"
    antwoord = get_conditional_response(request, etag=etag, response=response)
    assert antwoord is not None
    for naam, waarde in _KOPPEN.items():
        antwoord.setdefault(naam, waarde)
    return antwoord


def probleem(status: int, titel: str, uitleg: str, **extra: Any) -> HttpResponse:
    """An error as RFC 9457 has it; never kept by a cache."""
    lijf = {"type": "about:blank", "status": status, "title": titel, "detail": uitleg, **extra}
    response = HttpResponse(
        json.dumps(lijf, ensure_ascii=False).encode(),
        content_type="application/problem+json",
        status=status,
        headers=_KOPPEN,
    )
    response["Cache-Control"] = "no-store"
    return response


def _verkeerde_vraag(fout: OngeldigeVraag) -> HttpResponse:
    melding = {"in": "query", "detail": str(fout), "location": {"name": fout.naam}}
    return probleem(400, "De vraag klopt niet", str(fout), errors=[melding])


def _andere_methode(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        response = HttpResponse(status=204, headers=_KOPPEN)
        response["Access-Control-Allow-Methods"] = METHODEN
        response["Access-Control-Allow-Headers"] = "If-None-Match"
    else:
        response = probleem(405, "Dit kan niet", "U kunt hier alleen lezen.")
    response["Allow"] = METHODEN
    return response


def alleen_lezen(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """GET, HEAD and the question what is allowed; what goes wrong becomes a problem.

    Exempt from the token of forms: nothing can be changed here, and a POST is told so in JSON.
    """

    @csrf_exempt
    @wraps(view)
    def antwoord(request: HttpRequest, **delen: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return _andere_methode(request)
        try:
            return view(request, **delen)
        except Http404 as fout:
            status = getattr(fout, "status", 404)
            return probleem(
                status, "Niet gevonden" if status == 404 else "Nu niet te lezen", str(fout)
            )
        except OngeldigeVraag as fout:
            return _verkeerde_vraag(fout)

    return antwoord


def bron(*parameters: str) -> Callable[..., Callable[..., HttpResponse]]:
    """A view that gives plain values: `view(request, **parts) -> Any`. A parameter that the resource
    does not know is refused, so that a typing error is never read as "no filter"."""

    def maak(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
        @alleen_lezen
        @wraps(view)
        def antwoord(request: HttpRequest, **delen: Any) -> HttpResponse:
            for naam in request.GET:
                if naam not in parameters:
                    kan = ", ".join(parameters) or "geen"
                    raise OngeldigeVraag(naam, f"‘{naam}’ kent deze bron niet. Wel: {kan}.")
            return json_antwoord(request, view(request, **delen))

        return antwoord

    return maak

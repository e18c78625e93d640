"""A page of a publication is drawn once; after that its stored, compressed bytes are sent.

The key is the ETag: a fingerprint of all that the page is drawn from (the snapshot, what else the
reader may open, the code). So nothing stored can be stale, and nothing has to be thrown away when
an edition is published, corrected or withdrawn. Only what everybody may read is stored; who may
read is decided before this module is asked, by the clock in the query.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

GROOTST = 100_000  # bytes of a body; larger ones are made or fetched again
DAG = 24 * 3600
_SAMEN_TE_PERSEN = ("text/", "application/json", "application/ld+json", "application/atom+xml")
_VRAGEN = {"versie"}  # other questions are the reader's own: too many to keep


def wil_gzip(request: HttpRequest) -> bool:
    """Does the reader take compressed pages?"""
    delen = request.headers.get("Accept-Encoding", "").replace(" ", "").lower().split(",")
    return "gzip" in delen


def mag_bewaren(request: HttpRequest) -> bool:
    return request.method == "GET" and set(request.GET) <= _VRAGEN


def bewaard(
    request: HttpRequest, merk: str, maak: Callable[[], HttpResponse], *, klein: bool
) -> HttpResponse:
    """The page under this mark (its ETag), drawn by `maak` when it was not drawn before.

    `klein` sends text compressed. A response that is not a plain 200, or that sets a cookie, is
    passed on as it is and not stored.
    """
    sleutel = f"{merk[1:-1]}:{request.scheme}:{request.get_host()}:{request.path}"
    gevonden = caches["paginas"].get(sleutel)
    if gevonden is None:
        response = maak()
        if response.status_code != 200 or response.streaming or response.cookies:
            return response
        gevonden = _inpakken(response, klein=klein)
        if len(gevonden[0]) <= GROOTST:
            caches["paginas"].set(sleutel, gevonden, DAG)
    return _uitpakken(*gevonden)


def _inpakken(response: HttpResponse, *, klein: bool) -> tuple[bytes, dict[str, str]]:
    koppen = dict(response.items())
    if not klein or not koppen.get("Content-Type", "").startswith(_SAMEN_TE_PERSEN):
        return response.content, koppen
    return gzip.compress(response.content, mtime=0), koppen | {"Content-Encoding": "gzip"}


def _uitpakken(inhoud: bytes, koppen: dict[str, str]) -> HttpResponse:
    response = HttpResponse(inhoud, headers=koppen)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response

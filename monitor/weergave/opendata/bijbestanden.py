"""What stands beside the files of an edition: its metadata, and everything in one package.

Not a function of the snapshot alone: they also say where the edition is, which version, and since when.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest

from monitor.weergave.opendata.alles import zip_uitgave
from monitor.weergave.opendata.bestandslijst import bestandslijst
from monitor.weergave.opendata.dcat import Dcat
from monitor.weergave.opendata.rdf import Knoop, als_jsonld, als_turtle
from monitor.weergave.publicaties import Gelezen

SOORTEN = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "zip": "application/zip",
}
SCHRIJF: dict[str, Callable[[list[Knoop]], bytes]] = {"ttl": als_turtle, "jsonld": als_jsonld}


def wortel(request: HttpRequest) -> str:
    """The address of the site, without a slash at the end."""
    return str(settings.BASIS_ADRES or request.build_absolute_uri("/")).rstrip("/")


def maak(request: HttpRequest, gelezen: Gelezen, formaat: str) -> bytes:
    """The metadata or the package of an edition; `formaat` is one of `SOORTEN`.

    An edition for the council alone has a package without metadata. Raises `Http404` for its metadata.
    """
    if gelezen.kop is None or not gelezen.kop.is_openbaar:
        if formaat != "zip":
            raise Http404("Een beschrijving voor dataportalen is er alleen van openbare monitors.")
        return zip_uitgave(gelezen, [])
    dcat = Dcat(gelezen.inhoud["gemeente"], wortel(request))
    knopen = dcat.uitgave(gelezen, bestandslijst(gelezen))
    return zip_uitgave(gelezen, knopen) if formaat == "zip" else SCHRIJF[formaat](knopen)

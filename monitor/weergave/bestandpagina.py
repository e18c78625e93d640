"""A file of an edition: made from the same snapshot as the pages, or taken as it was kept."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.documenten import BEWAARD, bewaarde_bytes, nu_maken
from monitor.publiceren.nota.docx import maak_docx
from monitor.publiceren.nota.odt import maak_odt
from monitor.weergave.document.pdf import REDEN, GeenPdf, kan_pdf, maak_pdf
from monitor.weergave.opendata import bijbestanden
from monitor.weergave.publicaties import Gelezen

WACHT = 10  # seconds until the page asks again
# Of a draft: only the documents, that say on each page that it is one.
CONCEPT: dict[str, Callable[..., bytes]] = {"odt": maak_odt, "docx": maak_docx, "pdf": maak_pdf}


def bestand(request: HttpRequest, gelezen: Gelezen, formaat: str) -> HttpResponse:
    if gelezen.is_concept:
        return _concept(gelezen, formaat)
    if formaat in BEWAARD:
        return _bewaard(request, gelezen, formaat)
    if formaat in bijbestanden.SOORTEN:
        lijf = bijbestanden.maak(request, gelezen, formaat)
        return _stuur(gelezen, formaat, lijf, bijbestanden.SOORTEN[formaat])
    if formaat not in FORMATEN:
        raise Http404("Dit bestand is er niet. De cijfers zijn er als CSV.")
    maker, soort = FORMATEN[formaat]
    return _stuur(gelezen, formaat, maker(gelezen.inhoud), soort)


def _bewaard(request: HttpRequest, gelezen: Gelezen, formaat: str) -> HttpResponse:
    """The kept bytes; while they are being made, a page that says so and asks again."""
    publicatie = gelezen.kop.pk if gelezen.kop else 0
    data = bewaarde_bytes(publicatie, formaat) or nu_maken(publicatie, formaat)
    if data is not None:
        return _stuur(gelezen, formaat, data, BEWAARD[formaat][1])
    kan = kan_pdf()
    context: dict[str, Any] = {"gelezen": gelezen, "adressen": gelezen.adressen, "reden": REDEN}
    context |= {"kan": kan, "formaat": formaat, "uitgave": gelezen.uitgave}
    response = render(request, "weergave/wordt_gemaakt.html", context, status=202 if kan else 404)
    if kan:
        response["Retry-After"] = response["Refresh"] = str(WACHT)
    return response


def _concept(gelezen: Gelezen, formaat: str) -> HttpResponse:
    if formaat not in CONCEPT:
        raise Http404("Dit bestand is er pas na publicatie.")
    soort = BEWAARD[formaat][1] if formaat in BEWAARD else FORMATEN[formaat][1]
    try:
        data = CONCEPT[formaat](gelezen.inhoud, concept=True)
    except GeenPdf as fout:
        return HttpResponse(str(fout), status=404, content_type="text/plain; charset=utf-8")
    return _stuur(gelezen, formaat, data, soort)


def _stuur(gelezen: Gelezen, formaat: str, data: bytes, soort: str) -> HttpResponse:
    concept = "concept-" if gelezen.is_concept else ""
    naam = (
        f"{concept}monitor-{gelezen.inhoud['gemeente']['slug']}-{gelezen.uitgave['slug']}.{formaat}"
    )
    response = HttpResponse(data, content_type=soort)
    response["Content-Disposition"] = f'attachment; filename="{naam}"'
    if gelezen.kop and gelezen.kop.is_openbaar:
        response["Access-Control-Allow-Origin"] = "*"
    return response

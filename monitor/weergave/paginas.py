"""What stands on each page of an edition, as a function of its snapshot.

The views give it a publication, the preview gives it a draft; the page does not know the difference.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from monitor.publiceren.nota.lezen import nota_van
from monitor.weergave import indeling
from monitor.weergave.antwoord import toon
from monitor.weergave.cijferpagina import cijfer_context, cijfers_context
from monitor.weergave.publicaties import Gelezen


def uitgave(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    inhoud = gelezen.inhoud
    return toon(
        request,
        gelezen,
        "weergave/uitgave.html",
        plek="monitor",
        kaarten=indeling.kaarten(inhoud),
        geld=indeling.geld(inhoud),
        veranderd=indeling.per_hoofdstuk(inhoud, [r for r in inhoud["veranderd"] if r["verschil"]]),
        onvergeleken=[r for r in inhoud["veranderd"] if not r["verschil"]],
    )


def hoofdstuk(request: HttpRequest, gelezen: Gelezen, hoofdstuk: str) -> HttpResponse:
    deel = gelezen.hoofdstuk(hoofdstuk)
    zonder, met = indeling.streefwaarden(deel)
    vorig, volgend = indeling.buren(gelezen.inhoud["hoofdstukken"], deel)
    return toon(
        request,
        gelezen,
        "weergave/hoofdstuk.html",
        plek="monitor",
        hoofdstuk=deel,
        secties=indeling.secties(deel),
        niet_bijgewerkt=indeling.niet_bijgewerkt(deel, gelezen.inhoud["indicatoren"]),
        zonder_streefwaarde=zonder,
        heeft_stoplicht=met,
        cijferlijst=indeling.cijferlijst(deel, gelezen.inhoud["indicatoren"]),
        vorig_hoofdstuk=vorig,
        volgend_hoofdstuk=volgend,
    )


def nota(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    nota = nota_van(gelezen.inhoud)
    return toon(request, gelezen, "weergave/nota.html", plek="nota", nota=nota)


def cijfers(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    context = cijfers_context(gelezen)
    return toon(request, gelezen, "weergave/cijfers.html", plek="cijfers", **context)


def cijfer(request: HttpRequest, gelezen: Gelezen, indicator: str) -> HttpResponse:
    context: dict[str, Any] = cijfer_context(gelezen, gelezen.indicator(indicator))
    inbreng = gelezen.inhoud.get("inbreng", [])
    context["inbreng"] = [r for r in inbreng if r["indicator"] == indicator]
    return toon(request, gelezen, "weergave/cijfer.html", plek="cijfers", **context)


def vragen(request: HttpRequest, gelezen: Gelezen) -> HttpResponse:
    """What the council said, open first; and the figures that were promised for later."""
    inhoud = gelezen.inhoud
    inbreng = inhoud.get("inbreng", [])
    context = {
        "open": [r for r in inbreng if r["is_open"]],
        "beantwoord": [r for r in inbreng if not r["is_open"]],
        "beloofd": [r for r in inhoud["niet_bijgewerkt"] if r["nieuw_cijfer"]],
    }
    return toon(request, gelezen, "weergave/vragen.html", plek="vragen", **context)

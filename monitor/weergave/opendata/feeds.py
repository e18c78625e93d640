"""Atom feeds of new editions and corrections: of all gemeenten, and of one. Only what is open now."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed

from monitor.models import Gemeente, Publicatie
from monitor.weergave.adressen import Adressen
from monitor.weergave.publicaties import get_gemeente

MEESTE = 50


class Nieuw(Feed):
    """New editions and corrections of every gemeente, the newest first. One query."""

    feed_type = Atom1Feed
    language = "nl"
    title = "Monitor sociaal domein: nieuwe uitgaven en correcties"
    subtitle = "Van alle gemeenten op deze site."
    author_name = "Monitor sociaal domein"

    def link(self, obj: Gemeente | None) -> str:
        return reverse("weergave:start")

    def feed_guid(self, obj: Gemeente | None) -> str:
        return f"tag:raadsmonitor,2026:{obj.slug if obj else ''}"

    def items(self, obj: Gemeente | None) -> list[Publicatie]:
        rijen = (
            Publicatie.objects.published()
            .visible_to(AnonymousUser())
            .select_related("uitgave__gemeente", "uitgave__periode")
            .defer("inhoud")
            .order_by("-openbaar_vanaf", "-pk")
        )
        return list((rijen.filter(uitgave__gemeente=obj) if obj else rijen)[:MEESTE])

    def item_title(self, item: Any) -> str:
        correctie = f" (correctie, versie {item.versie})" if item.versie > 1 else ""
        verzonnen = " (verzonnen gemeente)" if item.uitgave.gemeente.is_fictief else ""
        return f"{item.uitgave.gemeente.naam}{verzonnen}: {item.uitgave.titel}{correctie}"

    def item_description(self, item: Any) -> str:
        return item.notitie or f"Een nieuwe monitor over {item.uitgave.periode}."

    def item_link(self, item: Publicatie) -> str:
        """The version itself, so that the link says the same for ever."""
        slug = item.uitgave.gemeente.slug
        return Adressen(slug, item.uitgave.slug, versie=item.versie).uitgave()

    def item_guid(self, item: Publicatie) -> str:
        return (
            f"tag:raadsmonitor,2026:{item.uitgave.gemeente.slug}/{item.uitgave.slug}/{item.versie}"
        )

    def item_pubdate(self, item: Publicatie) -> datetime:
        return item.openbaar_vanaf

    def item_updateddate(self, item: Publicatie) -> datetime:
        return item.openbaar_vanaf

    def item_author_name(self, item: Publicatie) -> str:
        return f"Gemeente {item.uitgave.gemeente.naam}"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """With an ETag, and to be kept for five minutes by anybody: it is the same for all."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        response = super().__call__(request, *args, **kwargs)
        etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        antwoord = get_conditional_response(request, etag=etag, response=response)
        assert isinstance(antwoord, HttpResponse)
        antwoord["ETag"] = etag
        antwoord["Cache-Control"] = "public, max-age=300"
        antwoord["Access-Control-Allow-Origin"] = "*"
        return antwoord


class NieuwVanGemeente(Nieuw):
    def get_object(self, request: HttpRequest, gemeente: str) -> Gemeente:
        try:
            return get_gemeente(gemeente)
        except Http404 as fout:
            raise Http404(str(fout)) from None

    def title(self, obj: Gemeente) -> str:  # type: ignore[override]
        return f"Monitor sociaal domein van {obj.naam}: nieuwe uitgaven en correcties"

    def subtitle(self, obj: Gemeente) -> str:  # type: ignore[override]
        return "Deze gemeente is verzonnen." if obj.is_fictief else ""

    def link(self, obj: Gemeente | None) -> str:
        assert obj is not None
        return reverse("weergave:gemeente", args=[obj.slug])

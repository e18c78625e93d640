"""For search engines: what there is, and what is not for them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from monitor.models import Publicatie
from monitor.weergave.adressen import Adressen

_NIET = ("/admin/", "/bijwerken/", "/inloggen/", "/uitloggen/")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    kaart = request.build_absolute_uri(reverse("weergave:sitemap"))
    regels = ["User-agent: *", *(f"Disallow: {adres}" for adres in _NIET), "", f"Sitemap: {kaart}"]
    return HttpResponse("\n".join([*regels, ""]), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    """The pages of every open edition, in their newest version. One query."""
    delen = "".join(
        f"<url><loc>{escape(request.build_absolute_uri(adres))}</loc>"
        + (f"<lastmod>{wanneer}</lastmod>" if wanneer else "")
        + "</url>\n"
        for adres, wanneer in _paginas()
    )
    ruimte = "http://www.sitemaps.org/schemas/sitemap/0.9"
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{ruimte}">\n{delen}</urlset>\n'
    return HttpResponse(xml, content_type="application/xml")


def _paginas() -> Iterator[tuple[str, str]]:
    """(address, day of the last change)."""
    yield reverse("weergave:start"), ""
    rijen = (
        Publicatie.objects.published()
        .visible_to(AnonymousUser())
        .values_list("uitgave__gemeente__slug", "uitgave__periode__code", "openbaar_vanaf")
        .order_by("uitgave__gemeente__slug", "-uitgave__peildatum", "-versie")
    )
    gezien: set[tuple[str, str]] = set()
    for gemeente, uitgave, vanaf in rijen:
        adressen, dag = Adressen(gemeente, uitgave), timezone.localdate(vanaf).isoformat()
        if gemeente not in {g for g, _ in gezien}:
            yield from (
                (a, dag) for a in (adressen.gemeente(), adressen.uitgaven(), adressen.over())
            )
        if (gemeente, uitgave) not in gezien:
            yield from (
                (a, dag) for a in (adressen.uitgave(), adressen.cijfers(), adressen.bestanden())
            )
        gezien.add((gemeente, uitgave))

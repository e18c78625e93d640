"""The builder: one page with the chapters, blocks and rules of an edition, to order and to open."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from monitor import rechten
from monitor.models import Blok, Blokregel, Hoofdstuk, Uitgave

_IN_UITGAVE = {
    "hoofdstuk": (Hoofdstuk, "uitgave", "uitgave_id"),
    "blok": (Blok, "hoofdstuk__uitgave", "hoofdstuk_id"),
    "regel": (Blokregel, "blok__hoofdstuk__uitgave", "blok_id"),
}


class Opbouw(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        view = self.admin_site.admin_view(
            require_http_methods(["GET", "HEAD", "POST"])(self.opbouw)
        )
        return [
            path("<int:pk>/opbouw/", view, name="monitor_uitgave_opbouw"),
            *super().get_urls(),
        ]

    def opbouw(self, request, pk: int):
        uitgave = self.get_object_or_404(request, str(pk))
        mag = rechten.mag(request.user, "monitor.change_blok", uitgave.gemeente_id)
        mag = mag and not uitgave.reden_vast
        if request.method == "POST":
            if not mag:
                raise PermissionDenied
            anker = verplaats(
                uitgave,
                request.POST.get("wat", ""),
                request.POST.get("id", ""),
                omhoog=request.POST.get("richting") == "op",
            )
            adres = reverse("admin:monitor_uitgave_opbouw", args=[uitgave.pk])
            return HttpResponseRedirect(f"{adres}#{anker}")
        context = self.admin_site.each_context(request) | {
            "title": f"Opbouw: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            "mag_wijzigen": mag,
            "hoofdstukken": hoofdstukken_van(uitgave),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/opbouw.html", context)


def hoofdstukken_van(uitgave: Uitgave) -> models.QuerySet[Hoofdstuk]:
    """All of an edition in three queries."""
    regels = Blokregel.objects.select_related("indicator", "per_dimensie")
    return uitgave.hoofdstukken.prefetch_related(
        "blokken", models.Prefetch("blokken__regels", queryset=regels)
    )


@transaction.atomic
def verplaats(uitgave: Uitgave, wat: str, nummer: str, *, omhoog: bool) -> str:
    """Move a chapter, block or rule one place; returns its anchor. Raises `Http404` outside it."""
    if wat not in _IN_UITGAVE or not nummer.isdigit():
        raise Http404
    model, pad, ouder = _IN_UITGAVE[wat]
    rij = model.objects.filter(**{pad: uitgave}, pk=int(nummer)).first()
    if rij is None:
        raise Http404
    buren = list(model.objects.filter(**{ouder: getattr(rij, ouder)}).order_by("volgorde", "pk"))
    plek = buren.index(rij)
    doel = plek - 1 if omhoog else plek + 1
    if 0 <= doel < len(buren):
        buren[plek], buren[doel] = buren[doel], buren[plek]
    for i, buur in enumerate(buren):
        buur.volgorde = (i + 1) * 10
    model.objects.bulk_update(buren, ["volgorde"])
    return f"{wat}-{rij.pk}"

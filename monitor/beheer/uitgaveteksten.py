"""The texts of a copied edition: to confirm or rewrite on one page, and beside the previous edition."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from monitor import rechten
from monitor.models import Uitgave
from monitor.publiceren.naast import OUD, naast
from monitor.publiceren.nalopen import Invulling, groepen, merkteken, naam, verwerk


class Uitgaveteksten(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        view = self.admin_site.admin_view
        teksten = view(require_http_methods(["GET", "HEAD", "POST"])(self.teksten))
        naast_ = view(require_safe(self.naast))
        return [
            path("<int:pk>/teksten/", teksten, name="monitor_uitgave_teksten"),
            path("<int:pk>/naast/", naast_, name="monitor_uitgave_naast"),
            *super().get_urls(),
        ]

    def teksten(self, request, pk: int):
        """Every copied text that is still open, a form for each chapter."""
        uitgave = self.get_object_or_404(request, str(pk))
        mag = rechten.mag(request.user, "monitor.change_hoofdstuk", uitgave.gemeente_id)
        mag = mag and not uitgave.reden_vast
        if request.method == "POST":
            if not mag:
                raise PermissionDenied
            return self._verwerk(request, uitgave)
        lijst = groepen(uitgave)
        context = self.admin_site.each_context(request) | {
            "title": f"Teksten nalopen: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            "mag_wijzigen": mag,
            "groepen": [
                {
                    "titel": g.titel,
                    "nummer": g.hoofdstuk.pk if g.hoofdstuk else 0,
                    "klaar": len(g.teksten) - len(g.open),
                    "open": [{"t": t, "naam": naam(t), "getoond": merkteken(t.nu)} for t in g.open],
                }
                for g in lijst
            ],
            "aantal_open": sum(len(g.open) for g in lijst),
            "aantal": sum(len(g.teksten) for g in lijst),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/teksten.html", context)

    def _verwerk(self, request, uitgave: Uitgave) -> HttpResponseRedirect:
        try:
            gedaan, mis = verwerk(uitgave, _invullingen(request.POST), by=request.user)
        except ValidationError as fout:
            gedaan, mis = 0, list(fout.messages)
        for tekst in mis:
            self.message_user(request, tekst, messages.ERROR)
        if gedaan:
            self.log_change(request, uitgave, f"Teksten nagelopen: {gedaan}")
            woord = "1 tekst" if gedaan == 1 else f"{gedaan} teksten"
            self.message_user(request, f"{woord} bevestigd of herschreven.")
        elif not mis:
            self.message_user(request, "Vink aan wat klopt, of herschrijf het.", messages.WARNING)
        adres = reverse("admin:monitor_uitgave_teksten", args=[uitgave.pk])
        return HttpResponseRedirect(adres)

    def naast(self, request, pk: int):
        """The draft beside the previous edition."""
        uitgave = self.get_object_or_404(request, str(pk), "preview")
        gevonden = naast(uitgave)
        context = self.admin_site.each_context(request) | {
            "title": f"Naast de vorige uitgave: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            "naast": gevonden,
            "aantal_oud": sum(t.stand == OUD for t in gevonden.teksten),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/naast.html", context)


def _invullingen(post) -> list[Invulling]:
    """What was posted of one chapter: its texts, the ticks, and what the page showed."""
    alles = post.get("doe") == "alles"
    nummers = [k.removeprefix("was-") for k in post if k.startswith("was-")]
    return [
        Invulling(
            nummer=int(n),
            tekst=post.get(f"tekst-{n}", ""),
            klopt=alles or f"goed-{n}" in post,
            getoond=post[f"was-{n}"],
        )
        for n in nummers
        if n.isdecimal() and len(n) < 19
    ]

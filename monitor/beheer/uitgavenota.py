"""The note to the council of one edition: its sections on one page, and the way to its preview."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from monitor import rechten
from monitor.beheer.verwijskiezer import BEWERKINGEN
from monitor.models import Uitgave
from monitor.publiceren.kiezer import keuzes
from monitor.publiceren.nalopen import merkteken
from monitor.publiceren.nota.bewaren import Geschreven, bewaar_nota
from monitor.publiceren.nota.vormen import SETS, Notabron, begin_vorm, lees_nota


class Uitgavenota(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        nota = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(self.nota))
        return [path("<int:pk>/nota/", nota, name="monitor_uitgave_nota"), *super().get_urls()]

    def nota(self, request, pk: int):
        """Write the sections; while the gemeente has none of its own, choose where to begin."""
        uitgave = self.get_object_or_404(request, str(pk))
        bron = lees_nota(uitgave)
        if request.method == "POST":
            return self._begin(request, uitgave) if not bron.vorm.pk else self._bewaar(
                request, uitgave, bron
            )  # fmt: skip
        context = self.admin_site.each_context(request) | {
            "title": f"Nota aan de raad: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            "vorm": bron.vorm,
            "sets": {naam: [kop for _, kop, _, _ in regels] for naam, regels in SETS.items()},
            "secties": _secties(bron),
            **self._mag(request, uitgave),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/nota.html", context)

    def _mag(self, request, uitgave: Uitgave) -> dict[str, object]:
        def mag(recht: str) -> bool:
            return rechten.mag(request.user, f"monitor.{recht}", uitgave.gemeente_id)

        cijfers = mag("view_waarneming") and mag("change_notatekst")
        return {
            "mag_wijzigen": mag("change_notatekst") and not uitgave.reden_vast,
            "mag_beginnen": mag("add_notavorm"),
            "mag_indelen": mag("change_notavorm"),
            "mag_voorbeeld": mag("preview_uitgave"),
            "verwijzingen": keuzes(uitgave) if cijfers else [],
            "bewerkingen": BEWERKINGEN,
        }

    def _begin(self, request, uitgave: Uitgave) -> HttpResponseRedirect:
        if not rechten.mag(request.user, "monitor.add_notavorm", uitgave.gemeente_id):
            raise PermissionDenied
        try:
            vorm = begin_vorm(uitgave.gemeente, request.POST.get("welke", ""))
        except ValidationError as fout:
            self.message_user(request, " ".join(fout.messages), messages.ERROR)
        else:
            self.message_user(
                request, f"De indeling ‘{vorm.naam}’ staat klaar. Schrijf nu de tekst."
            )
        return _naar("nota", uitgave)

    def _bewaar(self, request, uitgave: Uitgave, bron: Notabron) -> HttpResponseRedirect:
        if uitgave.reden_vast or not rechten.mag(
            request.user, "monitor.change_notatekst", uitgave.gemeente_id
        ):
            raise PermissionDenied
        gedaan, mis = bewaar_nota(uitgave, bron, _geschreven(request.POST, bron), by=request.user)
        for tekst in mis:
            self.message_user(request, tekst, messages.ERROR)
        if gedaan:
            self.log_change(request, uitgave, f"Nota: {gedaan} secties geschreven")
            woord = "1 sectie" if gedaan == 1 else f"{gedaan} secties"
            self.message_user(request, f"{woord} bewaard.")
        elif not mis:
            self.message_user(request, "Er is niets veranderd.", messages.WARNING)
        if request.POST.get("doe") == "bekijk" and not mis:
            adres = reverse("admin:monitor_uitgave_voorbeeld_pagina", args=[uitgave.pk, "nota/"])
            return HttpResponseRedirect(adres)
        return _naar("nota", uitgave)


def _naar(naam: str, uitgave: Uitgave) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"admin:monitor_uitgave_{naam}", args=[uitgave.pk]))


def _secties(bron: Notabron) -> list[dict[str, object]]:
    rijen = []
    for sectie in bron.secties:
        rij = bron.teksten.get(sectie.code)
        tekst = rij.tekst if rij else ""
        rijen.append({"sectie": sectie, "tekst": tekst, "getoond": merkteken(tekst)})
    return rijen


def _geschreven(post, bron: Notabron) -> dict[str, Geschreven]:
    return {
        s.code: Geschreven(post.get(f"tekst-{s.code}", ""), post[f"was-{s.code}"])
        for s in bron.secties
        if f"was-{s.code}" in post
    }

"""The cockpit of an edition: who still owes what, the open doubts, blanks on purpose, approval."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monitor import rechten
from monitor.beheer.cockpitbeeld import Lijst, maak_lijst, taken_voor
from monitor.invoer.cockpit import CockpitFout, geef_akkoord, stel_op, zet_leeg
from monitor.invoer.twijfels import TwijfelFout, controleer_uitgave, verklaar
from monitor.models import Twijfel, Uitgave
from monitor.publiceren.inbreng import lees_inbreng

KIJKEN, VULLEN = "monitor.view_waarneming", "monitor.change_waarneming"
ZIEN, VERKLAREN = "monitor.view_twijfel", "monitor.change_twijfel"
AKKOORD = "monitor.approve_uitgave"


class Cockpit(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        def stap(deel: str, view, naam: str):
            adres = f"<int:pk>/{deel}/"
            return path(adres, self.admin_site.admin_view(view), name=f"monitor_uitgave_{naam}")

        lezen_en_posten = require_http_methods(["GET", "HEAD", "POST"])
        return [
            stap("cockpit", require_safe(self.cockpit), "cockpit"),
            stap("cockpit/akkoord", require_POST(self.cockpit_akkoord), "akkoord"),
            stap("twijfels", lezen_en_posten(self.cockpit_twijfels), "twijfels"),
            stap("twijfels/leeg", require_POST(self.cockpit_leeg), "leeg"),
            stap("twijfels/opnieuw", require_POST(self.cockpit_hercontrole), "hercontrole"),
            *super().get_urls(),
        ]

    def _cockpituitgave(self, request, pk: int, recht: str) -> Uitgave:
        """403 without the right, 404 outside the gemeente."""
        if not rechten.mag(request.user, recht):
            raise PermissionDenied
        uitgave = self.get_object_or_404(request, str(pk))
        if not rechten.mag(request.user, recht, uitgave.gemeente_id):
            raise PermissionDenied
        return uitgave

    def _cockpit_toon(self, request, template: str, uitgave: Uitgave, titel: str, **context: Any):
        mag = {
            f"mag_{naam}": rechten.mag(request.user, recht, uitgave.gemeente_id)
            for naam, recht in (("vullen", VULLEN), ("verklaren", VERKLAREN), ("akkoord", AKKOORD))
        }
        context |= self.admin_site.each_context(request) | mag
        context |= {"title": f"{titel}: {uitgave}", "opts": self.opts, "uitgave": uitgave}
        return TemplateResponse(request, f"admin/cockpit/{template}.html", context)

    def cockpit(self, request, pk: int):
        uitgave = self._cockpituitgave(request, pk, KIJKEN)
        stand = stel_op(uitgave, vandaag=timezone.localdate())
        taken = taken_voor(request, stand)
        context = {"stand": stand, "taken": taken, "inbreng": lees_inbreng(uitgave)}
        return self._cockpit_toon(request, "cockpit", uitgave, "Cockpit", **context)

    def cockpit_akkoord(self, request, pk: int):
        uitgave = self._cockpituitgave(request, pk, AKKOORD)
        gekozen = request.POST.get("hoofdstuk", "")
        try:
            akkoord = geef_akkoord(
                uitgave, int(gekozen) if _is_nummer(gekozen) else 0, by=request.user
            )
        except CockpitFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
        else:
            self.log_change(request, uitgave, f"Akkoord op {akkoord.hoofdstuk}")
            self.message_user(request, f"U bent akkoord met ‘{akkoord.hoofdstuk}’.")
        return _naar("cockpit", uitgave)

    def cockpit_twijfels(self, request, pk: int):
        """Everything open of the edition; posted, an explanation of one doubt."""
        if request.method == "POST":
            return self._cockpit_verklaar(request, self._cockpituitgave(request, pk, VERKLAREN))
        uitgave = self._cockpituitgave(request, pk, ZIEN)
        stand = stel_op(uitgave, vandaag=timezone.localdate())
        lijst: Lijst = maak_lijst(request, stand)
        return self._cockpit_toon(
            request, "twijfels", uitgave, "Twijfels", stand=stand, lijst=lijst
        )

    def _cockpit_verklaar(self, request, uitgave: Uitgave):
        nummer = request.POST.get("twijfel", "")
        eigen = Twijfel.objects.filter(gemeente_id=uitgave.gemeente_id)
        twijfel = eigen.filter(pk=int(nummer)).first() if _is_nummer(nummer) else None
        try:
            if twijfel is None:
                raise TwijfelFout("Deze twijfel is er niet meer.")
            verklaar(twijfel, request.POST.get("toelichting", ""), by=request.user)
        except TwijfelFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
        else:
            self.message_user(request, "De uitleg is bewaard bij het cijfer.")
        return _naar("twijfels", uitgave, request)

    def cockpit_leeg(self, request, pk: int):
        """Leave an expected figure empty on purpose, with the reason."""
        uitgave = self._cockpituitgave(request, pk, VULLEN)
        reden = request.POST.get("reden", "")
        try:
            naam = zet_leeg(uitgave, request.POST.get("rij", ""), reden, by=request.user)
        except CockpitFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
        else:
            tekst = "blijft zoals het is" if reden.strip() else "wordt weer verwacht"
            self.message_user(request, f"‘{naam}’ {tekst}.")
        return _naar("twijfels", uitgave, request)

    def cockpit_hercontrole(self, request, pk: int):
        uitgave = self._cockpituitgave(request, pk, VERKLAREN)
        controleer_uitgave(uitgave)
        self.message_user(request, "Alle cijfers van deze uitgave zijn opnieuw gecontroleerd.")
        return _naar("twijfels", uitgave, request)


def _is_nummer(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdecimal() and len(tekst) < 15


def _naar(stap: str, uitgave: Uitgave, request=None) -> HttpResponseRedirect:
    keuze = request.GET.urlencode() if request else ""
    adres = reverse(f"admin:monitor_uitgave_{stap}", args=[uitgave.pk])
    return HttpResponseRedirect(adres + (f"?{keuze}" if keuze else ""))

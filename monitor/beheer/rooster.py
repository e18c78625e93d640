"""The entry grid of an edition: look, save a cell, save all, and the spreadsheet that goes round."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monitor import rechten
from monitor.beheer.cijferexport import als_bestand
from monitor.beheer.roosterbeeld import KEUZES, Beeld, als_json, maak_beeld
from monitor.beheer.roosterformulier import RekenbladForm
from monitor.invoer import achtergrond
from monitor.invoer.aanleveren import neem_in
from monitor.invoer.fouten import InvoerFout
from monitor.invoer.rondgang import SOORT as RONDGANG
from monitor.invoer.rondgang import maak_rekenblad
from monitor.invoer.rooster import reden_dicht, rijen_voor
from monitor.invoer.rooster_bewaren import bewaar, invoer_uit
from monitor.models import Aanlevering, Uitgave

KIJKEN, VULLEN = "monitor.view_waarneming", "monitor.change_waarneming"
MAX_CELLEN = 2000


class Rooster(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        def stap(deel: str, view, naam: str):
            adres = f"<int:pk>/rooster/{deel}"
            return path(adres, self.admin_site.admin_view(view), name=f"monitor_uitgave_{naam}")

        return [
            stap("", require_http_methods(["GET", "HEAD", "POST"])(self.rooster), "rooster"),
            stap("cellen/", require_POST(self.rooster_cellen), "rooster_cellen"),
            stap("rekenblad.xlsx", require_safe(self.rooster_xlsx), "rooster_xlsx"),
            stap("rekenblad.ods", require_safe(self.rooster_ods), "rooster_ods"),
            stap("inleveren/", require_POST(self.rooster_inleveren), "rooster_inleveren"),
            *super().get_urls(),
        ]

    def _roosteruitgave(self, request, pk: int, recht: str) -> Uitgave:
        """The edition, for who may see or fill its figures: 403 without the right, else 404."""
        if not rechten.mag(request.user, recht):
            raise PermissionDenied
        uitgave = self.get_object_or_404(request, str(pk))
        if not rechten.mag(request.user, recht, uitgave.gemeente_id):
            raise PermissionDenied
        return uitgave

    # -- the screen --------------------------------------------------------------------------------

    def rooster(self, request, pk: int):
        """The grid; posted, all changed cells are saved or none (this works without a script)."""
        if request.method == "POST":
            return self._bewaar_alles(request, self._roosteruitgave(request, pk, VULLEN))
        uitgave = self._roosteruitgave(request, pk, KIJKEN)
        return self._toon(request, uitgave, maak_beeld(request, rijen_voor(uitgave)))

    def _toon(self, request, uitgave: Uitgave, beeld: Beeld):
        dicht = reden_dicht(uitgave)
        mag = rechten.mag(request.user, VULLEN, uitgave.gemeente_id)
        context = self.admin_site.each_context(request) | {
            "title": f"Cijfers invullen: {uitgave}",
            "opts": self.opts,
            "is_nav_sidebar_enabled": False,  # the columns need the width
            "uitgave": uitgave,
            "beeld": beeld,
            "dicht": dicht,
            "mag_vullen": mag and not dicht,
            "keuzes": KEUZES,
            "rekenblad": RekenbladForm(),
        }
        return TemplateResponse(request, "admin/rooster/rooster.html", context)

    def _bewaar_alles(self, request, uitgave: Uitgave):
        invoer = invoer_uit(request.POST, _sleutels(request.POST))
        reden = request.POST.get("reden", "")[:400]
        try:
            uitslag = bewaar(uitgave, invoer, by=request.user, reden=reden, alles_of_niets=True)
        except InvoerFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
            return HttpResponseRedirect(_adres(uitgave))
        if uitslag.mis:
            beeld = maak_beeld(request, uitslag.rijen, uitslag=uitslag, invoer=invoer, reden=reden)
            return self._toon(request, uitgave, beeld)
        self.message_user(request, _gedaan(uitslag.opgeslagen), messages.SUCCESS)
        keuze = request.GET.urlencode()
        return HttpResponseRedirect(_adres(uitgave) + (f"?{keuze}" if keuze else ""))

    def rooster_cellen(self, request, pk: int):
        """Cells as they are filled in; each answers for itself."""
        uitgave = self._roosteruitgave(request, pk, VULLEN)
        invoer = invoer_uit(request.POST, _sleutels(request.POST))
        reden = request.POST.get("reden", "")[:400]
        try:
            uitslag = bewaar(uitgave, invoer, by=request.user, reden=reden)
        except InvoerFout as fout:
            return JsonResponse({"dicht": str(fout)})
        return JsonResponse(als_json(uitslag, uitgave.gemeente.drempel))

    # -- the spreadsheet ---------------------------------------------------------------------------

    def rooster_xlsx(self, request, pk: int):
        return self._rekenblad(request, pk, "xlsx")

    def rooster_ods(self, request, pk: int):
        return self._rekenblad(request, pk, "ods")

    def _rekenblad(self, request, pk: int, formaat: str):
        uitgave = self._roosteruitgave(request, pk, KIJKEN)
        naam = f"cijfers-{uitgave.gemeente.slug}-{uitgave.slug}.{formaat}"
        return als_bestand(maak_rekenblad(uitgave, formaat), naam, formaat)

    def rooster_inleveren(self, request, pk: int):
        """Take the filled in file in; what it changes is shown and confirmed at the delivery."""
        uitgave = self._roosteruitgave(request, pk, VULLEN)
        form = RekenbladForm(request.POST, request.FILES)
        if not form.is_valid():
            self.message_user(request, "Kies eerst het ingevulde rekenblad.", messages.ERROR)
            return HttpResponseRedirect(_adres(uitgave))
        bestand = form.cleaned_data["bestand"]
        try:
            levering = _neem_in(uitgave, bestand.name, bestand.read(), by=request.user)
        except InvoerFout as fout:  # there was no room to keep the file
            self.message_user(request, str(fout), messages.ERROR)
            return HttpResponseRedirect(_adres(uitgave))
        return HttpResponseRedirect(reverse("admin:monitor_aanlevering_change", args=[levering.pk]))


def _neem_in(uitgave: Uitgave, naam: str, inhoud: bytes, *, by: Any) -> Aanlevering:
    """Check it now, or let a worker do it when it is large."""
    soort = RONDGANG.voor(uitgave)
    if achtergrond.is_groot(inhoud):
        return achtergrond.neem_in(uitgave.gemeente, soort, naam, inhoud, by=by, uitgave=uitgave)
    levering, _ = neem_in(uitgave.gemeente, soort, naam, inhoud, by=by)
    levering.uitgave = uitgave
    levering.save(update_fields=["uitgave"])
    return levering


def _adres(uitgave: Uitgave) -> str:
    return reverse("admin:monitor_uitgave_rooster", args=[uitgave.pk])


def _sleutels(velden: Any) -> list[str]:
    """The rows that were posted; a bound, so that no request can ask for endless work."""
    return [naam[2:] for naam in velden if naam.startswith("w-")][:MAX_CELLEN]


def _gedaan(aantal: int) -> str:
    if not aantal:
        return "Er was niets veranderd."
    return f"{aantal} cijfer{'s' if aantal > 1 else ''} opgeslagen."

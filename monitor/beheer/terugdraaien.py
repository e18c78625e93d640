"""At a delivery: take it back, and get a refused spreadsheet with its errors marked."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from monitor import rechten
from monitor.beheer.cijferexport import als_bestand
from monitor.invoer import achtergrond, gemarkeerd
from monitor.invoer.aanleveren import controleer_bestand
from monitor.invoer.fouten import Fout, LeesFout
from monitor.invoer.gemarkeerd import met_meldingen
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.soorten import get_soort
from monitor.invoer.terugdraaien import SOORTEN, TerugdraaiFout, draai_terug
from monitor.invoer.terugdraaien_groot import RECHT, WERK, bekijk_eerste, is_groot, vraag_terug
from monitor.models import Aanlevering
from monitor.models.enums import AanleveringStand


class Terugdraaien(admin.ModelAdmin):
    """Mixed into the admin of deliveries."""

    def get_urls(self):
        def stap(deel: str, view, naam: str):
            adres = f"<int:pk>/{deel}/"
            return path(adres, self.admin_site.admin_view(view), name=f"monitor_aanlevering_{naam}")

        posten = require_http_methods(["GET", "HEAD", "POST"])
        return [
            stap("terugdraaien", posten(self.terugdraaien), "terugdraaien"),
            stap("meldingen", require_safe(self.meldingen), "meldingen"),
            *super().get_urls(),
        ]

    def terugdraaien(self, request, pk: int):
        """First what would happen, then the button with the reason."""
        if not rechten.mag(request.user, RECHT):
            raise PermissionDenied
        aanlevering = self.get_object_or_404(request, str(pk))
        if not rechten.mag(request.user, RECHT, aanlevering.gemeente_id):
            raise PermissionDenied
        redenen: list[str] = []
        reden = request.POST.get("reden", "")[:400]
        if request.method == "POST":
            try:
                return self._draai_terug(request, aanlevering, reden)
            except TerugdraaiFout as fout:
                redenen = fout.redenen
        voorstel = bekijk_eerste(aanlevering)
        context = self.admin_site.each_context(request) | {
            "title": f"Terugdraaien: {aanlevering}",
            "opts": self.opts,
            "aanlevering": aanlevering,
            "voorstel": voorstel,
            "groot": is_groot(aanlevering),
            "redenen": redenen or voorstel.redenen,
            "reden": reden,
        }
        return TemplateResponse(request, "admin/rooster/terugdraaien.html", context)

    def _draai_terug(self, request, aanlevering: Aanlevering, reden: str):
        """A large one is done by a worker; the page of the new delivery shows how far it is."""
        if is_groot(aanlevering):
            terug = vraag_terug(aanlevering, by=request.user, reden=reden)
        else:
            terug = draai_terug(aanlevering, by=request.user, reden=reden)
            tekst = f"Teruggedraaid. Aantal cijfers dat weer staat zoals ervoor: {terug.gewijzigd}."
            self.message_user(request, tekst, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:monitor_aanlevering_change", args=[terug.pk]))

    def meldingen(self, request, pk: int):
        """The refused file as it came, with each wrong cell marked and what to do beside it."""
        aanlevering = self.get_object_or_404(request, str(pk))
        soort = get_soort(aanlevering.soort)
        if not kan_gemarkeerd(aanlevering) or soort is None:
            raise Http404("Dit bestand is niet afgekeurd, of er zijn geen cellen om te markeren.")
        with aanlevering.bestand.open("rb") as bestand:
            inhoud = bestand.read()
        naam = aanlevering.bestandsnaam
        fouten = [Fout(**f) for f in aanlevering.fouten]
        groot = achtergrond.is_groot(inhoud)
        if aanlevering.aantal_fouten > len(fouten) and not groot:
            fouten = controleer_bestand(aanlevering.gemeente, soort, naam, inhoud).fouten
        formaat = "ods" if naam.lower().endswith(".ods") else "xlsx"
        try:
            ruw = lees_bestand(naam, inhoud, soort.code)
            aantal = aanlevering.aantal_fouten
            kort = groot and not 0 < aanlevering.rijen <= gemarkeerd.HEEL
            uit = met_meldingen(ruw, fouten, formaat, aantal=aantal, alleen_foute=kort)
        except LeesFout as fout:
            raise Http404("Dit bestand kan niet worden gelezen.") from fout
        stam = naam.rpartition(".")[0] or naam
        veilig = "".join(t if t.isalnum() or t in "-_" else "-" for t in stam)[:80]
        return als_bestand(uit, f"{veilig}-meldingen.{formaat}", formaat)


def kan_gemarkeerd(aanlevering: Aanlevering) -> bool:
    """Whether a refused table can go back with its errors in it."""
    afgekeurd = aanlevering.stand == AanleveringStand.AFGEKEURD and bool(aanlevering.bestand)
    return afgekeurd and any(f.get("rij") for f in aanlevering.fouten)


def moest_terug(aanlevering: Aanlevering) -> Aanlevering | None:
    """Of a taking back that failed: the delivery that it was about, which it let go."""
    taak = aanlevering.taak
    if taak is None or taak.naam != WERK or aanlevering.draait_terug_id:
        return None
    return Aanlevering.objects.filter(pk=taak.argumenten["van"]).first()


def kan_terug(request, aanlevering: Aanlevering) -> bool:
    """Whether to offer the button; why it may still be refused is told on its page."""
    return (
        aanlevering.soort in SOORTEN
        and aanlevering.stand == AanleveringStand.VERWERKT
        and not hasattr(aanlevering, "teruggedraaid_met")
        and rechten.mag(request.user, RECHT, aanlevering.gemeente_id)
    )

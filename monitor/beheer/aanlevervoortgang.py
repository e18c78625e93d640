"""At a delivery in the background: how far it is, stopping it, and asking for it again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.contrib import admin, messages
from django.db import OperationalError
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from monitor.invoer import achtergrond
from monitor.invoer.aanleveren import Stand
from monitor.invoer.fouten import InvoerFout
from monitor.models import Aanlevering, Taak
from monitor.models.enums import TaakStand
from monitor.regels.duur import in_woorden, resterend
from monitor.taken import stil

WACHT = "Wacht op een vrije plaats."
GEEN_WORKER = (
    "Het achtergrondwerk antwoordt niet. {wat} is bewaard en wordt vanzelf opgepakt zodra het "
    "weer draait. Duurt het lang, waarschuw dan de beheerder."
)
ONDERBROKEN = "Het werk is onderbroken. Er is niets half verwerkt. Het begint vanzelf opnieuw, hooguit drie keer."
TE_LAAT = (
    "De cijfers worden net weggeschreven; stoppen kan nu niet. U kunt de levering terugdraaien."
)
STOPT = "Het werk stopt na de rijen waar het nu mee bezig is."


@dataclass(frozen=True)
class Voortgang:
    """What the page and its script show. `is_bezig`: look again in a moment."""

    tekst: str
    is_bezig: bool
    procent: int | None = None
    rijen: str = ""
    rest: str = ""
    kan_opnieuw: bool = False


def voortgang_van(aanlevering: Aanlevering, *, at: datetime | None = None) -> Voortgang | None:
    """None for a delivery without work in the background, or whose work is done."""
    taak = aanlevering.taak
    is_klaar = aanlevering.stand in (Stand.VERWERKT, Stand.AFGEKEURD)
    if taak is None or is_klaar or taak.stand == TaakStand.KLAAR:
        return None
    if taak.stand in (TaakStand.MISLUKT, TaakStand.GESTOPT):
        kan_opnieuw = aanlevering.stand == Stand.ONTVANGEN
        return Voortgang(taak.melding, False, kan_opnieuw=kan_opnieuw)
    nu = at or timezone.now()
    if taak.stand == TaakStand.WACHT:
        lang = (taak.hartslag or taak.gemaakt_op) < nu - stil()
        wat = "Uw bestand" if aanlevering.bestand else "Uw opdracht"
        return Voortgang(GEEN_WORKER.format(wat=wat) if lang else _wacht(taak), True)
    if taak.hartslag and taak.hartslag < nu - stil():
        return Voortgang(ONDERBROKEN, True)
    return _bezig(taak, nu, "rijen" if aanlevering.bestand else "cijfers")


def _wacht(taak: Taak) -> str:
    return ONDERBROKEN if taak.pogingen else WACHT


def _bezig(taak: Taak, nu: datetime, wat: str) -> Voortgang:
    tekst = STOPT if taak.is_stop_gevraagd else f"{taak.fase or 'Begonnen'}."
    if not taak.totaal:
        return Voortgang(tekst, True, rijen=f"{_punten(taak.gedaan)} {wat}" if taak.gedaan else "")
    verstreken = (nu - taak.fase_op).total_seconds() if taak.fase_op else 0.0
    seconden = resterend(taak.gedaan, taak.totaal, verstreken)
    return Voortgang(
        tekst,
        True,
        procent=min(taak.gedaan * 100 // taak.totaal, 100),
        rijen=f"{_punten(taak.gedaan)} van {_punten(taak.totaal)} {wat}",
        rest=in_woorden(seconden) if seconden is not None else "",
    )


def _punten(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


class Achtergrond(admin.ModelAdmin):
    """Mixed into the admin of deliveries."""

    def get_urls(self):
        def adres(deel: str, view):
            bekeken = self.admin_site.admin_view(view)
            return path(f"<int:pk>/{deel}/", bekeken, name=f"monitor_aanlevering_{deel}")

        return [
            adres("voortgang", require_safe(self.voortgang)),
            adres("stoppen", require_POST(self.stoppen)),
            adres("opnieuw", require_POST(self.opnieuw)),
            *super().get_urls(),
        ]

    def voortgang(self, request, pk: int):
        """For the script of the page."""
        beeld = voortgang_van(self.get_object_or_404(request, str(pk)))
        return JsonResponse(asdict(beeld or Voortgang("", False)))

    def stoppen(self, request, pk: int):
        aanlevering = self._eigen(request, pk)
        try:
            achtergrond.stop(aanlevering)
        except OperationalError:  # SQLite: the figures are being written at this moment
            self.message_user(request, TE_LAAT, messages.WARNING)
        else:
            self.message_user(request, "Gevraagd om te stoppen.", messages.SUCCESS)
        return HttpResponseRedirect(_pagina(pk))

    def opnieuw(self, request, pk: int):
        aanlevering = self._eigen(request, pk)
        try:
            achtergrond.opnieuw(aanlevering, by=request.user)
        except InvoerFout as fout:
            self.message_user(request, str(fout), messages.WARNING)
        return HttpResponseRedirect(_pagina(pk))


def _pagina(pk: int) -> str:
    return reverse("admin:monitor_aanlevering_change", args=[pk])

"""The page ‘Tekstcontrole’ of an edition: what the claim check found, to correct or to explain."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from monitor import rechten
from monitor.models import Bevinding, Hoofdstuk, Uitgave
from monitor.models.bevinding import BevindingStand
from monitor.publiceren.beweringen import VerklaarFout, houd_bij, verklaar
from monitor.publiceren.samenstellen import stel_samen
from monitor.regels import beweringen as regels

RECHT = "monitor.change_bevinding"


@dataclass(frozen=True)
class Regel:
    """One finding on the page: what the check says, what is stored, where to correct it."""

    gevonden: regels.Bevinding
    rij: Bevinding
    adres: str

    @property
    def soort(self) -> str:
        return regels.SOORTEN[self.gevonden.soort]

    @property
    def is_open(self) -> bool:
        return self.rij.stand == BevindingStand.OPEN


class Uitgavebeweringen(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        view = self.admin_site.admin_view(
            require_http_methods(["GET", "HEAD", "POST"])(self.beweringen)
        )
        return [
            path("<int:pk>/beweringen/", view, name="monitor_uitgave_beweringen"),
            *super().get_urls(),
        ]

    def beweringen(self, request, pk: int):
        """The findings by chapter, each with its arithmetic; looking keeps the stored ones in step."""
        uitgave = self.get_object_or_404(request, str(pk))
        mag = rechten.mag(request.user, RECHT, uitgave.gemeente_id)
        if request.method == "POST":
            if not mag:
                raise PermissionDenied
            return self._verklaar(request, uitgave)
        gemaakt = stel_samen(uitgave)
        gevonden = gemaakt.bevindingen
        houd_bij(uitgave, gevonden)
        lijst = regels_van(uitgave, gevonden)
        context = self.admin_site.each_context(request) | {
            "title": f"Tekstcontrole: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            "mag_verklaren": mag,
            "mag_schrijven": rechten.mag(
                request.user, "monitor.change_hoofdstuk", uitgave.gemeente_id
            ),
            "groepen": per_hoofdstuk(uitgave, lijst),
            "aantal": len(lijst),
            "niet_in_te_vullen": gemaakt.fouten,
            "aantal_open": sum(r.is_open and r.gevonden.ernst == regels.FOUT for r in lijst),
            "gecorrigeerd": uitgave.bevindingen.filter(stand=BevindingStand.GECORRIGEERD).count(),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/beweringen.html", context)

    def _verklaar(self, request, uitgave: Uitgave) -> HttpResponseRedirect:
        nummer = request.POST.get("bevinding", "")
        bevinding = (
            uitgave.bevindingen.filter(pk=int(nummer)).first() if nummer.isdecimal() else None
        )
        adres = reverse("admin:monitor_uitgave_beweringen", args=[uitgave.pk])
        if bevinding is None:
            self.message_user(
                request, "Deze bevinding is er niet meer. Kijk in de lijst.", messages.WARNING
            )
            return HttpResponseRedirect(adres)
        try:
            verklaar(bevinding, tekst=request.POST.get("verklaring", ""), by=request.user)
        except VerklaarFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
        else:
            self.log_change(request, uitgave, f"Tekstcontrole: {bevinding.waar} verklaard")
            self.message_user(request, "De verklaring is bewaard.")
        return HttpResponseRedirect(f"{adres}#bevinding-{bevinding.pk}")


def regels_van(uitgave: Uitgave, gevonden: list[regels.Bevinding]) -> list[Regel]:
    """The findings of now with their stored rows, faults that are open first within a chapter."""
    bewaard = {b.vingerafdruk: b for b in uitgave.bevindingen.select_related("door")}
    adressen = Adressen(uitgave)
    lijst = [
        Regel(b, bewaard[b.vingerafdruk], adressen.van(b.plek))
        for b in gevonden
        if b.vingerafdruk in bewaard
    ]
    return sorted(lijst, key=lambda r: (r.gevonden.ernst != regels.FOUT, not r.is_open))


def per_hoofdstuk(uitgave: Uitgave, lijst: list[Regel]) -> list[tuple[str, list[Regel]]]:
    titels = [("", "De uitgave"), *uitgave.hoofdstukken.values_list("code", "titel")]
    groepen = [
        (titel, [r for r in lijst if r.gevonden.hoofdstuk == code]) for code, titel in titels
    ]
    return [(titel, deel) for titel, deel in groepen if deel]


class Adressen:
    """Where a text can be corrected, from its key: ‘jeugd/kern/tekst’."""

    def __init__(self, uitgave: Uitgave) -> None:
        self.uitgave = uitgave
        self.hoofdstukken: dict[str, int] = {}
        self.blokken: dict[tuple[str, str], int] = {}
        for h in Hoofdstuk.objects.filter(uitgave=uitgave).prefetch_related("blokken"):
            self.hoofdstukken[h.code] = h.pk
            self.blokken |= {(h.code, b.code): b.pk for b in h.blokken.all()}

    def van(self, plek: str) -> str:
        delen = plek.split("/")
        anker = f"#id_{delen[-1]}"
        if len(delen) == 3 and (blok := self.blokken.get((delen[0], delen[1]))):
            return reverse("admin:monitor_blok_change", args=[blok]) + anker
        if len(delen) == 3 and (hoofdstuk := self.hoofdstukken.get(delen[0])):
            return reverse("admin:monitor_hoofdstuk_change", args=[hoofdstuk]) + anker
        return reverse("admin:monitor_uitgave_change", args=[self.uitgave.pk]) + anker

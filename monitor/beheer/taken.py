"""Background work: the list of it, and the page that shows how far one piece is.

Anybody's page of progress: start work with `taken.start(…, adres=…)` and send the person to
`naar_voortgang(taak)`. It goes on by itself to `adres` when the work is done or refused.
"""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from monitor import taken
from monitor.beheer.basis import ReadOnlyAdmin
from monitor.models import Taak
from monitor.models.enums import TaakStand

KLAAR = (TaakStand.KLAAR, TaakStand.MISLUKT, TaakStand.GESTOPT)


def naar_voortgang(taak: Taak) -> HttpResponseRedirect:
    """To the page that shows how far this work is."""
    return HttpResponseRedirect(reverse("admin:monitor_taak_voortgang", args=[taak.pk]))


@admin.register(Taak)
class TaakAdmin(ReadOnlyAdmin):
    """Work in the background: what waits, runs, or failed, and why."""

    groep, plek = "Inrichting", 90
    list_display = ["naam", "stand", "voortgang", "gemaakt_op", "klaar_op", "melding", "gemeente"]
    list_filter = ["gemeente", "stand"]
    list_select_related = ["gemeente"]
    search_fields = ["naam", "melding"]
    exclude = ["argumenten", "adres"]

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(naam__startswith="hartslag:")

    def get_urls(self):
        def stap(deel: str, view, naam: str):
            adres = f"<int:pk>/{deel}"
            return path(adres, self.admin_site.admin_view(require_safe(view)), name=naam)

        return [
            stap("voortgang/", self.voortgang, "monitor_taak_voortgang"),
            stap("voortgang.json", self.voortgang_json, "monitor_taak_voortgang_json"),
            *super().get_urls(),
        ]

    def _taak(self, request, pk: int) -> Taak:
        """Who asked for work may follow it, whatever the role; others need the right."""
        eigen = Taak.objects.filter(pk=pk, gemaakt_door=request.user.pk).first()
        return eigen or self.get_object_or_404(request, str(pk))

    def voortgang(self, request, pk: int):
        """How far it is; refreshed by the browser itself, or by a script that asks for the JSON."""
        taak = self._taak(request, pk)
        if taak.stand in KLAAR and taak.adres:
            soort = messages.SUCCESS if taak.stand == TaakStand.KLAAR else messages.ERROR
            for regel in taak.melding.splitlines():
                self.message_user(request, regel, soort)
            return HttpResponseRedirect(taak.adres)
        context = self.admin_site.each_context(request) | {
            "title": taken.titel_van(taak),
            "opts": self.opts,
            "taak": taak,
            "stappen": _stappen(taak),
            "is_klaar": taak.stand in KLAAR,
        }
        return TemplateResponse(request, "admin/beheer/voortgang.html", context)

    def voortgang_json(self, request, pk: int) -> JsonResponse:
        """`{stand, stand_tekst, voortgang, fase, melding, klaar, adres}`."""
        taak = self._taak(request, pk)
        klaar = taak.stand in KLAAR
        return JsonResponse(
            {
                "stand": taak.stand,
                "stand_tekst": taak.get_stand_display(),
                "voortgang": taak.voortgang,
                "fase": taak.fase,
                "melding": taak.melding,
                "klaar": klaar,
                "adres": taak.adres if klaar else "",
            }
        )


def _stappen(taak: Taak) -> list[dict[str, object]]:
    """The steps of the work, and which of them were done."""
    namen = taken.stappen_van(taak)
    plek = namen.index(taak.fase) if taak.fase in namen else -1
    if taak.stand == TaakStand.KLAAR:
        plek = len(namen)
    return [
        {"naam": naam, "is_hier": i == plek, "is_geweest": i < plek} for i, naam in enumerate(namen)
    ]

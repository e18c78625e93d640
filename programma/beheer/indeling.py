"""Pages of a programme beside its form: the shape of its tree, and the whole of it as a file."""

from collections.abc import Iterator

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from monitor import rechten
from monitor.beheer.cijferexport import als_bestand
from monitor.invoer.schrijver import CONTENT_TYPES
from programma import indelen
from programma.beheer.kiesveld import Kieslijst, lijst_van_onderdelen
from programma.invoer.uitvoer import maak_bestand
from programma.models import Onderdeel, Programma
from programma.terugdraaien import maak_ongedaan, wijzigingen

RECHT = "programma.change_onderdeel"


class Indeling(admin.ModelAdmin):
    """Mixed into the admin of the programme."""

    def get_urls(self):
        def pagina(deel: str, view):
            naam = f"programma_programma_{deel}"
            return path(f"<int:pk>/{deel}/", self.admin_site.admin_view(view), name=naam)

        lezen_en_posten = require_http_methods(["GET", "HEAD", "POST"])
        return [
            pagina("indeling", lezen_en_posten(self.indeling)),
            pagina("exporteren", require_safe(self.exporteren)),
            *super().get_urls(),
        ]

    def exporteren(self, request, pk: int):
        """The programme in the columns of the import, as CSV, XLSX or ODS."""
        programma = self.get_object_or_404(request, str(pk))
        formaat = request.GET.get("formaat", "csv")
        if formaat not in CONTENT_TYPES:
            raise Http404("Kies CSV, XLSX of ODS.")
        naam = f"programma-{programma.slug}.{formaat}"
        return als_bestand(maak_bestand(programma, formaat), naam, formaat)

    def indeling(self, request, pk: int):
        """The tree with buttons; every button is a form, so that it works without script."""
        programma = self.get_object_or_404(request, str(pk))
        mag = rechten.mag(request.user, RECHT, programma.gemeente_id)
        if request.method == "POST":
            if not mag:
                raise PermissionDenied
            return self._doe(request, programma)
        rijen, lijst = boom(programma)
        context = self.admin_site.each_context(request) | {
            "title": f"Indeling: {programma}",
            "opts": self.opts,
            "programma": programma,
            "rijen": rijen,
            "lijst": lijst,
            "mag_wijzigen": mag,
            "wijzigingen": wijzigingen(programma),
        }
        return TemplateResponse(request, "admin/programma/programma/indeling.html", context)

    def _doe(self, request, programma: Programma) -> HttpResponseRedirect:
        adres = reverse("admin:programma_programma_indeling", args=[programma.pk])
        doe = request.POST.get("doe", "")
        try:
            if doe == "hernummer":
                aantal = indelen.hernummer(programma)
                self.message_user(request, f"{aantal} nummers veranderd.")
                return HttpResponseRedirect(adres)
            if doe == "ongedaan":
                return self._ongedaan(request, programma, adres)
            onderdeel = _onderdeel(programma, request.POST.get("id", ""))
            if onderdeel is None:
                raise ValidationError("Kies eerst een onderdeel.")
            self._verander(request, programma, onderdeel, doe)
        except ValidationError as fout:
            self.message_user(request, " ".join(fout.messages), messages.ERROR)
            return HttpResponseRedirect(adres)
        return HttpResponseRedirect(f"{adres}#o-{onderdeel.pk}")

    def _ongedaan(self, request, programma: Programma, adres: str) -> HttpResponseRedirect:
        nummer = request.POST.get("historie", "")
        if not (nummer.isdecimal() and len(nummer) < 15):
            raise ValidationError("Kies een wijziging uit de lijst.")
        onderdeel = maak_ongedaan(programma, int(nummer))
        self.log_change(request, onderdeel, "Indeling: ongedaan gemaakt")
        self.message_user(request, f"‘{onderdeel}’ staat weer zoals ervoor.")
        return HttpResponseRedirect(f"{adres}#o-{onderdeel.pk}")

    def _verander(self, request, programma: Programma, onderdeel: Onderdeel, doe: str) -> None:
        if doe in ("op", "neer"):
            indelen.schuif(onderdeel, omhoog=doe == "op")
        elif doe in ("archiveer", "terug"):
            indelen.archiveer(onderdeel, weg=doe == "archiveer")
            woord = "gearchiveerd" if doe == "archiveer" else "weer zichtbaar"
            self.message_user(request, f"‘{onderdeel}’ is {woord}. Wat is gemeld, blijft bewaard.")
        elif doe == "zet":
            lijst = lijst_van_onderdelen(programma.onderdelen.all())
            ouder = lijst.zoek(request.POST.get("ouder", ""))
            indelen.zet_onder(onderdeel, ouder)
            indelen.zet_nummer(onderdeel, request.POST.get("nummer", "").strip())
            self.message_user(request, f"‘{onderdeel.titel}’ is bewaard.")
        else:
            raise ValidationError("Kies een knop.")
        self.log_change(request, onderdeel, f"Indeling: {doe}")


def _onderdeel(programma: Programma, nummer: str) -> Onderdeel | None:
    gevonden = programma.onderdelen.filter(pk=int(nummer)) if nummer.isdecimal() and len(nummer) < 15 else None  # fmt: skip
    return gevonden.first() if gevonden is not None else None


def boom(programma: Programma) -> tuple[list[dict], Kieslijst]:
    """Every part from the top down with its depth, and the list of parts that it may stand below."""
    kinderen: dict[int | None, list[Onderdeel]] = {}
    for o in programma.onderdelen.select_related("zelfde_als"):
        kinderen.setdefault(o.ouder_id, []).append(o)

    def onder(ouder: int | None, diepte: int) -> Iterator[tuple[Onderdeel, int]]:
        for o in kinderen.get(ouder, []):
            yield o, diepte
            yield from onder(o.pk, diepte + 1)

    alle = list(onder(None, 0))
    lijst = lijst_van_onderdelen(o for o, _ in alle)
    rijen = [
        {
            "onderdeel": o,
            "diepte": range(diepte),
            "is_eerste": kinderen[o.ouder_id][0] == o,
            "is_laatste": kinderen[o.ouder_id][-1] == o,
            "ouder": lijst.namen.get(o.ouder_id, ""),
        }
        for o, diepte in alle
    ]
    return rijen, lijst

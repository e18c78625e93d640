"""Deliveries in the admin: choose a file, look at what would change, confirm; and export.

The screens and addresses are django-import-export's; reading, checking and applying are
`monitor.invoer`'s. Every address asks for the right itself.
"""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe
from import_export.admin import ImportMixin

from monitor import rechten
from monitor.beheer.aanleverformulier import BevestigForm, LeveringForm, soorten_voor
from monitor.beheer.aanleverhulp import InGeheugen, LeveringResource, RuweBytes
from monitor.beheer.aanlevervoortgang import Achtergrond, voortgang_van
from monitor.beheer.basis import ReadOnlyAdmin
from monitor.beheer.cijferexport import CijferExport, als_bestand
from monitor.beheer.indelen import Indelen
from monitor.beheer.terugdraaien import Terugdraaien, kan_gemarkeerd, kan_terug, moest_terug
from monitor.beheer.voorspelling import voorspelling
from monitor.invoer import achtergrond
from monitor.invoer.aanleveren import (
    bevestig,
    controleer_levering,
    is_verlopen,
    mag_bevestigen,
    trek_in,
    zichtbare_leveringen,
)
from monitor.invoer.controle import Controle
from monitor.invoer.fouten import Fout, InvoerFout
from monitor.invoer.lezer import FORMATEN
from monitor.invoer.sjablonen import maak_sjabloon
from monitor.invoer.soorten import get_soort
from monitor.invoer.voorbeeld import bewaard_voorbeeld
from monitor.models import Aanlevering
from monitor.models.enums import AanleveringStand

LIJST = "admin:monitor_aanlevering_changelist"
EEN = "admin:monitor_aanlevering_change"


@admin.register(Aanlevering)
class AanleveringAdmin(
    Terugdraaien, Achtergrond, Indelen, CijferExport, ImportMixin, ReadOnlyAdmin
):
    groep, plek = "Invoer", 20
    list_display = [
        "bestandsnaam_of_soort",
        "soort",
        "stand",
        "gemaakt_op",
        "gemaakt_door",
        "uitkomst",
        "gemeente",
    ]
    list_filter = ["gemeente", "soort", "stand"]
    list_select_related = ["gemeente", "gemaakt_door", "draait_terug", "teruggedraaid_met", "taak"]
    search_fields = ["bestandsnaam", "reden"]
    date_hierarchy = "gemaakt_op"
    actions = None

    import_template_name = "admin/aanlevering/inlezen.html"
    import_export_change_list_template = "admin/aanlevering/lijst.html"
    resource_classes = [LeveringResource]
    import_form_class = LeveringForm
    confirm_form_class = BevestigForm
    skip_admin_log = True  # an Aanlevering and its Wijzigingen are the log

    @admin.display(description="levering", ordering="bestandsnaam")
    def bestandsnaam_of_soort(self, obj):
        if terug := obj.draait_terug:
            return f"terugdraaien van {terug.bestandsnaam or 'formulier'}"
        return obj.bestandsnaam or "formulier"

    @admin.display(description="uitkomst")
    def uitkomst(self, obj):
        if beeld := voortgang_van(obj):
            return beeld.rijen or beeld.tekst
        if obj.aantal_fouten:
            return f"{obj.aantal_fouten} {'fout' if obj.aantal_fouten == 1 else 'fouten'}"
        if hasattr(obj, "teruggedraaid_met"):
            return "teruggedraaid"
        return f"{obj.nieuw} nieuw, {obj.gewijzigd} gewijzigd"

    # -- who ---------------------------------------------------------------------------------------

    def get_queryset(self, request):
        zichtbaar = zichtbare_leveringen(request.user).values("pk")
        return super().get_queryset(request).filter(pk__in=zichtbaar)

    def has_import_permission(self, request) -> bool:
        return bool(soorten_voor(request.user))

    def has_add_permission(self, request, obj=None) -> bool:
        return self.has_import_permission(request)

    def add_view(self, request, form_url="", extra_context=None):
        """A delivery is added by importing a file."""
        return HttpResponseRedirect(reverse("admin:monitor_aanlevering_import"))

    def get_urls(self):
        eigen = [
            ("sjabloon/<slug:soort>.<slug:formaat>", self.sjabloon, "sjabloon"),
            ("<int:pk>/bestand/", self.bestand, "bestand"),
            ("<int:pk>/intrekken/", self.intrekken, "intrekken"),
        ]
        site = self.admin_site
        return [
            path(pad, site.admin_view(view), name=f"monitor_aanlevering_{naam}")
            for pad, view, naam in eigen
        ] + super().get_urls()

    # -- import: file, preview, confirmation -------------------------------------------------------

    def get_import_formats(self):
        return [RuweBytes]

    def get_import_form_kwargs(self, request):
        return super().get_import_form_kwargs(request) | {"user": request.user}

    def get_import_resource_kwargs(self, request, **kwargs):
        return {"form": kwargs.get("form")}

    def write_to_tmp_storage(self, import_file, input_format):
        return InGeheugen(import_file)

    def create_confirm_form(self, request, import_form=None):
        if import_form is None:
            return BevestigForm(request.POST)
        if import_form.uitslag[1] is None:
            return None
        return _bevestigform(*import_form.uitslag)

    def import_action(self, request, **kwargs):
        try:
            antwoord = super().import_action(request, **kwargs)
        except InvoerFout as fout:  # there was no room to keep the file
            self.message_user(request, str(fout), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:monitor_aanlevering_import"))
        if isinstance(antwoord, TemplateResponse):
            form = antwoord.context_data["form"]
            aanlevering, controle = getattr(form, "uitslag", None) or (None, None)
            if aanlevering and controle is None:
                wacht = aanlevering.stand == AanleveringStand.INDELEN
                naar = "admin:monitor_aanlevering_indelen" if wacht else EEN
                return HttpResponseRedirect(reverse(naar, args=[aanlevering.pk]))
            antwoord.context_data |= {
                "title": "Bestand inlezen",
                "aanlevering": aanlevering,
                "controle": controle,
                "voorspeld": voorspelling(aanlevering, controle),
                "soorten": [s for s in soorten_voor(request.user) if s.heeft_sjabloon],
                "formaten": FORMATEN,
                "media": self.media,
            }
        return antwoord

    @method_decorator(require_POST)
    def process_import(self, request, **kwargs):
        """Apply what was shown. Only who made the delivery, once, within a day."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = self.create_confirm_form(request)
        form.is_valid()
        aanlevering = self._eigen(request, form.cleaned_data.get("aanlevering"))
        if not form.is_valid():
            self.message_user(request, "Bekijk de levering en bevestig opnieuw.", messages.ERROR)
            return HttpResponseRedirect(reverse(EEN, args=[aanlevering.pk]))
        schoon = form.cleaned_data
        in_worker = aanlevering.taak_id is not None
        try:
            (achtergrond.bevestig if in_worker else bevestig)(
                aanlevering,
                by=request.user,
                vingerafdruk=schoon["vingerafdruk"],
                reden=schoon["reden"],
            )
        except InvoerFout as fout:
            self.message_user(request, str(fout), messages.WARNING)
        else:
            if not in_worker:
                self._meld(request, aanlevering)
        return HttpResponseRedirect(reverse(EEN, args=[aanlevering.pk]))

    def _eigen(self, request, pk) -> Aanlevering:
        """The user's own delivery in a gemeente where he may still import it, else 404."""
        aanlevering = self.get_queryset(request).filter(pk=pk).first() if pk else None
        soort = get_soort(aanlevering.soort) if aanlevering else None
        if soort is None or not mag_bevestigen(aanlevering, soort, request.user):
            raise Http404("Deze levering is er niet, of niet van u.")
        return aanlevering

    def _meld(self, request, aanlevering: Aanlevering) -> None:
        if aanlevering.stand != AanleveringStand.VERWERKT:
            self.message_user(
                request,
                "De levering is afgekeurd; er is niets veranderd. Hieronder staat wat er fout is.",
                messages.ERROR,
            )
            return
        a = aanlevering
        tekst = f"Verwerkt: {a.nieuw} nieuw, {a.gewijzigd} gewijzigd, {a.ongewijzigd} ongewijzigd."
        self.message_user(request, tekst, messages.SUCCESS)

    # -- one delivery ------------------------------------------------------------------------------

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The delivery with its errors and differences; its owner can still confirm it here."""
        aanlevering = self.get_object_or_404(request, object_id)
        if request.method != "GET":
            raise PermissionDenied
        controle = self._wacht_op_bevestiging(request, aanlevering)
        context = self.admin_site.each_context(request) | {
            "title": f"{aanlevering.get_soort_display()}: {self.bestandsnaam_of_soort(aanlevering)}",
            "opts": self.opts,
            "aanlevering": aanlevering,
            "kan_terug": kan_terug(request, aanlevering),
            "moest_terug": moest_terug(aanlevering),
            "kan_gemarkeerd": kan_gemarkeerd(aanlevering),
            "kan_indelen": self._kan_indelen(request, aanlevering),
            "controle": controle,
            "voortgang": voortgang_van(aanlevering),
            "voorspeld": voorspelling(aanlevering, controle),
            "confirm_form": (
                _bevestigform(aanlevering, controle) if controle and controle.kan else None
            ),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/aanlevering/levering.html", context)

    def _kan_indelen(self, request, aanlevering) -> bool:
        """Its columns wait to be mapped, or were read by a mapping that can be changed."""
        soort = get_soort(aanlevering.soort)
        kan = aanlevering.stand == AanleveringStand.INDELEN or (
            aanlevering.indeling_id and aanlevering.stand in achtergrond.OPNIEUW
        )
        return bool(kan and soort and mag_bevestigen(aanlevering, soort, request.user))

    def _wacht_op_bevestiging(self, request, aanlevering):
        """A preview, when the user can confirm this delivery now: fresh, or the stored one of a worker."""
        soort = get_soort(aanlevering.soort)
        wacht = aanlevering.stand == AanleveringStand.GECONTROLEERD and soort is not None
        if not wacht or is_verlopen(aanlevering):
            return None
        if not mag_bevestigen(aanlevering, soort, request.user):
            return None
        if aanlevering.taak_id:
            return bewaard_voorbeeld(aanlevering)
        try:
            return controleer_levering(aanlevering, soort)
        except InvoerFout as fout:
            return Controle(fouten=[Fout(str(fout))])

    @method_decorator(require_POST)
    def intrekken(self, request, pk: int):
        aanlevering = self._eigen(request, pk)
        trek_in(aanlevering)
        self.message_user(request, "De levering is ingetrokken.", messages.SUCCESS)
        return HttpResponseRedirect(reverse(LIJST))

    @method_decorator(require_safe)
    def bestand(self, request, pk: int):
        """The file as it came, to download."""
        aanlevering = self.get_object_or_404(request, str(pk))
        if not aanlevering.bestand:
            raise Http404("Het bestand is niet bewaard.")
        with aanlevering.bestand.open("rb") as bestand:
            antwoord = HttpResponse(bestand.read(), content_type="application/octet-stream")
        antwoord["Content-Disposition"] = content_disposition_header(
            as_attachment=True, filename=aanlevering.bestandsnaam
        )
        return antwoord

    @method_decorator(require_safe)
    def sjabloon(self, request, soort: str, formaat: str):
        """A template of a kind that the user may import, with the columns of his gemeente."""
        gekozen = get_soort(soort)
        if gekozen is None or formaat not in FORMATEN:
            raise Http404("Dit sjabloon is er niet.")
        eigen = rechten.gemeenten_met(request.user, gekozen.recht)
        gemeente = eigen.filter(slug=request.GET.get("gemeente", "")).first() or eigen.first()
        if gemeente is None:
            raise PermissionDenied
        return als_bestand(maak_sjabloon(gekozen, formaat, gemeente), f"{soort}.{formaat}", formaat)


def _bevestigform(aanlevering: Aanlevering, controle) -> BevestigForm:
    begin = {
        "aanlevering": aanlevering.pk,
        "vingerafdruk": controle.vingerafdruk,
        "reden": aanlevering.reden,
    }
    return BevestigForm(initial=begin, vraagt_reden=controle.vraagt_reden)

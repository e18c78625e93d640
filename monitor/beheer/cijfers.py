"""Figures in the admin: typed the way people write them, with their history beside them."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import F
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from monitor.beheer.basis import ScopedAdmin
from monitor.beheer.cijferformulier import INVULLEN, CijferForm, NieuwCijferForm, waarde_tekst
from monitor.beheer.twijfels import mag_verklaren, twijfels_bij
from monitor.invoer.fouten import InmiddelsGewijzigd
from monitor.invoer.staat import Staat
from monitor.models import Indicator, Reeks, Waarneming, Wijziging


@admin.register(Waarneming)
class WaarnemingAdmin(ScopedAdmin):
    """Every save goes through `monitor.invoer.toepassen`, so that each change is remembered."""

    groep, plek = "Invoer", 10
    form = CijferForm
    list_display = [
        "cijfer",
        "reeks_tekst",
        "toon_waarde",
        "periode",
        "status",
        "gemeente",
    ]
    list_filter = [
        "reeks__gemeente",
        "reeks__indicator__domein",
        "reeks__soort",
        "status",
    ]
    list_select_related = [
        "reeks__indicator__gemeente",
        "reeks__indicator__domein",
        "periode",
    ]
    search_fields = [
        "reeks__indicator__naam",
        "reeks__indicator__code",
        "reeks__sleutel",
        "periode__code",
        "voetnoot",
    ]
    search_help_text = "Zoek op naam of code van het cijfer, periode (2021-04) of noot."
    ordering = [
        "reeks__indicator__naam",
        "reeks__soort",
        "reeks__sleutel",
        F("periode__eind").desc(),
    ]
    change_form_template = "admin/monitor/waarneming/wijzigen.html"
    actions = None

    # -- the list --------------------------------------------------------------------------------

    @admin.display(description="cijfer", ordering="reeks__indicator__naam")
    def cijfer(self, obj):
        """With its domain: two figures may be called ‘Cliënten’."""
        indicator = obj.reeks.indicator
        return f"{indicator.naam} ({indicator.domein})"

    @admin.display(description="soort", ordering="reeks__soort")
    def reeks_tekst(self, obj):
        deel = f" · {obj.reeks.sleutel}" if obj.reeks.sleutel else ""
        return f"{obj.reeks.get_soort_display()}{deel}"

    @admin.display(description="gemeente", ordering="reeks__gemeente")
    def gemeente(self, obj):
        return obj.reeks.indicator.gemeente.naam

    @admin.display(description="waarde")
    def toon_waarde(self, obj):
        return format_html('<span class="getal">{}</span>', waarde_tekst(obj))

    # -- the form --------------------------------------------------------------------------------

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        klasse = super().get_form(request, obj, change, form=NieuwCijferForm, **kwargs)
        klasse.base_fields["indicator"] = self._indicator_veld(request)
        return klasse

    def _indicator_veld(self, request):
        """A field of its own for each request: its choices are of this user."""
        relatie = Reeks._meta.get_field("indicator")
        eigen = Indicator.objects.filter(gemeente__in=self.gemeenten(request, "add"))
        widget = AutocompleteSelect(relatie, self.admin_site)
        return forms.ModelChoiceField(eigen, widget=widget, label="Cijfer")

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            plek = ["indicator", "soort", "uitsplitsing", "periode_tekst"]
            return [("Welk cijfer", {"fields": plek}), ("Waarde", {"fields": INVULLEN[:-1]})]
        if not self.has_change_permission(request, obj):
            return [("Waarde", {"fields": ["toon_waarde", *INVULLEN[1:-1]]})]
        return [("Waarde", {"fields": [*INVULLEN, "getoond"]})]

    def get_readonly_fields(self, request, obj=None):
        if obj is not None and not self.has_change_permission(request, obj):
            return ["toon_waarde"]
        return []

    def has_delete_permission(self, request, obj=None) -> bool:
        """A figure is never deleted: give it the value ‘vervallen’ or ‘niet bekend’ with a reason."""
        return False

    def save_model(self, request, obj, form, change) -> None:
        eigenaar = obj if change else form.cleaned_data["indicator"]
        self._check_scope(request, obj, self.perm("change" if change else "add"), eigenaar)
        opgeslagen = form.leg_vast(by=request.user)
        obj.__dict__.update(opgeslagen.__dict__)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {"verloop": verloop(obj), "reeks": obj.reeks, "laatste": waarde_tekst(obj)}
            context["twijfels"] = twijfels_bij(obj)
            context["mag_verklaren"] = mag_verklaren(request, obj.reeks.gemeente_id)
            context["indicator_adres"] = reverse(
                "admin:monitor_indicator_change", args=[obj.reeks.indicator_id]
            )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except InmiddelsGewijzigd as fout:
            return self._botsing(request, object_id, fout)

    def _botsing(self, request, object_id, fout):
        """Two people, one figure: show what stands there now, and keep nothing unseen."""
        self.message_user(request, str(fout), messages.WARNING)
        if object_id is None:
            return HttpResponseRedirect(reverse("admin:monitor_waarneming_changelist"))
        return HttpResponseRedirect(reverse("admin:monitor_waarneming_change", args=[object_id]))


def verloop(obj: Waarneming) -> list[dict]:
    """The history of a figure for people: old, new, who, when, with which delivery, why."""
    indicator = obj.reeks.indicator
    stijl = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
    rijen = Wijziging.objects.filter(waarneming=obj).select_related("gewijzigd_door", "aanlevering")
    uit = []
    for rij in rijen[:100]:
        oud = Staat.van_json(rij.oud) if rij.oud else None
        nieuw = Staat.van_json(rij.nieuw)
        uit.append(
            {
                "op": rij.gewijzigd_op,
                "door": rij.gewijzigd_door or "systeem",
                "oud": oud.naast(nieuw, **stijl) if oud else "",
                "nieuw": nieuw.naast(oud, **stijl),
                "reden": rij.reden,
                "aanlevering": rij.aanlevering,
            }
        )
    return uit

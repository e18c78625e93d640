"""In the admin: what the council says of an edition, and what readers ask."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from monitor.beheer.basis import ReadOnlyAdmin, ScopedAdmin
from monitor.beheer.tekstformulier import TekstForm
from monitor.models import Inbreng, Indicator, Lezersvraag
from monitor.publiceren.lezersvragen import VraagFout, beantwoord, maak_openbaar, sluit
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode


class OpenFilter(SimpleListFilter):
    """What still asks for an answer, or was not in an edition yet."""

    title, parameter_name = "stand", "stand"

    def lookups(self, request, model_admin):
        return [("open", "Nog te beantwoorden"), ("klaar", "Beantwoord"), ("in", "In een uitgave")]

    def queryset(self, request, queryset):
        match self.value():
            case "open":
                return queryset.onbeantwoord()
            case "klaar":
                return queryset.open().exclude(antwoord="")
            case "in":
                return queryset.filter(behandeld_in__isnull=False)
        return queryset


class InbrengForm(TekstForm):
    def clean_beloofd_voor(self) -> str:
        """A period as people write it; kept in its notation, that is the address of the edition."""
        tekst = self.cleaned_data["beloofd_voor"].strip()
        try:
            return lees_periode(tekst).code if tekst else ""
        except NotatieFout as fout:
            raise ValidationError(fout.melding) from fout


@admin.register(Inbreng)
class InbrengAdmin(ScopedAdmin):
    """Questions, remarks and promises. The edition in which it is dealt with is set by publishing."""

    groep, plek = "Uitgaven", 17
    form = InbrengForm
    list_display = ["kort", "van", "gesteld_op", "uitgave", "eigenaar", "stand", "gemeente"]
    list_filter = ["uitgave__gemeente", OpenFilter, "soort", "uitgave"]
    list_select_related = ["uitgave__gemeente", "behandeld_in"]
    search_fields = ["tekst", "antwoord", "van"]
    date_hierarchy = "gesteld_op"
    autocomplete_fields = ["indicator"]
    readonly_fields = ["behandeld_in"]
    fieldsets = [
        (None, {"fields": ["uitgave", "hoofdstuk", "indicator"]}),
        ("Wat is er gezegd", {"fields": ["soort", "van", "gesteld_op", "tekst", "beloofd_voor"]}),
        ("Antwoord", {"fields": ["eigenaar", "antwoord", "is_openbaar", "behandeld_in"]}),
    ]

    @admin.display(description="wat", ordering="soort")
    def kort(self, obj) -> str:
        return str(obj)

    @admin.display(description="gemeente")
    def gemeente(self, obj):
        return obj.uitgave.gemeente

    @admin.display(description="stand")
    def stand(self, obj) -> str:
        if obj.behandeld_in:
            return f"In {obj.behandeld_in}"
        return "Beantwoord" if obj.antwoord else "Open"

    def get_changeform_initial_data(self, request):
        """From a figure of the side-by-side page comes a code; the form wants its row."""
        begin = super().get_changeform_initial_data(request)
        begin.setdefault("gesteld_op", timezone.localdate())
        if code := begin.pop("cijfer", ""):
            rijen = self.limit_choices(
                request, Inbreng._meta.get_field("indicator"), Indicator.objects.filter(code=code)
            ).filter(gemeente__uitgaven=begin.get("uitgave") or 0)
            begin["indicator"] = rijen.values_list("pk", flat=True).first()
        return begin

    def limit_choices(self, request, db_field, queryset):
        """Chapters of the edition that is known; every edition has a chapter of that name."""
        keuzes = super().limit_choices(request, db_field, queryset)
        if db_field.name != "hoofdstuk":
            return keuzes
        keuzes = keuzes.select_related("uitgave")
        nummer = request.resolver_match.kwargs.get("object_id", "")
        if nummer.isdecimal():
            return keuzes.filter(uitgave__inbreng=nummer)
        gekozen = request.POST.get("uitgave") or request.GET.get("uitgave", "")
        return keuzes.filter(uitgave=gekozen) if gekozen.isdecimal() else keuzes

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        veld = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "hoofdstuk":
            veld.label_from_instance = lambda h: f"{h} ({h.uitgave})"
        return veld

    def has_delete_permission(self, request, obj=None) -> bool:
        """What stood in an edition stays."""
        if obj is not None and obj.behandeld_in_id:
            return False
        return super().has_delete_permission(request, obj)


class AfhandelForm(forms.Form):
    antwoord = forms.CharField(required=False, max_length=5000, strip=True)
    openbaar = forms.CharField(required=False, max_length=2000, strip=True)


@admin.register(Lezersvraag)
class LezersvraagAdmin(ReadOnlyAdmin):
    """Read, answer, make public or close; a question is never rewritten."""

    groep, plek = "Uitgaven", 18
    list_display = ["indicator_naam", "uitgave", "stand", "gesteld_op", "eigenaar", "gemeente"]
    list_filter = ["uitgave__gemeente", "stand", "uitgave"]
    list_select_related = ["uitgave__gemeente"]
    search_fields = ["indicator_naam", "vraag"]
    change_form_template = "admin/monitor/lezersvraag/wijzigen.html"
    fields = [
        "uitgave",
        "indicator_naam",
        "eigenaar",
        "vraag",
        "adres",
        "gesteld_op",
        "stand",
        "antwoord",
        "openbaar",
        "afgehandeld_op",
        "afgehandeld_door",
    ]
    readonly_fields = ["adres", "openbaar"]

    @admin.display(description="gemeente")
    def gemeente(self, obj):
        return obj.uitgave.gemeente

    @admin.display(description="e-mailadres")
    def adres(self, obj) -> str:
        """Whether there is one; the address itself is nobody's business."""
        return "Opgegeven voor het antwoord" if obj.e_mail else "Niet opgegeven, of al gewist"

    @admin.display(description="openbaar gemaakt als")
    def openbaar(self, obj):
        if obj.inbreng is None:
            return "–"
        adres = reverse("admin:monitor_inbreng_change", args=[obj.inbreng_id])
        return format_html('<a href="{}">{}</a>', adres, obj.inbreng)

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.afhandelen))
        return [
            path("<int:pk>/afhandelen/", view, name="monitor_lezersvraag_afhandelen"),
            *super().get_urls(),
        ]

    def afhandelen(self, request, pk: int) -> HttpResponseRedirect:
        """Answer by e-mail, make a public question of it, or close."""
        vraag = self.get_object_or_404(request, str(pk))
        form = AfhandelForm(request.POST)
        try:
            if not form.is_valid():
                raise VraagFout("De tekst is te lang. Maak hem korter.")
            melding = self._doe(request, vraag, form.cleaned_data)
        except VraagFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
        else:
            self.log_change(request, vraag, melding)
            self.message_user(request, melding)
        return HttpResponseRedirect(reverse("admin:monitor_lezersvraag_change", args=[pk]))

    def _doe(self, request, vraag: Lezersvraag, velden: dict[str, str]) -> str:
        match request.POST.get("doe"):
            case "antwoord":
                per_mail = beantwoord(vraag, velden["antwoord"], by=request.user)
                return "Het antwoord gaat per e-mail." if per_mail else "Het antwoord is bewaard."
            case "openbaar":
                return (
                    f"Openbaar gemaakt: {maak_openbaar(vraag, velden['openbaar'], by=request.user)}"
                )
            case "sluit":
                sluit(vraag, by=request.user)
                return "De vraag is gesloten zonder antwoord."
        raise VraagFout("Kies wat u met de vraag doet.")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["mag_afhandelen"] = self.mag(request, "change", obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

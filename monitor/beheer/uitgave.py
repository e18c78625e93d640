"""Editions in the admin, with their chapters and blocks."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from monitor import rechten
from monitor.beheer.basis import ScopedAdmin, ScopedStacked, ScopedTabular
from monitor.beheer.cockpit import Cockpit
from monitor.beheer.geschiedenis import ScopedHistoryAdmin
from monitor.beheer.opbouw import Opbouw
from monitor.beheer.rooster import Rooster
from monitor.beheer.tekstformulier import TekstForm
from monitor.beheer.uitgavebeweringen import Uitgavebeweringen
from monitor.beheer.uitgavecorrectie import Uitgavecorrectie
from monitor.beheer.uitgaveformulier import UitgaveForm
from monitor.beheer.uitgavenota import Uitgavenota
from monitor.beheer.uitgavepubliceren import Uitgavepubliceren
from monitor.beheer.uitgavestappen import Uitgavestappen
from monitor.beheer.uitgaveteksten import Uitgaveteksten
from monitor.beheer.uitgaveweg import Uitgaveweg
from monitor.beheer.verwijskiezer import Verwijskiezer
from monitor.models import Blok, Blokregel, Hoofdstuk, Uitgave
from monitor.publiceren.teksten import KORT

GROEP = "Uitgaven"
# Who plans and publishes sets these; who writes sets the rest. The first line both.
SAMEN = [
    "stand",
    "raadsmoment",
    "zaaknummer",
    "college_op",
    "beslispunten",
    "raad_op",
    "aanleveren_voor",
    "volgende_verwacht",
]
BESLUIT = ["zaaknummer", "college_op", "beslispunten"]
PLANNING = ["openbaarheid", "embargo_tot"]
INHOUD = ["titel", "peildatum", "vorige", "financiele_basis", *KORT, "hoogtepunten", "anders"]


class HoofdstukInline(ScopedTabular):
    model = Hoofdstuk
    fields = ["volgorde", "titel", "code", "domein"]
    show_change_link = True


@admin.register(Uitgave)
class UitgaveAdmin(
    Uitgaveweg,
    Uitgaveteksten,
    Uitgavenota,
    Uitgavecorrectie,
    Uitgavepubliceren,
    Uitgavestappen,
    Uitgavebeweringen,
    Verwijskiezer,
    Opbouw,
    Cockpit,
    Rooster,
    ScopedHistoryAdmin,
):
    groep, plek = GROEP, 10
    form = UitgaveForm
    list_display = ["titel", "periode", "stand", "peildatum", "gemeente", "stappen"]
    list_filter = ["gemeente", "stand"]
    list_select_related = ["gemeente", "periode"]
    search_fields = ["titel", "periode__code"]
    date_hierarchy = "peildatum"
    inlines = [HoofdstukInline]
    change_form_template = "admin/monitor/uitgave/wijzigen.html"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "gemeente",
                    "periode_tekst",
                    "titel",
                    "peildatum",
                    "vorige",
                    "financiele_basis",
                ]
            },
        ),
        ("In het kort", {"fields": [*KORT, "hoogtepunten", "anders"]}),
        ("Planning en openbaarheid", {"fields": [*SAMEN, *PLANNING]}),
        ("Nota aan de raad", {"fields": ["aanbieding"]}),
    ]

    @admin.display(description="stappen")
    def stappen(self, obj):
        return format_html(
            '<a href="{}">Cockpit</a> · <a href="{}">Cijfers</a> · <a href="{}">Opbouw</a> · <a href="{}">Voorbeeld</a>',
            reverse("admin:monitor_uitgave_cockpit", args=[obj.pk]),
            reverse("admin:monitor_uitgave_rooster", args=[obj.pk]),
            reverse("admin:monitor_uitgave_opbouw", args=[obj.pk]),
            reverse("admin:monitor_uitgave_voorbeeld", args=[obj.pk]),
        )

    def get_readonly_fields(self, request, obj=None):
        """Texts are the redactie's, planning is the publicist's; the state is set by a step alone."""
        velden = [*super().get_readonly_fields(request, obj), "stand"]
        gemeente = obj.gemeente_id if obj else None
        if not rechten.mag(request.user, "monitor.publish_uitgave", gemeente):
            velden += PLANNING
        if obj is not None and not rechten.mag(request.user, "monitor.change_hoofdstuk", gemeente):
            velden += [*INHOUD, "aanbieding"]
        if obj is not None and obj.reden_vast:
            velden += [*INHOUD, "aanbieding", *BESLUIT]
        return velden if self._mag_periode(request, obj) else [*velden, "periode"]

    def get_fieldsets(self, request, obj=None):
        """The period is the address: it stays once there is a publication."""
        sets = super().get_fieldsets(request, obj)
        if self._mag_periode(request, obj):
            return sets
        eerste = [v if v != "periode_tekst" else "periode" for v in sets[0][1]["fields"]]
        return [(None, {"fields": eerste}), *sets[1:]]

    def _mag_periode(self, request, obj) -> bool:
        return obj is None or (
            self.has_change_permission(request, obj)
            and rechten.mag(request.user, "monitor.change_hoofdstuk", obj.gemeente_id)
            and not obj.reden_vast
            and not obj.publicaties.exists()
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        klasse = super().get_form(request, obj, change, **kwargs)
        if not self._mag_periode(request, obj):
            klasse.base_fields.pop("periode_tekst", None)
        return klasse

    def limit_choices(self, request, db_field, queryset):
        keuzes = super().limit_choices(request, db_field, queryset)
        if db_field.name == "vorige":
            nummer = request.resolver_match.kwargs.get("object_id")
            return keuzes.exclude(pk=nummer) if str(nummer).isdigit() else keuzes
        return keuzes

    def save_model(self, request, obj, form, change) -> None:
        if not change and "openbaarheid" not in form.fields:
            obj.openbaarheid = obj.gemeente.openbaarheid
        super().save_model(request, obj, form, change)


def naar_opbouw(uitgave_id: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:monitor_uitgave_opbouw", args=[uitgave_id]))


class OnderdeelAdmin(Verwijskiezer, ScopedAdmin):
    """A part of an edition: reached from the builder, and back to it after saving."""

    in_menu = False
    form = TekstForm
    change_form_template = "admin/monitor/uitgave/onderdeel.html"

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["uitgave"] = uitgave = self.uitgave_van(obj) if obj else None
        context["reden_vast"] = uitgave.reden_vast if uitgave else ""
        return super().render_change_form(request, context, add, change, form_url, obj)

    def uitgave_van(self, obj) -> Uitgave:
        return obj.uitgave

    def response_post_save_add(self, request, obj):
        return naar_opbouw(self.uitgave_van(obj).pk)

    def response_post_save_change(self, request, obj):
        return naar_opbouw(self.uitgave_van(obj).pk)


class BlokInline(ScopedTabular):
    model = Blok
    fields = ["volgorde", "code", "soort", "vorm", "kop", "titel"]
    show_change_link = True


@admin.register(Hoofdstuk)
class HoofdstukAdmin(OnderdeelAdmin):
    list_display = ["titel", "uitgave", "code", "volgorde"]
    list_filter = ["uitgave__gemeente", "uitgave"]
    list_select_related = ["uitgave"]
    search_fields = ["titel", "code", "uitgave__titel"]
    inlines = [BlokInline]
    fieldsets = [
        (None, {"fields": ["uitgave", "titel", "code", "domein", "volgorde"]}),
        ("In het kort", {"fields": [*KORT]}),
        ("Onder de cijfers", {"fields": ["toelichting", "bronnen", "reden_leeg"]}),
    ]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["titel"]}


class BlokregelInline(ScopedStacked):
    model = Blokregel
    autocomplete_fields = ["indicator"]
    fields = [("indicator", "soort"), ("sleutel", "per_dimensie"), ("label", "volgorde")]
    verbose_name_plural = "cijfers in dit blok"


@admin.register(Blok)
class BlokAdmin(OnderdeelAdmin):
    list_display = ["__str__", "soort", "hoofdstuk", "volgorde"]
    list_filter = ["soort", "hoofdstuk__uitgave"]
    list_select_related = ["hoofdstuk__uitgave"]
    search_fields = ["titel", "kop", "code"]
    inlines = [BlokregelInline]
    fieldsets = [
        (None, {"fields": ["hoofdstuk", "code", "soort", "vorm", "volgorde"]}),
        ("Koppen", {"fields": ["kop", "titel", "ondertitel"]}),
        ("Welke cijfers", {"fields": ["perioden", "totaal", "verwijst_naar"]}),
        ("Tekst en bron", {"fields": ["tekst", "bron"]}),
    ]

    def uitgave_van(self, obj) -> Uitgave:
        return obj.hoofdstuk.uitgave

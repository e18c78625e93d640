"""An onderdeel or a milestone in the admin: report on it, and move it with reason and decision."""

from django.contrib import admin, messages

from monitor.beheer.basis import ScopedStacked, ScopedTabular
from monitor.beheer.geschiedenis import ScopedHistoryAdmin
from programma.beheer.formulieren import VERPLAATS, RegelForm, StandForm, VanRegelForm
from programma.beheer.programma import GROEP, AlleenToevoegen, onthoud_schrijver
from programma.beheer.tonen import staat_van
from programma.models import (
    Herplanning,
    Mijlpaal,
    Mijlpaaldeel,
    Onderdeel,
    OnderdeelIndicator,
    Stand,
)
from programma.models.enums import Status
from programma.regels.datums import gelezen_als
from programma.standen import maak_delen, onderwerp, verplaats


def van_regel(inline, request, keuzes):
    """Only parts of the onderdeel or milestone on this page."""
    nummer = str((request.resolver_match.kwargs or {}).get("object_id", ""))
    veld = inline.parent_model._meta.model_name
    return keuzes.filter(**{f"{veld}_id": nummer}) if nummer.isdigit() else keuzes.none()


class StandInline(AlleenToevoegen, ScopedStacked):
    model = Stand
    form = StandForm
    extra = 0
    ordering = ["-datum", "-pk"]
    verbose_name = "stand"
    verbose_name_plural = "standen: voeg er een toe; wat gemeld is, blijft staan"
    fields = [
        ("datum", "deel"),
        ("status", "voorstel"),
        "toelichting",
        ("verwacht_tekst", "verwacht_gelezen"),
        ("gerealiseerd_tekst",),
        "gedaan",
        "opgeleverd",
        "reden",
        "nodig",
        ("effect", "kwaliteit", "tijd", "geld"),
        "afzender",
    ]
    readonly_fields = ["voorstel", "verwacht_gelezen", "afzender"]

    @admin.display(description="voorgestelde status")
    def voorstel(self, obj):
        return dict(Status.choices).get(obj.voorgesteld) or "–"

    @admin.display(description="gelezen als")
    def verwacht_gelezen(self, obj):
        return gelezen_als(obj.verwacht)

    @admin.display(description="door")
    def afzender(self, obj):
        return obj.afzender if obj.pk else "u"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("gemaakt_door", "via_link")

    def limit_choices(self, request, db_field, queryset):
        return van_regel(self, request, super().limit_choices(request, db_field, queryset))


class HerplanningInline(AlleenToevoegen, ScopedStacked):
    model = Herplanning
    fields = [("besloten_op", "besloten_door"), "deel", ("oud_tekst", "nieuw_tekst"), "reden"]
    verbose_name_plural = "eerdere besluiten over de datum"

    def has_add_permission(self, request, obj=None) -> bool:
        return False


class DeelInline(ScopedTabular):
    model = Mijlpaaldeel
    form = VanRegelForm
    fields = ["naam", "gepland_tekst", "gelezen", "gepland_op", "naar_raad", "volgorde"]
    readonly_fields = ["gelezen"]
    verbose_name_plural = "delen met een eigen datum"

    @admin.display(description="gelezen als")
    def gelezen(self, obj):
        return gelezen_als(obj.gepland)


class IndicatorInline(ScopedTabular):
    model = OnderdeelIndicator
    fields = ["indicator", "schakel", "aanname", "tegenindicator", "volgorde"]
    autocomplete_fields = ["indicator"]


class RegelAdmin(ScopedHistoryAdmin):
    """What an onderdeel and a milestone share."""

    groep = GROEP
    form = RegelForm
    list_filter = ["programma", "naar_raad", "is_gearchiveerd"]
    readonly_fields = ["staat", "gelezen"]
    PLANNING = (
        "Planning zoals eerst afgesproken",
        {"fields": ["gepland_tekst", "gelezen", "gepland_op", "naar_raad"]},
    )
    OPNIEUW = (
        "Opnieuw plannen",
        {"fields": VERPLAATS, "description": "Verschuift de datum? Vul dit in en sla op. Er komt dan "
         "een besluit en een stand bij; de eerste planning blijft staan."},
    )  # fmt: skip

    @admin.display(description="nu")
    def staat(self, obj):
        return staat_van(obj) if obj and obj.pk else "Sla eerst op."

    @admin.display(description="gelezen als")
    def gelezen(self, obj):
        return gelezen_als(obj.gepland) if obj and obj.pk else "–"

    def get_fieldsets(self, request, obj=None):
        sets = super().get_fieldsets(request, obj)
        mag = obj is not None and self.has_change_permission(request, obj)
        return sets if mag else [s for s in sets if s is not self.OPNIEUW]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["titel"]}

    def get_readonly_fields(self, request, obj=None):
        """The first plan stays once there was a report or a decision: then it is moved, not rewritten."""
        velden = list(super().get_readonly_fields(request, obj))
        if obj is not None and obj.is_toegezegd:
            velden += ["gepland_tekst", "gepland_op"]
        return velden

    def get_form(self, request, obj=None, change=False, **kwargs):
        klasse = super().get_form(request, obj, change, **kwargs)
        if obj is None or not self.has_change_permission(request, obj):
            for veld in VERPLAATS:
                klasse.base_fields.pop(veld, None)
        return klasse

    def get_inlines(self, request, obj):
        """Decisions are shown when there are any."""
        if obj is None:
            return []
        inlines = super().get_inlines(request, obj)
        return [i for i in inlines if i is not HerplanningInline or obj.herplanningen.exists()]

    def save_model(self, request, obj, form, change) -> None:
        super().save_model(request, obj, form, change)
        maak_delen(obj)
        if verplaatsing := (form.verplaatsing if change else None):
            regel = verplaatsing.pop("regel")
            herplanning, stand = verplaats(regel, by=request.user, **verplaatsing)
            messages.success(
                request,
                f"Verplaatst: eerst ‘{herplanning.oud_tekst or 'geen datum'}’, nu ‘{herplanning.nieuw_tekst}’. "
                f"Gelezen als {gelezen_als(herplanning.nieuw)}. Status: {stand.get_status_display()}.",
            )
            _meld_later_bericht(request, regel, herplanning)

    def save_formset(self, request, form, formset, change) -> None:
        onthoud_schrijver(request, formset)
        super().save_formset(request, form, formset, change)


def _meld_later_bericht(request, regel, herplanning: Herplanning) -> None:
    """A forecast of after the decision stands: say so, or nobody sees why the new date is not shown."""
    later = Stand.objects.filter(
        programma=herplanning.programma, datum__gt=herplanning.besloten_op, **onderwerp(regel)
    )
    if not isinstance(regel, Mijlpaaldeel):
        later = later.filter(deel=None)
    if laatste := later.exclude(verwacht_tekst="").last():
        messages.warning(
            request,
            f"Na die dag is al bericht, op {laatste.datum:%d-%m-%Y}: verwacht ‘{laatste.verwacht_tekst}’. "
            "Dat is wat lezers zien. Klopt het niet meer, voeg dan een stand toe.",
        )


@admin.register(Onderdeel)
class OnderdeelAdmin(RegelAdmin):
    plek = 20
    list_display = ["__str__", "programma", "gepland_tekst", "eigenaar", "is_gearchiveerd"]
    list_select_related = ["programma"]
    search_fields = ["titel", "nummer", "code"]
    autocomplete_fields = ["ouder", "zelfde_als"]
    inlines = [StandInline, DeelInline, IndicatorInline, HerplanningInline]
    fieldsets = [
        (
            None,
            {"fields": ["programma", "ouder", ("nummer", "volgorde"), "titel", "code", "staat"]},
        ),
        RegelAdmin.OPNIEUW,
        RegelAdmin.PLANNING,
        ("Meer", {"fields": ["omschrijving", "eigenaar", "zelfde_als", "is_gearchiveerd", "bron"]}),
    ]


@admin.register(Mijlpaal)
class MijlpaalAdmin(RegelAdmin):
    plek = 30
    list_display = ["titel", "programma", "onderdeel", "gepland_tekst", "naar_raad"]
    list_select_related = ["programma", "onderdeel"]
    search_fields = ["titel", "code"]
    autocomplete_fields = ["onderdeel"]
    inlines = [StandInline, DeelInline, HerplanningInline]
    fieldsets = [
        (None, {"fields": ["programma", "onderdeel", "titel", "code", "resultaat", "staat"]}),
        RegelAdmin.OPNIEUW,
        RegelAdmin.PLANNING,
        ("Meer", {"fields": ["volgorde", "is_gearchiveerd", "bron"]}),
    ]

"""The register in the admin: subjects, indicators with their definitions, breakdowns."""

from django.contrib import admin

from monitor.beheer.basis import ScopedAdmin, ScopedTabular
from monitor.beheer.geschiedenis import ScopedHistoryAdmin
from monitor.models import Categorie, Definitieversie, Dimensie, Domein, Indicator

GROEP = "Inrichting"


@admin.register(Domein)
class DomeinAdmin(ScopedAdmin):
    groep, plek = GROEP, 30
    list_display = ["naam", "code", "volgorde", "gemeente"]
    list_filter = ["gemeente"]
    list_select_related = ["gemeente"]
    search_fields = ["naam", "code"]


class DefinitieversieInline(ScopedTabular):
    model = Definitieversie
    verbose_name_plural = "definities vanaf een dag (bij een andere telling)"


@admin.register(Indicator)
class IndicatorAdmin(ScopedHistoryAdmin):
    groep, plek = GROEP, 10
    list_display = ["naam", "code", "domein", "eenheid", "frequentie", "is_actief", "gemeente"]
    list_filter = ["gemeente", "domein", "eenheid", "frequentie", "telt", "is_actief"]
    list_select_related = ["gemeente", "domein"]
    search_fields = ["naam", "code", "definitie"]
    inlines = [DefinitieversieInline]
    fieldsets = [
        (None, {"fields": ["gemeente", "naam", "code", "domein", "definitie", "berekening"]}),
        (
            "Wat voor cijfer",
            {
                "fields": [
                    "eenheid",
                    "eenheid_tekst",
                    "decimalen",
                    "stroom_of_stand",
                    "richting",
                    "frequentie",
                    "formule",
                ]
            },
        ),
        (
            "Kleine aantallen",
            {
                "fields": ["telt", "is_optelbaar", "drempel", "achterliggend", "verloop"],
                "description": "Zit er geen aantal mensen achter een bedrag of percentage? Vul bij ‘aantal "
                "erachter’ dan ‘geen’ in. Staat er niets, dan tonen wij het cijfer niet bij een groep "
                "waarvan een aantal mensen afgeschermd is.",
            },
        ),
        ("Herkomst", {"fields": ["bronsysteem", "eigenaar", "volgorde", "is_actief"]}),
    ]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["naam"]}

    def get_readonly_fields(self, request, obj=None):
        """A code in use stands in files and addresses: it stays."""
        velden = super().get_readonly_fields(request, obj)
        if obj is not None and obj.reeksen.exists():
            velden.append("code")
        return velden


class CategorieInline(ScopedTabular):
    model = Categorie
    fk_name = "dimensie"
    verbose_name_plural = "categorieën"

    def limit_choices(self, request, db_field, queryset):
        """A larger group is one of the same breakdown."""
        keuzes = super().limit_choices(request, db_field, queryset)
        dimensie = getattr(request, "dimensie_van_formulier", None)
        if db_field.name != "ouder" or dimensie is None:
            return keuzes
        return keuzes.filter(dimensie_id=dimensie)

    def get_formset(self, request, obj=None, **kwargs):
        request.dimensie_van_formulier = obj.pk if obj else None
        return super().get_formset(request, obj, **kwargs)


@admin.register(Dimensie)
class DimensieAdmin(ScopedAdmin):
    groep, plek = GROEP, 20
    list_display = ["naam", "code", "gemeente"]
    list_filter = ["gemeente"]
    list_select_related = ["gemeente"]
    search_fields = ["naam", "code"]
    inlines = [CategorieInline]

"""Decision rules and what was decided, in the admin."""

from django.contrib import admin

from monitor.beheer.geschiedenis import ScopedHistoryAdmin
from programma.beheer.programma import GROEP
from programma.models import Beslisregel, Besluit


@admin.register(Beslisregel)
class BeslisregelAdmin(ScopedHistoryAdmin):
    groep, plek = GROEP, 50
    eenheden = {"grens": "euro"}  # so that ‘13.000.000’ and ‘7,5’ are both read
    list_display = ["indicator", "vergelijking", "grens", "programma", "is_actief"]
    list_filter = ["programma", "is_actief"]
    list_select_related = ["programma", "indicator"]
    search_fields = ["indicator__naam", "actie"]
    autocomplete_fields = ["indicator", "onderdeel"]

    def get_readonly_fields(self, request, obj=None):
        """A bound about which something was decided stays what it was."""
        velden = list(super().get_readonly_fields(request, obj))
        if obj is not None and obj.besluiten.exists():
            velden += ["onderdeel", "indicator", "soort", "vergelijking", "grens"]
        return velden


@admin.register(Besluit)
class BesluitAdmin(ScopedHistoryAdmin):
    """Made by the program when a bound is passed; a person fills in the decision and what came of it."""

    groep, plek = GROEP, 60
    list_display = ["beslisregel", "periode", "toestand", "besloten_op", "afgerond_op"]
    list_filter = ["beslisregel__programma"]
    list_select_related = ["beslisregel__indicator", "beslisregel__programma", "periode"]
    readonly_fields = ["beslisregel", "periode", "gemeld_op", "afspraak", "toestand"]
    fieldsets = [
        (
            "Grens gepasseerd",
            {"fields": ["beslisregel", "periode", "afspraak", "gemeld_op", "toestand"]},
        ),
        ("Besluit", {"fields": ["besloten_op", "besloten_door", "tekst"]}),
        ("Wat ervan kwam", {"fields": ["opvolging", "afgerond_op"]}),
    ]

    @admin.display(description="afgesproken is")
    def afspraak(self, obj):
        return obj.beslisregel.actie

    def get_readonly_fields(self, request, obj=None):
        """What was decided stays; what came of it is filled in until it is closed."""
        velden = list(super().get_readonly_fields(request, obj))
        if obj is not None and (obj.besloten_op or obj.vervallen_op):
            velden += ["besloten_op", "besloten_door", "tekst"]
        if obj is not None and (obj.afgerond_op or obj.vervallen_op):
            velden += ["opvolging", "afgerond_op"]
        return velden

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

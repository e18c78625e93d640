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


@admin.register(Besluit)
class BesluitAdmin(ScopedHistoryAdmin):
    """Made by the program when a bound is passed; a person fills in the decision and what came of it."""

    groep, plek = GROEP, 60
    list_display = ["beslisregel", "periode", "toestand", "besloten_op", "afgerond_op"]
    list_filter = ["beslisregel__programma"]
    list_select_related = ["beslisregel__indicator", "beslisregel__programma", "periode"]
    readonly_fields = ["beslisregel", "periode", "gemeld_op", "afspraak"]
    fieldsets = [
        ("Grens gepasseerd", {"fields": ["beslisregel", "periode", "afspraak", "gemeld_op"]}),
        ("Besluit", {"fields": ["besloten_op", "besloten_door", "tekst"]}),
        ("Wat ervan kwam", {"fields": ["opvolging", "afgerond_op"]}),
    ]

    @admin.display(description="afgesproken is")
    def afspraak(self, obj):
        return obj.beslisregel.actie

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

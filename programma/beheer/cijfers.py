"""A linked figure in the admin: the thought behind it, and per edition whether that still holds."""

from django.contrib import admin

from monitor.beheer.basis import ScopedAdmin, ScopedTabular
from programma.beheer.programma import GROEP, AlleenToevoegen, onthoud_schrijver
from programma.models import Aannamestand, OnderdeelIndicator


class AannamestandInline(AlleenToevoegen, ScopedTabular):
    model = Aannamestand
    fields = ["datum", "oordeel", "toelichting"]
    ordering = ["-datum", "-pk"]
    verbose_name_plural = "klopt de aanname nog? Voeg per uitgave een oordeel toe"


@admin.register(OnderdeelIndicator)
class OnderdeelIndicatorAdmin(ScopedAdmin):
    groep, plek = GROEP, 35
    list_display = ["indicator", "onderdeel", "schakel", "aanname"]
    list_select_related = ["indicator", "onderdeel__programma"]
    list_filter = ["schakel"]
    search_fields = ["indicator__naam", "indicator__code", "onderdeel__titel"]
    autocomplete_fields = ["onderdeel", "indicator"]
    fields = ["onderdeel", "indicator", "schakel", "nulmeting", "aanname", "volgorde"]
    inlines = [AannamestandInline]

    def get_inlines(self, request, obj):
        return super().get_inlines(request, obj) if obj else []

    def save_formset(self, request, form, formset, change) -> None:
        onthoud_schrijver(request, formset)
        super().save_formset(request, form, formset, change)

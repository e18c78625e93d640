"""The moments of the council in the admin."""

from django.contrib import admin

from monitor.beheer.basis import ScopedAdmin
from monitor.models import Raadsmoment


@admin.register(Raadsmoment)
class RaadsmomentAdmin(ScopedAdmin):
    groep, plek = "Uitgaven", 15
    list_display = ["naam", "soort", "datum", "stukken_op", "gemeente"]
    list_filter = ["gemeente", "soort"]
    list_select_related = ["gemeente"]
    search_fields = ["naam"]
    date_hierarchy = "datum"
    fields = ["gemeente", "soort", "naam", "datum", "stukken_op"]

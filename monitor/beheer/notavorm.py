"""The sections of the note to the council, per gemeente."""

from django.contrib import admin

from monitor.beheer.basis import ScopedAdmin, ScopedStacked
from monitor.models import Notasectie, Notavorm


class NotasectieInline(ScopedStacked):
    model = Notasectie
    fields = [
        ("volgorde", "kop", "code"),
        ("automatisch", "is_in_gebruik"),
        "standaardtekst",
    ]

    def get_prepopulated_fields(self, request, obj=None):
        return {"code": ["kop"]} if self.has_change_permission(request, obj) else {}


@admin.register(Notavorm)
class NotavormAdmin(ScopedAdmin):
    groep, plek = "Inrichting", 40
    list_display = ["naam", "gemeente"]
    list_filter = ["gemeente"]
    list_select_related = ["gemeente"]
    inlines = [NotasectieInline]
    fieldsets = [
        (None, {"fields": ["gemeente", "naam"]}),
        ("Kop van de nota", {"fields": ["aan", "van", "portefeuille", "eenheid"]}),
        ("Onder de nota", {"fields": ["ondertekening"]}),
    ]

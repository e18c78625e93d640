"""The list of figures beside the text fields of an edition, a chapter or a block."""

from typing import Any

from django.contrib import admin

from monitor import rechten
from monitor.models import Uitgave
from monitor.publiceren.kiezer import keuzes
from monitor.publiceren.teksten import VELDEN_BLOK, VELDEN_HOOFDSTUK, VELDEN_UITGAVE

VELDEN = {"uitgave": VELDEN_UITGAVE, "hoofdstuk": VELDEN_HOOFDSTUK, "blok": VELDEN_BLOK}
BEWERKINGEN = ("verschil", "groei", "vorig-jaar")


class Verwijskiezer(admin.ModelAdmin):
    """Mixed into the admins whose texts may name figures. Values are for who may see figures."""

    def uitgave_van(self, obj: Any) -> Uitgave:
        return obj

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and self.has_change_permission(request, obj):
            uitgave = self.uitgave_van(obj)
            if rechten.mag(request.user, "monitor.view_waarneming", uitgave.gemeente_id):
                context |= {
                    "verwijzingen": keuzes(uitgave),
                    "bewerkingen": BEWERKINGEN,
                    "verwijsvelden": " ".join(VELDEN.get(obj._meta.model_name, ())),
                }
        return super().render_change_form(request, context, add, change, form_url, obj)

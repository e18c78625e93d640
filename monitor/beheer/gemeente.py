"""The gemeente and its settings."""

from django.contrib import admin, messages
from django.db import models

from monitor.beheer.basis import ScopedAdmin
from monitor.models import Gemeente


@admin.register(Gemeente)
class GemeenteAdmin(ScopedAdmin):
    """A gemeente is made by support; its own beheerder sets it up. It is never deleted here."""

    groep, plek = "Inrichting", 40
    list_display = ["naam", "slug", "cbs_code", "drempel", "openbaarheid"]
    search_fields = ["naam", "slug"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["naam", "slug", "cbs_code", "is_fictief", "logo", "thema"]}),
        (
            "Publiceren",
            {
                "fields": [
                    "drempel",
                    "openbaarheid",
                    "tweede_persoon",
                    "contact",
                    "eerste_uitgave_verwacht",
                ]
            },
        ),
        (
            "Toegankelijkheidsverklaring",
            {
                "fields": [
                    "toegankelijkheid_status",
                    "toegankelijkheid_op",
                    "toegankelijkheid_link",
                    "toegankelijkheid_contact",
                ],
                "description": "Staat meteen op de pagina Toegankelijkheid; de status staat onder aan elke pagina.",
            },
        ),
    ]

    def has_add_permission(self, request, obj=None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        gemeente = self.get_object(request, object_id)
        if request.method == "GET" and gemeente is not None and gemeente.is_verklaring_oud:
            self.message_user(
                request,
                "De toegankelijkheidsverklaring is ouder dan een jaar. Herzie haar en vul de nieuwe datum in.",
                messages.WARNING,
            )
        return super().change_view(request, object_id, form_url, extra_context)

    def get_readonly_fields(self, request, obj=None):
        """Address and identity hold the published pages together: support changes those."""
        velden = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return velden
        return [*velden, "naam", "slug", "cbs_code", "is_fictief"]

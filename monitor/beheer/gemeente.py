"""The gemeente and its settings."""

from django.contrib import admin

from monitor.beheer.basis import ScopedAdmin
from monitor.models import Gemeente


@admin.register(Gemeente)
class GemeenteAdmin(ScopedAdmin):
    """A gemeente is made by support; its own beheerder sets it up. It is never deleted here."""

    groep, plek = "Inrichting", 40
    list_display = ["naam", "slug", "cbs_code", "drempel", "openbaarheid"]
    search_fields = ["naam", "slug"]

    def has_add_permission(self, request, obj=None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_readonly_fields(self, request, obj=None):
        """Address and identity hold the published pages together: support changes those."""
        velden = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return velden
        return [*velden, "naam", "slug", "cbs_code", "is_fictief"]

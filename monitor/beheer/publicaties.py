"""Publications: to look at, and to take along."""

from django.contrib import admin
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from monitor.beheer.basis import ReadOnlyAdmin
from monitor.models import Publicatie


@admin.register(Publicatie)
class PublicatieAdmin(ReadOnlyAdmin):
    groep, plek = "Uitgaven", 20
    list_display = [
        "uitgave",
        "versie",
        "openbaarheid",
        "openbaar_vanaf",
        "gepubliceerd_door",
        "is_ingetrokken",
        "vingerafdruk",
        "download",
        "gemeente",
    ]
    list_filter = ["uitgave__gemeente", "uitgave", "openbaarheid"]
    list_select_related = ["uitgave__gemeente", "uitgave__periode", "gepubliceerd_door"]
    search_fields = ["uitgave__titel", "sha256", "notitie"]
    ordering = ["-gepubliceerd_op"]
    fields = [
        "uitgave",
        "versie",
        "lezen",
        "openbaarheid",
        "openbaar_vanaf",
        "gepubliceerd_op",
        "gepubliceerd_door",
        "notitie",
        "ingetrokken_op",
        "reden_ingetrokken",
        "schema_versie",
        "sha256",
        "download",
    ]
    readonly_fields = ["download", "lezen"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("inhoud")

    @admin.display(description="gemeente")
    def gemeente(self, obj):
        return obj.uitgave.gemeente

    @admin.display(description="ingetrokken", boolean=True)
    def is_ingetrokken(self, obj) -> bool:
        return obj.ingetrokken_op is not None

    @admin.display(description="vingerafdruk")
    def vingerafdruk(self, obj) -> str:
        return obj.sha256[:12]

    @admin.display(description="inhoud")
    def download(self, obj):
        adres = reverse("admin:monitor_publicatie_json", args=[obj.pk])
        return format_html('<a href="{}">Download JSON</a>', adres)

    @admin.display(description="lezen")
    def lezen(self, obj):
        u = obj.uitgave
        adres = f"/{u.gemeente.slug}/{u.slug}/?versie={obj.versie}"
        return format_html('<a href="{}">{}</a>', adres, adres)

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.json))
        return [path("<int:pk>/json/", view, name="monitor_publicatie_json"), *super().get_urls()]

    def json(self, request, pk: int) -> HttpResponse:
        """The frozen bytes, exactly as they were hashed."""
        publicatie = self.get_object_or_404(request, str(pk))
        response = HttpResponse(publicatie.inhoud, content_type="application/json")
        u = publicatie.uitgave
        naam = f"monitor-{u.gemeente.slug}-{u.slug}-v{publicatie.versie}.json"
        response["Content-Disposition"] = f'attachment; filename="{naam}"'
        return response

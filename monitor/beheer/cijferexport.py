"""Export of a gemeente's figures, in the columns of the import."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from import_export.admin import ExportMixin

from monitor import rechten
from monitor.beheer.aanleverformulier import CijferExportForm
from monitor.beheer.aanleverhulp import CSV, ODS, XLSX, CijferResource
from monitor.invoer.schrijver import CONTENT_TYPES

RECHT = "monitor.view_waarneming"


class CijferExport(ExportMixin):
    """One gemeente at a time; its choices are the gemeenten whose figures the user may read."""

    export_template_name = "admin/aanlevering/exporteren.html"
    export_form_class = CijferExportForm
    import_export_change_list_template = "admin/aanlevering/lijst.html"

    def has_export_permission(self, request) -> bool:
        return rechten.mag(request.user, RECHT)

    def get_export_formats(self):
        return [XLSX, ODS, CSV]

    def get_export_resource_classes(self, request):
        return [CijferResource]

    def get_export_queryset(self, request):
        """The gemeenten whose figures the user may read; the form narrows it to one."""
        return rechten.gemeenten_met(request.user, RECHT)

    def export_action(self, request):
        if not self.has_export_permission(request):
            raise PermissionDenied
        form = self.export_form_class(
            self.get_export_formats(),
            self.get_export_resource_classes(request),
            gemeenten=self.get_export_queryset(request),
            data=request.POST or None,
        )
        if request.method == "POST" and form.is_valid():
            return self._download(form.cleaned_data)
        context = self.admin_site.each_context(request) | {
            "title": "Cijfers exporteren",
            "opts": self.opts,
            "form": form,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.export_template_name, context)

    def _download(self, keuze: dict) -> HttpResponse:
        formaat = self.get_export_formats()[int(keuze["format"])]()
        inhoud = formaat.export_data(CijferResource().export(queryset=[keuze["gemeente"]]))
        naam = f"cijfers-{keuze['gemeente'].slug}.{formaat.get_extension()}"
        return als_bestand(inhoud, naam, formaat.get_extension())


def als_bestand(inhoud: bytes, naam: str, formaat: str) -> HttpResponse:
    """A download that a browser does not open, and no cache keeps."""
    antwoord = HttpResponse(inhoud, content_type=CONTENT_TYPES[formaat])
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord

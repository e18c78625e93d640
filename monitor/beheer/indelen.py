"""The columns of a file of one's own: the screen that maps them, and the mappings that are kept."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods

from monitor.beheer.geschiedenis import ScopedHistoryAdmin
from monitor.beheer.indelingformulier import IndelingForm
from monitor.invoer import achtergrond
from monitor.invoer.fouten import InvoerFout
from monitor.invoer.indelen import Bron, begin_indeling, bekijk, bewaar_indeling, open_bron
from monitor.invoer.register import Register
from monitor.models import Aanlevering, Bronindeling

SJABLOON = "admin/aanlevering/indelen.html"
_METHODEN = require_http_methods(["GET", "HEAD", "POST"])


class Indelen(admin.ModelAdmin):
    """Mixed into the admin of deliveries."""

    def get_urls(self):
        bekeken = self.admin_site.admin_view(_METHODEN(self.indelen))
        eigen = path("<int:pk>/indelen/", bekeken, name="monitor_aanlevering_indelen")
        return [eigen, *super().get_urls()]

    def indelen(self, request, pk: int):
        """Say what the columns are, look at the figures that come of it, keep it."""
        aanlevering = self._eigen(request, pk)
        pagina = reverse("admin:monitor_aanlevering_change", args=[pk])
        try:
            bron = open_bron(aanlevering)
            form, voorbeeld = self._indelingform(request, aanlevering, bron)
            if "bewaar" in request.POST and form.is_valid():
                naam = form.cleaned_data["naam"]
                bewaar_indeling(aanlevering.gemeente, bron.kop, naam, form.indeling)
                achtergrond.controleer_opnieuw(aanlevering, by=request.user)
                self.message_user(request, f"De indeling ‘{naam}’ is bewaard.", messages.SUCCESS)
                return HttpResponseRedirect(pagina)
        except InvoerFout as fout:
            self.message_user(request, str(fout), messages.WARNING)
            return HttpResponseRedirect(pagina)
        titel = f"Kolommen indelen: {aanlevering.bestandsnaam}"
        extra = {"aanlevering": aanlevering, "voorbeeld": voorbeeld}
        return TemplateResponse(
            request, SJABLOON, _context(self, request, titel, form, bron) | extra
        )

    def _indelingform(self, request, aanlevering: Aanlevering, bron: Bron):
        """The form, and the preview of what it says; words that are not known come with the preview."""
        register = Register(aanlevering.gemeente)
        begin = begin_indeling(register, bron)
        naam = bron.bewaard.naam if bron.bewaard else ""
        vraag: dict[str, Any] = {"register": register, "kop": bron.kop, "begin": begin}
        if request.method != "POST":
            form = IndelingForm(initial={"naam": naam}, **vraag)
            return form, None
        form = IndelingForm(request.POST, **vraag)
        form.full_clean()
        if form.non_field_errors():
            return form, None
        woorden = bekijk(aanlevering, bron, form.indeling).woorden
        form = IndelingForm(request.POST, woorden=woorden, **vraag)
        form.full_clean()
        voorbeeld = bekijk(aanlevering, bron, form.indeling)
        return form, voorbeeld


@admin.register(Bronindeling)
class BronindelingAdmin(ScopedHistoryAdmin):
    """Made from a file; here to look at, to change and to throw away."""

    groep, plek = "Inrichting", 45
    list_display = ["naam", "aantal_kolommen", "gemaakt_op", "gemeente"]
    list_filter = ["gemeente"]
    list_select_related = ["gemeente"]
    search_fields = ["naam"]
    fields = ["gemeente", "naam", "kolommen", "gemaakt_op"]
    readonly_fields = ["kolommen", "gemaakt_op"]

    @admin.display(description="kolommen")
    def aantal_kolommen(self, obj):
        return len(obj.kop)

    @admin.display(description="kolommen")
    def kolommen(self, obj):
        form = _losse_form(obj)
        gezegd = (
            (veld.label, dict(_plat(veld.field.choices)).get(veld.initial, veld.initial))
            for veld in form.kolomvelden()
        )
        lijst = format_html_join("", "<li>{}: {}</li>", gezegd)
        adres = reverse("admin:monitor_bronindeling_indelen", args=[obj.pk])
        return format_html('<ul>{}</ul><p><a href="{}">Wijzig de indeling</a></p>', lijst, adres)

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def get_urls(self):
        bekeken = self.admin_site.admin_view(_METHODEN(self.indelen))
        eigen = path("<int:pk>/indelen/", bekeken, name="monitor_bronindeling_indelen")
        return [eigen, *super().get_urls()]

    def indelen(self, request, pk: int):
        """The same form, without a file."""
        obj = self.get_object_or_404(request, str(pk), "change")
        form = _losse_form(obj, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            obj.naam, obj.indeling = form.cleaned_data["naam"], form.indeling.als_json()
            obj.save()
            self.message_user(request, "De indeling is bewaard.", messages.SUCCESS)
            adres = reverse("admin:monitor_bronindeling_change", args=[pk])
            return HttpResponseRedirect(adres)
        context = _context(self, request, f"Kolommen indelen: {obj.naam}", form)
        return TemplateResponse(request, SJABLOON, context)


def _losse_form(obj: Bronindeling, data: Any = None) -> IndelingForm:
    register = Register(obj.gemeente)
    kop = dict(enumerate(map(str, obj.kop)))
    begin = begin_indeling(register, Bron(1, kop, obj))
    return IndelingForm(data, register=register, kop=kop, begin=begin, initial={"naam": obj.naam})


def _plat(keuzes: Any) -> list[tuple[str, str]]:
    """Choices without their groups."""
    plat = []
    for waarde, label in keuzes:
        plat += list(label) if isinstance(label, list | tuple) else [(waarde, label)]
    return plat


def _context(
    beheer: Any, request: Any, titel: str, form: IndelingForm, bron: Bron | None = None
) -> dict[str, Any]:
    request.current_app = beheer.admin_site.name
    return beheer.admin_site.each_context(request) | {
        "title": titel,
        "opts": beheer.opts,
        "form": form,
        "regels": form.regels(bron.voorbeelden if bron else {}),
        "bron": bron,
    }

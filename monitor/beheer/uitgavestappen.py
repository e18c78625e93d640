"""The steps of an edition beside its form: preview, next edition, withdraw."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from monitor.beheer.uitgaveformulier import IntrekForm, VervolgForm
from monitor.invoer.perioden import periode_voor
from monitor.models import Uitgave
from monitor.models.enums import UitgaveStand
from monitor.publiceren.bevriezen import intrekken
from monitor.publiceren.inbreng import is_beantwoord, lees_inbreng
from monitor.publiceren.samenstellen import stel_samen
from monitor.publiceren.vervolg import volgende_uitgave

_lezen_en_posten = require_http_methods(["GET", "HEAD", "POST"])


class Uitgavestappen(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        def stap(deel: str, view, naam: str):
            adres = f"<int:pk>/{deel}"
            return path(adres, self.admin_site.admin_view(view), name=f"monitor_uitgave_{naam}")

        voorbeeld = require_safe(self.voorbeeld)
        return [
            stap("voorbeeld/", voorbeeld, "voorbeeld"),
            stap("voorbeeld/<path:pad>", voorbeeld, "voorbeeld_pagina"),
            stap("vervolg/", _lezen_en_posten(self.vervolg), "vervolg"),
            stap("intrekken/", _lezen_en_posten(self.intrekken), "intrekken"),
            *super().get_urls(),
        ]

    def _pagina(self, request, template: str, uitgave: Uitgave, titel: str, **context):
        context |= self.admin_site.each_context(request)
        context |= {"title": f"{titel}: {uitgave}", "opts": self.opts, "uitgave": uitgave}
        return TemplateResponse(request, f"admin/monitor/uitgave/{template}.html", context)

    # -- preview ---------------------------------------------------------------------------------

    def voorbeeld(self, request, pk: int, pad: str = ""):
        """The draft on the pages that readers get; never kept by anything on the way."""
        from monitor.weergave.concept import render_concept  # the reader's pages, only when asked

        uitgave = self.get_object_or_404(request, str(pk), "preview")
        basis = reverse("admin:monitor_uitgave_voorbeeld", args=[uitgave.pk])
        return render_concept(request, stel_samen(uitgave).inhoud, pad, basis=basis)

    # -- next edition ----------------------------------------------------------------------------

    def vervolg(self, request, pk: int):
        """A new edition with the chapters, blocks and rules of this one."""
        vorige = self.get_object_or_404(request, str(pk))
        if not self.mag(request, "add", vorige):
            raise PermissionDenied
        form = VervolgForm(_gepost(request), vorige=vorige)
        if request.method == "POST" and form.is_valid():
            nieuw = volgende_uitgave(
                vorige,
                periode=periode_voor(form.cleaned_data["periode"].code),
                titel=form.cleaned_data["titel"],
                peildatum=form.cleaned_data["peildatum"],
                by=request.user,
            )
            self.log_addition(request, nieuw, f"Op basis van {vorige}")
            self.message_user(request, f"‘{nieuw}’ staat klaar. Loop nu de teksten na.")
            if aantal := sum(not is_beantwoord(r, nieuw) for r in lees_inbreng(nieuw)):
                punten = "1 open punt" if aantal == 1 else f"{aantal} open punten"
                self.message_user(request, f"Van de raad: {punten}. U ziet ze in de cockpit.")
            return _naar("teksten", nieuw)
        return self._pagina(request, "vervolg", vorige, "Nieuwe uitgave op basis van", form=form)

    # -- withdraw ---------------------------------------------------------------------------------

    def intrekken(self, request, pk: int):
        """Take publications of an edition away from readers; they stay kept."""
        uitgave = self.get_object_or_404(request, str(pk), "publish")
        versies = uitgave.publicaties.filter(ingetrokken_op__isnull=True).defer("inhoud")
        form = IntrekForm(_gepost(request), versies=versies)
        if form.is_valid():
            reden = form.cleaned_data["reden"]
            with transaction.atomic():
                for publicatie in form.gekozen():
                    intrekken(publicatie, by=request.user, reden=reden)
            self.log_change(request, uitgave, f"Ingetrokken: {reden}")
            self.message_user(request, "Ingetrokken.", messages.WARNING)
            return HttpResponseRedirect(reverse("admin:monitor_uitgave_changelist"))
        return self._pagina(request, "intrekken", uitgave, "Intrekken", form=form, versies=versies)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {
                "mag_publiceren": self.mag(request, "publish", obj),
                "mag_voorbeeld": self.mag(request, "preview", obj),
                "mag_vervolg": self.mag(request, "add", obj),
                "mag_corrigeren": self.mag(request, "correct", obj),
                "is_gepubliceerd": obj.stand in (UitgaveStand.GEPUBLICEERD, UitgaveStand.BEHANDELD),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)


def _gepost(request):
    return request.POST if request.method == "POST" else None


def _naar(stap: str, uitgave: Uitgave) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"admin:monitor_uitgave_{stap}", args=[uitgave.pk]))

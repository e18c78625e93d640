"""Where an edition is on its way: the bar, the next step with its warnings, its history, the calendar."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from monitor import rechten
from monitor.models import Raadsmoment, Uitgave
from monitor.models.enums import UitgaveStand
from monitor.publiceren.bevriezen import beoordeel
from monitor.publiceren.kalender import kalender, te_laat
from monitor.publiceren.stappen import WEG, Opgave, Stap, StapFout, mogelijk, volgende, zet_stap


class StapForm(forms.Form):
    """The fields that one step asks, and which step and state the page showed."""

    naar = forms.CharField(widget=forms.HiddenInput)
    verwacht = forms.CharField(widget=forms.HiddenInput)
    college_op = forms.DateField(
        label="Dag van het collegebesluit", widget=AdminDateWidget(), help_text="Niet na vandaag."
    )
    zaaknummer = forms.CharField(
        max_length=60,
        widget=AdminTextInputWidget(),
        help_text="Nummer van de zaak of van het besluit.",
    )
    beslispunten = forms.CharField(
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="Wat het college besloot, een punt per regel.",
    )
    raad_op = forms.DateField(
        label="Dag van behandeling", widget=AdminDateWidget(), help_text="Niet na vandaag."
    )
    reden = forms.CharField(
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Waarom de uitgave een stap teruggaat. Dit blijft bewaard.",
    )

    def __init__(self, data=None, *, stap: Stap, uitgave: Uitgave) -> None:
        begin = {"naar": stap.naar, "verwacht": uitgave.stand}
        begin |= {
            v: getattr(uitgave, v) for v in ("college_op", "zaaknummer", "beslispunten", "raad_op")
        }
        super().__init__(data, auto_id=f"id_{stap.naar}_%s", initial=begin)
        self.stap = stap
        for naam in set(self.fields) - {"naar", "verwacht", *stap.vraagt, *stap.mag_ook}:
            del self.fields[naam]

    def opgave(self) -> Opgave:
        return Opgave(
            **{n: w for n, w in self.cleaned_data.items() if n not in ("naar", "verwacht")}
        )


def balk(uitgave: Uitgave) -> list[dict[str, object]]:
    """The five states in order, and where the edition is."""
    plek = WEG.index(UitgaveStand(uitgave.stand)) if uitgave.stand in WEG else -1
    return [
        {"naam": stand.label, "is_hier": i == plek, "is_geweest": i < plek}
        for i, stand in enumerate(WEG)
    ]


class Uitgaveweg(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        view = self.admin_site.admin_view
        weg = view(require_http_methods(["GET", "HEAD", "POST"])(self.weg))
        return [
            path("<int:pk>/weg/", weg, name="monitor_uitgave_weg"),
            path("kalender/", view(require_safe(self.kalender)), name="monitor_uitgave_kalender"),
            *super().get_urls(),
        ]

    def weg(self, request, pk: int):
        """What the next step is, what to look at first, and what was decided before."""
        uitgave = self.get_object_or_404(request, str(pk), "preview")
        if request.method == "POST":
            if not self.mag(request, "submit", uitgave):
                raise PermissionDenied
            if (antwoord := self._zet_stap(request, uitgave)) is not None:
                return antwoord
        context = self.admin_site.each_context(request) | {
            "title": f"Weg van de uitgave: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            **self._weg_context(request, uitgave),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/weg.html", context)

    def _zet_stap(self, request, uitgave: Uitgave) -> HttpResponseRedirect | None:
        naar = request.POST.get("naar", "")
        stap = next((s for s in mogelijk(uitgave, request.user) if s.naar == naar), None)
        if stap is None or stap.eigen_pagina:
            request.stapfouten = ["Kies een stap van deze pagina. Misschien is de stand veranderd."]
            return None
        form = StapForm(request.POST, stap=stap, uitgave=uitgave)
        if not form.is_valid():
            request.stapform = form
            return None
        try:
            zet_stap(
                uitgave,
                naar,
                by=request.user,
                opgave=form.opgave(),
                verwacht=form.cleaned_data["verwacht"],
            )
        except StapFout as fout:
            request.stapform, request.stapfouten = form, fout.redenen
            return None
        self.log_change(request, uitgave, f"Stap: {stap.naam}")
        self.message_user(request, f"‘{uitgave}’ is nu: {uitgave.get_stand_display().lower()}.")
        return HttpResponseRedirect(reverse("admin:monitor_uitgave_weg", args=[uitgave.pk]))

    def _weg_context(self, request, uitgave: Uitgave) -> dict[str, object]:
        stappen = mogelijk(uitgave, request.user)
        gepost = getattr(request, "stapform", None)
        formulieren = [
            gepost if gepost is not None and gepost.stap == s else StapForm(stap=s, uitgave=uitgave)
            for s in stappen
            if not s.eigen_pagina
        ]
        verder = volgende(uitgave)
        is_concept = uitgave.stand in WEG[:3]
        blokkeert, waarschuwt = beoordeel(uitgave) if is_concept else ([], list(te_laat(uitgave)))
        return {
            "balk": balk(uitgave),
            "verder": verder,
            "verder_wie": " of ".join(rechten.rollen_met(verder.recht)) if verder else "",
            "mag_verder": verder in stappen,
            "vooruit": [f for f in formulieren if not f.stap.is_terug],
            "terug": [f for f in formulieren if f.stap.is_terug],
            "paginas": [s for s in stappen if s.eigen_pagina],
            "media": sum((f.media for f in formulieren), forms.Media()),
            "stapfouten": getattr(request, "stapfouten", []),
            "blokkeert": blokkeert,
            "waarschuwt": waarschuwt,
            "stappen": uitgave.stappen.select_related("door"),
        }

    def kalender(self, request):
        """Editions beside the moments of the council, in order of time."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        momenten = Raadsmoment.objects.filter(
            gemeente__in=rechten.gemeenten_met(request.user, "monitor.view_raadsmoment")
        ).select_related("gemeente")
        context = self.admin_site.each_context(request) | {
            "title": "Kalender van uitgaven en raad",
            "opts": self.opts,
            "dagen": kalender(self.get_queryset(request), momenten),
            "mag_moment": rechten.mag(request.user, "monitor.add_raadsmoment"),
            "meer_gemeenten": rechten.werkt_in_meer_gemeenten(request.user),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/kalender.html", context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {"balk": balk(obj), "reden_vast": obj.reden_vast, "uitgave": obj}
        return super().render_change_form(request, context, add, change, form_url, obj)

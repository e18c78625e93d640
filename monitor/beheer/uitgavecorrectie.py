"""The correction wizard: choose published figures, say what they become and why, publish anew."""

from datetime import date

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from monitor import rechten
from monitor.beheer.cijferformulier import waarde_tekst
from monitor.beheer.uitgavepubliceren import verzoekcontext
from monitor.beheer.velden import lees_waarde
from monitor.models import Uitgave, Waarneming
from monitor.models.enums import VerzoekSoort
from monitor.publiceren.bevriezen import PubliceerFout
from monitor.publiceren.corrigeren import (
    Herstel,
    Vondst,
    geraakt,
    kies,
    nieuwste,
    waarneming_van,
    zoek,
)
from monitor.publiceren.verzoekcorrectie import als_gegevens
from monitor.publiceren.verzoeken import vraag

MEEST_TEGELIJK = 30


class CorrectieForm(forms.Form):
    """Cause and since when, and for each chosen figure what it becomes."""

    oorzaak = forms.CharField(
        max_length=400,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Waardoor het cijfer fout was. Lezers zien deze tekst; noem geen kleine aantallen.",
    )
    bekend_sinds = forms.DateField(
        label="Bekend sinds",
        initial=timezone.localdate,
        widget=AdminDateWidget(),
        help_text="Op welke dag de fout bekend werd.",
    )

    def __init__(self, data=None, *, rijen: list[tuple[Vondst, Waarneming]]) -> None:
        super().__init__(data)
        self.rijen = rijen
        for i, (vondst, waarneming) in enumerate(rijen):
            self.fields[f"nieuw-{i}"] = forms.CharField(
                label=f"{vondst.naam}, {vondst.periode}",
                max_length=60,
                widget=AdminTextInputWidget(),
                help_text="Zoals u het schrijft: 1.135 · € 12.994.629 · 2,2% · niet bekend.",
            )
            self.fields[f"versie-{i}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=waarneming.versie
            )

    def clean_bekend_sinds(self) -> date:
        dag = self.cleaned_data["bekend_sinds"]
        if dag > timezone.localdate():
            raise ValidationError("Deze dag ligt in de toekomst.")
        return dag

    def clean(self) -> dict:
        gegevens = super().clean()
        self.herstel = []
        for i, (vondst, waarneming) in enumerate(self.rijen):
            indicator = waarneming.reeks.indicator
            if f"nieuw-{i}" not in gegevens:
                continue
            try:
                getal = lees_waarde(gegevens[f"nieuw-{i}"], indicator.eenheid, indicator.decimalen)
            except ValidationError as fout:
                self.add_error(f"nieuw-{i}", fout)
                continue
            self.herstel.append(Herstel(vondst, waarneming, getal, gegevens[f"versie-{i}"]))
        return gegevens

    def getypt(self) -> list[tuple[Herstel, str]]:
        """Each figure to correct, with the text as it was typed."""
        plek = {vondst.sleutel: i for i, (vondst, _) in enumerate(self.rijen)}
        return [(h, self.cleaned_data[f"nieuw-{plek[h.vondst.sleutel]}"]) for h in self.herstel]

    def invulvelden(self):
        """For the page: the field, its hidden version, and the figure as it was published."""
        for i, (vondst, waarneming) in enumerate(self.rijen):
            yield self[f"nieuw-{i}"], self[f"versie-{i}"], vondst, waarneming


class Uitgavecorrectie(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        view = self.admin_site.admin_view(
            require_http_methods(["GET", "HEAD", "POST"])(self.correctie)
        )
        return [
            path("<int:pk>/correctie/", view, name="monitor_uitgave_correctie"),
            *super().get_urls(),
        ]

    def correctie(self, request, pk: int):
        uitgave = self.get_object_or_404(request, str(pk), "correct")
        publicatie = nieuwste(uitgave)
        if publicatie is None:
            return self._correctiepagina(request, uitgave, publicatie=None)
        gegevens = request.POST if request.method == "POST" else request.GET
        if request.method == "POST" and "verzoek" in gegevens:
            return self.behandel_verzoek(request, uitgave, gegevens)
        gekozen = kies(publicatie, gegevens.getlist("cel")[:MEEST_TEGELIJK])
        rijen = [(v, w) for v in gekozen if (w := waarneming_van(uitgave.gemeente, v.sleutel))]
        form = CorrectieForm(request.POST if request.method == "POST" else None, rijen=rijen)
        vraag = gegevens.get("zoek", "").replace("\0", "")
        context = {
            "publicatie": publicatie,
            "vraag": vraag,
            "treffers": [v for v in zoek(publicatie, vraag) if v not in gekozen] if vraag else [],
            "form": form,
            "zonder": [v for v in gekozen if v not in [r[0] for r in rijen]],
            "mag_cijfers": rechten.mag(
                request.user, "monitor.view_waarneming", uitgave.gemeente_id
            ),
            "nu": {v.sleutel: waarde_tekst(w) for v, w in rijen},
        }
        if request.method == "POST" and rijen and form.is_valid():
            return self._controleer_of_doe(request, uitgave, form, context)
        return self._correctiepagina(request, uitgave, **context)

    def _controleer_of_doe(self, request, uitgave: Uitgave, form: CorrectieForm, context):
        """First which editions change; then, confirmed, all of it at once."""
        gemeente = uitgave.gemeente
        try:
            lijst = geraakt(gemeente, form.herstel, by=request.user)
            if request.POST.get("doe") != "publiceer":
                return self._correctiepagina(
                    request, uitgave, **context, geraakt=lijst, controle=True
                )
            return self._vraag_correctie(request, uitgave, form, lijst)
        except PubliceerFout as fout:
            return self._correctiepagina(request, uitgave, **context, redenen=fout.redenen)

    def _vraag_correctie(self, request, uitgave: Uitgave, form: CorrectieForm, lijst):
        nummers = set(request.POST.getlist("uitgave"))
        gekozen = [g.uitgave for g in lijst if str(g.uitgave.pk) in nummers]
        if not gekozen:
            raise PubliceerFout(["Kies minstens één uitgave om opnieuw te publiceren."])
        gegevens = als_gegevens(
            form.getypt(),
            oorzaak=form.cleaned_data["oorzaak"],
            bekend_sinds=form.cleaned_data["bekend_sinds"],
            uitgaven=gekozen,
        )
        verzoek = vraag(uitgave, by=request.user, soort=VerzoekSoort.CORRECTIE, gegevens=gegevens)
        return self.naar_verzoek(request, verzoek)

    def _correctiepagina(self, request, uitgave: Uitgave, **context) -> TemplateResponse:
        context |= verzoekcontext(request, uitgave)
        context |= self.admin_site.each_context(request) | {
            "title": f"Corrigeren: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
        }
        return TemplateResponse(request, "admin/monitor/uitgave/correctie.html", context)

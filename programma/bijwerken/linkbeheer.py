"""The manager's page of mailed links: send one about chosen lines, see what became of it, withdraw it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from programma.bijwerken.lijst import Lijn, maak_lijst
from programma.bijwerken.views import eigen_programma, toon, wie
from programma.links import GELDIG, trek_in, vraag_link
from programma.models import Bijwerklink, Programma

BEKIJKEN, STUREN, INTREKKEN = (
    f"programma.{actie}_bijwerklink" for actie in ("view", "add", "change")
)


class LinkForm(forms.Form):
    functie = forms.CharField(
        label="Voor wie",
        max_length=120,
        help_text="De functie, geen naam: bijvoorbeeld ‘coördinator welzijn’.",
    )
    email = forms.EmailField(label="E-mailadres", help_text="Hier gaat de link naartoe.")
    dagen = forms.IntegerField(
        label="Geldig, in dagen", min_value=1, max_value=60, initial=GELDIG.days
    )
    regels = forms.MultipleChoiceField(
        label="Waarover",
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen deze regels ziet de ander, en alleen daarover kan hij berichten.",
        error_messages={"required": "Kies ten minste één regel."},
    )

    def __init__(self, lijnen: list[Lijn], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(x.sleutel, f"{x.titel} · {x.regel['status_tekst']}") for x in lijnen]
        veld = self.fields["regels"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = keuzes

    def clean_functie(self) -> str:
        functie = str(self.cleaned_data["functie"])
        if "@" in functie:
            raise ValidationError("Schrijf hier de functie. Het adres komt eronder.")
        return functie


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, programma_pk: int) -> HttpResponse:
    is_post = request.method == "POST"
    programma = eigen_programma(request, programma_pk, STUREN if is_post else BEKIJKEN)
    lijnen = maak_lijst(programma, vandaag=timezone.localdate())
    form = LinkForm(lijnen, request.POST if is_post else None)
    if is_post and form.is_valid():
        link = _vraag(request, programma, form.cleaned_data)
        messages.success(request, f"De link voor {link.functie} wordt nu gemaild.")
        return _terug(programma)
    rijen = list(programma.bijwerklinks.select_related("gemaakt_door").prefetch_related("standen"))
    titels = {x.sleutel: x.titel for x in lijnen}
    overzicht = [(rij, [titels.get(s, "(weg)") for s in rij.regels]) for rij in rijen]
    return toon(
        request, "links", f"Links: {programma}", programma=programma, form=form, links=overzicht
    )


def _vraag(request: HttpRequest, programma: Programma, data: dict[str, Any]) -> Bijwerklink:
    return vraag_link(
        programma,
        functie=data["functie"],
        email=data["email"],
        regels=data["regels"],
        geldig=timedelta(days=data["dagen"]),
        basis=settings.BASIS_ADRES or request.build_absolute_uri("/"),
        by=wie(request),
    )


@require_POST
def intrekken(request: HttpRequest, programma_pk: int, link_pk: int) -> HttpResponse:
    programma = eigen_programma(request, programma_pk, INTREKKEN)
    link = get_object_or_404(programma.bijwerklinks, pk=link_pk)
    trek_in(link)
    messages.success(request, f"De link voor {link.functie} werkt niet meer.")
    return _terug(programma)


def _terug(programma: Programma) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin_bijwerken:links", args=[programma.pk]))

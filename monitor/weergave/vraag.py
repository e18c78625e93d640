"""A reader asks about a published figure: a plain form, kept out of every cache.

Without third parties: a field that people do not see, a signed moment that tells how long the form was
open, and a bound for each address and gemeente. Nothing about the asker reaches a page.
"""

from __future__ import annotations

from hashlib import sha256

from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from monitor.adres import adres_van
from monitor.publiceren.lezersvragen import stel_vraag
from monitor.weergave.antwoord import lezer, niet_gevonden, toon
from monitor.weergave.publicaties import Gelezen, get_publicatie

TE_SNEL, TE_OUD = 3, 24 * 3600  # seconds between showing the form and sending it
PER_ADRES, PER_GEMEENTE = (5, 3600), (200, 24 * 3600)  # how many, in how many seconds
_zegel = signing.TimestampSigner(salt="lezersvraag")


class VraagForm(forms.Form):
    vraag = forms.CharField(
        label="Uw vraag",
        min_length=10,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Schrijf geen gegevens van uzelf of van anderen op, zoals namen of adressen.",
        error_messages={"min_length": "Schrijf uw vraag in een hele zin."},
    )
    e_mail = forms.EmailField(
        label="Uw e-mailadres (mag leeg blijven)",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Alleen om u te antwoorden. Daarna wissen wij het.",
    )
    website = forms.CharField(required=False, max_length=200)  # people do not see this one
    moment = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"moment": _zegel.sign("nu")}, auto_id="vraag-%s")

    def clean_moment(self) -> str:
        """Too quick is a machine; too long ago is a page that somebody kept."""
        zegel = self.cleaned_data["moment"]
        try:
            _zegel.unsign(zegel, max_age=TE_OUD)
        except signing.BadSignature:
            raise forms.ValidationError(
                "De pagina stond te lang open. Verstuur nog eens."
            ) from None
        if not settings.DEBUG and _jonger_dan(zegel, TE_SNEL):
            raise forms.ValidationError("Dat ging erg snel. Kijk uw vraag na en verstuur nog eens.")
        return zegel


def _jonger_dan(zegel: str, seconden: int) -> bool:
    try:
        _zegel.unsign(zegel, max_age=seconden)
    except signing.SignatureExpired:
        return False
    return True


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: HttpRequest, gemeente: str, uitgave: str, indicator: str) -> HttpResponse:
    """The form at a figure that this reader may see."""
    try:
        gelezen = get_publicatie(lezer(request), gemeente, uitgave)
        cijfer = gelezen.indicator(indicator)
    except Http404 as fout:
        return niet_gevonden(request, gemeente, str(fout), getattr(fout, "koppen", ()))
    if request.method != "POST":
        return _toon(request, gelezen, cijfer, VraagForm())
    data = request.POST.copy()
    form = VraagForm(data)
    if not form.is_valid():
        if "te lang open" in str(form.errors.get("moment", "")):
            data["moment"] = _zegel.sign("nu")  # so that sending once more is in time
        return _toon(request, gelezen, cijfer, form)
    if te_vaak(request, gemeente):
        return _toon(request, gelezen, cijfer, form, status=429)
    return _ontvang(request, gelezen, cijfer, form)


def _ontvang(request: HttpRequest, gelezen: Gelezen, cijfer, form: VraagForm) -> HttpResponse:
    """Keep it, unless the hidden field was filled: a machine gets the same thanks."""
    velden = form.cleaned_data
    if not velden["website"]:
        stel_vraag(
            gelezen.kop.pk if gelezen.kop else 0,
            indicator=cijfer["code"],
            naam=cijfer["naam"],
            eigenaar=cijfer["eigenaar"],
            tekst=velden["vraag"],
            e_mail=velden["e_mail"],
        )
    return HttpResponseRedirect(f"{request.path}?verstuurd=1")


def _toon(request, gelezen: Gelezen, cijfer, form: VraagForm, *, status: int = 200) -> HttpResponse:
    context = {
        "indicator": cijfer,
        "form": form,
        "verstuurd": request.GET.get("verstuurd") == "1" and request.method != "POST",
        "te_vaak": status == 429,
        "dagen": settings.LEZERSVRAAG_DAGEN,
    }
    response = toon(request, gelezen, "weergave/vraag.html", plek="cijfers", **context)
    response.status_code = status
    return response


def te_vaak(request: HttpRequest, gemeente: str) -> bool:
    """Count this try; True when this address, or the whole gemeente, has had enough."""
    adres = sha256(f"{settings.SECRET_KEY}{adres_van(request)}".encode())
    van_adres = _tel(f"lezersvraag:{adres.hexdigest()[:24]}", PER_ADRES[1])
    return (
        van_adres > PER_ADRES[0]
        or _tel(f"lezersvraag:{gemeente}", PER_GEMEENTE[1]) > PER_GEMEENTE[0]
    )


def _tel(sleutel: str, seconden: int) -> int:
    if cache.add(sleutel, 1, seconden):
        return 1
    try:
        return int(cache.incr(sleutel))
    except ValueError:  # it expired in between
        cache.set(sleutel, 1, seconden)
        return 1

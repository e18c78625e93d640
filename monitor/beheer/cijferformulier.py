"""The forms of one figure. They check; `monitor.invoer.toepassen.leg_vast` writes."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from monitor.beheer.formulier import ScopedForm
from monitor.beheer.velden import PeriodeField, lees_waarde
from monitor.invoer.cijferrijen import MINDER_DAN_NIEMAND, minder_dan_niemand
from monitor.invoer.fouten import InmiddelsGewijzigd
from monitor.invoer.perioden import periode_voor
from monitor.invoer.reeksen import reeksen_voor
from monitor.invoer.toepassen import leg_vast
from monitor.models import Categorie, Dimensie, Indicator, Reeks, Waarneming
from monitor.models.enums import Aard, Soort
from monitor.regels.getallen import Getal
from monitor.regels.perioden import lees_periode
from monitor.regels.sleutels import lees_sleutel, maak_sleutel
from monitor.regels.tonen import toon

INVULLEN = ["waarde_tekst", "status", "beloofd_voor", "voetnoot", "brondatum", "reden"]
_BEKEND = (Aard.GETAL, Aard.KLEINER_DAN, Aard.BEREIK)


def getal_van(obj: Waarneming) -> Getal:
    return Getal(obj.aard, obj.waarde, obj.onder, obj.boven, obj.benadering)


def waarde_tekst(obj: Waarneming) -> str:
    """The figure in words and digits, before disclosure control."""
    indicator = obj.reeks.indicator
    tekst = toon(getal_van(obj), eenheid=indicator.eenheid, decimalen=indicator.decimalen)
    if obj.aard == Aard.NOG_NIET_BEKEND and obj.beloofd_voor:
        return f"{tekst} (beloofd voor {obj.beloofd_voor})"
    return tekst


class CijferForm(ScopedForm):
    """Change one figure. `getoond` is the version that the page showed."""

    waarde_tekst = forms.CharField(
        label="Waarde",
        widget=AdminTextInputWidget(),
        help_text="Zoals u het schrijft: 1.135 · € 12.994.629 · 2,2% · <10 · 15-20 · "
        "zie toelichting · niet gemeten · nog niet bekend · niet bekend · vervallen.",
    )
    reden = forms.CharField(
        label="Reden",
        required=False,
        max_length=400,
        widget=AdminTextInputWidget(),
        help_text="Waarom het cijfer verandert. Nodig als er al een cijfer stond.",
    )
    getoond = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Waarneming
        fields = ["status", "beloofd_voor", "voetnoot", "brondatum"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.oud = getal_van(self.instance) if self.instance.pk else None
        if self.oud is not None:
            indicator = self.instance.reeks.indicator
            stijl = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
            self.initial.setdefault("waarde_tekst", toon(self.oud, **stijl))
            self.initial.setdefault("getoond", self.instance.versie)

    def het_cijfer(self) -> Indicator | None:
        return self.instance.reeks.indicator

    def clean(self) -> dict:
        gegevens = super().clean()
        indicator = self.het_cijfer()
        if indicator is None or "waarde_tekst" not in gegevens:
            return gegevens
        try:
            getal = lees_waarde(gegevens["waarde_tekst"], indicator.eenheid, indicator.decimalen)
        except ValidationError as fout:
            self.add_error("waarde_tekst", fout)
            return gegevens
        gegevens["getal"] = getal
        if minder_dan_niemand(indicator, getal):
            self.add_error("waarde_tekst", f"{MINDER_DAN_NIEMAND} Kijk het na.")
        self._check_belofte(gegevens, getal)
        self._check_reden(gegevens, getal)
        self._check_versie(gegevens)
        return gegevens

    def _check_belofte(self, gegevens: dict, getal: Getal) -> None:
        belofte = gegevens.get("beloofd_voor", "")
        if not belofte:
            return
        if getal.aard != Aard.NOG_NIET_BEKEND:
            self.add_error("beloofd_voor", "Vul dit alleen in bij ‘nog niet bekend’.")
            return
        try:
            gegevens["beloofd_voor"] = lees_periode(belofte).code
        except ValueError as fout:
            self.add_error("beloofd_voor", str(fout))

    def _check_reden(self, gegevens: dict, getal: Getal) -> None:
        anders = self.oud is not None and self.oud != getal
        if anders and self.oud.aard in _BEKEND and not gegevens.get("reden"):
            self.add_error("reden", "Vul in waarom dit cijfer verandert.")

    def _check_versie(self, gegevens: dict) -> None:
        """Somebody else saved in between: show both values, and ask to save again."""
        if self.oud is None or gegevens.get("getoond") == self.instance.versie:
            return
        laatste = self.instance.wijzigingen.select_related("gewijzigd_door").first()
        wie = str(laatste.gewijzigd_door) if laatste and laatste.gewijzigd_door else ""
        nu = self.initial["waarde_tekst"]
        self.data = self.data.copy()
        self.data["getoond"] = str(self.instance.versie)
        raise ValidationError(
            str(InmiddelsGewijzigd(nu=nu, eigen=gegevens["waarde_tekst"], door=wie))
        )

    def leg_vast(self, *, by) -> Waarneming:
        """Write the figure with its history. Raises `InmiddelsGewijzigd` on a race."""
        return self._schrijf(self.instance.reeks, self.instance.periode, by)

    def _schrijf(self, reeks: Reeks, periode, by) -> Waarneming:
        g = self.cleaned_data
        return leg_vast(
            reeks,
            periode,
            g["getal"],
            by=by,
            status=g["status"],
            voetnoot=g["voetnoot"],
            beloofd_voor=g["beloofd_voor"],
            brondatum=g["brondatum"],
            reden=g.get("reden", ""),
            verwachte_versie=g.get("getoond") or 0,
        )


class NieuwCijferForm(CijferForm):
    """A new figure: which series, which period, and its value."""

    indicator = forms.ModelChoiceField(Indicator.objects.none(), label="Cijfer")
    soort = forms.ChoiceField(choices=Soort.choices, initial=Soort.REALISATIE, label="Soort")
    uitsplitsing = forms.CharField(
        required=False,
        max_length=250,
        widget=AdminTextInputWidget(),
        help_text="Leeg: het totaal. Anders bijvoorbeeld ‘leveringsvorm=pgb’.",
    )
    periode_tekst = PeriodeField(
        label="Periode",
        widget=AdminTextInputWidget(),
        help_text="Zoals u het schrijft: april 2021 · Q1 2022 · 2021 · t/m april 2021 · 1-4-2022.",
    )

    def het_cijfer(self) -> Indicator | None:
        return self.cleaned_data.get("indicator")

    def clean(self) -> dict:
        gegevens = super().clean()
        indicator, periode = gegevens.get("indicator"), gegevens.get("periode_tekst")
        if indicator is None or periode is None:
            return gegevens
        try:
            self.categorieen = kies_categorieen(indicator, gegevens.get("uitsplitsing", ""))
        except ValidationError as fout:
            self.add_error("uitsplitsing", fout)
            return gegevens
        gegevens["sleutel"] = maak_sleutel({c.dimensie.code: c.code for c in self.categorieen})
        self._check_bestaat_niet(indicator, periode.code, gegevens)
        return gegevens

    def _check_bestaat_niet(self, indicator: Indicator, code: str, gegevens: dict) -> None:
        bestaand = Waarneming.objects.filter(
            reeks__gemeente=indicator.gemeente_id,
            reeks__indicator=indicator,
            reeks__soort=gegevens.get("soort"),
            reeks__sleutel=gegevens["sleutel"],
            periode__code=code,
        ).first()
        if bestaand is not None:
            adres = reverse("admin:monitor_waarneming_change", args=[bestaand.pk])
            raise ValidationError(
                format_html(
                    'Dit cijfer is er al: {}. <a href="{}">Pas dat cijfer aan</a>.',
                    waarde_tekst(bestaand),
                    adres,
                )
            )

    def leg_vast(self, *, by) -> Waarneming:
        g = self.cleaned_data
        indicator = g["indicator"]
        sleutel = (indicator.pk, g["soort"], g["sleutel"])
        nummer = reeksen_voor(indicator.gemeente, {sleutel: self.categorieen})[sleutel]
        reeks = Reeks.objects.select_related("indicator", "gemeente").get(pk=nummer)
        return self._schrijf(reeks, periode_voor(g["periode_tekst"].code), by)


def kies_categorieen(indicator: Indicator, tekst: str) -> tuple[Categorie, ...]:
    """The categories of a breakdown as people type it. Raises `ValidationError` with what exists."""
    try:
        delen = lees_sleutel(tekst.replace(",", ";"))
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    return tuple(_categorie(indicator, dim, cat) for dim, cat in sorted(delen.items()))


def _categorie(indicator: Indicator, dimensie: str, categorie: str) -> Categorie:
    dimensies = Dimensie.objects.filter(gemeente=indicator.gemeente_id)
    gevonden = dimensies.filter(code=dimensie).first()
    if gevonden is None:
        bekend = ", ".join(dimensies.values_list("code", flat=True)) or "nog geen"
        raise ValidationError(f"De uitsplitsing ‘{dimensie}’ is er niet. Bekend zijn: {bekend}.")
    alle = list(gevonden.categorieen.select_related("dimensie"))
    for rij in alle:
        if categorie.casefold() in (rij.code.casefold(), rij.naam.casefold()):
            return rij
    bekend = ", ".join(rij.code for rij in alle[:20]) or "nog geen"
    raise ValidationError(f"‘{categorie}’ is geen {gevonden}. Kies uit: {bekend}.")

"""The forms around an edition."""

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget
from django.utils import timezone

from monitor.beheer.tekstformulier import TekstForm
from monitor.beheer.velden import PeriodeField
from monitor.invoer.perioden import periode_voor
from monitor.models import Uitgave
from monitor.regels.perioden import dag_in_woorden

_NOTATIE = "Zoals u het schrijft: maart en april 2021 · Q1 2022 · 2e helft 2020 · 2021."


class UitgaveForm(TekstForm):
    """The period is typed; it becomes the address. Where the edition is on its way is no field."""

    periode_tekst = PeriodeField(label="Periode", widget=AdminTextInputWidget(), help_text=_NOTATIE)

    class Meta:
        model = Uitgave
        exclude = ["periode", "stand"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("periode_tekst", self.instance.periode.code)

    def clean(self) -> dict:
        gegevens = super().clean()
        tijdvak = gegevens.get("periode_tekst")
        gemeente = gegevens.get("gemeente") or (
            self.instance.gemeente if self.instance.pk else None
        )
        if tijdvak is None or gemeente is None:
            return gegevens
        if bezet(gemeente, tijdvak.code, self.instance.pk):
            self.add_error("periode_tekst", "Deze gemeente heeft al een uitgave over deze periode.")
        else:
            self.instance.periode = periode_voor(tijdvak.code)
        return gegevens


def bezet(gemeente, code: str, behalve: int | None = None) -> bool:
    rijen = Uitgave.objects.filter(gemeente=gemeente, periode__code=code)
    return rijen.exclude(pk=behalve).exists()


class VervolgForm(forms.Form):
    """What a next edition needs; the rest is copied from the previous one."""

    periode = PeriodeField(label="Periode", widget=AdminTextInputWidget(), help_text=_NOTATIE)
    titel = forms.CharField(
        max_length=120,
        widget=AdminTextInputWidget(),
        help_text="Zoals lezers het zien, bijvoorbeeld ‘Monitor mei-juni 2021’.",
    )
    peildatum = forms.DateField(
        required=False,
        widget=AdminDateWidget(),
        help_text="Cijfers over tijd na deze dag horen niet in deze uitgave. "
        "Leeg: de laatste dag van de periode. Schrijf bijvoorbeeld 30-6-2021.",
    )

    def __init__(self, *args, vorige: Uitgave, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.vorige = vorige

    def clean_periode(self):
        tijdvak = self.cleaned_data["periode"]
        if bezet(self.vorige.gemeente, tijdvak.code):
            raise forms.ValidationError("Deze gemeente heeft al een uitgave over deze periode.")
        return tijdvak

    def clean_peildatum(self):
        tijdvak = self.cleaned_data.get("periode")
        dag = self.cleaned_data["peildatum"] or (tijdvak.eind if tijdvak else None)
        if dag is None:
            if tijdvak is None:  # said already at the period
                return dag
            raise forms.ValidationError("Vul de peildatum in: deze periode heeft geen laatste dag.")
        if dag <= self.vorige.peildatum:
            raise forms.ValidationError(
                f"Kies een dag na de peildatum van de vorige uitgave ({self.vorige.peildatum:%d-%m-%Y})."
            )
        return dag


class PubliceerForm(forms.Form):
    na_versie = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    notitie = forms.CharField(
        label="Notitie bij de correctie",
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Wat er anders is en waarom. Lezers zien deze tekst.",
    )

    def __init__(self, *args, versies, **kwargs) -> None:
        nieuwste = next((p.versie for p in versies), 0)
        super().__init__(*args, initial={"na_versie": nieuwste}, **kwargs)
        self.nieuwste = nieuwste
        if nieuwste:
            self.fields["notitie"].required = True
        else:
            del self.fields["notitie"]

    def clean_na_versie(self) -> int:
        """Which version the page showed; a post without it saw the newest."""
        getoond = self.cleaned_data["na_versie"]
        return self.nieuwste if getoond is None else getoond


class IntrekForm(forms.Form):
    welke = forms.ChoiceField(
        label="Welke versie",
        help_text="Bij elke keuze staat wat lezers daarna zien.",
    )
    reden = forms.CharField(
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Waarom dit niet meer te lezen is. Lezers zien deze tekst.",
    )

    def __init__(self, *args, versies, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.versies = list(versies)
        losse = [(str(p.versie), self._gevolg(p)) for p in self.versies]
        alle = ("alle", "Alle versies: van deze uitgave is daarna niets meer te lezen")
        enige = [("alle", woorden) for _, woorden in losse]
        meer = [
            ("", "Kies een versie"),
            *losse,
            alle,
        ]  # what can not be undone is never chosen already
        self.fields["welke"].choices = meer if len(losse) > 1 else enige

    def _gevolg(self, publicatie) -> str:
        """What readers see when this version alone is withdrawn."""
        rest = [p for p in self.versies if p != publicatie]
        if not rest:
            return f"Versie {publicatie.versie}: van deze uitgave is daarna niets meer te lezen"
        nieuwste = max(rest, key=lambda p: p.versie)
        dag = dag_in_woorden(timezone.localdate(nieuwste.gepubliceerd_op))
        weer = "weer" if nieuwste.versie < publicatie.versie else "nog steeds"
        return f"Versie {publicatie.versie}: lezers lezen daarna {weer} versie {nieuwste.versie}, van {dag}"

    def gekozen(self) -> list:
        welke = self.cleaned_data["welke"]
        return [p for p in self.versies if welke in ("alle", str(p.versie))]

"""The form with which a filled in spreadsheet comes back."""

from pathlib import PurePath

from django import forms
from django.conf import settings


class RekenbladForm(forms.Form):
    bestand = forms.FileField(
        label="Ingevuld rekenblad",
        help_text="XLSX of ODS, zoals u het hier hebt opgehaald. Er verandert nog niets: "
        "u ziet eerst wat er nieuw en anders is.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.ods"}),
    )

    def clean_bestand(self):
        bestand = self.cleaned_data["bestand"]
        bestand.name = PurePath(bestand.name).name[-200:]
        if bestand.size > settings.INVOER_MAX_BYTES:
            mb = settings.INVOER_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(f"Het bestand is groter dan {mb} MB.")
        return bestand

"""Forms of the import and export screens. What they offer is what the user may do, no more."""

from pathlib import PurePath

from django import forms
from django.conf import settings
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm

from monitor import rechten
from monitor.invoer.soorten import Soort, get_soort, soorten
from monitor.models import Gemeente

MAX_REDEN = 400


def soorten_voor(user) -> list[Soort]:
    """The kinds of files that the user may import in some gemeente."""
    return [s for s in soorten().values() if rechten.mag(user, s.recht)]


def _gemeenten(user, soort: Soort):
    return rechten.gemeenten_met(user, soort.recht).values_list("pk", flat=True)


class LeveringForm(ImportForm):
    """Which gemeente, what, and the file. The format follows from the name of the file."""

    gemeente = forms.ModelChoiceField(Gemeente.objects.none(), label="Gemeente", empty_label=None)
    soort = forms.ChoiceField(label="Wat staat er in het bestand?", choices=())
    reden = forms.CharField(
        label="Reden",
        required=False,
        max_length=MAX_REDEN,
        help_text="Waarom, als u cijfers verbetert die al bekend waren.",
    )
    field_order = ["gemeente", "soort", "import_file", "reden"]
    media = forms.Media()

    def __init__(self, formats, resources, *, user, **kwargs):
        super().__init__(formats, resources, **kwargs)
        self.user = user
        self.uitslag = None  # (Aanlevering, Controle), put here by the resource
        del self.fields["format"], self.fields["resource"]
        mogelijk = soorten_voor(user)
        self.fields["soort"].choices = [(s.code, s.naam) for s in mogelijk]
        self.fields["soort"].initial = "waarnemingen"
        eigen = {pk for s in mogelijk for pk in _gemeenten(user, s)}
        self.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=eigen)
        bestand = self.fields["import_file"]
        bestand.label = "Bestand"
        mb = settings.INVOER_MAX_BYTES // (1024 * 1024)
        bestand.help_text = f"CSV, XLSX of ODS, hooguit {mb} MB."
        bestand.widget.attrs = {"accept": ".csv,.xlsx,.ods"}

    def clean_import_file(self):
        bestand = self.cleaned_data["import_file"]
        bestand.name = PurePath(bestand.name).name[-200:]
        return bestand

    def clean(self):
        schoon = super().clean()
        soort, gemeente = get_soort(schoon.get("soort", "")), schoon.get("gemeente")
        if soort and gemeente and not rechten.mag(self.user, soort.recht, gemeente.pk):
            self.add_error("soort", f"Dit mag u niet inlezen voor {gemeente}.")
        return schoon | {"format": "0", "resource": "0"}


class BevestigForm(ConfirmImportForm):
    """Confirms one delivery, as it was shown."""

    aanlevering = forms.IntegerField(widget=forms.HiddenInput())
    vingerafdruk = forms.CharField(widget=forms.HiddenInput(), max_length=64)
    reden = forms.CharField(label="Reden van de verandering", required=False, max_length=MAX_REDEN)

    def __init__(self, *args, vraagt_reden=False, **kwargs):
        super().__init__(*args, **kwargs)
        for naam in ("import_file_name", "original_file_name", "format", "resource"):
            del self.fields[naam]
        if vraagt_reden:
            self.fields["reden"].required = True
        elif not self.is_bound:
            self.fields["reden"].widget = forms.HiddenInput()


class CijferExportForm(ExportForm):
    """Of which gemeente, and in which format."""

    gemeente = forms.ModelChoiceField(Gemeente.objects.none(), label="Gemeente", empty_label=None)
    field_order = ["gemeente", "format"]

    def __init__(self, formats, resources, *, gemeenten=None, **kwargs):
        super().__init__(formats, resources, **kwargs)
        self.fields["format"].label = "Soort bestand"
        self.fields["format"].choices = self.fields["format"].choices[1:]
        self.fields["gemeente"].queryset = (
            Gemeente.objects.none() if gemeenten is None else gemeenten
        )

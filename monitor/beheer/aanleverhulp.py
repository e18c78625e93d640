"""What stands between django-import-export's screens and our own reader, applier and writer."""

from import_export.formats import base_formats
from import_export.resources import Resource
from import_export.results import Error, Result, RowResult

from monitor.invoer import achtergrond
from monitor.invoer.aanleveren import neem_in
from monitor.invoer.controle import GEWIJZIGD, NIEUW, ONGEWIJZIGD
from monitor.invoer.schrijver import CONTENT_TYPES, schrijf
from monitor.invoer.sjablonen import cijferrijen
from monitor.invoer.soorten import get_soort

SOORTEN = {
    NIEUW: RowResult.IMPORT_TYPE_NEW,
    GEWIJZIGD: RowResult.IMPORT_TYPE_UPDATE,
    ONGEWIJZIGD: RowResult.IMPORT_TYPE_SKIP,
}


class RuweBytes(base_formats.Format):
    """The file as it came; our own reader decides what it is."""

    def get_title(self):
        return "CSV, XLSX of ODS"

    def create_dataset(self, in_stream, **kwargs):
        return in_stream

    def can_import(self):
        return True

    def get_read_mode(self):
        return "rb"


class InGeheugen:
    """The upload itself in the place of a file in the temporary folder; `Aanlevering` keeps it."""

    name = ""

    def __init__(self, bestand) -> None:
        self._bestand = bestand

    def read(self) -> bytes:
        self._bestand.seek(0)
        return self._bestand.read()


class LeveringResource(Resource):
    """Rows of any kind of file; `import_data` is ours."""

    def __init__(self, form=None, **kwargs):
        super().__init__(**kwargs)
        self.form = form

    @classmethod
    def get_display_name(cls):
        return "Levering"

    def import_data(self, dataset, dry_run=False, raise_errors=False, **kwargs):
        """Take the file in and preview it; a large one is previewed by a worker. Never applies."""
        if not dry_run:
            raise NotImplementedError("Confirm a delivery with aanleveren.bevestig.")
        schoon = self.form.cleaned_data
        soort, naam = get_soort(schoon["soort"]), schoon["import_file"].name
        wie = {"by": kwargs["user"], "reden": schoon["reden"]}
        if achtergrond.is_groot(dataset):
            levering = achtergrond.neem_in(schoon["gemeente"], soort, naam, dataset, **wie)
            self.form.uitslag = (levering, None)
            return Result()
        self.form.uitslag = neem_in(schoon["gemeente"], soort, naam, dataset, **wie)
        controle = self.form.uitslag[1]
        return Result() if controle is None else as_result(controle)


def as_result(controle) -> Result:
    """Our outcome in the shape that import-export's screens and signals know."""
    result = Result()
    result.diff_headers = ["rij", "wat", "was", "wordt"]
    result.total_rows = controle.rijen
    for verschil in controle.verschillen:
        rij = RowResult()
        rij.number, rij.import_type = verschil.rij, SOORTEN[verschil.uitkomst]
        rij.diff = [verschil.rij, verschil.wat, verschil.oud, verschil.nieuw]
        result.rows.append(rij)
    result.base_errors = [Error(str(fout)) for fout in controle.fouten]
    return result


class CijferResource(Resource):
    """Figures in the same tidy columns as the import."""

    @classmethod
    def get_display_name(cls):
        return "Cijfers"

    def export(self, *args, queryset=None, **kwargs):
        """`queryset` holds the gemeenten; each was checked by the form."""
        return cijferrijen(list(queryset))


class _Werkblad(base_formats.Format):
    formaat = ""

    def get_title(self):
        return self.formaat.upper()

    def get_extension(self):
        return self.formaat

    def get_content_type(self):
        return CONTENT_TYPES[self.formaat]

    def is_binary(self):
        return True

    def can_export(self):
        return True

    def export_data(self, dataset, **kwargs):
        return schrijf(self.formaat, [("waarnemingen", dataset)])


class CSV(_Werkblad):
    formaat = "csv"


class XLSX(_Werkblad):
    formaat = "xlsx"


class ODS(_Werkblad):
    formaat = "ods"

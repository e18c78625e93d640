"""The road of the library as its documentation shows it: a ModelResource with ForeignKeyWidgets."""

from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import ForeignKeyWidget

from monitor.models import Indicator, Periode, Reeks, Waarneming


class ReeksWidget(ForeignKeyWidget):
    """A series by what names it in the row."""

    def __init__(self, gemeente):
        super().__init__(Reeks, "sleutel")
        self.gemeente = gemeente

    def get_queryset(self, value, row, *args, **kwargs):
        indicator = Indicator.objects.get(gemeente=self.gemeente, code=row["indicator"])
        return super().get_queryset(value, row).filter(indicator=indicator, soort=row["soort"])

    def clean(self, value, row=None, **kwargs):
        return self.get_queryset(value, row).get(sleutel=value or "")


class WaarnemingResource(ModelResource):
    periode = Field("periode", "periode", ForeignKeyWidget(Periode, "code"))

    class Meta:
        model = Waarneming
        fields = ("reeks", "periode", "aard", "waarde", "boven", "status", "voetnoot")
        import_id_fields = ("reeks", "periode")

    def __init__(self, gemeente):
        super().__init__()
        self.fields["reeks"] = Field("reeks", "sleutel", ReeksWidget(gemeente))

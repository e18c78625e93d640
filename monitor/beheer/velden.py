"""Form fields that read numbers and periods the way people write them."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from monitor.regels.getallen import Getal, NotatieFout, lees_getal
from monitor.regels.perioden import Tijdvak, lees_periode
from monitor.regels.tonen import toon_getal


def _melding(fout: NotatieFout) -> str:
    return getattr(fout, "melding", "") or str(fout)


class NotatieField(forms.CharField):
    """One number in Dutch notation, as `Decimal`; empty is None. Never Django's own decimal field,
    which reads `1.234` as one and a bit."""

    def __init__(self, *, eenheid: str = "cijfer", decimalen: int = 0, **kwargs) -> None:
        for onbekend in ("max_digits", "decimal_places", "localize"):
            kwargs.pop(onbekend, None)
        self.eenheid, self.decimalen = eenheid, decimalen
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Decimal | None:
        tekst = (super().to_python(value) or "").strip()
        if not tekst:
            return None
        try:
            getal = lees_getal(tekst, eenheid=self.eenheid, decimalen=self.decimalen)
        except NotatieFout as fout:
            raise ValidationError(_melding(fout)) from fout
        if getal.waarde is None:
            raise ValidationError("Vul hier een getal in, bijvoorbeeld 1.234,5.")
        return getal.waarde

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, Decimal):
            return value
        kaal = value.normalize()
        decimalen = max(self.decimalen, -int(kaal.as_tuple().exponent), 0)
        return toon_getal(value, eenheid=self.eenheid, decimalen=decimalen)

    def has_changed(self, initial: object, data: object) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class PeriodeField(forms.CharField):
    """A period as people write it: ‘april 2021’, ‘Q1 2022’, ‘t/m april 2021’. Gives a `Tijdvak`."""

    def to_python(self, value: object) -> Tijdvak | None:
        tekst = (super().to_python(value) or "").strip()
        if not tekst:
            return None
        try:
            return lees_periode(tekst)
        except NotatieFout as fout:
            raise ValidationError(_melding(fout)) from fout


def lees_waarde(tekst: str, eenheid: str, decimalen: int = 0) -> Getal:
    """A figure or the reason that there is none. Raises `ValidationError` with what to do."""
    try:
        return lees_getal(tekst, eenheid=eenheid, decimalen=decimalen)
    except NotatieFout as fout:
        raise ValidationError(_melding(fout)) from fout

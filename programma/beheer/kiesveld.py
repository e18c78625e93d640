"""Choosing a row by its name: one list on the page for all fields, in place of a list in every row.

A browser offers the list while somebody types; without a script too. What is typed is looked up here, so that
only what stands in the list is ever chosen.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property

from monitor.beheer.formulier import ScopedForm
from programma.models import Onderdeel
from programma.regels.teksten import gelijk


class Kieslijst:
    """Rows with a name each; rows of one name are told apart by `merk`. `kort`: what one may also type."""

    def __init__(
        self, naam: str, rijen: Iterable[tuple[models.Model, str]], kort: Iterable[tuple[str, Any]] = ()
    ) -> None:  # fmt: skip
        self.id = f"lijst-{naam}"
        alle = [(obj, str(obj), merk) for obj, merk in rijen]
        vaker = Counter(gelijk(tekst) for _, tekst, _ in alle)
        self.namen: dict[int, str] = {
            obj.pk: f"{tekst} [{merk}]" if vaker[gelijk(tekst)] > 1 else tekst
            for obj, tekst, merk in alle
        }
        self._rijen = {obj.pk: obj for obj, _, _ in alle}
        kort = list(kort)
        enig = Counter(gelijk(woord) for woord, _ in kort)
        self._op_naam = {gelijk(woord): obj for woord, obj in kort if enig[gelijk(woord)] == 1} | {
            gelijk(naam): self._rijen[pk] for pk, naam in self.namen.items()
        }

    def zoek(self, tekst: str) -> Any:
        """The row of this name, None when nothing was typed. Raises `ValidationError`."""
        if not gelijk(tekst):
            return None
        gevonden = self._op_naam.get(gelijk(tekst))
        if gevonden is None:
            raise ValidationError(
                f"‘{tekst.strip()}’ staat niet in de lijst. Kies er een uit de lijst."
            )
        return gevonden


def lijst_van_onderdelen(onderdelen: Iterable[Onderdeel]) -> Kieslijst:
    """By number and title; the number or the address alone will do."""
    rijen = list(onderdelen)
    kort = [(o.nummer, o) for o in rijen if o.nummer] + [(o.code, o) for o in rijen]
    return Kieslijst("onderdelen", [(o, o.code) for o in rijen], kort)


class Kiesveld(forms.CharField):
    """A text field whose value is a row of the list."""

    def __init__(self, lijst: Kieslijst, **kwargs: Any) -> None:
        self.lijst = lijst
        super().__init__(**kwargs)
        self.widget.attrs["list"] = lijst.id

    def prepare_value(self, value: Any) -> Any:
        return (
            value
            if isinstance(value, str)
            else self.lijst.namen.get(getattr(value, "pk", value), "")
        )

    def to_python(self, value: Any) -> Any:
        return self.lijst.zoek(super().to_python(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return gelijk(self.prepare_value(initial)) != gelijk(data or "")


class Rijform(ScopedForm):
    """A row that nobody touched is not checked again: a few changes in a long table cost a few queries."""

    def _post_clean(self) -> None:
        if not self.instance.pk or self.has_changed():
            super()._post_clean()


class Rijsleutel(forms.ModelChoiceField):
    """Which row this is, out of those that the table holds: Django's own field asks the database for each."""

    def __init__(self, bekend: Mapping[str, models.Model], van: forms.ModelChoiceField) -> None:
        super().__init__(
            van.queryset, initial=van.initial, required=False, widget=forms.HiddenInput
        )
        self.bekend = bekend

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if (rij := self.bekend.get(str(value))) is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return rij


class Kiesrijen(BaseInlineFormSet):
    """Rows in which `keuzeveld` is chosen out of one list."""

    keuzeveld = ""

    def maak_lijst(self, keuzes: models.QuerySet[Any]) -> Kieslijst:
        raise NotImplementedError

    @cached_property
    def kieslijst(self) -> Kieslijst:
        return self.maak_lijst(self.form.base_fields[self.keuzeveld].queryset)

    @cached_property
    def bekend(self) -> dict[str, models.Model]:
        return {str(rij.pk): rij for rij in self.get_queryset()}

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        sleutel = self.model._meta.pk.name
        form.fields[sleutel] = Rijsleutel(self.bekend, form.fields[sleutel])
        if (veld := form.fields.get(self.keuzeveld)) is not None:
            naam = str(veld.label or "").capitalize()
            form.fields[self.keuzeveld] = Kiesveld(
                self.kieslijst, label=veld.label, help_text=veld.help_text, required=veld.required,
                widget=AdminTextInputWidget(attrs={"aria-label": naam}),
            )  # fmt: skip
        if index is not None:  # the help stands above the column, not in each row
            for veld in form.fields.values():
                veld.help_text = ""

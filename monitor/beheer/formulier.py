"""The base of every form in the admin: what it refers to is of the same gemeente."""

from django import forms
from django.db import models

from monitor import rechten


def vreemde_velden(obj: models.Model, gemeente_id: int | None) -> list[str]:
    """Names of the relations of the object that point into another gemeente."""
    vreemd = []
    for veld in obj._meta.fields:
        if not veld.is_relation or getattr(obj, veld.attname) is None:
            continue
        try:
            rechten.pad_van(veld.related_model)
        except LookupError:
            continue  # shared by all, or a user: the admin says which may be chosen
        eigenaar = rechten.gemeente_van(getattr(obj, veld.name))
        if gemeente_id is not None and eigenaar is not None and eigenaar.pk != gemeente_id:
            vreemd.append(veld.name)
    return vreemd


class ScopedForm(forms.ModelForm):
    def _post_clean(self) -> None:
        super()._post_clean()
        gemeente = rechten.gemeente_van(self.instance)
        for naam in vreemde_velden(self.instance, gemeente.pk if gemeente else None):
            veld = naam if naam in self.fields else None
            if veld not in self.errors:
                self.add_error(veld, "Kies iets van dezelfde gemeente.")

"""The base of every form in the admin: what it refers to is of the same gemeente."""

from django import forms
from django.db import models

from monitor import rechten
from monitor.beheer.intussen import melding, neem_over
from monitor.beheer.slot import DELEN, reden_vast


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
    # What another changed since the page was shown (see `intussen`): set on the class by the admin.
    intussen: tuple[dict[str, str], list[str]] = ({}, [])

    def _post_clean(self) -> None:
        toen, alle = self.intussen
        namen = [n for n in alle if n in self.fields or n.startswith("+")]
        if namen:
            vers = type(self.instance)._default_manager.get(pk=self.instance.pk)
            for regel in melding(vers, namen):
                self.add_error(None, regel)
            neem_over(self, toen, namen)
            return
        super()._post_clean()
        gemeente = rechten.gemeente_van(self.instance)
        for naam in vreemde_velden(self.instance, gemeente.pk if gemeente else None):
            veld = naam if naam in self.fields else None
            if veld not in self.errors:
                self.add_error(veld, "Kies iets van dezelfde gemeente.")
        if (
            self._meta.model in DELEN
            and not self.errors
            and (reden := reden_vast(type(self.instance), self.instance))
        ):
            self.add_error(None, reden)

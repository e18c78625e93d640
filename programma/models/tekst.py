"""A model whose texts are kept in one form: what goes out in a file comes back the same."""

from typing import Any

from django.db import models

from programma.regels.teksten import schone_lijst, schoon


class SchoneTekst(models.Model):
    """Before any other check, every text of the row is tidied. `lijsten`: fields with one thing a line."""

    lijsten: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Any = None) -> None:
        for veld in self._meta.concrete_fields:
            waarde = getattr(self, veld.attname)
            is_tekst = isinstance(veld, models.CharField | models.TextField) and not veld.choices
            if is_tekst and isinstance(waarde, str):
                maak = schone_lijst if veld.name in self.lijsten else schoon
                setattr(self, veld.attname, maak(waarde))
        super().clean_fields(exclude=exclude)

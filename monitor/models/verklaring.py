"""The accessibility statement of a gemeente: what its page and the foot of every page say of it."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from monitor.models.enums import Toegankelijk

GELDIG = timedelta(days=366)


class Verklaring(models.Model):
    """Fields of `Gemeente`. Empty: the page says that there is no independent research yet."""

    toegankelijkheid_status = models.CharField(
        "status van de verklaring",
        max_length=1,
        choices=Toegankelijk,
        blank=True,
        help_text="De status in het register van toegankelijkheidsverklaringen. Leeg: er is nog geen verklaring.",
    )
    toegankelijkheid_op = models.DateField(
        "datum van de verklaring",
        null=True,
        blank=True,
        help_text="De dag waarop de verklaring is opgesteld of voor het laatst herzien.",
    )
    toegankelijkheid_link = models.URLField(
        "adres van de verklaring",
        blank=True,
        help_text="Het adres van de verklaring in het register, of op de website van de gemeente.",
    )
    toegankelijkheid_contact = models.CharField(
        "contact over toegankelijkheid",
        max_length=120,
        blank=True,
        help_text="Functie en e-mailadres voor wie iets niet kan gebruiken. Geen namen van personen. "
        "Leeg: het contact van de gemeente.",
    )

    class Meta:
        abstract = True

    @property
    def is_verklaring_oud(self) -> bool:
        """Whether the statement is older than a year: it has to be looked at again."""
        return is_oud(self.toegankelijkheid_op)

    def clean(self) -> None:
        super().clean()
        if not self.toegankelijkheid_status or self.toegankelijkheid_status == Toegankelijk.E:
            return
        fouten = {}
        if self.toegankelijkheid_op is None:
            fouten["toegankelijkheid_op"] = "Vul in van welke dag de verklaring is."
        elif self.toegankelijkheid_op > timezone.localdate():
            fouten["toegankelijkheid_op"] = (
                "Deze dag komt nog. Vul in van welke dag de verklaring is."
            )
        if not self.toegankelijkheid_link:
            fouten["toegankelijkheid_link"] = "Vul in waar de verklaring te lezen is."
        if fouten:
            raise ValidationError(fouten)


def is_oud(op: date | None) -> bool:
    return op is not None and timezone.localdate() - op > GELDIG

"""Who holds a function in a programme. Readers see the function; this says who signs in as it."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from programma.models.programma import Programma
from programma.models.tekst import SchoneTekst


class FunctiehouderQuerySet(models.QuerySet["Functiehouder"]):
    def van(self, user: object) -> Self:
        return self.filter(gebruiker_id=getattr(user, "pk", None))


class Functiehouder(SchoneTekst):
    """Never in a snapshot or a file: pages and files name functions, not persons."""

    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="functiehouders", help_text="Van welk programma."
    )
    functie = models.CharField(
        max_length=120,
        help_text="Zoals bij ‘eigenaar’ van een onderdeel of bij ‘programmamanager’ staat.",
    )
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="+",
        help_text="Wie deze functie heeft. Die ziet bij het bijwerken de eigen regels. Lezers zien dit niet.",
    )

    objects = FunctiehouderQuerySet.as_manager()

    class Meta:
        ordering = ["programma_id", "functie", "pk"]
        verbose_name = "wie een functie heeft"
        verbose_name_plural = "wie heeft welke functie?"
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "functie", "gebruiker"],
                name="functiehouder_uniek",
                violation_error_message="Dit staat er al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.functie}: {self.gebruiker}"

    def clean(self) -> None:
        """Only somebody who works for this gemeente."""
        if not self.programma_id or not self.gebruiker_id:
            return
        leden = self.programma.gemeente.lidmaatschappen.filter(user_id=self.gebruiker_id)
        if not leden.exists():
            raise ValidationError({"gebruiker": "Kies iemand die voor deze gemeente werkt."})

"""A mailed link with which a partner without an account reports on exactly his own lines, once."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from programma.models.programma import FUNCTIE, Programma


class BijwerklinkQuerySet(models.QuerySet["Bijwerklink"]):
    def bruikbaar(self, *, at: datetime | None = None) -> Self:
        """Mailed, not used, not withdrawn, not expired."""
        return self.filter(
            hash__isnull=False,
            gebruikt_op__isnull=True,
            ingetrokken_op__isnull=True,
            verloopt_op__gt=at or timezone.now(),
        )


class Bijwerklink(models.Model):
    """The token itself is nowhere: the worker makes it, mails it and stores only its hash."""

    programma = models.ForeignKey(
        Programma, models.PROTECT, related_name="bijwerklinks", help_text="Van welk programma."
    )
    functie = models.CharField(
        "voor wie", max_length=120, help_text=f"Bijvoorbeeld ‘coördinator welzijn’. {FUNCTIE}"
    )
    email = models.EmailField("e-mailadres", help_text="Waar de link naartoe gaat.")
    regels = models.JSONField(
        default=list, help_text="Waarover: de sleutels van de regels, bijvoorbeeld ‘m12’."
    )
    hash = models.CharField(  # noqa: DJ001 - not mailed yet is not the same as an empty hash
        max_length=64,
        null=True,
        unique=True,
        editable=False,
        help_text="SHA-256 van het geheim in de link. Leeg: nog niet gemaild.",
    )
    verloopt_op = models.DateTimeField(help_text="Vanaf wanneer de link niet meer werkt.")
    gebruikt_op = models.DateTimeField(
        null=True, editable=False, help_text="Wanneer ermee is ingestuurd."
    )
    ingetrokken_op = models.DateTimeField(
        null=True, editable=False, help_text="Wanneer de link is ingetrokken."
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer de link is gevraagd.")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        help_text="Wie de link stuurde.",
    )

    objects = BijwerklinkQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gebruikt_op__isnull=True) | Q(hash__isnull=False),
                name="bijwerklink_gebruikt_na_mail",
            )
        ]

    def __str__(self) -> str:
        return f"partner via link ({self.functie})"

    def clean(self) -> None:
        if "@" in self.functie:
            raise ValidationError({"functie": "Schrijf hier de functie, geen e-mailadres."})

    @property
    def toestand(self) -> str:
        """For the list of the manager."""
        if self.gebruikt_op:
            return "gebruikt"
        if self.ingetrokken_op:
            return "ingetrokken"
        if self.verloopt_op <= timezone.now():
            return "verlopen"
        return "gemaild" if self.hash else "wordt gemaild"

    @property
    def is_open(self) -> bool:
        return self.toestand in ("gemaild", "wordt gemaild")

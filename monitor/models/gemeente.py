"""The gemeente that owns everything, and who works for it in which role."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from monitor.models.enums import Openbaarheid, Rol
from monitor.models.verklaring import Verklaring

# The first part of an address. These words are the program's own.
GERESERVEERD = frozenset(
    [
        "admin",
        "api",
        "bijwerken",
        "gezondheid",
        "inloggen",
        "media",
        "over",
        "robots.txt",
        "static",
        "toegankelijkheid",
        "uitloggen",
        "zoeken",
        "favicon.ico",
        "taken",
        "well-known",
        ".well-known",
    ]
)


class GemeenteQuerySet(models.QuerySet["Gemeente"]):
    def for_user(self, user: object, rollen: tuple[str, ...] = ()) -> Self:
        """Gemeenten of which the user is a member, in one of the roles when any are named."""
        if getattr(user, "is_superuser", False):
            return self
        leden = Lidmaatschap.objects.filter(user_id=getattr(user, "pk", None) or 0)
        if rollen:
            leden = leden.filter(rol__in=rollen)
        return self.filter(pk__in=leden.values("gemeente_id"))


class Gemeente(Verklaring):
    naam = models.CharField(max_length=80, help_text="De naam zonder het woord ‘gemeente’.")
    slug = models.SlugField(
        "adres",
        max_length=60,
        unique=True,
        help_text="Eerste deel van het webadres, bijvoorbeeld ‘steenwijkerland’.",
    )
    cbs_code = models.CharField(
        "CBS-code",
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^GM\d{4}$", "Schrijf de code als GM1708.")],
        help_text="Code van het CBS, bijvoorbeeld GM1708.",
    )
    is_fictief = models.BooleanField(
        "verzonnen gemeente",
        default=False,
        help_text="Vink aan als de gemeente niet bestaat. Dat staat dan op elke pagina.",
    )
    logo = models.FileField(
        upload_to="logo/", blank=True, help_text="Logo als SVG of PNG, hooguit 200 kB."
    )
    thema = models.JSONField(
        default=dict,
        blank=True,
        help_text='Huisstijl: kleuren per naam, bijvoorbeeld {"accent": "#10545e"}. '
        "Grafieken houden hun eigen kleuren.",
    )
    drempel = models.PositiveSmallIntegerField(
        "drempel kleine aantallen",
        default=10,
        validators=[MinValueValidator(3), MaxValueValidator(100)],
        help_text="Aantallen personen onder dit getal worden niet getoond. Gebruikelijk is 10.",
    )
    openbaarheid = models.CharField(
        max_length=10,
        choices=Openbaarheid,
        default=Openbaarheid.OPENBAAR,
        help_text="Wie nieuwe uitgaven standaard mag lezen.",
    )
    tweede_persoon = models.BooleanField(
        "tweede persoon bevestigt",
        default=False,
        help_text="Vink aan als een ander dan wie het vraagt een publicatie of correctie moet bevestigen. "
        "Er zijn dan minstens twee publicisten nodig.",
    )
    contact = models.CharField(
        max_length=120,
        blank=True,
        help_text="Functie en e-mailadres voor vragen over cijfers. Geen namen van personen.",
    )
    eerste_uitgave_verwacht = models.CharField(
        max_length=60,
        blank=True,
        help_text="Staat op de pagina zolang er nog geen uitgave is, bijvoorbeeld ‘mei 2022’.",
    )

    objects = GemeenteQuerySet.as_manager()

    class Meta(Verklaring.Meta):
        abstract = False
        ordering = ["naam"]
        verbose_name_plural = "gemeenten"

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        super().clean()
        if self.slug in GERESERVEERD:
            raise ValidationError(
                {
                    "slug": f"‘{self.slug}’ is een adres van het programma zelf. Kies een ander woord."
                }
            )


class Lidmaatschap(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="lidmaatschappen",
        verbose_name="gebruiker",
        help_text="Wie.",
    )
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="lidmaatschappen", help_text="Voor welke gemeente."
    )
    rol = models.CharField(
        max_length=20, choices=Rol, help_text="Wat deze gebruiker voor de gemeente mag doen."
    )

    class Meta:
        ordering = ["gemeente__naam", "user__username", "rol"]
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "gemeente", "rol"],
                name="lidmaatschap_uniek",
                violation_error_message="Deze gebruiker heeft deze rol al in deze gemeente.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.gemeente} · {self.get_rol_display()}"

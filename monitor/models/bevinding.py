"""What the claim check found in the texts of an edition, and what people did with it."""

from django.conf import settings
from django.db import models

from monitor.models.uitgave import Uitgave


class BevindingStand(models.TextChoices):
    OPEN = "open", "Open"
    GECORRIGEERD = "gecorrigeerd", "Gecorrigeerd"
    VERKLAARD = "verklaard", "Verklaard"


class BevindingErnst(models.TextChoices):
    FOUT = "fout", "Fout"
    LET_OP = "let_op", "Let op"


class Bevinding(models.Model):
    """One finding in one place of an edition, kept in step by `monitor.publiceren.beweringen`.

    It is corrected when the check no longer finds it; it is explained when somebody wrote why the text
    is right after all. Readers see that explanation.
    """

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="bevindingen", help_text="In welke uitgave."
    )
    vingerafdruk = models.CharField(
        max_length=40, help_text="Soort, plek en zin samen: dezelfde bevinding houdt dezelfde naam."
    )
    soort = models.CharField(max_length=10, help_text="Welke controle: PCT, AVG, SUM, SALDO …")
    ernst = models.CharField(
        max_length=6, choices=BevindingErnst, help_text="Een fout houdt publiceren tegen."
    )
    plek = models.CharField(max_length=200, help_text="Welke tekst: hoofdstuk, blok en veld.")
    waar = models.CharField(max_length=250, help_text="De plek in woorden.")
    citaat = models.TextField(help_text="De zin waar het om gaat.")
    rekensom = models.TextField(help_text="Wat er is nagerekend.")
    stand = models.CharField(
        max_length=14,
        choices=BevindingStand,
        default=BevindingStand.OPEN,
        help_text="Of er iets mee is gedaan.",
    )
    verklaring = models.TextField(
        blank=True, help_text="Waarom de tekst toch klopt. Lezers zien deze uitleg bij de tekst."
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Wie de verklaring schreef. Leeg: niemand, het programma zag de verandering.",
    )
    op = models.DateTimeField(null=True, blank=True, help_text="Wanneer de stand veranderde.")
    gevonden_op = models.DateTimeField(
        auto_now_add=True, help_text="Wanneer voor het eerst gezien."
    )

    class Meta:
        ordering = ["uitgave_id", "pk"]
        verbose_name_plural = "bevindingen"
        constraints = [
            models.UniqueConstraint(fields=["uitgave", "vingerafdruk"], name="bevinding_uniek"),
            models.CheckConstraint(
                condition=~models.Q(stand="verklaard") | ~models.Q(verklaring=""),
                name="bevinding_verklaard_met_uitleg",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.waar}: {self.rekensom}"

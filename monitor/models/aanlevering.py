"""One delivery: a file, a form or a grid, applied whole or not at all."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from monitor.models.enums import AanleveringSoort, AanleveringStand
from monitor.models.gemeente import Gemeente


class Aanlevering(models.Model):
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="aanleveringen", help_text="Voor welke gemeente."
    )
    soort = models.CharField(
        max_length=20, choices=AanleveringSoort, help_text="Wat er geleverd is."
    )
    uitgave = models.ForeignKey(
        "Uitgave",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanleveringen",
        help_text="Voor welke uitgave, als het rooster of het rekenblad daarvan is ingevuld.",
    )
    draait_terug = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="teruggedraaid_met",
        help_text="De levering die hiermee is teruggedraaid.",
    )
    stand = models.CharField(
        max_length=20,
        choices=AanleveringStand,
        default=AanleveringStand.ONTVANGEN,
        help_text="Hoe ver de levering is.",
    )
    bestandsnaam = models.CharField(
        max_length=200, blank=True, help_text="Naam van het bestand. Leeg: een formulier."
    )
    bestand = models.FileField(
        upload_to="aanlevering/%Y/", blank=True, help_text="Het bestand zoals het binnenkwam."
    )
    sha256 = models.CharField(max_length=64, blank=True, help_text="Vingerafdruk van het bestand.")
    herkenning = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="Van het bestand, de beschrijvingen en de cijfers zoals ze na verwerken waren.",
    )
    reden = models.CharField(
        max_length=400, blank=True, help_text="Waarom, bijvoorbeeld bij een correctie."
    )
    rijen = models.PositiveIntegerField(default=0, help_text="Gelezen rijen.")
    nieuw = models.PositiveIntegerField(default=0, help_text="Nieuwe cijfers of onderdelen.")
    gewijzigd = models.PositiveIntegerField(default=0, help_text="Veranderd.")
    ongewijzigd = models.PositiveIntegerField(default=0, help_text="Al zo bekend.")
    fouten = models.JSONField(
        default=list,
        blank=True,
        help_text="Fouten: rij, kolom, waarde, melding, wat te doen. Hooguit de eerste honderd.",
    )
    aantal_fouten = models.PositiveIntegerField(default=0, help_text="Alle fouten samen.")
    verschillen = models.JSONField(
        default=list, blank=True, help_text="Voorbeeld van de verschillen: de eerste tweehonderd."
    )
    opmerkingen = models.JSONField(
        default=list, blank=True, help_text="Wat bij de controle opviel, in hele zinnen."
    )
    vraagt_reden = models.BooleanField(
        default=False, help_text="Er verandert een cijfer dat al gepubliceerd is."
    )
    vingerafdruk = models.CharField(
        max_length=64, blank=True, help_text="Van de verschillen zoals ze zijn getoond."
    )
    gecontroleerd_op = models.DateTimeField(
        null=True, blank=True, help_text="Wanneer de verschillen zijn bepaald."
    )
    taak = models.ForeignKey(
        "Taak",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanleveringen",
        help_text="Het werk op de achtergrond, bij een groot bestand.",
    )
    indeling = models.ForeignKey(
        "Bronindeling",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanleveringen",
        help_text="Hoe de kolommen zijn gelezen, als het geen sjabloon van ons is.",
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer ontvangen.")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Door wie. Leeg: vanaf de opdrachtregel.",
    )
    verwerkt_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer verwerkt.")

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        verbose_name_plural = "aanleveringen"

    def __str__(self) -> str:
        op = timezone.localtime(self.gemaakt_op)
        return f"{self.get_soort_display()} {op:%d-%m-%Y %H:%M}"

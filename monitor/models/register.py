"""The register: subjects, indicators with their definitions, and the breakdowns."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from simple_history.models import HistoricalRecords

from monitor.models.enums import Eenheid, Frequentie, Richting, StroomOfStand, Telt
from monitor.models.gemeente import Gemeente
from monitor.regels.formules import lees_verloop

code_validator = RegexValidator(
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",
    "Gebruik alleen kleine letters, cijfers en losse streepjes, bijvoorbeeld ‘clienten-jeugd’.",
)


class Domein(models.Model):
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="domeinen", help_text="Van welke gemeente."
    )
    code = models.CharField(
        max_length=40, validators=[code_validator], help_text="Kort woord, bijvoorbeeld ‘jeugd’."
    )
    naam = models.CharField(max_length=80, help_text="Zoals lezers het zien.")
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta:
        ordering = ["gemeente_id", "volgorde", "naam"]
        verbose_name_plural = "domeinen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "code"],
                name="domein_uniek",
                violation_error_message="Deze gemeente heeft al een domein met deze code.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Indicator(models.Model):
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="indicatoren", help_text="Van welke gemeente."
    )
    code = models.CharField(
        max_length=80,
        validators=[code_validator],
        help_text="Vaste naam in bestanden en adressen, bijvoorbeeld ‘clienten-jeugd’. "
        "Verander die niet meer als er cijfers zijn.",
    )
    naam = models.CharField(max_length=160, help_text="Zoals lezers het zien.")
    domein = models.ForeignKey(
        Domein, models.PROTECT, related_name="indicatoren", help_text="Onderwerp van het cijfer."
    )
    definitie = models.TextField(
        blank=True, help_text="In één gewone zin: wat zegt dit cijfer? Noem wat er niet bij hoort."
    )
    berekening = models.TextField(
        blank=True,
        help_text="Hoe wordt geteld: peildatum, telregel (‘iemand kan vaker meetellen’), bewerking.",
    )
    eenheid = models.CharField(max_length=20, choices=Eenheid, help_text="Waarin het cijfer is.")
    eenheid_tekst = models.CharField(
        max_length=60,
        blank=True,
        help_text="Precieze eenheid voor lezers, bijvoorbeeld ‘uren per week’ of ‘km²’.",
    )
    stroom_of_stand = models.CharField(
        max_length=10,
        choices=StroomOfStand,
        default=StroomOfStand.STAND,
        help_text="Stand: telling op een moment. Stroom: optelsom over de periode.",
    )
    richting = models.CharField(
        max_length=10,
        choices=Richting,
        default=Richting.NEUTRAAL,
        help_text="Of een hoger cijfer gunstig is. Kies neutraal als de raad dat niet heeft gezegd.",
    )
    decimalen = models.PositiveSmallIntegerField(
        default=0,
        validators=[MaxValueValidator(4)],
        help_text="Aantal cijfers achter de komma op de pagina.",
    )
    telt = models.CharField(
        max_length=20,
        choices=Telt,
        help_text="Wat geteld wordt. Kleine aantallen personen en huishoudens worden afgeschermd.",
    )
    is_optelbaar = models.BooleanField(
        "delen tellen op",
        default=False,
        help_text="Vink aan als de delen samen het totaal zijn. Niet als iemand in twee delen kan "
        "zitten en in het totaal één keer telt.",
    )
    drempel = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(3), MaxValueValidator(1000)],
        help_text="Eigen drempel voor kleine aantallen. Leeg: die van de gemeente.",
    )
    bronsysteem = models.CharField(
        "bron", max_length=120, blank=True, help_text="Systeem of onderzoek waar het uit komt."
    )
    eigenaar = models.CharField(
        max_length=120, blank=True, help_text="Functie of team dat het cijfer levert. Geen naam."
    )
    frequentie = models.CharField(
        max_length=20,
        choices=Frequentie,
        default=Frequentie.ONREGELMATIG,
        help_text="Hoe vaak een nieuw cijfer verwacht wordt.",
    )
    formule = models.CharField(
        max_length=300,
        blank=True,
        help_text="Alleen voor een afgeleid cijfer, bijvoorbeeld ‘lasten-jeugd / clienten-jeugd’.",
    )
    verloop = models.CharField(
        max_length=300,
        blank=True,
        help_text="Alleen bij een stand: welke stromen hem veranderen, bijvoorbeeld ‘instroom - "
        "uitstroom’. Dan volgt geen klein aantal uit begin, in en uit.",
    )
    achterliggend = models.SlugField(
        "aantal erachter",
        max_length=60,
        blank=True,
        help_text="Bij een bedrag, gemiddelde of percentage: de code van het aantal mensen waar het over "
        "gaat. Is dat aantal afgeschermd, dan dit cijfer ook.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")
    is_actief = models.BooleanField(
        default=True, help_text="Zet uit als het cijfer niet meer wordt bijgehouden."
    )

    history = HistoricalRecords(verbose_name="geschiedenis indicator")

    class Meta:
        ordering = ["gemeente_id", "domein__volgorde", "volgorde", "naam"]
        verbose_name_plural = "indicatoren"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "code"],
                name="indicator_uniek",
                violation_error_message="Deze gemeente heeft al een indicator met deze code.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        if self.domein_id and self.gemeente_id and self.domein.gemeente_id != self.gemeente_id:
            raise ValidationError({"domein": "Kies een domein van dezelfde gemeente."})
        if self.verloop and not lees_verloop(self.verloop):
            melding = "Schrijf alleen codes met + en − ertussen, zoals ‘instroom - uitstroom’."
            raise ValidationError({"verloop": melding})

    @property
    def is_afgeschermd(self) -> bool:
        """True when small counts of this indicator may identify people."""
        return self.telt in (Telt.PERSONEN, Telt.HUISHOUDENS)


class Definitieversie(models.Model):
    """A dated change of an indicator's definition; a break makes later figures incomparable."""

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="definitieversies", help_text="Van welk cijfer."
    )
    vanaf = models.DateField(help_text="Cijfers over tijd vanaf deze dag volgen deze definitie.")
    definitie = models.TextField(help_text="De definitie die vanaf deze dag geldt.")
    is_breuk = models.BooleanField(
        "andere telling",
        default=True,
        help_text="Vink aan als cijfers van ervoor en erna niet te vergelijken zijn.",
    )
    toelichting = models.TextField(blank=True, help_text="Waarom het veranderde, voor lezers.")

    class Meta:
        ordering = ["indicator_id", "vanaf"]
        verbose_name_plural = "definitieversies"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "vanaf"],
                name="definitieversie_uniek",
                violation_error_message="Er is al een definitie vanaf deze dag.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator} vanaf {self.vanaf:%d-%m-%Y}"


class Dimensie(models.Model):
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="dimensies", help_text="Van welke gemeente."
    )
    code = models.CharField(
        max_length=40,
        validators=[code_validator],
        help_text="Naam van de kolom in bestanden, bijvoorbeeld ‘leveringsvorm’.",
    )
    naam = models.CharField(max_length=80, help_text="Zoals lezers het zien.")

    class Meta:
        ordering = ["gemeente_id", "naam"]
        verbose_name = "uitsplitsing"
        verbose_name_plural = "uitsplitsingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "code"],
                name="dimensie_uniek",
                violation_error_message="Deze gemeente heeft al een uitsplitsing met deze code.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Categorie(models.Model):
    dimensie = models.ForeignKey(
        Dimensie, models.CASCADE, related_name="categorieen", help_text="Van welke uitsplitsing."
    )
    code = models.CharField(
        max_length=60, validators=[code_validator], help_text="Waarde in bestanden, zoals ‘pgb’."
    )
    naam = models.CharField(max_length=120, help_text="Zoals lezers het zien.")
    ouder = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="kinderen",
        help_text="Grotere groep waar deze in valt. Leeg: bovenste niveau.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta:
        ordering = ["dimensie_id", "volgorde", "naam"]
        verbose_name = "categorie"
        verbose_name_plural = "categorieën"
        constraints = [
            models.UniqueConstraint(
                fields=["dimensie", "code"],
                name="categorie_uniek",
                violation_error_message="Deze uitsplitsing heeft al een categorie met deze code.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.dimensie}: {self.naam}"

    def clean(self) -> None:
        if self.ouder and self.ouder.dimensie_id != self.dimensie_id:
            raise ValidationError({"ouder": "Kies een categorie van dezelfde uitsplitsing."})

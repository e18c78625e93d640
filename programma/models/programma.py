"""A programme and the tree of its parts."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from monitor.models import Gemeente
from monitor.models.register import code_validator
from programma.models.planning import Planbaar
from programma.models.tekst import SchoneTekst
from programma.regels.boom import is_kring
from programma.regels.niveaus import Niveau, lees_niveaus, lees_woord

ONDER_ZICHZELF = "Een onderdeel kan niet onder zichzelf vallen."
FUNCTIE = "Alleen de functie, geen naam van een persoon."


class ProgrammaQuerySet(models.QuerySet["Programma"]):
    def for_user(self, user: object) -> Self:
        return self.filter(gemeente__in=Gemeente.objects.for_user(user))


class Programma(SchoneTekst):
    lijsten = ("uitgangspunten", "partners", "bronnen", "niveaus")

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="programmas", help_text="Van welke gemeente."
    )
    naam = models.CharField(max_length=120, help_text="Zoals lezers het zien.")
    slug = models.SlugField(
        "adres",
        max_length=60,
        help_text="Deel van het webadres, bijvoorbeeld ‘grip-op-sociaal-domein’.",
    )
    ambitie = models.TextField(
        blank=True, help_text="In één of twee zinnen: wat moet er bereikt zijn?"
    )
    aanleiding = models.TextField(blank=True, help_text="Waarom dit programma er is.")
    uitgangspunten = models.TextField(blank=True, help_text="Uitgangspunten, een per regel.")
    partners = models.TextField(
        "partners en afspraken", blank=True, help_text="Met wie wat is afgesproken, een per regel."
    )
    programmamanager = models.CharField(max_length=120, blank=True, help_text=FUNCTIE)
    ambtelijk_opdrachtgever = models.CharField(max_length=120, blank=True, help_text=FUNCTIE)
    bestuurlijk_opdrachtgever = models.CharField(max_length=120, blank=True, help_text=FUNCTIE)
    email = models.EmailField(
        "e-mailadres",
        blank=True,
        help_text="Postbus van de eigenaar. Hierheen gaat bericht als een afgesproken grens "
        "gepasseerd is. Lezers zien dit niet.",
    )
    start = models.DateField(null=True, blank=True, help_text="Eerste dag van het programma.")
    eind = models.DateField(null=True, blank=True, help_text="Laatste dag van het programma.")
    looptijd_opmerking = models.CharField(
        max_length=300, blank=True, help_text="Als stukken elkaar over de looptijd tegenspreken."
    )
    rapportageperiode = models.CharField(
        max_length=80, blank=True, help_text="Waarover verslag wordt gedaan, in woorden."
    )
    niveaus = models.TextField(
        help_text="De namen van de niveaus, een per regel, enkelvoud en meervoud: ‘tafel, tafels’."
    )
    telniveau = models.PositiveSmallIntegerField(
        "tellen op niveau",
        default=1,
        help_text="Op welk niveau ‘n van de m klaar’ geteld wordt. Het bovenste niveau is 1.",
    )
    regelnaam = models.CharField(
        "wat geteld wordt",
        max_length=80,
        blank=True,
        help_text="Hoe lezers dat noemen, bijvoorbeeld ‘mijlpaal, mijlpalen’. "
        "Leeg: de naam van het niveau.",
    )
    budgettekst = models.TextField("geld", blank=True, help_text="Wat er over geld is afgesproken.")
    risicotekst = models.TextField(
        "over de risico's",
        blank=True,
        help_text="Tekst bij de risico's, of als ze niet zijn opgesomd.",
    )
    bronnen = models.TextField(blank=True, help_text="Gebruikte stukken, een per regel.")
    is_gearchiveerd = models.BooleanField(
        "gearchiveerd", default=False, help_text="Niet meer in nieuwe uitgaven."
    )

    objects = ProgrammaQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="geschiedenis programma")

    class Meta:
        ordering = ["gemeente_id", "naam"]
        verbose_name_plural = "programma's"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "slug"],
                name="programma_uniek",
                violation_error_message="Deze gemeente heeft al een programma met dit adres.",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(eind__isnull=True) | Q(start__lte=F("eind")),
                name="programma_start_voor_eind",
                violation_error_message="Het programma eindigt voor het begint. Kijk de dagen na.",
            ),
            models.CheckConstraint(
                condition=Q(telniveau__gte=1), name="programma_telniveau_vanaf_1"
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        try:
            aantal = len(self.niveaulijst)
        except ValueError as fout:
            raise ValidationError({"niveaus": str(fout)}) from fout
        if not 1 <= self.telniveau <= aantal:
            raise ValidationError({"telniveau": f"Kies een niveau van 1 tot en met {aantal}."})

    @property
    def niveaulijst(self) -> list[Niveau]:
        return lees_niveaus(self.niveaus)

    @property
    def telwoord(self) -> Niveau:
        """What readers call the counted lines."""
        return (
            lees_woord(self.regelnaam) if self.regelnaam else self.niveaulijst[self.telniveau - 1]
        )


class OnderdeelQuerySet(models.QuerySet["Onderdeel"]):
    def for_user(self, user: object) -> Self:
        return self.filter(programma__in=Programma.objects.for_user(user))


class Onderdeel(Planbaar):
    """A node of the tree. With `zelfde_als` it only shows another node a second time."""

    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="onderdelen", help_text="Van welk programma."
    )
    ouder = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="kinderen",
        help_text="Waar het onder valt. Leeg: bovenste niveau.",
    )
    code = models.CharField(
        "adres",
        max_length=60,
        validators=[code_validator],
        help_text="Vaste naam in bestanden en adressen. Verander die niet bij verplaatsen.",
    )
    nummer = models.CharField(
        max_length=12, blank=True, help_text="Zoals lezers het zien, bijvoorbeeld ‘4.2’."
    )
    titel = models.CharField(max_length=200, help_text="Kort en gewoon, zoals lezers het zien.")
    omschrijving = models.TextField(blank=True, help_text="Wat het is, in hooguit drie zinnen.")
    eigenaar = models.CharField(max_length=120, blank=True, help_text=f"Wie trekt dit. {FUNCTIE}")
    zelfde_als = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="ook_getoond",
        help_text="Staat dit al ergens anders in het programma? Kies het daar; verslag doet u daar.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")
    is_gearchiveerd = models.BooleanField(
        "gearchiveerd", default=False, help_text="Niet meer tonen; het verleden blijft bewaard."
    )
    bron = models.CharField(max_length=200, blank=True, help_text="Waar het in de stukken staat.")

    objects = OnderdeelQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="geschiedenis onderdeel")

    class Meta(Planbaar.Meta):
        ordering = ["programma_id", "volgorde", "pk"]
        verbose_name_plural = "onderdelen"
        constraints = [
            *Planbaar.Meta.constraints,
            models.UniqueConstraint(
                fields=["programma", "code"],
                name="onderdeel_uniek",
                violation_error_message="Dit programma heeft al een onderdeel met dit adres.",
            ),
            models.CheckConstraint(
                condition=~Q(ouder=F("id")) & ~Q(zelfde_als=F("id")), name="onderdeel_niet_zichzelf"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}".strip()

    def clean(self) -> None:
        self._same_programma("ouder")
        self._same_programma("zelfde_als")
        if self.ouder and self._is_below_itself():
            raise ValidationError({"ouder": ONDER_ZICHZELF})
        if self.zelfde_als:
            self._check_zelfde_als(self.zelfde_als)
        self.zet_gepland(referentie_van(self))

    def _same_programma(self, veld: str) -> None:
        ander = getattr(self, veld)
        if ander and ander.programma_id != self.programma_id:
            raise ValidationError({veld: "Kies een onderdeel van hetzelfde programma."})

    def _is_below_itself(self) -> bool:
        """By the rows as they are now: related objects at hand may be older."""
        rijen = Onderdeel.objects.filter(programma_id=self.programma_id)
        ouders = dict(rijen.values_list("pk", "ouder_id"))
        return self.pk is not None and is_kring(ouders | {self.pk: self.ouder_id}, self.pk)

    def _check_zelfde_als(self, ander: "Onderdeel") -> None:
        """What is shown twice is stored once: no chain, and no reports of its own that would be hidden."""
        melding = ""
        if ander.zelfde_als_id:
            melding = "Dat onderdeel verwijst zelf al door. Kies het oorspronkelijke."
        elif self.pk and self.ook_getoond.exists():
            melding = "Dit onderdeel wordt zelf al op een andere plaats getoond. Laat dit leeg."
        elif self.pk and (self.standen.exists() or self.herplanningen.exists()):
            melding = (
                "Hierover is al bericht; dat zou verdwijnen. Maak een nieuw onderdeel dat verwijst."
            )
        if melding:
            raise ValidationError({"zelfde_als": melding})


def referentie_van(regel: models.Model) -> date:
    """The day from which words without a year are read: the programme's start, else today."""
    programma = getattr(regel, "programma", None)  # an empty form has none yet
    return (programma.start if programma else None) or date.today()

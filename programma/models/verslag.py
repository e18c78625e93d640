"""Reports and decisions to re-plan. Both are added and never edited; triggers in the database refuse it."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from programma.models.bijwerklink import Bijwerklink
from programma.models.enums import Effect, Oordeel, Orgaan, Precisie, Status
from programma.models.mijlpaal import Mijlpaal, Mijlpaaldeel
from programma.models.planning import als_datum, bereken
from programma.models.programma import Onderdeel, Programma
from programma.models.tekst import SchoneTekst
from programma.regels.datums import Datum


class OverRegel(SchoneTekst):
    """About one line: an onderdeel or a milestone, or a part of it; with neither, the programme."""

    programma = models.ForeignKey(
        Programma, models.PROTECT, related_name="%(class)sen", help_text="Van welk programma."
    )
    onderdeel = models.ForeignKey(
        Onderdeel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)sen",
        help_text="Over welk onderdeel.",
    )
    mijlpaal = models.ForeignKey(
        Mijlpaal,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)sen",
        help_text="Over welke mijlpaal.",
    )
    deel = models.ForeignKey(
        Mijlpaaldeel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)sen",
        help_text="Over welk deel daarvan. Leeg: over het geheel.",
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer opgeschreven.")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Door welke gebruiker. Leeg: met een bestand.",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(onderdeel__isnull=True) | Q(mijlpaal__isnull=True),
                name="%(app_label)s_%(class)s_over_een",
                violation_error_message="Kies een onderdeel of een mijlpaal, niet allebei.",
            )
        ]

    @property
    def regel(self) -> Onderdeel | Mijlpaal | None:
        return self.onderdeel or self.mijlpaal

    def clean(self) -> None:
        if self.regel and self.regel.programma_id != self.programma_id:
            raise ValidationError("Kies een onderdeel of mijlpaal van hetzelfde programma.")
        if self.deel and (self.deel.onderdeel or self.deel.mijlpaal) != self.regel:
            raise ValidationError({"deel": "Kies een deel van hetzelfde onderdeel."})


class Stand(OverRegel):
    """One report at a date. The newest before a peildatum counts; the older ones make the history."""

    datum = models.DateField(help_text="De dag waarop dit de stand was.")
    status = models.CharField(
        max_length=14, choices=Status, blank=True, help_text="Hoe het ervoor staat."
    )
    voorgesteld = models.CharField(
        "voorgestelde status",
        max_length=14,
        blank=True,
        editable=False,
        help_text="Wat uit de data en resultaten volgde toen dit gemeld werd.",
    )
    toelichting = models.TextField(
        "waarom een andere status",
        blank=True,
        help_text="Verplicht als u een andere status kiest dan de voorgestelde. Lezers zien dit.",
    )
    verwacht_tekst = models.CharField(
        "nu verwacht",
        max_length=200,
        blank=True,
        help_text="Nieuwe verwachting in gewone woorden, of ‘datum volgt’. Leeg: ongewijzigd.",
    )
    verwacht_begin = models.DateField(null=True, blank=True, editable=False, help_text="Berekend.")
    verwacht_eind = models.DateField(null=True, blank=True, editable=False, help_text="Berekend.")
    verwacht_precisie = models.CharField(
        max_length=12, choices=Precisie, blank=True, editable=False, help_text="Berekend."
    )
    gerealiseerd_tekst = models.CharField(
        "gerealiseerd", max_length=200, blank=True, help_text="Wanneer het klaar was, in woorden."
    )
    gerealiseerd_begin = models.DateField(
        null=True, blank=True, editable=False, help_text="Berekend."
    )
    gerealiseerd_eind = models.DateField(
        null=True, blank=True, editable=False, help_text="Berekend."
    )
    gerealiseerd_precisie = models.CharField(
        max_length=12, choices=Precisie, blank=True, editable=False, help_text="Berekend."
    )
    gedaan = models.TextField(blank=True, help_text="Wat er is gedaan, in hooguit drie zinnen.")
    opgeleverd = models.TextField("wat het opleverde", blank=True, help_text="Wat het bracht.")
    reden = models.TextField("reden", blank=True, help_text="Waarom het later wordt of stopt.")
    nodig = models.TextField(blank=True, help_text="Wat er nodig is om verder te kunnen.")
    effect = models.CharField(
        max_length=20, choices=Effect, blank=True, help_text="Wat over het effect te zeggen is."
    )
    kwaliteit = models.CharField(
        max_length=10, choices=Oordeel, blank=True, help_text="Oordeel over de kwaliteit."
    )
    tijd = models.CharField(
        max_length=10, choices=Oordeel, blank=True, help_text="Oordeel over de tijd."
    )
    geld = models.CharField(
        max_length=10, choices=Oordeel, blank=True, help_text="Oordeel over het geld."
    )
    bron = models.CharField(max_length=200, blank=True, help_text="Waar het in de stukken staat.")
    via_link = models.ForeignKey(
        Bijwerklink,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="standen",
        help_text="Met welke gemailde link een partner dit meldde. Leeg: niet met een link.",
    )

    class Meta(OverRegel.Meta):
        ordering = ["datum", "pk"]
        verbose_name_plural = "standen"
        indexes = [models.Index(fields=["programma", "datum"], name="stand_programma_datum")]
        constraints = [
            *OverRegel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(verwacht_begin__isnull=True)
                | Q(verwacht_eind__isnull=True)
                | Q(verwacht_begin__lte=F("verwacht_eind")),
                name="stand_verwacht_volgorde",
            ),
            models.CheckConstraint(
                condition=Q(gerealiseerd_begin__isnull=True)
                | Q(gerealiseerd_eind__isnull=True)
                | Q(gerealiseerd_begin__lte=F("gerealiseerd_eind")),
                name="stand_gerealiseerd_volgorde",
            ),
            models.CheckConstraint(
                condition=Q(onderdeel__isnull=True, mijlpaal__isnull=True)
                | ~Q(status="")
                | ~Q(gedaan="")
                | ~Q(opgeleverd=""),
                name="stand_zegt_iets",
                violation_error_message="Kies een status, of schrijf op wat er is gedaan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regel or self.programma} op {self.datum:%d-%m-%Y}"

    @property
    def afzender(self) -> str:
        """Who said it, for staff."""
        if self.via_link is not None:
            return str(self.via_link)
        user = self.gemaakt_door
        return (user.get_full_name() or user.get_username()) if user else "een bestand"

    @property
    def verwacht(self) -> Datum | None:
        return als_datum(
            self.verwacht_tekst, self.verwacht_begin, self.verwacht_eind, self.verwacht_precisie
        )

    @property
    def gerealiseerd(self) -> Datum | None:
        return als_datum(
            self.gerealiseerd_tekst,
            self.gerealiseerd_begin,
            self.gerealiseerd_eind,
            self.gerealiseerd_precisie,
        )

    def clean(self) -> None:
        super().clean()
        datum = self.datum or date.today()
        self.verwacht_begin, self.verwacht_eind, self.verwacht_precisie = bereken(
            "verwacht_tekst", self.verwacht_tekst, datum
        )
        self.gerealiseerd_begin, self.gerealiseerd_eind, self.gerealiseerd_precisie = bereken(
            "gerealiseerd_tekst", self.gerealiseerd_tekst, datum
        )
        begin = self.gerealiseerd_begin or self.gerealiseerd_eind
        if begin and begin > datum:
            raise ValidationError(
                {"gerealiseerd_tekst": "Die dag moet nog komen. Vul hem in bij ‘nu verwacht’."}
            )


class Herplanning(OverRegel):
    """A decision to plan anew. The first plan stays what it was."""

    oud_tekst = models.CharField(
        "was", max_length=200, blank=True, help_text="De planning ervoor, in woorden."
    )
    nieuw_tekst = models.CharField(
        "wordt", max_length=200, help_text="De nieuwe planning, in gewone woorden."
    )
    nieuw_begin = models.DateField(null=True, blank=True, editable=False, help_text="Berekend.")
    nieuw_eind = models.DateField(null=True, blank=True, editable=False, help_text="Berekend.")
    nieuw_precisie = models.CharField(
        max_length=12, choices=Precisie, blank=True, editable=False, help_text="Berekend."
    )
    reden = models.TextField(help_text="Waarom, voor lezers.")
    besloten_door = models.CharField(
        max_length=14, choices=Orgaan, help_text="Wie het besloot: het orgaan of de functie."
    )
    besloten_op = models.DateField(help_text="De dag van het besluit.")
    bron = models.CharField(max_length=200, blank=True, help_text="In welk stuk het besluit staat.")

    class Meta(OverRegel.Meta):
        ordering = ["besloten_op", "pk"]
        verbose_name_plural = "herplanningen"
        constraints = [
            *OverRegel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(onderdeel__isnull=False) | Q(mijlpaal__isnull=False),
                name="herplanning_over_regel",
                violation_error_message="Kies een onderdeel of een mijlpaal.",
            ),
            models.CheckConstraint(
                condition=Q(nieuw_begin__isnull=True)
                | Q(nieuw_eind__isnull=True)
                | Q(nieuw_begin__lte=F("nieuw_eind")),
                name="herplanning_volgorde",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regel}: {self.nieuw_tekst}"

    @property
    def nieuw(self) -> Datum | None:
        return als_datum(self.nieuw_tekst, self.nieuw_begin, self.nieuw_eind, self.nieuw_precisie)

    def clean(self) -> None:
        super().clean()
        self.nieuw_begin, self.nieuw_eind, self.nieuw_precisie = bereken(
            "nieuw_tekst", self.nieuw_tekst, self.besloten_op or date.today()
        )

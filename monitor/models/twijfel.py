"""Doubts about figures: the rules that a gemeente sets, and what they found."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from monitor.models.cijfers import Reeks
from monitor.models.enums import BijLeeg, Ernst, IngebouwdeRegel, Operator, TwijfelStand
from monitor.models.gemeente import Gemeente
from monitor.models.register import Categorie, Indicator
from monitor.models.tijd import Periode
from monitor.regels.formules import lees_formule
from monitor.regels.fouten import NotatieFout
from monitor.regels.sleutels import lees_sleutel
from monitor.regels.twijfel import Plaats, lees_plaats


class Controleregel(models.Model):
    """A rule of the gemeente: its own (two expressions), or how a built-in one is set.

    Own rules have `links`, `operator` and `rechts`; a row with `ingebouwd` sets that rule for one
    indicator, or for all when no indicator is chosen.
    """

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="controleregels", help_text="Van welke gemeente."
    )
    naam = models.CharField(max_length=120, help_text="Waar de regel over gaat, in gewone woorden.")
    ingebouwd = models.CharField(
        "ingebouwde controle",
        max_length=16,
        choices=IngebouwdeRegel,
        blank=True,
        help_text="Kies een controle van het programma om die anders in te stellen. "
        "Leeg: een eigen regel met links en rechts.",
    )
    indicator = models.ForeignKey(
        Indicator,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="controleregels",
        help_text="Voor welk cijfer. Leeg: voor alle cijfers.",
    )
    is_aan = models.BooleanField("aan", default=True, help_text="Zet uit om niet te controleren.")
    links = models.CharField(
        max_length=300,
        blank=True,
        help_text="Codes van cijfers en + - * /, bijvoorbeeld ‘clienten-pw * bedrag-pw * 12’. "
        "Achter een code mag de soort: ‘lasten-pw[prognose]’.",
    )
    operator = models.CharField(
        "is",
        max_length=2,
        choices=Operator,
        default=Operator.GELIJK,
        help_text="Wat links moet zijn ten opzichte van rechts.",
    )
    rechts = models.CharField(
        max_length=300, blank=True, help_text="Net als links, bijvoorbeeld ‘lasten-pw’."
    )
    marge = models.DecimalField(
        "speling",
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Zoveel mag het schelen, in de eenheid van het cijfer.",
    )
    marge_procent = models.DecimalField(
        "speling in procenten",
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Zoveel procent mag het schelen. Bij een sprong: vanaf welk verschil.",
    )
    ondergrens = models.DecimalField(
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Alleen bij ‘Buiten het bereik’: laagste waarde die kan.",
    )
    bovengrens = models.DecimalField(
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Alleen bij ‘Buiten het bereik’: hoogste waarde die kan.",
    )
    ernst = models.CharField(
        max_length=8,
        choices=Ernst,
        blank=True,
        help_text="Een fout kan alleen verbeterd worden, een twijfel ook verklaard. "
        "Leeg: zoals het programma doet (eigen regel: twijfel).",
    )
    bij_leeg = models.CharField(
        "als een cijfer ontbreekt",
        max_length=10,
        choices=BijLeeg,
        default=BijLeeg.OVERSLAAN,
        help_text="Wat de regel doet als niet alle cijfers er zijn.",
    )
    advies = models.CharField(
        max_length=200, blank=True, help_text="Wat iemand moet doen als de regel niet klopt."
    )

    class Meta:
        ordering = ["gemeente_id", "naam"]
        verbose_name_plural = "controleregels"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "ingebouwd", "indicator"],
                condition=~Q(ingebouwd=""),
                name="controleregel_uniek",
                violation_error_message="Deze controle is voor dit cijfer al ingesteld.",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "ingebouwd"],
                condition=~Q(ingebouwd="") & Q(indicator__isnull=True),
                name="controleregel_uniek_alle",
                violation_error_message="Deze controle is voor alle cijfers al ingesteld.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def code(self) -> str:
        """How its findings name it."""
        return self.ingebouwd or f"eigen-{self.pk}"

    def clean(self) -> None:
        if self.indicator and self.indicator.gemeente_id != self.gemeente_id:
            raise ValidationError({"indicator": "Kies een cijfer van dezelfde gemeente."})
        if not self.ingebouwd:
            self._clean_formules()
        elif self.links or self.rechts:
            raise ValidationError(
                {"links": "Laat links en rechts leeg bij een ingebouwde controle."}
            )
        onder, boven = self.ondergrens, self.bovengrens
        if onder is not None and boven is not None and onder > boven:
            raise ValidationError({"bovengrens": "De bovengrens is lager dan de ondergrens."})

    def _clean_formules(self) -> None:
        fouten, namen = {}, set()
        for veld in ("links", "rechts"):
            if not (tekst := getattr(self, veld).strip()):
                fouten[veld] = "Vul een cijfer of berekening in."
                continue
            try:
                namen |= {lees_plaats(n) for n in lees_formule(tekst, ruim=True).namen}
            except NotatieFout as fout:
                fouten[veld] = str(fout)
        if not fouten and (bezwaar := self._bezwaar(namen)):
            fouten["links"] = bezwaar
        if fouten:
            raise ValidationError(fouten)

    def _bezwaar(self, namen: set[Plaats]) -> str:
        """What is wrong with the figures that the two sides name."""
        codes = {p.code for p in namen}
        bekend = Indicator.objects.filter(gemeente_id=self.gemeente_id, code__in=codes)
        if weg := codes - set(bekend.values_list("code", flat=True)):
            raad = " Bedoelt u een min? Zet er spaties omheen." if self._is_min(weg) else ""
            return f"Deze codes zijn er niet: {', '.join(sorted(weg))}.{raad}"
        delen = {deel for p in namen for deel in lees_sleutel(p.sleutel).items()}
        er = Categorie.objects.filter(dimensie__gemeente_id=self.gemeente_id)
        if delen and (los := delen - set(er.values_list("dimensie__code", "code"))):
            return (
                f"Deze categorieën zijn er niet: {', '.join(f'{d}={c}' for d, c in sorted(los))}."
            )
        if not namen:
            return "Noem minstens één cijfer."
        if all(p.terug for p in namen):
            return "Noem minstens één cijfer van de periode zelf, zonder ‘vorige’ of ‘jaar_eerder’."
        return ""

    def _is_min(self, namen: set[str]) -> bool:
        """Whether one of these is two known codes with a hyphen between them."""
        eigen = Indicator.objects.filter(gemeente_id=self.gemeente_id)
        codes = set(eigen.values_list("code", flat=True))
        delen = ((n[:i], n[i + 1 :]) for n in namen for i, t in enumerate(n) if t == "-")
        return any(a in codes and b in codes for a, b in delen)


class Twijfel(models.Model):
    """What a rule found about one figure. The fingerprint is of the values it rests on.

    A figure that changes gives another fingerprint: the old doubt is corrected, and an explanation
    of it says nothing about the new one.
    """

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="twijfels", help_text="Van welke gemeente."
    )
    reeks = models.ForeignKey(
        Reeks, models.CASCADE, related_name="twijfels", help_text="Over welk cijfer."
    )
    periode = models.ForeignKey(
        Periode, models.PROTECT, related_name="twijfels", help_text="Over welke tijd."
    )
    regel = models.CharField(max_length=40, help_text="Welke controle dit vond.")
    controleregel = models.ForeignKey(
        Controleregel,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="twijfels",
        help_text="De eigen regel, als het geen ingebouwde controle is.",
    )
    vingerafdruk = models.CharField(max_length=40, help_text="Van de waarden waarop het rust.")
    ernst = models.CharField(
        max_length=8, choices=Ernst, help_text="Een fout kan niet verklaard worden."
    )
    som = models.TextField(help_text="De berekening in woorden.")
    advies = models.CharField(max_length=240, blank=True, help_text="Wat u kunt doen.")
    stand = models.CharField(
        max_length=12,
        choices=TwijfelStand,
        default=TwijfelStand.OPEN,
        help_text="Open, door een ander cijfer verdwenen, of uitgelegd.",
    )
    toelichting = models.TextField(
        blank=True, help_text="Waarom het cijfer toch klopt. Blijft bij het cijfer staan."
    )
    verklaard_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Wie het uitlegde.",
    )
    verklaard_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer uitgelegd.")
    gevonden_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer gevonden.")

    class Meta:
        ordering = ["gemeente_id", "stand", "ernst", "-pk"]
        verbose_name_plural = "twijfels"
        constraints = [
            models.UniqueConstraint(
                fields=["reeks", "periode", "regel", "vingerafdruk"], name="twijfel_uniek"
            ),
            models.CheckConstraint(
                condition=~Q(stand="verklaard") | (~Q(ernst="fout") & ~Q(toelichting="")),
                name="twijfel_fout_niet_verklaard",
                violation_error_message="Een fout kan niet verklaard worden. Verbeter het cijfer.",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "stand"], name="twijfel_open")]

    def __str__(self) -> str:
        return f"{self.get_ernst_display()}: {self.som}"

    @property
    def mag_verklaard(self) -> bool:
        return self.ernst != Ernst.FOUT

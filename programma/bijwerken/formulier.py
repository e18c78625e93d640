"""The short form of one line. It keeps what somebody typed, whatever happens to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from monitor.regels.fouten import NotatieFout
from programma.bijwerken.lijst import Lijn
from programma.models import Stand
from programma.models.enums import Oordeel, Status
from programma.regels.datums import gelezen_als, lees_datum
from programma.standen import onderwerp

INHOUD = ("status", "verwacht_tekst", "gerealiseerd_tekst", "gedaan", "opgeleverd", "nodig", "reden",
          "toelichting", "kwaliteit", "tijd", "geld")  # fmt: skip
KEUZES = frozenset(
    {"status", "kwaliteit", "tijd", "geld"}
)  # of these, what is chosen out of a list


def _woorden(label: str, hulp: str) -> forms.CharField:
    return forms.CharField(required=False, max_length=200, label=label, help_text=hulp)


def _oordeel(label: str) -> forms.ChoiceField:
    """Quality, time and money are judged apart; whoever has nothing to say of one leaves it."""
    return forms.ChoiceField(required=False, label=label, choices=[("", "–"), *Oordeel.choices])


def _tekst(label: str, hulp: str = "") -> forms.CharField:
    breed = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(
        required=False, max_length=4000, label=label, help_text=hulp, widget=breed
    )


class LijnForm(forms.Form):
    """Empty at first: the words of last time stand beside it and are never filled in."""

    use_required_attribute = False
    status = forms.ChoiceField(
        required=False, label="Hoe staat het ervoor?", choices=[("", "Kies…"), *Status.choices]
    )
    verwacht_tekst = _woorden(
        "Wanneer is het klaar?",
        "In gewone woorden, bijvoorbeeld ‘medio 2022’ of ‘datum volgt’. Leeg: ongewijzigd.",
    )
    gerealiseerd_tekst = _woorden("Is het klaar? Sinds wanneer?", "Bijvoorbeeld ‘maart 2022’.")
    gedaan = _tekst("Wat is er gedaan?")
    opgeleverd = _tekst("Wat heeft het opgeleverd?")
    nodig = _tekst("Wat is er nodig om verder te kunnen?")
    reden = _tekst("Wordt het later of stopt het? Waarom?", "Lezers zien dit.")
    toelichting = _tekst(
        "Andere status dan uit de data volgt? Waarom?", "Alleen dan nodig. Lezers zien dit."
    )
    kwaliteit = _oordeel("Kwaliteit")
    tijd = _oordeel("Tijd")
    geld = _oordeel("Geld")
    gezien = forms.IntegerField(required=False, widget=forms.HiddenInput)
    bevestig = forms.BooleanField(
        required=False, label="Ik heb dit gelezen. Mijn bericht komt erbij."
    )

    def __init__(self, lijn: Lijn, data: Any = None) -> None:
        self.lijn = lijn
        self.botsing: Stand | None = None
        super().__init__(data, prefix=lijn.sleutel, initial={"gezien": lijn.gezien})

    @property
    def is_gevuld(self) -> bool:
        """Whether somebody wrote anything here."""
        return self.is_bound and any(
            self.data.get(self.add_prefix(veld), "").strip() for veld in INHOUD
        )

    @property
    def oordelen(self) -> list[forms.BoundField]:
        return [self[veld] for veld in ("kwaliteit", "tijd", "geld")]

    @property
    def is_mis(self) -> bool:
        return self.is_bound and bool(self.errors)

    @property
    def verwacht_gelezen(self) -> str:
        """The interval of the words that were just typed, "" when there is none."""
        tekst = self.data.get(self.add_prefix("verwacht_tekst"), "") if self.is_bound else ""
        try:
            return gelezen_als(lees_datum(tekst, referentie=timezone.localdate())) if tekst else ""
        except NotatieFout:
            return ""

    def maak_stand(self, **velden: Any) -> Stand:
        """A report that is not checked and not saved yet."""
        inhoud = {veld: self.cleaned_data.get(veld, "") for veld in INHOUD}
        over = self.lijn.onderwerp
        return Stand(programma=over.programma, **onderwerp(over), **inhoud, **velden)

    def meld(self, fout: ValidationError) -> None:
        velden = fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
        for veld, meldingen in velden.items():
            self.add_error(veld if veld in self.fields else None, " ".join(meldingen))

    def meld_botsing(self, stand: Stand) -> None:
        """Somebody else reported since this form was opened: show it, and ask to confirm."""
        self.botsing = stand
        weg = self.add_prefix("bevestig")
        data = {naam: waarde for naam, waarde in self.data.items() if naam != weg}
        self.data = data | {self.add_prefix("gezien"): str(stand.pk)}
        self.add_error(
            "bevestig",
            "Een ander heeft intussen over deze regel bericht; het staat hierboven. Lees het, pas uw tekst zo "
            "nodig aan, zet het vinkje en bewaar opnieuw. Uw tekst staat er nog.",
        )

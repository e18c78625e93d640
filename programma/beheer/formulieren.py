"""Forms of a line, its parts, its reports, and of moving it. They check; `programma.standen` writes."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils import timezone

from monitor.beheer.formulier import ScopedForm
from programma.models import Herplanning, Mijlpaaldeel, Stand
from programma.models.enums import Orgaan
from programma.standen import controleer_bericht, onderwerp, planning_nu

VERPLAATS = ["nieuw_deel", "nieuw_tekst", "nieuw_reden", "nieuw_door", "nieuw_op"]
_NODIG = {
    "nieuw_tekst": "Schrijf de nieuwe datum in gewone woorden, bijvoorbeeld ‘medio 2022’.",
    "nieuw_reden": "Schrijf waarom de datum verandert. Lezers zien dit.",
    "nieuw_door": "Kies wie het besloot.",
    "nieuw_op": "Vul de dag van het besluit in.",
}


def _niet_later_dan_nu(dag: date | None) -> date | None:
    """A report of a day to come would be the newest for years, and silence the question for word."""
    if dag and dag > timezone.localdate():
        raise ValidationError("Die dag moet nog komen. Kijk de datum na.")
    return dag


class RegelForm(ScopedForm):
    """An onderdeel or a milestone, and in the same form a decision to plan it anew."""

    nieuw_deel = forms.ModelChoiceField(
        Mijlpaaldeel.objects.none(), required=False, label="Welk deel", empty_label="het geheel"
    )
    nieuw_tekst = forms.CharField(
        required=False,
        max_length=200,
        label="Nieuwe datum",
        widget=AdminTextInputWidget,
        help_text="In gewone woorden: ‘medio 2022’, ‘Q1 2022’, ‘eind maart’, ‘datum volgt’. "
        "De eerste planning blijft bewaard.",
    )
    nieuw_reden = forms.CharField(
        required=False,
        label="Reden",
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Voor lezers.",
    )
    nieuw_door = forms.ChoiceField(
        required=False, label="Besloten door", choices=[("", "---------"), *Orgaan.choices]
    )
    nieuw_op = forms.DateField(required=False, label="Besloten op", widget=AdminDateWidget)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "nieuw_deel" in self.fields:
            self.fields["nieuw_deel"].queryset = self.instance.delen.all()

    def clean_nieuw_op(self) -> date | None:
        return _niet_later_dan_nu(self.cleaned_data.get("nieuw_op"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        gevuld = [veld for veld in _NODIG if data.get(veld)]
        if gevuld and not self.errors:
            for veld in _NODIG:
                if not data.get(veld):
                    self.add_error(veld, _NODIG[veld])
            if not self.errors:
                self._check_herplanning(data)
        return data

    def _check_herplanning(self, data: dict[str, Any]) -> None:
        regel = data.get("nieuw_deel") or self.instance
        try:
            Herplanning(
                programma=self.instance.programma, **onderwerp(regel), oud_tekst=planning_nu(regel),
                nieuw_tekst=data["nieuw_tekst"], reden=data["nieuw_reden"], besloten_door=data["nieuw_door"],
                besloten_op=data["nieuw_op"],
            ).full_clean()  # fmt: skip
        except ValidationError as fout:
            self.add_error("nieuw_tekst", " ".join(fout.messages))

    @property
    def verplaatsing(self) -> dict[str, Any] | None:
        """What `standen.verplaats` needs, None when nothing is moved."""
        data = self.cleaned_data
        if not data.get("nieuw_tekst"):
            return None
        return {
            "regel": data.get("nieuw_deel") or self.instance,
            "nieuw": data["nieuw_tekst"],
            "reden": data["nieuw_reden"],
            "besloten_door": data["nieuw_door"],
            "besloten_op": data["nieuw_op"],
        }


class VanRegelForm(ScopedForm):
    """A row under an onderdeel or milestone: its programme is that of the line."""

    def _post_clean(self) -> None:
        regel = self.instance.onderdeel or self.instance.mijlpaal
        if regel is not None and regel.programma_id:
            self.instance.programma = regel.programma
        super()._post_clean()


class StandForm(VanRegelForm):
    """One report. What the facts propose is computed; another status asks for an explanation."""

    class Meta:
        model = Stand
        fields = ["datum", "deel", "status", "toelichting", "verwacht_tekst", "gerealiseerd_tekst", "gedaan",
                  "opgeleverd", "reden", "nodig", "effect", "kwaliteit", "tijd", "geld"]  # fmt: skip
        widgets = {
            veld: AdminTextareaWidget(attrs={"rows": 2})
            for veld in ("toelichting", "gedaan", "opgeleverd", "reden", "nodig")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "datum" in self.fields:
            self.fields["datum"].initial = timezone.localdate

    def clean_datum(self) -> date | None:
        return _niet_later_dan_nu(self.cleaned_data.get("datum"))

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors or not self.has_changed():
            return
        try:
            controleer_bericht(self.instance)
        except ValidationError as fout:
            velden = fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
            for veld, meldingen in velden.items():
                self.add_error(veld if veld in self.fields else None, " ".join(meldingen))

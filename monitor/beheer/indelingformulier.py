"""The form in which a person says what the columns of a file are."""

from __future__ import annotations

from typing import Any

from django import forms

from monitor.invoer.breed import Kop
from monitor.invoer.cellen import als_tekst
from monitor.invoer.cijferrijen import VASTE_NAMEN
from monitor.invoer.indeling import Indeling, IndelingFout, kopdelen
from monitor.invoer.indeling_voorstel import GEGEVENS
from monitor.invoer.register import Register
from monitor.invoer.tabel import norm
from monitor.models.enums import Soort

NIET = ("", "Niet gebruiken")
MAX_WOORDEN = 60
MAX_KEUZES = 20_000  # on the page, all columns together
OVERSLAAN = "-"
ONBEKEND = (("", "Nog niet bekend"), (OVERSLAAN, "Sla deze rijen over"))


class IndelingForm(forms.Form):
    """A select for each part of the header, what is the same for all rows, and words to translate."""

    naam = forms.CharField(
        label="Naam van deze indeling",
        max_length=80,
        help_text="Waar het bestand vandaan komt, bijvoorbeeld ‘Export zorgsysteem’.",
    )

    def __init__(
        self,
        *args: Any,
        register: Register,
        kop: Kop,
        begin: Indeling,
        woorden: dict[str, list[str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.register, self.begin = register, begin
        self.fields["naam"].required = not self.is_bound or "bekijk" not in self.data
        self.delen = list(dict.fromkeys(kopdelen(kop).values()))
        self.koppen = _koppen(kop)
        self.woorden = [(k, w) for k, lijst in (woorden or {}).items() for w in lijst][:MAX_WOORDEN]
        cijfers = _cijferkeuzes(register, ruim=True)
        if len(self.delen) * sum(len(groep) for _, groep in cijfers) > MAX_KEUZES:
            cijfers = _cijferkeuzes(register, ruim=False)
        for i, deel in enumerate(self.delen):
            self.fields[f"kolom-{i}"] = forms.ChoiceField(
                label=self.koppen[deel],
                choices=_periodekeuzes() if deel.startswith("#") else self._keuzes(cijfers, deel),
                initial=begin.kolommen.get(deel, ""),
                required=False,
            )
        self._voeg_vast_toe()
        for i, (kolom, woord) in enumerate(self.woorden):
            self.fields[f"woord-{i}"] = forms.ChoiceField(
                label=woord,
                choices=[*ONBEKEND, *_codes(register, kolom)],
                initial=_begin_woord(begin, kolom, woord),
                required=False,
            )

    def _keuzes(self, cijfers: list[Any], deel: str) -> list[Any]:
        """With what the column is now, also when that is not among the usual."""
        rol = self.begin.kolommen.get(deel, "")
        bekend = {waarde for _, groep in cijfers for waarde, _ in groep} | {""}
        return [NIET, *cijfers] if rol in bekend else [NIET, (rol, f"Zoals nu: {rol}"), *cijfers]

    def _voeg_vast_toe(self) -> None:
        velden: dict[str, forms.Field] = {
            "indicator": forms.ChoiceField(
                label="Welk cijfer", choices=_codes(self.register, "indicator")
            ),
            "soort": forms.ChoiceField(label="Soort", choices=list(Soort.choices)),
            "periode": forms.CharField(label="Periode", max_length=40),
        }
        for code, dimensie in self.register.dimensies.items():
            if code not in VASTE_NAMEN:
                keuzes = _codes(self.register, code)
                velden[code] = forms.ChoiceField(label=dimensie.naam, choices=keuzes)
        self.vaste_namen = list(velden)
        for i, (naam, veld) in enumerate(velden.items()):
            if isinstance(veld, forms.ChoiceField):
                leeg = (
                    "In een kolom, of niet" if naam in self.register.dimensies else "In een kolom"
                )
                veld.choices = [("", leeg), *veld.choices]
            veld.required, veld.initial = False, self.begin.vast.get(naam, "")
            self.fields[f"vast-{i}"] = veld

    # -- for the template ------------------------------------------------------------------------

    def regels(self, voorbeelden: dict[str, list[str]]) -> list[tuple[Any, list[str]]]:
        """Each column with what stands in it."""
        namen = [voorbeelden.get(deel, []) for deel in self.delen]
        return list(zip(self.kolomvelden(), namen, strict=True))

    def kolomvelden(self) -> list[Any]:
        return [self[f"kolom-{i}"] for i in range(len(self.delen))]

    def vaste_velden(self) -> list[Any]:
        return [self[f"vast-{i}"] for i in range(len(self.vaste_namen))]

    def woordvelden(self) -> list[Any]:
        return [self[f"woord-{i}"] for i in range(len(self.woorden))]

    # -- the outcome -----------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        self.indeling = Indeling(
            {deel: schoon.get(f"kolom-{i}", "") for i, deel in enumerate(self.delen)},
            {n: schoon[v] for i, n in enumerate(self.vaste_namen) if schoon.get(v := f"vast-{i}")},
            self._vertaal(schoon),
        )
        try:
            self.indeling.toets([*GEGEVENS, *self.register.dimensies])
        except IndelingFout as fout:
            for melding in fout.meldingen:
                self.add_error(None, melding)
        return schoon

    def _vertaal(self, schoon: dict[str, Any]) -> dict[str, dict[str, str]]:
        """What was translated before, and what is said now."""
        vertaal = {naam: dict(woorden) for naam, woorden in self.begin.vertaal.items()}
        for i, (kolom, woord) in enumerate(self.woorden):
            if gekozen := schoon.get(f"woord-{i}"):
                code = "" if gekozen == OVERSLAAN else gekozen
                vertaal.setdefault(kolom, {})[norm(woord)] = code
        return vertaal


def _koppen(kop: Kop) -> dict[str, str]:
    """How a part of the header is shown; of a run of periods the first and the last."""
    per_deel: dict[str, list[str]] = {}
    for plek, deel in kopdelen(kop).items():
        per_deel.setdefault(deel, []).append(als_tekst(kop[plek])[:60])
    return {
        deel: f"{t[0]} … {t[-1]} ({len(t)} kolommen)" if len(t) > 1 else t[0]
        for deel, t in per_deel.items()
    }


def _periodekeuzes() -> list[Any]:
    return [NIET, ("waarde:periode", "Cijfers; de kop is de periode")]


def _cijferkeuzes(register: Register, *, ruim: bool) -> list[Any]:
    """What a column can be; without `ruim` no list of every category and figure."""
    eigen = [(c, f"Uitsplitsing: {d.naam}") for c, d in register.dimensies.items()]
    per_categorie = [
        (f"waarde:{code}={waarde}", f"Cijfers van {register.dimensies[code].naam}: {naam}")
        for code in register.dimensies
        for waarde, naam in _codes(register, code)
    ]
    per_soort = [
        (f"waarde:soort={w}", f"Cijfers van de soort: {naam}") for w, naam in Soort.choices
    ]
    per_cijfer = [
        (f"waarde:indicator={w}", f"Cijfers van: {naam}")
        for w, naam in _codes(register, "indicator")
    ]
    return [
        ("Wat er in de rij staat", [*GEGEVENS.items(), *eigen]),
        (
            "Hier staan de cijfers",
            [("waarde", "Cijfers"), *per_soort, *([*per_categorie, *per_cijfer] if ruim else [])],
        ),
    ]


def _codes(register: Register, kolom: str) -> list[tuple[str, str]]:
    if kolom == "indicator":
        rijen = [(c, i.naam) for c, i in register.indicatoren.items() if not i.formule]
    else:
        rijen = [(c, categorie.naam) for c, categorie in register.categorieen[kolom].items()]
    return sorted(rijen, key=lambda r: r[1])


def _begin_woord(begin: Indeling, kolom: str, woord: str) -> str:
    code = begin.vertaal.get(kolom, {}).get(norm(woord))
    return OVERSLAAN if code == "" else code or ""

"""The world of the address walk: two gemeenten with something in every state, and a canary in each.

A canary is a text or a figure that stands in one place only. `Kanarie.klasse` says who may see it:
`openbaar` everybody, `raad` members of the gemeente, `geheim` no reader at all, `staf` own staff.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone

from monitor import rechten
from monitor.models import (
    Aanlevering,
    Gemeente,
    Lidmaatschap,
    Periode,
    Publicatie,
    PublicatieBestand,
    Taak,
    Twijfel,
    Uitgave,
)
from monitor.models.enums import BlokSoort, Openbaarheid, Rol
from monitor.publiceren.bevriezen import intrekken, publish_uitgave
from monitor.weergave.document.opmaken import maak_html
from programma.models import Bijwerklink, Onderdeel, Programma
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

# State of an edition: its period, and who may see what is in it. In order of time, because a later
# edition also shows older figures.
STANDEN = {
    "openbaar": ("2021-01", "openbaar"),
    "raad": ("2021-03", "raad"),
    "embargo": ("2021-04", "geheim"),
    "concept": ("2021-05", "geheim"),
    "ingetrokken": ("2021-06", "geheim"),
}
_teller = count(1)


@dataclass(frozen=True)
class Kanarie:
    tekst: str
    gemeente: str
    klasse: str


@dataclass
class Wereld:
    gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    uitgaven: dict[tuple[str, str], Uitgave] = field(default_factory=dict)
    objecten: dict[tuple[str, type[models.Model]], models.Model] = field(default_factory=dict)
    kanaries: list[Kanarie] = field(default_factory=list)
    users: dict[str, Any] = field(default_factory=dict)

    def woord(self, gemeente: str, klasse: str) -> str:
        tekst = f"kanarie{next(_teller):03}{gemeente}{klasse}"
        self.kanaries.append(Kanarie(tekst, gemeente, klasse))
        return tekst

    def getal(self, gemeente: str, klasse: str) -> int:
        """Seven odd digits, watched for in both notations."""
        waarde = 7_319_111 + 20_202 * next(_teller)
        for tekst in (str(waarde), f"{waarde:,}".replace(",", ".")):
            self.kanaries.append(Kanarie(tekst, gemeente, klasse))
        return waarde

    def object_van(self, gemeente: str, model: type[models.Model]) -> models.Model:
        return self.objecten[gemeente, model]


def maak_wereld() -> Wereld:
    """Rows for every state, and for every model that the admin knows, in both gemeenten."""
    wereld = Wereld()
    for slug in ("aadorp", "beestad"):
        wereld.gemeenten[slug] = make_gemeente(slug)
        _vul(wereld, slug)
    for rol in Rol:
        wereld.users[rol.value] = make_user(wereld.gemeenten["aadorp"], rol)
    wereld.users["alles"] = make_user(wereld.gemeenten["aadorp"], *Rol)
    wereld.users["support"] = make_user(is_superuser=True)
    wereld.users["anoniem"] = None
    _verklaar_twijfels(wereld)
    return wereld


def _verklaar_twijfels(wereld: Wereld) -> None:
    """The doubts that the figures raised, as a person left them: explained."""
    for slug in wereld.gemeenten:
        Twijfel.objects.filter(gemeente__slug=slug).update(
            ernst="twijfel", stand="verklaard", toelichting=wereld.woord(slug, "staf")
        )


def _vul(wereld: Wereld, slug: str) -> None:
    gemeente = wereld.gemeenten[slug]
    indicator = make_indicator(
        gemeente, "cijfer", naam=f"Cijfer {slug}", definitie=wereld.woord(slug, "openbaar")
    )
    los = make_indicator(gemeente, "los", naam=wereld.woord(slug, "staf"))
    make_waarneming(los, "2021-01", wereld.getal(slug, "staf"), voetnoot=wereld.woord(slug, "staf"))
    programma = Programma.objects.create(
        gemeente=gemeente, slug="plan", naam=wereld.woord(slug, "openbaar"), niveaus="tafel, tafels"
    )
    Onderdeel.objects.create(
        programma=programma, code="tafel", titel=wereld.woord(slug, "openbaar")
    )
    for stand, (periode, klasse) in STANDEN.items():
        make_waarneming(indicator, periode, wereld.getal(slug, klasse))
        uitgave = _uitgave(wereld, slug, stand, periode, klasse, indicator)
        _breng_in_stand(uitgave, stand)
        wereld.uitgaven[slug, stand] = uitgave
    Aanlevering.objects.create(
        gemeente=gemeente,
        soort="waarnemingen",
        bestandsnaam=f"{wereld.woord(slug, 'staf')}.csv",
        bestand=ContentFile(wereld.woord(slug, "staf").encode(), "cijfers.csv"),
        fouten=[{"rij": 2, "melding": wereld.woord(slug, "staf"), "kolom": "waarde"}],
        aantal_fouten=1,
    )
    wereld.objecten[slug, Bijwerklink] = Bijwerklink.objects.create(
        programma=programma,
        functie=wereld.woord(slug, "staf"),
        email=f"{wereld.woord(slug, 'staf')}@example.org",
        regels=["o1"],
        verloopt_op=timezone.now() + timedelta(days=14),
    )
    Taak.objects.create(naam="werk", gemeente=gemeente, melding=wereld.woord(slug, "staf"))
    make_user(gemeente, Rol.INVOERDER, username=wereld.woord(slug, "staf"))
    for model in admin.site._registry:
        wereld.objecten[slug, model] = _een(wereld, slug, model)


def _uitgave(wereld, slug, stand, periode, klasse, indicator) -> Uitgave:
    tekst = lambda: wereld.woord(slug, klasse)  # noqa: E731
    uitgave = make_uitgave(
        wereld.gemeenten[slug],
        periode,
        titel=tekst(),
        kop=tekst(),
        hoogtepunten=tekst(),
        openbaarheid=Openbaarheid.RAAD if stand == "raad" else Openbaarheid.OPENBAAR,
        embargo_tot=timezone.now() + timedelta(days=30) if stand == "embargo" else None,
    )
    hoofdstuk = make_hoofdstuk(uitgave, "jeugd", titel=tekst(), kop=tekst(), toelichting=tekst())
    make_blok(hoofdstuk, BlokSoort.TEGELS, indicator, titel=tekst(), code="tegels")
    grafiek = {"titel": tekst(), "code": "grafiek", "vorm": "lijn", "perioden": "laatste 3"}
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, indicator, **grafiek)
    make_blok(hoofdstuk, BlokSoort.PROGRAMMA, code="plan", verwijst_naar="plan")
    return uitgave


def _breng_in_stand(uitgave: Uitgave, stand: str) -> None:
    if stand == "concept":
        return
    publicatie = publish_uitgave(uitgave, by=None)
    _bewaar_document(publicatie)
    if stand == "ingetrokken":
        intrekken(publicatie, by=None, reden="Proef")


def _bewaar_document(publicatie: Publicatie) -> None:
    """The kept PDF, as the words that it is drawn from: so a canary in it can be seen."""
    woorden = maak_html(json.loads(publicatie.inhoud)).encode()
    PublicatieBestand.objects.create(publicatie=publicatie, formaat="pdf", inhoud=woorden)


# -- any other model -----------------------------------------------------------------------------


def _een(wereld: Wereld, slug: str, model: type[models.Model]) -> models.Model:
    """A row of this model in this gemeente: one that is there, or one made from its fields."""
    gemeente = wereld.gemeenten[slug]
    if model is get_user_model():
        return Lidmaatschap.objects.filter(gemeente=gemeente).first().user
    if model is Uitgave:
        return wereld.uitgaven[slug, "concept"]
    bestaand = model._default_manager.filter(**{rechten.pad_van(model): gemeente.pk})
    return bestaand.order_by("-pk").first() or _maak(wereld, slug, model)


def _maak(wereld: Wereld, slug: str, model: type[models.Model]) -> models.Model:
    velden = {}
    for veld in model._meta.concrete_fields:
        moet = not veld.null and not veld.has_default() and not isinstance(veld, models.AutoField)
        if moet or (veld.is_relation and veld.related_model is Onderdeel):
            velden[veld.name] = _waarde(wereld, slug, veld, model)
    return model._default_manager.create(**velden)


def _waarde(wereld: Wereld, slug: str, veld: models.Field, model: type[models.Model]) -> Any:
    if veld.is_relation:
        if veld.related_model is Periode:
            return Periode.objects.first()
        return None if veld.related_model is model else _een(wereld, slug, veld.related_model)
    if veld.choices:
        return veld.choices[0][0]
    if isinstance(veld, models.SlugField) or veld.name in ("code", "slug"):
        return f"adres{next(_teller)}"
    if isinstance(veld, models.EmailField):
        return f"{wereld.woord(slug, 'staf')}@example.org"
    if isinstance(veld, models.CharField | models.TextField):
        return "" if veld.blank else wereld.woord(slug, "staf")[: veld.max_length]
    if isinstance(veld, models.DateTimeField):
        return timezone.now()
    if isinstance(veld, models.DateField):
        return date(2021, 1, 1)
    return {} if isinstance(veld, models.JSONField) else 1

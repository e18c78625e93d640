"""Every field of every model of a programme goes out in the spreadsheet and comes back, or is explained here.

A new model or field fails until it is filled in `maak_vol` and comes back, or is on one of the two lists.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from monitor.invoer.perioden import periode_voor
from programma import models as tabellen
from programma.invoer.uitvoer import maak_bestand
from programma.models import (
    Aannamestand,
    Beslisregel,
    Besluit,
    Budgetregel,
    Functiehouder,
    Herplanning,
    Mijlpaal,
    Mijlpaaldeel,
    Onderdeel,
    OnderdeelIndicator,
    Programma,
    Risico,
    Risicostand,
    Stand,
)
from programma.standen import controleer_stand
from tests.make import make_gemeente, make_indicator, make_reeks, make_user
from tests.test_programma_invoer import importeer

pytestmark = pytest.mark.django_db

NIET_IN_HET_BESTAND = {
    "Bijwerklink": "een gemailde link werkt op één plek en een beperkte tijd; er staat een e-mailadres in",
    "Functiehouder": "wijst een gebruiker aan; een bestand noemt geen personen",
}
GEEN_VELD_VAN_HET_PROGRAMMA = {
    "id": "nummer in deze database",
    "gemeente": "het bestand gaat naar de gemeente die het inleest",
    "gemaakt_op": "wanneer het is opgeschreven; de dag van de stand staat er wel in",
    "gemaakt_door": "een bestand noemt geen personen",
    "via_link": "hoort bij een gemailde link",
}
MODELLEN = [getattr(tabellen, n) for n in tabellen.__all__ if n not in NIET_IN_HET_BESTAND]
DAG = date(2021, 4, 30)


def velden_van(model: type[models.Model]) -> list[models.Field]:
    return [f for f in model._meta.concrete_fields if f.name not in GEEN_VELD_VAN_HET_PROGRAMMA]


def schoon(rij):
    rij.full_clean()
    rij.save()
    return rij


def maak_vol(gemeente):
    """A programme in which every field of every model says something, other than its default."""
    p = schoon(Programma(
        gemeente=gemeente, slug="vol", naam="Vol", ambitie="Beter.", aanleiding="Daarom.", uitgangspunten="een\ntwee",
        partners="drie\nvier", bronnen="vijf", programmamanager="manager Vol", ambtelijk_opdrachtgever="directeur",
        bestuurlijk_opdrachtgever="wethouder", email="vol@example.org", start=date(2020, 1, 1), eind=date(2023, 12, 31),
        looptijd_opmerking="Of eind 2022.", rapportageperiode="elk kwartaal", niveaus="doel, doelen\ndeel, delen", telniveau=2,
        regelnaam="mijlpaal, mijlpalen", budgettekst="Geld.", risicotekst="Risico.", is_gearchiveerd=True,
    ))  # fmt: skip
    doel = schoon(Onderdeel(programma=p, code="a", titel="A", volgorde=3))
    orig = schoon(Onderdeel(
        programma=p, ouder=doel, code="b", nummer="1.1", titel="B", omschrijving="Wat.", eigenaar="teamleider",
        volgorde=7, bron="blz. 3", gepland_tekst="medio 2021", gepland_op=date(2020, 2, 1), naar_raad=True,
    ))  # fmt: skip
    schoon(Onderdeel(programma=p, ouder=doel, code="c", titel="C", zelfde_als=orig, volgorde=8, is_gearchiveerd=True))  # fmt: skip
    mijlpaal = schoon(Mijlpaal(
        programma=p, onderdeel=orig, code="b", titel="M", resultaat="Er ligt iets.", volgorde=4, is_gearchiveerd=True,
        bron="blz. 4", gepland_tekst="juni", gepland_op=date(2021, 1, 1), naar_raad=True,
    ))  # fmt: skip
    plan = {"gepland_tekst": "Q3 2021", "gepland_op": date(2020, 3, 1), "naar_raad": True}
    deel = schoon(Mijlpaaldeel(programma=p, onderdeel=orig, naam="Noord", volgorde=2, **plan))
    deel2 = schoon(Mijlpaaldeel(programma=p, mijlpaal=mijlpaal, naam="Zuid", volgorde=3, **plan))
    maak_verslagen(p, orig, mijlpaal, deel, deel2)
    maak_cijfers_en_geld(p, orig)
    return p


def maak_verslagen(p, orig, mijlpaal, deel, deel2):
    woorden = {"gedaan": "Dit.", "opgeleverd": "Dat.", "reden": "Ziekte.", "nodig": "Geld.", "bron": "blz. 5",
               "effect": "gemeten", "kwaliteit": "goed", "tijd": "let_op", "geld": "niet_goed"}  # fmt: skip
    eerst = Stand(programma=p, onderdeel=orig, deel=deel, datum=DAG, status="loopt", toelichting="Want.",
                  verwacht_tekst="eind 2021", **woorden)  # fmt: skip
    klaar = Stand(programma=p, mijlpaal=mijlpaal, deel=deel2, datum=date(2021, 9, 1), status="gereed",
                  gerealiseerd_tekst="augustus 2021", opgeleverd="Klaar.")  # fmt: skip
    stil = Stand(
        programma=p, onderdeel=orig, datum=date(2020, 5, 1), status="op_schema", gedaan="Toen."
    )
    for stand in (eerst, klaar, stil):
        controleer_stand(stand)
        stand.save()
    for wie in ({"onderdeel": orig, "deel": deel}, {"mijlpaal": mijlpaal, "deel": deel2}):
        schoon(Herplanning(programma=p, **wie, oud_tekst="iets anders", nieuw_tekst="eind 2021", reden="Later.",
                           besloten_door="raad", besloten_op=date(2020, 4, 1), bron="besluit 12"))  # fmt: skip


def maak_cijfers_en_geld(p, orig):
    kosten, wacht = (p.gemeente.indicatoren.get(code=c) for c in ("kosten", "wachttijd"))
    koppeling = schoon(OnderdeelIndicator(onderdeel=orig, indicator=kosten, schakel="impact", aanname="Omdat.",
                                          nulmeting="2019", tegenindicator=wacht, volgorde=5))  # fmt: skip
    schoon(Aannamestand(koppeling=koppeling, datum=DAG, oordeel="weerlegd", toelichting="Nee."))
    risico = schoon(Risico(programma=p, onderdeel=orig, code="r", omschrijving="Mis.", kans="klein", gevolg="groot",
                           maatregel="Iets.", eigenaar="directeur", trend="groter", gemeld_op=DAG,
                           vervallen_op=date(2022, 1, 1), volgorde=2))  # fmt: skip
    schoon(
        Risicostand(risico=risico, datum=DAG, kans="groot", gevolg="middel", toelichting="Meer.")
    )
    reeks = make_reeks(kosten, soort="begroting_primitief")
    schoon(Budgetregel(programma=p, reeks=reeks, soort="toegekend", omschrijving="Geld", document="PPN", volgorde=3))  # fmt: skip
    regel = schoon(Beslisregel(programma=p, onderdeel=orig, indicator=kosten, soort="prognose", vergelijking="tot",
                               grens=Decimal("7.5"), actie="Naar de raad.", is_actief=False))  # fmt: skip
    toen = datetime(2021, 5, 1, 8, 30, 15, 123456, UTC)
    schoon(Besluit(beslisregel=regel, periode=periode_voor("2020"), gemeld_op=toen, besloten_op=DAG, besloten_door="raad",
                   tekst="Minder.", opvolging="Gedaan.", afgerond_op=date(2021, 6, 1)))  # fmt: skip
    schoon(
        Besluit(beslisregel=regel, periode=periode_voor("2021"), gemeld_op=toen, vervallen_op=DAG)
    )


def met_cijfers(slug):
    gemeente = make_gemeente(slug)
    for code in ("kosten", "wachttijd"):
        make_indicator(gemeente, code, eenheid="euro" if code == "kosten" else "aantal")
    return gemeente


def natuurlijk(waarde: Any) -> Any:
    """A value without the numbers of this database: a row by what it is called."""
    if not isinstance(waarde, models.Model):
        return waarde
    sleutel = getattr(waarde, "code", None) or getattr(waarde, "slug", None)
    return sleutel or str(waarde)


def alles_van(model: type[models.Model], gemeente) -> list[dict[str, Any]]:
    rijen = [x for x in model.objects.all() if gemeente_van(x) == gemeente]
    uit = [{f.name: natuurlijk(getattr(x, f.name)) for f in velden_van(model)} for x in rijen]
    return sorted(uit, key=str)


def gemeente_van(rij):
    for weg in ("gemeente", "programma", "onderdeel", "koppeling", "risico", "beslisregel"):
        if (boven := getattr(rij, weg, None)) is not None:
            return boven if weg == "gemeente" else gemeente_van(boven)
    raise AssertionError(rij)


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_every_field_of_every_model_comes_back(formaat):
    hier, daar = met_cijfers("hier"), met_cijfers("daar")
    inhoud = maak_bestand(maak_vol(hier), formaat)
    controle = importeer(daar, inhoud, f"programma.{formaat}")
    assert [str(f) for f in controle.fouten] == []
    for model in MODELLEN:
        assert alles_van(model, daar) == alles_van(model, hier) != [], model


@pytest.mark.parametrize("model", MODELLEN, ids=lambda m: m.__name__)
def test_the_full_programme_fills_every_field(model):
    """Else the test above says nothing about that field."""
    maak_vol(met_cijfers("hier"))
    for veld in velden_van(model):
        leeg = (None, "", veld.get_default())
        waarden = [getattr(x, veld.attname) for x in model.objects.all()]
        assert any(w not in leeg for w in waarden), (
            f"{model.__name__}.{veld.name}: zet dit in maak_vol"
        )


def test_a_second_time_nothing_changes_and_persons_stay_out():
    hier = met_cijfers("hier")
    p = maak_vol(hier)
    user = make_user(hier, "trekker", username="geheime-naam")
    Functiehouder.objects.create(programma=p, functie="teamleider", gebruiker=user)
    inhoud = maak_bestand(p, "csv")
    assert b"geheime-naam" not in inhoud
    nog_eens = importeer(hier, inhoud)
    assert (nog_eens.nieuw, nog_eens.gewijzigd, nog_eens.fouten) == (0, 0, [])


def test_the_lists_of_exceptions_hold_nothing_that_is_gone():
    assert set(NIET_IN_HET_BESTAND) <= set(tabellen.__all__)
    namen = {f.name for m in MODELLEN for f in m._meta.concrete_fields}
    assert set(GEEN_VELD_VAN_HET_PROGRAMMA) <= namen

"""Doubts kept in step with the figures: found, settled, ended, in a fixed number of queries."""

from decimal import Decimal as D

import pytest
from django.db import IntegrityError, transaction

from monitor import taken
from monitor.invoer import twijfels
from monitor.invoer.perioden import periode_voor
from monitor.invoer.staat import Staat
from monitor.invoer.toepassen import Cijfer, leg_vast, pas_toe
from monitor.invoer.twijfels import TwijfelFout, controleer_uitgave, verklaar, voorspel
from monitor.models import (
    Aanlevering,
    Categorie,
    Controleregel,
    Dimensie,
    Indicator,
    Taak,
    Twijfel,
)
from monitor.models.enums import BlokSoort, Eenheid, Telt, TwijfelStand
from monitor.regels.getallen import Getal
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_reeks,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
MAANDEN = [f"2020-{m:02}" for m in range(1, 11)]


@pytest.fixture
def gemeente():
    return make_gemeente()


@pytest.fixture
def clienten(gemeente):
    indicator = make_indicator(gemeente, telt=Telt.PERSONEN)
    for i, code in enumerate(MAANDEN):
        make_waarneming(indicator, code, 740 + i % 3)
    return indicator


def zet(indicator, periode, waarde, *, soort="realisatie", sleutel="", by=None):
    reeks = make_reeks(indicator, soort, sleutel)
    getal = Getal("getal", D(waarde)) if waarde is not None else Getal("niet_gemeten")
    return leg_vast(reeks, periode_voor(periode), getal, by=by)


def staat_er(**keuze):
    return list(Twijfel.objects.filter(**keuze).order_by("pk").values_list("regel", "stand"))


def test_a_figure_that_jumps_is_doubted_and_a_correction_settles_it(clienten):
    zet(clienten, "2020-11", 1400)
    assert staat_er() == [("sprong", "open")]
    zet(clienten, "2020-11", 745)
    assert staat_er() == [("sprong", "gecorrigeerd")]


def test_an_explanation_stays_with_the_figure_and_ends_when_it_changes(clienten):
    user = make_user()
    zet(clienten, "2020-11", 1400)
    verklaar(Twijfel.objects.get(), "Nieuwe regeling vanaf november.", by=user)
    zet(clienten, "2020-12", 1405)
    assert staat_er(periode__code="2020-11") == [("sprong", "verklaard")]
    zet(clienten, "2020-11", 1500)
    assert staat_er(periode__code="2020-11") == [("sprong", "gecorrigeerd"), ("sprong", "open")]


def test_a_figure_that_comes_back_is_doubted_again(clienten):
    for waarde in (1400, 745, 1400):
        zet(clienten, "2020-11", waarde)
    assert staat_er() == [("sprong", "open")]


def test_a_change_of_the_previous_figure_is_seen_in_the_next(clienten):
    zet(clienten, "2020-10", 1400)
    assert set(staat_er(stand="open")) == {("sprong", "open")}
    zet(clienten, "2020-11", 745)
    assert staat_er(periode__code="2020-11", stand="open") == [("sprong", "open")]
    zet(clienten, "2020-10", 741)
    assert staat_er(stand="open") == []


def test_an_error_can_not_be_explained_away(clienten):
    zet(clienten, "2020-11", -5)
    fout = Twijfel.objects.get(regel="teken")
    with pytest.raises(TwijfelFout, match="verbeter het cijfer"):
        verklaar(fout, "Toch", by=make_user())
    with pytest.raises(IntegrityError), transaction.atomic():
        Twijfel.objects.filter(pk=fout.pk).update(stand=TwijfelStand.VERKLAARD, toelichting="x")


@pytest.mark.parametrize("tekst", ["", "   "])
def test_an_explanation_needs_words(clienten, tekst):
    zet(clienten, "2020-11", 1400)
    with pytest.raises(TwijfelFout, match="Leg in een paar woorden uit"):
        verklaar(Twijfel.objects.get(), tekst, by=make_user())


def test_parts_and_total_wherever_the_change_is(gemeente):
    indicator = make_indicator(gemeente, telt=Telt.PERSONEN, is_optelbaar=True)
    dimensie = Dimensie.objects.create(gemeente=gemeente, code="vorm", naam="Vorm")
    for code in ("zin", "pgb"):
        Categorie.objects.create(dimensie=dimensie, code=code, naam=code.upper())
    zet(indicator, "2020-11", 100)
    zet(indicator, "2020-11", 60, sleutel="vorm=zin")
    zet(indicator, "2020-11", 30, sleutel="vorm=pgb")
    [twijfel] = Twijfel.objects.filter(stand="open")
    assert (twijfel.reeks.sleutel, twijfel.regel, twijfel.ernst) == ("", "delen", "fout")
    assert "30 + 60 = 90" in twijfel.som
    zet(indicator, "2020-11", 40, sleutel="vorm=pgb")
    assert staat_er(stand="open") == []


def test_nested_categories_count_once(gemeente):
    indicator = make_indicator(gemeente, telt=Telt.PERSONEN, is_optelbaar=True)
    dimensie = Dimensie.objects.create(gemeente=gemeente, code="wijk", naam="Wijk")
    noord = Categorie.objects.create(dimensie=dimensie, code="noord", naam="Noord")
    Categorie.objects.create(dimensie=dimensie, code="noord-1", naam="Noord 1", ouder=noord)
    for sleutel in ("", "wijk=noord", "wijk=noord-1"):
        zet(indicator, "2020-11", 60, sleutel=sleutel)
    assert staat_er(stand="open") == []


# -- rules of the gemeente -------------------------------------------------------------------------


def eigen_regel(gemeente, links, operator, rechts, **velden):
    regel = Controleregel(
        gemeente=gemeente, naam="Regel", links=links, operator=operator, rechts=rechts, **velden
    )
    regel.full_clean()
    regel.save()
    return regel


def test_average_times_number_against_amount(gemeente):
    codes = {"pw": 815, "bedrag-pw": 1190, "lasten-pw": 13_260_000}
    for code in codes:
        eenheid = Eenheid.AANTAL if code == "pw" else Eenheid.EURO
        make_indicator(gemeente, code, eenheid=eenheid)
    regel = eigen_regel(gemeente, "pw * bedrag-pw * 12", "=", "lasten-pw", marge_procent=1)
    for code, waarde in codes.items():
        zet(Indicator.objects.get(code=code), "2021", waarde)
    [twijfel] = Twijfel.objects.all()
    assert twijfel.controleregel == regel
    assert twijfel.reeks.indicator.code == "lasten-pw"
    assert twijfel.som.startswith("815 × 1.190 × 12 = 11.638.200; lasten-pw is 13.260.000.")


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"links": "bestaat-niet", "rechts": "1"}, "zijn er niet: bestaat-niet"),
        ({"links": "(", "rechts": "1"}, "klopt niet"),
        ({"links": "", "rechts": "1"}, "Vul een cijfer"),
        ({"links": "2", "rechts": "1"}, "minstens één cijfer"),
        ({"ingebouwd": "sprong", "links": "2"}, "leeg bij een ingebouwde"),
        ({"ingebouwd": "bereik", "ondergrens": 5, "bovengrens": 2}, "lager dan de ondergrens"),
    ],
)
def test_a_rule_that_can_not_be_is_refused(gemeente, velden, melding):
    with pytest.raises(Exception, match=melding):
        Controleregel(gemeente=gemeente, naam="Regel", **velden).full_clean()


def test_a_built_in_rule_is_off_for_one_indicator(clienten):
    ander = make_indicator(clienten.gemeente, "ander")
    for indicator, is_aan in ((None, True), (clienten, False)):
        Controleregel.objects.create(
            gemeente=clienten.gemeente,
            naam="Sprong",
            ingebouwd="sprong",
            indicator=indicator,
            is_aan=is_aan,
            marge_procent=5,
        )
    zet(clienten, "2020-11", 1400)
    zet(ander, "2020-10", 1000)
    zet(ander, "2020-11", 1100)
    assert [t.reeks.indicator.code for t in Twijfel.objects.all()] == ["ander"]


# -- amounts ---------------------------------------------------------------------------------------


def levering(indicator, aantal, begin=0):
    codes = [f"{jaar}-{m:02}" for jaar in range(1900, 2090) for m in range(1, 13)]
    return [
        Cijfer(
            i,
            indicator,
            "realisatie",
            "",
            (),
            codes[begin + i],
            Staat("getal", D(5 + i % 40 * 999)),
        )
        for i in range(aantal)
    ]


@pytest.mark.parametrize("aantal", [3, 300])
def test_queries_do_not_grow(clienten, django_assert_max_num_queries, aantal):
    kennis = levering(clienten, aantal)
    plekken = [(c.reeks, c.periode) for c in kennis]
    pas_toe(clienten.gemeente, kennis, aanlevering=None)
    Twijfel.objects.all().delete()
    with django_assert_max_num_queries(11):
        twijfels.werk_bij(clienten.gemeente, plekken)
    assert Twijfel.objects.exists()


def test_a_large_delivery_is_judged_in_the_background(clienten, monkeypatch):
    monkeypatch.setattr(twijfels, "DIRECT", 2)
    rij = Aanlevering.objects.create(gemeente=clienten.gemeente, soort="waarnemingen")
    pas_toe(clienten.gemeente, levering(clienten, 9), aanlevering=rij)
    assert not Twijfel.objects.exists()
    assert taken.voer_uit(Taak.objects.get(naam="twijfels").pk)
    assert Twijfel.objects.exists()


def test_preview_says_what_would_be_doubted_and_writes_nothing(clienten):
    nieuw = Cijfer(2, clienten, "realisatie", "", (), "2020-11", Staat("getal", D(1400)))
    [(cijfer, bevinding)] = voorspel(clienten.gemeente, [nieuw])
    assert (cijfer.rij, bevinding.regel) == (2, "sprong")
    assert not Twijfel.objects.exists()


def test_an_edition_is_judged_on_demand(clienten):
    uitgave = make_uitgave(clienten.gemeente, "2020-11")
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, clienten)
    clienten.frequentie = "maand"
    clienten.save()
    make_waarneming(clienten, "2020-11", 1400)
    controleer_uitgave(uitgave)
    assert staat_er() == [("sprong", "open")]


def test_another_gemeente_is_not_looked_at(clienten):
    vreemd = make_indicator(make_gemeente("elders"), telt=Telt.PERSONEN)
    zet(vreemd, "2020-11", -5)
    zet(clienten, "2020-11", 744)
    assert {t.gemeente.slug for t in Twijfel.objects.all()} == {"elders"}

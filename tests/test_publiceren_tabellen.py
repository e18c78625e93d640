"""Finance tables, tables and rankings."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.models import Blokregel, Categorie, Dimensie
from monitor.models.enums import (
    Basis,
    BlokSoort,
    Eenheid,
    Soort,
    Telt,
)
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.financieel import maak_saldo
from monitor.publiceren.samenstellen import compose
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import inhoud_van, make_per_dimensie

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"


@pytest.fixture
def gemeente():
    return make_gemeente("steenwijkerland", naam="Steenwijkerland", cbs_code="GM1708")


@pytest.fixture
def uitgave(gemeente):
    vorige = make_uitgave(gemeente, "2021-01_2021-02", peildatum=date(2021, 2, 28))
    return make_uitgave(gemeente, "2021-03_2021-04", vorige=vorige, peildatum=date(2021, 4, 30))


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave, "jeugd")


def test_finance_table_of_youth_says_the_balance_in_words(gemeente, uitgave, hoofdstuk):
    lasten = make_indicator(gemeente, "lasten-jeugd", eenheid=Eenheid.EURO, telt=Telt.EURO)
    make_waarneming(lasten, "2021", 12994629, soort=Soort.BEGROTING_PRIMITIEF)
    make_waarneming(lasten, "2021", 13046000, soort=Soort.PROGNOSE)
    make_waarneming(lasten, "2020", 11893000)
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, lasten)

    gevonden = inhoud_van(uitgave)
    rij = gevonden["rijen"][0]

    assert rij["begroting"]["tekst"] == f"€{NBSP}12.994.629"
    assert rij["prognose"]["tekst"] == f"€{NBSP}13.046.000"
    assert rij["vorig_jaar"]["tekst"] == f"€{NBSP}11.893.000"
    assert rij["realisatie"]["toestand"] == "ontbreekt"
    assert rij["saldo"] == {
        "waarde": "-51371",
        "tekst": f"€{NBSP}−51.371",
        "woord": "tekort",
        "procent_tekst": "0,4%",
    }
    assert gevonden["zin"] == (
        f"We verwachten €{NBSP}51.371 meer uit te geven dan begroot. Dat is 0,4% van de begroting."
    )


def test_finance_total_needs_every_row(gemeente, uitgave, hoofdstuk):
    a, b = (
        make_indicator(gemeente, code, eenheid=Eenheid.EURO, telt=Telt.EURO) for code in ("a", "b")
    )
    for indicator, prognose in ((a, 110), (b, None)):
        make_waarneming(indicator, "2021", 100, soort=Soort.BEGROTING_PRIMITIEF)
        make_waarneming(indicator, "2021", prognose, soort=Soort.PROGNOSE)
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, a, b, totaal="Totaal")

    totaal = inhoud_van(uitgave)["rijen"][-1]

    assert (totaal["label"], totaal["is_totaal"]) == ("Totaal", True)
    assert totaal["begroting"]["waarde"] == "200"
    assert totaal["prognose"]["waarde"] is None
    assert totaal["saldo"] is None


def test_realised_so_far_is_the_sum_of_the_months(gemeente, uitgave, hoofdstuk):
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    for maand in ("01", "02", "03", "04", "05"):
        make_waarneming(lasten, f"2021-{maand}", 10)
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, lasten)

    realisatie = inhoud_van(uitgave)["rijen"][0]["realisatie"]

    assert (realisatie["waarde"], realisatie["periode"]) == ("40", "2021-01_2021-04")


def test_basis_that_changed_is_said(gemeente, uitgave, hoofdstuk):
    type(uitgave).objects.filter(pk=uitgave.vorige_id).update(financiele_basis=Basis.NA_WIJZIGING)
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    for jaar in ("2020", "2021"):
        make_waarneming(lasten, jaar, 10, soort=Soort.BEGROTING_PRIMITIEF)
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, lasten)
    tegels = make_blok(hoofdstuk, BlokSoort.TEGELS, lasten)
    tegels.regels.update(soort=Soort.BEGROTING_PRIMITIEF)

    blokken = compose(uitgave)["hoofdstukken"][0]["blokken"]

    assert blokken[0]["inhoud"]["basiswissel"].startswith(
        "Deze uitgave vergelijkt met de primitieve begroting, de vorige met de begroting na wijziging."
    )
    assert blokken[1]["inhoud"]["tegels"][0]["toestand"] == "niet_vergelijkbaar"


def test_table_with_three_februaries(gemeente, uitgave, hoofdstuk):
    inwoners = make_indicator(gemeente, "inwoners")
    for jaar, waarde in (("2019", 8689), ("2020", 8552), ("2021", 8398)):
        make_waarneming(inwoners, f"{jaar}-02", waarde)
    make_blok(hoofdstuk, BlokSoort.TABEL, inwoners, perioden="zelfde maand 3")

    gevonden = inhoud_van(uitgave)

    assert [k["titel"] for k in gevonden["kolommen"]] == [
        "februari 2019",
        "februari 2020",
        "februari 2021",
    ]
    assert [c["tekst"] for c in gevonden["rijen"][0]["cellen"]] == ["8.689", "8.552", "8.398"]


def test_table_of_kinds_in_one_period(gemeente, uitgave, hoofdstuk):
    pw = make_indicator(gemeente, "aantal-pw")
    make_waarneming(pw, "2021", 700, soort=Soort.BEGROTING_PRIMITIEF)
    make_waarneming(pw, "2021", 710, soort=Soort.PROGNOSE)
    blok = make_blok(hoofdstuk, BlokSoort.TABEL)
    for i, soort in enumerate((Soort.BEGROTING_PRIMITIEF, Soort.PROGNOSE)):
        Blokregel.objects.create(blok=blok, indicator=pw, soort=soort, volgorde=i)

    gevonden = inhoud_van(uitgave)

    assert [k["titel"] for k in gevonden["kolommen"]] == ["Begroting primitief", "Prognose"]
    assert [c["tekst"] for c in gevonden["rijen"][0]["cellen"]] == ["700", "710"]


@pytest.mark.parametrize(("optelbaar", "totaal"), [(True, "140"), (False, "130")])
def test_total_is_the_sum_or_the_unique_count(gemeente, uitgave, hoofdstuk, optelbaar, totaal):
    make_per_dimensie(gemeente, hoofdstuk, optelbaar=optelbaar, totaal="Totaal")

    rijen = inhoud_van(uitgave)["rijen"]

    assert [(r["label"], r["cellen"][0]["tekst"]) for r in rijen] == [
        ("ZIN", "100"),
        ("PGB", "40"),
        ("Totaal", totaal),
    ]


def test_ranking_puts_the_largest_first(gemeente, uitgave, hoofdstuk):
    make_per_dimensie(gemeente, hoofdstuk, BlokSoort.RANGLIJST)

    rijen = inhoud_van(uitgave)["rijen"]

    assert [(r["plaats"], r["label"]) for r in rijen] == [(1, "ZIN"), (2, "PGB")]


def test_forecast_that_was_made_anew_is_compared(gemeente, uitgave, hoofdstuk):
    lasten = make_indicator(gemeente, "lasten", naam="Lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    prognose = make_waarneming(lasten, "2021", 1000, soort=Soort.PROGNOSE)
    for deel in (make_hoofdstuk(uitgave.vorige), hoofdstuk):
        make_blok(deel, BlokSoort.FINANCIEEL, lasten)
    publish_uitgave(uitgave.vorige, by=None)
    prognose.waarde = 1200
    prognose.save()

    regel = compose(uitgave)["veranderd"][0]

    assert regel["label"] == "Prognose Lasten"
    assert regel["verschil"]["tekst"] == (
        f"€{NBSP}200 meer dan in de vorige uitgave (€{NBSP}1.000)"
    )


def test_category_without_figures_is_left_out(gemeente, uitgave, hoofdstuk):
    clienten = make_per_dimensie(gemeente, hoofdstuk, perioden="2021-04")
    Categorie.objects.create(dimensie=Dimensie.objects.get(), code="oud", naam="Oud", volgorde=9)
    make_waarneming(clienten, "2019-04", 5, sleutel="vorm=oud")

    assert [r["label"] for r in inhoud_van(uitgave)["rijen"]] == ["ZIN", "PGB"]


def test_tiny_balance_is_not_called_nought():
    assert maak_saldo(Decimal(11321000), Decimal(11324000))["procent_tekst"] == "minder dan 0,1%"
    assert maak_saldo(Decimal(100), Decimal(100))["procent_tekst"] == "0%"


# -- money by quarter ----------------------------------------------------------------------------


def test_quarters_of_a_year_are_added_up_as_months_are():
    gemeente = make_gemeente("kwartaaldorp")
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    for kwartaal in ("2025-K1", "2025-K2", "2025-K3", "2025-K4", "2026-K1", "2026-K2"):
        make_waarneming(lasten, kwartaal, 100)
    uitgave = make_uitgave(gemeente, "2026-K2", peildatum=date(2026, 6, 30))
    make_blok(make_hoofdstuk(uitgave), BlokSoort.FINANCIEEL, lasten)

    rij = inhoud_van(uitgave)["rijen"][0]

    assert (rij["realisatie"]["waarde"], rij["realisatie"]["periode"]) == ("200", "2026-01_2026-06")
    assert (rij["vorig_jaar"]["waarde"], rij["vorig_jaar"]["periode"]) == ("400", "2025")

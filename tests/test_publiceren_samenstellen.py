"""The snapshot: every kind of block, from figures to what a reader sees."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.models import Blokregel, Categorie, Definitieversie, Dimensie
from monitor.models.enums import (
    Aard,
    Basis,
    BlokSoort,
    Eenheid,
    Frequentie,
    GrafiekVorm,
    Richting,
    Soort,
    StroomOfStand,
    Telt,
    WaarnemingStatus,
)
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.financieel import maak_saldo
from monitor.publiceren.samenstellen import compose, stel_samen
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

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


def make_dimensie(gemeente, code, *categorieen):
    dimensie = Dimensie.objects.create(gemeente=gemeente, code=code, naam=code.title())
    for i, naam in enumerate(categorieen):
        Categorie.objects.create(dimensie=dimensie, code=naam, naam=naam.upper(), volgorde=i)
    return dimensie


def inhoud_van(uitgave, i=0):
    return compose(uitgave)["hoofdstukken"][0]["blokken"][i]["inhoud"]


def tegel(uitgave, i=0):
    return inhoud_van(uitgave)["tegels"][i]


def test_tile_of_clients_says_27_more_than_in_february(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN, naam="Cliënten jeugd")
    make_waarneming(clienten, "2021-02", 721)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    gevonden = tegel(uitgave)

    assert (gevonden["groot"], gevonden["achter"]) == ("748", "")
    assert gevonden["verschil"]["teken_tekst"] == "+27"
    assert gevonden["verschil"]["tekst"] == "27 meer dan in februari 2021 (721)"
    assert gevonden["verschil"]["groei_tekst"] == "3,7%"
    assert gevonden["stand"] == "Stand april 2021"
    assert gevonden["toestand"] == "normaal"


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


@pytest.mark.parametrize(
    ("velden", "toestand"),
    [
        ({"waarde": 50}, "normaal"),
        ({"waarde": 9}, "onderdrukt"),
        ({"waarde": 50, "status": WaarnemingStatus.VOORLOPIG}, "voorlopig"),
        ({"waarde": 50, "status": WaarnemingStatus.GESCHAT}, "geschat"),
        ({"aard": Aard.NIET_GEMETEN}, "geen_gegevens"),
        ({"aard": Aard.KLEINER_DAN, "boven": 10}, "onderdrukt"),
        ({"aard": Aard.ZIE_TOELICHTING}, "normaal"),
    ],
)
def test_states_of_a_tile(gemeente, uitgave, hoofdstuk, velden, toestand):
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(clienten, "2021-04", **velden)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    assert tegel(uitgave)["toestand"] == toestand


def test_tile_without_any_figure(gemeente, uitgave, hoofdstuk):
    make_blok(hoofdstuk, BlokSoort.TEGELS, make_indicator(gemeente))

    assert (tegel(uitgave)["toestand"], tegel(uitgave)["groot"]) == ("geen_gegevens", "–")


def test_figure_behind_its_rhythm_is_not_updated(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente, frequentie=Frequentie.MAAND)
    make_waarneming(clienten, "2021-02", 700)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    assert tegel(uitgave)["toestand"] == "niet_bijgewerkt"
    assert [n["stand"] for n in compose(uitgave)["niet_bijgewerkt"]] == ["februari 2021"]


def test_promised_figure_names_when_it_comes(gemeente, uitgave, hoofdstuk):
    cijfer = make_indicator(gemeente, "tevredenheid", eenheid=Eenheid.CIJFER, telt=Telt.OVERIG)
    make_waarneming(cijfer, "2020", "7.8")
    make_waarneming(cijfer, "2021-K1", aard=Aard.NOG_NIET_BEKEND, beloofd_voor="2021-K3")
    make_blok(hoofdstuk, BlokSoort.TEGELS, cijfer)

    gevonden = tegel(uitgave)

    assert gevonden["groot"] == "7,8"
    assert gevonden["toestand"] == "niet_bijgewerkt"
    assert gevonden["nieuw_cijfer"] == "3e kwartaal 2021"
    assert gevonden["verschil"] is None


def test_break_in_the_definition_is_not_compared(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-02", 700)
    make_waarneming(clienten, "2021-04", 500)
    Definitieversie.objects.create(indicator=clienten, vanaf=date(2021, 3, 1), definitie="anders")
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, clienten, vorm=GrafiekVorm.LIJN)

    inhoud = compose(uitgave)
    tegels, grafiek = (b["inhoud"] for b in inhoud["hoofdstukken"][0]["blokken"])

    assert tegels["tegels"][0]["toestand"] == "niet_vergelijkbaar"
    assert tegels["tegels"][0]["geen_verschil"] == "Niet te vergelijken (andere telling)"
    assert [n["indicator"] for n in inhoud["andere_telling"]] == ["clienten-jeugd"]
    assert grafiek["breuken"] == [1]


def test_flow_over_a_longer_time_is_not_compared(gemeente, uitgave, hoofdstuk):
    instroom = make_indicator(gemeente, stroom_of_stand=StroomOfStand.STROOM)
    make_waarneming(instroom, "2021-01_2021-02", 100)
    make_waarneming(instroom, "2021-01_2021-04", 250)
    make_blok(hoofdstuk, BlokSoort.TEGELS, instroom)

    assert tegel(uitgave)["stand"] == "Januari tot en met april 2021"
    assert tegel(uitgave)["geen_verschil"] == "Niet te vergelijken (over een andere duur)"


def test_traffic_light_only_against_a_target(gemeente, uitgave, hoofdstuk):
    cijfer = make_indicator(
        gemeente, eenheid=Eenheid.CIJFER, telt=Telt.OVERIG, richting=Richting.MEER, decimalen=1
    )
    make_waarneming(cijfer, "2021-04", "7.2")
    make_blok(hoofdstuk, BlokSoort.TEGELS, cijfer)
    assert tegel(uitgave)["stoplicht"] is None

    make_waarneming(cijfer, "2021", "7.5", soort=Soort.STREEFWAARDE)

    assert tegel(uitgave)["stoplicht"] == {
        "code": "let_op",
        "tekst": "Let op",
        "streefwaarde_tekst": "7,5 of hoger",
    }
    assert [r["soort"] for r in compose(uitgave)["indicatoren"][cijfer.code]["reeksen"]] == [
        "realisatie"
    ]


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


def make_per_dimensie(gemeente, hoofdstuk, soort=BlokSoort.TABEL, optelbaar=True, **velden):
    dimensie = make_dimensie(gemeente, "vorm", "zin", "pgb")
    clienten = make_indicator(gemeente, is_optelbaar=optelbaar)
    for sleutel, waarde in (("", 130), ("vorm=zin", 100), ("vorm=pgb", 40)):
        make_waarneming(clienten, "2021-04", waarde, sleutel=sleutel)
    blok = make_blok(hoofdstuk, soort, **velden)
    Blokregel.objects.create(blok=blok, indicator=clienten, per_dimensie=dimensie)
    return clienten


@pytest.mark.parametrize(("optelbaar", "totaal"), [(True, "140"), (False, "130")])
def test_total_is_the_sum_or_the_unique_count(gemeente, uitgave, hoofdstuk, optelbaar, totaal):
    make_per_dimensie(gemeente, hoofdstuk, optelbaar=optelbaar, totaal="Totaal")

    rijen = inhoud_van(uitgave)["rijen"]

    assert [(r["label"], r["cellen"][0]["tekst"]) for r in rijen] == [
        ("ZIN", "100"),
        ("PGB", "40"),
        ("Totaal", totaal),
    ]


def test_only_named_series_are_in_the_snapshot(gemeente, uitgave, hoofdstuk):
    clienten = make_per_dimensie(gemeente, hoofdstuk)
    make_waarneming(make_indicator(gemeente, "geheim"), "2021-04", 1234567)

    inhoud = compose(uitgave)

    assert list(inhoud["indicatoren"]) == [clienten.code]
    assert [r["sleutel"] for r in inhoud["indicatoren"][clienten.code]["reeksen"]] == [
        "vorm=pgb",
        "vorm=zin",
    ]


def test_nothing_after_the_cut_off_date(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-04", 1)
    make_waarneming(clienten, "2021-05", 2)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    cellen = compose(uitgave)["indicatoren"][clienten.code]["reeksen"][0]["cellen"]

    assert [c["periode"] for c in cellen] == ["2021-04"]


def test_line_chart_has_words_and_points(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente, naam="Cliënten")
    for maand, waarde in (("01", 100), ("02", 110), ("04", 130)):
        make_waarneming(clienten, f"2021-{maand}", waarde)
    make_blok(
        hoofdstuk,
        BlokSoort.GRAFIEK,
        clienten,
        vorm=GrafiekVorm.LIJN,
        ondertitel="Cliënten per maand",
    )

    gevonden = inhoud_van(uitgave)

    assert gevonden["labels"] == ["jan", "feb", "apr"]
    assert [p["waarde"] for p in gevonden["reeksen"][0]["punten"]] == ["100", "110", "130"]
    assert gevonden["alt"] == (
        "Lijngrafiek: Cliënten per maand. Cliënten: stijgt van 100 in januari 2021 naar 130 in april 2021."
    )
    assert gevonden["toon_grafiek"] is True


@pytest.mark.parametrize("vorm", GrafiekVorm.values)
def test_every_form_of_chart_has_points_for_its_labels(gemeente, uitgave, hoofdstuk, vorm):
    codes = ("in", "uit", "stand")
    reeks = [make_indicator(gemeente, code) for code in codes]
    for i, indicator in enumerate(reeks):
        for maand in ("2020-03", "2020-04", "2021-03", "2021-04"):
            make_waarneming(indicator, maand, 100 + i)
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, *reeks, vorm=vorm)

    gevonden = inhoud_van(uitgave)

    assert gevonden["labels"]
    assert {len(r["punten"]) for r in gevonden["reeksen"]} == {len(gevonden["labels"])}
    assert gevonden["alt"]
    assert gevonden["samenvatting"]


def test_ranking_puts_the_largest_first(gemeente, uitgave, hoofdstuk):
    make_per_dimensie(gemeente, hoofdstuk, BlokSoort.RANGLIJST)

    rijen = inhoud_van(uitgave)["rijen"]

    assert [(r["plaats"], r["label"]) for r in rijen] == [(1, "ZIN"), (2, "PGB")]


def test_text_block_has_its_figures_filled_in(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2020-04", 700)
    make_waarneming(clienten, "2021-02", 721)
    make_waarneming(clienten, "2021-04", 1748)
    make_blok(
        hoofdstuk,
        BlokSoort.TEKST,
        tekst="{clienten-jeugd}, {clienten-jeugd | verschil}, {clienten-jeugd | groei}, "
        "{clienten-jeugd | vorig-jaar}, {clienten-jeugd @ 2021-02}",
    )

    inhoud = compose(uitgave)

    assert inhoud["hoofdstukken"][0]["blokken"][0]["tekst"] == "1.748, 1.027 meer, 142,4%, 700, 721"
    assert list(inhoud["indicatoren"]) == ["clienten-jeugd"]


@pytest.mark.parametrize("tekst", ["{bestaat-niet}", "{klein}", "{leeg}", "{Fout Geschreven}"])
def test_reference_that_cannot_be_filled_in_is_a_fault(gemeente, uitgave, hoofdstuk, tekst):
    make_waarneming(make_indicator(gemeente, "klein", telt=Telt.PERSONEN), "2021-04", 4)
    make_indicator(gemeente, "leeg")
    make_blok(hoofdstuk, BlokSoort.TEKST, tekst=tekst, code="blok")

    gemaakt = stel_samen(uitgave)

    assert len(gemaakt.fouten) == 1
    assert "4" not in gemaakt.fouten[0]


def test_derived_figure_is_computed_and_none_stays_none(gemeente, uitgave, hoofdstuk):
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    clienten = make_indicator(gemeente, "clienten")
    per_client = make_indicator(
        gemeente,
        "per-client",
        eenheid=Eenheid.EURO,
        telt=Telt.EURO,
        formule="lasten / clienten",
    )
    for maand, a, b in (("03", 1000, None), ("04", 1000, 3)):
        make_waarneming(lasten, f"2021-{maand}", a)
        make_waarneming(clienten, f"2021-{maand}", b)
    make_blok(hoofdstuk, BlokSoort.TEGELS, per_client)

    inhoud = compose(uitgave)
    cellen = inhoud["indicatoren"]["per-client"]["reeksen"][0]["cellen"]

    assert [(c["toestand"], c["waarde"]) for c in cellen] == [
        ("onbekend", None),
        ("getal", "333"),
    ]
    assert list(inhoud["indicatoren"]) == ["per-client"]


def test_previous_edition_is_what_was_published(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    oud = make_waarneming(clienten, "2021-02", 721)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave.vorige), BlokSoort.TEGELS, clienten)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)
    publish_uitgave(uitgave.vorige, by=None)
    oud.waarde = 725
    oud.save()

    inhoud = compose(uitgave)

    assert tegel(uitgave)["verschil"]["tekst"] == "27 meer dan in februari 2021 (721)"
    revisie = inhoud["indicatoren"][clienten.code]["revisies"][0]
    assert (revisie["oud_tekst"], revisie["nieuw_tekst"]) == ("721", "725")
    assert inhoud["correcties"] == []


@pytest.mark.parametrize("aantal", [1, 30])
def test_constant_number_of_queries(gemeente, uitgave, aantal, django_assert_num_queries):
    for n in range(aantal):
        blok = make_blok(make_hoofdstuk(uitgave, f"h{n}"), BlokSoort.TEGELS)
        indicator = make_indicator(gemeente, f"i{n}")
        make_waarneming(indicator, "2021-04", n)
        Blokregel.objects.create(blok=blok, indicator=indicator)

    with django_assert_num_queries(12):
        compose(uitgave)


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


def test_same_figure_is_said_to_be_the_same(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    for maand in ("2021-02", "2021-04"):
        make_waarneming(clienten, maand, 40)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    assert tegel(uitgave)["verschil"]["tekst"] == "gelijk aan februari 2021 (40)"


def test_axis_of_time_has_one_measure(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    for periode in ("2019", "2020", "2021-02", "2021-03", "2021-04"):
        make_waarneming(clienten, periode, 40)
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, clienten, vorm=GrafiekVorm.LIJN)

    assert inhoud_van(uitgave)["labels"] == ["feb", "mrt", "apr"]


def test_in_out_and_stock_are_put_in_that_order(gemeente, uitgave, hoofdstuk):
    stand = make_indicator(gemeente, "voorraad")
    stromen = [
        make_indicator(gemeente, code, stroom_of_stand=StroomOfStand.STROOM)
        for code in ("erbij", "eraf")
    ]
    for indicator, waarde in ((stand, 830), (stromen[0], 48), (stromen[1], 42)):
        make_waarneming(indicator, "2021-04", waarde)
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, stand, *stromen, vorm=GrafiekVorm.IN_UIT)

    gevonden = inhoud_van(uitgave)

    assert [r["indicator"] for r in gevonden["reeksen"]] == ["erbij", "eraf", "voorraad"]
    assert gevonden["samenvatting"] == (
        "In april 2021 kwamen er 48 bij en gingen er 42 weg. Aan het einde waren het er 830."
    )


def test_category_without_figures_is_left_out(gemeente, uitgave, hoofdstuk):
    clienten = make_per_dimensie(gemeente, hoofdstuk, perioden="2021-04")
    Categorie.objects.create(dimensie=Dimensie.objects.get(), code="oud", naam="Oud", volgorde=9)
    make_waarneming(clienten, "2019-04", 5, sleutel="vorm=oud")

    assert [r["label"] for r in inhoud_van(uitgave)["rijen"]] == ["ZIN", "PGB"]


def test_tiny_balance_is_not_called_nought():
    assert maak_saldo(Decimal(11321000), Decimal(11324000))["procent_tekst"] == "minder dan 0,1%"
    assert maak_saldo(Decimal(100), Decimal(100))["procent_tekst"] == "0%"

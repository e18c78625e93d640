"""Charts: points for their labels, and words that say the same."""

from datetime import date

import pytest

from monitor.models.enums import (
    BlokSoort,
    GrafiekVorm,
    StroomOfStand,
)
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import inhoud_van

pytestmark = pytest.mark.django_db


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

"""From observation to chart, through the real publication: nothing is lost and nothing leaks."""

import pytest
from bs4 import BeautifulSoup

from monitor.models.enums import BlokSoort, GrafiekVorm, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.weergave.publicaties import get_publicatie
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
ADRES = "/demodam/2021-03_2021-04/"
WAARDEN = [141, 143, None, 147, 160, 171, 187]  # October 2020 to April 2021


def zet_grafiek(vorm, waarden=WAARDEN, **velden):
    """Publish an edition with a tile and a chart of the same figure."""
    uitgave = make_uitgave(make_gemeente())
    zaken = make_indicator(uitgave.gemeente, "zaken", **velden)
    for i, waarde in enumerate(waarden):
        maand = 2020 * 12 + 9 + i
        make_waarneming(zaken, f"{maand // 12}-{maand % 12 + 1:02}", waarde)
    hoofdstuk = make_hoofdstuk(uitgave)
    make_blok(hoofdstuk, BlokSoort.TEGELS, zaken, titel="Nu", code="nu")
    make_blok(
        hoofdstuk, BlokSoort.GRAFIEK, zaken, code="gang", vorm=vorm, perioden="alles",
        titel="Er lopen meer zaken", ondertitel="Zaken per maand",
    )  # fmt: skip
    publish_uitgave(uitgave, by=None)
    return get_publicatie(None, "demodam").hoofdstuk("jeugd")["blokken"]


@pytest.mark.parametrize("vorm", GrafiekVorm.values)
def test_every_vorm_gets_through_the_publication_to_the_page(client, vorm):
    zet_grafiek(vorm)
    pagina = client.get(f"{ADRES}jeugd/")
    assert pagina.status_code == 200
    figuur = BeautifulSoup(pagina.content, "html.parser").select_one("#gang figure")
    assert len(figuur.select("svg")) == 2
    assert figuur.select_one("svg title").text.strip()
    assert client.get(f"{ADRES}grafiek/jeugd/gang.json").status_code == 200


@pytest.mark.parametrize("vorm", ["lijn", "kolom"])
def test_the_last_point_equals_the_tile(client, vorm):
    tegels, _ = zet_grafiek(vorm)
    tegel = tegels["inhoud"]["tegels"][0]["cel"]["waarde"]
    punten = client.get(f"{ADRES}grafiek/jeugd/gang.json").json()["datasets"][0]["data"]
    soep = BeautifulSoup(client.get(f"{ADRES}jeugd/").content, "html.parser")
    tabel = [td["data-waarde"] for td in soep.select("#gang tbody td")]
    assert punten[-1] == float(tegel) == float(tabel[-1]) == 187
    assert [float(w) if w else None for w in tabel] == punten


def test_a_seven_among_persons_is_not_in_the_chart(client):
    """`7` stays out of data and table, also where the neighbours are as small as can be."""
    zet_grafiek("lijn", [10, 12, 7, 11, 13, 15, 12], telt=Telt.PERSONEN)
    punten = client.get(f"{ADRES}grafiek/jeugd/gang.json").json()["datasets"][0]["data"]
    assert punten == [10, 12, None, 11, 13, 15, 12]
    soep = BeautifulSoup(client.get(f"{ADRES}jeugd/").content, "html.parser")
    assert [td["data-waarde"] for td in soep.select("#gang tbody td")][2] == ""
    assert soep.select("#gang tbody td")[2].text.strip() == "<10"
    teksten = [t.text for t in soep.select("#gang svg text")]
    assert "<10" in teksten and "7" not in teksten


def test_more_than_a_quarter_small_is_a_table_only(client):
    zet_grafiek("lijn", [7, 12, 7, 11, 13, 15, 12], telt=Telt.PERSONEN)
    soep = BeautifulSoup(client.get(f"{ADRES}jeugd/").content, "html.parser")
    assert soep.select("#gang svg, #gang details") == []
    assert len(soep.select("#gang tbody tr")) == 7
    assert client.get(f"{ADRES}grafiek/jeugd/gang.json").status_code == 404

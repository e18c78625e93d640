"""One figure, four faces: the drawing, the table, the data for Chart.js and the tile agree."""

import copy
import json

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from monitor.weergave.grafieken.figuur import Figuur, voluit
from monitor.weergave.grafieken.gegevens import lees, voor_vorm
from monitor.weergave.grafieken.svg import teken_svg
from monitor.weergave.grafieken.tekenen import teken
from monitor.weergave.grafieken.tekening import BREED, SMAL
from tests.grafiek_maak import ONDERDRUKT, VORMEN, blok, getekend, grafiek, voorlopig
from tests.lezen import publiceer
from tests.momentopname import cel, momentopname

ADRES = "/steenwijkerland/2021-03_2021-04/"


def figuur(inhoud, **velden):
    wat = blok(inhoud, **velden)
    html = render_to_string(
        "weergave/blokken/grafiek_figuur.html",
        {"blok": wat, "figuur": Figuur(wat, "/bron.json"), "concept": velden.get("concept", False)},
    )
    return BeautifulSoup(html, "html.parser")


def tabel(soep, kolom=0):
    rijen = soep.select(".rm-tablewrap tbody tr")
    return [rij.select("td")[kolom]["data-waarde"] for rij in rijen]


def met_grafiek(inhoud):
    """The snapshot of Steenwijkerland with this as the only chart of its chapter."""
    heel = momentopname()
    hoofdstuk = heel["hoofdstukken"][0]
    hoofdstuk["blokken"] = [b for b in hoofdstuk["blokken"] if b["soort"] != "grafiek"]
    hoofdstuk["blokken"].append(blok(inhoud))
    return heel


def data(client, adres=ADRES):
    return client.get(f"{adres}grafiek/jeugd/proef.json")


@pytest.mark.parametrize("vorm", ["lijn", "jaren", "cumulatief", "kolom", "histogram", "gestapeld"])
@pytest.mark.parametrize("maat", [BREED, SMAL], ids=lambda m: m.naam)
def test_the_drawing_holds_the_figures_of_the_table(vorm, maat):
    waarden = [143, 147, 168, 187, 131]
    inhoud = grafiek(vorm, waarden)
    assert getekend(teken(inhoud, maat)) == pytest.approx(waarden, rel=0.02)
    assert [float(w) for w in tabel(figuur(inhoud))] == waarden


def test_in_and_out_are_drawn_as_large_as_they_are():
    tekening = teken(grafiek("in_uit", [20, 25], [10, 15], [500, 510]))
    assert getekend(tekening, 0, vlak=1) == pytest.approx([20, 25])
    assert getekend(tekening, 1, vlak=1) == pytest.approx([10, 15])
    assert getekend(tekening, 2, vlak=0) == pytest.approx([500, 510])


@pytest.mark.django_db
@pytest.mark.parametrize("vorm", VORMEN)
def test_chartjs_gets_the_figures_of_the_table(client, vorm):
    inhoud = grafiek(vorm, [143, None, "7.73", voorlopig(187)], [12, 0, -3, ONDERDRUKT])
    publiceer(inhoud=met_grafiek(inhoud))
    sets = data(client).json()["datasets"]
    assert sets
    for nummer, verzameling in enumerate(sets):
        uit_tabel = [float(w) if w else None for w in tabel(figuur(inhoud), nummer)]
        verwacht = uit_tabel[-1:] if vorm == "deel" and len(sets) == 1 else uit_tabel
        assert verzameling["data"] == verwacht
        assert all(w is None or type(w) in (int, float) for w in verzameling["data"])


@pytest.mark.django_db
def test_the_last_point_is_the_tile(client):
    heel = momentopname()
    tegel = heel["hoofdstukken"][0]["blokken"][0]["inhoud"]["tegels"][0]
    inhoud = grafiek("lijn", [700, 721, None], alt="Lijngrafiek")
    inhoud["reeksen"][0]["punten"][-1] = copy.deepcopy(tegel["cel"])
    heel["hoofdstukken"][0]["blokken"].append(blok(inhoud))
    publiceer(inhoud=heel)

    groot = float(tegel["cel"]["waarde"])
    assert getekend(teken(inhoud))[-1] == pytest.approx(groot, rel=0.02)
    assert data(client).json()["datasets"][0]["data"][-1] == groot
    pagina = BeautifulSoup(client.get(f"{ADRES}jeugd/").content, "html.parser")
    assert pagina.select_one("#proef tbody tr:last-child td").text.strip() == tegel["cel"]["tekst"]


@pytest.mark.django_db
def test_the_data_are_labels_and_datasets_and_the_same_bytes_each_time(client):
    publiceer(inhoud=met_grafiek(grafiek("lijn", [1, 2, voorlopig(3)])))
    eerste, tweede = data(client), data(client)
    assert eerste.content == tweede.content
    assert set(eerste.json()) == {"labels", "datasets"}
    (verzameling,) = eerste.json()["datasets"]
    assert verzameling["status"] == ["definitief", "definitief", "voorlopig"]
    assert "object at 0x" not in eerste.content.decode()


def test_the_table_says_what_the_leesliniaal_says():
    inhoud = grafiek(
        "jaren",
        [117, 118, 120],
        [140, 143, voorlopig(187)],
        namen=("2020", "2021"),
        labels=["feb", "mrt", "apr"],
    )
    schuif = figuur(inhoud).select_one("input[type=range]")
    assert schuif["aria-valuetext"] == "april: 2020 120 · 2021 187 (voorlopig)"
    assert (schuif["min"], schuif["max"], schuif["value"]) == ("0", "2", "2")


def test_two_moments_need_no_leesliniaal():
    assert figuur(grafiek("lijn", [1, 2])).select_one("input[type=range]") is None


def test_the_leesliniaal_starts_at_the_newest_figure_of_the_newest_year():
    inhoud = grafiek("jaren", [1, 2, 3], [4, 5, None], namen=("2020", "2021"))
    assert figuur(inhoud).select_one("input[type=range]")["value"] == "1"


def test_a_month_is_written_in_full_in_words():
    assert [voluit(t) for t in ("apr", "mrt 2021", "K1 2021", "Pgb")] == [
        "april", "maart 2021", "K1 2021", "Pgb",
    ]  # fmt: skip


def test_a_figure_is_complete():
    soep = figuur(grafiek("lijn", [100, 101, 103]))
    assert soep.select_one("h3").text == "Het aantal stijgt"
    assert soep.select_one(".rm-ondertitel").text == "Zaken per maand"
    assert len(soep.select("svg[role=img] > title")) == 2
    assert soep.select_one("summary").text == "Bekijk deze cijfers als tabel"
    assert "De as begint bij 100." in soep.text
    assert "Bron: Registratie" in soep.text
    assert len(soep.select("table")) == 1


def test_too_many_small_numbers_leave_only_a_table_and_say_why():
    soep = figuur(grafiek("lijn", [ONDERDRUKT, 12], toon_grafiek=False))
    assert soep.select("svg, input, details") == []
    assert "Te veel aantallen zijn te klein om te tonen." in soep.text
    assert [td.text.strip() for td in soep.select("td")] == ["<10", "12"]


def test_a_chart_without_figures_is_a_table_that_says_so():
    soep = figuur(grafiek("kolom", [None, None]))
    assert soep.select("svg") == []
    assert "Er zijn nog geen cijfers." in soep.text
    assert [td.text.strip() for td in soep.select("td")] == ["niet bekend", "niet bekend"]


def test_a_corrected_figure_keeps_its_word_and_footnote():
    punt = {
        "gecorrigeerd": {"oud_tekst": "9", "op": "2021-07-01", "notitie": ""},
        "voetnoot": "Zonder MDO.",
    }
    inhoud = grafiek("lijn", [1, cel("2021-04", "12") | punt])
    soep = figuur(inhoud)
    assert "gecorrigeerd" in soep.select("td")[1].text
    assert "Zonder MDO." in soep.text


def test_overig_in_the_chart_keeps_every_series_in_the_table():
    inhoud = grafiek("gestapeld", *[[w] for w in (50, 5, 40, 30, 20, 10)])
    assert len(figuur(inhoud).select("tbody tr")) == 6
    assert len(voor_vorm(lees(inhoud)).reeksen) == 5


# What may not be known: a 7 among persons, put in every field that a cell has.

LEK = {
    "waarde": "7",
    "tekst": "<10",
    "toestand": "onderdrukt",
    "onder": "7",
    "boven": "7",
    "status": "definitief",
}
ZONDER = LEK | {"waarde": None, "onder": None, "boven": None}


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("maat", [BREED, SMAL], ids=lambda m: m.naam)
def test_a_hidden_value_leaves_no_trace_in_the_drawing(vorm, maat):
    """The drawing is the same, to the byte, as when the value had never been there."""
    for buren in ([400, 600], [11, 13], [0, 0]):
        lek = grafiek(vorm, [buren[0], LEK, buren[1]], [31, 42, 53])
        zonder = grafiek(vorm, [buren[0], ZONDER, buren[1]], [31, 42, 53])
        assert teken_svg(lek, maat) == teken_svg(zonder, maat)


@pytest.mark.parametrize("vorm", VORMEN)
def test_a_hidden_maximum_does_not_stretch_the_axis(vorm):
    groot = LEK | {"waarde": "9000", "boven": "9000"}
    assert teken_svg(grafiek(vorm, [3, groot], [2, 4])) == teken_svg(
        grafiek(vorm, [3, ZONDER], [2, 4])
    )


@pytest.mark.django_db
@pytest.mark.parametrize("vorm", VORMEN)
def test_a_hidden_value_is_nowhere_on_the_page_or_in_the_data(client, vorm):
    """Page and data are the same bytes as when the value had never been there."""
    antwoorden = []
    for punt in (LEK, ZONDER):
        publiceer(inhoud=met_grafiek(grafiek(vorm, [400, punt, 600, 500], [31, 42, 53, 64])))
        pagina = client.get(f"{ADRES}jeugd/").content.decode()
        antwoorden.append(
            (pagina[pagina.index('id="proef"') :].split("</figure>")[0], data(client))
        )
    (lek, lek_data), (zonder, zonder_data) = antwoorden
    assert lek == zonder
    assert lek_data.content == zonder_data.content
    assert None in [w for d in lek_data.json()["datasets"] for w in d["data"]]


def test_a_sum_with_a_hidden_part_is_hidden():
    inhoud = grafiek("gestapeld", *[[w, w] for w in (50, 40, 30, 20)], [5, LEK], [4, 4])
    overig = voor_vorm(lees(inhoud)).reeksen[-1]
    assert (overig.naam, overig.waarden) == ("Overig", [9, None])
    assert json.dumps(overig.waarden) == "[9.0, null]"


def test_a_sign_becomes_words_where_it_is_heard_or_drawn():
    """`·` hides a figure that a small one could be worked out from."""
    inhoud = grafiek("kolom", [12, ONDERDRUKT | {"tekst": "·"}, 15], labels=["jan", "feb", "mrt"])
    assert "niet getoond" in teken_svg(inhoud)
    assert ">·<" not in teken_svg(inhoud)
    figuur_ = Figuur(blok(inhoud))
    assert figuur_.leestekst(1) == "februari: Aantal niet getoond"

"""SDMX: periods as statistical offices write them, statuses, and a structure that fits the figures."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.publiceren.bestanden import rijen
from monitor.publiceren.sdmx import kolom, maak_sdmx_csv
from monitor.publiceren.sdmxstructuur import maak_sdmx_structuur
from monitor.regels.perioden_sdmx import sdmx_tijd
from tests.bouwstenen import cel, indicator, reeks
from tests.momentopname import momentopname


def gelezen(inhoud):
    return list(csv.DictReader(io.StringIO(maak_sdmx_csv(inhoud).decode())))


def met_cellen(*cellen, **velden):
    return momentopname(
        indicatoren={"x": indicator("x", "X", [reeks("x", list(cellen))], **velden)}
    )


@pytest.mark.parametrize(
    ("periode", "sdmx"),
    [
        ("2021", ("A", "2021")),
        ("2021-H2", ("S", "2021-S2")),
        ("2021-K1", ("Q", "2021-Q1")),
        ("2021-04", ("M", "2021-04")),
        ("2021-P09", ("W4", "2021-08-16/P28D")),
        ("2021-03_2021-04", ("M2", "2021-03-01/P2M")),
        ("2020-01_2021-12", ("M24", "2020-01-01/P24M")),
        ("2022-04-01", ("_Z", "2022-04-01")),
        (".._2021-04", ("_O", "2021-04-30")),
        ("2021_..", ("_O", "2021-01-01")),
        ("2022-04-01_2022-04-10", ("D10", "2022-04-01/P10D")),
    ],
)  # fmt: skip
def test_a_period_in_the_notation_of_sdmx(periode, sdmx):
    assert sdmx_tijd(periode) == sdmx


def test_a_text_that_is_no_period_is_refused():
    with pytest.raises(ValueError, match="geen periode"):
        sdmx_tijd("volgend jaar")


@pytest.mark.parametrize(
    ("cel_", "verwacht"),
    [
        (cel("2021-04", "748"), ("748", "A", "F")),
        (cel("2021-04", "748", status="voorlopig"), ("748", "P", "F")),
        (cel("2021-04", "748", status="geschat"), ("748", "E", "F")),
        (cel("2021-04", "748", benadering="ongeveer"), ("748", "E", "F")),
        (cel("2021-04", None, tekst="<10", toestand="onderdrukt"), ("", "Q", "A")),
        (cel("2021-04", None, tekst="·", toestand="onderdrukt"), ("", "Q", "D")),
        (cel("2021-04", None, tekst="<10", toestand="kleiner_dan"), ("", "Q", "A")),
        (cel("2021-04", None, toestand="niet_gemeten"), ("", "L", "F")),
        (cel("2021-04", None, toestand="nvt"), ("", "M", "F")),
        (cel("2021-04", None, toestand="nog_niet_bekend"), ("", "O", "F")),
    ],
)
def test_status_and_confidentiality(cel_, verwacht):
    (rij,) = gelezen(met_cellen(cel_, telt="personen"))

    assert (rij["OBS_VALUE"], rij["OBS_STATUS"], rij["CONF_STATUS"]) == verwacht


def test_less_than_a_third_hides_nobody():
    grens = cel("2021-04", None, tekst="<33,3%", toestand="kleiner_dan")
    (rij,) = gelezen(met_cellen(grens, eenheid="percentage", telt="personen"))

    assert (rij["OBS_STATUS"], rij["CONF_STATUS"], rij["OBS_TEXT"]) == ("O", "F", "<33,3%")


def test_it_has_the_same_figures_as_the_plain_file():
    inhoud = momentopname()
    gewoon = [r["waarde"].replace(",", ".") for r in rijen(inhoud)]

    assert [r["OBS_VALUE"] for r in gelezen(inhoud)] == gewoon


def test_every_code_and_column_is_in_the_structure():
    inhoud = momentopname()
    data = json.loads(maak_sdmx_structuur(inhoud))["data"]
    lijsten = {
        c["id"].split("2021-04_", 1)[1]: {x["id"] for x in c["codes"]} for c in data["codelists"]
    }
    begrippen = {c["id"] for c in data["conceptSchemes"][0]["concepts"]}

    for rij in gelezen(inhoud):
        assert set(rij) - {"STRUCTURE", "STRUCTURE_ID", "ACTION"} == begrippen
        for naam, codes in lijsten.items():
            assert rij[naam] in codes


@given(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True))
def test_a_breakdown_never_takes_a_column_of_sdmx(code):
    assert kolom(code) not in {"STRUCTURE", "ACTION", "FREQ", "SOORT", "TIME_PERIOD", "OBS_VALUE"}


def test_text_is_never_a_formula():
    (rij,) = gelezen(met_cellen(cel("2021-04", "1", voetnoot="=1+1")))

    assert rij["COMMENT_OBS"] == "'=1+1"

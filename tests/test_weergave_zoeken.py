"""Search and comparison: only what is published, in words."""

import copy

import pytest

from monitor.weergave.vergelijking import vergelijk
from monitor.weergave.verloop import verloop
from tests.lezen import pagina, publiceer
from tests.momentopname import cel, indicator, momentopname, reeks

G = "/steenwijkerland/"
NU, TOEN = "2021-03_2021-04", "2021-01_2021-02"


def twee(nu: dict, toen: dict, **velden) -> dict:
    """The one row of a comparison of two editions that hold these cells of one indicator."""

    def editie(c: dict) -> dict:
        ind = indicator("c", "Cliënten", [reeks("c", [c])], **velden)
        return momentopname(indicatoren={"c": ind})

    [groep] = vergelijk(editie(nu), editie(toen))
    return groep["regels"][0]


@pytest.mark.parametrize(
    ("nu", "toen", "woorden"),
    [
        (cel("2021-04", "748"), cel("2021-02", "721"), "27 meer"),
        (cel("2021-04", "721"), cel("2021-02", "721"), "gelijk"),
        (cel("2021-02", "721"), cel("2021-02", "721"), "zelfde cijfer, over februari 2021"),
        (
            cel("2021-04", None, tekst="<10", toestand="onderdrukt"),
            cel("2021-02", "21"),
            "niet te vergelijken (te klein om te tonen)",
        ),
        (cel("2021-04"), cel("2021-02", "21"), "geen cijfer om mee te vergelijken"),
    ],
)
def test_a_difference_is_words(nu, toen, woorden):
    assert twee(nu, toen)["woorden"] == woorden


def test_another_count_has_no_difference():
    breuk = {"vanaf": "2021-03-01", "definitie": "Anders", "is_breuk": True, "toelichting": ""}
    regel = twee(cel("2021-04", "748"), cel("2021-02", "721"), versies=[breuk])

    assert (regel["woorden"], regel["richting"]) == ("andere telling", "")


def test_as_now_known_takes_the_revised_figure():
    oud = momentopname(
        indicatoren={"c": indicator("c", "C", [reeks("c", [cel("2021-02", "721")])])}
    )
    herzien = [cel("2021-02", "720"), cel("2021-04", "748")]
    nieuw = momentopname(indicatoren={"c": indicator("c", "C", [reeks("c", herzien)])})

    assert vergelijk(nieuw, oud)[0]["regels"][0]["woorden"] == "27 meer"
    assert vergelijk(nieuw, oud, nu_bekend=True)[0]["regels"][0]["woorden"] == "28 meer"


def test_breakdowns_only_when_asked(client, db):
    for uitgave, totaal, deel in ((TOEN, "721", "600"), (NU, "748", "630")):
        cellen = (cel("2021-02", totaal), cel("2021-02", deel))
        zin = reeks("c", [cellen[1]], sleutel="vorm=zin", label="ZIN")
        ind = indicator("c", "Cliënten", [reeks("c", [cellen[0]]), zin])
        publiceer(uitgave=uitgave, inhoud=momentopname(uitgave=uitgave, indicatoren={"c": ind}))

    assert "ZIN" not in pagina(client, f"{G}vergelijken/").tekst
    assert "ZIN" in pagina(client, f"{G}vergelijken/?delen=ja").tekst


@pytest.fixture
def edities(db):
    toen = momentopname(uitgave=TOEN)
    toen["indicatoren"]["clienten"] = indicator(
        "clienten", "Cliënten jeugdhulp", [reeks("clienten", [cel("2021-02", "721")])]
    )
    publiceer(uitgave=TOEN, inhoud=toen)
    return publiceer()


def test_compare_starts_with_the_newest_two(client, edities):
    assert "27 meer" in pagina(client, f"{G}vergelijken/").tekst


def test_only_what_changed(client, edities):
    tekst = pagina(client, f"{G}vergelijken/?nu={NU}&toen={TOEN}&alleen=veranderd").tekst

    assert "27 meer" in tekst
    assert "zelfde cijfer" not in tekst


def test_one_edition_can_not_be_compared(client, db):
    publiceer()

    assert "Er is nog maar één monitor." in pagina(client, f"{G}vergelijken/").tekst
    assert "twee keer dezelfde" in pagina(client, f"{G}vergelijken/?nu={NU}&toen={NU}").tekst


@pytest.mark.parametrize("vraag", [f"nu={NU}&toen=2019", "nu=2019", "toen=onzin"])
def test_an_edition_that_is_not_there(client, edities, vraag):
    assert client.get(f"{G}vergelijken/?{vraag}").status_code == 404


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ("clienten", f"{G}{NU}/cijfers/clienten/"),
        ("CLIËNTEN jeugdhulp", f"{G}{NU}/cijfers/clienten/"),
        ("jeugdzorg", f"{G}{NU}/jeugd/"),
        ("jeugdbescherming", f"{G}{NU}/jeugd/#kosten"),
    ],
)
def test_search_finds(client, edities, vraag, adres):
    p = pagina(client, f"{G}zoeken/?q={vraag}")

    assert adres in {a.get("href") for a in p.alle("a")}


def test_search_in_an_older_edition_stays_there(client, edities):
    p = pagina(client, f"{G}zoeken/?q=clienten&uitgave={TOEN}")

    assert f"{G}{TOEN}/cijfers/clienten/" in {a.get("href") for a in p.alle("a")}
    assert "721 (februari 2021)" in p.tekst


def test_nothing_found_gives_tips(client, edities):
    p = pagina(client, f"{G}zoeken/?q=walvis")

    assert "0 resultaten voor ‘walvis’" in p.tekst
    assert "Niets gevonden. Probeer dit:" in p.tekst
    assert {"role": "status", "class": "rm-lees"} in p.alle("p")


# -- the line on the page of an indicator --------------------------------------------------------


def met(*cellen: dict, **velden) -> dict | None:
    return verloop(indicator("c", "Cliënten", [reeks("c", list(cellen))], **velden))


def test_the_line_ends_in_the_figure_of_the_page():
    blok = met(*[cel(f"2021-0{m}", str(700 + m)) for m in (1, 2, 3, 4)])

    assert blok["inhoud"]["reeksen"][0]["punten"][-1]["waarde"] == "704"
    assert blok["inhoud"]["samenvatting"] == "Van 701 in januari 2021 naar 704 in april 2021."


def test_months_and_years_do_not_share_an_axis():
    assert met(cel("2019", "1"), cel("2020-02", "2"), cel("2021-02", "3")) is None


def test_no_line_when_much_is_hidden():
    klein = cel("2021-04", None, tekst="<10", toestand="onderdrukt")
    bekend = [cel(f"2021-0{m}", "20") for m in (1, 2, 3)]

    assert met(*bekend, klein) is not None
    assert met(*bekend, klein, copy.deepcopy(klein)) is None

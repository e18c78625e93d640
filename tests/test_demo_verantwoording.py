"""All 454 figures of the source documents: on a page with their value, or listed with the reason."""

import re
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from sociaaldomein.demo.verantwoording import (
    GETOOND,
    WIJZEN,
    bronregels,
    klopt,
    maak_verantwoording,
    momentopnames,
    zoek,
)

pytestmark = pytest.mark.eens

DEMO_MD = Path(__file__).parent.parent / "docs" / "demo.md"
TEGELS = {"clienten-jeugd", "lopende-zaken-jeugd", "voorzieningen-jeugd"} | {
    "clienten-wmo",
    "lopende-zaken-wmo",
    "voorzieningen-wmo",
}


@pytest.fixture(scope="module")
def geladen(django_db_setup, django_db_blocker):
    """(snapshots by gemeente, docs/demo.md as made now); the database is empty again after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        gemeenten = ["--gemeente", "steenwijkerland", "--gemeente", "dalfsen"]
        call_command("laad_demo", *gemeenten, stdout=StringIO())
        yield momentopnames(), maak_verantwoording()
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_every_link_leads_to_the_place_it_names(geladen, client):
    _, tekst = geladen
    adressen = sorted(set(re.findall(r"\]\((/[^)]+)\)", tekst)))
    paginas = {pad: client.get(pad) for pad in {adres.partition("#")[0] for adres in adressen}}

    assert len(paginas) >= 12
    assert {p.status_code for p in paginas.values()} == {200}
    html = {pad: p.content.decode() for pad, p in paginas.items()}
    met_anker = [adres.partition("#") for adres in adressen if "#" in adres]
    assert [(pad, a) for pad, _, a in met_anker if f'id="{a}"' not in html[pad]] == []


@pytest.mark.django_db
def test_youth_page_says_what_the_council_document_says(geladen, client):
    html = client.get("/steenwijkerland/2021-03_2021-04/jeugd/").content.decode()

    for tekst in ("748", "+27", "12.994.629", "13.046.000", "11.893.000", "51.371"):
        assert tekst in html


def test_there_are_454_rows_in_order():
    assert [int(r["nr"]) for r in bronregels()] == list(range(1, 455))


def test_every_row_says_what_became_of_it():
    assert {r["wijze"] for r in bronregels()} == set(WIJZEN)
    zonder = [r["nr"] for r in bronregels() if r["wijze"] != "overgenomen" and not r["toelichting"]]
    assert zonder == []


@pytest.mark.parametrize("bron, aantal", [("A", 222), ("B", 47), ("C", 185)])
def test_each_source_is_there_whole(bron, aantal):
    assert sum(r["bron"] == bron for r in bronregels()) == aantal


def test_every_row_with_a_target_can_be_read_with_its_value(geladen):
    opnames, _ = geladen
    mist = []
    for rij in bronregels():
        if rij["wijze"] not in GETOOND:
            continue
        vondst = zoek(rij, opnames[rij["gemeente"]])
        if vondst is None or not klopt(vondst.cel, Decimal(rij["waarde"])):
            mist.append((rij["nr"], rij["indicator"], rij["periode"]))
    assert mist == []


def test_small_counts_of_people_are_hidden_and_nothing_else_is(geladen):
    opnames, _ = geladen
    verborgen = {}
    for rij in bronregels():
        vondst = zoek(rij, opnames[rij["gemeente"]]) if rij["wijze"] in GETOOND else None
        if vondst and vondst.cel["toestand"] == "onderdrukt":
            verborgen[rij["nr"]] = (Decimal(rij["waarde"]), vondst.cel["tekst"])
    assert len(verborgen) == 17
    assert {tekst for _, tekst in verborgen.values()} == {"<10"}
    assert all(waarde < 10 for waarde, _ in verborgen.values())


def test_what_could_give_a_small_count_away_is_in_no_snapshot(geladen):
    opnames, _ = geladen
    privacy = [r for r in bronregels() if r["wijze"] == "niet_getoond_privacy"]

    assert len(privacy) == 7
    assert [r["nr"] for r in privacy if zoek(r, opnames[r["gemeente"]])] == []


def test_differences_that_the_source_prints_come_out_of_our_own_figures(geladen):
    opnames, _ = geladen
    tegels = {
        t["indicator"]: t["verschil"]
        for h in opnames["steenwijkerland"][0]["hoofdstukken"]
        for b in h["blokken"]
        for t in b["inhoud"].get("tegels", [])
    }
    rijen = [r for r in bronregels() if r["wijze"] == "berekend" and r["code"] in TEGELS]
    van_tegels = [r for r in rijen if "tegel" in r["toelichting"]]

    assert len(van_tegels) == 6
    assert [tegels[r["code"]]["waarde"] for r in van_tegels] == [r["waarde"] for r in van_tegels]


def test_balance_of_ioaw_and_ioaz_is_computed(geladen):
    opnames, _ = geladen
    rijen = _blok(opnames["steenwijkerland"][0], "participatie", "geld-ioaw-ioaz")["rijen"]

    assert [r["saldo"]["waarde"] for r in rijen] == ["182000"]


def test_threshold_stands_in_the_name_of_the_figure(geladen):
    opnames, _ = geladen
    indicator = opnames["steenwijkerland"][0]["indicatoren"]["woningaanpassingen-boven-10000"]

    assert "€ 10.000" in indicator["naam"]


def test_seven_figures_and_the_satisfaction_are_not_updated(geladen):
    opnames, _ = geladen
    laat = [n["indicator"] for n in opnames["steenwijkerland"][0]["niet_bijgewerkt"]]

    assert sorted(laat) == [
        "gemiddelde-kosten-begeleiding-per-client",
        "gemiddelde-kosten-per-client-jeugd",
        "inwoners-0-17",
        "inwoners-70plus",
        "schoonmaakondersteuning-70plus",
        "tevredenheid-jeugd",
        "tevredenheid-wmo",
        "uren-schoonmaakondersteuning-per-client",
        "woningaanpassingen-boven-10000",
    ]


def test_page_of_all_figures_is_up_to_date(geladen):
    _, tekst = geladen

    assert DEMO_MD.read_text(encoding="utf-8") == tekst, (
        "Maak haar opnieuw: manage.py laad_demo --verantwoording docs/demo.md"
    )


def test_page_of_all_figures_holds_no_small_count(geladen):
    _, tekst = geladen

    assert tekst.count("| (klein aantal) |") == 17
    assert tekst.count("| (niet getoond) |") == 7


def _blok(inhoud: dict, hoofdstuk: str, code: str) -> dict:
    h = next(h for h in inhoud["hoofdstukken"] if h["code"] == hoofdstuk)
    return next(b for b in h["blokken"] if b["code"] == code)["inhoud"]

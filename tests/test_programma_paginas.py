"""The programme in the snapshot and on its pages, for the three real programmes."""

import csv
import json
from datetime import date

import pytest
from django.db import transaction

from monitor.models.enums import BlokSoort
from monitor.publiceren.samenstellen import compose
from programma.models import Onderdeel, Programma, Stand
from programma.momentopname.blok import maak_programma
from programma.momentopname.laden import laad
from tests.lezen import pagina, publiceer
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.test_programma_invoer import DEMO, GRIP, JEUGDHULP, TRANSFORMATIE, importeer_pad

pytestmark = pytest.mark.django_db
ALLE = [
    (GRIP, "grip-op-sociaal-domein", "3-8"),
    (TRANSFORMATIE, "transformatie-2-0", "dashboard"),
    (JEUGDHULP, "plan-van-aanpak-jeugdhulp", "maatregel-1"),
]
U = "/demodam/2021-03_2021-04/"


def make_uitgave_met(gemeente, *slugs, **velden):
    uitgave = make_uitgave(gemeente, **velden)
    hoofdstuk = make_hoofdstuk(uitgave, "programma")
    for slug in slugs:
        make_blok(hoofdstuk, BlokSoort.PROGRAMMA, verwijst_naar=slug, titel=slug)
    return uitgave


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    """The three programmes, imported once and published in one edition; rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        gemeente = make_gemeente()
        make_waarneming(
            make_indicator(gemeente, "vervoersvoorziening-terugvordering"), "2020", 73000
        )
        for pad, *_ in ALLE:
            importeer_pad(gemeente, pad)
        uitgave = make_uitgave_met(gemeente, *(slug for _, slug, _ in ALLE))
        publiceer("demodam", inhoud=compose(uitgave))
        yield uitgave
        transaction.set_rollback(True)


@pytest.fixture
def programmas(wereld):
    return json.loads(wereld.publicaties.get().inhoud)["programmas"]


@pytest.fixture
def grip(programmas):
    return programmas["grip-op-sociaal-domein"]


def regel(programma, id_):
    return next(r for r in programma["regels"] if r["id"] == id_)


def test_grip_opens_with_its_counts(grip):
    kort = grip["in_het_kort"]
    assert kort["kop"] == "5 van de 19 mijlpalen zijn klaar. 6 lopen later dan gepland."
    aantallen = {t["code"]: t["aantal"] for t in kort["tellingen"]}
    assert aantallen == {"klaar": 5, "op_schema": 5, "loopt": 2, "later": 6, "niet_gestart": 1}
    assert kort["later"][0] == {
        "titel": "Sturen op het effect van welzijn",
        "uitloop": "12 maanden later",
    }


@pytest.mark.parametrize(
    ("id_", "gepland", "verwacht", "uitloop", "categorie"),
    [
        ("1-1", "september 2020", "klaar", "", "klaar"),
        ("1-2", "2021", "1 januari 2022", "", "op_schema"),
        ("1-3", "medio 2021", "in 2021", "tot 5 maanden", "later"),
        ("3-9", "maart 2021", "november 2021", "8 maanden", "later"),
        ("4-2.1", "eind 2020", "klaar", "", "klaar"),
        ("4-2.2", "eind 2021", "datum onbekend", "", "niet_gestart"),
        ("4-3", "december 2020", "medio 2021", "ongeveer 7 maanden", "later"),
    ],
)
def test_lines_of_grip(grip, id_, gepland, verwacht, uitloop, categorie):
    r = regel(grip, id_)
    gevonden = (r["gepland"]["tekst"], r["verwacht_tekst"], r["uitloop"]["tekst"], r["categorie"])
    assert gevonden == (gepland, verwacht, uitloop, categorie)


def test_transformatie_counts_a_shared_activity_once_and_shows_it_twice(programmas):
    p = programmas["transformatie-2-0"]
    assert p["in_het_kort"]["totaal"] == 39
    activiteiten = [a for t in p["boom"] for s in t["kinderen"] for a in s["kinderen"]]
    assert len(activiteiten) == 41
    dubbel = [a for a in activiteiten if a["ook_onder"]]
    assert sorted(a["code"] for a in dubbel) == [
        "leidraad", "leidraad-tafel-2", "steungezinnen", "steungezinnen-tafel-3",
    ]  # fmt: skip
    assert (
        regel(p, "dashboard-klaar")["alt"] == "Gepland 1 juli 2021. Later, nieuwe datum onbekend."
    )


def test_jeugdhulp_says_that_its_report_is_old_and_what_measures_brought(programmas):
    p = programmas["plan-van-aanpak-jeugdhulp"]
    assert p["niet_bijgewerkt"] == "Laatste stand: 17 juni 2020"
    effecten = [v["effect"] for m in p["boom"] for d in m["kinderen"] for v in d["verslagen"]]
    assert len(effecten) == 15 and all(effecten)


def op_dag(dag, slug="grip-op-sociaal-domein", vorige=None):
    return maak_programma(laad(Programma.objects.get(slug=slug), dag), vorige)


def test_reports_after_the_peildatum_are_not_in_the_snapshot(wereld):
    p = op_dag(date(2020, 12, 31))
    assert p["stand_op"] == ""
    assert regel(p, "1-1")["status_tekst"] == "Over tijd, geen bericht"


def test_a_block_may_name_the_day_of_its_own_report(wereld):
    make_blok_op = wereld.hoofdstukken.get().blokken.filter(verwijst_naar="grip-op-sociaal-domein")
    make_blok_op.update(perioden="2020-12-31")
    assert compose(wereld)["programmas"]["grip-op-sociaal-domein"]["stand_tekst"] == ""


def test_what_changed_since_the_previous_edition(wereld, grip):
    kaart = Onderdeel.objects.get(code="4-3")
    Stand.objects.create(
        programma=kaart.programma,
        onderdeel=kaart,
        datum=date(2021, 6, 30),
        status="gereed",
        opgeleverd="De kaart is er.",
    )
    tweede = make_uitgave_met(
        wereld.gemeente, "grip-op-sociaal-domein", periode="2021-05_2021-06", vorige=wereld
    )
    p = compose(tweede)["programmas"]["grip-op-sociaal-domein"]
    veranderd = {v["id"]: (v["oud"], v["nieuw"]) for v in p["veranderd"]}
    assert veranderd["4-3"] == ("Later dan gepland, verwacht: medio 2021", "Klaar")
    assert "1-1" not in veranderd
    assert p["niet_bijgewerkt"] == ""


def test_without_a_publication_the_previous_state_is_looked_up(wereld, grip):
    p = op_dag(date(2021, 12, 1), vorige=date(2021, 4, 30))
    veranderd = {v["id"]: v["nieuw"] for v in p["veranderd"]}
    assert veranderd["3-4"] == "Over tijd, geen bericht"
    assert regel(p, "3-4")["kort"] == "Over tijd, geen bericht"


@pytest.mark.parametrize("slug", [slug for _, slug, _ in ALLE])
def test_the_number_of_queries_does_not_grow(wereld, slug, django_assert_max_num_queries):
    programma = Programma.objects.get(slug=slug)
    with django_assert_max_num_queries(10):
        maak_programma(laad(programma, date(2021, 4, 30)), None)


@pytest.fixture(params=ALLE, ids=lambda p: p[1])
def gelezen(request, wereld):
    _, slug, onderdeel = request.param
    return f"{U}programma/{slug}/", f"{U}programma/{slug}/{onderdeel}/"


@pytest.mark.parametrize("welke", [0, 1])
@pytest.mark.parametrize("vraag", ["", "?toon=later", "?toon=klaar", "?toon=x"])
def test_pages_stand_on_the_snapshot_in_few_queries(
    client, gelezen, welke, vraag, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        p = pagina(client, gelezen[welke] + vraag)
    assert len(p.alle("h1")) == 1
    assert not p.alle("style")
    assert not [a for _, a in p.tags if "style" in a or any(k.startswith("on") for k in a)]
    ids = [a["id"] for _, a in p.tags if a.get("id")]
    assert len(ids) == len(set(ids))


def test_the_chapter_leads_to_the_programme(client, gelezen):
    p = pagina(client, f"{U}programma/")
    assert gelezen[0] in [a.get("href") for a in p.alle("a")]


@pytest.mark.parametrize("adres", ["programma/onbekend/", "programma/p/x/"])
def test_an_unknown_programme_is_not_found(client, gelezen, adres):
    assert client.get(f"{U}{adres}").status_code == 404


def test_the_demo_shows_grip_as_of_its_own_report():
    """The figures of Dalfsen are those of 2020; the report of its programme is of April 2021."""
    with (DEMO / "dalfsen" / "uitgave-2020-H2.csv").open(encoding="utf-8") as bestand:
        blok = next(r for r in csv.DictReader(bestand, delimiter=";") if r["verwijst_naar"])
    assert (blok["verwijst_naar"], blok["perioden"]) == ("grip-op-sociaal-domein", "2021-04-16")


def test_words_without_a_year_are_explained(programmas):
    gepland = regel(programmas["transformatie-2-0"], "training-positieve-gezondheid")["gepland"]
    assert (gepland["kort"], gepland["uitleg"]) == ("Q3/Q4", "juli tot en met december 2021")

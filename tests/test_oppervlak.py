"""Nothing hidden stands on any surface of a publication; and a planted leak is found on each.

Two looks. The first searches every surface for the planted figures, in any notation. The second
publishes the same world with other hidden figures: whatever differs tells something of them, be it a
coordinate, an order, a width or a size.
"""

import json
import logging
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import caches
from django.db import transaction
from django.test import Client

from monitor.models import Taak
from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.documenten import maak_bestanden
from monitor.weergave.document.pdf import kan_pdf
from monitor.weergave.opendata.bestandslijst import kenmerken
from monitor.weergave.opendata.bijbestanden import SOORTEN
from monitor.weergave.publicaties import geheugen
from tests.lezen import publiceer
from tests.oppervlak import Vlak, alle_vlakken, patroon, van_rijen, zoek
from tests.oppervlak_wereld import NU, maak_wereld

pytestmark = pytest.mark.eens

KLEIN = {"HTTP_ACCEPT_ENCODING": "gzip"}


@pytest.fixture(autouse=True)
def _stil():
    """Many addresses are asked that are not there; their log lines are not the point."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def _koud():
    geheugen.clear()
    for naam in caches.settings:
        caches[naam].clear()


def _gemeten(schuif=0):
    """The world and all its surfaces, at a fixed moment."""
    _koud()
    with time_machine.travel("2026-11-22T10:00:00+00:00", tick=False):
        wereld = maak_wereld(schuif=schuif)
        return wereld, alle_vlakken(Client(**KLEIN), wereld.publicaties)


@pytest.fixture(scope="module")
def gemeten(django_db_setup, django_db_blocker):
    """(the world, its surfaces, its snapshots, oldest first); its rows are gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        wereld, vlakken = _gemeten()
        inhouden = [json.loads(p.inhoud) for p in wereld.publicaties]
        transaction.set_rollback(True)
    return wereld, vlakken, inhouden


@pytest.fixture(scope="module")
def verschoven(django_db_setup, django_db_blocker):
    """The surfaces of the same world with other hidden figures."""
    with django_db_blocker.unblock(), transaction.atomic():
        _, vlakken = _gemeten(schuif=2)
        transaction.set_rollback(True)
    return vlakken


def cellen(inhoud):
    return {
        (r["id"], c["periode"]): c
        for i in inhoud["indicatoren"].values()
        for r in i["reeksen"]
        for c in r["cellen"]
    }


def test_what_was_planted_is_hidden_in_each_way(gemeten):
    """So that the search below looks for something that is there to be found."""
    teksten = {k: c["tekst"] for k, c in cellen(gemeten[2][-1]).items()}

    assert teksten["delen|realisatie|vorm=pgb", NU] == "<30000"
    assert teksten["delen|realisatie|vorm=mix", NU] == "·"
    assert teksten["delen|realisatie|vorm=zin", NU] == "82.979"
    assert teksten["enkel|realisatie|", NU] == "<30000"
    assert teksten["drie|realisatie|", NU] == "<10"
    assert teksten["gemiddeld|realisatie|", NU] == teksten["aandeel|realisatie|", NU] == "·"


def test_no_hidden_figure_stands_anywhere(gemeten):
    wereld, vlakken, _ = gemeten

    assert zoek(vlakken, wereld.getallen) == {}


def test_other_hidden_figures_give_the_same_surfaces(gemeten, verschoven):
    """Nothing drawn, sorted, sized or written depends on what is hidden."""
    een, ander = ({(v.soort, v.waar): v.tekst for v in s} for s in (gemeten[1], verschoven))
    rijen = {k for k in een | ander if k[0].startswith("rij ") or k[0] == "cache"}

    assert set(een) - rijen == set(ander) - rijen
    assert [k for k in set(een) - rijen if een[k] != ander[k]] == []


def test_every_kind_of_surface_was_looked_at(gemeten):
    soorten = {v.soort for v in gemeten[1]}

    assert {f"weergave:bestand.{f}" for f in (*FORMATEN, *SOORTEN)} <= soorten
    assert {"kopregels", "cache", "rij Publicatie", "weergave:hoofdstuk!svg", "weergave:grafiek"} <= soorten  # fmt: skip
    assert {"weergave:zoeken", "weergave:feed", "weergave:alles", "api:cijfers", "programma:programma"} <= soorten  # fmt: skip
    assert len(gemeten[1]) > 300


def test_a_hidden_point_is_not_drawn(gemeten):
    """Not in the data of the chart either."""
    _, vlakken, (*_, inhoud) = gemeten
    blok = next(b for b in inhoud["hoofdstukken"][0]["blokken"] if b["code"] == "lijn")
    punten = [p["waarde"] for r in blok["inhoud"]["reeksen"] for p in r["punten"]]
    adres = "/zandmeer/2021-04/grafiek/jeugd/lijn.json"
    data = json.loads(next(v.tekst for v in vlakken if v.waar == adres and v.soort != "kopregels"))
    gestuurd = [w for d in data["datasets"] for w in d["data"]]

    assert punten.count(None) == gestuurd.count(None) == 1


# -- the search itself is tried ------------------------------------------------------------------


@pytest.mark.parametrize("tekst", ["23417", "23.417", "€ 23 417,00", "23 417", '"23417.0"', ";23417;", "x=-23417"])  # fmt: skip
def test_a_number_is_found_in_any_notation(tekst):
    assert patroon(Decimal(23417)).search(tekst)


@pytest.mark.parametrize("tekst", ["123417", "234170", "2341.7", "1.23417", "0.23417"])
def test_another_number_is_not(tekst):
    assert not patroon(Decimal(23417)).search(tekst)


def test_a_fraction_is_found_in_both_notations():
    assert patroon(Decimal("35408.7")).search("€ 35.408,7")
    assert patroon(Decimal("35408.7")).search('"35408.7"')
    assert not patroon(Decimal("35408.7")).search("35.408,8")


GELEKT = {"waarde": "23417", "tekst": "23.417", "toestand": "getal"}
# Where a leaked figure of a chapter has to be found: everywhere it would be read.
OVERAL = {
    "weergave:hoofdstuk", "weergave:cijfers", "weergave:cijfer", "weergave:vergelijken", "weergave:alles",
    "weergave:bestand.csv", "weergave:bestand.json", "weergave:bestand.xlsx", "weergave:bestand.ods",
    "weergave:bestand.sdmx.csv", "weergave:bestand.zip", "api:cijfers", "api:hoofdstuk", "cache", "rij Publicatie",
}  # fmt: skip


def _in_alle_cellen(deel):
    """Everywhere the small part stands: the series, the table, the ranking, the tile, the chart."""
    if isinstance(deel, dict):
        if deel.get("tekst") == "<30000" and deel.get("periode") == NU:
            deel |= GELEKT
        for stuk in deel.values():
            _in_alle_cellen(stuk)
    elif isinstance(deel, list):
        for stuk in deel:
            _in_alle_cellen(stuk)


def _vlakken(gemeten, plek, notitie="", *, met_pdf=False):
    """The surfaces of the snapshots after `plek` put something back in the newest."""
    inhoud = json.loads(json.dumps(gemeten[2][-1]))
    plek(inhoud)
    _koud()
    kenmerken._bekend.clear()
    eerder = [publiceer("zandmeer", i["uitgave"]["slug"], inhoud=i) for i in gemeten[2][:2]]
    lek = publiceer("zandmeer", "2021-04", inhoud=inhoud, notitie=notitie)
    if met_pdf and kan_pdf():
        maak_bestanden(lek)
    return alle_vlakken(Client(**KLEIN), [*eerder, lek])


def _gelekt(gemeten, plek, notitie="", **opties):
    vlakken = _vlakken(gemeten, plek, notitie, **opties)
    return zoek(vlakken, {"lek": Decimal(23417)}).get("lek", set())


@pytest.mark.django_db
def test_a_leaked_figure_is_found_on_every_surface(gemeten):
    gevonden = _gelekt(gemeten, _in_alle_cellen, met_pdf=True)
    gedrukt = {"weergave:bestand.pdf", "rij PublicatieBestand"} if kan_pdf() else set()

    assert (OVERAL | gedrukt) - gevonden == set()
    assert {"weergave:hoofdstuk!svg", "weergave:grafiek"} <= gevonden


def _tekst(inhoud):
    inhoud["uitgave"]["in_het_kort"]["kop"] = "Er zijn 23.417 mensen met een pgb."
    inhoud["uitgave"]["hoogtepunten"] = ["Met een pgb: **23417**."]
    inhoud["nota"]["inleiding"] = "Met een pgb: 23.417."
    inhoud["uitgave"]["titel"] = "Monitor 23417"


@pytest.mark.django_db
def test_a_leaked_figure_in_a_text_is_found_too(gemeten):
    nodig = {"weergave:uitgave", "weergave:nota", "weergave:bestand.odt", "weergave:bestand.docx",
             "weergave:bestand.sdmx.json", "weergave:zoeken", "api:uitgave", "weergave:bestanden"}  # fmt: skip

    assert nodig - _gelekt(gemeten, _tekst) == set()


def _alt(inhoud):
    for blok in inhoud["hoofdstukken"][0]["blokken"]:
        if blok["code"] == "lijn":
            blok["inhoud"]["alt"] = "Lijngrafiek: het laatste punt is 23417."


@pytest.mark.django_db
def test_a_leaked_figure_in_an_attribute_is_found(gemeten):
    assert {"weergave:hoofdstuk!svg"} <= _gelekt(gemeten, _alt)


@pytest.mark.django_db
def test_a_leak_in_a_note_is_found_in_feeds_and_metadata(gemeten):
    nodig = {"weergave:feed", "weergave:gemeentefeed", "weergave:bestand.ttl", "weergave:bestand.jsonld",
             "weergave:bestand.zip", "api:versies", "weergave:uitgaven"}  # fmt: skip

    assert nodig - _gelekt(gemeten, lambda inhoud: None, "Was 23417.") == set()


@pytest.mark.django_db
def test_a_leak_in_a_row_of_work_or_a_header_is_found(gemeten):
    Taak.objects.create(naam="werk", melding="pgb is 23.417")
    vlakken = [*van_rijen(), Vlak("kopregels", "/", "X-Aantal: 23417")]

    assert zoek(vlakken, {"lek": Decimal(23417)}) == {"lek": {"rij Taak", "kopregels"}}


def _punt(waarde):
    """The hidden point of the line drawn after all, without a word about it."""

    def plek(inhoud):
        blok = next(b for b in inhoud["hoofdstukken"][0]["blokken"] if b["code"] == "lijn")
        for reeks in blok["inhoud"]["reeksen"]:
            for punt in reeks["punten"]:
                if punt["waarde"] is None:
                    punt |= {"waarde": waarde, "toestand": "getal"}

    return plek


@pytest.mark.django_db
def test_a_leak_in_a_coordinate_is_seen_as_a_difference(gemeten):
    """The drawing holds no figure, and yet it moves with the hidden one."""
    een, ander = (_vlakken(gemeten, _punt(waarde)) for waarde in ("27893", "28893"))
    tekeningen = [{v.tekst for v in s if v.soort == "weergave:hoofdstuk!svg"} for s in (een, ander)]

    assert tekeningen[0] != tekeningen[1]

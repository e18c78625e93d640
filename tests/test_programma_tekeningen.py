"""The drawings: what they say, that they say it without colour, and that they stay inside their frame."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from monitor.models.enums import Soort
from monitor.publiceren.samenstellen import compose
from programma.models import Budgetregel, OnderdeelIndicator, Stand
from programma.momentopname.blok import maak_programma
from programma.momentopname.laden import laad
from programma.regels.risico import MAAT, trend
from programma.standen import verplaats
from programma.tekeningen.matrix import matrix_context
from programma.tekeningen.sporen import sporen_context
from programma.tekeningen.trend import trend_context
from programma.tekeningen.vormen import TEKENS
from tests.lezen import pagina, publiceer
from tests.make import make_gemeente, make_indicator, make_waarneming
from tests.test_programma_paginas import make_uitgave_met
from tests.test_programma_standen import make_onderdeel, make_programma, make_stand

VERSLAGEN = [date(2021, 3, 31), date(2021, 6, 30), date(2021, 9, 30)]
OMVANG = st.sampled_from(["", *MAAT])


@pytest.fixture
def programma(db):
    """Three reports: one line is stable, one gets done."""
    p = make_programma(make_gemeente())
    vast = make_onderdeel(p, "Q4 2021", code="vast", titel="Vast")
    for dag in VERSLAGEN:
        make_stand(vast, dag, status="op_schema", gedaan="x")
    klaar = make_onderdeel(p, "Q2 2021", code="klaar", titel="Klaar")
    make_stand(klaar, VERSLAGEN[0], status="op_schema", gedaan="x")
    make_stand(klaar, VERSLAGEN[1], status="gereed", opgeleverd="Het is er.")
    return p


def snapshot(programma, dag=VERSLAGEN[-1], vorige=None):
    return maak_programma(laad(programma, dag), vorige)


def maak_verwachtingen(programma):
    """Reports as the form writes them, so that the words are read as dates."""
    onderdeel = make_onderdeel(programma, "Q4 2021", code="schuift", titel="Schuift")
    for dag, woorden in zip(VERSLAGEN, ("Q4 2021", "Q1 2022", "Q2 2022"), strict=True):
        stand = Stand(programma=programma, onderdeel=onderdeel, datum=dag, status="loopt", verwacht_tekst=woorden)  # fmt: skip
        stand.clean()
        stand.save()


def test_the_trend_is_level_or_rises_and_ends_when_done(programma):
    maak_verwachtingen(programma)
    lijnen = {r["id"]: r for r in trend_context(snapshot(programma))["rijen"]}
    assert (lijnen["schuift"]["maanden"], lijnen["schuift"]["verschuiving"]) == (6, "6 maanden later")  # fmt: skip
    assert lijnen["vast"]["verschuiving"] == "stabiel"
    assert [q["is_klaar"] for q in lijnen["klaar"]["punten"]] == [False, True]


def test_with_two_reports_there_is_no_trend(programma):
    assert snapshot(programma, VERSLAGEN[1])["mijlpaaltrend"] == []
    assert trend_context(snapshot(programma, VERSLAGEN[1])) is None


def getallen(svg):
    return [float(x) for x in re.findall(r'(?: x| y| cx| cy)="(-?[\d.]+)"', svg)]


def test_drawings_are_valid_svg_inside_their_frame(programma):
    maak_verwachtingen(programma)
    tekeningen = trend_context(snapshot(programma))["tekeningen"]
    assert tekeningen
    for t in tekeningen:
        vormen = render_to_string("programma/tekeningen/vormen.html", {"vormen": t["vormen"]})
        ElementTree.fromstring(f"<svg>{vormen}</svg>")
        assert "style=" not in vormen
        plekken = getallen(vormen)
        assert plekken
        assert 0 <= min(plekken) <= max(plekken) <= max(t["breed"], t["hoog"])


def test_each_status_has_a_shape_of_its_own():
    zonder_kleur = {re.sub(r"#[0-9a-f]{3,6}", "", svg) for svg in TEKENS.values()}
    assert len(zonder_kleur) == len(TEKENS) == 7


def test_tracks_say_what_changed_in_words_and_shapes(programma):
    toen = snapshot(programma, VERSLAGEN[0])["regels"]
    sporen = sporen_context(snapshot(programma, VERSLAGEN[1], toen))
    rij = next(r for r in sporen["rijen"] if r["code"] == "klaar")
    assert [(v["eerder_tekst"], v["tekst"]) for v in rij["veranderd"]] == [("Op schema, verwacht: Q2 2021", "Klaar")]  # fmt: skip
    assert rij["tekening"]["zin"] == "Vorige monitor: 1 op schema. Nu: 1 klaar."
    assert next(r for r in sporen["rijen"] if r["code"] == "vast")["veranderd"] == []


@given(st.lists(st.tuples(OMVANG, OMVANG), max_size=40))
def test_every_risk_with_a_size_has_a_place(sizes):
    risicos = [{"nummer": i, "kans_code": k, "gevolg_code": g} for i, (k, g) in enumerate(sizes, 1)]
    matrix = matrix_context({"risicos": risicos})
    bekend = [r for r in risicos if r["kans_code"] and r["gevolg_code"]]
    assert (matrix is None) == (not bekend)
    if matrix:
        assert matrix["zonder_plek"] == len(risicos) - len(bekend)
        assert all(0 <= float(v.get("x", 0)) <= matrix["breed"] for v in matrix["vormen"])


@given(st.lists(st.tuples(OMVANG, OMVANG), min_size=2, max_size=6))
def test_the_trend_of_a_risk_mirrors(verloop):
    om = {"groter": "kleiner", "kleiner": "groter"}
    laatste = [v for v in verloop if all(v)][-2:]
    assert trend(laatste[::-1]) == om.get(trend(laatste), trend(laatste))


def test_the_last_decision_is_on_the_timeline(programma, client):
    onderdeel = programma.onderdelen.get(code="vast")
    verplaats(onderdeel, nieuw="Q3 2022", reden="Ziekte.", besloten_door="raad", besloten_op=VERSLAGEN[-1])  # fmt: skip
    p = publiceer_programma(programma, client)
    assert "opnieuw gepland: Q3 2022" in p.tekst and "laatste besluit" in p.tekst


def publiceer_programma(programma, client):
    uitgave = make_uitgave_met(programma.gemeente, "proef", periode="2021-09", peildatum=VERSLAGEN[-1])  # fmt: skip
    publiceer("demodam", "2021-09", inhoud=compose(uitgave))
    return pagina(client, "/demodam/2021-09/programma/proef/")


def test_figures_baseline_target_and_money_come_from_the_snapshot(programma, client):
    """A small count stays hidden wherever the programme names it."""
    onderdeel = programma.onderdelen.get(code="vast")
    klein = make_indicator(programma.gemeente, "klein", naam="Kleine groep", telt="personen")
    make_waarneming(klein, "2019", 64)
    make_waarneming(klein, "2020", 7)
    make_waarneming(klein, "2021", 40, soort=Soort.STREEFWAARDE)
    OnderdeelIndicator.objects.create(
        onderdeel=onderdeel, indicator=klein, nulmeting="2019", schakel="outcome"
    )
    Stand.objects.create(
        programma=programma, onderdeel=onderdeel, datum=VERSLAGEN[-1] - timedelta(days=1),
        gedaan="Gedaan.", effect="gemeten", status="loopt",
    )  # fmt: skip
    geld = make_waarneming(make_indicator(programma.gemeente, "geld", eenheid="euro", telt="euro"),
                           "2021", 400_000, soort=Soort.BEGROTING_PRIMITIEF)  # fmt: skip
    Budgetregel.objects.create(
        programma=programma, soort="toegekend", omschrijving="Dichtbij", document="1e Berap 2021",
        reeks=geld.reeks,
    )  # fmt: skip
    tekst = publiceer_programma(programma, client).tekst
    assert "Kleine groep: <10 (2020), nulmeting 64 (2019), doel 40 (2021)" in " ".join(tekst.split())  # fmt: skip
    assert "€\N{NO-BREAK SPACE}400.000" in tekst and "1e Berap 2021" in tekst

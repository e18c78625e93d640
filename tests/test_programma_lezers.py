"""What council members read of a small programme: nothing late is left out, nothing contradicts the table below it."""

from datetime import date

import pytest

from monitor.publiceren.samenstellen import compose
from programma.models import Budgetregel, Risico, Risicostand, Stand
from programma.momentopname.blok import maak_programma
from programma.momentopname.laden import laad
from tests.lezen import pagina, publiceer
from tests.make import make_indicator, make_reeks
from tests.test_programma_paginas import make_uitgave_met
from tests.test_programma_standen import (
    make_mijlpaal,
    make_onderdeel,
    make_programma,
)

pytestmark = pytest.mark.django_db
NIETS = "Over het geld voor dit programma is niets gemeld."


def inhoud_op(programma, dag):
    return maak_programma(laad(programma, dag), None)


def lees(client, programma):
    publiceer("demodam", inhoud=compose(make_uitgave_met(programma.gemeente, programma.slug)))
    return pagina(client, "/demodam/2021-03_2021-04/programma/proef/").tekst


@pytest.mark.parametrize(
    ("dag", "in_tabel", "aangekondigd"),
    [(date(2020, 1, 1), False, ["Dashboard is klaar"]), (date(2021, 7, 2), True, [])],
)
def test_an_announcement_past_its_date_is_a_milestone_without_word(dag, in_tabel, aangekondigd):
    inhoud = inhoud_op(make_mijlpaal(make_programma()).programma, dag)
    assert inhoud["regels"][0]["in_tabel"] == in_tabel
    assert [v["titel"] for v in inhoud["vooruitblik"]] == aangekondigd


def test_an_announcement_past_its_date_is_counted_as_late():
    kort = inhoud_op(make_mijlpaal(make_programma()).programma, date(2022, 1, 1))["in_het_kort"]
    assert kort["zinnen"][-1] == "Er is 1 mijlpaal, en die loopt later dan gepland."
    assert kort["later"][0]["titel"] == "Dashboard is klaar"


def test_money_is_missing_only_when_there_is_none(client):
    programma = make_programma()
    make_onderdeel(programma)
    reeks = make_reeks(make_indicator(programma.gemeente))
    Budgetregel.objects.create(programma=programma, soort="begroot", omschrijving="Bouwkosten", reeks=reeks)  # fmt: skip
    tekst = lees(client, programma)
    assert "Bouwkosten" in tekst and NIETS not in tekst


def test_without_money_that_is_said(client):
    assert NIETS in lees(client, make_onderdeel().programma)


def test_the_first_size_of_a_risk_without_a_day_says_so(client):
    programma = make_onderdeel().programma
    risico = Risico.objects.create(
        programma=programma, code="r", omschrijving="Te weinig mensen", kans="groot", gevolg="groot"
    )
    Risicostand.objects.create(risico=risico, datum="2021-04-01", kans="klein", gevolg="groot")
    tekst = lees(client, programma)
    assert "Eerst: kans groot, gevolg groot" in tekst
    assert "1 april 2021: kans klein, gevolg groot" in tekst


@pytest.mark.parametrize(
    "stand",
    [
        {"status": "gereed", "gerealiseerd_tekst": "maart 2021", "opgeleverd": "Het ligt er."},
        {"status": "op_schema", "verwacht_tekst": "maart 2022", "toelichting": "Het komt goed."},
    ],
)
def test_what_was_or_gets_later_than_promised_says_so_whatever_its_sign(client, stand):
    mijlpaal = make_mijlpaal(make_programma(), gepland="december 2020")
    rij = Stand(programma=mijlpaal.programma, mijlpaal=mijlpaal, datum=date(2021, 4, 1), **stand)
    rij.full_clean()
    rij.save()
    tekst = lees(client, mijlpaal.programma)
    maanden = 3 if stand["status"] == "gereed" else 15
    assert f"{maanden} maanden later dan gepland" in tekst

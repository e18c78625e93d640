"""The way of an edition: who may take which step, what it asks, and what is remembered of it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from monitor.models import Inbreng, Raadsmoment, Uitgave, UitgaveStap
from monitor.models.enums import BlokSoort, Rol
from monitor.models.enums import UitgaveStand as S
from monitor.publiceren.bevriezen import PubliceerFout, intrekken, publish_uitgave
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.stappen import (
    STAPPEN,
    Opgave,
    StapFout,
    mogelijk,
    na_besluit,
    zet_stap,
)
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
BESLUIT = Opgave(college_op=date(2021, 6, 1), zaaknummer="2021-77", beslispunten="Kennisnemen.")


@pytest.fixture
def uitgave():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    indicator = make_indicator(gemeente)
    make_waarneming(indicator, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    return uitgave


def wie(uitgave, rol=Rol.PUBLICIST):
    return make_user(uitgave.gemeente, rol)


def stap_naar(uitgave, stand):
    type(uitgave).objects.filter(pk=uitgave.pk).update(stand=stand)
    uitgave.refresh_from_db()


def test_the_whole_way_is_remembered(uitgave):
    publicist = wie(uitgave)
    zet_stap(uitgave, S.IN_CONTROLE, by=wie(uitgave, Rol.REDACTEUR))
    zet_stap(uitgave, S.VASTGESTELD, by=publicist, opgave=BESLUIT)
    publish_uitgave(uitgave, by=publicist)
    zet_stap(uitgave, S.BEHANDELD, by=publicist, opgave=Opgave(raad_op=date(2021, 7, 6)))
    uitgave.refresh_from_db()
    assert [s.naar for s in reversed(uitgave.stappen.all())] == [
        S.IN_CONTROLE,
        S.VASTGESTELD,
        S.GEPUBLICEERD,
        S.BEHANDELD,
    ]
    assert (uitgave.college_op, uitgave.raad_op) == (date(2021, 6, 1), date(2021, 7, 6))
    besluit = uitgave.stappen.get(naar=S.VASTGESTELD).besluit
    assert (besluit["zaaknummer"], besluit["college_op"]) == ("2021-77", "2021-06-01")


def test_a_person_publishes_after_the_college(uitgave):
    with pytest.raises(PubliceerFout, match="nog ‘Concept’"):
        publish_uitgave(uitgave, by=wie(uitgave))


def test_the_command_line_walks_the_steps(uitgave):
    publish_uitgave(uitgave, by=None)
    assert [s.van for s in reversed(uitgave.stappen.all())] == [
        S.CONCEPT,
        S.IN_CONTROLE,
        S.VASTGESTELD,
    ]


def test_what_a_step_asks_comes_all_at_once(uitgave):
    stap_naar(uitgave, S.IN_CONTROLE)
    with pytest.raises(StapFout) as fout:
        zet_stap(uitgave, S.VASTGESTELD, by=wie(uitgave))
    assert len(fout.value.redenen) == 2
    assert not uitgave.stappen.exists()


def test_no_decision_in_the_future(uitgave):
    stap_naar(uitgave, S.IN_CONTROLE)
    morgen = timezone.localdate() + timedelta(days=1)
    with pytest.raises(StapFout, match="toekomst"):
        zet_stap(uitgave, S.VASTGESTELD, by=None, opgave=Opgave(college_op=morgen, zaaknummer="1"))


def test_back_needs_a_reason(uitgave):
    stap_naar(uitgave, S.VASTGESTELD)
    with pytest.raises(StapFout, match="waarom"):
        zet_stap(uitgave, S.CONCEPT, by=wie(uitgave))
    zet_stap(uitgave, S.CONCEPT, by=wie(uitgave), opgave=Opgave(reden="Cijfer klopt niet"))
    assert uitgave.stappen.get().reden == "Cijfer klopt niet"


@pytest.mark.parametrize("rol", [r for r in Rol if r not in (Rol.REDACTEUR, Rol.PUBLICIST)])
def test_others_take_no_step(uitgave, rol):
    assert mogelijk(uitgave, wie(uitgave, rol)) == []
    with pytest.raises(StapFout, match="U mag"):
        zet_stap(uitgave, S.IN_CONTROLE, by=wie(uitgave, rol))


def test_the_publicist_of_another_gemeente_takes_no_step(uitgave):
    with pytest.raises(StapFout, match="U mag"):
        zet_stap(uitgave, S.IN_CONTROLE, by=make_user(make_gemeente("elders"), Rol.PUBLICIST))


@pytest.mark.parametrize("naar", [S.GEPUBLICEERD, S.BEHANDELD, S.INGETROKKEN, "bestaat-niet"])
def test_a_step_that_is_not_in_the_table_is_refused(uitgave, naar):
    with pytest.raises(StapFout):
        zet_stap(uitgave, naar, by=None)


def test_somebody_else_took_a_step_in_between(uitgave):
    zet_stap(uitgave, S.IN_CONTROLE, by=None)
    with pytest.raises(StapFout, match="intussen"):
        zet_stap(uitgave, S.CONCEPT, by=None, opgave=Opgave(reden="x"), verwacht=S.CONCEPT)


def test_withdrawn_can_begin_again_with_a_reason(uitgave):
    intrekken(publish_uitgave(uitgave, by=None), by=None, reden="Fout in de bron")
    uitgave.refresh_from_db()
    with pytest.raises(PubliceerFout, match="ingetrokken"):
        publish_uitgave(uitgave, by=None, note="Nog eens")
    zet_stap(uitgave, S.CONCEPT, by=wie(uitgave), opgave=Opgave(reden="Bron is hersteld"))
    assert publish_uitgave(uitgave, by=None, note="Bron hersteld").versie == 2


def vastgesteld(uitgave):
    stap_naar(uitgave, S.IN_CONTROLE)
    zet_stap(uitgave, S.VASTGESTELD, by=None, opgave=BESLUIT)
    return Uitgave.objects.get(pk=uitgave.pk)


def test_a_change_after_the_decision_blocks_until_a_step_back(uitgave):
    vast = vastgesteld(uitgave)
    assert list(na_besluit(vast, compose(vast))) == []
    vast.hoofdstukken.update(kop="Nog iets anders")
    with pytest.raises(PubliceerFout, match="Na het besluit van het college"):
        publish_uitgave(vast, by=None)
    zet_stap(vast, S.IN_CONTROLE, by=None, opgave=Opgave(reden="Tekst verbeterd"))
    zet_stap(vast, S.VASTGESTELD, by=None, opgave=BESLUIT)
    assert publish_uitgave(vast, by=None).versie == 1


def test_planning_and_what_the_council_says_are_no_change(uitgave):
    vast = vastgesteld(uitgave)
    Uitgave.objects.update(volgende_verwacht="augustus", raad_op=date(2021, 9, 1))
    eerder = make_uitgave(uitgave.gemeente, "2021-01")
    Inbreng.objects.create(
        uitgave=eerder, soort="vraag", van="fractie A", gesteld_op=date(2021, 7, 1), tekst="Waarom?"
    )
    Raadsmoment.objects.create(
        gemeente=uitgave.gemeente, soort="berap", naam="Berap", datum=date(2021, 10, 1)
    )
    vast = Uitgave.objects.get(pk=vast.pk)
    assert list(na_besluit(vast, compose(vast))) == []


def test_steps_are_not_rewritten(uitgave):
    zet_stap(uitgave, S.IN_CONTROLE, by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        UitgaveStap.objects.update(reden="Anders")


def test_every_state_has_a_way_out():
    assert {s.van for s in STAPPEN} == set(S.values)
    assert all(s.vraagt == ("reden",) for s in STAPPEN if s.is_terug)

"""Background work as rows: claimed once, retried, retaken, never done twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from monitor import taken, tasks
from monitor.models import Taak
from monitor.models.enums import TaakStand
from tests.processen import tot

pytestmark = pytest.mark.django_db


@pytest.fixture
def gewekt(monkeypatch):
    """The wake-up calls that were sent; nothing goes to a broker."""
    berichten: list[int] = []
    monkeypatch.setattr(taken, "wek", berichten.append)
    return berichten


@pytest.fixture
def werk(monkeypatch):
    """Register work for one test."""
    monkeypatch.setattr(taken, "_werk", dict(taken._werk))
    return taken.register_werk


def make_taak(naam="hartslag", *, stil=0, **velden):
    taak = Taak.objects.create(naam=naam, **velden)
    moment = timezone.now() - timedelta(seconds=stil)
    hartslag = moment if velden.get("stand") == TaakStand.BEZIG else None
    Taak.objects.filter(pk=taak.pk).update(gemaakt_op=moment, hartslag=hartslag)
    return taak


def stand(taak):
    taak.refresh_from_db()
    return taak.stand, taak.pogingen, taak.melding


def test_work_begins_only_after_the_transaction(gewekt, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        taak = taken.start("hartslag")
        assert gewekt == []
    assert gewekt == [taak.pk]


def test_work_ends_with_its_message():
    taak = make_taak()

    assert taken.voer_uit(taak.pk)

    assert stand(taak) == ("klaar", 1, "Het achtergrondwerk draait.")
    assert taak.voortgang == 100


def test_second_message_does_nothing(werk):
    keren = []
    werk("tel", lambda loop: keren.append(1))
    taak = make_taak("tel")

    assert [taken.voer_uit(taak.pk), taken.voer_uit(taak.pk)] == [True, False]
    assert keren == [1]


def test_work_of_a_living_worker_is_left_alone():
    taak = make_taak(stand=TaakStand.BEZIG, pogingen=1, stil=10)

    assert not taken.voer_uit(taak.pk)


def test_work_of_a_dead_worker_is_retaken():
    taak = make_taak(stand=TaakStand.BEZIG, pogingen=1, stil=90)

    assert taken.voer_uit(taak.pk)
    assert stand(taak)[:2] == ("klaar", 2)


def test_error_for_people_is_not_tried_again(werk):
    def weiger(loop):
        raise taken.WerkFout("De uitgave heeft geen hoofdstukken. Voeg er een toe.")

    werk("weiger", weiger)
    taak = make_taak("weiger")
    taken.voer_uit(taak.pk)

    verwacht = ("mislukt", 1, "De uitgave heeft geen hoofdstukken. Voeg er een toe.")
    assert stand(taak) == verwacht


def test_unexpected_error_is_tried_three_times(werk, gewekt, caplog):
    werk("kapot", lambda loop: 1 / 0)
    taak = make_taak("kapot")
    for _ in range(3):
        taken.voer_uit(taak.pk)

    assert stand(taak)[:2] == ("mislukt", 3)
    assert f"taak {taak.pk}" in taak.melding
    assert "ZeroDivisionError" in caplog.text


def test_unknown_work_is_named():
    taak = make_taak("dansen")
    taken.voer_uit(taak.pk)

    assert stand(taak) == ("mislukt", 1, "Het programma kent het werk ‘dansen’ niet.")


def test_overtaken_work_is_rolled_back(werk):
    def traag(loop):
        Taak.objects.create(naam="spoor")
        loop.taak.pogingen = 0  # as if another try stands in the row by now

    werk("traag", traag)
    taak = make_taak("traag")
    taken.voer_uit(taak.pk)

    assert not Taak.objects.filter(naam="spoor").exists()
    assert stand(taak)[:2] == ("bezig", 1)


def test_recovery_wakes_what_went_quiet(gewekt):
    vergeten = make_taak(stil=90)
    gevallen = make_taak(stand=TaakStand.BEZIG, pogingen=1, stil=90)
    make_taak(stil=10)
    make_taak(stand=TaakStand.BEZIG, pogingen=1, stil=10)
    make_taak(stand=TaakStand.KLAAR, pogingen=1, stil=90)

    assert taken.herstel() == 2
    assert gewekt == [vergeten.pk, gevallen.pk]


def test_recovery_gives_up_after_three_tries(gewekt):
    taak = make_taak(stand=TaakStand.BEZIG, pogingen=3, stil=90)
    taken.herstel()

    assert gewekt == []
    assert stand(taak)[0] == "mislukt"


def test_broker_that_is_down_is_no_error(settings, monkeypatch, caplog):
    from kombu.exceptions import OperationalError

    def weg(*_, **__):
        raise OperationalError("geen verbinding")

    monkeypatch.setattr(taken.current_app, "send_task", weg)
    taken.wek(7)

    assert "blijft liggen" in caplog.text


def test_signs_of_life_keep_one_row_each():
    tasks.hartslag()
    tasks.hartslag()
    taken.teken_van_leven("worker")

    namen = Taak.objects.order_by("naam").values_list("naam", flat=True)
    assert list(namen) == ["hartslag:planner", "hartslag:worker"]
    assert taken.laatste_teken("gast") is None


@pytest.mark.django_db(transaction=True)
def test_phase_is_seen_while_the_work_runs(werk):
    gezien = []

    def traag(loop):
        loop.meld("Toetsen", 60)
        tot(lambda: Taak.objects.get(pk=loop.taak.pk).fase == "Toetsen", seconden=20)
        gezien.append(Taak.objects.get(pk=loop.taak.pk).voortgang)
        loop.adres = "/admin/"

    werk("traag", traag, transactie=None)
    taak = make_taak("traag")
    taken.voer_uit(taak.pk)
    taak.refresh_from_db()

    assert gezien == [60]
    assert (taak.stand, taak.fase, taak.adres) == ("klaar", "", "/admin/")

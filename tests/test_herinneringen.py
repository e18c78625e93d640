"""Reminders: who gets one, when, once a day, and never a figure in them."""

from datetime import date, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.conf import settings as instellingen
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from monitor import post, taken, tasks
from monitor.invoer.herinneringen import herinner, is_dag, vraag_aan
from monitor.invoer.perioden import periode_voor
from monitor.invoer.toepassen import leg_vast
from monitor.models import Eigenaar, Herinnering, Mailbericht, Taak
from monitor.models.enums import BlokSoort, Frequentie, UitgaveStand
from monitor.regels.getallen import Getal
from tests.achtergrond import werk_af
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_reeks,
    make_uitgave,
)

pytestmark = pytest.mark.django_db
DAG = date(2026, 10, 12)
WAARDE = 7_319_111


class Weigert(EmailBackend):
    def send_messages(self, messages):
        raise SMTPServerDisconnected("nee")


@pytest.fixture
def uitgave():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, "2026-K3", aanleveren_voor=DAG + timedelta(days=7))
    hoofdstuk = make_hoofdstuk(uitgave)
    for code in ("jeugd", "wmo"):
        cijfer = make_indicator(
            gemeente, code, frequentie=Frequentie.MAAND, eigenaar=f"Team {code.title()}"
        )
        make_blok(hoofdstuk, BlokSoort.TEGELS, cijfer)
        Eigenaar.objects.create(
            gemeente=gemeente, functie=f"Team {code.title()}", e_mail=f"{code}@gemeente.example"
        )
    return uitgave


def vul(uitgave, code, waarde=50):
    reeks = make_reeks(uitgave.gemeente.indicatoren.get(code=code))
    leg_vast(reeks, periode_voor("2026-09"), Getal("getal", waarde), by=None)


def naar():
    return sorted(adres for m in mail.outbox for adres in m.to)


def test_who_still_owes_something_gets_one(uitgave):
    vul(uitgave, "wmo")
    assert herinner(DAG) == 1
    werk_af()
    assert naar() == ["jeugd@gemeente.example"]
    assert mail.outbox[0].subject == "Cijfers aanleveren voor Monitor 2026-K3: nog 7 dagen"


def test_once_a_day(uitgave):
    assert [herinner(DAG), herinner(DAG)] == [2, 0]
    assert herinner(DAG + timedelta(days=4)) == 2
    werk_af()
    assert Herinnering.objects.filter(bericht__verstuurd_op__isnull=False).count() == 4


@pytest.mark.parametrize(
    ("dagen", "wel"),
    [(15, False), (14, True), (8, False), (7, True), (3, True), (2, False), (0, True), (-1, True),
     (-14, True), (-15, False)],
)  # fmt: skip
def test_on_which_days(uitgave, dagen, wel):
    uitgave.aanleveren_voor = DAG + timedelta(days=dagen)
    uitgave.save()
    assert is_dag(uitgave, DAG) == wel
    assert herinner(DAG) == (2 if wel else 0)


def test_never_a_figure_in_it(uitgave):
    vul(uitgave, "jeugd", -WAARDE)
    herinner(DAG)
    werk_af()
    for bericht in mail.outbox:
        tekst = bericht.subject + bericht.body
        assert "7319111" not in tekst and "7.319.111" not in tekst
        assert "Jeugd " not in tekst.replace("Team Jeugd", "")
    [jeugd] = [m.body for m in mail.outbox if m.to == ["jeugd@gemeente.example"]]
    assert "- 1 cijfer om na te kijken" in jeugd
    assert f"/admin/monitor/uitgave/{uitgave.pk}/rooster/" in jeugd


def test_the_link_is_whole_when_the_address_is_known(uitgave, settings):
    settings.BASIS_ADRES = "https://monitor.gemeente.example/"
    herinner(DAG)
    werk_af()
    assert (
        f"https://monitor.gemeente.example/admin/monitor/uitgave/{uitgave.pk}/"
        in mail.outbox[0].body
    )


@pytest.mark.parametrize("wat", ["dicht", "niet_gewild", "geen_dag"])
def test_nobody_is_bothered_for_nothing(uitgave, wat):
    if wat == "dicht":
        uitgave.stand = UitgaveStand.GEPUBLICEERD
    elif wat == "geen_dag":
        uitgave.aanleveren_voor = None
    else:
        Eigenaar.objects.update(wil_herinnering=False)
    uitgave.save()
    assert herinner(DAG) == 0


def test_the_owner_of_another_gemeente_gets_nothing(uitgave):
    Eigenaar.objects.all().delete()
    Eigenaar.objects.create(
        gemeente=make_gemeente("elders"), functie="Team Jeugd", e_mail="x@elders.example"
    )
    assert herinner(DAG) == 0


def test_a_mail_that_was_refused_is_logged_and_goes_later(uitgave, settings):
    settings.EMAIL_BACKEND = "tests.test_herinneringen.Weigert"
    assert herinner(DAG) == 2
    werk_af()
    assert {bool(h.fout) for h in Herinnering.objects.all()} == {True}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert herinner(DAG) == 0
    Mailbericht.objects.update(volgende_op=timezone.now())
    assert post.ronde() == 2
    werk_af()
    assert {h.fout for h in Herinnering.objects.all()} == {""}


def test_one_piece_of_work_a_day_whoever_asks(uitgave, monkeypatch):
    monkeypatch.setattr(taken, "wek", lambda pk: None)
    for _ in range(3):
        vraag_aan(dag=DAG)
    [taak] = Taak.objects.filter(naam="herinneringen")
    assert taken.voer_uit(taak.pk)
    taak.refresh_from_db()
    assert taak.melding == "2 herinneringen klaargezet."
    assert not taken.voer_uit(taak.pk)
    werk_af()
    assert len(mail.outbox) == 2


def test_the_planner_knows_the_work():
    schema = instellingen.CELERY_BEAT_SCHEDULE["herinner"]
    assert schema["task"] == tasks.herinner.name

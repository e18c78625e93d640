"""/gezondheid/: green when all is well, red when a part is down, no figures and no details."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from monitor import taken
from monitor.models import Taak
from sociaaldomein import gezondheid

pytestmark = pytest.mark.django_db
DELEN = ["proces", "database", "migraties", "berichten", "worker", "planner", "pdf"]


@pytest.fixture
def levend():
    for deel in ("worker", "planner"):
        taken.teken_van_leven(deel)


def vraag(client):
    antwoord = client.get("/gezondheid/")
    return antwoord.status_code, antwoord.json()


def test_all_is_well(client, levend):
    assert vraag(client) == (200, {"ok": True, "delen": dict.fromkeys(DELEN, "ok")})


@pytest.mark.parametrize("deel", ["worker", "planner"])
def test_silent_part_turns_it_red(client, levend, deel):
    lang_geleden = timezone.now() - timedelta(minutes=5)
    Taak.objects.filter(naam=taken.TEKEN + deel).update(hartslag=lang_geleden)

    delen = dict.fromkeys(DELEN, "ok") | {deel: "niet ok"}
    assert vraag(client) == (503, {"ok": False, "delen": delen})


def test_database_that_is_down_turns_it_red(client, levend, monkeypatch):
    def weg():
        raise DatabaseError("wachtwoord voor gebruiker monitor klopt niet")

    monkeypatch.setitem(gezondheid.CONTROLES, "database", weg)
    code, inhoud = vraag(client)

    assert code == 503
    goed = [deel for deel, oordeel in inhoud["delen"].items() if oordeel == "ok"]
    assert goed == ["proces", "berichten", "pdf"]
    assert "wachtwoord" not in str(inhoud)


@pytest.mark.parametrize("adres", ["amqp://guest@127.0.0.1:9//", "redis://127.0.0.1:9/0"])
def test_broker_that_is_down_turns_it_red(client, levend, settings, monkeypatch, adres):
    from kombu import Connection

    settings.CELERY_BROKER_URL = adres
    monkeypatch.setattr(
        gezondheid.app, "connection_for_write", lambda **kw: Connection(adres, **kw)
    )
    assert vraag(client)[1]["delen"]["berichten"] == "niet ok"


def test_folder_of_messages_that_is_gone_turns_it_red(client, levend, settings, tmp_path):
    opties = settings.CELERY_BROKER_TRANSPORT_OPTIONS | {"data_folder_in": str(tmp_path / "weg")}
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = opties

    assert vraag(client)[1]["delen"]["berichten"] == "niet ok"


def test_it_may_only_be_read(client):
    assert client.post("/gezondheid/").status_code == 405


def test_without_a_pdf_maker_the_service_is_well_and_says_so(client, levend, monkeypatch):
    monkeypatch.setitem(gezondheid.EXTRA, "pdf", lambda: False)
    code, inhoud = vraag(client)

    assert (code, inhoud["ok"], inhoud["delen"]["pdf"]) == (200, True, "niet ok")

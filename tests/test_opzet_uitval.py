"""Processes that are killed: nothing is lost, nothing stays behind. On each broker that answers."""

import os
import re
import shutil
import signal
import socket
import urllib.error
import urllib.request
from uuid import uuid4

import pytest

from tests.conftest import BROKERS, brokers
from tests.processen import kind, kinderen, leeft, manage, publicaties, start, stop, taak, tot

pytestmark = [pytest.mark.faults]


@pytest.fixture(scope="session")
def gemigreerd(tmp_path_factory):
    data = tmp_path_factory.mktemp("gemigreerd")
    assert manage(data, "migrate", "-v", "0").returncode == 0
    return data / "monitor.sqlite3"


@pytest.fixture
def data(gemigreerd, tmp_path):
    shutil.copy(gemigreerd, tmp_path)
    return tmp_path


@pytest.fixture
def poort():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.mark.broker
@pytest.mark.parametrize("broker", ["bestandssysteem", *BROKERS])
def test_killed_worker_work_is_retaken(data, broker):
    adres = brokers().get(broker) or pytest.skip(f"{broker} antwoordt hier niet")
    env = {"CELERY_BROKER_URL": adres, "CELERY_QUEUE": f"proef-{uuid4().hex}", "TAAK_STIL": "6"}
    proces = start(data, "-m", "tests.opzet_toezicht", **env)
    try:
        pk = _vraag(data, env)
        tot((data / "begonnen-1").exists, zolang=proces)
        os.kill(kind(proces.pid, "worker"), signal.SIGKILL)
        (data / "door").touch()

        verwacht = ("klaar", 2, "Klaar bij poging 2.")
        assert tot(lambda: (rij := taak(data, pk))[0] == "klaar" and rij) == verwacht
    finally:
        stop(proces)
        _ruim_op(adres, env["CELERY_QUEUE"])


@pytest.mark.parametrize("waar", ["Toetsen", "Bevriezen", "in de transactie"])
def test_killed_worker_publishes_once_and_nothing_half(data, waar):
    env = {"TAAK_STIL": "6", "WACHT_BIJ": waar, "CELERY_QUEUE": f"proef-{uuid4().hex}"}
    code = "from tests.opzet_uitgave import druk_op_publiceer as d; print('pk', d())"
    pk = int(re.search(r"pk (\d+)", manage(data, "shell", "-c", code, **env).stdout)[1])
    proces = start(data, "-m", "tests.opzet_toezicht", **env)
    try:
        tot((data / "begonnen-1").exists, zolang=proces)
        os.kill(kind(proces.pid, "worker"), signal.SIGKILL)
        assert publicaties(data) == 0
        (data / "door").touch()

        verwacht = ("klaar", 2, "Versie 1 is gepubliceerd.")
        assert tot(lambda: (rij := taak(data, pk))[0] == "klaar" and rij) == verwacht
        assert publicaties(data) == 1
    finally:
        stop(proces)


def _vraag(data, env) -> int:
    code = "from monitor import taken; print('pk', taken.start('wacht-op-bestand').pk)"
    return int(re.search(r"pk (\d+)", manage(data, "shell", "-c", code, **env).stdout)[1])


def _ruim_op(adres, wachtrij):
    """Leave no queue behind on a broker that others use."""
    if adres.startswith("filesystem"):
        return
    from kombu import Connection

    with Connection(adres) as verbinding:
        kanaal = verbinding.default_channel
        kanaal.queue_delete(wachtrij)
        if adres.startswith("amqp"):
            kanaal.exchange_delete(wachtrij)


def _gezond(poort):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{poort}/gezondheid/") as antwoord:
            return antwoord.status == 200
    except (urllib.error.URLError, ConnectionError):
        return False


@pytest.mark.parametrize("sein", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_everything_stops_together(data, poort, sein):
    proces = start(data, "manage.py", "start", "--port", str(poort))
    try:
        tot(lambda: _gezond(poort), zolang=proces)
        onder = kinderen(proces.pid)
        assert len(onder) == 3
        proces.send_signal(sein)
        proces.wait(timeout=120)

        tot(lambda: not any(map(leeft, onder)))
    finally:
        stop(proces)


def test_taken_port_is_said_at_once(data, poort):
    with socket.socket() as s:
        s.bind(("127.0.0.1", poort))
        s.listen()
        uitkomst = manage(data, "start", "--port", str(poort))

    assert uitkomst.returncode == 1
    assert f"Poort {poort} op 127.0.0.1 is al in gebruik." in uitkomst.stderr

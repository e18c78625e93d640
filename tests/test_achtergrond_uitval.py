"""A delivery while things break: nothing half applied, it says what happened, and it can go again."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.processen import WORTEL, kind, kinderen, manage, omgeving, start, stop, tot

pytestmark = [pytest.mark.faults]
RIJEN = 1200
SNEL = {"TAAK_STIL": "6", "INVOER_ACHTERGROND_RIJEN": "1000"}


@pytest.fixture(scope="session")
def gemigreerd_voor_leveringen(tmp_path_factory):
    data = tmp_path_factory.mktemp("leveringen")
    assert manage(data, "migrate", "-v", "0").returncode == 0
    return data / "monitor.sqlite3"


@pytest.fixture
def data(gemigreerd_voor_leveringen, tmp_path):
    shutil.copy(gemigreerd_voor_leveringen, tmp_path)
    return tmp_path


def proces(data, *opdracht, **env):
    code = f"from tests.opzet_levering import main; main(*{list(map(str, opdracht))})"
    return subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=WORTEL,
        env=omgeving(data, **SNEL | env),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def uitkomst(kindproces):
    uit, fout = kindproces.communicate(timeout=240)
    assert kindproces.returncode == 0, fout
    return json.loads(uit.splitlines()[-1])


def doe(data, *opdracht, **env):
    return uitkomst(proces(data, *opdracht, **env))


def gecontroleerd(data, **env):
    """A large delivery that was checked and confirmed; its apply waits for a worker."""
    levering = doe(data, "neem_in", **env)
    assert doe(data, "voer_uit", levering["taak"], **env)["stand"] == "gecontroleerd"
    return doe(data, "bevestig", levering["pk"], **env)


def geschreven(data):
    return list(data.glob("geschreven-*"))


def is_verwerkt(data, levering, **env):
    nu = doe(data, "stand", levering["pk"], **env)
    return nu if nu["stand"] == "verwerkt" else None


def test_killed_worker_in_apply(data):
    levering = gecontroleerd(data)
    (data / "houd-vast").touch()
    toezicht = start(data, "-m", "tests.opzet_toezicht", **SNEL)
    try:
        tot(lambda: geschreven(data), zolang=toezicht)
        os.kill(kind(toezicht.pid, "worker"), signal.SIGKILL)
        half = doe(data, "stand", levering["pk"])
        assert (half["stand"], half["cijfers"], half["wijzigingen"]) == ("bezig", 0, 0)
        assert "Er is niets half verwerkt" in half["zegt"]
        (data / "door").touch()
        klaar = tot(lambda: is_verwerkt(data, levering), zolang=toezicht)
    finally:
        stop(toezicht)
    assert (klaar["cijfers"], klaar["wijzigingen"], klaar["pogingen"]) == (RIJEN, RIJEN, 2)


def test_killed_worker_in_taking_back(data):
    levering = gecontroleerd(data)
    assert doe(data, "voer_uit", levering["taak"])["stand"] == "verwerkt"
    terug = doe(data, "draai_terug", levering["pk"])
    (data / "houd-vast").touch()
    toezicht = start(data, "-m", "tests.opzet_toezicht", **SNEL)
    try:
        tot(lambda: geschreven(data), zolang=toezicht)
        os.kill(kind(toezicht.pid, "worker"), signal.SIGKILL)
        half = doe(data, "stand", terug["pk"])
        assert (half["stand"], half["wijzigingen"]) == ("bezig", RIJEN)
        assert "Er is niets half verwerkt" in half["zegt"]
        (data / "door").touch()
        klaar = tot(lambda: is_verwerkt(data, terug), zolang=toezicht)
    finally:
        stop(toezicht)
    assert (klaar["cijfers"], klaar["wijzigingen"], klaar["pogingen"]) == (RIJEN, 2 * RIJEN, 2)


def test_broker_away_at_upload(data):
    weg = doe(data, "inleveren", CELERY_BROKER_URL="amqp://guest:guest@127.0.0.1:1//")
    assert (weg["status"], weg["stand"], weg["wacht"]) == (302, "ontvangen", True)
    assert "wordt vanzelf opgepakt" in weg["zegt"]
    toezicht = start(data, "-m", "tests.opzet_toezicht", **SNEL)
    try:
        tot(lambda: doe(data, "stand", weg["pk"])["stand"] == "gecontroleerd", zolang=toezicht)
    finally:
        stop(toezicht)


@pytest.fixture
def poort():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def test_killed_web_process_in_upload(data, poort):
    sessie = doe(data, "sessie")["sessie"]
    server = start(data, "manage.py", "start", "--port", str(poort), **SNEL)
    try:
        tot(lambda: _luistert(poort), zolang=server)
        web = kind(server.pid, "gunicorn")
        with socket.create_connection(("127.0.0.1", poort)) as s:
            s.sendall(_half_bericht(sessie))
            tot(lambda: _ontvangen(poort), zolang=server)
            for pid in [*kinderen(web), web]:
                os.kill(pid, signal.SIGKILL)
            assert s.recv(100) == b""
    except ConnectionResetError:
        pass
    finally:
        stop(server)
    assert not list((data / "media").rglob("*.bin"))
    assert doe(data, "inleveren")["stand"] == "ontvangen"


def _luistert(poort):
    try:
        socket.create_connection(("127.0.0.1", poort), timeout=1).close()
    except OSError:
        return False
    return True


def _ontvangen(poort):
    """Nothing of what was sent waits in the kernel any more: the web process has read it."""
    ons = f"{poort:04X}"
    for regel in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        velden = regel.split()
        if velden[1].endswith(f":{ons}") and velden[3] == "01":
            return velden[4].endswith(":00000000")
    return False


def _half_bericht(sessie: str) -> bytes:
    lijf = b'--x\r\nContent-Disposition: form-data; name="import_file"; filename="g.csv"\r\n\r\n'
    kop = (
        "POST /admin/monitor/aanlevering/import/ HTTP/1.1\r\nHost: localhost\r\n"
        f"Cookie: sessionid={sessie}; csrftoken={'x' * 32}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n"
    )
    return kop.encode() + lijf + b"indicator;soort;periode;waarde\r\n" * 5000


# -- disk full -------------------------------------------------------------------------------------


def test_no_room_for_the_file(data):
    vol = doe(data, "inleveren", "4096")
    assert (vol["status"], vol["pk"], vol["geen_ruimte"]) == (302, None, True)
    assert not list((data / "media").rglob("*.bin"))
    assert doe(data, "inleveren")["stand"] == "ontvangen"


def test_disk_full_for_the_file(data):
    with _kleine_schijf(data / "media", "16k"):
        vol = doe(data, "inleveren")
        assert (vol["status"], vol["pk"], vol["geen_ruimte"]) == (302, None, True)
        assert not list((data / "media").rglob("*.bin"))
    assert doe(data, "inleveren")["stand"] == "ontvangen"


@contextmanager
def _kleine_schijf(map_, grootte):
    map_.mkdir()
    opdracht = ["mount", "-t", "tmpfs", "-o", f"size={grootte}", "tmpfs", str(map_)]
    if not shutil.which("mount") or subprocess.run(opdracht, capture_output=True).returncode:
        pytest.skip("hier kan geen kleine schijf worden gemaakt")
    try:
        yield
    finally:
        subprocess.run(["umount", str(map_)], check=True)


# -- twice at once ---------------------------------------------------------------------------------


def twee_tegelijk(data, een, twee, **env):
    """Two workers at once; the first is held in its transaction until the second has begun."""
    (data / "houd-vast").touch()
    a = proces(data, "voer_uit", een, **env)
    tot(lambda: geschreven(data) or a.poll() is not None)
    b = proces(data, "voer_uit", twee, **env)
    tot(lambda: (data / f"begin-{b.pid}").exists())
    (data / "door").touch()
    return uitkomst(a), uitkomst(b)


def test_the_same_file_twice_at_once(data):
    een, twee = gecontroleerd(data), gecontroleerd(data)
    a, b = twee_tegelijk(data, een["taak"], twee["taak"])

    assert (a["stand"], b["stand"]) == ("verwerkt", "gecontroleerd")
    assert b["cijfers"] == b["wijzigingen"] == RIJEN
    assert "veranderd nadat u dit voorbeeld zag" in b["zegt"]
    assert any("Intussen veranderd door anna" in regel for regel in b["opmerkingen"])
    opnieuw = doe(data, "bevestig", twee["pk"])
    b = doe(data, "voer_uit", opnieuw["taak"])
    assert (b["stand"], b["wijzigingen"]) == ("verwerkt", RIJEN)


def test_the_same_message_twice_at_once(data):
    levering = gecontroleerd(data)
    a, b = twee_tegelijk(data, levering["taak"], levering["taak"])

    assert a["stand"] == "verwerkt"
    assert a["wijzigingen"] == RIJEN
    assert b["pogingen"] == 1

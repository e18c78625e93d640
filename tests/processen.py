"""Real processes in tests: start them on data of their own, look with a deadline, leave none behind."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent


def tot(
    waar: Callable[[], object],
    *,
    seconden: float = 120,
    zolang: subprocess.Popen[str] | None = None,
) -> object:
    """The first true answer, asked again and again until the deadline, while the process lives."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if antwoord := waar():
            return antwoord
        if zolang is not None and zolang.poll() is not None:
            raise AssertionError(f"het proces stopte zelf, met code {zolang.returncode}")
        time.sleep(0.1)
    raise AssertionError(f"niet gebeurd binnen {seconden} s: {waar}")


def omgeving(data: Path, **extra: str) -> dict[str, str]:
    weg = {"DATABASE_URL", "CACHE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    schoon = {k: v for k, v in os.environ.items() if k not in weg}
    eigen = {"DATA_DIR": str(data), "DEBUG": "0", "HTTPS": "0", "WHITENOISE_USE_FINDERS": "1"}
    return schoon | eigen | {"SECRET_KEY": "x" * 60} | extra


def manage(data: Path, *opdracht: str, **extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *opdracht],
        cwd=WORTEL,
        env=omgeving(data, **extra),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def start(data: Path, *opdracht: str, **extra: str) -> subprocess.Popen[str]:
    """Start a Python command; its output goes to `uitvoer` in the data folder."""
    with (data / "uitvoer").open("w") as uitvoer:
        return subprocess.Popen(
            [sys.executable, *opdracht],
            cwd=WORTEL,
            env=omgeving(data, **extra),
            stdout=uitvoer,
            stderr=subprocess.STDOUT,
            text=True,
        )


def kinderen(pid: int) -> dict[int, str]:
    """Direct children: process id to command line."""
    gevonden = {}
    for proc in Path("/proc").iterdir():
        try:
            if proc.name.isdecimal() and _ouder(proc) == pid:
                gevonden[int(proc.name)] = (proc / "cmdline").read_text().replace("\0", " ")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return gevonden


def kind(pid: int, woord: str) -> int | None:
    return next((p for p, opdracht in kinderen(pid).items() if f" {woord} " in opdracht), None)


def leeft(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _ouder(proc: Path) -> int:
    return int((proc / "stat").read_text().rpartition(")")[2].split()[1])


def stop(proces: subprocess.Popen[str]) -> None:
    """End the process and wait until what it started is gone too."""
    onder = kinderen(proces.pid)
    if proces.poll() is None:
        proces.send_signal(signal.SIGTERM)
    proces.wait(timeout=120)
    tot(lambda: not any(map(leeft, onder)))


def taak(data: Path, pk: int) -> tuple[str, int, str]:
    """(stand, pogingen, melding) as another process sees them."""
    with sqlite3.connect(data / "monitor.sqlite3", timeout=20) as db:
        vraag = "SELECT stand, pogingen, melding FROM monitor_taak WHERE id = ?"
        return db.execute(vraag, [pk]).fetchone()


def publicaties(data: Path) -> int:
    """How many publications another process sees."""
    with sqlite3.connect(data / "monitor.sqlite3", timeout=20) as db:
        return int(db.execute("SELECT count(*) FROM monitor_publicatie").fetchone()[0])

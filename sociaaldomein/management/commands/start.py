"""Serve everything with one command: web, worker and planner (the scheduler) together."""

import os
import socket
import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from sociaaldomein.poort import bezet
from sociaaldomein.toezicht import Deel, Opgegeven, Toezicht, die_with_parent


class Command(BaseCommand):
    help = "Start de raadsmonitor: web, worker en planner samen. Stoppen met Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="Adres om op te luisteren.")
        parser.add_argument(
            "--port", type=int, default=int(os.environ.get("PORT") or 8000), help="Poort."
        )
        parser.add_argument(
            "--demo", action="store_true", help="Laad eerst de voorbeeldgemeenten (eenmalig)."
        )
        parser.add_argument(
            "--met-ouder", action="store_true", help="Stop ook als het startende proces stopt."
        )

    def handle(self, *, host: str, port: int, demo: bool, met_ouder: bool, **_: Any) -> None:
        if met_ouder:
            die_with_parent()
        _eis_poort(host, port)
        call_command("migrate", interactive=False, verbosity=0)
        if demo:
            call_command("laad_demo", stdout=self.stdout, stderr=self.stderr)
        connections.close_all()
        _eis_poort(host, port)  # again: loading took its time
        toezicht = Toezicht(
            [Deel("Web", _web(host, port)), Deel("Worker", _worker()), Deel("Planner", _planner())]
        )
        toezicht.klaar = lambda: self._meld(toezicht, host, port)
        try:
            toezicht.draai()
        except Opgegeven as fout:
            raise CommandError(
                f"{fout} stopte direct na het starten. De reden staat hierboven."
            ) from fout
        self.stdout.write("De raadsmonitor is gestopt.")

    def _meld(self, toezicht: Toezicht, host: str, port: int) -> None:
        """Say where it is, once it answers."""
        if not _wacht_op(toezicht, host, port):
            return
        self.stdout.write(f"\nDe raadsmonitor draait op http://{host}:{port}/")
        self.stdout.write(f"Beheer: http://{host}:{port}/admin/")
        self.stdout.write("Stoppen: Ctrl-C.\n")
        self.stdout.flush()


def _eis_poort(host: str, port: int) -> None:
    if melding := bezet(host, port):
        raise CommandError(melding)


def _wacht_op(toezicht: Toezicht, host: str, port: int) -> bool:
    einde = time.monotonic() + 60
    while time.monotonic() < einde and not toezicht.gestopt and toezicht.delen[0].leeft:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return True
    return False


def _web(host: str, port: int) -> list[str]:
    shm = ["--worker-tmp-dir", "/dev/shm"] if os.access("/dev/shm", os.W_OK) else []  # noqa: S108
    return [
        *(sys.executable, "-m", "gunicorn", "sociaaldomein.wsgi", "--bind", f"{host}:{port}"),
        *("-k", "gthread", "-w", os.environ.get("WEB_WORKERS", "1")),
        *("--threads", os.environ.get("WEB_THREADS", "8"), "--graceful-timeout", "20"),
        *("--no-control-socket", "--log-level", "warning", *shm),
    ]


def _worker() -> list[str]:
    return [
        *(*_celery(), "worker", "-n", f"raadsmonitor-{os.getpid()}@%h", "--loglevel", "WARNING"),
        *("-P", os.environ.get("WORKER_POOL", "threads")),
        *("-c", os.environ.get("WORKER_AANTAL", "2"), "--without-gossip", "--without-mingle"),
    ]


def _planner() -> list[str]:
    schema = settings.CELERY_BEAT_SCHEDULE_FILENAME
    return [*_celery(), "beat", "--pidfile=", "-s", schema, "--loglevel", "WARNING"]


def _celery() -> list[str]:
    return [sys.executable, "-m", "celery", "-A", "sociaaldomein", "--quiet"]

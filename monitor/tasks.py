"""Celery tasks: thin and idempotent. What they do is in `monitor.taken` and in the stations."""

import threading
from typing import Any

from celery import shared_task
from celery.signals import beat_init, worker_ready, worker_shutting_down
from django.conf import settings
from django.db import DatabaseError, connection

from monitor import post, taken
from monitor.invoer import achtergrond as _achtergrond  # noqa: F401  (registers its work)
from monitor.invoer import herinneringen
from monitor.invoer import terugdraaien_groot as _terugdraaien_groot  # noqa: F401  (registers its work)
from monitor.invoer.aanleveren import ruim_op
from monitor.invoer.bewaren import ruim_wezen
from monitor.publiceren import documenten, lezersvragen
from monitor.publiceren import verzoeken as _verzoeken  # noqa: F401  (registers its work)

_gestopt = threading.Event()


@shared_task
def voer_uit(pk: int) -> None:
    taken.voer_uit(pk)


@shared_task
def herstel() -> None:
    taken.herstel()
    post.ronde()
    documenten.vraag_ontbrekende()
    ruim_op()


@shared_task
def herinner() -> None:
    """Sent by the planner each morning; the task row keeps the reminders at once a day. Files that no
    delivery knows are removed as well."""
    herinneringen.vraag_aan()
    ruim_wezen()


@shared_task
def ruim_lezersvragen() -> None:
    """Sent by the planner each night: what readers asked is forgotten in time."""
    lezersvragen.ruim_op()


@shared_task
def hartslag() -> None:
    """Sent by the planner and done by a worker: proof that planner, broker and worker all work."""
    taken.teken_van_leven("planner")


@beat_init.connect
def begin_planner(**_: Any) -> None:
    """Do not wait for the first turn of the clock."""
    taken.stuur("monitor.tasks.hartslag")


@worker_ready.connect
def begin_worker(**_: Any) -> None:
    """A worker that starts picks up what a dead one left, and tells that it lives."""
    _gestopt.clear()
    taken.teken_van_leven("worker")
    taken.herstel()
    threading.Thread(target=_leef, daemon=True).start()


@worker_shutting_down.connect
def stop_worker(**_: Any) -> None:
    _gestopt.set()


def _leef() -> None:
    while not _gestopt.wait(settings.HARTSLAG_SECONDEN):
        try:
            taken.teken_van_leven("worker")
        except DatabaseError:
            taken.logger.warning("De worker kan zijn hartslag niet schrijven.")
        finally:
            connection.close()


def _toon_hartslag(loop: taken.Loop) -> str:
    return "Het achtergrondwerk draait."


taken.register_werk("hartslag", _toon_hartslag)

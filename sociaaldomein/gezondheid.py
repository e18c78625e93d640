"""Is every part alive? One address for whoever watches the service. No figures, no details."""

import tempfile
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from monitor import taken
from monitor.weergave.document.pdf import kan_pdf
from sociaaldomein.celery import app


@never_cache
@require_safe
def gezondheid(request: HttpRequest) -> JsonResponse:
    """200 when every part is well, else 503. Anonymous readers see no more than ok or not ok."""
    delen: dict[str, bool] = {}
    for naam, controle in CONTROLES.items():
        zonder = naam in IN_DATABASE and not delen["database"]  # do not wait for it four times
        delen[naam] = not zonder and _oordeel(controle)
    ok = all(delen.values())
    delen |= {naam: _oordeel(controle) for naam, controle in EXTRA.items()}
    inhoud = {"ok": ok, "delen": {n: "ok" if goed else "niet ok" for n, goed in delen.items()}}
    return JsonResponse(inhoud, status=200 if ok else 503)


def _oordeel(controle: Callable[[], bool]) -> bool:
    try:
        return controle()
    except (DatabaseError, OSError, OperationalError):
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migraties() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _berichten() -> bool:
    """The broker answers, or its folders can be written."""
    if settings.CELERY_BROKER_URL.startswith("filesystem"):
        folder = str(settings.CELERY_BROKER_TRANSPORT_OPTIONS["data_folder_in"])
        tempfile.TemporaryFile(dir=folder).close()
        return True
    with app.connection_for_write(connect_timeout=2) as verbinding:
        verbinding.ensure_connection(max_retries=1, interval_start=0, timeout=3)
        return verbinding.connected


def _leeft(deel: str) -> bool:
    teken = taken.laatste_teken(deel)
    grens = timedelta(seconds=3 * settings.HARTSLAG_SECONDEN)
    return teken is not None and teken > timezone.now() - grens


# Said, but the service does not stop without it.
EXTRA: dict[str, Callable[[], bool]] = {"pdf": kan_pdf}
IN_DATABASE = {"migraties", "worker", "planner"}
CONTROLES: dict[str, Callable[[], bool]] = {
    "proces": lambda: True,
    "database": _database,
    "migraties": _migraties,
    "berichten": _berichten,
    "worker": lambda: _leeft("worker"),
    "planner": lambda: _leeft("planner"),
}

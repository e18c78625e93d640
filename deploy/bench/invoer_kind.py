"""One measurement in a process of its own; prints it as one line of JSON. Started by `invoer.py`.

invoer_kind.py klaar AANTAL             the register of the gemeente, in an empty database
invoer_kind.py eigen BESTAND            our road: preview, confirm, and the same file again
invoer_kind.py maatstaf                 the rows that our road left, written by COPY / executemany
invoer_kind.py bibliotheek BESTAND      the first rows by a plain ModelResource
"""

# ruff: noqa: E402 - Django is set up before its models are imported

import json
import os
import resource
import sys
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaaldomein.settings")

import django

django.setup()

import invoer_rijen as bron
import psycopg
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.urls import reverse

from monitor import models as m
from monitor.invoer.aanleveren import bevestig, neem_in
from monitor.invoer.perioden import perioden_voor
from monitor.invoer.soorten import get_soort

TABELLEN = ["monitor_reeks", "monitor_reekscategorie", "monitor_waarneming", "monitor_wijziging"]
ROMMEL = ["monitor_twijfel", "monitor_wijziging", "monitor_waarneming", "monitor_reekscategorie"]
ROMMEL += ["monitor_reeks", "monitor_aanlevering", "monitor_taak"]


class Teller:
    """Time, statements and the most memory of what runs inside."""

    def __init__(self) -> None:
        self.statements, self.uit = 0, {}

    def __call__(self, execute, sql, params, many, context):
        self.statements += 1
        return execute(sql, params, many, context)

    @contextmanager
    def meet(self, naam: str):
        kopie = psycopg.Cursor.copy

        def tel_kopie(*args, **kwargs):
            self.statements += 1
            return kopie(*args, **kwargs)

        psycopg.Cursor.copy, self.statements = tel_kopie, 0
        begin, cpu = time.perf_counter(), time.process_time()
        try:
            with connection.execute_wrapper(self):
                yield
        finally:
            psycopg.Cursor.copy = kopie
        self.uit[naam] = {
            "s": time.perf_counter() - begin,
            "cpu": time.process_time() - cpu,
            "statements": self.statements,
        }

    def druk_af(self, **meer: object) -> None:
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps({**self.uit, **meer, "mb": round(kilobytes / 1024)}))


def klaar(aantal: int) -> None:
    gemeente = m.Gemeente.objects.create(slug=bron.GEMEENTE, naam="Meetstad")
    domein = m.Domein.objects.create(gemeente=gemeente, code="meten", naam="Meten")
    for code, eenheid, telt, decimalen in bron.indicatoren(aantal):
        m.Indicator.objects.create(
            gemeente=gemeente, code=code, naam=code.capitalize(), domein=domein,
            eenheid=eenheid, telt=telt, decimalen=decimalen,
        )  # fmt: skip
    for dimensie, codes in bron.DELEN.items():
        rij = m.Dimensie.objects.create(gemeente=gemeente, code=dimensie, naam=dimensie)
        for code in codes:
            m.Categorie.objects.create(dimensie=rij, code=code, naam=code)
    perioden_voor(bron.MAANDEN)
    get_user_model().objects.create_superuser("meter", password=None)


def eigen(pad: Path) -> None:
    maak_leeg()
    gemeente, meter, teller = m.Gemeente.objects.get(), get_user_model().objects.get(), Teller()
    soort, inhoud = get_soort("waarnemingen"), pad.read_bytes()
    for ronde in ("", "weer_"):
        with teller.meet(f"{ronde}voorbeeld"):
            levering, controle = neem_in(gemeente, soort, pad.name, inhoud, by=meter)
        if not controle.kan:
            raise SystemExit(str(controle.fouten[:3]))
        with teller.meet(f"{ronde}bevestig"):
            bevestig(levering, by=meter, vingerafdruk=controle.vingerafdruk)
    telling = {naam: _aantal(naam) for naam in TABELLEN}
    teller.druk_af(rijen=controle.rijen, telling=telling)


def pagina(pad: Path) -> None:
    """The size of the page with the preview, as the browser gets it."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    maak_leeg()
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(get_user_model().objects.get(), "django.contrib.auth.backends.ModelBackend")
    antwoord = client.post(
        reverse("admin:monitor_aanlevering_import"),
        {
            "gemeente": m.Gemeente.objects.get().pk,
            "soort": "waarnemingen",
            "import_file": SimpleUploadedFile(pad.name, pad.read_bytes()),
        },
    )
    Teller().druk_af(status=antwoord.status_code, kb=round(len(antwoord.content) / 1000))


def maatstaf() -> None:
    """Exactly the rows that were written, again, as bare as the database takes them."""
    teller, rijen = Teller(), {}
    with connection.cursor() as cursor:
        for tabel in TABELLEN:
            cursor.cursor.execute(f"SELECT * FROM {tabel} ORDER BY id")  # noqa: S608
            rijen[tabel] = (_kolommen(cursor), _plat(cursor.fetchall()))
    maak_leeg(["monitor_twijfel", *reversed(TABELLEN)])
    with teller.meet("maatstaf"), transaction.atomic(), connection.cursor() as cursor:
        for tabel, (kolommen, waarden) in rijen.items():
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {tabel} ({', '.join(kolommen)}) FROM STDIN") as kopie:
                    for rij in waarden:
                        kopie.write_row(rij)
            else:
                plekken = ", ".join("?" * len(kolommen))
                opdracht = f"INSERT INTO {tabel} ({', '.join(kolommen)}) VALUES ({plekken})"  # noqa: S608
                cursor.cursor.executemany(opdracht.replace("?", "%s"), waarden)
    teller.druk_af()


def bibliotheek(pad: Path) -> None:
    import tablib
    from invoer_bibliotheek import WaarnemingResource

    gemeente, teller = m.Gemeente.objects.get(), Teller()
    maak_leeg(["monitor_twijfel", "monitor_wijziging", "monitor_waarneming"])
    kop, *rijen = json.loads(pad.read_text())
    data = tablib.Dataset(*rijen, headers=kop)
    resource_ = WaarnemingResource(gemeente)
    with teller.meet("voorbeeld"):
        resource_.import_data(data, dry_run=True, raise_errors=True)
    with teller.meet("bevestig"):
        resource_.import_data(data, dry_run=False, raise_errors=True)
    assert _aantal("monitor_waarneming") == len(rijen)
    teller.druk_af(rijen=len(rijen))


def maak_leeg(tabellen: list[str] = ROMMEL) -> None:
    with connection.cursor() as cursor:
        for tabel in tabellen:
            cursor.execute(f"DELETE FROM {tabel}")  # noqa: S608
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"VACUUM ANALYZE {', '.join(tabellen)}")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _aantal(tabel: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {tabel}")  # noqa: S608
        return cursor.fetchone()[0]


def _kolommen(cursor) -> list[str]:
    return [kolom[0] for kolom in cursor.description]


def _plat(rijen):
    """JSON as text, as it is sent."""
    return [tuple(json.dumps(w) if isinstance(w, dict) else w for w in rij) for rij in rijen]


if __name__ == "__main__":
    wat, *rest = sys.argv[1:]
    werk = {"klaar": klaar, "eigen": eigen, "pagina": pagina, "maatstaf": maatstaf}
    werk |= {"bibliotheek": bibliotheek}
    werk[wat](*(int(a) if a.isdigit() else Path(a) for a in rest))

"""Reports and decisions are added, never edited: the database itself refuses it.

As with the history of figures, DELETE stays possible for the database (tests flush, a gemeente may leave); the
models protect what is referred to, and no page offers it. On SQLite a migration that rebuilds one of these tables
drops its trigger: run `make` again in that migration (tests/test_programma_standen.py fails when one is gone).
"""

from django.db import migrations

TABELLEN = {
    "programma_stand": "Een stand wordt niet veranderd. Voeg een nieuwe stand toe.",
    "programma_herplanning": "Een herplanning wordt niet veranderd. Voeg een nieuwe toe.",
}


def _sqlite(tabel: str, melding: str) -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {tabel}_vast BEFORE UPDATE ON {tabel} "
        f"BEGIN SELECT RAISE(ABORT, '{melding}'); END"
    ]


def _postgresql(tabel: str, melding: str) -> list[str]:
    return [
        f"CREATE OR REPLACE FUNCTION {tabel}_vast() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{melding}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE OR REPLACE TRIGGER {tabel}_vast BEFORE UPDATE ON {tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {tabel}_vast()",
    ]


def make(apps, editor):
    maker = {"sqlite": _sqlite, "postgresql": _postgresql}[editor.connection.vendor]
    for tabel, melding in TABELLEN.items():
        for sql in maker(tabel, melding):
            editor.execute(sql, params=None)


def remove(apps, editor):
    for tabel in TABELLEN:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_vast ON {tabel}", params=None)
            editor.execute(f"DROP FUNCTION IF EXISTS {tabel}_vast()", params=None)
        else:
            editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_vast", params=None)


class Migration(migrations.Migration):
    dependencies = [("programma", "0001_eerste")]
    operations = [migrations.RunPython(make, remove, elidable=False)]

"""The database itself refuses to change what was published, or to rewrite history.

A guard in Python can be walked around by `update()`, the shell or a colleague with a database tool; a
trigger cannot. DELETE stays possible: tests flush, and a gemeente may leave. On SQLite a migration that
rebuilds one of the two tables drops its trigger: run `maak_triggers` again in that migration
(tests/test_publiceren_bevroren.py fails when one is gone).

On PostgreSQL the unique constraint of a figure also carries its value, so that a series is read from
the index alone. Django can declare that only as an index that SQLite would not get at all.
"""

from django.db import migrations

BEVROREN = ("inhoud", "sha256", "versie", "schema_versie", "uitgave_id")
MELDING_PUBLICATIE = "Een publicatie is bevroren. Maak een nieuwe versie met een notitie."
MELDING_WIJZIGING = "De geschiedenis van een cijfer wordt niet herschreven."

SQLITE = (
    "CREATE TRIGGER IF NOT EXISTS publicatie_bevroren BEFORE UPDATE ON monitor_publicatie WHEN "
    + " OR ".join(f"OLD.{kolom} IS NOT NEW.{kolom}" for kolom in BEVROREN)
    + f" BEGIN SELECT RAISE(ABORT, '{MELDING_PUBLICATIE}'); END",
    "CREATE TRIGGER IF NOT EXISTS wijziging_bevroren BEFORE UPDATE ON monitor_wijziging "
    f"BEGIN SELECT RAISE(ABORT, '{MELDING_WIJZIGING}'); END",
)
POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION monitor_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    "CREATE OR REPLACE TRIGGER publicatie_bevroren BEFORE UPDATE ON monitor_publicatie FOR EACH ROW WHEN ("
    + " OR ".join(f"OLD.{kolom} IS DISTINCT FROM NEW.{kolom}" for kolom in BEVROREN)
    + f") EXECUTE FUNCTION monitor_bevroren('{MELDING_PUBLICATIE}')",
    "CREATE OR REPLACE TRIGGER wijziging_bevroren BEFORE UPDATE ON monitor_wijziging FOR EACH ROW "
    f"EXECUTE FUNCTION monitor_bevroren('{MELDING_WIJZIGING}')",
)
DEKKEND = (
    "ALTER TABLE monitor_waarneming DROP CONSTRAINT waarneming_uniek",
    "ALTER TABLE monitor_waarneming ADD CONSTRAINT waarneming_uniek "
    "UNIQUE (reeks_id, periode_id) INCLUDE (waarde, status, aard)",
)
TERUG = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS publicatie_bevroren",
        "DROP TRIGGER IF EXISTS wijziging_bevroren",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS publicatie_bevroren ON monitor_publicatie",
        "DROP TRIGGER IF EXISTS wijziging_bevroren ON monitor_wijziging",
        "DROP FUNCTION IF EXISTS monitor_bevroren()",
        "ALTER TABLE monitor_waarneming DROP CONSTRAINT waarneming_uniek",
        "ALTER TABLE monitor_waarneming ADD CONSTRAINT waarneming_uniek UNIQUE (reeks_id, periode_id)",
    ),
}


def maak_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for sql in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]:
        schema_editor.execute(sql, params=None)


def dek_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for sql in DEKKEND:
            schema_editor.execute(sql, params=None)


def terug(apps, schema_editor):
    for sql in TERUG[schema_editor.connection.vendor]:
        schema_editor.execute(sql, params=None)


class Migration(migrations.Migration):
    dependencies = [("monitor", "0001_initial")]

    operations = [
        migrations.RunPython(maak_triggers, terug, elidable=False),
        migrations.RunPython(dek_index, migrations.RunPython.noop, elidable=False),
    ]

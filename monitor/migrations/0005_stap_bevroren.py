"""The database refuses to rewrite the steps of an edition, as it does the history of a figure (0002)."""

from django.db import migrations

MELDING = "De stappen van een uitgave worden niet herschreven."
MAAK = {
    "sqlite": "CREATE TRIGGER IF NOT EXISTS uitgavestap_bevroren BEFORE UPDATE ON monitor_uitgavestap "
    f"BEGIN SELECT RAISE(ABORT, '{MELDING}'); END",
    "postgresql": "CREATE OR REPLACE TRIGGER uitgavestap_bevroren BEFORE UPDATE ON monitor_uitgavestap "
    f"FOR EACH ROW EXECUTE FUNCTION monitor_bevroren('{MELDING}')",
}
TERUG = {
    "sqlite": "DROP TRIGGER IF EXISTS uitgavestap_bevroren",
    "postgresql": "DROP TRIGGER IF EXISTS uitgavestap_bevroren ON monitor_uitgavestap",
}


def maak(apps, schema_editor):
    schema_editor.execute(MAAK[schema_editor.connection.vendor], params=None)


def terug(apps, schema_editor):
    schema_editor.execute(TERUG[schema_editor.connection.vendor], params=None)


class Migration(migrations.Migration):
    dependencies = [("monitor", "0004_stappen")]

    operations = [migrations.RunPython(maak, terug, elidable=False)]

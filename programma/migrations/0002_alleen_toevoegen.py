"""Reports and decisions are added, never edited or removed: the database itself refuses it."""

from django.db import migrations

TABELLEN = {
    "programma_stand": "Een stand wordt niet veranderd of gewist. Voeg een nieuwe toe.",
    "programma_herplanning": "Een herplanning wordt niet veranderd of gewist. Voeg een nieuwe toe.",
}
ACTIES = ("UPDATE", "DELETE")


def _sqlite(tabel: str, melding: str) -> list[str]:
    return [
        f"CREATE TRIGGER {tabel}_geen_{actie.lower()} BEFORE {actie} ON {tabel} "
        f"BEGIN SELECT RAISE(ABORT, '{melding}'); END"
        for actie in ACTIES
    ]


def _postgresql(tabel: str, melding: str) -> list[str]:
    functie = f"{tabel}_alleen_toevoegen"
    return [
        f"CREATE FUNCTION {functie}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{melding}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        *(
            f"CREATE TRIGGER {tabel}_geen_{actie.lower()} BEFORE {actie} ON {tabel} "
            f"FOR EACH ROW EXECUTE FUNCTION {functie}()"
            for actie in ACTIES
        ),
    ]


def make(apps, editor):
    maker = {"sqlite": _sqlite, "postgresql": _postgresql}[editor.connection.vendor]
    for tabel, melding in TABELLEN.items():
        for sql in maker(tabel, melding):
            editor.execute(sql)


def remove(apps, editor):
    for tabel in TABELLEN:
        for actie in ACTIES:
            op = f" ON {tabel}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER {tabel}_geen_{actie.lower()}{op}")
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP FUNCTION {tabel}_alleen_toevoegen()")


class Migration(migrations.Migration):
    dependencies = [("programma", "0001_eerste")]
    operations = [migrations.RunPython(make, remove)]

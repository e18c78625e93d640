"""Rows by the hundred thousand, in a number of statements that does not depend on how many.

PostgreSQL takes them by COPY, SQLite by one prepared statement of many rows: a statement for each row
costs three times as much. Columns are given by the name of their column in the database, all of one
length; their values are as the database takes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from monitor.invoer.memo import Memo

Kolommen = Mapping[str, Sequence[Any]]
NIEUWE_SLEUTELS = """
    WITH bron AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS reeks)
    SELECT nextval(reeks) FROM bron, generate_series(1, %s)
"""
STUK = 10_000  # rows of a COPY that are written out at once
PARAMETERS = 900  # of one statement; every SQLite takes 999
_ONSCHULDIG = re.compile(r"[\w .:+-]*", re.ASCII)
_ONTSNAP = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def zelfde(waarde: Any, aantal: int) -> Sequence[Any]:
    """A column that holds one value."""
    return [waarde] * aantal


def is_zelfde(kolom: Sequence[Any]) -> bool:
    """Whether a column holds one value."""
    return len(kolom) > 0 and kolom.count(kolom[0]) == len(kolom)


def neem_sleutels(model: type[Model], aantal: int) -> list[int]:
    """Primary keys that nobody else gets. On SQLite the transaction that writes holds them."""
    tabel = model._meta.db_table
    if not aantal:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            vraag: list[str | int] = [tabel, aantal]
            cursor.execute(f"SELECT min(n), max(n) FROM ({NIEUWE_SLEUTELS}) AS s(n)", vraag)  # noqa: S608
            eerste, laatste = cursor.fetchone()
            if laatste - eerste + 1 == aantal:
                return list(range(eerste, laatste + 1))
            cursor.execute(NIEUWE_SLEUTELS, vraag)  # somebody took some in between
            return [rij[0] for rij in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [tabel])
        eerste = (cursor.fetchone() or (0,))[0] + 1
    return list(range(eerste, eerste + aantal))


@transaction.atomic(savepoint=False)
def voeg_in(model: type[Model], kolommen: Kolommen, *, sla_bekende_over: bool = False) -> None:
    """Insert rows; with `sla_bekende_over` the ones that are there already stay as they are."""
    tabel, namen = model._meta.db_table, ", ".join(kolommen)
    if connection.vendor != "postgresql":
        rest = "ON CONFLICT DO NOTHING" if sla_bekende_over else ""
        begin = f"INSERT INTO {tabel} ({namen}) VALUES "  # noqa: S608
        _voeg_stukken_in(begin, kolommen, rest)
    elif not sla_bekende_over:
        _kopieer(tabel, kolommen)
    else:
        bron = _tijdelijk(tabel, kolommen)
        _voer_uit(
            f"INSERT INTO {tabel} ({namen}) SELECT {namen} FROM {bron} ON CONFLICT DO NOTHING"  # noqa: S608
        )
        _voer_uit(f"DROP TABLE {bron}")


@transaction.atomic(savepoint=False)
def werk_bij(model: type[Model], kolommen: Kolommen) -> None:
    """Update rows by their `id`, one of the columns."""
    tabel, nieuw = model._meta.db_table, [naam for naam in kolommen if naam != "id"]
    if connection.vendor != "postgresql":
        zet = ", ".join(f"{naam} = %s" for naam in nieuw)
        waarden = [*(kolommen[naam] for naam in nieuw), kolommen["id"]]
        _elk(f"UPDATE {tabel} SET {zet} WHERE id = %s", zip(*waarden, strict=True))  # noqa: S608
        return
    bron = _tijdelijk(tabel, kolommen)
    zet = ", ".join(f"{naam} = bron.{naam}" for naam in nieuw)
    _voer_uit(f"UPDATE {tabel} SET {zet} FROM {bron} bron WHERE {tabel}.id = bron.id")  # noqa: S608
    _voer_uit(f"DROP TABLE {bron}")


def voeg_objecten_in(objecten: Sequence[Model]) -> None:
    """Insert objects of one model that were not saved; their keys stay unknown."""
    if objecten:
        velden = [v for v in objecten[0]._meta.concrete_fields if not v.primary_key]
        voeg_in(type(objecten[0]), _kolommen_van(objecten, velden, nieuw=True))


def werk_objecten_bij(objecten: Sequence[Model], namen: Sequence[str]) -> None:
    """Write these fields of saved objects of one model."""
    if objecten:
        meta = objecten[0]._meta
        velden = [meta.get_field("id"), *map(meta.get_field, namen)]
        werk_bij(type(objecten[0]), _kolommen_van(objecten, velden, nieuw=False))


def _kolommen_van(objecten: Sequence[Model], velden: Sequence[Any], *, nieuw: bool) -> Kolommen:
    return {
        veld.column: [veld.get_db_prep_save(veld.pre_save(o, nieuw), connection) for o in objecten]
        for veld in velden
    }


def _voeg_stukken_in(begin: str, kolommen: Kolommen, rest: str) -> None:
    """As many rows a statement as it can bear, then the last ones. What is the same in all is not bound."""
    lijsten = list(kolommen.values())
    aantal = len(lijsten[0])
    if not aantal:
        return
    plekken = ["%s", *map(_letterlijk, lijsten[1:])]
    los = [kolom for kolom, plek in zip(lijsten, plekken, strict=True) if plek == "%s"]
    plat, rij = _dooreen(los), f"({', '.join(plekken)})"
    per_keer = max(1, PARAMETERS // len(los))
    heel = aantal - aantal % per_keer
    for van, tot, rijen in ((0, heel, per_keer), (heel, aantal, aantal - heel)):
        if van < tot:
            opdracht = f"{begin}{', '.join([rij] * rijen)} {rest}"
            stap = rijen * len(los)
            plaatsen = range(van * len(los), tot * len(los), stap)
            _elk(opdracht, [plat[i : i + stap] for i in plaatsen])


def _letterlijk(kolom: Sequence[Any]) -> str:
    """The one value that a column holds, as it stands in a statement; else the place of a parameter."""
    if is_zelfde(kolom):
        eerste = kolom[0]
        if eerste is None:
            return "NULL"
        if type(eerste) is int:
            return str(eerste)
        if type(eerste) is str and _ONSCHULDIG.fullmatch(eerste):
            return f"'{eerste}'"
    return "%s"


def _dooreen(kolommen: Sequence[Sequence[Any]]) -> list[Any]:
    """The values row by row, in one list."""
    plat: list[Any] = [None] * (len(kolommen) * len(kolommen[0]))
    for i, kolom in enumerate(kolommen):
        plat[i :: len(kolommen)] = kolom
    return plat


def _elk(opdracht: str, rijen: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(opdracht, list(rijen))


def _voer_uit(opdracht: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)


def _tijdelijk(tabel: str, kolommen: Kolommen) -> str:
    """A table of this transaction with these rows."""
    bron = f"tijdelijk_{tabel}"
    namen = ", ".join(kolommen)
    _voer_uit(
        f"CREATE TEMPORARY TABLE {bron} ON COMMIT DROP AS SELECT {namen} FROM {tabel} WITH NO DATA"  # noqa: S608
    )
    _kopieer(bron, kolommen)
    return bron


def _kopieer(tabel: str, kolommen: Kolommen) -> None:
    """In pieces: the server stores one while the next is written out."""
    lijsten = list(kolommen.values())
    geheugens: list[Memo[Any, str]] = [Memo(kopieertekst) for _ in lijsten]
    opdracht = f"COPY {tabel} ({', '.join(kolommen)}) FROM STDIN"
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(opdracht) as doel,
    ):
        for van in range(0, len(lijsten[0]), STUK):
            stukken = [kolom[van : van + STUK] for kolom in lijsten]
            doel.write(_kopieerstuk(list(map(_kopieerteksten, stukken, geheugens))))


def _kopieerstuk(teksten: Sequence[Sequence[str]]) -> str:
    """Rows of columns, each with its separator behind it."""
    tussen, achter = ["\t"] * len(teksten[0]), ["\n"] * len(teksten[0])
    delen = [deel for tekst in teksten for deel in (tekst, tussen)]
    return "".join(_dooreen([*delen[:-1], achter]))


def _kopieerteksten(kolom: Sequence[Any], geheugen: Memo[Any, str]) -> list[str]:
    if is_zelfde(kolom):
        return [kopieertekst(kolom[0])] * len(kolom)
    if {int} == set(map(type, kolom)):
        return list(map(str, kolom))
    return geheugen.van(kolom)


def kopieertekst(waarde: Any) -> str:
    """A value as the text format of COPY has it. Source: PostgreSQL manual, COPY, File Formats."""
    if waarde is None:
        return r"\N"
    return waarde.translate(_ONTSNAP) if isinstance(waarde, str) else str(waarde)

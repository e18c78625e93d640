"""Reading one state of the database, so that a snapshot never mixes before and after a delivery."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

HERHAALBAAR = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"


@contextmanager
def een_toestand(*, alleen_lezen: bool = False) -> Iterator[None]:
    """Everything read within sees the database as it was at the first query.

    SQLite: one transaction is one state; only reading, it does not wait for somebody who writes.
    PostgreSQL: only in REPEATABLE READ, which must be asked before the first query of the outermost
    transaction; within another one (a test, or somebody else's) the level of that one holds, and the
    figures are still one state because they are read in one statement.
    """
    buitenste = not connection.in_atomic_block
    with _zonder_schrijfslot(buitenste and alleen_lezen), transaction.atomic():
        if buitenste and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(HERHAALBAAR)
        yield


@contextmanager
def _zonder_schrijfslot(lezen: bool) -> Iterator[None]:
    """SQLite's transactions begin by taking the only pen (IMMEDIATE); a reader needs none."""
    if not lezen or connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    eerder = getattr(connection, "transaction_mode", None)
    setattr(connection, "transaction_mode", "DEFERRED")  # noqa: B010 - only SQLite's has it
    try:
        yield
    finally:
        setattr(connection, "transaction_mode", eerder)  # noqa: B010

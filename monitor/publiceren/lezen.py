"""Reading one state of the database, so that a snapshot never mixes before and after a delivery."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

HERHAALBAAR = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"


@contextmanager
def een_toestand() -> Iterator[None]:
    """Everything read within sees the database as it was at the first query.

    SQLite: one transaction is one state. PostgreSQL: only in REPEATABLE READ, which must be asked
    before the first query of the outermost transaction; within another one (a test, or somebody
    else's) the level of that one holds.
    """
    buitenste = not connection.in_atomic_block
    with transaction.atomic():
        if buitenste and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(HERHAALBAAR)
        yield

"""What only PostgreSQL can show: one state while others write, two publicists, the covering index."""

import threading

import pytest
from django.db import connection, connections

from monitor.models import Publicatie, Waarneming
from monitor.models.enums import BlokSoort
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.lezen import een_toestand
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="draait niet op PostgreSQL"),
]


def elders(werk):
    """Run in another connection and wait for it."""
    fouten = []

    def draai():
        try:
            werk()
        except Exception as fout:
            fouten.append(fout)
        finally:
            connections.close_all()

    draad = threading.Thread(target=draai)
    draad.start()
    return draad, fouten


def test_snapshot_sees_one_state():
    make_waarneming(make_indicator(make_gemeente()), "2021-04", 1)

    with een_toestand():
        voor = Waarneming.objects.get().waarde
        draad, _ = elders(lambda: Waarneming.objects.update(waarde=2))
        draad.join()
        na = Waarneming.objects.get().waarde

    assert (voor, na) == (1, 1)
    assert Waarneming.objects.get().waarde == 2


def test_two_publicists_at_once_make_one_version():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, clienten)

    paren = [elders(lambda: publish_uitgave(uitgave, by=None)) for _ in range(3)]
    for draad, _ in paren:
        draad.join()

    assert Publicatie.objects.count() == 1
    assert {type(f) for _, fouten in paren for f in fouten} == {PubliceerFout}


def test_two_editions_at_once_know_of_each_other():
    """Each is judged together with the other: the one that comes second is judged anew."""
    gemeente = make_gemeente()
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-02", 748)
    uitgaven = [make_uitgave(gemeente, p) for p in ("2021-03_2021-04", "2021-05_2021-06")]
    for uitgave in uitgaven:
        make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, clienten)

    paren = [elders(lambda u=u: publish_uitgave(u, by=None)) for u in uitgaven]
    for draad, _ in paren:
        draad.join()

    assert [fouten for _, fouten in paren] == [[], []]
    assert Publicatie.objects.count() == 2


def test_a_series_is_read_from_the_index_alone():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'waarneming_uniek'"
        )
        definitie = cursor.fetchone()[0]

    assert definitie == "UNIQUE (reeks_id, periode_id) INCLUDE (waarde, status, aard)"

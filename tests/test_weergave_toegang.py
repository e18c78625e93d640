"""Who may read what, what caches may keep, and that no page leaves the snapshot."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from monitor.models.enums import Rol
from monitor.weergave.publicaties import geheugen
from tests.lezen import pagina, publiceer
from tests.make import make_gemeente, make_user
from tests.momentopname import galerij, momentopname

pytestmark = pytest.mark.django_db
G = "/steenwijkerland/"
U = f"{G}2021-03_2021-04/"
EERDER = "2021-01_2021-02"
LEESPAGINAS = [
    "/",
    G,
    f"{G}uitgaven/",
    f"{G}over/",
    f"{G}toegankelijkheid/",
    f"{G}vergelijken/",
    f"{G}zoeken/?q=jeugd",
    f"{G}thema.css",
    U,
    f"{U}jeugd/",
    f"{U}cijfers/",
    f"{U}cijfers/clienten/",
    f"{U}monitor.csv",
    f"{U}monitor.json",
    f"{U}grafiek/jeugd/kosten.json",
    f"{U}?versie=1",
    f"{G}{EERDER}/",
    f"{G}zoeken/?q=jeugd&uitgave={EERDER}",
    f"{U}bestaat-niet/",
]
VERBODEN = ("monitor_waarneming", "monitor_reeks", "monitor_wijziging")


@pytest.fixture(autouse=True)
def _koud():
    geheugen.clear()


@pytest.fixture
def monitors(db):
    """Two editions, the newest with a correction: the most that a page has to weigh."""
    publiceer(uitgave=EERDER)
    publiceer(inhoud=galerij())
    return publiceer(inhoud=galerij(veranderd=[]), notitie="Dubbele telling.")


@pytest.fixture
def raadslid(monitors):
    return make_user(monitors.uitgave.gemeente, Rol.RAADSLID)


def vragen(client, adres):
    geheugen.clear()
    with CaptureQueriesContext(
        connection,
    ) as vangst:
        client.get(adres)
    return [v["sql"] for v in vangst.captured_queries]


@pytest.mark.parametrize("adres", LEESPAGINAS)
def test_a_page_asks_at_most_two_questions_of_a_visitor(client, monitors, adres):
    gevraagd = vragen(client, adres)

    assert len(gevraagd) <= 2, gevraagd
    assert not [v for v in gevraagd if any(tabel in v for tabel in VERBODEN)]


@pytest.mark.parametrize("adres", LEESPAGINAS)
def test_with_session_and_user_it_is_at_most_four(client, raadslid, adres):
    client.force_login(raadslid)

    assert len(vragen(client, adres)) <= 4


@pytest.mark.parametrize("aantal", [1, 3])
def test_more_editions_and_versions_ask_no_more(client, aantal):
    for jaar in range(2018, 2018 + aantal):
        publiceer(uitgave=str(jaar))
        publiceer(uitgave=str(jaar), inhoud=momentopname(uitgave=str(jaar), veranderd=[]))

    assert len(vragen(client, f"{G}uitgaven/")) == 2
    assert len(vragen(client, "/")) == 2


def test_a_warm_page_asks_one_question(client, monitors):
    client.get(U)
    with CaptureQueriesContext(connection) as vangst:
        client.get(U)

    assert len(vangst) == 1


# -- council-only and embargo --------------------------------------------------------------------


@pytest.fixture
def besloten(db):
    return publiceer(openbaarheid="raad")


@pytest.mark.parametrize("adres", [U, f"{U}jeugd/", f"{U}monitor.csv", f"{U}?versie=1"])
def test_council_only_is_not_there_for_others(client, besloten, adres):
    assert client.get(adres).status_code == 404

    client.force_login(make_user(make_gemeente("dalfsen"), Rol.RAADSLID))
    assert client.get(adres).status_code == 404


@pytest.mark.parametrize("adres", [G, U, f"{U}jeugd/", f"{U}monitor.csv"])
def test_council_only_is_there_for_the_council(client, besloten, adres):
    client.force_login(make_user(besloten.uitgave.gemeente, Rol.RAADSLID))
    response = client.get(adres)

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response["Vary"]


def test_the_page_for_others_says_nothing_of_it(client, besloten):
    for adres in ("/", G, f"{G}zoeken/?q=jeugd", U):
        inhoud = client.get(adres).content.decode()
        assert besloten.uitgave.titel not in inhoud
        assert "748" not in inhoud


@pytest.mark.parametrize(("seconden", "status"), [(1, 404), (-1, 200)])
def test_embargo_ends_by_the_clock(client, seconden, status):
    publiceer(vanaf=timezone.now() + timedelta(seconds=seconden))

    assert client.get(U).status_code == status


def test_a_withdrawn_publication_is_gone_and_says_why(client):
    publiceer(ingetrokken_op=timezone.now(), reden_ingetrokken="De <b>cijfers</b> klopten niet.")

    for adres in (U, f"{U}jeugd/?versie=1", f"{U}monitor.csv"):
        antwoord = client.get(adres)
        assert antwoord.status_code == 404
        assert "Versie 1 van deze uitgave is ingetrokken op" in antwoord.content.decode()
        assert "De &lt;b&gt;cijfers&lt;/b&gt; klopten niet." in antwoord.content.decode()


@pytest.mark.parametrize(
    "velden",
    [{"openbaarheid": "raad"}, {"vanaf": timezone.now() + timedelta(days=1)}],
    ids=["council-only", "before its embargo ended"],
)
def test_a_withdrawn_publication_that_was_never_for_this_reader_is_not_named(client, velden):
    p = publiceer(ingetrokken_op=timezone.now(), reden_ingetrokken="Geheim", **velden)

    antwoord = client.get(U).content.decode()

    assert "Geheim" not in antwoord
    assert p.uitgave.titel not in antwoord


def test_after_a_withdrawn_correction_readers_are_told_that_they_read_the_old_version(client):
    publiceer()
    client.get(U)  # kept without the notice
    publiceer(
        inhoud=galerij(), ingetrokken_op=timezone.now(), reden_ingetrokken="Te vroeg geplaatst."
    )

    for adres in (G, U, f"{U}jeugd/", f"{U}?versie=1"):
        tekst = pagina(client, adres).tekst
        assert "Versie 2 is ingetrokken op" in tekst
        assert "Te vroeg geplaatst. U leest nu versie 1 , gepubliceerd op" in tekst
    assert "Versie 2 is ingetrokken op" in pagina(client, f"{G}over/").tekst
    weg = pagina(client, f"{U}?versie=2", status=404)
    assert "Lees versie 1 van" in weg.tekst


def test_a_newer_correction_ends_the_notice_of_a_withdrawn_one(client):
    publiceer()
    publiceer(inhoud=galerij(), ingetrokken_op=timezone.now(), reden_ingetrokken="Te vroeg.")
    publiceer(inhoud=momentopname() | {"nieuw": 1})

    assert "ingetrokken" not in pagina(client, U).tekst
    assert "Versie 2 is ingetrokken op" in pagina(client, f"{G}over/").tekst


@pytest.mark.parametrize("velden", [{"openbaarheid": "raad"}, {"vanaf": timezone.now() + timedelta(days=1)}], ids=["council-only", "before its embargo ended"])  # fmt: skip
def test_a_withdrawn_version_that_was_never_for_this_reader_is_not_named(client, velden):
    publiceer()
    publiceer(inhoud=galerij(), ingetrokken_op=timezone.now(), reden_ingetrokken="Geheim", **velden)

    for adres in (U, f"{G}over/"):
        assert "Geheim" not in pagina(client, adres).tekst


def test_an_embargoed_correction_leaves_the_old_version(client):
    publiceer()
    publiceer(inhoud=galerij(), vanaf=timezone.now() + timedelta(days=1), notitie="Later")

    assert "Later" not in pagina(client, U).tekst
    assert client.get(f"{U}?versie=2").status_code == 404


# -- old versions and editions -------------------------------------------------------------------


def test_an_old_version_stays_and_points_to_the_newest(client, monitors):
    p = pagina(client, f"{U}jeugd/?versie=1")

    assert "Dit is een oude versie. Nieuwste:" in p.tekst
    assert f"{U}jeugd/?versie=1" not in {U}  # the reader stays in the version he asked for
    assert f"{U}cijfers/?versie=1" in {a.get("href") for a in p.alle("a")}
    assert "Dit is een oude versie" not in pagina(client, f"{U}jeugd/?versie=2").tekst


def test_an_old_edition_stays_and_points_to_the_newest(client, monitors):
    assert "Dit is een oude editie. Nieuwste:" in pagina(client, f"{G}{EERDER}/jeugd/").tekst
    assert "Dit is een oude editie" not in pagina(client, f"{U}jeugd/").tekst


def test_the_note_of_a_correction_stands_on_every_page_of_the_edition(client, monitors):
    assert "Dubbele telling." in pagina(client, f"{U}jeugd/").tekst
    assert "Dubbele telling." not in pagina(client, f"{G}{EERDER}/jeugd/").tekst


# -- caches --------------------------------------------------------------------------------------


def test_an_open_page_is_the_same_for_everybody(client, monitors):
    response = client.get(f"{U}jeugd/")

    assert response["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in response or "Cookie" not in response["Vary"]
    assert not response.cookies


def test_304_when_nothing_changed_and_200_after_a_correction(client, monitors):
    etag = client.get(U)["ETag"]
    assert client.get(U, headers={"If-None-Match": etag}).status_code == 304

    publiceer(inhoud=galerij(correcties=[]), notitie="Nog een")
    assert client.get(U, headers={"If-None-Match": etag}).status_code == 200


def test_304_is_not_for_who_may_not_read(client, besloten):
    client.force_login(make_user(besloten.uitgave.gemeente, Rol.RAADSLID))
    etag = client.get(U)["ETag"]
    client.logout()

    assert client.get(U, headers={"If-None-Match": etag}).status_code == 404


def test_a_404_is_never_kept(client, monitors):
    assert client.get(f"{U}niets/")["Cache-Control"] == "no-store"


def test_open_pages_of_a_gemeente_with_council_only_ones_vary(client, besloten):
    publiceer(uitgave=EERDER)

    assert "Cookie" in client.get(G)["Vary"]

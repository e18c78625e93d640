"""Pages of a publication are drawn once, sent compressed, and only ever to who may read them."""

import gzip

import pytest
from django.core.cache import caches
from django.http import HttpResponse

from monitor.models.enums import Rol
from monitor.weergave.bewaard import bewaard
from tests.lezen import publiceer
from tests.make import make_user
from tests.momentopname import galerij

pytestmark = pytest.mark.django_db
U = "/steenwijkerland/2021-03_2021-04/"
KLEIN = {"Accept-Encoding": "gzip, deflate"}


def aantal_bewaard() -> int:
    return len(caches["paginas"]._cache)


def test_a_page_is_drawn_once(rf):
    getekend = []

    def maak() -> HttpResponse:
        getekend.append(1)
        return HttpResponse("pagina")

    eerst, later = (bewaard(rf.get("/x/"), '"merk"', maak, klein=False) for _ in range(2))

    assert (eerst.content, later.content, len(getekend)) == (b"pagina", b"pagina", 1)


def test_compressed_and_plain_are_the_same_page_under_two_marks(client):
    publiceer(inhoud=galerij())
    plat, klein = client.get(f"{U}jeugd/"), client.get(f"{U}jeugd/", headers=KLEIN)

    assert gzip.decompress(klein.content) == plat.content
    assert klein["Content-Encoding"] == "gzip" and "Content-Encoding" not in plat
    assert klein["ETag"] != plat["ETag"]
    assert klein["Vary"] == plat["Vary"] == "Accept-Encoding"


def test_the_second_reader_gets_the_same_bytes_and_headers(client):
    publiceer(inhoud=galerij())
    eerst, later = client.get(f"{U}monitor.csv"), client.get(f"{U}monitor.csv")

    assert (later.content, later.headers) == (eerst.content, eerst.headers)
    assert aantal_bewaard() == 1


def test_a_correction_is_seen_at_once(client):
    publiceer(inhoud=galerij())
    voor = client.get(U).content
    publiceer(inhoud=galerij(), notitie="Dubbele telling.")

    assert "Dubbele telling." in client.get(U).content.decode()
    assert "Dubbele telling." not in voor.decode()


def test_what_is_for_the_council_is_not_stored(client):
    publicatie = publiceer(openbaarheid="raad")
    client.force_login(make_user(publicatie.uitgave.gemeente, Rol.RAADSLID))

    response = client.get(f"{U}jeugd/", headers=KLEIN)

    assert response.status_code == 200 and "Content-Encoding" not in response
    assert aantal_bewaard() == 0


def test_what_a_signed_in_reader_sees_is_not_stored(client):
    publicatie = publiceer(inhoud=galerij())
    client.force_login(make_user(publicatie.uitgave.gemeente, Rol.RAADSLID))

    assert client.get(f"{U}jeugd/").status_code == 200
    assert aantal_bewaard() == 0


@pytest.mark.parametrize("adres", ["/steenwijkerland/zoeken/?q=jeugd", f"{U}niets/", f"{U}?x=1"])
def test_questions_and_faults_are_not_stored(client, adres):
    publiceer(inhoud=galerij())
    client.get(adres)

    assert aantal_bewaard() == 0


def test_a_response_with_a_cookie_is_not_stored(rf):
    def maak() -> HttpResponse:
        response = HttpResponse("eigen")
        response.set_cookie("van", "mij")
        return response

    assert bewaard(rf.get("/x/"), '"merk"', maak, klein=True).content == b"eigen"
    assert aantal_bewaard() == 0

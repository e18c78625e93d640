"""The page of progress: who may follow which work, and where it goes on."""

import pytest

from monitor.models import Taak
from monitor.models.enums import Rol, TaakStand
from tests.make import make_gemeente, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def a():
    return make_gemeente("aadorp")


def make_taak(gemeente, door=None, **velden):
    return Taak.objects.create(naam="hartslag", gemeente=gemeente, gemaakt_door=door, **velden)


def kijk(client, taak, deel=""):
    return client.get(f"/admin/monitor/taak/{taak.pk}/voortgang{deel or '/'}")


def als(client, gemeente, rol):
    user = make_user(gemeente, rol)
    client.force_login(user)
    return user


def test_who_asked_follows_the_work(client, a):
    taak = make_taak(a, als(client, a, Rol.INVOERDER), stand=TaakStand.BEZIG, fase="Toetsen")

    pagina = kijk(client, taak)
    assert "Bezig: toetsen" in pagina.content.decode()
    assert '<meta http-equiv="refresh" content="2">' in pagina.content.decode()
    assert kijk(client, taak, ".json").json()["fase"] == "Toetsen"


def test_work_of_a_colleague_needs_the_right(client, a):
    taak = make_taak(a, make_user(a, Rol.PUBLICIST))
    als(client, a, Rol.INVOERDER)

    assert kijk(client, taak).status_code == 403


def test_work_of_another_gemeente_is_not_there(client, a):
    taak = make_taak(make_gemeente("beestad"))
    als(client, a, Rol.BEHEERDER)

    assert kijk(client, taak).status_code == 404
    assert kijk(client, taak, ".json").status_code == 404


def test_finished_work_goes_on(client, a):
    door = als(client, a, Rol.INVOERDER)
    taak = make_taak(a, door, stand=TaakStand.KLAAR, melding="Gelukt.", adres="/admin/")

    antwoord = client.get(f"/admin/monitor/taak/{taak.pk}/voortgang/", follow=True)

    assert antwoord.redirect_chain == [("/admin/", 302)]
    assert [str(m) for m in antwoord.context["messages"]] == ["Gelukt."]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_goes_on_by_itself(page, live_server):
    gemeente = make_gemeente("aadorp")
    door = make_user(gemeente, Rol.INVOERDER)
    taak = make_taak(gemeente, door, stand=TaakStand.BEZIG, fase="Toetsen", adres="/admin/#klaar")
    page.goto(f"{live_server}/inloggen/")
    page.fill("#id_username", door.username)
    page.fill("#id_password", "geheim-1234")
    page.click("button[type=submit]")
    page.goto(f"{live_server}/admin/monitor/taak/{taak.pk}/voortgang/")
    assert page.inner_text("[data-stand]") == "Bezig: toetsen"
    Taak.objects.filter(pk=taak.pk).update(stand=TaakStand.KLAAR, melding="Gelukt.")
    page.wait_for_url("**/admin/#klaar", timeout=20_000)

    assert page.inner_text(".messagelist") == "Gelukt."

"""Users and roles: a beheerder manages his own people, and no more than that."""

import re

import pytest
from django.contrib.auth.models import User

from monitor.models import Lidmaatschap
from monitor.models.enums import Rol
from tests.make import make_gemeente, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def b():
    return make_gemeente("beestad")


@pytest.fixture
def baas(client, a):
    user = make_user(a, Rol.BEHEERDER, username="baas")
    client.force_login(user)
    return user


def nieuw(gemeente, rol=Rol.INVOERDER, **velden):
    return {
        "username": "nieuw",
        "lidmaatschappen-TOTAL_FORMS": "1",
        "lidmaatschappen-INITIAL_FORMS": "0",
        "lidmaatschappen-0-gemeente": gemeente.pk,
        "lidmaatschappen-0-rol": rol,
    } | velden


def test_new_user_gets_a_role_and_a_link_that_works_once(client, baas, a):
    antwoord = client.post("/admin/auth/user/add/", nieuw(a))
    user = User.objects.get(username="nieuw")
    assert antwoord.url == f"/admin/auth/user/{user.pk}/inloglink/"
    assert [lid.rol for lid in user.lidmaatschappen.all()] == [Rol.INVOERDER]
    pagina = client.post(antwoord.url).content.decode()
    link = re.search(r"http://testserver(/inloggen/nieuw/[^<]+)", pagina)[1]
    client.logout()
    formulier = client.get(link, follow=True)
    keuze = {"new_password1": "paard-batterij-niet", "new_password2": "paard-batterij-niet"}
    client.post(formulier.redirect_chain[0][0], keuze)
    assert client.login(
        username="nieuw", password="paard-batterij-niet", request=formulier.wsgi_request
    )
    assert "werkt niet" in client.get(link, follow=True).content.decode()


def test_no_role_in_another_gemeente(client, baas, b):
    client.post("/admin/auth/user/add/", nieuw(b))
    assert not User.objects.filter(username="nieuw").exists()


def test_no_user_without_a_role(client, baas, a):
    client.post("/admin/auth/user/add/", nieuw(a, "", **{"lidmaatschappen-0-gemeente": ""}))
    assert not User.objects.filter(username="nieuw").exists()


def test_no_superuser(client, baas, a):
    client.post("/admin/auth/user/add/", nieuw(a, is_superuser="on", is_staff="on"))
    user = User.objects.get(username="nieuw")
    assert (user.is_superuser, user.is_staff) == (False, False)


def test_sees_own_people_only(client, baas, a, b):
    make_user(a, Rol.INVOERDER, username="collega")
    make_user(b, Rol.INVOERDER, username="vreemde")
    rijen = client.get("/admin/auth/user/").context["cl"].result_list
    assert [u.username for u in rijen] == ["baas", "collega"]


def test_roles_elsewhere_are_not_shown(client, baas, a, b):
    user = make_user(a, Rol.INVOERDER, username="collega")
    Lidmaatschap.objects.create(user=user, gemeente=b, rol=Rol.BEHEERDER)
    assert "Beestad" not in client.get("/admin/auth/user/").content.decode()
    assert "Beestad" not in client.get(f"/admin/auth/user/{user.pk}/change/").content.decode()


def test_no_link_for_somebody_who_also_works_elsewhere(client, baas, a, b):
    user = make_user(a, Rol.INVOERDER)
    Lidmaatschap.objects.create(user=user, gemeente=b, rol=Rol.BEHEERDER)
    assert client.post(f"/admin/auth/user/{user.pk}/inloglink/").status_code == 403
    assert client.post(f"/admin/auth/user/{user.pk}/change/", {}).status_code == 403


def test_no_link_for_a_superuser(client, baas, a):
    user = make_user(a, Rol.INVOERDER, is_superuser=True)
    assert client.post(f"/admin/auth/user/{user.pk}/inloglink/").status_code == 403


def test_does_not_change_his_own_roles(client, baas, a):
    eigen = Lidmaatschap.objects.get(user=baas)
    for adres in ("change", "delete"):
        antwoord = client.post(
            f"/admin/monitor/lidmaatschap/{eigen.pk}/{adres}/", {"rol": Rol.RAADSLID, "post": "yes"}
        )
        assert antwoord.status_code == 403
    meer = {"user": baas.pk, "gemeente": a.pk, "rol": Rol.PUBLICIST}
    assert client.post("/admin/monitor/lidmaatschap/add/", meer).status_code == 403
    assert client.post(f"/admin/auth/user/{baas.pk}/change/", nieuw(a)).status_code == 403


def test_gives_a_role_to_own_people_only(client, baas, a, b):
    collega, vreemde = make_user(a, Rol.INVOERDER), make_user(b, Rol.INVOERDER)
    for user in (collega, vreemde):
        meer = {"user": user.pk, "gemeente": a.pk, "rol": Rol.REDACTEUR}
        client.post("/admin/monitor/lidmaatschap/add/", meer)
    assert [lid.user for lid in Lidmaatschap.objects.filter(rol=Rol.REDACTEUR)] == [collega]


def test_switching_off_a_user(client, baas, a):
    user = make_user(a, Rol.INVOERDER, username="collega")
    lid = user.lidmaatschappen.get()
    formulier = nieuw(a, username="collega") | {
        "lidmaatschappen-INITIAL_FORMS": "1",
        "lidmaatschappen-0-id": lid.pk,
        "lidmaatschappen-0-user": user.pk,
    }
    assert client.post(f"/admin/auth/user/{user.pk}/change/", formulier).status_code == 302
    user.refresh_from_db()
    assert not user.is_active


@pytest.mark.parametrize("rol", [Rol.INVOERDER, Rol.REDACTEUR, Rol.PUBLICIST])
def test_other_roles_do_not_see_members(client, a, rol):
    client.force_login(make_user(a, rol))
    assert client.get("/admin/auth/user/").status_code == 403
    assert client.get("/admin/monitor/lidmaatschap/").status_code == 403


def test_gemeente_is_set_up_by_its_beheerder_and_made_by_support(client, baas, a):
    assert client.get("/admin/monitor/gemeente/add/").status_code == 403
    velden = {"drempel": "12", "openbaarheid": "openbaar", "thema": "{}", "slug": "gekaapt"}
    client.post(f"/admin/monitor/gemeente/{a.pk}/change/", velden)
    a.refresh_from_db()
    assert (a.drempel, a.slug) == (12, "aadorp")


# -- logging in ----------------------------------------------------------------------------------


def test_log_in_brings_staff_to_their_work_and_council_to_the_monitor(client, a):
    for rol, naar in ((Rol.INVOERDER, "/admin/"), (Rol.RAADSLID, "/aadorp/")):
        user = make_user(a, rol)
        antwoord = client.post("/inloggen/", {"username": user.username, "password": "geheim-1234"})
        assert antwoord.url == naar


def test_log_in_does_not_send_to_another_site(client, a):
    user = make_user(a, Rol.RAADSLID)
    velden = {"username": user.username, "password": "geheim-1234", "next": "//kwaad.example/"}
    assert client.post("/inloggen/", velden).url == "/aadorp/"
    assert "kwaad" not in client.get("/admin/login/?next=//kwaad.example/").url


def test_admin_asks_to_log_in(client, a):
    assert (
        client.get("/admin/monitor/indicator/").url == "/inloggen/?next=/admin/monitor/indicator/"
    )


def test_council_member_has_nothing_in_the_admin(client, a):
    client.force_login(make_user(a, Rol.RAADSLID))
    assert client.get("/admin/").status_code == 403


def test_log_out_by_post_only(client, baas):
    assert client.get("/uitloggen/").status_code == 405
    assert client.post("/uitloggen/").status_code == 302
    assert client.get("/admin/").status_code == 302


def test_too_many_wrong_passwords(client, a, settings):
    settings.AXES_FAILURE_LIMIT = 3
    user = make_user(a, Rol.RAADSLID)
    for _ in range(3):
        antwoord = client.post("/inloggen/", {"username": user.username, "password": "mis"})
    assert antwoord.status_code == 429
    assert "Wacht een kwartier" in antwoord.content.decode()


def test_deactivated_user_is_out_at_once(client, baas):
    User.objects.filter(pk=baas.pk).update(is_active=False)
    assert client.get("/admin/").status_code == 302


def test_role_taken_away_counts_at_once(client, baas):
    Lidmaatschap.objects.filter(user=baas).delete()
    assert client.get("/admin/").status_code == 403

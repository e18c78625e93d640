"""One figure by form: typed as people write it, with reason, history and no lost updates."""

from decimal import Decimal

import pytest

from monitor.invoer.perioden import periode_voor
from monitor.invoer.toepassen import leg_vast
from monitor.models import Categorie, Dimensie, Reeks, Waarneming, Wijziging
from monitor.models.enums import Aard, Rol
from monitor.regels.getallen import Getal
from tests.make import make_gemeente, make_indicator, make_reeks, make_user

pytestmark = pytest.mark.django_db
LIJST = "/admin/monitor/waarneming/"


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def indicator(a):
    return make_indicator(a, "clienten-jeugd")


@pytest.fixture
def invoerder(client, a):
    user = make_user(a, Rol.INVOERDER, username="ien")
    client.force_login(user)
    return user


@pytest.fixture
def cijfer(indicator, invoerder):
    getal = Getal(waarde=Decimal(721))
    return leg_vast(make_reeks(indicator), periode_voor("2021-02"), getal, by=invoerder)


def nieuw(indicator, waarde, **velden):
    return {
        "indicator": indicator.pk,
        "soort": "realisatie",
        "periode_tekst": "april 2021",
        "waarde_tekst": waarde,
        "status": "definitief",
    } | velden


def anders(cijfer, waarde, **velden):
    gewoon = {"waarde_tekst": waarde, "status": "definitief", "getoond": cijfer.versie}
    return gewoon | {"reden": "Dubbele telling"} | velden


def fouten(antwoord) -> dict:
    return {n: f[0] for n, f in antwoord.context["adminform"].form.errors.items()}


@pytest.mark.parametrize(
    ("tekst", "aard", "waarde", "boven"),
    [
        ("1.135", Aard.GETAL, 1135, None),
        ("0", Aard.GETAL, 0, None),
        ("<10", Aard.KLEINER_DAN, None, 10),
        ("15-20", Aard.BEREIK, None, 20),
        ("zie toelichting", Aard.ZIE_TOELICHTING, None, None),
        ("niet bekend", Aard.ONBEKEND, None, None),
    ],
)
def test_value_as_people_write_it(client, invoerder, indicator, tekst, aard, waarde, boven):
    assert client.post(f"{LIJST}add/", nieuw(indicator, tekst)).status_code == 302
    cijfer = Waarneming.objects.get()
    assert (cijfer.aard, cijfer.waarde, cijfer.boven) == (aard, waarde, boven)
    assert cijfer.periode.code == "2021-04"


def test_not_yet_known_with_a_promise(client, invoerder, indicator):
    client.post(f"{LIJST}add/", nieuw(indicator, "nog niet bekend", beloofd_voor="Q3 2021"))
    cijfer = Waarneming.objects.get()
    assert (cijfer.aard, cijfer.beloofd_voor) == (Aard.NOG_NIET_BEKEND, "2021-K3")


def test_a_promise_beside_a_number_is_refused(client, invoerder, indicator):
    antwoord = client.post(f"{LIJST}add/", nieuw(indicator, "7", beloofd_voor="Q3 2021"))
    assert fouten(antwoord) == {"beloofd_voor": "Vul dit alleen in bij ‘nog niet bekend’."}


@pytest.mark.parametrize("tekst", ["1,5", "1234.5", "veel", "1e30"])
def test_what_is_no_count_is_refused_in_words(client, invoerder, indicator, tekst):
    antwoord = client.post(f"{LIJST}add/", nieuw(indicator, tekst))
    assert set(fouten(antwoord)) == {"waarde_tekst"}
    assert not Waarneming.objects.exists()


def test_breakdown_makes_the_series_with_its_categories(client, invoerder, indicator, a):
    dimensie = Dimensie.objects.create(gemeente=a, code="leveringsvorm", naam="Leveringsvorm")
    Categorie.objects.create(dimensie=dimensie, code="pgb", naam="PGB")
    velden = nieuw(indicator, "88", uitsplitsing="leveringsvorm=PGB")
    assert client.post(f"{LIJST}add/", velden).status_code == 302
    reeks = Reeks.objects.get()
    assert reeks.sleutel == "leveringsvorm=pgb"
    assert [c.code for c in reeks.categorieen.all()] == ["pgb"]


def test_unknown_breakdown_says_what_exists(client, invoerder, indicator, a):
    Dimensie.objects.create(gemeente=a, code="leveringsvorm", naam="Leveringsvorm")
    antwoord = client.post(f"{LIJST}add/", nieuw(indicator, "8", uitsplitsing="vorm=pgb"))
    assert fouten(antwoord)["uitsplitsing"].endswith("Bekend zijn: leveringsvorm.")


def test_a_figure_that_exists_is_shown_instead_of_overwritten(client, cijfer, indicator):
    antwoord = client.post(f"{LIJST}add/", nieuw(indicator, "9", periode_tekst="februari 2021"))
    assert f"/admin/monitor/waarneming/{cijfer.pk}/change/" in fouten(antwoord)["__all__"]


def test_change_keeps_the_old_value_who_and_why(client, cijfer, invoerder):
    assert client.post(f"{LIJST}{cijfer.pk}/change/", anders(cijfer, "748")).status_code == 302
    laatste = Wijziging.objects.first()
    assert (laatste.oud["waarde"], laatste.nieuw["waarde"]) == ("721", "748")
    assert (laatste.gewijzigd_door, laatste.reden) == (invoerder, "Dubbele telling")
    pagina = client.get(f"{LIJST}{cijfer.pk}/change/").content.decode()
    assert "721" in pagina
    assert "Reden: Dubbele telling" in pagina


def test_change_of_a_number_needs_a_reason(client, cijfer):
    antwoord = client.post(f"{LIJST}{cijfer.pk}/change/", anders(cijfer, "748", reden=""))
    assert fouten(antwoord) == {"reden": "Vul in waarom dit cijfer verandert."}


def test_second_of_two_people_sees_both_values_and_may_save_again(client, cijfer, a):
    formulier = anders(cijfer, "750")
    ander = make_user(a, Rol.INVOERDER, username="otto")
    leg_vast(cijfer.reeks, cijfer.periode, Getal(waarde=Decimal(748)), by=ander)
    antwoord = client.post(f"{LIJST}{cijfer.pk}/change/", formulier)
    melding = fouten(antwoord)["__all__"]
    assert "otto" in melding
    assert "748" in melding
    assert "750" in melding
    assert antwoord.context["adminform"].form["getoond"].value() == "2"
    cijfer.refresh_from_db()
    client.post(f"{LIJST}{cijfer.pk}/change/", anders(cijfer, "750"))
    cijfer.refresh_from_db()
    assert (cijfer.waarde, cijfer.versie) == (750, 3)


def test_no_deleting(client, cijfer):
    client.force_login(make_user(is_superuser=True))
    assert client.post(f"{LIJST}{cijfer.pk}/delete/", {"post": "yes"}).status_code == 403


def test_no_entry_for_an_indicator_of_another_gemeente(client, invoerder):
    vreemd = make_indicator(make_gemeente("beestad"), "clienten-b")
    antwoord = client.post(f"{LIJST}add/", nieuw(vreemd, "7"))
    assert set(fouten(antwoord)) == {"indicator"}


def test_beheerder_looks_and_does_not_touch(client, cijfer, a):
    client.force_login(make_user(a, Rol.BEHEERDER))
    assert "721" in client.get(f"{LIJST}{cijfer.pk}/change/").content.decode()
    assert client.post(f"{LIJST}{cijfer.pk}/change/", anders(cijfer, "1")).status_code == 403


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_of_the_list_do_not_grow(
    client, invoerder, indicator, aantal, django_assert_max_num_queries
):
    for maand in range(1, aantal + 1):
        getal = Getal(waarde=Decimal(maand))
        leg_vast(make_reeks(indicator), periode_voor(f"2021-0{maand}"), getal, by=invoerder)
    with django_assert_max_num_queries(16):
        assert client.get(LIJST).status_code == 200

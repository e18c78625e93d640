"""In the admin: the way of an edition, its texts, the page beside the previous one, the correction."""

from datetime import date

import pytest

from monitor.models import Publicatie, Raadsmoment, Tekstcontrole, Uitgave, Waarneming
from monitor.models.enums import BlokSoort, Rol
from monitor.models.enums import UitgaveStand as S
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.nalopen import groepen, merkteken
from monitor.publiceren.vervolg import volgende_uitgave
from tests.achtergrond import werk_af
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_periode,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
LIJST = "/admin/monitor/uitgave/"
SLEUTEL = "clienten-jeugd|realisatie|@2021-04"
BESLUIT = {
    "naar": "vastgesteld",
    "verwacht": "in_controle",
    "college_op": "1-6-2021",
    "zaaknummer": "2021-77",
}


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def uitgave(a):
    uitgave = make_uitgave(a, kop="Meer cliënten")
    indicator = make_indicator(a)
    make_waarneming(indicator, "2021-04", 748)
    hoofdstuk = make_hoofdstuk(uitgave, waardoor="Meer verwijzingen")
    make_blok(hoofdstuk, BlokSoort.TEGELS, indicator, titel="Het stijgt")
    return uitgave


@pytest.fixture
def nieuw(uitgave):
    publish_uitgave(uitgave, by=None)
    return volgende_uitgave(
        Uitgave.objects.get(pk=uitgave.pk),
        periode=make_periode("2021-05_2021-06"),
        titel="Mei-juni",
        peildatum=date(2021, 6, 30),
        by=None,
    )


def als(client, gemeente, rol):
    user = make_user(gemeente, rol)
    client.force_login(user)
    return user


def weg(client, uitgave, **velden):
    return client.post(f"{LIJST}{uitgave.pk}/weg/", velden)


def stand(uitgave) -> str:
    return Uitgave.objects.get(pk=uitgave.pk).stand


# -- the way -------------------------------------------------------------------------------------


def test_from_concept_to_the_council(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    assert weg(client, uitgave, naar="in_controle", verwacht="concept").status_code == 302
    als(client, a, Rol.PUBLICIST)
    assert weg(client, uitgave, **BESLUIT).status_code == 302
    assert client.post(f"{LIJST}{uitgave.pk}/publiceren/").status_code == 302
    werk_af()
    velden = {"naar": "behandeld", "verwacht": "gepubliceerd", "raad_op": "6-7-2021"}
    assert weg(client, uitgave, **velden).status_code == 302
    assert stand(uitgave) == S.BEHANDELD
    assert "Zaaknummer 2021-77" in client.get(f"{LIJST}{uitgave.pk}/weg/").content.decode()


def test_publishing_from_concept_is_refused_with_the_way_to_go(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    antwoord = client.post(f"{LIJST}{uitgave.pk}/publiceren/")
    assert "Weg van de uitgave" in " ".join(antwoord.context["redenen"])
    kijk = client.get(f"{LIJST}{uitgave.pk}/publiceren/")
    assert "Weg van de uitgave" in kijk.context["redenen"][0]
    assert stand(uitgave) == S.CONCEPT


def test_the_decision_is_for_the_publicist(client, a, uitgave):
    Uitgave.objects.update(stand=S.IN_CONTROLE)
    als(client, a, Rol.REDACTEUR)
    assert weg(client, uitgave, **BESLUIT).status_code == 200
    assert stand(uitgave) == S.IN_CONTROLE
    assert "Dat doet een publicist" in client.get(f"{LIJST}{uitgave.pk}/weg/").content.decode()


def test_what_misses_is_told_at_the_field(client, a, uitgave):
    Uitgave.objects.update(stand=S.IN_CONTROLE)
    als(client, a, Rol.PUBLICIST)
    antwoord = weg(client, uitgave, naar="vastgesteld", verwacht="in_controle")
    assert set(antwoord.context["vooruit"][0].errors) == {"college_op", "zaaknummer"}


def test_a_page_that_is_out_of_date_does_nothing(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    weg(client, uitgave, naar="in_controle", verwacht="vastgesteld")
    assert stand(uitgave) == S.CONCEPT


def test_the_bar_says_where_it_is(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    html = client.get(f"{LIJST}{uitgave.pk}/change/").content.decode()
    assert '<li class="hier" aria-current="step">Concept</li>' in html


@pytest.mark.parametrize("tijd", ["2026-10-25 02:30:00", "2027-03-28 02:30:00"])
def test_an_hour_that_is_not_or_twice_is_refused_as_embargo(client, a, uitgave, tijd):
    als(client, a, Rol.PUBLICIST)
    dag, uur = tijd.split()
    velden = {
        "openbaarheid": "openbaar",
        "embargo_tot_0": dag,
        "embargo_tot_1": uur,
        "hoofdstukken-TOTAL_FORMS": "0",
        "hoofdstukken-INITIAL_FORMS": "0",
    }
    antwoord = client.post(f"{LIJST}{uitgave.pk}/change/", velden)
    assert set(antwoord.context["adminform"].form.errors) == {"embargo_tot"}


def test_embargo_is_to_the_second(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    velden = {
        "openbaarheid": "openbaar",
        "embargo_tot_0": "2027-03-28",
        "embargo_tot_1": "03:00:07",
        "hoofdstukken-TOTAL_FORMS": "0",
        "hoofdstukken-INITIAL_FORMS": "0",
    }
    assert client.post(f"{LIJST}{uitgave.pk}/change/", velden).status_code == 302
    assert f"{Uitgave.objects.get().embargo_tot:%H:%M:%S}" == "01:00:07"


def test_the_calendar_shows_own_editions_and_moments(client, a, uitgave):
    Raadsmoment.objects.create(gemeente=a, soort="berap", naam="Berap 1", datum=date(2021, 5, 1))
    elders = make_gemeente("beestad")
    Raadsmoment.objects.create(
        gemeente=elders, soort="berap", naam="Vreemd", datum=date(2021, 5, 1)
    )
    make_uitgave(elders, titel="Ook vreemd")
    als(client, a, Rol.REDACTEUR)
    html = client.get(f"{LIJST}kalender/").content.decode()
    assert "Berap 1" in html
    assert uitgave.titel in html
    assert "vreemd" not in html.lower()


# -- texts ---------------------------------------------------------------------------------------


def invulling(uitgave, **anders):
    """What a browser posts of every open text; `anders` by field what was rewritten."""
    velden = {}
    for groep in groepen(uitgave):
        for t in groep.open:
            velden[f"was-{t.pk}"] = merkteken(t.nu)
            velden[f"tekst-{t.pk}"] = anders.get(t.veld, t.nu)
    return velden


def test_rewrite_one_and_confirm_a_chapter(client, nieuw, a):
    als(client, a, Rol.REDACTEUR)
    adres = f"{LIJST}{nieuw.pk}/teksten/"
    assert "Nog <strong>3 van de 3</strong>" in client.get(adres).content.decode()
    client.post(adres, invulling(nieuw, waardoor="Nieuwe oorzaak") | {"doe": "bewaar"})
    assert nieuw.hoofdstukken.get().waardoor == "Nieuwe oorzaak"
    client.post(adres, invulling(nieuw) | {"doe": "alles"})
    assert "Alles nagelopen" in client.get(adres).content.decode()


def test_texts_are_for_the_redactie(client, nieuw, a):
    als(client, a, Rol.PUBLICIST)
    adres = f"{LIJST}{nieuw.pk}/teksten/"
    assert client.get(adres).status_code == 200
    assert client.post(adres, invulling(nieuw) | {"doe": "alles"}).status_code == 403


def test_beside_the_previous_edition(client, nieuw, a):
    make_waarneming(a.indicatoren.get(), "2021-06", 760)
    make_hoofdstuk(nieuw, "wmo", titel="Wmo", kop="Nieuw hoofdstuk")
    nieuw.hoofdstukken.filter(code="jeugd").update(waardoor="Anders")
    als(client, a, Rol.REDACTEUR)
    naast = client.get(f"{LIJST}{nieuw.pk}/naast/").context["naast"]
    assert [(t.veld, t.stand) for t in naast.teksten] == [
        ("kop", "oud"),
        ("waardoor komt dat", "herschreven"),
        ("titel", "oud"),
        ("kop", "nieuw"),
    ]
    assert naast.nieuw == ["Hoofdstuk Wmo"]
    assert [v["verschil"]["teken_tekst"] for v in naast.veranderd] == ["+12"]


# -- correction ----------------------------------------------------------------------------------


@pytest.fixture
def gepubliceerd(uitgave):
    publish_uitgave(uitgave, by=None)
    return Uitgave.objects.get(pk=uitgave.pk)


def correctie(uitgave, **velden):
    versie = Waarneming.objects.get().versie
    gewoon = {
        "cel": SLEUTEL,
        "nieuw-0": "1.751",
        "versie-0": versie,
        "oorzaak": "Dubbele telling",
        "bekend_sinds": "3-5-2021",
    }
    return f"{LIJST}{uitgave.pk}/correctie/", gewoon | velden


def test_search_choose_check_and_publish(client, a, gepubliceerd):
    als(client, a, Rol.PUBLICIST)
    adres, velden = correctie(gepubliceerd)
    zoek = client.get(adres, {"zoek": "jeugd april"})
    assert [v.sleutel for v in zoek.context["treffers"]] == [SLEUTEL]
    assert (
        "Gepubliceerd: <strong>748</strong>" in client.get(adres, {"cel": SLEUTEL}).content.decode()
    )
    controle = client.post(adres, velden)
    assert [g.uitgave for g in controle.context["geraakt"]] == [gepubliceerd]
    assert Publicatie.objects.count() == 1
    klaar = client.post(adres, velden | {"doe": "publiceer", "uitgave": gepubliceerd.pk})
    assert klaar.status_code == 302
    werk_af()
    assert Publicatie.objects.first().notitie.startswith("Dubbele telling.")
    assert Waarneming.objects.get().waarde == 1751
    weg = client.get(f"{LIJST}{gepubliceerd.pk}/weg/").content.decode()
    assert f"<br>{zoek.context['treffers'][0].naam}, april 2021" in weg


def test_notation_is_read_as_people_write_it(client, a, gepubliceerd):
    als(client, a, Rol.PUBLICIST)
    adres, velden = correctie(gepubliceerd, **{"nieuw-0": "7,5"})
    assert "nieuw-0" in client.post(adres, velden).context["form"].errors


def test_old_and_new_version_in_the_browser_of_a_reader(client, a, gepubliceerd):
    als(client, a, Rol.PUBLICIST)
    adres, velden = correctie(gepubliceerd)
    client.post(adres, velden | {"doe": "publiceer", "uitgave": gepubliceerd.pk})
    werk_af()
    client.logout()
    nu = client.get("/aadorp/2021-03_2021-04/jeugd/").content.decode()
    toen = client.get("/aadorp/2021-03_2021-04/jeugd/?versie=1").content.decode()
    assert "1.751" in nu
    assert "Dubbele telling" in nu
    assert "1.751" not in toen
    assert "Dit is een oude versie" in toen
    assert "Dubbele telling" in toen  # why there is a newer one


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.INVOERDER, Rol.BEHEERDER])
def test_correcting_is_for_the_publicist(client, a, gepubliceerd, rol):
    als(client, a, rol)
    adres, velden = correctie(gepubliceerd)
    assert client.get(adres).status_code == 403
    assert client.post(adres, velden).status_code == 403


def test_a_figure_of_another_gemeente_cannot_be_named(client, a, gepubliceerd):
    ander = make_indicator(make_gemeente("beestad"), "geheim")
    make_waarneming(ander, "2021-04", 5)
    als(client, a, Rol.PUBLICIST)
    adres = f"{LIJST}{gepubliceerd.pk}/correctie/"
    antwoord = client.get(adres, {"cel": "geheim|realisatie|@2021-04"})
    assert antwoord.context["form"].rijen == []


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_of_the_texts_do_not_grow(client, a, nieuw, aantal, django_assert_max_num_queries):
    for i in range(aantal):
        hoofdstuk = make_hoofdstuk(nieuw, f"h{i}", kop=f"Kop {i}")
        Tekstcontrole.objects.create(
            uitgave=nieuw, hoofdstuk=hoofdstuk, veld="kop", tekst=f"Kop {i}"
        )
    als(client, a, Rol.REDACTEUR)
    with django_assert_max_num_queries(8):
        client.get(f"{LIJST}{nieuw.pk}/teksten/")


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_of_the_calendar(client, a, uitgave, aantal, django_assert_max_num_queries):
    for i in range(aantal):
        make_uitgave(a, f"202{i}-K1", stand=S.GEPUBLICEERD)
        Raadsmoment.objects.create(gemeente=a, soort="berap", naam=f"B{i}", datum=date(2021, 5, 1))
    als(client, a, Rol.REDACTEUR)
    with django_assert_max_num_queries(8):
        client.get(f"{LIJST}kalender/")

"""An edition in the admin: built, ordered, continued, previewed, published, withdrawn."""

import pytest

from monitor.models import Blok, Blokregel, Hoofdstuk, Publicatie, Uitgave
from monitor.models.enums import BlokSoort, Rol, UitgaveStand
from tests.achtergrond import werk_af
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
LIJST = "/admin/monitor/uitgave/"


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def uitgave(a):
    """An edition with one chapter, one block, one figure, ready to be published."""
    uitgave = make_uitgave(
        a,
        kop="Het aantal cliënten stijgt",
        wat_zien_we="Meer.",
        waardoor="Groei.",
        wat_doen_we="Kijken.",
    )
    indicator = make_indicator(a, definitie="Jeugdigen met hulp.", bronsysteem="Suite")
    make_waarneming(indicator, "2021-04", 748)
    hoofdstuk = make_hoofdstuk(
        uitgave,
        kop="Meer cliënten",
        wat_zien_we="Meer.",
        waardoor="Groei.",
        wat_doen_we="Kijken.",
        bronnen="Suite",
    )
    make_blok(hoofdstuk, BlokSoort.TEGELS, indicator, titel="Cliënten", bron="Suite")
    return uitgave


def als(client, gemeente, rol):
    user = make_user(gemeente, rol)
    client.force_login(user)
    return user


def formulier(gemeente, **velden):
    leeg = {"hoofdstukken-TOTAL_FORMS": "0", "hoofdstukken-INITIAL_FORMS": "0"}
    gewoon = {
        "gemeente": gemeente.pk,
        "periode_tekst": "mei en juni 2021",
        "titel": "Monitor mei-juni",
        "peildatum": "30-06-2021",
        "financiele_basis": "primitief",
        "stand": "concept",
    }
    return leeg | gewoon | velden


def test_period_is_typed_and_becomes_the_address(client, a):
    als(client, a, Rol.REDACTEUR)
    assert client.post(f"{LIJST}add/", formulier(a)).status_code == 302
    assert Uitgave.objects.get().slug == "2021-05_2021-06"


def test_one_edition_for_a_period(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    antwoord = client.post(f"{LIJST}add/", formulier(a, periode_tekst="2021-03_2021-04"))
    assert set(antwoord.context["adminform"].form.errors) == {"periode_tekst"}


def test_new_edition_is_as_open_as_the_gemeente_says(client, a):
    a.openbaarheid = "raad"
    a.save()
    als(client, a, Rol.REDACTEUR)
    client.post(f"{LIJST}add/", formulier(a, openbaarheid="openbaar"))
    assert Uitgave.objects.get().openbaarheid == "raad"


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.PUBLICIST])
def test_texts_and_planning_have_their_own_people(client, a, uitgave, rol):
    als(client, a, rol)
    velden = formulier(a, titel="Anders", openbaarheid="raad", periode_tekst="2021-03_2021-04")
    assert client.post(f"{LIJST}{uitgave.pk}/change/", velden).status_code == 302
    uitgave.refresh_from_db()
    anders = (uitgave.titel == "Anders", uitgave.openbaarheid == "raad")
    assert anders == ((True, False) if rol == Rol.REDACTEUR else (False, True))


def test_publishing_is_no_field(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    velden = formulier(a, stand="gepubliceerd", openbaarheid="openbaar")
    assert client.post(f"{LIJST}{uitgave.pk}/change/", velden).status_code == 302
    uitgave.refresh_from_db()
    assert uitgave.stand == UitgaveStand.CONCEPT


# -- the builder ---------------------------------------------------------------------------------


def test_builder_moves_a_chapter(client, a, uitgave):
    tweede = make_hoofdstuk(uitgave, "wmo", volgorde=5)
    als(client, a, Rol.REDACTEUR)
    velden = {"wat": "hoofdstuk", "id": tweede.pk, "richting": "op"}
    client.post(f"{LIJST}{uitgave.pk}/opbouw/", velden)
    assert [h.code for h in uitgave.hoofdstukken.all()] == ["wmo", "jeugd"]
    assert "Cliënten" in client.get(f"{LIJST}{uitgave.pk}/opbouw/").content.decode()


def test_builder_moves_nothing_of_another_edition(client, a, uitgave):
    vreemd = make_hoofdstuk(make_uitgave(make_gemeente("beestad")))
    als(client, a, Rol.REDACTEUR)
    velden = {"wat": "hoofdstuk", "id": vreemd.pk, "richting": "op"}
    assert client.post(f"{LIJST}{uitgave.pk}/opbouw/", velden).status_code == 404


def test_builder_is_for_the_redactie(client, a, uitgave):
    als(client, a, Rol.INVOERDER)
    velden = {"wat": "hoofdstuk", "id": Hoofdstuk.objects.get().pk, "richting": "op"}
    assert client.get(f"{LIJST}{uitgave.pk}/opbouw/").status_code == 200
    assert client.post(f"{LIJST}{uitgave.pk}/opbouw/", velden).status_code == 403


def test_after_saving_a_block_back_to_the_builder(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    velden = {
        "hoofdstuk": Hoofdstuk.objects.get().pk,
        "code": "nieuw",
        "soort": "tekst",
        "volgorde": "9",
        "regels-TOTAL_FORMS": "0",
        "regels-INITIAL_FORMS": "0",
    }
    antwoord = client.post("/admin/monitor/blok/add/", velden)
    assert antwoord.url == f"{LIJST}{uitgave.pk}/opbouw/"


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_of_the_builder_do_not_grow(
    client, a, uitgave, aantal, django_assert_max_num_queries
):
    for i in range(aantal):
        make_blok(make_hoofdstuk(uitgave, f"h{i}"), BlokSoort.TEGELS, make_indicator(a, f"i{i}"))
    als(client, a, Rol.REDACTEUR)
    with django_assert_max_num_queries(12):
        client.get(f"{LIJST}{uitgave.pk}/opbouw/")


# -- next edition --------------------------------------------------------------------------------


def test_next_edition_in_one_act(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    velden = {"periode": "mei en juni 2021", "titel": "Monitor mei-juni", "peildatum": "30-06-2021"}
    antwoord = client.post(f"{LIJST}{uitgave.pk}/vervolg/", velden)
    nieuw = Uitgave.objects.get(vorige=uitgave)
    assert antwoord.url == f"{LIJST}{nieuw.pk}/teksten/"
    assert Blokregel.objects.filter(blok__hoofdstuk__uitgave=nieuw).count() == 1


def test_next_edition_lies_later(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    velden = {"periode": "2021-03_2021-04", "titel": "Weer", "peildatum": "1-1-2021"}
    antwoord = client.post(f"{LIJST}{uitgave.pk}/vervolg/", velden)
    assert set(antwoord.context["form"].errors) == {"periode", "peildatum"}


# -- preview -------------------------------------------------------------------------------------


def test_preview_shows_the_draft_and_is_never_kept(client, a, uitgave):
    als(client, a, Rol.REDACTEUR)
    antwoord = client.get(f"{LIJST}{uitgave.pk}/voorbeeld/jeugd/")
    assert "748" in antwoord.content.decode()
    assert "no-store" in antwoord["Cache-Control"]


def test_preview_asks_for_the_right(client, a, uitgave):
    als(client, a, Rol.INVOERDER)
    assert client.get(f"{LIJST}{uitgave.pk}/voorbeeld/").status_code == 403


# -- publish and withdraw ------------------------------------------------------------------------


def publiceer(client, uitgave, **velden):
    """After the decision of the college, which has tests of its own."""
    Uitgave.objects.filter(stand=UitgaveStand.CONCEPT).update(stand=UitgaveStand.VASTGESTELD)
    antwoord = client.post(f"{LIJST}{uitgave.pk}/publiceren/", velden)
    werk_af()
    return antwoord


def test_publish_correct_and_withdraw(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    assert publiceer(client, uitgave).status_code == 302
    enige = client.get(f"{LIJST}{uitgave.pk}/intrekken/").content.decode()
    assert "Alle versies" not in enige and "daarna niets meer te lezen" in enige
    assert publiceer(client, uitgave).status_code == 200  # a correction needs a note
    assert publiceer(client, uitgave, notitie="Dubbele telling").status_code == 302
    assert list(Publicatie.objects.values_list("versie", flat=True)) == [2, 1]
    gevolg = client.get(f"{LIJST}{uitgave.pk}/intrekken/").content.decode()
    assert "Versie 2: lezers lezen daarna weer versie 1, van " in gevolg
    assert "Versie 1: lezers lezen daarna nog steeds versie 2, van " in gevolg
    assert "Alle versies: van deze uitgave is daarna niets meer te lezen" in gevolg
    assert "Dubbele telling" in gevolg
    client.post(f"{LIJST}{uitgave.pk}/intrekken/", {"welke": "", "reden": "Fout"})
    assert Publicatie.objects.published().count() == 2  # none is chosen beforehand
    client.post(f"{LIJST}{uitgave.pk}/intrekken/", {"welke": "2", "reden": "Fout"})
    assert [p.versie for p in Publicatie.objects.published()] == [1]
    client.post(f"{LIJST}{uitgave.pk}/intrekken/", {"welke": "alle", "reden": "Fout"})
    uitgave.refresh_from_db()
    assert uitgave.stand == UitgaveStand.INGETROKKEN


def test_withdrawing_needs_a_reason(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    publiceer(client, uitgave)
    client.post(f"{LIJST}{uitgave.pk}/intrekken/", {"welke": "alle", "reden": " "})
    assert Publicatie.objects.published().count() == 1


def test_what_is_wrong_is_told_and_blocks(client, a):
    leeg = make_uitgave(a, stand=UitgaveStand.VASTGESTELD)
    als(client, a, Rol.PUBLICIST)
    antwoord = publiceer(client, leeg)
    terug = client.get(antwoord.url, follow=True)  # the work is done: back to the page
    assert terug.redirect_chain == [(f"{LIJST}{leeg.pk}/publiceren/", 302)]
    assert terug.context["redenen"] == ["De uitgave heeft geen hoofdstukken. Voeg er een toe."]
    assert terug.context["redenen"] == [str(m) for m in terug.context["messages"]]
    assert not Publicatie.objects.exists()


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.INVOERDER, Rol.BEHEERDER])
def test_publishing_is_for_the_publicist(client, a, uitgave, rol):
    als(client, a, rol)
    assert publiceer(client, uitgave).status_code == 403
    assert client.post(f"{LIJST}{uitgave.pk}/intrekken/", {"reden": "x"}).status_code == 403


@pytest.mark.parametrize("stap", ["opbouw", "voorbeeld", "vervolg", "publiceren", "intrekken"])
def test_steps_of_another_gemeente_are_not_there(client, uitgave, stap):
    user = als(client, make_gemeente("beestad"), Rol.REDACTEUR)
    user.lidmaatschappen.create(gemeente=make_gemeente("ceehoek"), rol=Rol.PUBLICIST)
    assert client.get(f"{LIJST}{uitgave.pk}/{stap}/").status_code == 404
    assert client.post(f"{LIJST}{uitgave.pk}/{stap}/").status_code in (404, 405)


def test_publication_is_read_only_and_comes_as_its_own_bytes(client, a, uitgave):
    als(client, a, Rol.PUBLICIST)
    publiceer(client, uitgave)
    publicatie = Publicatie.objects.get()
    adres = f"/admin/monitor/publicatie/{publicatie.pk}"
    assert client.get(f"{adres}/json/").content.decode() == publicatie.inhoud
    assert client.post(f"{adres}/change/", {}).status_code == 403
    assert client.post(f"{adres}/delete/", {"post": "yes"}).status_code == 403


def test_block_and_rule_stay_in_the_gemeente(client, a, uitgave):
    vreemd = make_indicator(make_gemeente("beestad"), "clienten-b")
    als(client, a, Rol.REDACTEUR)
    blok = Blok.objects.get()
    regel = blok.regels.get()
    velden = {
        "code": blok.code,
        "soort": blok.soort,
        "volgorde": "1",
        "regels-TOTAL_FORMS": "1",
        "regels-INITIAL_FORMS": "1",
        "regels-0-id": regel.pk,
        "regels-0-blok": blok.pk,
        "regels-0-indicator": vreemd.pk,
        "regels-0-soort": "realisatie",
        "regels-0-volgorde": "0",
    }
    assert client.post(f"/admin/monitor/blok/{blok.pk}/change/", velden).status_code == 200
    regel.refresh_from_db()
    assert regel.indicator.gemeente == a

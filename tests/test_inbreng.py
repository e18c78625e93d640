"""What the council says: entered, open in the next edition, answered in one, and no person in it."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from monitor.models import Inbreng, Publicatie, Uitgave
from monitor.models.enums import BlokSoort, Rol
from monitor.publiceren.bevriezen import beoordeel, publish_uitgave
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.vervolg import volgende_uitgave
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


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def eerste(a):
    uitgave = make_uitgave(a)
    indicator = make_indicator(a)
    make_waarneming(indicator, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    publish_uitgave(uitgave, by=None)
    return Uitgave.objects.get(pk=uitgave.pk)


def vervolg(vorige, periode):
    return volgende_uitgave(
        vorige,
        periode=make_periode(periode),
        titel=f"Monitor {periode}",
        peildatum=make_periode(periode).eind,
        by=None,
    )


def make_inbreng(uitgave, **velden):
    standaard = {
        "soort": "vraag",
        "van": "fractie Groen",
        "gesteld_op": date(2021, 7, 6),
        "tekst": "Waardoor stijgt het aantal?",
    }
    return Inbreng.objects.create(uitgave=uitgave, **(standaard | velden))


def in_uitgave(uitgave):
    return [(r["soort"], r["is_open"]) for r in compose(uitgave).get("inbreng", [])]


def test_it_comes_up_in_the_next_edition_and_not_in_its_own(eerste):
    make_inbreng(eerste)

    assert in_uitgave(eerste) == []
    assert in_uitgave(vervolg(eerste, "2021-05_2021-06")) == [("vraag", True)]


def test_an_edition_without_it_has_no_such_key(eerste):
    assert "inbreng" not in compose(eerste)


def test_an_answer_is_dealt_with_in_the_edition_that_carries_it(eerste):
    punt = make_inbreng(eerste, antwoord="Er zijn nu {clienten-jeugd} cliënten.")
    tweede = vervolg(eerste, "2021-05_2021-06")
    publicatie = publish_uitgave(tweede, by=None)
    punt.refresh_from_db()
    regel = json.loads(publicatie.inhoud)["inbreng"][0]

    assert (punt.behandeld_in, regel["is_open"]) == (tweede, False)
    assert regel["antwoord"] == "Er zijn nu 748 cliënten."
    derde = vervolg(Uitgave.objects.get(pk=tweede.pk), "2021-07_2021-08")
    assert in_uitgave(derde) == []


def test_an_open_one_stays_open_through_editions(eerste):
    punt = make_inbreng(eerste)
    tweede = vervolg(eerste, "2021-05_2021-06")
    publish_uitgave(tweede, by=None)
    punt.antwoord = "Meer verwijzingen."
    punt.save()
    derde = vervolg(Uitgave.objects.get(pk=tweede.pk), "2021-07_2021-08")
    publish_uitgave(derde, by=None)

    assert in_uitgave(derde) == [("vraag", False)]
    assert in_uitgave(tweede) == [("vraag", True)]  # a correction does not know what came later


def test_what_was_published_stays_as_it_was(eerste):
    voor = Publicatie.objects.get().inhoud
    make_inbreng(eerste, antwoord="Meer verwijzingen.")
    publish_uitgave(vervolg(eerste, "2021-05_2021-06"), by=None)

    assert Publicatie.objects.get(uitgave=eerste).inhoud == voor


def test_a_note_for_staff_and_another_gemeente_stay_out(eerste):
    make_inbreng(eerste, is_openbaar=False)
    make_inbreng(make_uitgave(make_gemeente("beestad")))

    assert in_uitgave(vervolg(eerste, "2021-05_2021-06")) == []


def test_a_hidden_figure_is_no_answer(eerste):
    klein = make_indicator(eerste.gemeente, "klein", telt="personen")
    make_waarneming(klein, "2021-04", 4)
    make_inbreng(eerste, antwoord="Het zijn er {klein}.")
    blokkeert, _ = beoordeel(vervolg(eerste, "2021-05_2021-06"))

    assert any("klein aantal" in reden for reden in blokkeert)


def test_before_publishing_the_open_promises_are_told(eerste):
    make_inbreng(
        eerste, soort="toezegging", beloofd_voor="2021-05_2021-06", tekst="Cijfers per wijk"
    )
    _, waarschuwt = beoordeel(vervolg(eerste, "2021-05_2021-06"))

    assert (
        "Voor deze uitgave is toegezegd: ‘Cijfers per wijk’. Schrijf wat ervan kwam." in waarschuwt
    )


@pytest.mark.parametrize("van", ["dhr. Jansen", "mevrouw De Vries", "piet@example.org"])
def test_no_person_is_named(eerste, van):
    with pytest.raises(ValidationError, match="geen naam van een persoon"):
        Inbreng(
            uitgave=eerste, soort="vraag", van=van, gesteld_op=date.today(), tekst="x"
        ).full_clean()


def test_decision_points_are_frozen_and_read(client, a):
    uitgave = make_uitgave(a, beslispunten="De monitor vaststellen\nAanbieden aan de raad")
    make_hoofdstuk(uitgave, toelichting="Tekst")
    publish_uitgave(uitgave, by=None)
    html = client.get("/aadorp/2021-03_2021-04/").content.decode()

    assert compose(uitgave)["besluit"]["punten"] == [
        "De monitor vaststellen",
        "Aanbieden aan de raad",
    ]
    assert '<h2 id="besluit">Besluit van het college</h2>' in html


# -- screens ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", [Rol.GRIFFIER, Rol.REDACTEUR])
def test_the_griffier_enters_it_from_the_edition(client, a, eerste, rol):
    client.force_login(make_user(a, rol))
    velden = {
        "uitgave": eerste.pk,
        "soort": "toezegging",
        "van": "commissie Sociaal Domein",
        "gesteld_op": "6-7-2021",
        "tekst": "Cijfers per wijk",
        "beloofd_voor": "mei en juni 2021",
        "is_openbaar": "on",
    }
    antwoord = client.post("/admin/monitor/inbreng/add/", velden)

    assert antwoord.status_code == 302
    assert Inbreng.objects.get().beloofd_voor == "2021-05_2021-06"


def test_from_a_figure_the_form_knows_where_it_belongs(client, a, eerste):
    client.force_login(make_user(a, Rol.GRIFFIER))
    vraag = {"uitgave": eerste.pk, "cijfer": "clienten-jeugd"}
    begin = client.get("/admin/monitor/inbreng/add/", vraag).context["adminform"].form.initial

    assert begin["indicator"] == a.indicatoren.get().pk


def test_only_chapters_of_the_edition_are_offered(client, a, eerste):
    make_hoofdstuk(make_uitgave(a, "2021-05"), "jeugd", titel="Jeugd")
    client.force_login(make_user(a, Rol.GRIFFIER))
    adres = "/admin/monitor/inbreng/add/"

    def keuzes(**vraag) -> list[str]:
        veld = client.get(adres, vraag).context["adminform"].form.fields["hoofdstuk"]
        return [tekst for waarde, tekst in veld.choices if waarde]

    assert keuzes(uitgave=eerste.pk) == [f"Jeugd ({eerste})"]
    assert len(keuzes()) == 2


def test_what_stood_in_an_edition_is_not_deleted(client, a, eerste):
    punt = make_inbreng(eerste, behandeld_in=eerste)
    client.force_login(make_user(a, Rol.GRIFFIER))

    assert (
        client.post(f"/admin/monitor/inbreng/{punt.pk}/delete/", {"post": "yes"}).status_code == 403
    )


def test_the_reader_finds_open_and_answered(client, eerste):
    make_inbreng(eerste, indicator=eerste.gemeente.indicatoren.get(), antwoord="Meer verwijzingen.")
    make_inbreng(eerste, soort="toezegging", tekst="Cijfers per wijk")
    publish_uitgave(vervolg(eerste, "2021-05_2021-06"), by=None)
    pagina = client.get("/aadorp/2021-05_2021-06/vragen/")

    assert [r["tekst"] for r in pagina.context["open"]] == ["Cijfers per wijk"]
    assert [r["antwoord"] for r in pagina.context["beantwoord"]] == ["Meer verwijzingen."]
    cijfer = client.get("/aadorp/2021-05_2021-06/cijfers/clienten-jeugd/").content.decode()
    assert "Vragen en toezeggingen over dit cijfer" in cijfer
    assert "Lees alle 2 vragen" in client.get("/aadorp/2021-05_2021-06/").content.decode()


def test_the_cockpit_of_the_next_edition_lists_it(client, a, eerste):
    make_inbreng(eerste)
    nieuw = vervolg(eerste, "2021-05_2021-06")
    client.force_login(make_user(a, Rol.REDACTEUR))
    html = client.get(f"/admin/monitor/uitgave/{nieuw.pk}/cockpit/").content.decode()

    assert "Beantwoord 1 vraag of toezegging van de raad" in html
    assert "Van de raad en van lezers" in html

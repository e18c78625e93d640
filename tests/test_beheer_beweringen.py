"""The page Tekstcontrole, and the list of figures beside the text fields."""

from datetime import date

import pytest
from django.urls import reverse

from monitor.models.enums import BlokSoort, Eenheid, Rol, Soort, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.kiezer import keuzes
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

UITLEG = "Het bedrag is na aftrek van de vergoeding van het Rijk."


@pytest.fixture
def gemeente(db):
    return make_gemeente(drempel=10)


@pytest.fixture
def uitgave(gemeente):
    uitgave = make_uitgave(gemeente, peildatum=date(2021, 4, 30))
    lasten = make_indicator(
        gemeente, "lasten-jeugdzorg", eenheid=Eenheid.EURO, telt=Telt.EURO, naam="Jeugdzorg"
    )
    make_waarneming(lasten, "2021", 12994629, soort=Soort.BEGROTING_PRIMITIEF)
    make_waarneming(lasten, "2021", 13046000, soort=Soort.PROGNOSE)
    hoofdstuk = make_hoofdstuk(uitgave, toelichting="De Jeugdzorg houdt € 90.000 over.")
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, lasten, code="geld")
    return uitgave


def adres(uitgave):
    return reverse("admin:monitor_uitgave_beweringen", args=[uitgave.pk])


def als(client, gemeente, rol):
    client.force_login(make_user(gemeente, rol))
    return client


def test_page_says_the_arithmetic_and_links_to_the_text(client, gemeente, uitgave):
    html = als(client, gemeente, Rol.REDACTEUR).get(adres(uitgave)).content.decode()
    hoofdstuk = uitgave.hoofdstukken.get()

    assert "€ 51.371 tekort, de tekst zegt € 90.000" in html
    assert (
        f"{reverse('admin:monitor_hoofdstuk_change', args=[hoofdstuk.pk])}#id_toelichting" in html
    )


def test_explaining_settles_it(client, gemeente, uitgave):
    als(client, gemeente, Rol.REDACTEUR).get(adres(uitgave))
    bevinding = uitgave.bevindingen.get()

    antwoord = client.post(adres(uitgave), {"bevinding": bevinding.pk, "verklaring": UITLEG})

    bevinding.refresh_from_db()
    assert antwoord.status_code == 302
    assert (bevinding.stand, bevinding.verklaring) == ("verklaard", UITLEG)
    assert "Geen open fouten" in client.get(adres(uitgave)).content.decode()


def test_readers_see_the_explanation(client, gemeente, uitgave):
    als(client, gemeente, Rol.REDACTEUR).get(adres(uitgave))
    client.post(
        adres(uitgave), {"bevinding": uitgave.bevindingen.get().pk, "verklaring": UITLEG + " <b>"}
    )
    publish_uitgave(uitgave, by=None)
    client.logout()

    html = client.get(f"/{gemeente.slug}/{uitgave.slug}/jeugd/").content.decode()

    assert UITLEG in html
    assert f"{UITLEG} <b>" not in html


def test_finding_of_another_edition_is_not_there(client, gemeente, uitgave):
    ander = make_uitgave(gemeente, "2021-05_2021-06")
    als(client, gemeente, Rol.REDACTEUR).get(adres(uitgave))

    client.post(adres(ander), {"bevinding": uitgave.bevindingen.get().pk, "verklaring": UITLEG})

    assert uitgave.bevindingen.get().verklaring == ""


@pytest.mark.parametrize("nummer", ["", "x", "999999", "²"])
def test_no_such_finding(client, gemeente, uitgave, nummer):
    als(client, gemeente, Rol.REDACTEUR)

    antwoord = client.post(adres(uitgave), {"bevinding": nummer}, follow=True)

    assert "Deze bevinding is er niet meer" in antwoord.content.decode()


def test_who_may_only_look_sees_no_form(client, gemeente, uitgave):
    html = als(client, gemeente, Rol.INVOERDER).get(adres(uitgave)).content.decode()

    assert "Nagerekend" in html
    assert 'name="verklaring"' not in html
    assert client.post(adres(uitgave), {}).status_code == 403


# -- the list of figures -------------------------------------------------------------------------


def test_references_with_their_present_value(uitgave):
    assert [(k.code, k.waarde, k.periode) for k in keuzes(uitgave)] == [
        ("lasten-jeugdzorg [begroting_primitief]", "€\u00a012.994.629", "2021"),
        ("lasten-jeugdzorg [prognose]", "€\u00a013.046.000", "2021"),
    ]


def test_only_up_to_the_cut_off_date_and_no_small_numbers(gemeente, uitgave):
    clienten = make_indicator(gemeente, "clienten", telt=Telt.PERSONEN, naam="Cliënten")
    for periode, waarde in (("2021-03", 20), ("2021-04", 7), ("2021-05", 99)):
        make_waarneming(clienten, periode, waarde)

    keuze = next(k for k in keuzes(uitgave) if k.code == "clienten")

    assert (keuze.periode, keuze.waarde) == ("april 2021", "klein aantal, mag niet in een tekst")


def test_figures_of_another_gemeente_are_not_offered(uitgave):
    vreemd = make_indicator(make_gemeente("elders"), "vreemd")
    make_waarneming(vreemd, "2021-04", 44)

    assert "vreemd" not in {k.code for k in keuzes(uitgave)}


@pytest.mark.parametrize("aantal", [1, 30])
def test_list_in_three_queries(gemeente, uitgave, aantal, django_assert_num_queries):
    for n in range(aantal):
        make_waarneming(make_indicator(gemeente, f"i{n}"), "2021-04", n)

    with django_assert_num_queries(3):
        keuzes(uitgave)


@pytest.mark.parametrize("wat", ["uitgave", "hoofdstuk", "blok"])
def test_list_stands_beside_the_text_fields(client, gemeente, uitgave, wat):
    hoofdstuk = uitgave.hoofdstukken.get()
    obj = {"uitgave": uitgave, "hoofdstuk": hoofdstuk, "blok": hoofdstuk.blokken.get()}[wat]
    adres_ = reverse(f"admin:monitor_{wat}_change", args=[obj.pk])

    html = als(client, gemeente, Rol.REDACTEUR).get(adres_).content.decode()

    assert 'data-verwijzing="{lasten-jeugdzorg [prognose]}"' in html


def test_publicist_sees_no_figures_beside_the_texts(client, gemeente, uitgave):
    adres_ = reverse("admin:monitor_uitgave_change", args=[uitgave.pk])
    html = als(client, gemeente, Rol.PUBLICIST).get(adres_).content.decode()

    assert "data-verwijzing" not in html

"""Two people at one form of the admin: the second sees what the first changed."""

import pytest

from monitor.models import Blok, Hoofdstuk, Uitgave
from monitor.models.enums import BlokSoort, Rol
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    uitgave = make_uitgave(make_gemeente("aadorp"), kop="Oude kop")
    hoofdstuk = make_hoofdstuk(uitgave, kop="Oude kop", waardoor="Oude oorzaak")
    make_blok(hoofdstuk, BlokSoort.TEGELS, make_indicator(uitgave.gemeente), titel="Oude titel")
    return uitgave


@pytest.fixture
def beiden(client, uitgave):
    """A second browser beside `client`."""
    from django.test import Client

    twee = Client()
    for browser in (client, twee):
        browser.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR))
    return client, twee


def open_formulier(browser, obj) -> tuple[str, dict]:
    """The address of the form, and what a browser would post of it without touching anything."""
    adres = f"/admin/monitor/{obj._meta.model_name}/{obj.pk}/change/"
    context = browser.get(adres).context
    velden = {"_intussen": context["intussen_merk"]}
    formulieren = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        formulieren += [formset.formset.management_form, *formset.formset.forms]
    for form in formulieren:
        velden |= {v.html_name: w for v in form if (w := v.value()) is not None and w is not False}
    return adres, velden


def fouten(antwoord) -> list[str]:
    return list(antwoord.context["adminform"].form.non_field_errors())


def test_the_second_sees_what_the_first_changed(beiden, uitgave):
    een, twee = beiden
    hoofdstuk = Hoofdstuk.objects.get()
    adres, velden = open_formulier(twee, hoofdstuk)
    een.post(*open_formulier(een, hoofdstuk)[:1], velden | {"kop": "Kop van een"})
    antwoord = twee.post(adres, velden | {"kop": "Kop van twee"})

    assert antwoord.status_code == 200
    assert "heeft dit intussen veranderd" in fouten(antwoord)[0]
    assert fouten(antwoord)[1] == "Kop: nu staat er ‘Kop van een’."
    assert Hoofdstuk.objects.get().kop == "Kop van een"
    assert antwoord.context["adminform"].form["kop"].value() == "Kop van twee"


def test_a_field_that_the_second_did_not_touch_gets_the_new_value(beiden, uitgave):
    een, twee = beiden
    hoofdstuk = Hoofdstuk.objects.get()
    adres, velden = open_formulier(twee, hoofdstuk)
    een.post(adres, velden | {"kop": "Kop van een"})
    terug = twee.post(adres, velden | {"waardoor": "Oorzaak van twee"})
    opnieuw = {"_intussen": terug.context["intussen_merk"]}
    form = terug.context["adminform"].form
    opnieuw |= {v.html_name: w for v in form if (w := v.value()) is not None}
    assert twee.post(adres, velden | opnieuw).status_code == 302

    hoofdstuk.refresh_from_db()
    assert (hoofdstuk.kop, hoofdstuk.waardoor) == ("Kop van een", "Oorzaak van twee")


@pytest.mark.parametrize(("model", "veld"), [(Uitgave, "kop"), (Blok, "titel")])
def test_edition_and_block_too(beiden, uitgave, model, veld):
    een, twee = beiden
    obj = model.objects.get()
    adres, velden = open_formulier(twee, obj)
    assert een.post(adres, velden | {veld: "Van een"}).status_code == 302
    assert twee.post(adres, velden | {veld: "Van twee"}).status_code == 200

    assert getattr(model.objects.get(), veld) == "Van een"


def test_rows_below_the_form_count(beiden, uitgave):
    een, twee = beiden
    blok = Blok.objects.get()
    adres, velden = open_formulier(twee, blok)
    een.post(adres, velden | {"regels-0-label": "Label van een"})
    antwoord = twee.post(adres, velden | {"titel": "Van twee"})

    assert "er is een rij veranderd" in fouten(antwoord)[1]
    assert blok.regels.get().label == "Label van een"


def test_saving_without_anybody_between_is_as_before(beiden, uitgave):
    een, _ = beiden
    adres, velden = open_formulier(een, Hoofdstuk.objects.get())

    assert een.post(adres, velden | {"kop": "Nieuw"}).status_code == 302


@pytest.mark.parametrize("mark", ["", "{", "[]", '{"kop": 3}'])
def test_a_damaged_mark_is_no_way_in_and_no_crash(beiden, uitgave, mark):
    een, _ = beiden
    adres, velden = open_formulier(een, Hoofdstuk.objects.get())

    assert een.post(adres, velden | {"_intussen": mark}).status_code in (200, 302)

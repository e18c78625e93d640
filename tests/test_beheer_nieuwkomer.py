"""What a newcomer stumbled over in the admin: lists, checks of a form, words, first choices."""

import pytest
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import override

from monitor.invoer.perioden import periode_voor
from monitor.invoer.toepassen import leg_vast
from monitor.models import Uitgave, Waarneming
from monitor.models.enums import Rol, Telt
from monitor.regels.getallen import Getal
from tests.make import (
    make_domein,
    make_gemeente,
    make_indicator,
    make_reeks,
    make_uitgave,
    make_user,
)

pytestmark = pytest.mark.django_db
CIJFERS = "/admin/monitor/waarneming/"


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def cijfer(a):
    indicator = make_indicator(a, "clienten-jeugd", naam="Cliënten", telt=Telt.PERSONEN)
    velden = {"by": None, "voetnoot": "Geteld over twaalf maanden."}
    return leg_vast(make_reeks(indicator), periode_voor("2021-04"), Getal("getal", 748), **velden)


def als(client, gemeente, rol):
    client.force_login(make_user(gemeente, rol))


def test_list_of_figures_shows_the_value_third_and_short_filters(client, a, cijfer):
    make_indicator(a, "clienten-wmo", domein=make_domein(a, "wmo"))
    als(client, a, Rol.INVOERDER)

    lijst = client.get(CIJFERS).context["cl"]

    assert lijst.list_display[:3] == ["cijfer", "reeks_tekst", "toon_waarde"]
    assert [f.title for f in lijst.filter_specs] == ["domein", "soort", "status"]


def test_list_names_the_domain_of_a_figure(client, a, cijfer):
    als(client, a, Rol.INVOERDER)

    assert "Cliënten (Jeugd)" in client.get(CIJFERS).content.decode()


def test_form_refuses_fewer_people_than_nobody_as_the_import_does(client, a, cijfer):
    als(client, a, Rol.INVOERDER)
    velden = {"waarde_tekst": "-5", "status": "definitief", "reden": "x", "getoond": cijfer.versie}

    antwoord = client.post(f"{CIJFERS}{cijfer.pk}/change/", velden)

    assert "niet kleiner dan nul" in antwoord.content.decode()
    assert Waarneming.objects.get().waarde == 748


def test_history_says_only_what_changed(client, a, cijfer):
    als(client, a, Rol.INVOERDER)
    velden = {"waarde_tekst": "750", "status": "definitief", "getoond": cijfer.versie}
    velden |= {"reden": "Nalevering", "voetnoot": cijfer.voetnoot}
    client.post(f"{CIJFERS}{cijfer.pk}/change/", velden)

    laatste = client.get(f"{CIJFERS}{cijfer.pk}/change/").context["verloop"][0]

    assert (laatste["oud"], laatste["nieuw"]) == ("748", "750")


def test_beheerder_of_one_gemeente_finds_it_chosen(client, a):
    make_gemeente("beestad")
    als(client, a, Rol.BEHEERDER)

    formset = client.get("/admin/auth/user/add/").context["inline_admin_formsets"][0].formset

    assert formset.forms[0]["gemeente"].value() == a.pk


def test_messages_fit_every_noun_and_passwords_are_explained_in_dutch(client, a):
    als(client, a, Rol.BEHEERDER)
    velden = {"gemeente": a.pk, "code": "wonen", "naam": "Wonen", "volgorde": "1"}

    antwoord = client.post("/admin/monitor/domein/add/", velden, follow=True)

    assert "Toegevoegd: domein" in antwoord.content.decode()
    with override("nl"), pytest.raises(ValidationError, match="Neem minstens 12 tekens"):
        MinimumLengthValidator(12).validate("kort")


def test_next_edition_ends_with_its_period_when_no_day_is_given(client, a):
    vorige = make_uitgave(a)
    als(client, a, Rol.REDACTEUR)
    velden = {"periode": "mei en juni 2021", "titel": "Monitor mei-juni 2021", "peildatum": ""}

    client.post(f"/admin/monitor/uitgave/{vorige.pk}/vervolg/", velden)

    assert f"{Uitgave.objects.get(vorige=vorige).peildatum:%Y-%m-%d}" == "2021-06-30"


def test_next_edition_without_a_readable_period_says_so_once(client, a):
    vorige = make_uitgave(a)
    als(client, a, Rol.REDACTEUR)
    velden = {"periode": "mei en juni", "titel": "x", "peildatum": ""}

    antwoord = client.post(f"/admin/monitor/uitgave/{vorige.pk}/vervolg/", velden)

    assert set(antwoord.context["form"].errors) == {"periode"}

"""The screen of the grid: rights, filters, saving without a script, answers to cells."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monitor.models import Eigenaar, Waarneming
from monitor.models.enums import Rol, UitgaveStand
from tests.make import make_indicator, make_user, make_waarneming
from tests.rooster import invoerder, make_rooster, rij

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    return make_rooster("clienten", "wachtlijst", telt="personen")


@pytest.fixture
def als_invoerder(client, uitgave):
    client.force_login(invoerder(uitgave))
    return client


def adres(uitgave, naam="rooster"):
    return reverse(f"admin:monitor_uitgave_{naam}", args=[uitgave.pk])


def velden(uitgave, code="clienten", waarde="5", **rest):
    s = rij(uitgave, code).sleutel
    return {f"w-{s}": waarde, f"s-{s}": "definitief", f"n-{s}": "", f"v-{s}": "0", **rest}


def test_grid_shows_each_expected_figure_by_owner(als_invoerder, uitgave):
    html = als_invoerder.get(adres(uitgave)).content.decode()
    assert "<caption>Team Jeugd</caption>" in html
    assert 'aria-label="Waarde van Clienten, september 2026"' in html
    assert '<strong id="rooster-klaar">0</strong> van 2' in html


def test_whole_form_saves_without_a_script(als_invoerder, uitgave):
    data = velden(uitgave) | velden(uitgave, "wachtlijst", "")
    antwoord = als_invoerder.post(adres(uitgave), data, follow=True)
    assert "1 cijfer opgeslagen." in antwoord.content.decode()
    assert Waarneming.objects.get().waarde == 5


def test_wrong_cell_comes_back_with_all_that_was_typed(als_invoerder, uitgave):
    data = velden(uitgave, waarde="vijf") | velden(uitgave, "wachtlijst", "12")
    html = als_invoerder.post(adres(uitgave) + "?toon=open", data).content.decode()
    assert 'role="alert"' in html
    assert 'value="vijf"' in html
    assert 'value="12"' in html
    assert not Waarneming.objects.exists()


def test_cell_is_answered_with_the_figure_as_it_stands(als_invoerder, uitgave):
    sleutel = rij(uitgave).sleutel
    antwoord = als_invoerder.post(adres(uitgave, "rooster_cellen"), velden(uitgave)).json()
    cel = antwoord["cellen"][sleutel]
    assert (cel["uitkomst"], cel["waarde"], cel["versie"], cel["open"]) == (
        "opgeslagen",
        "5",
        1,
        False,
    )
    assert cel["lezers"] == "<10"
    assert antwoord["telling"]["open"] == 1


def test_closed_edition_is_shown_and_takes_nothing(als_invoerder, uitgave):
    data = velden(uitgave)
    uitgave.stand = UitgaveStand.GEPUBLICEERD
    uitgave.save()
    html = als_invoerder.get(adres(uitgave)).content.decode()
    assert "Deze uitgave is dicht" in html
    assert 'name="w-' not in html
    assert "dicht" in als_invoerder.post(adres(uitgave, "rooster_cellen"), data).json()
    als_invoerder.post(adres(uitgave), data)
    assert not Waarneming.objects.exists()


def test_filters(als_invoerder, uitgave):
    make_waarneming(rij(uitgave).indicator, "2026-09", 5)
    wie = {"open": "Wachtlijst", "alles": "Clienten"}
    for toon, naam in wie.items():
        assert f'"Waarde van {naam},' in _rijkop(als_invoerder.get(adres(uitgave), {"toon": toon}))
    assert '"Waarde van Clienten,' not in _rijkop(
        als_invoerder.get(adres(uitgave), {"toon": "open"})
    )
    assert "Geen cijfers bij deze keuze" in _rijkop(
        als_invoerder.get(adres(uitgave), {"toon": "twijfel"})
    )


def _rijkop(antwoord) -> str:
    return antwoord.content.decode()


def test_my_figures_are_those_of_the_owner_i_chose(als_invoerder, uitgave):
    ander = make_indicator(uitgave.gemeente, "kosten", eigenaar="Team Geld", frequentie="maand")
    uitgave.hoofdstukken.get().blokken.get().regels.create(indicator=ander)
    als_invoerder.get(adres(uitgave), {"eigenaar": "Team Geld"})
    html = als_invoerder.get(adres(uitgave), {"toon": "mijn"}).content.decode()
    assert "<caption>Team Geld</caption>" in html
    assert "<caption>Team Jeugd</caption>" not in html


def test_my_figures_are_those_of_the_owner_with_my_address(client, uitgave):
    ander = make_indicator(uitgave.gemeente, "kosten", eigenaar="Team Geld", frequentie="maand")
    uitgave.hoofdstukken.get().blokken.get().regels.create(indicator=ander)
    Eigenaar.objects.create(
        gemeente=uitgave.gemeente, functie="Team Geld", e_mail="geld@demodam.example"
    )
    client.force_login(invoerder(uitgave, email="Geld@demodam.example"))
    html = client.get(adres(uitgave), {"toon": "mijn"}).content.decode()
    assert "<caption>Team Geld</caption>" in html
    assert "<caption>Team Jeugd</caption>" not in html


@pytest.mark.parametrize(
    ("rol", "lezen", "schrijven"),
    [
        (Rol.INVOERDER, 200, 200),
        (Rol.REDACTEUR, 200, 200),
        (Rol.BEHEERDER, 200, 403),
        (Rol.PUBLICIST, 403, 403),
        (Rol.PROGRAMMAMANAGER, 403, 403),
        (Rol.RAADSLID, 403, 403),
    ],
)
def test_who_may(client, uitgave, rol, lezen, schrijven):
    client.force_login(make_user(uitgave.gemeente, rol))
    assert client.get(adres(uitgave)).status_code == lezen
    assert client.post(adres(uitgave, "rooster_cellen"), velden(uitgave)).status_code == schrijven


def test_another_gemeente_can_not_reach_it(client, uitgave):
    client.force_login(invoerder(make_rooster(slug="anderdam")))
    for naam in ("rooster", "rooster_xlsx", "rooster_ods"):
        assert client.get(adres(uitgave, naam)).status_code == 404
    for naam in ("rooster", "rooster_cellen", "rooster_inleveren"):
        assert client.post(adres(uitgave, naam), velden(uitgave)).status_code == 404
    assert not Waarneming.objects.exists()


def test_page_has_a_fixed_number_of_queries(client):
    def vragen(aantal: int) -> int:
        codes = (f"cijfer-{i}" for i in range(aantal))
        uitgave = make_rooster(*codes, slug=f"dam{aantal}")
        client.force_login(invoerder(uitgave))
        with CaptureQueriesContext(connection) as context:
            assert client.get(adres(uitgave)).status_code == 200
        return len(context)

    assert vragen(3) == vragen(1)


def test_hostile_texts_are_shown_as_text(als_invoerder, uitgave):
    data = velden(uitgave, waarde='"><script>alert(1)</script>', reden="<b>")
    html = als_invoerder.post(adres(uitgave), data).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html

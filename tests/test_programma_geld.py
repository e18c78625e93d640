"""A budget line is an amount: in the form and in a file, any other figure is refused in plain words."""

import pytest

from monitor.models import Reeks
from monitor.models.enums import Eenheid, Rol
from programma.models import Budgetregel
from tests.make import make_gemeente, make_indicator, make_reeks, make_user
from tests.test_programma_beheer import velden_van
from tests.test_programma_invoer import importeer
from tests.test_programma_standen import make_programma

pytestmark = pytest.mark.django_db
KOP = "rijsoort;code;titel;niveaus;soort;indicator\n"
PROGRAMMA = "programma;p;Proef;doel, doelen;;\n"
MELDING = "is geen bedrag: de eenheid is percentage. Kies een cijfer in euro."


@pytest.fixture
def gemeente():
    gemeente = make_gemeente()
    make_indicator(gemeente, "kosten", eenheid=Eenheid.EURO)
    make_indicator(gemeente, "aandeel", eenheid=Eenheid.PERCENTAGE)
    return gemeente


@pytest.fixture
def adres(client, gemeente):
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER))
    for cijfer in gemeente.indicatoren.all():
        make_reeks(cijfer)
    return f"/admin/programma/programma/{make_programma(gemeente).pk}/change/"


def budget(reeks):
    velden = {"soort": "begroot", "omschrijving": "Bouw", "reeks": reeks, "volgorde": "0"}
    return {"budgetregels-TOTAL_FORMS": "1"} | {f"budgetregels-0-{k}": v for k, v in velden.items()}


def test_the_form_offers_amounts_alone(client, adres):
    html = client.get(adres).content.decode()
    assert '<option value="Kosten · Realisatie">' in html
    assert "Aandeel" not in html
    client.post(adres, velden_van(client, adres) | budget("Kosten · Realisatie"))
    assert Budgetregel.objects.get().reeks.indicator.code == "kosten"


def test_a_percentage_in_the_form_is_refused(client, adres):
    html = client.post(adres, velden_van(client, adres) | budget("Aandeel · Realisatie"))
    assert "‘Aandeel · Realisatie’ staat niet in de lijst" in html.content.decode()
    assert not Budgetregel.objects.exists()


def test_a_line_of_before_stays_to_be_seen_until_it_is_changed(client, adres, gemeente):
    reeks = Reeks.objects.get(indicator__code="aandeel")
    programma = gemeente.programmas.get()
    Budgetregel.objects.create(programma=programma, soort="begroot", omschrijving="x", reeks=reeks)
    data = velden_van(client, adres)
    assert data["budgetregels-0-reeks"] == "Aandeel · Realisatie"
    assert client.post(adres, data).status_code == 302
    html = client.post(adres, data | {"budgetregels-0-omschrijving": "y"}).content.decode()
    assert f"‘Aandeel’ {MELDING}" in html


def test_a_file_with_a_percentage_is_refused_at_its_cell_and_makes_no_series(gemeente):
    bestand = f"{KOP}{PROGRAMMA}budget;;Bouw;;begroot;aandeel\n"
    (fout,) = importeer(gemeente, bestand.encode()).fouten
    assert MELDING in str(fout)
    assert fout.kolom == "indicator"
    assert not Reeks.objects.exists()


def test_a_file_with_euros_is_taken(gemeente):
    controle = importeer(gemeente, f"{KOP}{PROGRAMMA}budget;;Bouw;;begroot;kosten\n".encode())
    assert controle.fouten == []
    assert Budgetregel.objects.get().reeks.indicator.eenheid == Eenheid.EURO

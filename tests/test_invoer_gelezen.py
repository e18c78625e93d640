"""A reading is used again as long as nothing it depends on has changed, and never longer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitor.invoer import gelezen
from monitor.invoer.aanleveren import bevestig, controleer_bestand, lever, neem_in
from monitor.invoer.gelezen import NIETS_TE_DOEN, geheugen
from monitor.invoer.toepassen import leg_vast
from monitor.invoer.waarnemingen import SOORT
from monitor.models import Aanlevering, Waarneming, Wijziging
from monitor.regels.getallen import lees_getal
from tests.invoer_bestanden import csv_van
from tests.make import make_gemeente, make_indicator, make_user, make_waarneming

pytestmark = pytest.mark.django_db
RIJ = ["clienten-jeugd", "realisatie", "2021-04", "751"]


@pytest.fixture
def gemeente():
    gemeente = make_gemeente("demodam")
    make_waarneming(make_indicator(gemeente), "2021-04", 748)
    return gemeente


@pytest.fixture
def anna():
    anna = make_user()
    anna.is_superuser = True
    return anna


@pytest.fixture
def gelezen_keren(monkeypatch):
    """How often a file was really read."""
    keren = []
    echt = SOORT.controleer
    monkeypatch.setattr(SOORT, "controleer", lambda *a: keren.append(1) or echt(*a))
    return keren


def schrijf(waarde: str) -> None:
    w = Waarneming.objects.get()
    leg_vast(w.reeks, w.periode, lees_getal(waarde, eenheid="aantal"), by=None)


def test_confirming_reads_the_file_no_second_time(gemeente, anna, gelezen_keren):
    levering, controle = neem_in(gemeente, SOORT, "a.csv", csv_van(RIJ), by=anna)
    bevestig(levering, by=anna, vingerafdruk=controle.vingerafdruk)

    assert (len(gelezen_keren), levering.gewijzigd) == (1, 1)
    assert Waarneming.objects.get().waarde == 751


def test_a_process_that_read_nothing_reads_the_stored_file(gemeente, anna, gelezen_keren):
    levering, controle = neem_in(gemeente, SOORT, "a.csv", csv_van(RIJ), by=anna)
    geheugen.wis()
    bevestig(levering, by=anna, vingerafdruk=controle.vingerafdruk)

    assert (len(gelezen_keren), levering.gewijzigd) == (2, 1)


def test_a_figure_that_was_written_in_between_is_compared_anew(gemeente):
    eerst = controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ))
    schrijf("749")
    later = controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ))

    assert (eerst.verschillen[0].oud, later.verschillen[0].oud) == ("748", "749")
    assert eerst.vingerafdruk != later.vingerafdruk


def test_another_definition_reads_the_file_anew(gemeente):
    goed = controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ))
    gemeente.indicatoren.update(code="anders")

    assert goed.kan
    assert not controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ)).kan


def test_the_file_of_another_gemeente_is_another_file(gemeente):
    lever(gemeente, SOORT, "a.csv", csv_van(RIJ))

    assert not controleer_bestand(make_gemeente("dalfsen"), SOORT, "a.csv", csv_van(RIJ)).kan


def test_the_same_file_again_is_known_without_reading(gemeente, anna, gelezen_keren):
    lever(gemeente, SOORT, "a.csv", csv_van(RIJ))
    geheugen.wis()
    levering, controle = neem_in(gemeente, SOORT, "b.csv", csv_van(RIJ), by=anna)
    bevestig(levering, by=anna, vingerafdruk=controle.vingerafdruk)

    assert (len(gelezen_keren), Wijziging.objects.count()) == (1, 1)
    assert NIETS_TE_DOEN in controle.opmerkingen
    assert (levering.stand, levering.ongewijzigd, levering.rijen) == ("verwerkt", 1, 1)


def test_the_same_file_after_a_change_puts_its_figure_back(gemeente):
    lever(gemeente, SOORT, "a.csv", csv_van(RIJ))
    schrijf("749")
    levering, _ = lever(gemeente, SOORT, "a.csv", csv_van(RIJ))

    assert levering.gewijzigd == 1
    assert Waarneming.objects.get().waarde == 751


def test_a_change_between_preview_and_confirmation_of_a_known_file_is_seen(gemeente, anna):
    lever(gemeente, SOORT, "a.csv", csv_van(RIJ))
    levering, controle = neem_in(gemeente, SOORT, "a.csv", csv_van(RIJ), by=anna)
    schrijf("749")

    with pytest.raises(Exception, match="veranderd nadat u dit voorbeeld zag"):
        bevestig(levering, by=anna, vingerafdruk=controle.vingerafdruk)
    assert Waarneming.objects.get().waarde == 749


def test_a_file_with_errors_is_not_remembered(gemeente, gelezen_keren):
    fout = csv_van([*RIJ[:3], "veel"])
    assert [controleer_bestand(gemeente, SOORT, "a.csv", fout).kan for _ in range(2)] == [False] * 2
    assert len(gelezen_keren) == 2


def test_an_old_reading_is_let_go(gemeente, monkeypatch, gelezen_keren):
    controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ))
    monkeypatch.setattr(gelezen, "HOUDBAAR", -1)
    controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ))

    assert len(gelezen_keren) == 2


def test_the_same_file_again_asks_few_statements(gemeente):
    lever(gemeente, SOORT, "a.csv", csv_van(RIJ))
    with CaptureQueriesContext(connection) as vragen:
        controleer_bestand(gemeente, SOORT, "a.csv", csv_van(RIJ))

    assert len(vragen) <= 6
    assert Aanlevering.objects.get().herkenning

"""Taking a delivery back: everything restored, nothing erased, refused when others built on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monitor.invoer.aanleveren import lever
from monitor.invoer.rooster import rijen_voor
from monitor.invoer.rooster_bewaren import bewaar
from monitor.invoer.soorten import get_soort
from monitor.invoer.terugdraaien import TerugdraaiFout, bekijk, draai_terug
from monitor.models import Waarneming, Wijziging
from monitor.models.enums import Rol
from monitor.publiceren.bevriezen import intrekken, publish_uitgave
from tests.make import make_user
from tests.rooster import invoerder, make_rooster, rij, typ

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    return make_rooster("clienten", "wachtlijst")


def lees_in(uitgave, regels: str, naam="x.csv", by=None):
    kop = "indicator;soort;periode;waarde\n"
    soort = get_soort("waarnemingen")
    levering, controle = lever(uitgave.gemeente, soort, naam, (kop + regels).encode(), by=by)
    assert not controle.fouten
    return levering


def toestand() -> dict:
    return {
        w.reeks.indicator.code: w.waarde if w.waarde is not None else w.aard
        for w in Waarneming.objects.select_related("reeks__indicator")
    }


def test_old_values_come_back_and_new_figures_become_open_again(uitgave):
    lees_in(uitgave, "clienten;realisatie;2026-09;5\n")
    tweede = lees_in(uitgave, "clienten;realisatie;2026-09;6\nwachtlijst;realisatie;2026-09;7\n")
    terug = draai_terug(tweede, by=None, reden="Verkeerd bestand")

    assert toestand() == {"clienten": 5, "wachtlijst": "nog_niet_bekend"}
    assert (terug.draait_terug, terug.gewijzigd, terug.nieuw) == (tweede, 2, 0)
    assert [r.indicator.code for r in rijen_voor(uitgave) if r.is_open] == ["wachtlijst"]


def test_history_keeps_both(uitgave):
    levering = lees_in(uitgave, "clienten;realisatie;2026-09;5\n")
    terug = draai_terug(levering, by=None, reden="Verkeerd bestand")
    verloop = Wijziging.objects.order_by("pk").values_list("aanlevering", "reden")
    assert list(verloop) == [(levering.pk, ""), (terug.pk, "Verkeerd bestand")]


def test_taking_back_can_be_taken_back(uitgave):
    levering = lees_in(uitgave, "clienten;realisatie;2026-09;5\n")
    terug = draai_terug(levering, by=None, reden="Vergissing")
    draai_terug(terug, by=None, reden="Toch goed")
    assert toestand() == {"clienten": 5}


def test_later_work_on_the_same_figure_refuses_with_a_list(uitgave):
    eerste = lees_in(uitgave, "clienten;realisatie;2026-09;5\nwachtlijst;realisatie;2026-09;7\n")
    user = invoerder(uitgave, username="anna")
    bewaar(uitgave, {rij(uitgave).sleutel: typ("6", versie=1)}, by=user, reden="Nalevering")
    with pytest.raises(TerugdraaiFout) as fout:
        draai_terug(eerste, by=None, reden="Verkeerd bestand")
    [reden] = fout.value.redenen
    assert reden.startswith("Clienten · realisatie · 2026-09: daarna veranderd op ")
    assert "door anna" in reden
    assert toestand() == {"clienten": 6, "wachtlijst": 7}


def test_a_day_of_cells_goes_back_as_one(uitgave):
    user = invoerder(uitgave)
    for waarde, versie in (("5", 0), ("6", 1), ("7", 2)):
        cellen = {rij(uitgave).sleutel: typ(waarde, versie=versie)}
        levering = bewaar(uitgave, cellen, by=user, reden="x").aanlevering
    draai_terug(levering, by=user, reden="Verkeerde maand")
    assert toestand() == {"clienten": "nog_niet_bekend"}
    nieuw = bewaar(uitgave, {rij(uitgave).sleutel: typ("8", versie=4)}, by=user).aanlevering
    assert nieuw != levering


def test_a_figure_that_another_delivery_changed_in_between_goes_back_to_that(uitgave):
    user = invoerder(uitgave)
    bewaar(uitgave, {rij(uitgave).sleutel: typ("5")}, by=user)
    lees_in(uitgave, "clienten;realisatie;2026-09;6\n")
    sleutel = rij(uitgave).sleutel
    levering = bewaar(uitgave, {sleutel: typ("7", versie=2)}, by=user, reden="x").aanlevering
    draai_terug(levering, by=user, reden="Verkeerd")
    assert toestand() == {"clienten": 6}


def test_a_published_edition_holds_its_figures(uitgave):
    levering = lees_in(uitgave, "clienten;realisatie;2026-09;5\nwachtlijst;realisatie;2026-09;7\n")
    publicatie = publish_uitgave(uitgave, by=None)
    [reden] = bekijk(levering).redenen
    assert "‘Monitor 2026-K3’ (versie 1) is gepubliceerd met deze cijfers" in reden
    intrekken(publicatie, by=None, reden="Proef")
    assert bekijk(levering).redenen == []


def test_a_correction_that_was_not_published_yet_can_go_back(uitgave):
    lees_in(uitgave, "clienten;realisatie;2026-09;5\nwachtlijst;realisatie;2026-09;7\n")
    publish_uitgave(uitgave, by=None)
    correctie = lees_in(uitgave, "clienten;realisatie;2026-09;6\n")
    draai_terug(correctie, by=None, reden="Toch niet")
    assert toestand() == {"clienten": 5, "wachtlijst": 7}


def test_only_once_and_only_with_a_reason(uitgave):
    levering = lees_in(uitgave, "clienten;realisatie;2026-09;5\n")
    with pytest.raises(TerugdraaiFout, match="Vul in waarom"):
        draai_terug(levering, by=None, reden=" ")
    draai_terug(levering, by=None, reden="Vergissing")
    with pytest.raises(TerugdraaiFout, match="al teruggedraaid"):
        draai_terug(levering, by=None, reden="Vergissing")


def test_button_and_page(client, uitgave):
    user = invoerder(uitgave)
    client.force_login(user)
    levering = lees_in(uitgave, "clienten;realisatie;2026-09;5\n", by=user)
    een = reverse("admin:monitor_aanlevering_change", args=[levering.pk])
    knop = reverse("admin:monitor_aanlevering_terugdraaien", args=[levering.pk])
    assert knop in client.get(een).content.decode()
    assert "Wat er verandert" in client.get(knop).content.decode()
    antwoord = client.post(knop, {"reden": "Verkeerd bestand"}, follow=True)
    assert "Aantal cijfers dat weer staat zoals ervoor: 1." in antwoord.content.decode()
    assert antwoord.context["title"] == f"Cijfers: terugdraaien van {levering.bestandsnaam}"
    html = client.get(een).content.decode()
    assert "Teruggedraaid met" in html
    assert knop not in html


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.PUBLICIST, Rol.INVOERDER])
def test_others_can_not_take_it_back(client, uitgave, rol):
    levering = lees_in(uitgave, "clienten;realisatie;2026-09;5\n", by=invoerder(uitgave))
    client.force_login(make_user(uitgave.gemeente, rol))
    adres = reverse("admin:monitor_aanlevering_terugdraaien", args=[levering.pk])
    assert client.post(adres, {"reden": "x"}).status_code in (403, 404)
    assert toestand() == {"clienten": 5}


def test_statements_do_not_grow():
    def vragen(aantal: int) -> int:
        regels = "".join(f"clienten;realisatie;{2000 + i};5\n" for i in range(aantal))
        levering = lees_in(make_rooster(slug=f"dam{aantal}"), regels)
        with CaptureQueriesContext(connection) as context:
            draai_terug(levering, by=None, reden="Vergissing")
        return len(context)

    assert vragen(60) <= vragen(1) + 1

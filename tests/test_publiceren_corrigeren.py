"""Correcting what was published: figures, cause, next versions; the old stays byte for byte."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from monitor.models import Indicator, Publicatie, Wijziging
from monitor.models.enums import BlokSoort, Rol, Telt
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.corrigeren import Herstel, corrigeer, geraakt, kies, waarneming_van, zoek
from monitor.regels.getallen import lees_getal
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)
from tests.publiceren import make_dimensie, toon

pytestmark = pytest.mark.django_db
SLEUTEL = "clienten-jeugd|realisatie|@2021-02"
SINDS = date(2021, 5, 3)


@pytest.fixture
def uitgaven():
    """Two published editions; the second shows a difference with the first. One more without it."""
    gemeente = make_gemeente()
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN)
    anders = make_indicator(gemeente, "anders")
    eerste = make_uitgave(gemeente, "2021-01_2021-02")
    tweede = make_uitgave(gemeente, vorige=eerste)
    derde = make_uitgave(gemeente, "2020")
    make_waarneming(anders, "2020", 5)
    for maand, waarde in (("2021-02", 721), ("2021-04", 748)):
        make_waarneming(clienten, maand, waarde)
    for uitgave, indicator in ((eerste, clienten), (tweede, clienten), (derde, anders)):
        make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
        publish_uitgave(uitgave, by=None)
        uitgave.refresh_from_db()
    return [eerste, tweede, derde]


def herstel(uitgave, tekst="725", versie=None):
    vondst = kies(uitgave.publicaties.first(), [SLEUTEL])[0]
    waarneming = waarneming_van(uitgave.gemeente, SLEUTEL)
    getal = lees_getal(tekst, eenheid="aantal")
    return [Herstel(vondst, waarneming, getal, versie or waarneming.versie)]


def doe(uitgave, kies_uitgaven, by=None, **velden):
    opties = {"oorzaak": "Dubbele telling", "bekend_sinds": SINDS} | velden
    wat = opties.pop("wat", None) or herstel(uitgave)
    return corrigeer(uitgave.gemeente, wat, uitgaven=kies_uitgaven, by=by, **opties)


def test_search_finds_by_words_of_name_and_period(uitgaven):
    gevonden = zoek(uitgaven[1].publicaties.get(), "jeugd FEBRUARI")
    assert [(v.sleutel, v.tekst) for v in gevonden] == [(SLEUTEL, "721")]


def test_the_editions_that_change_are_found_and_nothing_is_kept(uitgaven):
    lijst = geraakt(uitgaven[0].gemeente, herstel(uitgaven[0]), by=None)
    assert [g.uitgave for g in lijst] == uitgaven[:2]
    assert [g.komt_mee for g in lijst] == [False, False]
    assert not Wijziging.objects.exists()
    assert waarneming_van(uitgaven[0].gemeente, SLEUTEL).waarde == 721


def test_what_would_stop_publishing_is_told_before_it_is_asked(uitgaven):
    """A total that is corrected without its parts."""
    clienten = Indicator.objects.get(code="clienten-jeugd")
    vorm = make_dimensie(clienten.gemeente, "vorm", "zin", "pgb")
    for code in ("zin", "pgb"):
        make_waarneming(clienten, "2021-02", 360, sleutel=f"vorm={code}")
    Indicator.objects.update(is_optelbaar=True)
    toon(uitgaven[0].hoofdstukken.get(), clienten, vorm)

    goed = geraakt(clienten.gemeente, herstel(uitgaven[0], "722"), by=None)[0]
    mis = geraakt(clienten.gemeente, herstel(uitgaven[0], "719"), by=None)[0]
    assert (mis.uitgave, list(goed.bezwaren)) == (uitgaven[0], [])
    assert len(mis.bezwaren) == 1 and "samen meer dan het totaal" in mis.bezwaren[0]


def test_other_changes_that_come_along_are_told(uitgaven):
    uitgaven[1].hoofdstukken.update(kop="Intussen herschreven")
    lijst = geraakt(uitgaven[0].gemeente, herstel(uitgaven[0]), by=None)
    assert [g.komt_mee for g in lijst] == [False, True]


def test_all_in_one_act(uitgaven):
    oud = {p.pk: (p.inhoud, p.sha256) for p in Publicatie.objects.all()}
    publicist = make_user(uitgaven[0].gemeente, Rol.PUBLICIST)
    gemaakt = doe(uitgaven[0], uitgaven[:2], by=publicist)
    assert [(p.uitgave, p.versie) for p in gemaakt] == [(uitgaven[0], 2), (uitgaven[1], 2)]
    assert gemaakt[0].notitie == (
        "Dubbele telling. Gecorrigeerd: Clienten jeugd (februari 2021). Bekend sinds 3 mei 2021."
    )
    assert '"toen":"Februari 2021: toen gepubliceerd 721, nu 725."' in gemaakt[1].inhoud
    assert Wijziging.objects.get().reden == "Dubbele telling"
    stap = uitgaven[0].stappen.first()
    assert (stap.door, stap.besluit["bekend_sinds"]) == (publicist, "2021-05-03")
    assert {pk: (p.inhoud, p.sha256) for pk in oud for p in [Publicatie.objects.get(pk=pk)]} == oud


def test_an_edition_that_is_not_chosen_keeps_its_version(uitgaven):
    doe(uitgaven[0], uitgaven[1:2])
    assert uitgaven[0].publicaties.count() == 1
    assert uitgaven[1].publicaties.count() == 2


@pytest.mark.parametrize(
    ("velden", "woord"),
    [
        ({"oorzaak": " "}, "waardoor"),
        ({"bekend_sinds": timezone.localdate() + timedelta(days=2)}, "toekomst"),
    ],
)
def test_what_misses_is_told_and_nothing_changes(uitgaven, velden, woord):
    with pytest.raises(PubliceerFout, match=woord):
        doe(uitgaven[0], uitgaven[:1], **velden)
    assert Publicatie.objects.count() == 3


def test_one_edition_that_cannot_be_published_stops_all(uitgaven):
    uitgaven[1].hoofdstukken.all().delete()
    with pytest.raises(PubliceerFout, match="geen hoofdstukken"):
        doe(uitgaven[0], uitgaven[:2])
    assert Publicatie.objects.count() == 3
    assert waarneming_van(uitgaven[0].gemeente, SLEUTEL).waarde == 721


def test_somebody_else_changed_the_figure(uitgaven):
    with pytest.raises(PubliceerFout, match="intussen veranderd"):
        doe(uitgaven[0], uitgaven[:1], wat=herstel(uitgaven[0], versie=9))


@pytest.mark.parametrize("rol", [r for r in Rol if r != Rol.PUBLICIST])
def test_only_a_publicist_corrects(uitgaven, rol):
    with pytest.raises(PubliceerFout, match="U mag"):
        doe(uitgaven[0], uitgaven[:1], by=make_user(uitgaven[0].gemeente, rol))


def test_figures_and_editions_of_another_gemeente_are_refused(uitgaven):
    vreemd = make_uitgave(make_gemeente("elders"))
    with pytest.raises(PubliceerFout, match="eigen gemeente"):
        doe(uitgaven[0], [vreemd])


def test_a_small_number_is_in_no_note(uitgaven):
    gemaakt = doe(uitgaven[0], uitgaven[:1], wat=herstel(uitgaven[0], "7"))
    assert "7" not in gemaakt[0].notitie.replace("2021", "")
    assert '"waarde":"7"' not in gemaakt[0].inhoud

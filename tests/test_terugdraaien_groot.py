"""Taking a large delivery back goes by a worker: asked, followed, done whole or not at all, and once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from monitor import taken
from monitor.invoer import terugdraaien_groot as groot
from monitor.invoer.aanleveren import lever
from monitor.invoer.rooster_bewaren import bewaar
from monitor.invoer.soorten import get_soort
from monitor.invoer.terugdraaien import TerugdraaiFout
from monitor.models import Aanlevering, Lidmaatschap, Taak, Waarneming, Wijziging
from monitor.models.enums import AanleveringStand, Rol, TaakStand
from tests.achtergrond import werk_af
from tests.make import make_user
from tests.rooster import invoerder, make_rooster, rij, typ

KOP = "indicator;soort;periode;waarde\n"
EERST = KOP + "clienten;realisatie;2026-09;5\n"
DAARNA = EERST.replace(";5", ";6") + "".join(
    f"wachtlijst;realisatie;2026-0{m};{m}\n" for m in range(1, 8)
)


@pytest.fixture
def uitgave(db, settings):
    settings.INVOER_ACHTERGROND_RIJEN = 4
    return make_rooster("clienten", "wachtlijst")


@pytest.fixture
def anna(client, uitgave):
    user = invoerder(uitgave, username="anna")
    client.force_login(user)
    return user


@pytest.fixture
def levering(uitgave, anna) -> Aanlevering:
    soort = get_soort("waarnemingen")
    for inhoud in (EERST, DAARNA):
        levering, controle = lever(uitgave.gemeente, soort, "x.csv", inhoud.encode(), by=anna)
        assert not controle.fouten
    return levering


def adres(levering, naam="terugdraaien"):
    return reverse(f"admin:monitor_aanlevering_{naam}", args=[levering.pk])


def vraag(client, levering) -> Aanlevering:
    client.post(adres(levering), {"reden": "Verkeerd bestand"})
    return Aanlevering.objects.latest("pk")


def waarden() -> set:
    return {w.waarde if w.waarde is not None else w.aard for w in Waarneming.objects.all()}


OUD, NIEUW = {5, "nog_niet_bekend"}, {6, 1, 2, 3, 4, 5, 7}


def test_it_is_asked_followed_and_done_by_a_worker(client, levering):
    assert "op de achtergrond" in client.get(adres(levering)).content.decode()
    terug = vraag(client, levering)
    assert (terug.stand, terug.draait_terug, waarden()) == (AanleveringStand.BEZIG, levering, NIEUW)
    assert "Bezig op de achtergrond" in client.get(adres(terug, "change")).content.decode()
    assert "Wordt teruggedraaid" in client.get(adres(levering, "change")).content.decode()
    [taak] = werk_af()
    terug.refresh_from_db()
    assert (taak.stand, taak.melding) == (TaakStand.KLAAR, "Teruggedraaid: 8 cijfers.")
    assert (terug.stand, terug.gewijzigd, waarden()) == (AanleveringStand.VERWERKT, 8, OUD)
    assert len(terug.verschillen) == 8
    laatste = Wijziging.objects.filter(aanlevering=terug)
    assert set(laatste.values_list("reden", flat=True)) == {"Verkeerd bestand"}


def test_work_that_comes_twice_is_done_once(client, levering):
    vraag(client, levering)
    werk_af()
    voor = Wijziging.objects.count()
    Taak.objects.update(stand=TaakStand.WACHT)
    [taak] = werk_af()
    assert (taak.stand, Wijziging.objects.count(), waarden()) == (TaakStand.KLAAR, voor, OUD)


def test_it_is_asked_once(client, levering, anna):
    vraag(client, levering)
    with pytest.raises(TerugdraaiFout, match="wordt al teruggedraaid"):
        groot.vraag_terug(levering, by=anna, reden="Nog een keer")
    assert Taak.objects.count() == 1


def test_later_work_is_seen_at_once_when_it_was_there(uitgave, levering, anna):
    bewaar(uitgave, {rij(uitgave).sleutel: typ("9", versie=2)}, by=anna, reden="Nalevering")
    with pytest.raises(TerugdraaiFout, match="daarna veranderd"):
        groot.vraag_terug(levering, by=anna, reden="Verkeerd bestand")


def test_later_work_in_between_refuses_all_and_says_which(client, uitgave, levering, anna):
    terug = vraag(client, levering)
    bewaar(uitgave, {rij(uitgave).sleutel: typ("9", versie=2)}, by=anna, reden="Nalevering")
    voor = waarden()
    [taak] = werk_af()
    terug.refresh_from_db()
    assert (taak.stand, waarden()) == (TaakStand.MISLUKT, voor)
    assert (terug.stand, terug.draait_terug) == (AanleveringStand.AFGEKEURD, None)
    html = client.get(adres(terug, "change")).content.decode()
    assert "Clienten · realisatie · 2026-09: daarna veranderd op" in html
    assert adres(levering, "change") in html


def test_a_change_elsewhere_between_reading_and_writing_is_read_again(
    client, uitgave, levering, anna, monkeypatch
):
    terug = vraag(client, levering)

    def net_ervoor(loop, naam, totaal=0):
        if naam == groot.SCHRIJVEN:
            bewaar(uitgave, {rij(uitgave).sleutel: typ("9", versie=2)}, by=anna, reden="x")

    monkeypatch.setattr(taken.Loop, "begin", net_ervoor)
    [taak] = werk_af()
    terug.refresh_from_db()
    assert (taak.stand, terug.stand) == (TaakStand.MISLUKT, AanleveringStand.AFGEKEURD)
    assert 9 in waarden()


@pytest.mark.parametrize("fase", [groot.ZOEKEN, groot.SCHRIJVEN])
def test_a_stop_writes_nothing_and_it_can_be_asked_again(client, levering, monkeypatch, fase):
    terug = vraag(client, levering)

    def stop_bij(loop, naam, totaal=0, begin=taken.Loop.begin):
        begin(loop, naam, totaal)
        if naam == fase:
            loop.stop.set()

    monkeypatch.setattr(taken.Loop, "begin", stop_bij)
    [taak] = werk_af()
    terug.refresh_from_db()
    assert (taak.stand, waarden()) == (TaakStand.GESTOPT, NIEUW)
    assert (terug.stand, terug.draait_terug) == (AanleveringStand.INGETROKKEN, None)
    assert "Er is niets veranderd" in client.get(adres(terug, "change")).content.decode()
    monkeypatch.undo()
    vraag(client, levering)
    werk_af()
    assert waarden() == OUD


def test_a_waiting_one_is_stopped_from_its_page(client, levering):
    terug = vraag(client, levering)
    client.post(adres(terug, "stoppen"))
    terug.refresh_from_db()
    assert (terug.stand, werk_af(), waarden()) == (AanleveringStand.INGETROKKEN, [], NIEUW)


def test_given_up_it_lets_the_delivery_go(client, levering, monkeypatch):
    terug = vraag(client, levering)
    monkeypatch.setattr(taken, "wek", lambda pk: None)
    stil = timezone.now() - timedelta(minutes=5)
    Taak.objects.update(stand=TaakStand.BEZIG, hartslag=stil, pogingen=taken.MAX_POGINGEN)
    taken.herstel()
    terug.refresh_from_db()
    assert (terug.stand, terug.draait_terug) == (AanleveringStand.INGETROKKEN, None)
    assert "drie keer begonnen" in client.get(adres(terug, "change")).content.decode()
    assert adres(levering) in client.get(adres(levering, "change")).content.decode()


def test_who_lost_the_right_in_between_changes_nothing(client, levering, anna):
    vraag(client, levering)
    Lidmaatschap.objects.filter(user=anna).update(rol=Rol.PUBLICIST)
    [taak] = werk_af()
    assert (taak.stand, taak.melding, waarden()) == (TaakStand.MISLUKT, groot.GEEN_RECHT, NIEUW)


def test_nobody_else_stops_it(client, uitgave, levering):
    terug = vraag(client, levering)
    client.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR))
    assert client.post(adres(terug, "stoppen")).status_code == 404
    assert Taak.objects.get().stand == TaakStand.WACHT

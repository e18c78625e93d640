"""The button of publishing: asked, confirmed by a second person where wanted, done once."""

import pytest

from monitor import taken
from monitor.models import Publicatie, Publicatieverzoek, Uitgave, UitgaveStap, Waarneming
from monitor.models.enums import BlokSoort, Rol, UitgaveStand
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.verzoeken import bevestig, lopend, trek_terug, vraag
from tests.achtergrond import werk_af
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
LIJST = "/admin/monitor/uitgave/"


@pytest.fixture
def a():
    return make_gemeente("aadorp")


@pytest.fixture
def uitgave(a):
    uitgave = make_uitgave(a, stand=UitgaveStand.VASTGESTELD)
    indicator = make_indicator(a)
    make_waarneming(indicator, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    return uitgave


@pytest.fixture
def een(a):
    return make_user(a, Rol.PUBLICIST)


@pytest.fixture
def twee(a):
    return make_user(a, Rol.PUBLICIST)


@pytest.fixture
def met_tweede(a):
    a.tweede_persoon = True
    a.save()


def versies():
    return list(Publicatie.objects.order_by("versie").values_list("versie", flat=True))


def test_asking_does_not_publish_yet(uitgave, een):
    verzoek = vraag(uitgave, by=een)

    assert versies() == []
    assert verzoek.taak.stand == "wacht"


def test_the_work_publishes_and_closes_the_request(uitgave, een):
    verzoek = vraag(uitgave, by=een)
    [taak] = werk_af()
    verzoek.refresh_from_db()

    assert (taak.stand, taak.melding) == ("klaar", "Versie 1 is gepubliceerd.")
    assert taak.adres == f"/admin/monitor/publicatie/{verzoek.publicatie_id}/change/"
    assert verzoek.gesloten_op is not None


def test_pressing_twice_asks_once(uitgave, een):
    assert vraag(uitgave, by=een) == vraag(uitgave, by=een)
    werk_af()

    assert versies() == [1]


def test_pressing_again_after_it_was_done_changes_nothing(uitgave, een):
    vraag(uitgave, by=een)
    werk_af()
    vraag(uitgave, by=een)  # a page that was open all the time
    [taak] = werk_af()

    assert taak.melding == "Intussen is versie 1 gepubliceerd. Kijk eerst of er nog iets anders is."
    assert versies() == [1]


def test_work_that_is_retaken_after_the_freezing_finds_it_done(uitgave, een):
    verzoek = vraag(uitgave, by=een)
    publish_uitgave(uitgave, by=een, verzoek=verzoek)  # and there the worker was killed
    [taak] = werk_af()

    assert taak.melding == "Versie 1 is gepubliceerd."
    assert versies() == [1]


def test_a_second_colleague_is_told_that_one_is_running(uitgave, een, twee):
    vraag(uitgave, by=een)

    with pytest.raises(PubliceerFout, match="Er loopt al een verzoek"):
        vraag(uitgave, by=twee)


def test_work_that_was_given_up_does_not_stay_in_the_way(uitgave, een):
    verzoek = vraag(uitgave, by=een)
    taken._eindig(verzoek.taak, "mislukt", "Drie keer begonnen.")

    assert lopend(uitgave) is None
    assert vraag(uitgave, by=een) != verzoek


def test_what_is_published_in_between_is_seen(uitgave, een, monkeypatch):
    """Between judging and freezing, a colleague publishes: the judgement is made anew."""
    from monitor.publiceren import bevriezen

    maak_gereed, keren = bevriezen._maak_gereed, []

    def ook_een_ander(*args):
        gereed = maak_gereed(*args)
        if not keren:
            keren.append(1)
            publish_uitgave(uitgave, by=None)
        return gereed

    monkeypatch.setattr(bevriezen, "_maak_gereed", ook_een_ander)
    with pytest.raises(PubliceerFout, match="Er is niets veranderd sinds versie 1"):
        publish_uitgave(uitgave, by=een)
    assert versies() == [1]


# -- the second person -----------------------------------------------------------------------------


def test_a_second_person_confirms(uitgave, een, twee, met_tweede):
    verzoek = vraag(uitgave, by=een)
    assert (verzoek.taak, werk_af()) == (None, [])
    bevestig(verzoek, by=twee)
    werk_af()

    assert versies() == [1]
    assert UitgaveStap.objects.first().besluit["bevestigd_door"] == str(twee)


def test_nobody_confirms_his_own_request(uitgave, een, met_tweede):
    verzoek = vraag(uitgave, by=een)

    with pytest.raises(PubliceerFout, match="U vroeg dit zelf"):
        bevestig(verzoek, by=een)


def test_somebody_without_the_right_does_not_confirm(uitgave, een, a, met_tweede):
    verzoek = vraag(uitgave, by=een)

    with pytest.raises(PubliceerFout, match="mag dit niet bevestigen"):
        bevestig(verzoek, by=make_user(a, Rol.REDACTEUR))


def test_publishing_past_the_second_person_is_refused(uitgave, een, met_tweede):
    with pytest.raises(PubliceerFout, match="tweede persoon"):
        publish_uitgave(uitgave, by=een)


def test_a_request_can_be_taken_back(uitgave, een, met_tweede):
    trek_terug(vraag(uitgave, by=een), by=een)

    assert lopend(uitgave) is None


def test_on_the_page_the_second_person_finds_the_button(client, uitgave, een, twee, met_tweede):
    adres = f"{LIJST}{uitgave.pk}/publiceren/"
    client.force_login(een)
    client.post(adres)
    verzoek = Publicatieverzoek.objects.get()
    assert "Bevestig en publiceer" not in client.get(adres).content.decode()
    client.force_login(twee)
    assert "Bevestig en publiceer" in client.get(adres).content.decode()
    client.post(adres, {"verzoek": verzoek.pk, "doe": "bevestig"})
    werk_af()

    assert versies() == [1]


def test_a_correction_waits_for_the_second_person_too(client, uitgave, een, twee, a):
    publish_uitgave(uitgave, by=None)
    a.tweede_persoon = True
    a.save()
    adres = f"{LIJST}{uitgave.pk}/correctie/"
    velden = {
        "cel": "clienten-jeugd|realisatie|@2021-04",
        "nieuw-0": "751",
        "versie-0": Waarneming.objects.get().versie,
        "oorzaak": "Dubbele telling",
        "bekend_sinds": "3-5-2021",
        "doe": "publiceer",
        "uitgave": uitgave.pk,
    }
    client.force_login(een)
    client.post(adres, velden)
    werk_af()
    assert (versies(), Waarneming.objects.get().waarde) == ([1], 748)
    client.force_login(twee)
    pagina = client.get(adres).content.decode()
    assert "Clienten jeugd, april 2021: 748 wordt 751" in pagina
    assert f"Krijgt een nieuwe versie: {uitgave.titel}." in pagina
    client.post(adres, {"verzoek": Publicatieverzoek.objects.get().pk, "doe": "bevestig"})
    werk_af()
    assert (versies(), Waarneming.objects.get().waarde) == ([1, 2], 751)


def test_a_request_of_another_gemeente_is_not_there(client, uitgave, een, met_tweede):
    verzoek = vraag(uitgave, by=een)
    client.force_login(make_user(make_gemeente("beestad"), Rol.PUBLICIST))
    post = {"verzoek": verzoek.pk, "doe": "bevestig"}

    assert client.post(f"{LIJST}{uitgave.pk}/publiceren/", post).status_code == 404
    assert Uitgave.objects.get(pk=uitgave.pk).stand == UitgaveStand.VASTGESTELD

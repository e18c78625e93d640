"""A reader asks at a figure: kept, told to the owner, answered, forgotten; machines get nowhere."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from monitor.models import Eigenaar, Inbreng, Lezersvraag, Mailbericht, Uitgave
from monitor.models.enums import BlokSoort, Rol
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.lezersvragen import ruim_op
from monitor.publiceren.samenstellen import compose
from monitor.weergave import vraag as pagina
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
ADRES = "/aadorp/2021-03_2021-04/cijfers/clienten-jeugd/vraag/"
VRAAG = "Tellen kinderen met twee vormen van hulp dubbel?"
MAIL = "lezer@example.org"


@pytest.fixture(autouse=True)
def _rustig(monkeypatch):
    """No counting from another test, and a person who types at the speed of a test."""
    cache.clear()
    monkeypatch.setattr(pagina, "TE_SNEL", 0)


@pytest.fixture
def a():
    return make_gemeente("aadorp", contact="Team Monitor, monitor@aadorp.example")


@pytest.fixture
def uitgave(a):
    uitgave = make_uitgave(a)
    indicator = make_indicator(a, eigenaar="Team Jeugd")
    make_waarneming(indicator, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    publish_uitgave(uitgave, by=None)
    return Uitgave.objects.get(pk=uitgave.pk)


def stuur(client, **velden):
    begin = client.get(ADRES).context["form"]["moment"].value()
    return client.post(ADRES, {"vraag": VRAAG, "e_mail": MAIL, "moment": begin} | velden)


def handel_af(client, vraag, **velden):
    return client.post(f"/admin/monitor/lezersvraag/{vraag.pk}/afhandelen/", velden)


@pytest.fixture
def gevraagd(client, uitgave):
    stuur(client)
    return Lezersvraag.objects.get()


def test_it_is_kept_and_thanked_for(client, uitgave):
    antwoord = stuur(client)

    assert antwoord.url == f"{ADRES}?verstuurd=1"
    assert "Uw vraag is verstuurd" in client.get(antwoord.url).content.decode()
    assert Lezersvraag.objects.get().vraag == VRAAG


def test_the_owner_gets_a_mail_without_the_asker(client, uitgave):
    Eigenaar.objects.create(
        gemeente=uitgave.gemeente, functie="Team Jeugd", e_mail="jeugd@aadorp.example"
    )
    stuur(client)
    werk_af()

    assert [m.to for m in mail.outbox] == [["jeugd@aadorp.example"]]
    assert VRAAG not in mail.outbox[0].body
    assert MAIL not in mail.outbox[0].body


def test_without_an_owner_it_goes_to_the_contact(client, gevraagd):
    werk_af()

    assert [m.to for m in mail.outbox] == [["monitor@aadorp.example"]]


def test_the_form_is_in_no_cache_and_needs_its_token(uitgave):
    from django.test import Client

    streng = Client(enforce_csrf_checks=True)

    assert "no-store" in streng.get(ADRES)["Cache-Control"]
    assert streng.post(ADRES, {"vraag": VRAAG}).status_code == 403


@pytest.mark.parametrize(
    ("velden", "aantal"),
    [({"website": "http://spam.example"}, 0), ({"vraag": "kort"}, 0), ({"moment": "vals"}, 0),
     ({"e_mail": "geen adres"}, 0), ({"e_mail": ""}, 1)],
)  # fmt: skip
def test_what_is_kept(client, uitgave, velden, aantal):
    stuur(client, **velden)

    assert Lezersvraag.objects.count() == aantal


def test_a_machine_is_too_quick(client, uitgave, monkeypatch):
    monkeypatch.setattr(pagina, "TE_SNEL", 3)

    assert "Dat ging erg snel" in stuur(client).content.decode()


def test_the_sixth_in_an_hour_is_refused(client, uitgave):
    assert [stuur(client).status_code for _ in range(6)] == [302] * 5 + [429]
    assert Lezersvraag.objects.count() == 5


def test_a_page_that_stood_open_too_long_can_be_sent_again(client, uitgave, monkeypatch):
    begin = client.get(ADRES).context["form"]["moment"].value()
    monkeypatch.setattr(pagina, "TE_OUD", 0)
    eerst = client.post(ADRES, {"vraag": VRAAG, "moment": begin})
    monkeypatch.setattr(pagina, "TE_OUD", 3600)
    nieuw = eerst.context["form"]["moment"].value()

    assert client.post(ADRES, {"vraag": VRAAG, "moment": nieuw}).status_code == 302


@pytest.mark.parametrize("deel", ["bestaat-niet/vraag/", "clienten-jeugd/vraag/?x"])
def test_only_at_a_figure_that_can_be_read(client, a, deel):
    make_indicator(a, eigenaar="Team Jeugd")

    assert client.get(f"/aadorp/2021-03_2021-04/cijfers/{deel}").status_code == 404


# -- staff -----------------------------------------------------------------------------------------


def test_an_answer_goes_by_mail_and_the_address_is_forgotten(client, a, gevraagd):
    client.force_login(make_user(a, Rol.REDACTEUR))
    handel_af(client, gevraagd, doe="antwoord", antwoord="Nee, één keer.")
    gevraagd.refresh_from_db()
    assert (gevraagd.stand, gevraagd.e_mail) == ("beantwoord", "")
    werk_af()

    assert (mail.outbox[-1].to, "Nee, één keer." in mail.outbox[-1].body) == ([MAIL], True)
    assert not Mailbericht.objects.exclude(aan="", tekst="").exists()


def test_the_address_is_shown_to_nobody(client, a, gevraagd):
    client.force_login(make_user(a, Rol.REDACTEUR))
    html = client.get(f"/admin/monitor/lezersvraag/{gevraagd.pk}/change/").content.decode()

    assert VRAAG in html
    assert MAIL not in html


def test_it_becomes_a_public_question_without_the_asker(client, a, gevraagd):
    client.force_login(make_user(a, Rol.GRIFFIER))
    handel_af(client, gevraagd, doe="openbaar", openbaar="Tellen kinderen dubbel?")
    punt = Inbreng.objects.get()

    assert (punt.van, punt.tekst) == ("een lezer", "Tellen kinderen dubbel?")
    assert (punt.indicator.code, punt.hoofdstuk.code) == ("clienten-jeugd", "jeugd")
    nieuw = make_uitgave(a, "2021-05_2021-06")
    make_hoofdstuk(nieuw, toelichting="Tekst")
    assert MAIL not in str(compose(nieuw))
    assert [r["van"] for r in compose(nieuw)["inbreng"]] == ["een lezer"]


def test_a_public_text_with_an_address_is_refused(client, a, gevraagd):
    client.force_login(make_user(a, Rol.REDACTEUR))
    handel_af(client, gevraagd, doe="openbaar", openbaar=f"Vraag van {MAIL}")

    assert not Inbreng.objects.exists()


def test_answering_twice_sends_once(client, a, gevraagd):
    client.force_login(make_user(a, Rol.REDACTEUR))
    for _ in range(2):
        handel_af(client, gevraagd, doe="antwoord", antwoord="Nee, één keer.")
    werk_af()

    assert [m.to for m in mail.outbox].count([MAIL]) == 1


@pytest.mark.parametrize(("rol", "elders"), [(Rol.INVOERDER, False), (Rol.REDACTEUR, True)])
def test_who_may_not_deal_with_it(client, a, gevraagd, rol, elders):
    client.force_login(make_user(make_gemeente("beestad") if elders else a, rol))
    antwoord = handel_af(client, gevraagd, doe="antwoord", antwoord="x")
    gevraagd.refresh_from_db()

    assert (antwoord.status_code, gevraagd.stand) == (404 if elders else 403, "nieuw")


def test_it_is_forgotten_in_time(client, a, gevraagd):
    client.force_login(make_user(a, Rol.REDACTEUR))
    handel_af(client, gevraagd, doe="sluit")
    assert ruim_op(at=timezone.now() + timedelta(days=29)) == 0
    assert ruim_op(at=timezone.now() + timedelta(days=31)) == 1
    gevraagd.refresh_from_db()

    assert (gevraagd.vraag, gevraagd.e_mail) == ("", "")


def test_what_nobody_deals_with_is_forgotten_too(gevraagd):
    ruim_op(at=timezone.now() + timedelta(days=181))
    gevraagd.refresh_from_db()

    assert (gevraagd.stand, gevraagd.vraag, gevraagd.e_mail) == ("gesloten", "", "")

"""Decision rules: at publication a passed bound is recorded once and its owner told, without the figure."""

from datetime import date
from decimal import Decimal

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from monitor.invoer.perioden import periode_voor
from monitor.models import Taak, Waarneming
from monitor.models.enums import Rol
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.taken import voer_uit
from programma.models import Beslisregel, Besluit
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
from tests.test_programma_standen import make_programma

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return make_indicator(make_gemeente(), "lasten", naam="Lasten jeugd")


@pytest.fixture
def regel(indicator):
    programma = make_programma(indicator.gemeente, email="grip@example.org")
    return Beslisregel.objects.create(
        programma=programma, indicator=indicator, vergelijking="boven", grens=100,
        actie="Het college doet de raad een voorstel.",
    )  # fmt: skip


def publiceer(indicator, periode="2021-03_2021-04", note=""):
    uitgave = make_uitgave(indicator.gemeente, periode)
    make_blok(make_hoofdstuk(uitgave), "tegels", indicator)
    publish_uitgave(uitgave, by=None, note=note)
    for taak in Taak.objects.filter(naam="programma.beslisregels", stand="wacht"):
        voer_uit(taak.pk)


@pytest.mark.parametrize(
    ("vergelijking", "waarden"),
    [("boven", [101]), ("vanaf", [100, 101]), ("onder", [99]), ("tot", [99, 100])],
)
def test_a_bound_is_passed(vergelijking, waarden):
    regel = Beslisregel(vergelijking=vergelijking, grens=Decimal(100))
    assert [x for x in (99, 100, 101) if regel.is_gepasseerd(Decimal(x))] == waarden


def test_the_owner_is_told_once_and_never_the_figure(indicator, regel):
    make_waarneming(indicator, "2021-04", 7319)
    publiceer(indicator)
    publiceer(indicator, "2021-04")
    besluit = Besluit.objects.get()
    assert (besluit.periode.code, besluit.toestand) == ("2021-04", "nog te besluiten")
    werk_af()
    assert [m.to for m in mail.outbox] == [["grip@example.org"]]
    assert "Lasten jeugd" in mail.outbox[0].body
    assert "Het college doet de raad een voorstel." in mail.outbox[0].body
    assert "7319" not in mail.outbox[0].body + mail.outbox[0].subject


def test_a_figure_within_the_bound_or_after_the_peildatum_is_no_news(indicator, regel):
    make_waarneming(indicator, "2021-04", 100)
    make_waarneming(indicator, "2021-05", 500)
    publiceer(indicator)
    assert not Besluit.objects.exists()


def test_a_rule_that_is_off_or_without_a_mailbox(indicator, regel):
    make_waarneming(indicator, "2021-04", 500)
    regel.programma.email = ""
    regel.programma.save()
    publiceer(indicator)
    assert Besluit.objects.count() == 1
    werk_af()
    assert mail.outbox == []
    Besluit.objects.all().delete()
    Beslisregel.objects.update(is_actief=False)
    publiceer(indicator, "2021-04")
    assert not Besluit.objects.exists()


def test_a_decision_is_recorded_followed_up_and_in_sight_until_then(client, indicator, regel):
    make_waarneming(indicator, "2021-04", 500)
    publiceer(indicator)
    client.force_login(make_user(indicator.gemeente, Rol.PROGRAMMAMANAGER))
    besluit = Besluit.objects.get()
    paginas = [f"/admin/programma/bijwerken/{regel.programma.pk}/{x}" for x in ("", "hiaten/")]
    for pagina in paginas:
        assert "nog te besluiten" in client.get(pagina).content.decode()
    adres = f"/admin/programma/besluit/{besluit.pk}/change/"
    assert client.get(adres).status_code == 200
    data = {"besloten_op": "01-06-2021", "besloten_door": "college", "tekst": "Meer toetsen."}
    client.post(adres, data)
    assert "nog uit te voeren" in client.get(paginas[0]).content.decode()
    client.post(adres, data | {"opvolging": "Gedaan.", "afgerond_op": "01-09-2021"})
    assert "Grens gepasseerd" not in client.get(paginas[0]).content.decode()
    assert Besluit.objects.get().toestand == "afgerond"


def test_a_decision_is_whole(indicator, regel):
    make_waarneming(indicator, "2021-04", 500)
    publiceer(indicator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Besluit.objects.update(besloten_op=date(2021, 6, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Besluit.objects.update(afgerond_op=date(2021, 6, 1))


def test_a_rule_stays_inside_its_gemeente(regel):
    regel.indicator = make_indicator(make_gemeente("elders"))
    with pytest.raises(ValidationError):
        regel.full_clean()


@pytest.mark.parametrize(("tekst", "grens"), [("13.000.000", 13_000_000), ("7,5", Decimal("7.5"))])
def test_a_rule_is_made_in_the_admin(client, indicator, tekst, grens):
    programma = make_programma(indicator.gemeente)
    client.force_login(make_user(indicator.gemeente, Rol.PROGRAMMAMANAGER))
    data = {"programma": programma.pk, "indicator": indicator.pk, "soort": "realisatie",
            "vergelijking": "boven", "grens": tekst, "actie": "Naar de raad.", "is_actief": "on"}  # fmt: skip
    antwoord = client.post("/admin/programma/beslisregel/add/", data)
    assert antwoord.status_code == 302, antwoord.context["adminform"].form.errors
    assert Beslisregel.objects.get().grens == grens


def corrigeer(indicator, waarde, periode="2021-04"):
    Waarneming.objects.filter(reeks__indicator=indicator).update(waarde=waarde)
    publiceer(indicator, periode)
    return Besluit.objects.get()


def test_a_corrected_figure_makes_an_open_decision_lapse_and_says_so(indicator, regel):
    make_waarneming(indicator, "2021-04", 500)
    publiceer(indicator)
    besluit = corrigeer(indicator, 90)
    assert besluit.toestand == "vervallen: het cijfer is verbeterd"
    assert not Besluit.objects.open().exists()
    werk_af()
    assert [m.subject for m in mail.outbox][1:] == ["Grens toch niet gepasseerd: Lasten jeugd"]
    assert "90" not in mail.outbox[1].body
    assert corrigeer(indicator, 600, "2021-05").toestand == "nog te besluiten"
    werk_af()
    assert len(mail.outbox) == 3


def test_what_was_decided_stays_whatever_the_figure_becomes(indicator, regel):
    make_waarneming(indicator, "2021-04", 500)
    publiceer(indicator)
    Besluit.objects.update(besloten_op=date(2021, 6, 1), besloten_door="raad", tekst="Minder.")
    assert corrigeer(indicator, 90).toestand == "nog uit te voeren"


@pytest.mark.parametrize(
    "verandering", [{"tekst": "Anders."}, {"besloten_op": None}, {"gemeld_op": timezone.now()}]
)
def test_the_database_refuses_to_rewrite_a_decision(indicator, regel, verandering):
    make_waarneming(indicator, "2021-04", 500)
    publiceer(indicator)
    Besluit.objects.update(besloten_op=date(2021, 6, 1), besloten_door="raad", tekst="Minder.")
    Besluit.objects.update(opvolging="Bezig.")  # what came of it is still open
    with pytest.raises(DatabaseError, match="blijft staan"), transaction.atomic():
        Besluit.objects.update(**verandering)


def test_a_decided_bound_is_read_only_in_the_admin(client, indicator, regel):
    besluit = Besluit.objects.create(
        beslisregel=regel, periode=periode_voor("2021-04"), besloten_op=date(2021, 6, 1),
        besloten_door="raad", tekst="Minder.",
    )  # fmt: skip
    client.force_login(make_user(indicator.gemeente, Rol.PROGRAMMAMANAGER))
    adres = f"/admin/programma/besluit/{besluit.pk}/change/"
    client.post(adres, {"tekst": "Iets anders.", "opvolging": "Er kwam een plan."})
    besluit.refresh_from_db()
    assert (besluit.tekst, besluit.opvolging) == ("Minder.", "Er kwam een plan.")
    assert 'name="grens"' not in client.get(f"/admin/programma/beslisregel/{regel.pk}/change/").content.decode()  # fmt: skip

"""The demo is loaded by the real import, once, and says so in Dutch."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from monitor.models import Aanlevering, Publicatie, Wijziging
from monitor.models.enums import AanleveringStand
from sociaaldomein.demo.gebruikers import WACHTWOORD
from sociaaldomein.demo.laden import laad
from sociaaldomein.demo.plan import VOORBEELDEN, Voorbeeld
from tests.make import make_gemeente

pytestmark = pytest.mark.django_db


def roep(*args: str, **opties) -> str:
    uit = StringIO()
    call_command("laad_demo", *args, stdout=uit, **opties)
    return uit.getvalue()


@pytest.fixture(scope="module")
def gezegd(django_db_setup, django_db_blocker):
    """What loading Dalfsen said; it is loaded for all tests here, and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield roep("--gemeente", "dalfsen")
        transaction.set_rollback(True)


def test_dalfsen_is_delivered_checked_and_published(gezegd):
    assert "Dalfsen: Rapportage tweede helft 2020 gepubliceerd." in gezegd
    assert set(Aanlevering.objects.values_list("stand", flat=True)) == {AanleveringStand.VERWERKT}
    assert list(Publicatie.objects.values_list("uitgave__periode__code", "versie")) == [
        ("2020-H2", 1)
    ]


def test_each_file_is_handed_in_by_somebody_with_that_role(gezegd):
    wie = set(Aanlevering.objects.values_list("soort", "gemaakt_door__username"))
    assert wie == {
        ("indicatoren", "redacteur-dalfsen"),
        ("waarnemingen", "invoerder-dalfsen"),
        ("programma", "programmamanager-dalfsen"),
        ("uitgave", "redacteur-dalfsen"),
    }
    assert Publicatie.objects.get().gepubliceerd_door.username == "publicist-dalfsen"


def test_every_figure_of_the_demo_has_its_history(gezegd):
    assert not Wijziging.objects.filter(aanlevering=None).exists()
    assert Wijziging.objects.count() > 60


def test_second_run_changes_nothing(gezegd, django_assert_max_num_queries):
    voor = (Aanlevering.objects.count(), Publicatie.objects.count(), Wijziging.objects.count())

    with django_assert_max_num_queries(15):
        opnieuw = roep("--gemeente", "dalfsen")

    assert "Dalfsen: al geladen." in opnieuw
    assert voor == (
        Aanlevering.objects.count(),
        Publicatie.objects.count(),
        Wijziging.objects.count(),
    )


def test_gemeente_of_ones_own_does_not_stop_a_loaded_demo(gezegd):
    make_gemeente("eigen")

    assert "Dalfsen: al geladen." in roep("--gemeente", "dalfsen")


def test_run_that_was_broken_off_goes_on_where_it_was(gezegd):
    aantal = Aanlevering.objects.count()
    dalfsen = next(v for v in VOORBEELDEN if v.slug == "dalfsen")
    nog_een = Voorbeeld("dalfsen", "Dalfsen", ("2020-H2", "2021-H1"), dalfsen.stappen)

    laad([nog_een], lambda tekst: None)

    assert Aanlevering.objects.count() == aantal


def test_logins_are_named_with_their_password(gezegd):
    make_gemeente("eigen")

    regels = roep(logins=True)

    assert WACHTWOORD in regels
    assert "ROL-dalfsen" in regels
    assert "eigen" not in regels

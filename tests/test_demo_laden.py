"""The demo is loaded by the real import, once, and says so in Dutch."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from monitor.models import Aanlevering, Gemeente, Lidmaatschap, Publicatie, Wijziging
from monitor.models.enums import AanleveringStand, Rol
from sociaaldomein.demo.gebruikers import WACHTWOORD
from sociaaldomein.demo.laden import DemoFout, laad
from sociaaldomein.demo.plan import VOORBEELDEN, Stap, Voorbeeld
from tests.make import make_gemeente

pytestmark = pytest.mark.django_db


def roep(*args: str, **opties) -> str:
    uit = StringIO()
    call_command("laad_demo", *args, stdout=uit, **opties)
    return uit.getvalue()


def test_dalfsen_is_delivered_checked_and_published():
    gezegd = roep("--gemeente", "dalfsen")

    assert "Dalfsen: Rapportage tweede helft 2020 gepubliceerd." in gezegd
    assert set(Aanlevering.objects.values_list("stand", flat=True)) == {AanleveringStand.VERWERKT}
    assert list(Publicatie.objects.values_list("uitgave__periode__code", "versie")) == [
        ("2020-H2", 1)
    ]


def test_each_file_is_handed_in_by_somebody_with_that_role():
    roep("--gemeente", "dalfsen")

    wie = set(Aanlevering.objects.values_list("soort", "gemaakt_door__username"))
    assert wie == {
        ("indicatoren", "redacteur-dalfsen"),
        ("waarnemingen", "invoerder-dalfsen"),
        ("programma", "programmamanager-dalfsen"),
        ("uitgave", "redacteur-dalfsen"),
    }
    assert Publicatie.objects.get().gepubliceerd_door.username == "publicist-dalfsen"


def test_every_figure_of_the_demo_has_its_history():
    roep("--gemeente", "dalfsen")

    assert not Wijziging.objects.filter(aanlevering=None).exists()
    assert Wijziging.objects.count() > 60


def test_second_run_changes_nothing(django_assert_max_num_queries):
    roep("--gemeente", "dalfsen")
    voor = (Aanlevering.objects.count(), Publicatie.objects.count(), Wijziging.objects.count())

    with django_assert_max_num_queries(15):
        gezegd = roep("--gemeente", "dalfsen")

    assert "Dalfsen: al geladen." in gezegd
    assert voor == (
        Aanlevering.objects.count(),
        Publicatie.objects.count(),
        Wijziging.objects.count(),
    )


def test_gemeente_of_ones_own_does_not_stop_a_loaded_demo():
    roep("--gemeente", "dalfsen")
    make_gemeente("eigen")

    assert "Dalfsen: al geladen." in roep("--gemeente", "dalfsen")


def test_run_that_was_broken_off_goes_on_where_it_was():
    roep("--gemeente", "dalfsen")
    aantal = Aanlevering.objects.count()
    dalfsen = next(v for v in VOORBEELDEN if v.slug == "dalfsen")
    nog_een = Voorbeeld("dalfsen", "Dalfsen", ("2020-H2", "2021-H1"), dalfsen.stappen)

    laad([nog_een], lambda tekst: None)

    assert Aanlevering.objects.count() == aantal


def test_there_is_a_user_for_each_role_and_one_for_everything():
    roep("--gemeente", "dalfsen")

    leden = Lidmaatschap.objects.filter(gemeente__slug="dalfsen")
    assert sorted(leden.values_list("rol", flat=True)) == sorted(Rol.values)
    assert get_user_model().objects.get(username="beheer").is_superuser
    raadslid = get_user_model().objects.get(username="raadslid-dalfsen")
    assert not raadslid.is_staff
    assert raadslid.check_password(WACHTWOORD)


def test_logins_are_named_with_their_password():
    roep("--gemeente", "dalfsen")

    gezegd = roep(logins=True)

    assert WACHTWOORD in gezegd
    assert "ROL-dalfsen" in gezegd


def test_refuses_beside_a_real_gemeente():
    make_gemeente("zwolle", naam="Zwolle")

    with pytest.raises(CommandError, match="Zwolle"):
        roep()

    assert not get_user_model().objects.exists()


def test_refuses_a_real_gemeente_with_the_name_of_an_example():
    make_gemeente("dalfsen", naam="Dalfsen")

    with pytest.raises(CommandError, match="Dalfsen"):
        roep()


def test_loads_beside_a_real_gemeente_when_asked():
    make_gemeente("zwolle")

    roep("--gemeente", "dalfsen", "--ook-bij-echte-gegevens")

    assert Gemeente.objects.filter(slug="dalfsen", cbs_code="GM0148").exists()


def test_file_that_is_refused_is_named_with_its_rows(tmp_path):
    fout = tmp_path / "waarnemingen.csv"
    fout.write_text("indicator;soort;periode;waarde\nbestaat-niet;realisatie;2021;1\n")
    voorbeeld = Voorbeeld("x", "X", ("2021",), lambda map_: [Stap("waarnemingen", fout)])

    with pytest.raises(DemoFout) as gevangen:
        laad([voorbeeld], lambda tekst: None)

    assert gevangen.value.regels[0] == "X: waarnemingen.csv is afgekeurd."
    assert "rij 2" in gevangen.value.regels[1]

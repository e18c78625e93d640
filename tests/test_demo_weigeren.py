"""Where the demo does not go: beside real data, or with a file that is refused."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from monitor.models import Gemeente
from sociaaldomein.demo.laden import DemoFout, laad
from sociaaldomein.demo.plan import Stap, Voorbeeld
from tests.make import make_gemeente

pytestmark = pytest.mark.django_db


def roep(*args: str) -> None:
    call_command("laad_demo", *args, stdout=StringIO())


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

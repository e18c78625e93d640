"""The people of the demo: one for each role, with a password that is told."""

import pytest
from django.contrib.auth import get_user_model

from monitor.models import Lidmaatschap
from monitor.models.enums import Rol
from sociaaldomein.demo.gebruikers import WACHTWOORD, maak_gebruikers
from tests.make import make_gemeente

pytestmark = pytest.mark.django_db


def test_there_is_a_user_for_each_role_and_one_for_everything():
    aantal = maak_gebruikers([make_gemeente("dalfsen")])

    rollen = Lidmaatschap.objects.filter(gemeente__slug="dalfsen").values_list("rol", flat=True)
    assert aantal == len(Rol) + 1
    assert sorted(rollen) == sorted(Rol.values)
    assert get_user_model().objects.get(username="beheer").is_superuser


def test_everybody_has_the_password_that_is_told():
    maak_gebruikers([make_gemeente("dalfsen")])

    raadslid = get_user_model().objects.get(username="raadslid-dalfsen")
    assert raadslid.check_password(WACHTWOORD)
    assert not raadslid.is_staff


def test_nobody_is_made_twice():
    gemeente = make_gemeente("dalfsen")
    maak_gebruikers([gemeente])

    assert maak_gebruikers([gemeente]) == 0

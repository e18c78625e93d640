"""Demodam's next edition, half way: something to do in the grid and the cockpit, nothing for readers."""

import pytest
from django.db import transaction

from monitor.invoer.aanleveren import lever
from monitor.invoer.cockpit import beloften
from monitor.invoer.rooster import rijen_voor, telling
from monitor.invoer.soorten import get_soort
from monitor.models import Aanlevering, Eigenaar, Publicatie, Twijfel, Uitgave
from sociaaldomein.demo.concept import CODE, maak_concept
from sociaaldomein.demo.demodam.maak import maak_bestanden
from sociaaldomein.demo.gebruikers import maak_gebruikers
from tests.make import make_gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def concept(django_db_setup, django_db_blocker, tmp_path_factory):
    """(gemeente, how many figures were filled in); the database is empty again after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        gemeente = _demodam(tmp_path_factory.mktemp("demodam"))
        yield gemeente, maak_concept(gemeente)
        transaction.set_rollback(True)


def _demodam(tmp_path):
    maak_bestanden(tmp_path)
    gemeente = make_gemeente("demodam", naam="Demodam")
    maak_gebruikers([gemeente])
    cijfers = [f"cijfers-{e}" for e in ("2025-K4", "2026-K1", "2026-K2", "2026-K3")]
    for stam in ("indicatoren", *cijfers, "uitgave-2026-K3"):
        pad = tmp_path / f"{stam}.csv"
        if stam.startswith("uitgave"):
            zonder = pad.read_text(encoding="utf-8-sig").replace(";2026-K2;", ";;")
            pad.write_text(zonder, encoding="utf-8")
        soort = get_soort({"cijfers": "waarnemingen"}.get(stam[:7], stam.split("-")[0]))
        assert not lever(gemeente, soort, pad.name, pad.read_bytes())[1].fouten
    return gemeente


def test_there_is_work_in_the_grid_and_the_cockpit(concept):
    _, aantal = concept
    uitgave = Uitgave.objects.get(periode__code=CODE)
    telt = telling(rijen_voor(uitgave))
    assert aantal > 60
    assert 20 < telt["open"] < telt["verwacht"] - 20
    assert [w.reeks.indicator.code for w in beloften(uitgave)] == ["gemiddelde-uitkering"]
    assert (uitgave.aanleveren_voor is not None, uitgave.vorige.periode.code) == (True, "2026-K3")
    assert {e.e_mail.partition("@")[2] for e in Eigenaar.objects.all()} == {"example.nl"}


def test_some_figures_are_doubted_and_most_are_not(concept):
    _, aantal = concept
    nu = Twijfel.objects.filter(stand="open", periode__begin__gte="2026-10-01")
    assert {"eenheid", "delen"} <= set(nu.values_list("regel", flat=True))
    assert 3 <= nu.count() < aantal / 5


def test_a_second_time_nothing_is_made_and_readers_see_nothing(concept, client):
    gemeente, _ = concept
    voor = Aanlevering.objects.count()
    assert maak_concept(gemeente) == 0
    assert (Aanlevering.objects.count(), Publicatie.objects.count()) == (voor, 0)
    assert client.get(f"/demodam/{CODE}/").status_code in (403, 404)

"""The only writer of figures: history beside each change, nothing written for what is unchanged."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitor.invoer.fouten import InmiddelsGewijzigd
from monitor.invoer.perioden import periode_voor, perioden_voor
from monitor.invoer.staat import Staat
from monitor.invoer.toepassen import Cijfer, leg_vast, pas_toe
from monitor.models import Periode, Waarneming, Wijziging
from monitor.models.enums import Aard, WaarnemingStatus
from monitor.regels.getallen import Getal, lees_getal
from tests.make import make_gemeente, make_indicator, make_reeks, make_user, make_waarneming

pytestmark = pytest.mark.django_db


def cijfer(indicator, periode="2021-04", waarde="748", **meer):
    staat = Staat.van_getal(lees_getal(str(waarde), eenheid="aantal"), **meer)
    return Cijfer(2, indicator, "realisatie", "", (), periode, staat)


def test_perioden_are_made_once_and_found_by_any_notation():
    assert perioden_voor(["apr-21", "2021-04"])["apr-21"].code == "2021-04"
    assert periode_voor("april 2021").pk == Periode.objects.get().pk


def test_a_new_figure_has_a_history_without_an_old_value():
    indicator = make_indicator(make_gemeente())
    pas_toe(indicator.gemeente, [cijfer(indicator)], aanlevering=None)

    wijziging = Wijziging.objects.get()
    assert (wijziging.oud, wijziging.nieuw) == (None, {"aard": "getal", "waarde": "748"})
    assert Waarneming.objects.get().waarde == 748


def test_a_changed_figure_keeps_old_new_who_and_why():
    indicator = make_indicator(make_gemeente())
    oud = make_waarneming(indicator, "2021-04", 748)
    user = make_user()
    pas_toe(
        indicator.gemeente,
        [cijfer(indicator, waarde="751", status="voorlopig")],
        aanlevering=None,
        by=user,
        reden="Dubbele telling",
    )

    wijziging = Wijziging.objects.get(waarneming=oud)
    oud.refresh_from_db()
    assert (oud.waarde, oud.versie, oud.status) == (751, 2, "voorlopig")
    assert wijziging.oud == {"aard": "getal", "waarde": "748"}
    assert wijziging.nieuw == {"aard": "getal", "waarde": "751", "status": "voorlopig"}
    assert (wijziging.gewijzigd_door, wijziging.reden) == (user, "Dubbele telling")


def test_an_unchanged_figure_is_not_written():
    indicator = make_indicator(make_gemeente())
    make_waarneming(indicator, "2021-04", 748)
    (uitkomst,) = pas_toe(indicator.gemeente, [cijfer(indicator)], aanlevering=None)

    assert not uitkomst.is_veranderd
    assert (Waarneming.objects.get().versie, Wijziging.objects.count()) == (1, 0)


def test_zero_unknown_and_small_are_three_things():
    indicator = make_indicator(make_gemeente())
    perioden = {"2021-01": "0", "2021-02": "niet bekend", "2021-03": "<10", "2021-04": "15-20"}
    rijen = [cijfer(indicator, p, w) for p, w in perioden.items()]
    pas_toe(indicator.gemeente, rijen, aanlevering=None)

    assert list(
        Waarneming.objects.order_by("periode__code").values_list("aard", "waarde", "onder", "boven")
    ) == [
        (Aard.GETAL, 0, None, None),
        (Aard.ONBEKEND, None, None, None),
        (Aard.KLEINER_DAN, None, None, 10),
        (Aard.BEREIK, None, 15, 20),
    ]


def test_what_the_delivery_does_not_say_stays():
    indicator = make_indicator(make_gemeente())
    make_waarneming(indicator, "2021-04", 748, voetnoot="Inclusief pgb", status="voorlopig")
    nieuw = cijfer(indicator, waarde="750")
    nieuw = Cijfer(
        **{n: getattr(nieuw, n) for n in nieuw.__slots__ if n != "open_velden"},
        open_velden=frozenset({"voetnoot", "status", "beloofd_voor"}),
    )
    pas_toe(indicator.gemeente, [nieuw], aanlevering=None)

    w = Waarneming.objects.get()
    assert (w.waarde, w.voetnoot, w.status) == (750, "Inclusief pgb", "voorlopig")


@pytest.mark.parametrize("aantal", [100, 1000])
def test_the_number_of_statements_does_not_depend_on_the_number_of_figures(aantal):
    gemeente = make_gemeente()
    indicatoren = [make_indicator(gemeente, f"i{n}") for n in range(aantal // 100)]
    maanden = [f"{2015 + n // 12}-{n % 12 + 1:02}" for n in range(100)]
    rijen = [cijfer(i, m) for i in indicatoren for m in maanden]
    with CaptureQueriesContext(connection) as vragen:
        pas_toe(gemeente, rijen, aanlevering=None)

    assert len(vragen) <= 27  # of which seven to judge what was written, three for the state
    assert Wijziging.objects.count() == aantal


def test_a_form_that_showed_an_old_version_is_refused_with_both_values():
    indicator = make_indicator(make_gemeente())
    make_waarneming(indicator, "2021-04", 748)
    reeks, periode = make_reeks(indicator), periode_voor("2021-04")
    anna = make_user(username="anna")
    leg_vast(reeks, periode, Getal(waarde=Decimal(751)), by=anna, verwachte_versie=1)

    with pytest.raises(InmiddelsGewijzigd) as fout:
        leg_vast(reeks, periode, Getal(waarde=Decimal(749)), by=make_user(), verwachte_versie=1)
    assert (fout.value.nu, fout.value.eigen, fout.value.door) == ("751", "749", "anna")
    assert Waarneming.objects.get().waarde == 751


def test_the_same_value_by_two_people_is_no_conflict():
    indicator = make_indicator(make_gemeente())
    make_waarneming(indicator, "2021-04", 748)
    leg_vast(
        make_reeks(indicator),
        periode_voor("2021-04"),
        Getal(waarde=Decimal("748.0")),
        by=make_user(),
        status=WaarnemingStatus.DEFINITIEF,
        verwachte_versie=7,
    )
    assert Wijziging.objects.count() == 0


def test_a_form_for_a_figure_that_was_not_there_makes_it():
    indicator = make_indicator(make_gemeente())
    w = leg_vast(
        make_reeks(indicator),
        periode_voor("2021-04"),
        Getal(aard="nog_niet_bekend"),
        by=make_user(),
        beloofd_voor="2021-K3",
        verwachte_versie=0,
    )
    assert (w.versie, w.wijzigingen.get().nieuw) == (
        1,
        {"aard": "nog_niet_bekend", "beloofd_voor": "2021-K3"},
    )
